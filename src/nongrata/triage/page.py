"""A page as its words that may be names: where each stands, and in which run of such words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from nongrata.triage import bones
from nongrata.triage.bones import FLAGS, WordNumbers, folded
from nongrata.triage.heard import heard
from nongrata.triage.language import language_of, stated_language
from nongrata.triage.plain import plain_words
from nongrata.triage.sieve import Numbers
from nongrata.triage.ways import OWN_WAYS, Way

_FEW_CAPITALS = 200  # one word in so many: a page that is written without capitals
_FLAGS = np.uint64(FLAGS)
_ENDS, _LOW, _SHOUTED = map(np.uint64, (bones.ENDS_RUN, bones.IS_LOW, bones.IS_SHOUTED))
_PARTS, _OPENS, _CLOSES = map(np.uint64, (bones.ENDS_PART, bones.OPENS_LINK, bones.CLOSES_LINK))
_FORM = np.uint64(bones.IS_FORM)
_FEW, _STORY = 12, 30  # words of a menu's entry, a cell, another story's headline; of a paragraph
_LINKED = 0.6  # of the words of a part: more, and all of it is a link
# Bounded; of the process, since what a word's number is never changes.
_NUMBERS = {way: WordNumbers(way) for way in ((), *chain.from_iterable(OWN_WAYS.values()))}

_BETWEEN = frozenset(
    (b"of", b"and", b"in", b"on", b"at", b"as", b"for", b"the", b"et", b"und", b"ve")
)  # no part of names


@dataclass(frozen=True, slots=True)
class Page:
    """The words of a page that may be a name's, and in which run of such words each stands."""

    words: list[bytes]
    language: str | None
    places: NDArray[np.intp]  # of those that may be, in `words`
    numbers: Numbers
    runs: NDArray[np.int64]
    shouted: NDArray[np.bool_]  # in capitals throughout
    apart: NDArray[np.bool_]  # a few words by themselves, or a link, on a page that has paragraphs
    formed: NDArray[np.bool_]  # a legal form beside it: OOO before it, Ltd behind
    flags: int  # of all words together
    way: Way = ()  # in which the words are read; nothing: the English one
    script: str | None = None  # whose words are told by their sounds; None: by their letters

    def said(self, at: int) -> str:
        """Give a word, folded."""
        word = text_of(self.words[int(self.places[at])])
        return folded(word, self.way) if self.script is None else heard(word, self.script)

    def only(self, kept: NDArray[np.bool_]) -> Page:
        """Give the page with these of its words that may be names alone."""
        return replace(
            self,
            places=self.places[kept],
            numbers=self.numbers[kept],
            runs=self.runs[kept],
            shouted=self.shouted[kept],
            apart=self.apart[kept],
            formed=self.formed[kept],
        )

    def before(self, at: int) -> str:
        """Give the word before one, folded, where it is of the same run and not all capitals; else nothing."""
        return self._beside(at - 1, at)

    def after(self, at: int) -> str:
        """Give the word behind one likewise; behind "Putin's" stands what is his."""
        is_owner = text_of(self.words[int(self.places[at])]).endswith("'s")
        return "" if is_owner else self._beside(at + 1, at)

    def _beside(self, other: int, at: int) -> str:
        if not 0 <= other < len(self.runs) or self.runs[other] != self.runs[at] or self.shouted[other]:
            return ""
        first, last = sorted((int(self.places[other]), int(self.places[at])))
        return "" if _BETWEEN.intersection(self.words[first + 1 : last]) else self.said(other)


def page_of(body: bytes, *, charset: str | None = None) -> Page:
    """Give a page from its bytes."""
    words = plain_words(body, charset=charset)
    language = language_of(words) or stated_language(body)
    told = numbers_of(words)
    if len(words) > _FEW_CAPITALS and np.count_nonzero(told & ~_FLAGS) * _FEW_CAPITALS < len(words):
        words = [word.decode("utf-8", "replace").title().encode() for word in words]
        told = numbers_of(words)
    return page_with(words, language, told)


def text_of(word: bytes) -> str:
    """Give a word as it stands on the page."""
    return word.rstrip(b"\x01").decode("utf-8", "replace")


def numbers_of(words: list[bytes], way: Way = ()) -> Numbers:
    """Give the words' numbers, read in one way."""
    return np.fromiter(map(_NUMBERS[way].__getitem__, words), np.uint64, len(words))


def page_with(words: list[bytes], language: str | None, told: Numbers) -> Page:
    """Give a page by its words' numbers.

    A run goes on until a sign or a word without a capital ends it; words that are passed over do not.
    """
    capitals = np.flatnonzero(told & ~_FLAGS)
    ended = np.cumsum(told & _ENDS) - (told & _ENDS) + np.cumsum((told & _LOW) >> np.uint64(1))
    return Page(
        words=words,
        language=language,
        places=capitals,
        numbers=told[capitals] & ~_FLAGS,
        runs=ended[capitals].astype(np.int64),
        shouted=(told[capitals] & _SHOUTED) > 0,
        apart=_apart(told)[capitals],
        formed=_formed(told)[capitals],
        flags=int(np.bitwise_or.reduce(told)) & FLAGS if len(told) else 0,
    )


def _formed(told: Numbers) -> NDArray[np.bool_]:
    """Say of each word whether a legal form stands beside it, with no sign between the two."""
    is_form, goes_on = (told & _FORM) > 0, (told & _ENDS) == 0
    found = np.zeros(len(told), np.bool_)
    found[:-1] |= is_form[1:] & goes_on[:-1]
    found[1:] |= is_form[:-1] & goes_on[:-1]
    return found


def _apart(told: Numbers) -> NDArray[np.bool_]:
    """Say of each word whether its part is but a few words or all a link, though the page has paragraphs."""
    if not len(told):
        return np.zeros(0, np.bool_)
    is_word = (told & (_PARTS | _OPENS | _CLOSES)) == 0
    parts = np.cumsum((told & _PARTS) > 0)
    places = np.arange(1, len(told) + 1)
    opened, closed = (np.maximum.accumulate(places * ((told & mark) > 0)) for mark in (_OPENS, _CLOSES))
    words = np.bincount(parts, weights=is_word)
    linked = np.bincount(parts, weights=is_word & (opened > closed))
    told_apart = ((words <= _FEW) | (linked > _LINKED * words)) & bool(words.max() >= _STORY)
    return np.asarray(told_apart[parts], np.bool_)
