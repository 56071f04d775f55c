"""Persons of whom a list gives an initial, found by their other words: one in a hundred, and the initial may be any."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from nongrata.screening.candidates.asked import Asked
from nongrata.screening.candidates.lookup import Lookup, distinct, lasts_of
from nongrata.screening.candidates.nearwords import is_of_kind
from nongrata.screening.candidates.pairing import words_of
from nongrata.screening.candidates.postings import NameTable
from nongrata.screening.candidates.rarest import LookedUp


def beside_initials(table: NameTable, asked: Sequence[Asked], looked_up: Sequence[LookedUp]) -> NDArray[np.uint64]:
    """Give the readings with an initial that hold one of the words asked for beside one: each below its name."""
    words = [(n, asked[n].near[i].telling) for n, each in enumerate(looked_up) for i in each.beside_initials]
    if not words:
        return np.zeros(0, dtype=np.uint64)
    names = np.repeat([n for n, _near in words], [len(near) for _n, near in words])
    names, readings = _by_word(table).pairs(np.concatenate([near for _n, near in words]), names)
    kept = is_of_kind(table.kinds[readings], np.array([each.kind for each in asked], dtype=np.uint8)[names])
    return distinct((names[kept].astype(np.uint64) << np.uint64(32)) | readings[kept])


def _by_word(table: NameTable) -> Lookup:
    """Give the readings with an initial by their words: so few that they are sooner sorted than kept in the file."""
    if not table.with_initials:
        readings = np.flatnonzero(table.initials_in).astype(np.uint32)
        words, firsts = words_of(table, readings)
        rows = np.repeat(readings, np.diff(firsts, append=len(words)))
        both = distinct((words.astype(np.uint64) << np.uint64(32)) | rows)
        keys = (both >> np.uint64(32)).astype(np.uint32)
        lasts = lasts_of(keys)
        found = Lookup(keys=keys[lasts], ends=(lasts + 1).astype(np.uint32), values=both.astype(np.uint32))
        table.with_initials.append(found)
    return table.with_initials[0]
