"""Recall, precision, F1 and the share of false alarms; how long each answer took."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import quantiles
from typing import TypeVar

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many pairs were rightly found, wrongly found, and missed, of how many."""

    right: int
    wrong: int
    missed: int
    pairs: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall.

        >>> round(Counts(right=8, wrong=2, missed=2, pairs=20).f1, 2)
        0.8
        """
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """How fast answers came: so many a second, and after how many milliseconds half and 99 of a hundred were there."""

    per_second: float
    p50: float
    p99: float


def count(scores: Iterable[float], labels: Iterable[bool], threshold: float) -> Counts:
    """Count what a threshold finds.

    >>> count([0.9, 0.8, 0.2], [True, False, True], 0.7)
    Counts(right=1, wrong=1, missed=1, pairs=3)
    """
    told = [(score >= threshold, label) for score, label in zip(scores, labels, strict=True)]
    return Counts(
        right=told.count((True, True)),
        wrong=told.count((True, False)),
        missed=told.count((False, True)),
        pairs=len(told),
    )


def timed(answer: Callable[[_T], float], asked: Sequence[_T]) -> tuple[list[float], Times]:
    """Give the answers, and how long they took one by one; the first is asked twice, so that loading is not counted."""
    if asked:
        answer(asked[0])
    scores, taken = [], []
    for each in asked:
        started = time.perf_counter()
        scores.append(answer(each))
        taken.append(time.perf_counter() - started)
    return scores, times_of(taken)


def times_of(seconds: Sequence[float]) -> Times:
    """Sum up how long each of a series took.

    >>> times_of([0.001] * 10).p50
    1.0
    """
    if len(seconds) < 2:
        seconds = [*seconds, *seconds] or [0.0, 0.0]
    cuts = quantiles(seconds, n=100)
    return Times(per_second=len(seconds) / max(sum(seconds), 1e-9), p50=cuts[49] * 1000, p99=cuts[98] * 1000)
