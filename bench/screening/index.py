"""Screening over all official lists: ordinary people's names, altered names, and how fast answers come.

The index is what users have: all lists of bench/lists/official.py with their joins, or the altered names' 250 entities
alone.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bench.screening.altered import make_altered
from bench.screening.cases import Entity, Evasion, read_evasion
from bench.screening.peers import Peers
from bench.screening.scores import Times, times_of
from bench.screening.table import Table
from nongrata.lists import Designation, EntityId, ListedName, ListFile, ListId, Listing, ListVersion
from nongrata.screening import ListIndex, build_index
from nongrata.screening.query import Query
from nongrata.screening.search import search
from nongrata.values import fold

ORDINARY = 10_000
SPEED = 2_000  # names asked for the speed in bulk, half of them listed
JUDITHA = 20_000  # names that juditha is given, since it takes half a minute to take them in
SEED = 4
Made = tuple[Sequence[Evasion], Mapping[str, Entity]]  # altered names, and the entities that they were made from


def add_rows(table: Table, files: Sequence[ListFile], shared: Path, peers: Peers | None) -> None:
    """Put the rows that hang on the index below the others."""
    _add_evasion(table, "evasion", read_evasion(shared / "data" / "cases"), peers)
    if peers:
        _add_evasion(table, "evasion anew", make_altered(files, peers), peers)
    index = build_index(files)
    names = ordinary_names(peers)
    for name, asked in names.items():
        _add_ordinary(table, index, name, asked)
    _add_speed(table, index, names.get("census", []), peers)


def ordinary_names(peers: Peers | None) -> dict[str, list[str]]:
    """Give the ordinary names, by where they are from; none without the peers' environment, which has the tables."""
    return peers.ordinary(ORDINARY) if peers else {}


def entities_index(entities: Mapping[str, Entity]) -> ListIndex:
    """Give the index over entities of names alone, as a list of their own."""
    version = ListVersion(list_id=ListId("cases"), title="Cases", version="undated", sha256="", entities=len(entities))
    listings = tuple(_listing(key, entity) for key, entity in entities.items())
    return build_index([ListFile(version=version, listings=listings)])


def _listing(key: str, entity: Entity) -> Listing:
    names = tuple(ListedName(text=name) for name in entity["properties"]["name"])
    act = Designation(list_id=ListId("cases"), entity_id=EntityId(key), caption=names[0].text)
    return Listing(schema=entity["schema"], names=names, designations=(act,))


def _add_evasion(table: Table, title: str, made: Made, peers: Peers | None) -> None:
    """Search the altered names among the entities that they were made from, all of them, as a user would."""
    queries, entities = made
    index = entities_index(entities)
    told = {"Nongrata": [_found(index, query) for query in queries]}
    if peers:
        names = [name for entity in entities.values() for name in entity["properties"]["name"]]
        scores = peers.lookup(names, [query.query for query in queries]).scores
        told["juditha"] = [score > 0 for score in scores]  # of whichever entity: it tells the best name only
    is_named = [bool(query.wanted) for query in queries]
    for measured, wanted, which in (("recall", ".92", True), ("false alarms", ".03", False)):
        cells, value = {}, 0.0
        for name, hits in told.items():
            share = _share(hit for hit, is_one in zip(hits, is_named, strict=True) if is_one == which)
            cells[name] = f"{share:.3f}"
            value = share if name == "Nongrata" else value
        row = f"{title}, by the index ({len(queries)} queries): {measured}"
        table.add(row, wanted, cells, value=value, title=f"{title} by the index: {measured}")


def _found(index: ListIndex, query: Evasion) -> bool:
    hits = search(index, Query(names=(query.query,), schema=query.schema))
    if not query.wanted:
        return bool(hits)
    return any(act.entity_id in query.wanted for hit in hits for act in hit.party.designations)


def _add_ordinary(table: Table, index: ListIndex, where: str, names: Sequence[str]) -> None:
    """Count the names that are taken for a listed person who is called otherwise, and apart those called the same."""
    alarms = namesakes = 0
    for name in names:
        hits = search(index, Query(names=(name,), schema="Person"))
        is_same = any(_words(name) == _words(listed.text) for hit in hits for listed in hit.party.names)
        namesakes += is_same
        alarms += bool(hits) and not is_same
    share = 100 * alarms / max(1, len(names))
    cell = f"{share:.2f} % ({alarms}; besides {namesakes} full namesakes)"
    wanted = ".1 %" if where == "census" else ""
    row = f"false alarms, {len(names):,} ordinary names ({where})"
    table.add(row, wanted, {"Nongrata": cell}, value=share, title=f"ordinary names ({where}) wrongly found, per cent")


def _words(name: str) -> list[str]:
    return sorted(fold(name).split())


def _add_speed(table: Table, index: ListIndex, ordinary: Sequence[str], peers: Peers | None) -> None:
    """Ask names that are listed and names that are not, mixed, one by one, each for the first time."""
    rng = random.Random(SEED)
    listed = [
        name.text
        for party in rng.sample(range(len(index.parties)), SPEED // 2)
        for name in index.parties[party].names[:1]
    ]
    asked = [*listed, *ordinary[: SPEED // 2]]
    rng.shuffle(asked)
    seconds = []
    for name in asked:
        started = time.process_time()
        search(index, Query(names=(name,)))
        seconds.append(time.process_time() - started)
    cells = {"Nongrata": f"{_speed(times_of(seconds))} (over {len(index.shards[0].listed):,} names)"}
    if peers:
        names = [party.names[0].text for party in index.parties[:: max(1, len(index.parties) // JUDITHA)]]
        told = _speed(times_of(peers.lookup(names, asked).seconds))
        cells["juditha"] = f"{told} (over {len(names):,} names)"
    row = f"{len(asked):,} names on the lists and not, all lists, one by one, CPU time: a second, p50, p99"
    table.add(row, "1,000; 2 ms; 15 ms", cells)


def _speed(times: Times) -> str:
    return f"{times.per_second:,.0f}; {times.p50:.2f} ms; {times.p99:.1f} ms"


def _share(hits: Iterable[bool]) -> float:
    told = list(hits)
    return sum(told) / max(1, len(told))
