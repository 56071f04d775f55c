"""The command run and watched: how long it took, of the processors too, its memory over time, and what it wrote."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from os import sysconf
from pathlib import Path
from typing import TypeVar

from nongrata.corpus.tables import TABLES
from nongrata.sources.parquet import read_rows

KILLS = 5
_LOOK_EVERY = 1.0  # seconds between two looks at memory
_STARTING = 3.0  # seconds before the first kill at the earliest
_WARM = 0.15  # of the parts, after which a run counts as warm


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a run came to."""

    seconds: float
    cpu: float
    memory: list[float]  # MiB
    pages: int
    warm: float  # pages a second between the first parts that were done and the last
    rows: str  # a digest of all rows
    passed: float  # share of the pages that pass the first look
    listed: float  # share of them in which a listed party is found
    dossier_bytes: int
    kills: int = 0

    @property
    def growth(self) -> float:
        """Memory at the end by memory after a fifth."""
        early, late = self._memory
        return late / early

    @property
    def _memory(self) -> tuple[float, float]:
        tenth = max(1, len(self.memory) // 10)
        early, late = self.memory[2 * tenth : 3 * tenth] or self.memory, self.memory[-2 * tenth : -tenth] or self.memory
        return sum(early) / len(early), sum(late) / len(late)

    def as_row(self, name: str) -> str:
        """Give it as a row of the table."""
        early, late = self._memory
        return (
            f"| {name} | {self.pages:,} | {self.seconds:.0f} | {self.cpu:.0f} | {self.pages / self.seconds:.1f} | "
            f"{self.warm:.1f} | {max(self.memory):.0f} | {early:.0f}, {late:.0f} |"
        )


Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class Step:
    """Does each thing once: what was done before, in this folder, is read again."""

    folder: Path

    def __call__(self, name: str, do: Callable[[], Told]) -> Told:
        """Give what this step came to, a thing that JSON can hold."""
        kept = self.folder / f"{name}.json"
        if kept.exists():
            told: Told = json.loads(kept.read_text("utf-8"))
            return told
        began = time.monotonic()
        print(f"corpus: {name}…", file=sys.stderr, flush=True)
        told = do()
        beside = kept.with_suffix(".part")
        beside.write_text(json.dumps(told), "utf-8")
        beside.replace(kept)
        print(f"corpus: {name} took {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
        return told

    def ran(self, name: str, do: Callable[[], Ran]) -> Ran:
        """Give what a run came to."""
        return Ran(**self(name, lambda: asdict(do())))


def run(archives: Sequence[Path], out: Path, *options: str) -> Ran:
    """Run the command from the start, and watch it."""
    shutil.rmtree(out, ignore_errors=True)
    with watched() as (memory, follow):
        cpu, seconds = follow(_command(archives, out, options))
    return _told(out, seconds, cpu, memory)


def kills(archives: Sequence[Path], out: Path, *, about: float) -> Ran:
    """Kill the run so many times at random, then let it end."""
    shutil.rmtree(out, ignore_errors=True)
    chance, killed = random.Random(9), 0
    command = _command(archives, out, ("--workers", "2"))
    began = time.monotonic()
    for _ in range(KILLS):
        running = subprocess.Popen(command)
        try:
            running.wait(timeout=_STARTING + chance.random() * 2 * about / KILLS)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()
            killed += 1
    with watched() as (memory, follow):
        cpu, _ = follow(command)
    return replace(_told(out, time.monotonic() - began, cpu, memory), kills=killed)


Follow = Callable[[Sequence[str]], tuple[float, float]]


@contextmanager
def watched() -> Iterator[tuple[list[float], Follow]]:
    """Give what runs a command to its end (CPU and seconds come back), and the memory it took meanwhile."""
    memory: list[float] = []

    def follow(command: Sequence[str]) -> tuple[float, float]:
        began = time.monotonic()
        running = subprocess.Popen(command)
        over = threading.Event()
        cpu: dict[int, float] = {}

        def look() -> None:
            while not over.wait(_LOOK_EVERY):
                family = _family(running.pid)
                memory.append(sum(map(_memory, family)))
                cpu.update((pid, max(cpu.get(pid, 0.0), _cpu(pid))) for pid in family)

        watching = threading.Thread(target=look)
        watching.start()
        running.wait()
        over.set()
        watching.join()
        return sum(cpu.values()), time.monotonic() - began

    yield memory, follow


def _told(out: Path, seconds: float, cpu: float, memory: list[float]) -> Ran:
    """Sum a run up, and remove what it wrote."""
    report = json.loads((out / "report.json").read_text("utf-8"))
    ran = Ran(
        seconds=seconds,
        cpu=cpu,
        memory=memory or [0.0],
        pages=report["pages"],
        warm=_warm(out),
        rows=digest_of_rows(out),
        passed=1 - report["dropped"] / report["pages"],
        listed=report["listed"] / report["pages"],
        dossier_bytes=_bytes(out) // max(1, report["dossiers"]),
    )
    shutil.rmtree(out)
    return ran


def _warm(out: Path) -> float:
    """Give how many pages a second were done after the first parts were, by the times of the parts' marks."""
    marks = sorted((path.stat().st_mtime, path) for path in (out / ".corpus" / "done").glob("*.json"))
    first = min(len(marks) - 1, max(2, int(len(marks) * _WARM)) - 1)
    pages = sum(json.loads(path.read_text("utf-8"))["pages"] for _, path in marks[first + 1 :])
    return float(pages / max(0.001, marks[-1][0] - marks[first][0]))


def digest_of_rows(out: Path) -> str:
    """Give a digest of all rows of all tables that does not hang on their order."""
    total = 0
    for table, kinds in TABLES.items():
        for file in (out / table).rglob("*.parquet"):
            for row in read_rows(file, list(kinds)):
                told = hashlib.sha256(f"{table} {file.parent.name} {row!r}".encode("utf-8", "replace")).digest()
                total += int.from_bytes(told, "big")
    return f"{total % 2**256:064x}"


def _bytes(out: Path) -> int:
    """Give how many bytes the tables take, without the samples of what was dropped."""
    return sum(
        file.stat().st_size for table in TABLES if table != "dropped" for file in (out / table).rglob("*.parquet")
    )


def _command(archives: Sequence[Path], out: Path, options: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", "nongrata", "corpus", *map(str, archives), "--out", str(out), *options]


def _family(pid: int) -> list[int]:
    """Give a process and all that it started, by whichever thread."""
    try:
        told = [path.read_text("ascii") for path in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:
        return []
    return [pid, *(each for children in told for child in children.split() for each in _family(int(child)))]


def _cpu(pid: int) -> float:
    """Give the seconds of the processors that a process took; Java, that nobody waits for, is told in no other way."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    except (OSError, UnicodeDecodeError):
        return 0.0
    return (int(told[11]) + int(told[12])) / sysconf("SC_CLK_TCK")


def _memory(pid: int) -> float:
    """Give what a process holds by itself, in MiB, shared pages by their share."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)
