"""Time and memory of one story from a cold start. Watched, not gated: machines differ."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from statistics import median


def cold_start(story: Path, home: Path, *, rounds: int = 3) -> dict[str, float]:
    """Give what one `nongrata read` takes, the median of a few: seconds, CPU seconds, and the most memory in MiB."""
    taken = [_read_once(story, home) for _round in range(rounds)]
    seconds, cpu, peak = (median(column) for column in zip(*taken, strict=True))
    return {"seconds": round(seconds, 2), "cpu": round(cpu, 2), "MiB": round(peak)}


def _read_once(story: Path, home: Path) -> tuple[float, float, float]:
    started = time.perf_counter()
    command = str(Path(sys.executable).with_name("nongrata"))
    silent = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_RDWR, 0) for fd in (0, 1)]
    env = {**os.environ, "NONGRATA_HOME": str(home)}
    child = os.posix_spawn(command, [command, "read", str(story), "--json"], env, file_actions=silent)
    # Of this child alone: RUSAGE_CHILDREN would tell the most that any child before it held.
    _pid, status, used = os.wait4(child, 0)
    if status != 0:
        raise ChildProcessError(f"nongrata read {story}: status {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
