"""The runs of words of a page that may be names: of one word up to the longest, and of two with one between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nongrata.triage.page import Page
from nongrata.triage.patterns import LONGEST
from nongrata.triage.sieve import Numbers

Run = tuple[int, tuple[int, ...]]  # its number, and the places of its words
_AROUND_ONE = 0  # in the place of a length: two words and one between them


@dataclass(frozen=True, slots=True)
class Runs:
    """The runs of words of a page."""

    numbers: Numbers
    firsts: NDArray[np.intp]
    lengths: NDArray[np.int64]

    def at(self, places: NDArray[np.intp]) -> Iterator[Run]:
        """Give these of them."""
        told = (each[places].tolist() for each in (self.numbers, self.firsts, self.lengths))
        for number, first, length in zip(*told, strict=True):
            yield number, (first, first + 2) if length == _AROUND_ONE else tuple(range(first, first + length))


def runs_of(page: Page) -> Runs:
    """Give all runs of words of a page: their numbers, where each begins, and of how many words it is."""
    count = len(page.numbers)
    sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(page.numbers, dtype=np.uint64)])
    numbers, firsts, lengths = [np.empty(0, np.uint64)], [np.empty(0, np.intp)], [np.empty(0, np.int64)]
    for length in range(1, min(LONGEST, count) + 1):
        within = np.flatnonzero(page.runs[length - 1 :] == page.runs[: count - length + 1])
        numbers.append((sums[length:] - sums[:-length])[within])
        firsts.append(within)
        lengths.append(np.full(len(within), length))
    if count > 2:
        within = np.flatnonzero(page.runs[2:] == page.runs[:-2])
        numbers.append((page.numbers[2:] + page.numbers[:-2])[within])
        firsts.append(within)
        lengths.append(np.full(len(within), _AROUND_ONE))
    return Runs(np.concatenate(numbers), np.concatenate(firsts), np.concatenate(lengths))
