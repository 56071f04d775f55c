"""The words of readings beside those of the names that they were found for: how like they are, and what each weighs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nongrata.names.comparing.compare_bodies import WITHIN
from nongrata.screening.candidates.asked import Asked
from nongrata.screening.candidates.at_most import Flags, Weights
from nongrata.screening.candidates.leftmarks import BRANCH, LIKE_FORM, OWN, TELLS
from nongrata.screening.candidates.lookup import AGAIN, Numbers, Places, said_twice
from nongrata.screening.candidates.nearwords import INITIAL, Near
from nongrata.screening.candidates.postings import NameTable, Shares

# Letters by which other spellings may begin a name: what an initial may stand for.
_GROUPS = np.frombuffer(
    bytes(range(128)).translate(bytes.maketrans(b"eijyckqghtvwfpsz", b"iiiikkkkkkvvvvss")), dtype=np.uint8
)


class Found(NamedTuple):
    """Readings beside the names that they were found for, name after name."""

    names: Places
    readings: Numbers


def words_of(table: NameTable, readings: Numbers) -> tuple[Numbers, Places]:
    """Give the words of readings, one reading after the other, and where those of each begin."""
    ends = table.ends[readings].astype(np.intp)
    starts = np.where(readings > 0, table.ends[np.maximum(readings, 1) - 1], 0).astype(np.intp)
    lengths = ends - starts
    firsts = np.cumsum(lengths) - lengths
    return table.spelt[np.arange(int(lengths.sum())) + np.repeat(starts - firsts, lengths)], firsts


class Words:
    """The words of readings, one reading after the other."""

    __slots__ = ("firsts", "found", "full", "is_latin", "is_person", "left", "marks", "placed", "words")

    def __init__(self, table: NameTable, found: Found) -> None:
        self.found = found
        self.words, self.firsts = words_of(table, found.readings)
        lengths = np.diff(self.firsts, append=len(self.words))
        self.is_person = table.kinds[found.readings] == 0
        of_person = np.repeat(self.is_person, lengths)
        left = np.where(of_person, table.left["person"][self.words], table.left["body"][self.words])
        self.is_latin = table.is_latin[self.words]
        twice = said_twice(table.says_twice[found.readings], lengths, self.words)
        self.full = np.where(of_person, table.weights["person"][self.words], table.weights["body"][self.words])
        self.marks = np.where(of_person, np.uint8(0), table.marks[self.words])
        left[beside_branch(self.marks, self.firsts)] = 0.0
        self.left = np.where(twice > 0, np.float32(0.0), left)  # what is said twice is not missed
        # … but where nothing is like it, once; and what begins or ends a body's name is not within it: leftover.py
        self.placed = np.where(of_person, self.left, np.where(twice == AGAIN, np.float32(0.0), self._placed(left)))

    def _placed(self, left: Shares) -> Shares:
        size = len(self.words)
        ends = np.append(self.firsts[1:], size) - 1
        inner = np.ones(size, dtype=np.bool_)
        inner[self.firsts] = inner[ends] = False
        self.marks[inner] &= np.uint8(0xFF - LIKE_FORM)
        last = np.maximum.reduceat(np.where(self.marks & TELLS, np.arange(size), -1), self.firsts)
        outer = np.zeros(size, dtype=np.bool_)
        outer[self.firsts] = outer[last[last >= 0]] = True
        return np.where(outer & (self.marks & LIKE_FORM == 0), left / np.float32(WITHIN), left)


def beside_branch(marks: NDArray[np.uint8], firsts: Places) -> Flags:
    """Mark the words of readings that stand beside "branch": they may say where it is."""
    if not len(marks):
        return np.zeros(0, dtype=np.bool_)
    has_branch = np.bitwise_or.reduceat(marks, firsts) & BRANCH > 0
    return np.repeat(has_branch, np.diff(firsts, append=len(marks))) & (marks & OWN > 0)


class Likeness(NamedTuple):
    """How like the words of readings are to those asked for, at most."""

    best: Shares  # of each word of the readings, to any that was asked for
    is_full: Flags  # … whether it is like one that is no initial
    likest: Shares  # of each asked word, to any of a reading's
    rows: Places  # … of which reading
    words: Places  # … of which asked word, among those of all names
    size: int  # readings

    def total(self, values: NDArray[np.generic]) -> Weights:
        """Add up for each reading what stands beside its asked words."""
        return np.asarray(np.bincount(self.rows, weights=values, minlength=self.size), dtype=np.float64)

    def of_words(self, asked: Sequence[Asked], told: Callable[[Asked], Sequence[float]]) -> Weights:
        """Give of each asked word what is told of it."""
        return np.array([value for each in asked for value in told(each)], dtype=np.float64)[self.words]


def likeness_of(table: NameTable, asked: Sequence[Asked], words: Words) -> Likeness:
    """Give how like the words are at most, each to each of its name."""
    begin = np.searchsorted(words.found.names, np.arange(len(asked) + 1))
    firsts = np.append(words.firsts, len(words.words))
    best = np.zeros(len(words.words), dtype=np.float32)
    is_full = np.zeros(len(words.words), dtype=np.bool_)
    scratch = np.zeros(len(table.words), dtype=np.float32)
    likest_of = []
    for each, first, last in zip(asked, begin[:-1].tolist(), begin[1:].tolist(), strict=True):
        if first < last:
            part = slice(int(firsts[first]), int(firsts[last]))
            own, own_best, own_firsts = words.words[part], best[part], words.firsts[first:last] - part.start
            for near, token, is_initial in zip(each.near, each.tokens, each.initial, strict=True):
                scores = _scores(table, token.form[0] if is_initial else "", near, own, scratch)
                np.maximum(own_best, scores, out=own_best)
                if not is_initial:
                    is_full[part] |= scores > 0
                likest_of.append(np.maximum.reduceat(scores, own_firsts))
    return Likeness(best, is_full, np.concatenate(likest_of), *_places(asked, begin), len(words.firsts))


def _places(asked: Sequence[Asked], begin: Places) -> tuple[Places, Places]:
    """Give for each word of each name, beside each of its readings, the reading and the word."""
    counts = np.array([len(each.tokens) for each in asked], dtype=np.intp)
    lengths = np.repeat(np.diff(begin), counts)
    ends = np.cumsum(lengths)
    starts = np.repeat(begin[:-1], counts)
    return np.arange(ends[-1]) + np.repeat(starts - ends + lengths, lengths), np.repeat(
        np.arange(len(lengths)), lengths
    )


def _scores(table: NameTable, letter: str, near: Near, words: Numbers, scratch: Shares) -> Shares:
    """Give of each word how like it is. `letter`: an initial's; `scratch`: all zeros, before and after."""
    scratch[near.words] = near.scores
    scores: Shares = scratch[words]
    scratch[near.words] = 0.0
    if letter:
        begun = _GROUPS[table.letters[words]] == _GROUPS[ord(letter) & 0x7F]
        return np.maximum(scores, np.where(begun, np.float32(INITIAL), np.float32(0.0)))
    return scores
