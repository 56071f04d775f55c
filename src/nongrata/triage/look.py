"""A first look at a page's bytes: can it concern a list?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import inf

import numpy as np
from numpy.typing import NDArray

from nongrata.triage.bones import CASES, ENDS_RUN, FLAGS, IS_LOW, IS_SHOUTED, OF_SHIPS, WordNumbers, folded
from nongrata.triage.bones import OF_SANCTIONS as SANCTIONS_FLAG
from nongrata.triage.language import language_of
from nongrata.triage.patterns import LONGEST
from nongrata.triage.plain import plain_words
from nongrata.triage.record import Look, Sighting
from nongrata.triage.rules import OF_COUNTRY, OF_SANCTIONS, PASSES, Seen, weigh
from nongrata.triage.sieve import Numbers, Sieve

_FLOOR = PASSES - 0.25  # what weighs less is not told
_EVERYWHERE = frozenset(("us", "gb", "eu"))  # so many pages name them that it tells nothing
_MOST_SHOWN = 5
_FEW_CAPITALS = 200  # one word in so many: a page that is written without capitals
_FLAGS = np.uint64(FLAGS)
_ENDS, _LOW, _SHOUTED = np.uint64(ENDS_RUN), np.uint64(IS_LOW), np.uint64(IS_SHOUTED)
# Bounded; of the process, since what a word's number is never changes.
_NUMBERS = WordNumbers()
_NUMBERS_IN = {language: WordNumbers(language) for language in CASES}


@dataclass(frozen=True, slots=True)
class _Page:
    """The words of a page that may be a name's, and in which run of such words each stands."""

    words: list[bytes]
    language: str | None
    places: NDArray[np.intp]  # of those that may be, in `words`
    numbers: Numbers
    runs: NDArray[np.int64]
    shouted: NDArray[np.bool_]  # in capitals throughout
    flags: int  # of all words together

    def said(self, at: int) -> str:
        """Give a word, folded."""
        word = self.words[int(self.places[at])].rstrip(b"\x01").decode("utf-8", "replace")
        return folded(word, self.language if self.language in CASES else None)

    def beside(self, at: int, run: int) -> str:
        """Give the word at a place, folded, where it is of this run and not all capitals; else nothing."""
        is_of_run = 0 <= at < len(self.runs) and self.runs[at] == run and not self.shouted[at]
        return self.said(at) if is_of_run else ""


_Run = tuple[int, tuple[int, ...]]  # its number, and the places of its words
_AROUND_ONE = 0  # in the place of a length: two words and one between them


@dataclass(frozen=True, slots=True)
class _Runs:
    """The runs of words of a page."""

    numbers: Numbers
    firsts: NDArray[np.intp]
    lengths: NDArray[np.int64]

    def at(self, places: NDArray[np.intp]) -> Iterator[_Run]:
        """Give these of them."""
        told = (each[places].tolist() for each in (self.numbers, self.firsts, self.lengths))
        for number, first, length in zip(*told, strict=True):
            yield number, (first, first + 2) if length == _AROUND_ONE else tuple(range(first, first + length))


@dataclass(frozen=True, slots=True)
class _Around:
    """What a page speaks of."""

    countries: frozenset[str]
    sanctions: bool
    ships: bool


def look_at(body: bytes, sieve: Sieve, *, charset: str | None = None) -> Look:
    """Say whether a page, HTML or text, can concern a list, from its bytes. What passes is worth reading in full."""
    language, likely = seen_on(body, sieve, charset=charset)
    found: dict[str, Sighting] = {}
    for each in likely:
        said, weight = " ".join(each.said), round(weigh(each), 2)
        if said not in found or weight > found[said].weight:
            found[said] = Sighting(said=said, listed=" ".join(each.entry.words), party=each.entry.party, weight=weight)
    best = sorted(found.values(), key=lambda each: (-each.weight, each.party, each.listed))[:_MOST_SHOWN]
    weight = best[0].weight if best else -inf
    return Look(passes=weight >= PASSES, weight=weight, language=language, sightings=tuple(best))


def seen_on(body: bytes, sieve: Sieve, *, charset: str | None = None) -> tuple[str | None, Iterator[Seen]]:
    """Give a page's language, and the listed names that words of it may be, with what stands around them."""
    words = plain_words(body, charset=charset)
    language = language_of(words)
    page = _page_of(words, language)
    speaks = bool(page.flags & SANCTIONS_FLAG)
    runs = _runs_of(page)
    known = sieve.among(runs.numbers, at_least=_FLOOR - OF_COUNTRY - OF_SANCTIONS * speaks)
    around = _Around(frozenset(_countries(page, runs, sieve)) - _EVERYWHERE, speaks, bool(page.flags & OF_SHIPS))
    return language, _seen(page, runs.at(known), sieve, around)


def _page_of(words: list[bytes], language: str | None) -> _Page:
    number_of = _NUMBERS_IN.get(language, _NUMBERS).__getitem__
    told = np.fromiter(map(number_of, words), np.uint64, len(words))
    capitals = np.flatnonzero(told & ~_FLAGS)
    if len(words) > _FEW_CAPITALS and len(capitals) * _FEW_CAPITALS < len(words):
        words = [word.decode("utf-8", "replace").title().encode() for word in words]
        told = np.fromiter(map(number_of, words), np.uint64, len(words))
        capitals = np.flatnonzero(told & ~_FLAGS)
    # A run goes on until a sign or a word without a capital ends it; words that are passed over do not.
    ended = np.cumsum(told & _ENDS) - (told & _ENDS) + np.cumsum((told & _LOW) >> np.uint64(1))
    return _Page(
        words=words,
        language=language,
        places=capitals,
        numbers=told[capitals] & ~_FLAGS,
        runs=ended[capitals].astype(np.int64),
        shouted=(told[capitals] & _SHOUTED) > 0,
        flags=int(np.bitwise_or.reduce(told)) & FLAGS if len(told) else 0,
    )


def _runs_of(page: _Page) -> _Runs:
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
    return _Runs(np.concatenate(numbers), np.concatenate(firsts), np.concatenate(lengths))


def _countries(page: _Page, runs: _Runs, sieve: Sieve) -> set[str]:
    """Give the countries that a page names."""
    found: set[str] = set()
    for number, at in runs.at(sieve.countries_among(runs.numbers)):
        words, code = sieve.countries[number]
        if code not in found and sorted(words) == sorted(map(page.said, at)):
            found.add(code)
    return found


def _seen(page: _Page, runs: Iterable[_Run], sieve: Sieve, around: _Around) -> Iterator[Seen]:
    """Give each listed name that words of a page may be, with what stands around them."""
    seen: set[tuple[tuple[str, ...], str, str]] = set()
    for number, at in runs:
        said, run = tuple(map(page.said, at)), int(page.runs[at[0]])
        likes = sieve.like(number, said)
        if not likes:
            continue
        before, after = page.beside(at[0] - 1, run), page.beside(at[-1] + 1, run)
        if (said, before, after) in seen:
            continue
        seen.add((said, before, after))
        bearers = len({entry.party for entry, _ in likes})
        for entry, like in likes:
            yield Seen(
                said=said,
                entry=entry,
                party=sieve.parties[entry.party],
                likeness=like,
                before=before,
                after=after,
                has_gap=len(at) == 2 and at[1] - at[0] == 2,
                countries=around.countries,
                speaks_of_sanctions=around.sanctions,
                speaks_of_ships=around.ships,
                is_english=page.language == "en",
                bearers=bearers,
            )
