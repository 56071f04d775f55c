"""What names could score at most, by the words that they share: a bound above those of names/compare_*.py."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nongrata.names.compare_bodies import NUMBER_MORE, OTHER_NUMBER
from nongrata.names.compare_people import APART
from nongrata.names.keys import sum_of_numbers
from nongrata.names.ready import MOST_READ, Ready
from nongrata.names.record import Token
from nongrata.names.telling import OFFICES
from nongrata.screening.lookup import Numbers, Places, said_twice
from nongrata.screening.nearwords import INITIAL, Near, is_initial
from nongrata.screening.postings import NameTable, Shares

TOLD, TOLD_FOR_EACH, MOST_TOLD = 0.9, 0.2, 1.9  # how telling a person's shared words must be, for each that is not
HABIT = 0.3  # what a patronymic weighs at most, that is left out by habit
MOST_COMPARED = 250  # names that one is compared with
WHOLE = 0.9  # the share that one of the two must hold of the other, …
WHOLE_FROM = 0.65  # … from this threshold on: names with words left over on both sides score less
COST_PERSON, COST_BODY = (0.7, 0.45), (0.85, 0.85)  # at least, of what the one side has alone, and the other
LIGHT_TOLD = 0.1  # what legal forms and particles tell at most
TOLD_WHOLE = 0.95  # from this likeness on, and for initials, agreement may tell all that the words weigh
SLACK = 0.03
LEAST_BODY = 0.5  # what is left of a body's name weighs more than a legal form with a slip in it
LEAST = 0.01  # what a word that is left weighs at least
ANY_WORD = 1.0  # … and at most
# Letters by which other spellings may begin a name: what an initial may stand for.
_GROUPS = np.frombuffer(
    bytes(range(128)).translate(bytes.maketrans(b"eijyckqghtvwfpsz", b"iiiikkkkkkvvvvss")), dtype=np.uint8
)
Weights = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A name's words, the listed words like each, and what each weighs."""

    name: Ready
    kind: int  # its place in KINDS, or BODIES
    tokens: Sequence[Token]  # behind those that cost something where they find no partner, places and numbers
    heavy: int  # how many do
    weights: Sequence[float]  # where they find no partner
    full: Sequence[float]  # where they find one
    near: Sequence[Near]
    covers: Sequence[float]  # what a listed word weighs at most that is like one of them
    is_joined: bool = False  # whether several words may be like one, or one like several

    @cached_property
    def initial(self) -> Sequence[bool]:
        """Say of each word whether it is a mere initial."""
        return [is_initial(token) for token in self.tokens]

    @cached_property
    def spare(self) -> int:
        """How many more listed words than words asked for may find a partner."""
        return MOST_READ if self.is_joined else len(self.name.tokens) - len({*self.name.tokens})

    @cached_property
    def total(self) -> float:
        """What all of it weighs."""
        return sum(self.weights)

    @cached_property
    def is_person(self) -> bool:
        """Be a person who is not told by a title of office: one word may tell that."""
        return self.name.is_person and not any(token.symbol in OFFICES for token in self.name.tokens)


class Found(NamedTuple):
    """Readings beside the names that they were found for, name after name."""

    names: Places
    readings: Numbers


Bounded = tuple[Numbers, Shares]  # readings with the most that each could score, the likest first


def likest(table: NameTable, asked: Sequence[Asked], found: Found, at_least: Shares) -> Iterator[Bounded]:
    """Give for each name those found that could be like it, with the most that each could score, the likest first."""
    bounds, whole = _bounded(table, asked, found)
    least = at_least[found.names]
    kept = np.flatnonzero((whole | (least < WHOLE_FROM)) & (bounds >= least - SLACK))
    kept = kept[np.lexsort((-bounds[kept], found.names[kept]))]
    highest = np.minimum(bounds[kept] + SLACK, 1.0).astype(np.float32)
    ends = np.searchsorted(found.names[kept], np.arange(len(asked) + 1))
    for start, end in zip(ends[:-1].tolist(), ends[1:].tolist(), strict=True):
        last = min(end, start + MOST_COMPARED)
        yield found.readings[kept[start:last]], highest[start:last]


