"""The entities of a file, laid on disk while it is read: found again by their id, and by whom they tell of.

OpenSanctions' default dataset has millions of entities in 4 GB, and what is told of a party stands anywhere in it. They
go into a nameless file of SQLite's, which no other program sees and which is gone with the process.
"""

from __future__ import annotations

import json
import marshal
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from nongrata.lists.as_json import listing_of, listing_row
from nongrata.lists.ftm.lines import Entity
from nongrata.lists.ftm.party import address_in
from nongrata.lists.ftm.tables import ABOUT, LISTED_TOPICS, SUBJECTS, TIES
from nongrata.lists.record import Address, EntityId, ListId, Listing
from nongrata.values import ListError

_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -65536;
CREATE TABLE entity (number INTEGER PRIMARY KEY, id TEXT, name TEXT, body BLOB);
CREATE TABLE told (about TEXT, kind TEXT, number INTEGER);
CREATE TABLE address (id TEXT PRIMARY KEY, text TEXT, city TEXT, country TEXT) WITHOUT ROWID;
CREATE TABLE subject (place INTEGER PRIMARY KEY, id TEXT UNIQUE, number INTEGER, line INTEGER, size INTEGER,
                      is_marked INTEGER, is_marking INTEGER);
CREATE TABLE taken (place INTEGER PRIMARY KEY, id TEXT UNIQUE, list_id TEXT, entity_id TEXT, listing TEXT);
BEGIN;
"""
_INDEXES = (
    "CREATE INDEX by_id ON entity (id, number)",
    "CREATE INDEX by_whom ON told (about, kind, number)",
    """UPDATE subject SET is_marked = 1, is_marking = 1
       WHERE EXISTS (SELECT 1 FROM told WHERE about = subject.id AND kind = 'sanction')""",
)
# In nested files an entity comes once whole and again, shorter, wherever it is named: the fullest one counts.
_ADD_SUBJECT = """INSERT INTO subject (id, number, line, size, is_marked, is_marking) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET number = excluded.number, line = excluded.line, size = excluded.size,
    is_marked = excluded.is_marked, is_marking = excluded.is_marking WHERE excluded.size > size"""
_IS_LISTED = "(is_marked OR NOT (SELECT max(is_marking) FROM subject))"
_LISTED = f"SELECT body, line FROM subject JOIN entity USING (number) WHERE {_IS_LISTED} ORDER BY place"
_LEFT = f"SELECT count(*) FROM subject WHERE NOT {_IS_LISTED}"
_TOLD_OF = "SELECT body FROM told JOIN entity USING (number) WHERE about = ? AND kind = ? ORDER BY number"


class Spilled:
    """All entities of one file. First they are added, then `settle` is called, then they are asked for."""

    def __init__(self, rows: sqlite3.Connection) -> None:
        self._rows, self._added = rows, 0

    def add(self, entity: Entity, line: int) -> None:
        """Lay down an entity, and whom it tells of."""
        self._added += 1
        number, schema = self._added, entity.schema
        is_read_again = schema in SUBJECTS or schema in TIES or schema in ABOUT or schema == "Occupancy"
        body = _packed(entity) if is_read_again else None
        name = entity.caption or entity.first("name") or entity.id
        self._rows.execute("INSERT INTO entity VALUES (?, ?, ?, ?)", (number, entity.id, name, body))
        if schema in SUBJECTS:
            is_marking = bool(entity.get("topics")) or entity.is_target is not None
            row = (entity.id, number, line, len(entity.properties), is_marked(entity), is_marking)
            self._rows.execute(_ADD_SUBJECT, row)
        elif schema == "Address":
            if found := address_in(entity):
                parts = (entity.id, found.text, found.city, found.country)
                self._rows.execute("INSERT OR REPLACE INTO address VALUES (?, ?, ?, ?)", parts)
        elif is_read_again:
            rows = [(about, kind, number) for about, kind in _told(entity)]
            self._rows.executemany("INSERT INTO told VALUES (?, ?, ?)", rows)

    def settle(self) -> None:
        """Make all that was added ready to be found."""
        for statement in _INDEXES:
            self._rows.execute(statement)

    def listed(self) -> Iterator[tuple[Entity, int]]:
        """Give each subject that is listed, with its line; where the file marks nobody, every subject."""
        return ((_unpacked(body), line) for body, line in self._rows.execute(_LISTED))

    def count_left(self) -> int:
        """Give how many subjects are not listed."""
        return int(self._rows.execute(_LEFT).fetchone()[0])

    def told_of(self, id_: str, kind: str) -> list[Entity]:
        """Give what tells of this entity, in the file's order: of kind `sanction`, `tie`, or `other`."""
        return [_unpacked(body) for (body,) in self._rows.execute(_TOLD_OF, (id_, kind))]

    def name_of(self, id_: str) -> str | None:
        """Give the name by which an entity of the file goes."""
        found = self._rows.execute("SELECT name FROM entity WHERE id = ? ORDER BY number LIMIT 1", (id_,)).fetchone()
        return found[0] if found else None

    def address_of(self, id_: str) -> Address | None:
        """Give the address that is an entity of its own."""
        found = self._rows.execute("SELECT text, city, country FROM address WHERE id = ?", (id_,)).fetchone()
        return Address(text=found[0], city=found[1], country=found[2]) if found else None

    def take(self, id_: str, listing: Listing) -> None:
        """Lay down the listing that an entity gave."""
        act = listing.designations[0]
        row = (id_, act.list_id, act.entity_id, json.dumps(listing_row(listing)))
        self._rows.execute("INSERT INTO taken (id, list_id, entity_id, listing) VALUES (?, ?, ?, ?)", row)

    def taken(self) -> Iterator[tuple[str, Listing]]:
        """Give each listing that was laid down, with its entity's id."""
        rows = self._rows.execute("SELECT id, listing FROM taken ORDER BY place")
        return ((id_, listing_of(json.loads(row))) for id_, row in rows)

    def act_of(self, id_: str) -> tuple[ListId, EntityId] | None:
        """Give the list, and the id on it, of an entity that gave a listing."""
        found = self._rows.execute("SELECT list_id, entity_id FROM taken WHERE id = ?", (id_,)).fetchone()
        return (ListId(found[0]), EntityId(found[1])) if found else None


