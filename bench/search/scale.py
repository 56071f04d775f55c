"""Lists far larger than all official ones.

python -m bench.search.scale [ENTRIES [NAMES]] (a million, of one to five names).

Their names are put together from the words of the real ones and from new ones, as real lists gain them while they grow
(coined.py); and for comparison from the words of the real ones alone, which makes ten times as many names like
any other. An index of a tenth of the entries and one of all are written, opened and searched, each in a process of its
own, of which time (CPU) and the most memory are told.
NONGRATA_HOME is a home with the lists; without, those of bench/lists/official.py are read first.
`python -m bench.search.scale 5000000 1` is five million names.
"""

from __future__ import annotations

import json
import mmap
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.lists.official import digest_of
from bench.memory import peak_mib
from bench.search.all_lists import Row, fill, opened
from bench.search.names import made_queries, pool_of, synthetic_list
from bench.sections import Section
from nongrata.screening.pack import index_of
from nongrata.screening.packed import open_index
from nongrata.screening.search import search_all

ENTRIES, MOST_NAMES = 1_000_000, 5
TIMES = 10  # how much longer the long list is
QUERIES = 500
NO_LIMIT = 100_000  # hits of a name
Told = dict[str, float]


def section(shared: Path) -> Section:
    """Measure it for the page."""
    rows = list(measured(shared, ENTRIES, MOST_NAMES))
    head = ["| long lists | wanted | measured |", "|---|---|---|"]
    digest = f"words of the lists' files `{digest_of(shared / 'data' / 'lists')[:16]}`"
    return Section(digest=digest, page=[*head, *(f"| {' | '.join(row[:3])} |" for row in rows)])


def measured(shared: Path, entries: int, most_names: int) -> Iterator[Row]:
    """Give each figure as it is measured."""
    with tempfile.TemporaryDirectory() as name:
        pool = write_pool(shared, Path(name))
        for words in ("new", "same"):
            yield from _grown(pool, entries, most_names, words)


def _grown(pool: Path, entries: int, most_names: int, words: str) -> Iterator[Row]:
    """Give the figures of lists with new words, or with the same as the real ones."""
    each = []
    for count in (entries // TIMES, entries):
        index, what = pool.parent / str(count), f"{count:,} entries, {words} words"
        built = _told("--build", pool, index, count, most_names, words)
        found = _told("--search", pool, index)
        each.append(found)
        size = index.stat().st_size / 2**20
        yield Row(f"{what}: written", "", f"{built['cpu']:.0f} s, {built['peak']:.0f} MiB at most")
        yield Row(f"{what}: opened", "500 ms", f"{found['opened']:.0f} ms (a file of {size:,.0f} MiB)")
        search = f"{found['each']:.2f} ms a name, {found['peak']:.0f} MiB at most"
        told = f"{search} ({found['names']:,.0f} names in {found['shards']} shards, {found['hits']:.1f} hits a name)"
        yield Row(f"{what}: searched, in bulk", "4 GiB at 1,000,000", told)
        index.unlink()
    cost, hits = (each[1][what] / max(each[0][what], 0.01) for what in ("each", "hits"))
    told = f"{cost:.1f} times the cost of a name, {hits:.1f} times the hits"
    yield Row(f"{TIMES} times the list, {words} words", "less than 3" if words == "new" else "", told)


def write_pool(shared: Path, folder: Path) -> Path:
    """Write the names that others are made from, so that who makes them need not open the lists."""
    home = Path(os.environ.get("NONGRATA_HOME", folder / "home"))
    if "NONGRATA_HOME" not in os.environ:
        fill(home, shared / "data" / "lists")
    (folder / "pool").write_text(json.dumps(pool_of(opened(home))))
    return folder / "pool"


def _told(*asked: object) -> Told:
    command = [sys.executable, "-m", "bench.search.scale", *map(str, asked)]
    told: Told = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    return told


def _build(pool: Path, index: Path, *asked: str) -> Told:
    """Write the index over a list that is made up entry by entry."""
    count, most_names, words = asked
    names = json.loads(pool.read_text())
    file = synthetic_list(names, int(count), most_names=int(most_names), with_new_words=words == "new")
    with index.open("wb") as out:
        out.writelines(index_of([file], (), "key"))
    return {"cpu": time.process_time(), "peak": peak_mib()}


def _search(pool: Path, index: Path) -> Told:
    """Open it, and search for names that are on no list but by chance."""
    queries = list(made_queries(json.loads(pool.read_text()), QUERIES, random.Random(4)))
    started = time.perf_counter()
    with index.open("rb") as file:
        made = open_index(memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)), "key")
    assert made is not None
    took = time.perf_counter() - started
    cpu = time.process_time()
    hits = sum(len(found) for found in search_all(made, queries, limit=NO_LIMIT))
    each = (time.process_time() - cpu) * 1000 / len(queries)
    return {
        "opened": took * 1000,
        "each": each,
        "peak": peak_mib(),
        "names": sum(len(table.listed) for table in made.shards),
        "shards": len(made.shards),
        "hits": hits / len(queries),
    }


def main() -> int:
    """Print the table."""
    match sys.argv[1:]:
        case ["--build", pool, index, *asked]:
            print(json.dumps(_build(Path(pool), Path(index), *asked)))
        case ["--search", pool, index]:
            print(json.dumps(_search(Path(pool), Path(index))))
        case sizes:
            entries, most = (*map(int, sizes), *(ENTRIES, MOST_NAMES)[len(sizes) :])
            print("| long lists | wanted | measured |\n|---|---|---|")
            for row in measured(Path(os.environ.get("NONGRATA_SHARED", "../shared")), entries, most):
                print(f"| {row.name} | {row.wanted} | {row.told} |", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
