"""What a reading could score at most by the words of a name that were looked up: a bound above that of bounds.py.

It is worked out for hundreds of readings of a name, from their postings alone, and leaves a fifth of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nongrata.screening.bounds import (
    COST_BODY,
    COST_PERSON,
    HABIT,
    LEAST,
    LIGHT_TOLD,
    MOST_TOLD,
    SLACK,
    TOLD,
    TOLD_FOR_EACH,
    TOLD_WHOLE,
    Asked,
    Flags,
    Weights,
)
from nongrata.screening.lookup import Places
from nongrata.screening.nearwords import BELOW_READING, INITIAL, STEPS
from nongrata.screening.postings import Shares

# A row is one number: a name, a reading, a word of the name, and how like a word of the reading is to it, in steps.
Rows = NDArray[np.uint64]
NAME, READING, WORD = np.uint64(32 + BELOW_READING), np.uint64(BELOW_READING), np.uint64(8)  # where each begins
_ONE_WORD, _ONE_STEP = np.uint64(63), np.uint64(255)
_ROUNDED = 1e-4
# What agreement tells at most, by the steps of likeness: see bounds.py.
_TOLD = np.arange(STEPS + 1) / STEPS
_TOLD[(_TOLD >= TOLD_WHOLE) | (np.arange(STEPS + 1) == np.ceil(INITIAL * STEPS))] = 1.0


def firsts_of(rows: Rows) -> Places:
    """Give where each reading of each name begins."""
    pairs = rows >> READING
    return np.flatnonzero(np.concatenate(([True], pairs[1:] != pairs[:-1]))) if len(rows) else np.zeros(0, np.intp)


def names_of(rows: Rows) -> Places:
    """Give the name of each row."""
    return (rows >> NAME).astype(np.intp)


def of_words(rows: Rows, values: Sequence[Sequence[float]]) -> Weights:
    """Give what stands in `values` for the name and the word of each row."""
    begin = np.cumsum([0, *(len(each) for each in values[:-1])])
    words = ((rows >> WORD) & _ONE_WORD).astype(np.intp)
    found: Weights = np.array([value for each in values for value in each], dtype=np.float64)[
        begin[names_of(rows)] + words
    ]
    return found


def total_of(values: NDArray[np.generic], firsts: Places) -> Weights:
    """Add up the values of each reading."""
    return np.asarray(np.add.reduceat(values, firsts) if len(firsts) else np.zeros(0), dtype=np.float64)


class _Open(NamedTuple):
    """What a name's words weigh that may be in any reading, and what the others weigh and how many are no habit."""

    full: float
    left: float
    told: int
    most_full: float  # what any one of its words weighs at most: an initial in a reading may stand for it
    most_left: float


def may_reach(
    rows: Rows,
    asked: Sequence[Asked],
    looked_up: Sequence[Sequence[int]],
    at_least: Shares,
    initials: NDArray[np.uint8],
) -> Flags:
    """Say of each reading whether it could score enough, if all that is not known of it agreed.

    `initials` says how many each reading holds.
    """
    firsts = firsts_of(rows)
    names = names_of(rows[firsts])
    known = [_known(each, places) for each, places in zip(asked, looked_up, strict=True)]
    full = of_words(rows, [_of_known(each.full, among) for each, among in zip(asked, known, strict=True)])
    left = of_words(rows, [_of_known(each.weights, among) for each, among in zip(asked, known, strict=True)])
    rest = np.array([_open(each, among) for each, among in zip(asked, known, strict=True)]).reshape(-1, 5)[names]
    steps = (rows & _ONE_STEP).astype(np.intp)
    is_person = np.array([each.name.is_person for each in asked], dtype=np.bool_)[names]
    more_full = rest[:, 0] + initials * rest[:, 3]
    told = total_of(full * _TOLD[steps], firsts) + more_full + np.where(is_person, 0.0, LIGHT_TOLD)
    alike = total_of(full * (steps / STEPS), firsts) + more_full
    quality = alike / np.maximum(total_of(full, firsts) + more_full, 1e-6)
    more = np.maximum(rest[:, 1] - total_of(left, firsts) - initials * rest[:, 4], 0.0)
    cost, other = (np.where(is_person, *costs) for costs in zip(COST_PERSON, COST_BODY, strict=True))
    bounds = quality * np.maximum(1 - cost * more / (told + more + 1e-6), 1 - other)
    lost = np.maximum(rest[:, 2] - total_of(left > HABIT, firsts) - initials, 0.0)
    needed = np.minimum(MOST_TOLD, TOLD + TOLD_FOR_EACH * lost)
    is_told = np.array([each.is_person for each in asked], dtype=np.bool_)[names] & (more > LEAST)
    reach = np.where(is_told, bounds * np.minimum(1.0, told / needed), bounds)
    return np.asarray(reach >= at_least[names] - SLACK - _ROUNDED)


def _known(asked: Asked, looked_up: Sequence[int]) -> frozenset[int]:
    """Give the words of which the postings tell all: an initial may be the first letter of any word."""
    return frozenset(i for i in looked_up if not asked.initial[i])


def _of_known(weights: Sequence[float], known: frozenset[int]) -> list[float]:
    return [weight if i in known else 0.0 for i, weight in enumerate(weights)]


def _open(asked: Asked, known: frozenset[int]) -> _Open:
    return _Open(
        full=sum(weight for i, weight in enumerate(asked.full) if i not in known),
        left=sum(asked.weights[i] for i in known),
        told=sum(asked.weights[i] > HABIT for i in known),
        most_full=max(asked.full, default=0.0),
        most_left=max(asked.weights, default=0.0),
    )