def _bounded(table: NameTable, asked: Sequence[Asked], found: Found) -> tuple[Weights, Flags]:
    """Give the most that each could score, and whether one of the two holds most of the other."""
    if not len(found.names):
        return np.zeros(0), np.zeros(0, dtype=np.bool_)
    words = _Words(table, found)
    likeness = _likeness(table, asked, words)
    shared = _shared(table, asked, words, likeness)
    total = np.array([each.total for each in asked])[found.names]
    listed = np.add.reduceat(words.left, words.firsts)
    whole = (shared.asked_more <= (1 - WHOLE) * total) | (shared.listed_more <= (1 - WHOLE) * listed)
    bounds = _bounds(np.array([each.is_person for each in asked])[found.names], words.is_person, shared)
    return bounds * np.where(words.is_person, 1.0, _numbers(table, asked, found)), whole


def _numbers(table: NameTable, asked: Sequence[Asked], found: Found) -> Weights:
    """Give what is left of a body's score by the numbers in both names: they must agree."""
    ours = np.array([sum_of_numbers(each.name.numbers) for each in asked], dtype=np.uint32)[found.names]
    theirs = table.number_sums[found.readings]
    differ = np.where((ours > 0) & (theirs > 0), OTHER_NUMBER, NUMBER_MORE)
    return np.where(ours == theirs, 1.0, differ)


def words_of(table: NameTable, readings: Numbers) -> tuple[Numbers, Places]:
    """Give the words of readings, one reading after the other, and where those of each begin."""
    ends = table.ends[readings].astype(np.intp)
    starts = np.where(readings > 0, table.ends[np.maximum(readings, 1) - 1], 0).astype(np.intp)
    lengths = ends - starts
    firsts = np.cumsum(lengths) - lengths
    return table.spelt[np.arange(int(lengths.sum())) + np.repeat(starts - firsts, lengths)], firsts


class _Words:
    """The words of readings, one reading after the other."""

    def __init__(self, table: NameTable, found: Found) -> None:
        self.found = found
        self.words, self.firsts = words_of(table, found.readings)
        lengths = np.diff(self.firsts, append=len(self.words))
        self.is_person = table.kinds[found.readings] == 0
        of_person = np.repeat(self.is_person, lengths)
        self.left = np.where(of_person, table.left["person"][self.words], table.left["body"][self.words])
        self.left[said_twice(table.says_twice[found.readings], lengths, self.words)] = 0.0  # it is not missed
        self.full = np.where(of_person, table.weights["person"][self.words], table.weights["body"][self.words])


class _Likeness(NamedTuple):
    """How like the words of readings are to those asked for, at most."""

    best: Shares  # of each word of the readings, to any that was asked for
    likest: Shares  # of each asked word, to any of a reading's
    rows: Places  # … of which reading
    words: Places  # … of which asked word, among those of all names


def _likeness(table: NameTable, asked: Sequence[Asked], words: _Words) -> _Likeness:
    begin = np.searchsorted(words.found.names, np.arange(len(asked) + 1))
    firsts = np.append(words.firsts, len(words.words))
    best = np.zeros(len(words.words), dtype=np.float32)
    scratch = np.zeros(len(table.words), dtype=np.float32)
    scores, starts, rows, of = [], [], [], []
    at = number = 0
    for each, first, last in zip(asked, begin[:-1].tolist(), begin[1:].tolist(), strict=True):
        if first < last:
            part = slice(int(firsts[first]), int(firsts[last]))
            own, of_name = words.words[part], words.firsts[first:last] - part.start
            for i, near in enumerate(each.near):
                letter = each.tokens[i].form[0] if each.initial[i] else ""
                scores.append(_scores(table, letter, near, own, scratch))
                np.maximum(best[part], scores[-1], out=best[part])
                starts.append(of_name + at)
                rows.append(np.arange(first, last))
                of.append(np.full(last - first, number + i))
                at += len(own)
        number += len(each.tokens)
    likest_of = np.maximum.reduceat(np.concatenate(scores), np.concatenate(starts))
    return _Likeness(best, likest_of, np.concatenate(rows), np.concatenate(of))


def _scores(table: NameTable, letter: str, near: Near, words: Numbers, scratch: Shares) -> Shares:
    """Give of each word how like it is. `letter`: an initial's; `scratch`: all zeros, before and after."""
    scratch[near.words] = near.scores
    scores: Shares = scratch[words]
    scratch[near.words] = 0.0
    if letter:
        begun = _GROUPS[table.letters[words]] == _GROUPS[ord(letter) & 0x7F]
        return np.maximum(scores, np.where(begun, np.float32(INITIAL), np.float32(0.0)))
    return scores


