"""The search over all official lists: how fast, how large, and what it misses.

python -m bench.search.all_lists [SHARED]

Figures of speed are of one core (CPU time), of an index that was just opened, with nothing looked up before. With
NONGRATA_HOME, the lists kept there are searched; without, those of bench/lists/official.py are read first.
"""

from __future__ import annotations

import gc
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from bench.lists.official import FILES, digest_of
from bench.memory import peak_mib
from bench.quality import Score
from bench.search.names import DEGENERATE, listed_queries, other_queries
from bench.sections import Section
from nongrata.lists import read_lists
from nongrata.names.comparing.compare import DEFAULT_THRESHOLD, compare_ready
from nongrata.names.ready import Ready
from nongrata.screening import ListIndex
from nongrata.screening.candidates.postings import KINDS
from nongrata.screening.query import Query, readings_of
from nongrata.screening.search import WEAK, search, search_all
from nongrata.settings import Settings
from nongrata.store.lists.shelf import ListShelf

BULK = 2_000  # names, half of them listed
SINGLE = 500
RECALLED = 3_000  # queries held against all names of whom they are made from, and …
SAMPLE = 500  # … so many other listed names, one by one


class Row(NamedTuple):
    """A line of the table; with a value where a floor is held."""

    name: str
    wanted: str
    told: str
    value: float | None = None


class Recall(NamedTuple):
    """What an exhaustive comparison finds, how much of it the search finds, and what it misses."""

    hits: int
    kept: int
    missed: list[tuple[str, str, int]]  # how the query was altered, the query, the reading

    @property
    def share(self) -> float:
        """The share that is found."""
        return self.kept / max(1, self.hits)


def main() -> int:
    """Print the table; with --json, a line of JSON for each row."""
    if "--memory" in sys.argv:
        print(_search_once(Path(os.environ["NONGRATA_HOME"])))
        return 0
    asked = [each for each in sys.argv[1:] if each != "--json"]
    shared = Path(asked[0] if asked else os.environ.get("NONGRATA_SHARED", "../shared"))
    if "--json" not in sys.argv:
        print("| search | wanted | measured |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(os.environ.get("NONGRATA_HOME", folder))
        if home == Path(folder):
            fill(home, shared / "data" / "lists")
        for row in measured(home):
            is_json = "--json" in sys.argv
            print(json.dumps(row) if is_json else f"| {row.name} | {row.wanted} | {row.told} |", flush=True)
    return 0


def section(shared: Path) -> Section:
    """Measure it for the page, in a process of its own: its memory is one of the figures."""
    command = [sys.executable, "-m", "bench.search.all_lists", str(shared), "--json"]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    rows = [Row(*json.loads(line)) for line in told.stdout.splitlines()]
    digest = digest_of(shared / "data" / "lists")
    measures = {row.name: row.value for row in rows if row.value is not None}
    return Section(
        digest=f"the lists' files `{digest[:16]}`",
        page=["| search | wanted | measured |", "|---|---|---|", *(f"| {' | '.join(row[:3])} |" for row in rows)],
        scores=[Score(name="search", digest=digest, measures=measures)],
    )


def fill(home: Path, lists: Path) -> None:
    """Read the lists into a home."""
    shelf = ListShelf(home)
    for name in FILES:
        (file,) = read_lists([lists / name])
        shelf.add(file, [lists / name], now=datetime.now(UTC))


def measured(home: Path) -> Iterator[Row]:
    """Give each figure as it is measured."""
    opened(home)
    wall = time.perf_counter()
    index = opened(home)
    yield Row("opened again", "500 ms", f"{(time.perf_counter() - wall) * 1000:.0f} ms")
    names = f"{sum(len(party.listings) for party in index.parties):,}, {len(index.shards[0].listed):,}"
    yield Row("entries, names", "", names)
    yield from speeds(home)
    yield Row("memory of a process that searched for all these", "500 MiB", _memory_alone(home))
    yield from degenerate(index)
    kept = recall(index)
    told = f"{kept.kept} of {kept.hits} ({kept.share:.4f}), {RECALLED} queries by the party's names and {SAMPLE} others"
    yield Row("candidates kept of an exhaustive comparison's", ".999", told, round(kept.share, 4))


def _memory_alone(home: Path) -> str:
    """Give the memory of a process that opens the index and searches once, since this one opened it often."""
    told = subprocess.run(
        [sys.executable, "-m", "bench.search.all_lists", "--memory"],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "NONGRATA_HOME": str(home)},
    )
    return told.stdout.strip()


def _search_once(home: Path) -> str:
    """Search for all lots over one index, and say what memory that took."""
    index = opened(home)
    for queries in _lots(index).values():
        for _hits in search_all(index, queries):
            pass
    return f"{peak_mib():.0f} MiB at most"


