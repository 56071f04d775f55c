"""Time and memory of the command from a cold start: python -m bench.reading.cold [STORY] [--rounds N]

Prints medians. Without a story, the first demo story is read; the home is empty, so the lists are the starter list.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from bench.reading.speed import cold_start

DEMO = Path(__file__).parents[2] / "src" / "nongrata" / "outputs" / "demo" / "kim.txt"


def main() -> int:
    """Measure, and say what was measured."""
    parser = argparse.ArgumentParser(prog="bench.reading.cold", description=__doc__)
    parser.add_argument("story", nargs="?", type=Path, default=DEMO)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        told = cold_start(args.story, Path(home), rounds=args.rounds)
    name, rounds = args.story.name, args.rounds
    print(
        f"{name}, median of {rounds}: {told['seconds']:.2f} s wall, {told['cpu']:.2f} s user and system,"
        f" {told['MiB']:.0f} MiB at the most"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
