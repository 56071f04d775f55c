"""Lists far larger than all official ones: python -m bench.scale [ENTRIES [NAMES]] (a million, of one to five names).

Their names are put together from the words of the real ones. An index of a tenth of the entries and one of all are
written, opened and searched, each in a process of its own, of which time (CPU) and the most memory are told.
NONGRATA_HOME is a home with the lists; without, those of bench/lists.py are read first.
`python -m bench.scale 5000000 1` is five million names.
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

from bench.lists import digest_of
from bench.memory import peak_mib
from bench.search import Row, fill, opened
from bench.search_names import made_queries, pool_of, synthetic_list
from bench.sections import Section
from nongrata.screening.pack import index_of
from nongrata.screening.packed import open_index
from nongrata.screening.search import search_all

ENTRIES, MOST_NAMES = 1_000_000, 5
TIMES = 10  # how much longer the long list is
QUERIES = 500
Told = dict[str, float]


def section(shared: Path) -> Section:
    """Measure it for the page."""
    rows = list(measured(shared, ENTRIES, MOST_NAMES))
    head = ["| long lists | wanted | measured |", "|---|---|---|"]
    digest = f"words of the lists' files `{digest_of(shared / 'data' / 'lists')[:16]}`"
    return Section(digest=digest, page=[*head, *(f"| {' | '.join(row[:3])} |" for row in rows)])


def measured(shared: Path, entries: int, most_names: int) -> Iterator[Row]:
    """Give each figure as it is measured."""
    each = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pool = write_pool(shared, folder)
        for count in (entries // TIMES, entries):
            index = folder / str(count)
            built = _told("--build", pool, index, count, most_names)
            found = _told("--search", pool, index)
            each.append(found["each"])
            size = index.stat().st_size / 2**20
            yield Row(f"{count:,} entries written", "", f"{built['cpu']:.0f} s, {built['peak']:.0f} MiB at most")
            yield Row(f"{count:,} entries opened", "500 ms", f"{found['opened']:.0f} ms (a file of {size:,.0f} MiB)")
            search = f"{found['each']:.2f} ms a name, {found['peak']:.0f} MiB at most ({found['names']:,.0f} names)"
            yield Row(f"{count:,} entries searched, in bulk", "4 GiB at 1,000,000", search)
            index.unlink()
    yield Row(f"{TIMES} times the list", "less than 3", f"{each[1] / each[0]:.1f} times the cost of a name")


def write_pool(shared: Path, folder: Path) -> Path:
    """Write the names that others are made from, so that who makes them need not open the lists."""
    home = Path(os.environ.get("NONGRATA_HOME", folder / "home"))
    if "NONGRATA_HOME" not in os.environ:
        fill(home, shared / "data" / "lists")
    (folder / "pool").write_text(json.dumps(pool_of(opened(home))))
    return folder / "pool"


def _told(*asked: object) -> Told:
    command = [sys.executable, "-m", "bench.scale", *map(str, asked)]
    told: Told = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    return told


def _build(pool: Path, index: Path, count: int, most_names: int) -> Told:
    """Write the index over a list that is made up entry by entry."""
    file = synthetic_list(json.loads(pool.read_text()), count, most_names=most_names)
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
    for _hits in search_all(made, queries):
        pass
    each = (time.process_time() - cpu) * 1000 / len(queries)
    return {"opened": took * 1000, "each": each, "peak": peak_mib(), "names": len(made.table.listed)}


def main() -> int:
    """Print the table."""
    match sys.argv[1:]:
        case ["--build", pool, index, count, most_names]:
            print(json.dumps(_build(Path(pool), Path(index), int(count), int(most_names))))
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
