"""The words of persons' readings side by side, so that whether one of them is asked for is seen at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from nongrata.screening.candidates.at_most import Flags
from nongrata.screening.candidates.lookup import Numbers
from nongrata.screening.candidates.postings import MOST_SEEN


def people_words(
    words: int, ends: Sequence[int], spelt: NDArray[np.uint64], is_person: Flags, initials: NDArray[np.uint8]
) -> Numbers:
    """Give the words of each reading of a person, `MOST_SEEN` of them, in a row; of others nothing.

    Where a row is not full stands the number behind those of the words: no word. Where a reading has more of them, or
    an initial, which may stand for any, its last number is the next one: any word.
    """
    lengths = np.diff(np.array(ends, dtype=np.int64), prepend=0)
    starts = np.array(ends, dtype=np.int64) - lengths
    rows = np.full((len(lengths), MOST_SEEN), words, dtype=np.uint32)
    for column in range(MOST_SEEN):
        has_one = np.flatnonzero(is_person & (lengths > column))
        rows[has_one, column] = spelt[starts[has_one] + column]
    rows[is_person & ((lengths > MOST_SEEN) | (initials > 0)), -1] = words + 1
    return rows