class _Shared(NamedTuple):
    """What readings have in common with the names asked for, at most: a number for each of them."""

    told: Weights  # how telling the shared words are
    quality: Weights  # how alike they are
    full: Weights  # how many there are, initials left out
    lost: Weights  # how many words only one of the two has, patronymics left out
    asked_more: Weights  # what the words weigh that only the asked name has
    listed_more: Weights


def _shared(table: NameTable, asked: Sequence[Asked], words: _Words, likeness: _Likeness) -> _Shared:
    count = len(words.firsts)

    def total(weights: NDArray[np.generic]) -> Weights:
        return np.asarray(np.bincount(likeness.rows, weights=weights, minlength=count), dtype=np.float64)

    full = np.array([weight for each in asked for weight in each.full])[likeness.words]
    left = np.array([weight for each in asked for weight in each.weights])[likeness.words]
    is_word = ~np.array([is_one for each in asked for is_one in each.initial], dtype=np.bool_)[likeness.words]
    is_paired = likeness.likest > 0
    paired, is_shared = total(full * is_paired), likeness.best > 0
    over = words.left * ~is_shared
    spare = np.array([each.spare for each in asked])[words.found.names]
    covers = np.array([most for each in asked for most in each.covers])[likeness.words]
    covered = total(covers * is_paired) + spare * ANY_WORD
    listed_left = np.add.reduceat(over, words.firsts) + _crowded(words, is_shared, total(is_paired) + spare)
    told = total(full * _told(likeness.likest))
    listed_told = np.add.reduceat(words.full * _told(likeness.best), words.firsts)
    return _Shared(
        told=np.minimum(told, listed_told) + np.where(words.is_person, 0.0, LIGHT_TOLD),
        quality=total(full * likeness.likest) / np.maximum(paired, 1e-6),
        full=np.minimum(total(is_paired & is_word), np.add.reduceat(is_shared.astype(np.float64), words.firsts)),
        lost=total(~is_paired & (left > HABIT)) + np.add.reduceat((over > HABIT).astype(np.float64), words.firsts),
        asked_more=total(left * ~is_paired),
        listed_more=np.maximum(listed_left, np.add.reduceat(words.left, words.firsts) - covered),
    )


def _told(likeness: Shares) -> Shares:
    """Give what share of a word's weight agreement tells at most, by how like the words are."""
    return np.where((likeness >= TOLD_WHOLE) | (likeness == INITIAL), np.float32(1.0), likeness)


def _crowded(words: _Words, is_shared: Flags, paired: Weights) -> Weights:
    """Weigh words of the readings that must be left, as fewer of the words asked for are like them: Hamad and Hamid."""
    weighs = is_shared & (words.left > 0)
    lightest = np.minimum.reduceat(np.where(weighs, words.left, np.float32(np.inf)), words.firsts)
    more = np.add.reduceat(weighs.astype(np.float64), words.firsts) - paired
    return np.where(more > 0, more * np.where(np.isfinite(lightest), lightest, 0.0), 0.0)


def _bounds(is_told: Flags, is_person: Flags, shared: _Shared) -> Weights:
    """Give the most that each could score; `is_told`: whether a person's words must tell enough."""
    more = shared.asked_more + shared.listed_more
    asked_cost, listed_cost = (np.where(is_person, *costs) for costs in zip(COST_PERSON, COST_BODY, strict=True))
    cost = asked_cost * shared.asked_more + listed_cost * shared.listed_more
    bounds = shared.quality * (1 - cost / (shared.told + more + 1e-6))
    least = np.where(is_person, LEAST, LEAST_BODY)
    is_apart = (shared.asked_more > least) & (shared.listed_more > least)
    bounds = np.where(is_apart, np.minimum(bounds, APART), bounds)
    is_other = is_told & ((more > LEAST) | (shared.quality < 0.999))
    needed = np.minimum(MOST_TOLD, TOLD + TOLD_FOR_EACH * shared.lost)
    bounds = np.where(is_other, bounds * np.minimum(1.0, shared.told / needed), bounds)
    return np.where(is_told & (more > LEAST) & (shared.full < 2), 0.0, bounds)
