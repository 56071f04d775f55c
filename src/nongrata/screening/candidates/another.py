"""Readings of persons that hold two of a name's words: one alone makes no person, and most hold one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from nongrata.screening.candidates.asked import Asked
from nongrata.screening.candidates.at_most import Flags
from nongrata.screening.candidates.lookup import Numbers, gathered
from nongrata.screening.candidates.postings import NameTable
from nongrata.screening.candidates.reach import READING, Rows


def needs_two(asked: Asked) -> bool:
    """Say whether a reading that is like a name must hold two of its words that are no initials, or an initial.

    A name that says a word twice, "Petrov Petrov", may be another's with that one word.
    """
    return asked.is_person and not asked.spare and asked.heavy - sum(asked.initial[: asked.heavy]) > 1


def with_another(table: NameTable, asked: Sequence[Asked], words: Sequence[tuple[int, int]]) -> Iterator[Rows]:
    """Give for each of these words of names the readings of persons that hold one like it, and may hold another.

    Each stands above `BELOW_READING` bits, of which the lowest tell in steps how like the word in it is; it may stand
    there several times.
    """
    near = [asked[n].near[i] for n, i in words]
    telling = np.concatenate([np.zeros(0, dtype=np.intp), *(each.telling for each in near)]).astype(np.intp)
    steps = np.concatenate([np.zeros(0, dtype=np.uint64), *(each.steps for each in near)])
    at, readings = gathered(table.postings, table.posting_ends, telling, np.arange(len(telling)))
    counts = np.zeros(len(table.words) + 2, dtype=np.uint8)
    counts[-1] = 2
    first = 0
    for (n, _i), each in zip(words, near, strict=True):
        last = first + sum(each.held)
        own = readings[first:last]
        kept = np.flatnonzero(_hold_two(table, own, _words_of(asked[n]), counts))
        yield own[kept].astype(np.uint64) << READING | steps[at[first:last][kept]]
        first = last


def _words_of(asked: Asked) -> list[Numbers]:
    """Give the listed words like each of a name's that is no initial."""
    return [asked.near[i].telling for i in range(asked.heavy) if not asked.initial[i]]


def _hold_two(table: NameTable, readings: Numbers, near: Sequence[Numbers], counts: NDArray[np.uint8]) -> Flags:
    """Say of each reading whether it may hold two of these words: one that is like two words of a name is one.

    `counts`: as how many each word counts; nothing, before and after, but where any word may stand.
    """
    for words in near:
        counts[words] = 1
    held = counts[table.people_words.take(readings, axis=0)]
    for words in near:
        counts[words] = 0
    found: Flags = held.view(np.uint32)[:, 0] * _EACH_BYTE >> np.uint32(24) > 1  # four counts, seen as one number
    return found


_EACH_BYTE = np.uint32(0x01010101)  # times it, the highest byte of a number is the sum of all four
