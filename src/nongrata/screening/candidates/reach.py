"""What a reading could score at most by the words of a name that were looked up: a bound above that of bounds.py.

It is worked out for hundreds of readings of a name, from their postings alone, and leaves a fifth of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nongrata.screening.candidates.asked import Asked, covers_of, full_of, weights_of
from nongrata.screening.candidates.at_most import (
    ANY_WORD,
    COST_BODY,
    COST_PERSON,
    HABIT,
    LEAST,
    SLACK,
    TOLD_WHOLE,
    WHOLE,
    WHOLE_FROM,
    Flags,
    Weights,
    costs_of,
    share_kept,
    share_told,
)
from nongrata.screening.candidates.lookup import Places
from nongrata.screening.candidates.nearwords import BELOW_READING, INITIAL, STEPS
from nongrata.screening.candidates.postings import Shares

# A row is one number: a name, a reading, a word of the name, and how like a word of the reading is to it, in steps.
Rows = NDArray[np.uint64]
NAME, READING, WORD = np.uint64(32 + BELOW_READING), np.uint64(BELOW_READING), np.uint64(8)  # where each begins
_ONE_WORD, _ONE_STEP = np.uint64(63), np.uint64(255)
_ROUNDED = 1e-4
# What agreement tells at most, by the steps of likeness: see at_most.py.
_TOLD = np.arange(STEPS + 1) / STEPS
_TOLD[(_TOLD >= TOLD_WHOLE) | (np.arange(STEPS + 1) == np.ceil(INITIAL * STEPS))] = 1.0


def firsts_of(rows: Rows) -> Places:
    """Give where each reading of each name begins."""
    pairs = rows >> READING
    return np.flatnonzero(np.concatenate(([True], pairs[1:] != pairs[:-1]))) if len(rows) else np.zeros(0, np.intp)


def names_of(rows: Rows) -> Places:
    """Give the name of each row."""
    return (rows >> NAME).astype(np.intp)


def words_at(rows: Rows, asked: Sequence[Asked]) -> Places:
    """Give of each row the place of its word among those of all names."""
    begin = np.cumsum([0, *(len(each.tokens) for each in asked[:-1])])
    places: Places = begin[names_of(rows)] + ((rows >> WORD) & _ONE_WORD).astype(np.intp)
    return places


def of_words(values: Iterable[Sequence[float]], at: Places) -> Weights:
    """Give what stands in `values`, by names and words, at these places."""
    return np.array([value for each in values for value in each], dtype=np.float64)[at]


def total_of(values: NDArray[np.generic], firsts: Places) -> Weights:
    """Add up the values of each reading."""
    return np.asarray(np.add.reduceat(values, firsts) if len(firsts) else np.zeros(0), dtype=np.float64)


class Listed(NamedTuple):
    """Of each reading: how many initials it holds, and what its words weigh where they find no partner."""

    initials: NDArray[np.uint8]
    left: Shares


class Known(NamedTuple):
    """A name with its words of which the postings tell all, and what is to be said of the others."""

    asked: Asked
    words: frozenset[int]

    def of(self, weights: Sequence[float]) -> list[float]:
        """Give what the known words weigh, and nothing for others."""
        return [weight if i in self.words else 0.0 for i, weight in enumerate(weights)]

    @property
    def rest(self) -> tuple[float, ...]:
        """Say what the name's words weigh that may be in any reading, and what the others do; see `_Rest`."""
        asked, words = self.asked, self.words
        return (
            sum(weight for i, weight in enumerate(asked.full) if i not in words),
            sum(asked.weights[i] for i in words),
            sum(asked.weights[i] > HABIT for i in words),
            max(asked.full, default=0.0),
            max(asked.weights, default=0.0),
            sum(most for i, most in enumerate(asked.covers) if i not in words) + asked.spare * ANY_WORD,
            len(asked.tokens) - len(words),
            asked.total,
            asked.light,
        )


class _Rest(NamedTuple):
    """What `Known.rest` says of each reading's name."""

    full: Weights
    left: Weights
    told: Weights  # how many of the others are no habit
    most_full: Weights  # what any one of the words weighs at most: an initial in a reading may stand for it
    most_left: Weights
    covers: Weights  # what listed words like those that may be in any reading weigh
    words: Weights  # how many these are
    total: Weights
    light: Weights


def known_of(asked: Asked) -> Known:
    """Give a name with its words that are no initials: an initial may be the first letter of any word."""
    return Known(asked, frozenset(i for i, is_initial in enumerate(asked.initial) if not is_initial))


def may_reach(rows: Rows, names: Sequence[Known], listed: Listed, at_least: Shares) -> Flags:
    """Say of each reading whether it could score enough, if all that is not known of it agreed."""
    firsts, at = firsts_of(rows), words_at(rows, [each.asked for each in names])
    of_name = names_of(rows[firsts])
    rest = _Rest(*np.array([each.rest for each in names]).reshape(-1, len(_Rest._fields)).T[:, of_name])
    full, left, covers = (
        of_words((each.of(weights(each.asked)) for each in names), at) for weights in (full_of, weights_of, covers_of)
    )
    steps = (rows & _ONE_STEP).astype(np.intp)
    is_person = np.array([each.asked.name.is_person for each in names], dtype=np.bool_)[of_name]
    more_full = rest.full + listed.initials * rest.most_full
    told = total_of(full * _TOLD[steps], firsts) + more_full + rest.light
    alike = total_of(full * (steps / STEPS), firsts) + more_full
    quality = alike / np.maximum(total_of(full, firsts) + more_full, 1e-6)
    asked_more = np.maximum(rest.left - total_of(left, firsts) - listed.initials * rest.most_left, 0.0)
    covered = total_of(covers, firsts) + rest.covers + listed.initials * ANY_WORD
    listed_more = np.maximum(listed.left - covered - _ROUNDED, 0.0)
    more = asked_more + listed_more
    costs = costs_of(is_person)
    bounds = quality * np.maximum(share_kept(costs, told, asked_more, listed_more), 1 - costs[1])
    lost = np.maximum(rest.told - total_of(left > HABIT, firsts) - listed.initials, 0.0)
    is_told = np.array([each.asked.is_person for each in names], dtype=np.bool_)[of_name] & (more > LEAST)
    is_lone = np.diff(firsts, append=len(rows)) + rest.words + listed.initials < 2
    reach = np.where(is_told, bounds * np.where(is_lone, 0.0, share_told(told, lost)), bounds)
    whole = (asked_more <= (1 - WHOLE) * rest.total) | (listed_more <= (1 - WHOLE) * listed.left)
    least = at_least[of_name]
    return np.asarray((reach >= least - SLACK - _ROUNDED) & (whole | (least < WHOLE_FROM)))


def most_left(asked: Asked, at_least: float) -> float:
    """Give what the words of a listed name may weigh at most, all together, for it to be like a name."""
    covered = sum(asked.covers) + asked.spare * ANY_WORD
    if asked.is_person and len(asked.tokens) - sum(asked.initial) < 2:
        return covered + LEAST + _ROUNDED  # one shared word makes no person
    _cost, other = COST_PERSON if asked.name.is_person else COST_BODY
    told = sum(asked.full) + asked.light
    lost = 1 - at_least + SLACK + _ROUNDED
    return covered + told * lost / (other - lost) + _ROUNDED if lost < other else np.inf
