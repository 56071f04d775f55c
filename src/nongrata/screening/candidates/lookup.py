"""Numbers found by keys: arrays, searched for many keys in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from nongrata.names.keys import Keys

AGAIN = 2
Numbers = NDArray[np.uint32]
Places = NDArray[np.intp]
_N = TypeVar("_N", np.uint32, np.uint64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """Numbers found by keys; a key may have many."""

    keys: Keys  # sorted, each once
    ends: Numbers  # where the numbers of each key end in `values`
    values: Numbers

    def __call__(self, keys: Keys) -> Numbers:
        """Give the numbers that any of these keys has, each once, sorted."""
        return distinct(self.pairs(keys, np.arange(len(keys)))[1])

    def pairs(self, keys: Keys, asked: Places) -> tuple[Places, Numbers]:
        """Give the numbers of these keys, and for each number what stands beside its key in `asked`."""
        if not len(self.keys) or not len(keys):
            return np.zeros(0, dtype=np.intp), np.zeros(0, dtype=np.uint32)
        places = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        is_there = self.keys[places] == keys
        places, asked = places[is_there], asked[is_there]
        return gathered(self.values, self.ends, places, asked)


def gathered(values: Numbers, ends: Numbers, places: Places, asked: Places) -> tuple[Places, Numbers]:
    """Give the values of these places, one place after the other, and for each value what stands beside its place."""
    last = ends[places].astype(np.intp)
    first = np.where(places > 0, ends[np.maximum(places, 1) - 1], 0).astype(np.intp)
    lengths = last - first
    begin = np.cumsum(lengths) - lengths
    return np.repeat(asked, lengths), values[np.arange(int(lengths.sum())) + np.repeat(first - begin, lengths)]


def in_order(numbers: NDArray[_N]) -> NDArray[_N]:
    """Give the numbers sorted: mostly they are some sorted ones after others, which a stable sort only merges."""
    return np.sort(numbers, axis=None, kind="stable")


def distinct(numbers: NDArray[_N]) -> NDArray[_N]:
    """Give the numbers sorted, each once; much quicker than numpy's own for a few."""
    ordered = in_order(numbers)
    is_first = np.ones(len(ordered), dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=is_first[1:])
    return ordered[is_first]


def lasts_of(ordered: NDArray[_N]) -> Places:
    """Give where each of these sorted numbers stands last."""
    return np.flatnonzero(np.append(ordered[1:] != ordered[:-1], np.ones(min(len(ordered), 1), dtype=np.bool_)))


def said_twice(says_twice: NDArray[np.bool_], lengths: NDArray[np.int64], words: NDArray[_N]) -> NDArray[np.uint8]:
    """Say of each word how it stands in its reading: 0 once, 1 first of several times, AGAIN.

    `says_twice` tells which readings have such words.
    """
    rows = np.repeat(np.arange(len(lengths), dtype=np.uint64), lengths)
    places = np.flatnonzero(np.repeat(says_twice, lengths))
    both = (rows[places] << np.uint64(32)) | words[places].astype(np.uint64)
    order = np.argsort(both, kind="stable")
    same = both[order[1:]] == both[order[:-1]]
    found = np.zeros(len(words), dtype=np.uint8)
    found[places[order[:-1][same]]] = 1
    found[places[order[1:][same]]] = AGAIN
    return found
