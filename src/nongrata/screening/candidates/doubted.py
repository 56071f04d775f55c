"""Bodies told by one word: listed words that are like it only as very many are can make no hit, and are not looked up.

names/comparing/coined.py doubts such bodies, whatever else agrees. Here it is told from how like the words were found
to be; where other rules than letters and sounds may have found them, they stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from nongrata.names.comparing.coined import DOUBT, MANY_SLIPS, SHORT, SLIGHT, TELLING
from nongrata.names.ready import Ready
from nongrata.names.record import Token
from nongrata.screening.candidates.at_most import Flags
from nongrata.screening.candidates.leftmarks import OWN
from nongrata.screening.candidates.nearwords import Near, near_of
from nongrata.screening.candidates.postings import NameTable, Shares

LIMITS = (0.955, 0.9)  # likenesses up to which words may be in doubt: those of one family or meaning are liker
_ENDINGS = (0.915, 0.935)  # … but these: a word and one with an ending


def one_word(name: Ready, marks: Sequence[int]) -> int | None:
    """Give the place of the one word that tells anything of a body, where that is its own."""
    telling = [i for i, weight in enumerate(name.weights) if weight > SLIGHT]
    is_one = len(telling) == 1 and marks[telling[0]] & OWN and name.weights[telling[0]] >= TELLING
    return telling[0] if is_one else None


def surely_near(table: NameTable, name: Ready, i: int, near: Near, at_least: float) -> Near:
    """Leave out what is like this one word of a body, but in doubt, and could not score so much for that."""
    slight = sum(name.weights) - name.weights[i]
    most = (at_least / DOUBT * (name.weights[i] + slight) - slight) / name.weights[i]
    limit = next((each for each in LIMITS if each <= most), None)
    if limit is None or not name.tokens[i].native.isascii():
        return near
    if limit not in near.sure:
        is_sure = ~_are_doubted(table, name.tokens[i], near, limit)
        is_kept = np.append(is_sure, np.ones(len(near.words) - len(is_sure), dtype=np.bool_))
        sure = near_of(table, (near.words[is_kept], near.scores[is_kept]), near.telling[is_sure], near.several)
        near.sure[limit] = replace(sure, known=near.all_words())
    return near.sure[limit]


def _are_doubted(table: NameTable, token: Token, near: Near, limit: float) -> Flags:
    words = near.telling
    scores: Shares = near.scores[: len(words)]
    is_short = np.maximum(table.forms.lengths[words], len(token.form)) <= SHORT
    is_ending = (scores > _ENDINGS[0]) & (scores < _ENDINGS[1])
    is_far: Flags = table.is_latin[words] & (scores < limit) & (is_short | (scores < MANY_SLIPS))
    return is_far & ~is_ending
