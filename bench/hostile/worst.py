"""Read the worst inputs, each by the command that users run: python -m bench hostile

Each must be answered - read, or skipped with its reason in one line - within 10 seconds of CPU and 1 GiB. The inputs
are made anew each time.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.hostile.inputs import INPUTS
from bench.quality import Score
from bench.sections import Section

MOST_SECONDS = 10.0
MOST_MIB = 1024.0
GIVE_UP = 120  # seconds of CPU, after which a reading is ended


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What became of one input."""

    name: str
    size: int
    status: int
    seconds: float  # of CPU
    mib: float
    said: str

    @property
    def is_good(self) -> bool:
        """Be answered in time and room: read (0), skipped (2), or some of it skipped (3)."""
        return self.status in (0, 2, 3) and self.seconds <= MOST_SECONDS and self.mib <= MOST_MIB


def read(name: str, make: Callable[[], bytes], folder: Path) -> Reading:
    """Read one input in a process of its own."""
    path = folder / name.replace(" ", "-").replace("/", "-")
    body = make()
    path.write_bytes(body)
    out, err = folder / "out", folder / "err"
    files = [
        (os.POSIX_SPAWN_OPEN, fd, str(to), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        for fd, to in ((1, out), (2, err))
    ]
    command = [
        "prlimit",
        f"--cpu={GIVE_UP}",
        str(Path(sys.executable).with_name("nongrata")),
        "read",
        str(path),
        "--json",
    ]
    child = os.posix_spawnp(
        command[0], command, {**os.environ, "NONGRATA_HOME": str(folder / "home")}, file_actions=files
    )
    _pid, status, used = os.wait4(child, 0)
    path.unlink()
    told = err.read_text("utf-8", "replace").strip().splitlines()
    return Reading(
        name=name,
        size=len(body),
        status=os.waitstatus_to_exitcode(status),
        seconds=round(used.ru_utime + used.ru_stime, 1),
        mib=round(used.ru_maxrss / 1024),
        said=told[-1].replace(str(path), name)[:150] if told else "read",
    )


def readings(inputs: Mapping[str, Callable[[], bytes]] = INPUTS) -> list[Reading]:
    """Read each input, after one that makes the index of the lists."""
    with tempfile.TemporaryDirectory() as folder:
        read("warm", lambda: b"Kim met Putin.", Path(folder))
        return [read(name, make, Path(folder)) for name, make in inputs.items()]


def _row(each: Reading) -> str:
    name = each.name + ("" if each.is_good else " (!)")
    return f"| {name} | {each.size / 1e6:.1f} | {each.said.replace('|', '/')} | {each.seconds} | {each.mib:.0f} |"


def section(_shared: Path) -> Section:
    """Measure, and give the section."""
    found = readings()
    rows = ["| input | MB | answer | seconds of CPU | MiB |", "|---|---|---|---|---|"]
    rows += map(_row, found)
    good = sum(each.is_good for each in found)
    limits = f"{MOST_SECONDS:g} seconds of CPU and 1 GiB, starting the command included"
    rows += ["", f"{good} of {len(found)} within {limits}."]
    digest = hashlib.sha256("\n".join(INPUTS).encode()).hexdigest()
    measures = {"hostile inputs answered in time and room": round(good / len(found), 4)}
    return Section(
        digest=f"`{digest[:16]}`", page=rows, scores=[Score(name="hostile", digest=digest, measures=measures)]
    )
