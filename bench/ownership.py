"""A million stakes: load them, solve every regime, answer for one party: python -m bench.ownership [--edges N]

The graph is made up with the shape of registers: most companies have one or two owners, few owners have many
companies; circles and cross-holdings, untold shares and bands, a thousandth of the parties listed.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Iterator, Sequence

from nongrata.ownership.graph import Graph, graph_of
from nongrata.ownership.reckon import Answers, exposure_in
from nongrata.ownership.rules import RULES

BANDS = ("more than 25 but not more than 50", "more than 50 but less than 75", [75, 100])


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="bench.ownership", description=__doc__)
    parser.add_argument("--edges", type=int, default=1_000_000)
    edges = parser.parse_args().edges
    rows = list(made_up(edges))
    listed = [f"c{each}" for each in range(0, edges, 1000)]
    control = [(f"c{each}", f"c{each + 7}") for each in range(0, edges, 5000)]
    began = time.perf_counter()
    graph = graph_of(rows, control=control, parties=listed)
    print(f"load      {time.perf_counter() - began:6.1f} s  {len(graph.names):,} parties, {len(graph.keys):,} holdings")
    total = time.perf_counter() - began
    for regime in RULES:
        took, answers = _timed(graph, listed, regime)
        total += took
        worst = slowest(answers)
        caught = len(answers.solved.caught["low"].rank), len(answers.solved.caught["high"].rank)
        print(f"{regime:10s}{took:6.1f} s  caught {caught[0]:,} to {caught[1]:,}; slowest answer {worst * 1000:.1f} ms")
    print(f"in all    {total:6.1f} s  {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.2f} GiB at most")
    return 0


def _timed(graph: Graph, listed: Sequence[str], regime: str) -> tuple[float, Answers]:
    began = time.perf_counter()
    answers = exposure_in(graph, listed, regime)
    return time.perf_counter() - began, answers


def slowest(answers: Answers) -> float:
    """Give the longest time of one answer, over a sample and the most held and last caught parties."""
    caught = list(answers.solved.caught["high"].rank)
    names = answers.solved.graph.names
    sample = [*random.Random(7).sample(names, 200), *(names[each] for each in caught[-100:])]
    took = []
    for name in sample:
        began = time.perf_counter()
        answers.of(name)
        took.append(time.perf_counter() - began)
    return max(took)


def made_up(edges: int) -> Iterator[list[object]]:
    """Give stakes with the shape of registers."""
    dice = random.Random(1)
    for number in range(edges):
        owned = dice.randrange(edges)
        near = dice.random() < 0.7
        owner = max(0, owned - 1 - int(dice.expovariate(0.05))) if near else int(edges * dice.random() ** 3)
        kind = dice.random()
        share: object = 100 if kind < 0.3 else dice.choice(BANDS) if kind < 0.5 else dice.randrange(1, 10_000) / 100
        yield [f"c{owner}", f"c{owned}", None if kind > 0.97 else share]
        if number % 10_000 == 0:  # a circle
            yield [f"c{owned}", f"c{owner}", 100]


if __name__ == "__main__":
    raise SystemExit(main())
