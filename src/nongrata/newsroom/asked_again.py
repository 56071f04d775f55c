"""Which stored stories a change of the lists touches: they are asked again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nongrata.newsroom.keep import Room
from nongrata.screening import ListIndex
from nongrata.screening.hits import Hit
from nongrata.screening.query import Query
from nongrata.screening.search import search
from nongrata.store.opened import Store
from nongrata.store.record import DossierId
from nongrata.store.sql.database import digest_of

LISTS = "lists:in use"  # under which the versions that were asked last are kept among the sources
_LIKE = 0.9  # how like a name must be to a listed one for its stories to be read again
_LEAST = 0.62  # and how like it must stay
_PAGE = 500


def lists_in_use(index: ListIndex) -> str:
    """Give a digest of the versions of the lists."""
    return digest_of(*sorted(f"{each.list_id} {each.version} {each.sha256}" for each in index.versions))


def stories_touched(room: Room) -> tuple[DossierId, ...]:
    """Give the dossiers whose answers may be others by the lists of now.

    Those are the stories with a party who has a listed name that it was not held against, and those with a match that
    is on no list any more.
    """
    touched: dict[DossierId, None] = {}
    for name, schema in _names(room.store):
        query = Query(names=(name,))  # as any kind: what a list names, a story is read with
        hits = search(room.desk.index, query, threshold=_LEAST)
        known = _known(room.store, name, schema)
        fresh = _entries(hit for hit in hits if hit.score >= _LIKE) - known.keys()
        gone = {entry for entry, verdict in known.items() if verdict == "match"} - _entries(hits)
        if fresh or gone:
            touched |= dict.fromkeys(_stories(room.store, name, schema))
    return tuple(touched)


def _names(store: Store) -> Iterator[tuple[str, str]]:
    last = ("", "")
    while found := store.database.rows(
        "SELECT DISTINCT name, schema FROM member WHERE (name, schema) > (?, ?) ORDER BY name, schema LIMIT ?",
        *(*last, _PAGE),
    ):
        yield from ((row[0], row[1]) for row in found)
        last = (found[-1][0], found[-1][1])


def _entries(hits: Iterable[Hit]) -> set[tuple[str, str]]:
    return {(str(act.list_id), str(act.entity_id)) for hit in hits for act in hit.party.designations}


def _known(store: Store, name: str, schema: str) -> dict[tuple[str, str], str]:
    """Give the entries that parties of this name were held against, with the verdict."""
    found = store.database.rows(
        "SELECT f.list, f.entity, min(f.verdict) FROM finding f JOIN member m ON m.id = f.member"
        " WHERE m.name = ? AND m.schema = ? GROUP BY f.list, f.entity",
        *(name, schema),
    )
    return {(row[0], row[1]): row[2] for row in found}


def _stories(store: Store, name: str, schema: str) -> list[DossierId]:
    found = store.database.rows(
        "SELECT DISTINCT s.dossier FROM story s JOIN member m ON m.story = s.id WHERE m.name = ? AND m.schema = ?",
        *(name, schema),
    )
    return [DossierId(row[0]) for row in found]
