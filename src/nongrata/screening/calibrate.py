"""How often two parties of a score are one: a small monotone map from the score, fitted on labelled pairs."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp

NEARLY_ALL = 0.95  # between here and 1 lie the names that are the same: there the map is steeper
# Slope, what the top adds, and offset, for each kind: bench/fit_probability.py, on the pairs of bench/calibration.py.
FITTED: Mapping[str, tuple[float, float, float]] = {"person": (10.29, 1.90, -6.38), "body": (6.63, 1.79, -4.32)}


def probability_of(score: float, kind: str) -> float:
    """Give the probability that two are one, from their score and kind (person; all else is a body).

    >>> probability_of(0.2, "person") < 0.05 < 0.9 < probability_of(1.0, "person")
    True
    """
    slope, top, offset = FITTED.get(kind, FITTED["body"])
    told = slope * score + top * max(0.0, score - NEARLY_ALL) / (1 - NEARLY_ALL) + offset
    return round(1.0 / (1.0 + exp(-told)), 3)