def opened(home: Path) -> ListIndex:
    """Open the index over a home's lists, as the desk does."""
    from nongrata.desk import open_desk  # noqa: PLC0415  (the desk imports the readers of stories; only here)

    return open_desk(Settings(home=home)).index


def speeds(home: Path) -> Iterator[Row]:
    """Time names in bulk and one by one, each lot over an index that was just opened."""
    for what, queries in _lots(opened(home)).items():
        index = opened(home)
        gc.collect()  # what was made to make the names is no part of searching for them
        cpu = time.process_time()
        found = sum(bool(hits) for hits in search_all(index, queries))
        took = time.process_time() - cpu
        told = f"{len(queries) / took:,.0f} names/s ({len(queries):,} names, {found:,} with a hit)"
        yield Row(f"in bulk, {what}", "1,000 names/s", told)
    index = opened(home)
    rest = [query for _way, _owner, query in listed_queries(index, SINGLE // 2, 2)]
    rest += other_queries(index, SINGLE // 2, 2)
    yield Row("one by one", "p50 2, p99 15 ms", _percentiles([_timed(index, query) for query in rest]))


def _lots(index: ListIndex) -> dict[str, list[Query]]:
    """Give lots of names, half of each on the lists, in an order that chance gives."""
    altered = [query for _way, _owner, query in listed_queries(index, BULK // 2, 1)]
    parties = random.Random(4).sample(range(len(index.parties)), BULK // 2)
    as_listed = [Query(names=(index.parties[party].names[0].text,)) for party in parties]
    others = other_queries(index, BULK // 2, 1)
    unknown = [Query(names=query.names) for query in other_queries(index, BULK // 2, 5)]
    lots = {
        "listed ones altered, told what each is": [*altered, *others],
        "as listed, not told what each is": [*as_listed, *unknown],
    }
    for lot in lots.values():
        random.Random(1).shuffle(lot)
    return lots


def _timed(index: ListIndex, query: Query) -> float:
    cpu = time.process_time()
    search(index, query)
    return (time.process_time() - cpu) * 1000


def _percentiles(times: Sequence[float]) -> str:
    ordered = sorted(times)
    return ", ".join(
        f"p{share} {ordered[min(len(ordered) - 1, len(ordered) * share // 100)]:.1f} ms" for share in (50, 95, 99)
    )


def degenerate(index: ListIndex) -> Iterator[Row]:
    """Time what nobody should ask for."""
    for what, names in DEGENERATE.items():
        cpu = time.process_time()
        hits = search(index, Query(names=names))
        yield Row(what, "", f"{(time.process_time() - cpu) * 1000:.1f} ms, {len(hits)} hits")


def recall(index: ListIndex, queries: int = RECALLED, sample: int = SAMPLE) -> Recall:
    """Hold queries against all names of the party that each is made from and against a sample of the others.

    Each with each; what reaches the threshold is what the search is to find.
    """
    table, chance = index.shards[0], random.Random(3)
    some = chance.sample(range(len(table.kinds)), min(sample, len(table.kinds)))
    of_owner: dict[int, list[int]] = {}
    for place, listed in enumerate(table.listed_of.tolist()):
        of_owner.setdefault(int(table.owners[listed]), []).append(place)
    hits = kept = 0
    missed = []
    for way, owner, query in listed_queries(index, queries, 3):
        found = {id(hit.party) for hit in search(index, query, limit=100_000)}
        wanted = _wanted(index, query, [*of_owner[owner], *some])
        hits += len(wanted)
        kept += sum(id(index.parties[each]) in found for each in wanted)
        missed += [
            (way, query.names[0], place) for each, place in wanted.items() if id(index.parties[each]) not in found
        ]
    return Recall(hits=hits, kept=kept, missed=missed)


def _wanted(index: ListIndex, query: Query, places: Sequence[int]) -> dict[int, int]:
    """Give the parties that a comparison with each of these readings finds, each with one of them."""
    (table,) = index.shards
    return {
        int(table.owners[int(table.listed_of[place])]): place
        for name in readings_of(query)
        for place in places
        if KINDS[table.kinds[place]] == name.name.kind
        and _score(name, table.reading(place)) * _share(index, place) >= DEFAULT_THRESHOLD
    }


def _score(name: Ready, listed: Ready) -> float:
    """Give the score that the search gives: what may be chance among very many names counts less."""
    found = compare_ready(name, listed, at_least=DEFAULT_THRESHOLD)
    return found.score * found.among_many


def _share(index: ListIndex, place: int) -> float:
    return WEAK if index.shards[0].listed[int(index.shards[0].listed_of[place])].kind == "weak" else 1.0


if __name__ == "__main__":
    raise SystemExit(main())
