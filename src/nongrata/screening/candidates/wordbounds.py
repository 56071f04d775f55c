"""The most that alike.py gives for two words, by what was counted of them: slips, vowels, letters begun with.

Of two words in Latin letters it is what that gives. Between scripts the consonants alone may tell more than letters
and vowels do, and some that are too few for a key of their own: there, it is a little more.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nongrata.names.comparing.align import DOUBTFUL, SHORT
from nongrata.names.comparing.alike import SLIPS, started
from nongrata.names.comparing.alike_sounds import BY_VOWELS, SHORT_SOUND, VOWEL_OFF
from nongrata.screening.candidates.postings import Shares

SAME, ALIKE, WITHOUT_VOWELS = 1.0, 0.96, 0.9  # for the same word, one of the same meaning, one without some vowels
MOST_SLIPS, MOST_VOWELS = 2, len(BY_VOWELS) - 1  # that are counted
LONGEST_ENDING = 3

_BY_SLIPS = np.array(
    [[SAME] * len(SLIPS), *([row[slip] if slip < len(row) else 0.0 for row in SLIPS] for slip in range(MOST_SLIPS))],
    dtype=np.float32,
)
_BY_SLIPS_ABROAD = np.array(
    (
        (SAME,) * 12,
        (0.0, 0.0, 0.0, 0.6, 0.75, 0.82, 0.87, 0.89, 0.91, 0.93, 0.94, 0.95),
        (0.0, 0.0, 0.0, 0.0, 0.0, 0.5, 0.55, 0.67, 0.78, 0.82, 0.84, 0.88),
    ),
    dtype=np.float32,
)
_BY_VOWELS = np.array([[*row, *(0.0,) * (len(BY_VOWELS) - len(row))] for row in BY_VOWELS], dtype=np.float32)
_BY_VOWELS_ABROAD = np.array(
    (
        (0.9, 0.0, 0.0, 0.0, 0.0),
        (0.95, 0.85, 0.0, 0.0, 0.0),
        (0.96, 0.9, 0.8, 0.0, 0.0),
        (0.97, 0.92, 0.88, 0.75, 0.0),
        (0.97, 0.94, 0.9, 0.85, 0.72),
    ),
    dtype=np.float32,
)
_BEGUN, _ENDING = (0.47, 0.42), 0.93
Counts = NDArray[np.integer]
Flags = NDArray[np.bool_]


def by_slips(slips: Counts, shorter: Counts, longer: Counts, is_latin: Flags) -> Shares:
    """Give it for words that differ by so many letters; nothing for short ones that differ by much."""
    exact = _BY_SLIPS[slips, np.minimum(longer, _BY_SLIPS.shape[1] - 1)]
    exact = np.where((exact <= DOUBTFUL) & (shorter < SHORT), np.float32(0.0), exact)
    return np.where(is_latin, exact, _BY_SLIPS_ABROAD[slips, np.minimum(longer, _BY_SLIPS_ABROAD.shape[1] - 1)])


def by_vowels(consonants: Counts, differ: Counts, shorter: Counts, is_latin: Flags) -> Shares:
    """Give it for words of the same consonants of which so many vowels differ; `consonants` is a row of the table."""
    exact = _BY_VOWELS[consonants, differ]
    exact = np.where((exact < VOWEL_OFF) & (shorter <= SHORT_SOUND), np.float32(0.0), exact)
    return np.where(is_latin, exact, _BY_VOWELS_ABROAD[consonants, differ])


def by_beginning(short: str, long: str, *, is_latin: bool) -> float:
    """Give it for words of which one is the beginning of the other; a few letters more may be an ending."""
    if is_latin:
        return started(short, long).score
    more = len(long) - len(short)
    return _ENDING if more <= LONGEST_ENDING else _BEGUN[0] + _BEGUN[1] * len(short) / len(long)
