"""What names could score at most, by the words that they share: a bound above those of names/compare_*.py."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nongrata.names.ready import Ready
from nongrata.names.record import Token
from nongrata.names.telling import OFFICES
from nongrata.screening.lookup import Numbers, Places
from nongrata.screening.nearwords import INITIAL, Near, is_initial
from nongrata.screening.postings import NameTable, Shares

TOLD, TOLD_FOR_EACH, MOST_TOLD = 0.9, 0.2, 1.9  # how telling a person's shared words must be, for each that is not
HABIT = 0.3  # what a patronymic weighs at most, that is left out by habit
MOST_COMPARED = 250  # names that one is compared with
WHOLE = 0.9  # the share that one of the two must hold of the other, …
WHOLE_FROM = 0.65  # … from this threshold on: names with words left over on both sides score less
COST_PERSON, COST_BODY = (0.6, 0.4), (0.85, 0.85)  # at least, of what the one side has alone, and the other
ROOM = 1.3  # what agreement may tell beyond what a word weighs here
SLACK = 0.03
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
    kind: int  # its place in KINDS
    tokens: Sequence[Token]
    weights: Sequence[float]  # where they find no partner
    full: Sequence[float]  # where they find one
    near: Sequence[Near]

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


def likest(
    table: NameTable, asked: Sequence[Asked], found: Found, at_least: Shares
) -> Iterator[tuple[Numbers, Shares]]:
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
    return _bounds(np.array([each.is_person for each in asked])[found.names], words.is_person, shared), whole


class _Words:
    """The words of readings, one reading after the other."""

    def __init__(self, table: NameTable, found: Found) -> None:
        ends = table.ends[found.readings].astype(np.intp)
        starts = np.where(found.readings > 0, table.ends[np.maximum(found.readings, 1) - 1], 0).astype(np.intp)
        lengths = ends - starts
        self.found = found
        self.firsts = np.cumsum(lengths) - lengths  # where the words of each reading begin
        self.words = table.spelt[np.arange(int(lengths.sum())) + np.repeat(starts - self.firsts, lengths)]
        self.is_person = table.kinds[found.readings] == 0
        of_person = np.repeat(self.is_person, lengths)
        self.left = np.where(of_person, table.left["person"][self.words], table.left["body"][self.words])
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
            for i, (token, near) in enumerate(zip(each.tokens, each.near, strict=True)):
                scores.append(_scores(table, token, near, own, scratch))
                np.maximum(best[part], scores[-1], out=best[part])
                starts.append(of_name + at)
                rows.append(np.arange(first, last))
                of.append(np.full(last - first, number + i))
                at += len(own)
        number += len(each.tokens)
    likest_of = np.maximum.reduceat(np.concatenate(scores), np.concatenate(starts))
    return _Likeness(best, likest_of, np.concatenate(rows), np.concatenate(of))


def _scores(table: NameTable, token: Token, near: Near, words: Numbers, scratch: Shares) -> Shares:
    """Give of each word how like it is; `scratch` is all zeros, before and after."""
    if is_initial(token):
        return np.where(_GROUPS[table.letters[words]] == _GROUPS[ord(token.form[0]) & 0x7F], np.float32(INITIAL), 0.0)
    scratch[near.words] = near.scores
    scores: Shares = scratch[words]
    scratch[near.words] = 0.0
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
    is_word = np.array([not is_initial(token) for each in asked for token in each.tokens])[likeness.words]
    is_paired = likeness.likest > 0
    told, paired = total(full * likeness.likest), total(full * is_paired)
    is_shared = likeness.best > 0
    over = words.left * ~is_shared
    return _Shared(
        told=np.minimum(told, np.add.reduceat(words.full * likeness.best, words.firsts)),
        quality=told / np.maximum(paired, 1e-6),
        full=np.minimum(total(is_paired & is_word), np.add.reduceat(is_shared.astype(np.float64), words.firsts)),
        lost=total(~is_paired & (left > HABIT)) + np.add.reduceat((over > HABIT).astype(np.float64), words.firsts),
        asked_more=total(left * ~is_paired),
        listed_more=np.add.reduceat(over, words.firsts).astype(np.float64),
    )


def _bounds(is_told: Flags, is_person: Flags, shared: _Shared) -> Weights:
    """Give the most that each could score; `is_told`: whether a person's words must tell enough."""
    more = shared.asked_more + shared.listed_more
    asked_cost, listed_cost = (np.where(is_person, *costs) for costs in zip(COST_PERSON, COST_BODY, strict=True))
    cost = asked_cost * shared.asked_more + listed_cost * shared.listed_more
    bounds = shared.quality * (1 - cost / (ROOM * shared.told + more + 1e-6))
    is_other = is_told & ((more > 0.01) | (shared.quality < 0.999))
    needed = np.minimum(MOST_TOLD, TOLD + TOLD_FOR_EACH * shared.lost)
    bounds = np.where(is_other, bounds * np.minimum(1.0, shared.told / needed), bounds)
    return np.where(is_told & (more > 0.01) & (shared.full < 2), 0.0, bounds)
