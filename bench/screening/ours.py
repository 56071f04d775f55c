"""Our own matcher, asked in the same way as the peers are."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Protocol

from bench.screening.cases import Case, Entity, Triple
from bench.screening.peers import Told
from nongrata.names.comparing.compare import DEFAULT_THRESHOLD
from nongrata.screening.entities.compare import compare
from nongrata.values.errors import SettingError


class Matcher(Protocol):
    """Whatever scores two entities from 0 to 1, and takes them for one from a threshold on."""

    @property
    def name(self) -> str:
        """Its column in the table."""

    @property
    def threshold(self) -> float:
        """The score from which two are taken for one."""

    @property
    def stricter(self) -> float:
        """A higher one, where many names are held against each other."""

    def pairs(self, pairs: Sequence[Case]) -> Told:
        """Give the score of each pair."""

    def against(self, queries: Sequence[Entity], listed: Sequence[Entity]) -> list[list[float]]:
        """Give for each query its score against each of the listed entities."""


class Ours:
    """Nongrata's own comparison, at its default threshold."""

    name = "Nongrata"
    threshold = DEFAULT_THRESHOLD
    stricter = DEFAULT_THRESHOLD

    def pairs(self, pairs: Sequence[Case]) -> Told:
        """Give the score of each pair, and the seconds that each took, reading the entities included."""
        scores, seconds = [], []
        for case in [*pairs[:1], *pairs]:  # the first is asked twice: it loads what is loaded at first use
            started = time.process_time()
            scores.append(_score(case))
            seconds.append(time.process_time() - started)
        return Told(scores=scores[1:], seconds=seconds[1:])

    def against(self, queries: Sequence[Entity], listed: Sequence[Entity]) -> list[list[float]]:
        """Give for each query its score against each of the listed entities."""
        return [[compare(query, each).score for each in listed] for query in queries]


def is_ordered(triple: Triple) -> bool:
    """Say whether the better query ranks above the worse one."""
    better, worse = (compare(each, triple.candidate) for each in (triple.better, triple.worse))
    return (better.rank, better.score) > (worse.rank, worse.score)


def _score(case: Case) -> float:
    """Give the score of two entities; 0 where one of them says nothing that could be compared."""
    try:
        return compare(case.left, case.right, names_in=case.names_in).score
    except SettingError:
        return 0.0
