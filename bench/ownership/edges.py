"""A million stakes made up to the shape of registers: read from a csv, load, solve every regime, one answer.

python -m bench.ownership.edges [--edges 1000000]    prints CPU seconds of one core; each answer is timed alone
"""

from __future__ import annotations

import argparse
import csv
import gc
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bench.memory import peak_mib
from nongrata.ownership.law.rules import RULES
from nongrata.ownership.reckoning.graph import Graph, graph_of
from nongrata.ownership.reckoning.reckon import Answers, exposure_in
from nongrata.ownership.registers.from_csv import stakes_in_csv

BANDS = ("more than 25 but not more than 50", "more than 50 but less than 75", "75-100")


def main() -> int:
    """Measure and print as JSON."""
    parser = argparse.ArgumentParser(prog="bench.ownership.edges", description=__doc__)
    parser.add_argument("--edges", type=int, default=1_000_000)
    print(json.dumps(measured(parser.parse_args().edges), indent=1))
    return 0


def measured_apart(edges: int) -> Mapping[str, float]:
    """Measure in a process of its own, whose memory is nobody else's."""
    words = [sys.executable, "-m", "bench.ownership.edges", "--edges", str(edges)]
    out = subprocess.run(words, capture_output=True, check=True, text=True).stdout
    found: Mapping[str, float] = json.loads(out)
    return found


def measured(edges: int) -> dict[str, float]:
    """Give CPU seconds of reading with loading, and of solving; the slowest answers in milliseconds; the memory."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stakes.csv"
        _write(path, edges)
        return _measured(path, edges)


def _measured(path: Path, edges: int) -> dict[str, float]:
    listed = [f"c{each}" for each in range(0, edges, 1000)]
    control = [(f"c{each}", f"c{each + 7}") for each in range(0, edges, 5000)]
    began = time.process_time()
    graph = graph_of(stakes_in_csv(path), control=control, parties=listed)
    loaded = time.process_time() - began
    solved, answers = 0.0, []
    for regime in RULES:
        took, found = _timed(graph, listed, regime)
        solved += took
        answers += _answers(found)
    answers.sort()
    return {
        "parties": len(graph.names),
        "holdings": len(graph.keys),
        "load": loaded,
        "solve": solved,
        "answer p50 ms": answers[len(answers) // 2] * 1000,
        "answer p99 ms": answers[int(len(answers) * 0.99)] * 1000,
        "answer worst ms": answers[-1] * 1000,
        "GiB": peak_mib() / 1024,
    }


def _timed(graph: Graph, listed: Sequence[str], regime: str) -> tuple[float, Answers]:
    began = time.process_time()
    answers = exposure_in(graph, listed, regime)
    return time.process_time() - began, answers


def _answers(answers: Answers) -> list[float]:
    """Give how long answers take, of a sample and of those caught last, which have the longest ways."""
    caught = list(answers.solved.caught["high"].rank)
    names = answers.solved.graph.names
    sample = [*random.Random(7).sample(names, min(200, len(names))), *(names[each] for each in caught[-100:])]
    took = []
    gc.collect()
    for name in sample:
        began = time.process_time()
        answers.of(name)
        took.append(time.process_time() - began)
    return took


def _write(path: Path, edges: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out)
        table.writerow(("owner", "owned", "percent"))
        table.writerows(made_up(edges))


def made_up(edges: int) -> Iterator[tuple[str, str, str]]:
    """Give stakes with the shape of registers."""
    dice = random.Random(1)
    for number in range(edges):
        owned = dice.randrange(edges)
        near = dice.random() < 0.7
        owner = max(0, owned - 1 - int(dice.expovariate(0.05))) if near else int(edges * dice.random() ** 3)
        kind = dice.random()
        share = "100" if kind < 0.3 else dice.choice(BANDS) if kind < 0.5 else str(dice.randrange(1, 10_000) / 100)
        yield f"c{owner}", f"c{owned}", "" if kind > 0.97 else share
        if number % 10_000 == 0:  # a circle
            yield f"c{owned}", f"c{owner}", "100"


if __name__ == "__main__":
    raise SystemExit(main())
