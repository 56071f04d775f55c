"""What a name could score at most by what it shares with another: names/compare_*.py from above, said once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from nongrata.names.comparing.compare_people import INNER_MORE, LISTED_MORE, MOST_ASKED, TOLD_ENOUGH, TOLD_FOR_EACH

COST_PERSON = (INNER_MORE, LISTED_MORE)  # at least, of what the one side has alone, and the other
COST_BODY = (0.85, 0.85)  # … less than it is, for a short word at the end may be a legal form with a slip in it
HABIT = 0.3  # what a patronymic weighs at most, that is left out by habit
TOLD_WHOLE = 0.95  # from this likeness on, and for initials, agreement may tell all that the words weigh
WHOLE = 0.9  # the share that one of the two must hold of the other, …
WHOLE_FROM = 0.65  # … from this threshold on: names with words left over on both sides score less
SLACK = 0.03
EXACT = 0.999  # how alike the very same words are at least, as far as floats go
LEAST_BODY = 0.5  # what is left of a body's name weighs more than a legal form with a slip in it
LEAST = 0.01  # what a word that is left weighs at least
ANY_WORD = 1.0  # … and at most

Weights = NDArray[np.float64]
Flags = NDArray[np.bool_]
_N = TypeVar("_N", float, Weights)


def costs_of(is_person: Flags) -> Sequence[Weights]:
    """Give what words that the one side has alone cost at least, and those of the other."""
    return [np.where(is_person, *costs) for costs in zip(COST_PERSON, COST_BODY, strict=True)]


def share_kept(costs: Sequence[_N], told: _N, asked_more: _N, listed_more: _N) -> _N:
    """Give what is left of a score by what each side has alone, where so much is told by what both have."""
    return 1 - (costs[0] * asked_more + costs[1] * listed_more) / (told + asked_more + listed_more + 1e-6)


def share_told(told: _N, lost: _N) -> _N:
    """Give what is left of a person's score where so many words are lost, by how telling the others are."""
    share: _N = np.minimum(1.0, told / np.minimum(MOST_ASKED, TOLD_ENOUGH + TOLD_FOR_EACH * lost))
    return share
