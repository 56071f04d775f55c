"""How often two parties of a score are one: a small monotone map from the score, fitted on pairs held out."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp

# The logistic's slope and middle for each kind; fitted by tables/fit_calibration.py, see there for the pairs.
FITTED: Mapping[str, tuple[float, float]] = {"person": (14.0, 0.72), "body": (14.0, 0.74)}


def probability_of(score: float, kind: str) -> float:
    """Give the probability that two are one, from their score and kind (person; all else is a body).

    >>> probability_of(0.2, "person") < 0.05 < 0.9 < probability_of(1.0, "person")
    True
    """
    slope, middle = FITTED.get(kind, FITTED["body"])
    return round(1.0 / (1.0 + exp(-slope * (score - middle))), 3)
