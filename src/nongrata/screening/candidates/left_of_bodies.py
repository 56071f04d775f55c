"""Which words are surely left over where names of bodies are compared, and what that leaves of a score at most."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from nongrata.names.comparing.coined import ONE_ACTIVITY, SLIGHT
from nongrata.names.comparing.compare_bodies import PLACE_MORE
from nongrata.screening.candidates.asked import Asked, full_of, marks_of, weights_of
from nongrata.screening.candidates.at_most import EXACT, Flags, Weights
from nongrata.screening.candidates.leftmarks import LIKE_FORM, OWN, PLACE
from nongrata.screening.candidates.pairing import Likeness, Words


class Left(NamedTuple):
    """What surely is left over, of each reading."""

    is_apart: Flags  # words of both, or of one where no more than an activity is shared
    share: Weights  # what is left of the score where one of them has a place alone


class _Side(NamedTuple):
    """What is seen of one of two names."""

    more: Weights  # words that are left over, but places
    places: Weights  # … and places
    own: Weights  # words that may be the body's own, and have a partner
    others: Weights  # words with a partner that tell anything
    loose: Weights  # … which is another word


def left_of_bodies(asked: Sequence[Asked], words: Words, likeness: Likeness) -> Left:
    """Give what is surely left over of each two names; nothing of persons."""
    ours, theirs = _asked_side(asked, likeness), _listed_side(words, likeness)
    has_left = [(side.more > 0) | (side.places > 0) for side in (ours, theirs)]
    spare, size = np.array([(each.spare, len(each.name.tokens)) for each in asked]).T[:, words.found.names]
    is_activity = (ours.own + theirs.own == 0) & (np.minimum(ours.others + spare, theirs.others) <= ONE_ACTIVITY)
    is_whole = (size == np.diff(words.firsts, append=len(words.words))) | (spare > 0)
    is_apart = (has_left[0] & has_left[1]) | (is_activity & (has_left[0] | has_left[1] | ~is_whole | (ours.loose > 0)))
    has_place = (ours.places > 0) | (theirs.places > 0)
    return Left(is_apart & ~words.is_person, np.where(has_place & ~words.is_person, PLACE_MORE, 1.0))


def _asked_side(asked: Sequence[Asked], likeness: Likeness) -> _Side:
    marks = likeness.of_words(asked, marks_of).astype(np.uint8)
    full, weights = likeness.of_words(asked, full_of), likeness.of_words(asked, weights_of)
    is_paired = likeness.likest > 0
    return _Side(
        likeness.total(~is_paired & (weights > 0) & (marks & (LIKE_FORM | PLACE) == 0)),
        likeness.total(~is_paired & (marks & PLACE > 0)),
        likeness.total(is_paired & (marks & OWN > 0)),
        likeness.total(is_paired & (full > SLIGHT)),
        likeness.total(is_paired & (full > SLIGHT) & (likeness.likest < EXACT)),
    )


def _listed_side(words: Words, likeness: Likeness) -> _Side:
    marks, is_paired = words.marks, likeness.best > 0
    flags = (
        ~is_paired & (words.placed > 0) & (marks & (LIKE_FORM | PLACE) == 0),
        ~is_paired & (marks & PLACE > 0),
        is_paired & (marks & OWN > 0),
        is_paired & (words.full > SLIGHT),
        is_paired & (words.full > SLIGHT) & (likeness.best < EXACT),
    )
    return _Side(*(np.add.reduceat(each.astype(np.float64), words.firsts) for each in flags))
