"""Time and memory of one story from a cold start. Watched, not gated: machines differ."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from statistics import median


def cold_start(story: Path, home: Path, *, rounds: int = 3) -> dict[str, float]:
    """Give the seconds that one `nongrata read` takes (the median of a few) and the most memory it held, in MiB."""
    seconds = []
    for _round in range(rounds):
        started = time.perf_counter()
        subprocess.run(
            [Path(sys.executable).with_name("nongrata"), "read", story, "--json"],
            env={**os.environ, "NONGRATA_HOME": str(home)},
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        seconds.append(time.perf_counter() - started)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return {"seconds": round(median(seconds), 2), "MiB": round(peak / 1024)}
