"""How often two parties of a score are one: a small monotone map from the score, fitted on labelled pairs."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp

NEARLY_ALL = 0.95  # between here and 1 lie the names that are the same: there the map is steeper
CALLED = (0.66, 0.78)  # from here to there two begin to be taken for one: there it rises most
# Slope, what that adds, what the top adds, and offset: bench/calibration/fit.py, on the pairs of
# bench/calibration/outcomes.py.
FITTED: Mapping[str, tuple[float, float, float, float]] = {
    "person": (6.95, 2.55, 1.86, -5.17),
    "body": (2.00, 3.85, 1.60, -3.22),
}


def probability_of(score: float, kind: str) -> float:
    """Give the probability that two are one, from their score and kind (person; all else is a body).

    >>> probability_of(0.2, "person") < 0.05 < 0.9 < probability_of(1.0, "person")
    True
    """
    slope, step, top, offset = FITTED.get(kind, FITTED["body"])
    told = slope * score + step * min(1.0, max(0.0, (score - CALLED[0]) / (CALLED[1] - CALLED[0])))
    told += top * max(0.0, score - NEARLY_ALL) / (1 - NEARLY_ALL) + offset
    return round(1.0 / (1.0 + exp(-told)), 3)
