"""Readings of persons that hold two of a name's words: one alone makes no person, and most hold one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from nongrata.screening.candidates.asked import Asked
from nongrata.screening.candidates.at_most import Flags
from nongrata.screening.candidates.lookup import Numbers, gathered
from nongrata.screening.candidates.postings import NameTable
from nongrata.screening.candidates.reach import READING, Rows


def needs_two(asked: Asked) -> bool:
    """Say whether a reading that is like a name must hold two of its words, or an initial."""
    return asked.is_person and asked.heavy > 1 and not any(asked.initial[: asked.heavy])


def with_another(table: NameTable, asked: Sequence[Asked], words: Sequence[tuple[int, int]]) -> Iterator[Rows]:
    """Give for each of these words of names the readings of persons that hold one like it, and may hold another.

    Each stands above `BELOW_READING` bits, of which the lowest tell in steps how like the word in it is; it may stand
    there several times.
    """
    near = [asked[n].near[i] for n, i in words]
    telling = np.concatenate([np.zeros(0, dtype=np.intp), *(each.telling for each in near)]).astype(np.intp)
    steps = np.concatenate([np.zeros(0, dtype=np.uint64), *(each.steps for each in near)])
    at, readings = gathered(table.postings, table.posting_ends, telling, np.arange(len(telling)))
    is_near = np.zeros(len(table.words) + 2, dtype=np.bool_)
    is_near[-1] = True
    first = 0
    for (n, i), each in zip(words, near, strict=True):
        last = first + sum(each.held)
        own = readings[first:last]
        kept = np.flatnonzero(_may_hold(table, own, _others(asked[n], i), is_near))
        yield own[kept].astype(np.uint64) << READING | steps[at[first:last][kept]]
        first = last


def _others(asked: Asked, place: int) -> list[Numbers]:
    """Give the listed words like the words of a name but one."""
    return [asked.near[i].telling for i in range(asked.heavy) if i != place]


def _may_hold(table: NameTable, readings: Numbers, others: Sequence[Numbers], is_near: Flags) -> Flags:
    """Say of each reading whether it may hold one of these words. `is_near`: all false, before and after, but one."""
    for words in others:
        is_near[words] = True
    held = is_near[table.people_words.take(readings, axis=0)]
    for words in others:
        is_near[words] = False
    found: Flags = held.view(np.uint32)[:, 0] != 0  # four truths, seen as one number
    return found