@contextmanager
def spilling(path: Path) -> Iterator[Spilled]:
    """Give an empty place for a file's entities. Raises ListError where the disk has no room for them."""
    try:
        with closing(sqlite3.connect("", isolation_level=None)) as rows:  # "": a file that SQLite deletes itself
            rows.executescript(_TABLES)
            yield Spilled(rows)
    except sqlite3.Error as error:
        wanted = "as much room in the folder for temporary files (TMPDIR) as the file has bytes, unpacked"
        raise ListError(str(path), f"entities that cannot be laid on disk ({error})", wanted) from None


def is_marked(entity: Entity) -> bool:
    """Say that an entity itself says that it is listed: by a topic, or as a target where it has none."""
    topics = entity.get("topics")
    return any(topic in LISTED_TOPICS for topic in topics) if topics else bool(entity.is_target)


def _told(entity: Entity) -> list[tuple[str, str]]:
    """Give whom an entity tells of that is no subject itself, and as what."""
    if entity.schema in TIES:
        return [
            (id_, "tie") for id_ in dict.fromkeys(id_ for end in TIES[entity.schema].ends for id_ in entity.get(end))
        ]
    whom = entity.first(ABOUT.get(entity.schema, "holder")) or ""
    return [(whom, "sanction" if entity.schema == "Sanction" else "other")]


# Not as JSON: this gives tuples back as they were, half a surrogate pair too, in a third of the time. No other program
# reads it.
def _packed(entity: Entity) -> bytes:
    row = (entity.id, entity.schema, dict(entity.properties), entity.caption, entity.datasets, entity.referents)
    return marshal.dumps((*row, entity.is_target, entity.seen))


def _unpacked(body: bytes) -> Entity:
    id_, schema, properties, caption, datasets, referents, is_target, seen = marshal.loads(body)  # noqa: S302 # written by this very process
    return Entity(
        id=id_,
        schema=schema,
        properties=properties,
        caption=caption,
        datasets=datasets,
        referents=referents,
        is_target=is_target,
        seen=seen,
    )
