"""Persons of whom a list gives an initial, found by their other words: one in a hundred, and the initial may be any."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from nongrata.screening.candidates.asked import Asked
from nongrata.screening.candidates.lookup import distinct
from nongrata.screening.candidates.nearwords import is_of_kind
from nongrata.screening.candidates.postings import NameTable
from nongrata.screening.candidates.rarest import LookedUp


def beside_initials(table: NameTable, asked: Sequence[Asked], looked_up: Sequence[LookedUp]) -> NDArray[np.uint64]:
    """Give the readings with an initial that hold one of the words asked for beside one: each below its name."""
    words = [(n, asked[n].near[i].telling) for n, each in enumerate(looked_up) for i in each.beside_initials]
    if not words:
        return np.zeros(0, dtype=np.uint64)
    names = np.repeat([n for n, _near in words], [len(near) for _n, near in words])
    names, readings = table.beside_initial.pairs(np.concatenate([near for _n, near in words]), names)
    kept = is_of_kind(table.kinds[readings], np.array([each.kind for each in asked], dtype=np.uint8)[names])
    return distinct((names[kept].astype(np.uint64) << np.uint64(32)) | readings[kept])


def by_words(ends: Sequence[int], spelt: NDArray[np.uint64], initials: NDArray[np.uint8]) -> NDArray[np.uint64]:
    """Give the readings with an initial, each with each of its words: as one number, the word above."""
    begin = np.append(0, np.array(ends, dtype=np.int64))
    lengths = begin[1:] - begin[:-1]
    has_one = np.flatnonzero(np.repeat(initials > 0, lengths))
    readings = np.repeat(np.arange(len(lengths), dtype=np.uint64), lengths)
    return (spelt[has_one] << np.uint64(32)) | readings[has_one]
