"""Whole runs, measured: python -m bench corpus (NONGRATA_BENCH_PAGES says how many pages; 2,000 unless told)

One worker against two, Spark against local workers, memory over the run, five kills, and how costs grow.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.corpus_pages import chosen_pools, templated, write_archives
from bench.growth import as_svg, curves
from bench.quality import Score
from bench.sections import Section
from bench.triage import bench_home, tools_of
from nongrata.corpus.tables import TABLES
from nongrata.sources.parquet import read_rows

PAGES = 2_000
KILLS = 5
EACH = 250  # pages in an archive
_LOOK_EVERY = 0.5  # seconds between two looks at memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """A run of the command: how long it took, of the processors too, and the memory of it and its workers over time."""

    seconds: float
    cpu: float
    memory: tuple[float, ...]  # MiB


def section(shared: Path) -> Section:
    """Measure all."""
    count = int(os.environ.get("NONGRATA_BENCH_PAGES", PAGES))
    with bench_home(shared) as home, tempfile.TemporaryDirectory() as made:
        folder, each = Path(made), tools_of(home)
        os.environ["NONGRATA_HOME"] = str(home)  # for the commands that are run
        listed, others = chosen_pools(shared, each)
        archives = write_archives(folder, templated(count, listed, others), each=EACH)
        one = run(archives, folder / "one", "--workers", "1")
        two = run(archives, folder / "two", "--workers", "2")
        spark = run(archives, folder / "spark", "--engine", "spark", "--master", "local[2]")
        killed = kills(archives, folder / "killed", about=two.seconds)
        same = [rows(folder / name) == rows(folder / "one") for name in ("two", "spark", "killed")]
        dossiers = size_of(folder / "one")
        grown = curves(shared, each)
    runs = {"one worker": one, "two workers": two, "Spark, local[2]": spark}
    lines = [
        f"{count:,} pages in {len(archives)} archives; 3 % name listed parties, one in ten is not English. Wall times",
        "are of a machine that others used as well: what the processors' time lacks of the workers' time went to them.",
        "",
        "| run | seconds | of CPU | pages a second | peak MiB | MiB in the second tenth, the last tenth |",
        "|---|---|---|---|---|---|",
        *(_row(name, ran, count) for name, ran in runs.items()),
        "",
        "| measure | bar | reached |",
        "|---|---|---|",
        f"| two workers against one, wall | 1.8 | {one.seconds / two.seconds:.2f} |",
        f"| … CPU of one against CPU of two | | {one.cpu / two.cpu:.2f} |",
        f"| Spark’s rate against two local workers’, start included | .8 | {two.seconds / spark.seconds:.2f} |",
        f"| rows of two workers, of Spark, of {killed} kills and a resume: equal to one worker’s | all | {same} |",
        f"| bytes a dossier, all tables | | {dossiers:,} |",
        "",
        "### Growth",
        "",
        *grown.lines,
        "",
        "![growth](corpus_growth.svg)",
    ]
    score = Score(name="corpus", digest=f"{count} pages", measures={"runs with the same rows": sum(same) / len(same)})
    return Section(
        digest=f"{count} templated pages", page=lines, scores=[score], beside={"corpus_growth.svg": as_svg(grown)}
    )


def run(archives: Sequence[Path], out: Path, *options: str) -> Ran:
    """Run the command; watch it."""
    before, began = os.times(), time.monotonic()
    running = subprocess.Popen(_command(archives, out, options), stderr=subprocess.DEVNULL)
    with watched(running.pid) as memory:
        running.wait()
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Ran(seconds=time.monotonic() - began, cpu=cpu, memory=tuple(memory))


def kills(archives: Sequence[Path], out: Path, *, about: float) -> int:
    """Kill the run so many times at random, then let it end; give how often it was killed."""
    chance, killed = random.Random(9), 0
    for _ in range(KILLS):
        running = subprocess.Popen(_command(archives, out, ("--workers", "2")), stderr=subprocess.DEVNULL)
        try:
            running.wait(timeout=8 + chance.random() * about / KILLS)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()
            killed += 1
    subprocess.run(_command(archives, out, ("--workers", "2")), stderr=subprocess.DEVNULL, check=False)
    return killed


@contextmanager
def watched(pid: int) -> Iterator[list[float]]:
    """Look at the memory of a process and its children now and then."""
    found: list[float] = []
    over = threading.Event()

    def look() -> None:
        while not over.wait(_LOOK_EVERY):
            found.append(sum(map(_memory, _family(pid))))

    watching = threading.Thread(target=look)
    watching.start()
    yield found
    over.set()
    watching.join()


def rows(out: Path) -> dict[str, list[str]]:
    """Give all rows of all tables, as texts, sorted."""
    return {
        table: sorted(repr(row) for file in (out / table).rglob("*.parquet") for row in read_rows(file, list(kinds)))
        for table, kinds in TABLES.items()
    }


def size_of(out: Path) -> int:
    """Give how many bytes the tables take for each dossier, without the samples of what was dropped."""
    files = [file for table in TABLES if table != "dropped" for file in (out / table).rglob("*.parquet")]
    count = sum(1 for file in (out / "dossiers").rglob("*.parquet") for _ in read_rows(file, ["dossier"]))
    return sum(file.stat().st_size for file in files) // max(1, count)


def _command(archives: Sequence[Path], out: Path, options: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", "nongrata", "corpus", *map(str, archives), "--out", str(out), *options]


def _row(name: str, ran: Ran, count: int) -> str:
    tenth = max(1, len(ran.memory) // 10)
    second, last = ran.memory[tenth : 2 * tenth] or ran.memory, ran.memory[-2 * tenth : -tenth] or ran.memory
    steady = f"{sum(second) / len(second):.0f}, {sum(last) / len(last):.0f}"
    return (
        f"| {name} | {ran.seconds:.0f} | {ran.cpu:.0f} | {count / ran.seconds:.1f} | {max(ran.memory):.0f} | {steady} |"
    )


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    except OSError:
        return []
    return [pid, *(each for child in children for each in _family(int(child)))]


def _memory(pid: int) -> float:
    """Give what a process holds by itself, in MiB, shared pages by their share."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)
