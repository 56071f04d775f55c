"""The search over all official lists: how fast, how large, and what it misses: python -m bench.search [SHARED]

Figures of speed are of one core (CPU time), of an index that was just opened, with nothing looked up before. With
NONGRATA_HOME, the lists kept there are searched; without, those of bench/lists.py are read first.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from bench.lists import FILES, digest_of
from bench.search_names import DEGENERATE, listed_queries, other_queries, synthetic_list
from bench.sections import Section
from nongrata.lists import read_lists
from nongrata.names.compare import DEFAULT_THRESHOLD, compare_ready
from nongrata.screening import ListIndex, build_index
from nongrata.screening.packed import open_index, pack_index
from nongrata.screening.postings import KINDS
from nongrata.screening.search import WEAK, Query, readings_of, search, search_all
from nongrata.settings import Settings
from nongrata.store.lists import ListShelf

BULK = 2_000  # names, half of them listed
SINGLE = 500
RECALLED = 300  # queries held against …
SAMPLE = 10_000  # … so many listed names, one by one
LARGE = 10  # times the lists, for the growth

Row = tuple[str, str]


def main() -> int:
    """Print the table."""
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("NONGRATA_SHARED", "../shared"))
    print("| search | measured |\n|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(os.environ.get("NONGRATA_HOME", folder))
        if home == Path(folder):
            fill(home, shared / "data" / "lists")
        for name, told in measured(home):
            print(f"| {name} | {told} |", flush=True)
    return 0


def section(shared: Path) -> Section:
    """Measure it for the page, in a process of its own: its memory is one of the figures."""
    told = subprocess.run([sys.executable, "-m", "bench.search", shared], check=True, stdout=subprocess.PIPE, text=True)
    lists = shared / "data" / "lists"
    return Section(digest=f"the lists' files `{digest_of(lists)[:16]}`", page=told.stdout.splitlines())


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
    yield "opened again", f"{(time.perf_counter() - wall) * 1000:.0f} ms, {_memory():.0f} MiB"
    yield "entries, names", f"{sum(len(party.listings) for party in index.parties):,}, {len(index.table.listed):,}"
    yield from speeds(opened(home))
    yield "memory after that", f"{_memory():.0f} MiB at most"
    yield from degenerate(index)
    yield "candidates kept of an exhaustive comparison's", recall(index)
    yield f"{LARGE} times the list", growth(index)


def opened(home: Path) -> ListIndex:
    """Open the index over a home's lists, as the desk does."""
    from nongrata.desk import open_desk  # noqa: PLC0415  (the desk imports the readers of stories; only here)

    return open_desk(Settings(home=home)).index


def speeds(index: ListIndex) -> Iterator[Row]:
    """Time names in bulk and one by one, each set new to the index."""
    listed = [query for _way, _owner, query in listed_queries(index, BULK // 2, 1)]
    queries = [*listed, *other_queries(index, BULK // 2, 1)]
    random.Random(1).shuffle(queries)
    cpu = time.process_time()
    found = sum(bool(hits) for hits in search_all(index, queries))
    took = time.process_time() - cpu
    yield "in bulk", f"{len(queries) / took:,.0f} names/s ({len(queries):,} names, {found:,} with a hit)"
    rest = [
        *(query for _way, _owner, query in listed_queries(index, SINGLE // 2, 2)),
        *other_queries(index, SINGLE // 2, 2),
    ]
    yield "one by one", _percentiles([_timed(index, query) for query in rest])


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
        yield what, f"{(time.process_time() - cpu) * 1000:.1f} ms, {len(hits)} hits"


def recall(index: ListIndex, queries: int = RECALLED, sample: int = SAMPLE) -> str:
    """Hold queries against a sample of the listed names, each with each; count what the search finds of the hits."""
    table = index.table
    readings = random.Random(3).sample(range(len(table.kinds)), min(sample, len(table.kinds)))
    owner_of = {place: int(table.owners[int(table.listed_of[place])]) for place in readings}
    hits = kept = 0
    for _way, _owner, query in listed_queries(index, queries, 3):
        found = {id(hit.party) for hit in search(index, query, limit=100_000)}
        wanted = {
            owner_of[place]
            for name in readings_of(query)
            for place in readings
            if KINDS[table.kinds[place]] == name.name.kind
            and compare_ready(name, table.reading(place), at_least=DEFAULT_THRESHOLD).score * _share(index, place)
            >= DEFAULT_THRESHOLD
        }
        hits += len(wanted)
        kept += sum(id(index.parties[owner]) in found for owner in wanted)
    return f"{kept} of {hits} ({kept / max(1, hits):.4f}), {queries} queries by {len(readings):,} names"


def _share(index: ListIndex, place: int) -> float:
    return WEAK if index.table.listed[int(index.table.listed_of[place])].kind == "weak" else 1.0


def growth(index: ListIndex) -> str:
    """Time the same names over a synthetic list as long as the real ones, and over one ten times as long."""
    queries = other_queries(index, 500, 4)
    costs, sizes = [], []
    for count in (len(index.parties), LARGE * len(index.parties)):
        data = b"".join(pack_index(build_index([synthetic_list(index, count)]), "key"))
        made = open_index(memoryview(data), "key")
        assert made is not None
        cpu = time.process_time()
        for _ in search_all(made, queries):
            pass
        costs.append((time.process_time() - cpu) * 1000 / len(queries))
        sizes.append(len(data) / 2**20)
    return (
        f"{costs[1] / costs[0]:.1f} times the cost of a name ({costs[0]:.2f} and {costs[1]:.2f} ms; "
        f"files of {sizes[0]:.0f} and {sizes[1]:.0f} MiB)"
    )


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    raise SystemExit(main())
