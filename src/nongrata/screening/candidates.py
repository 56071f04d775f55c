"""The listed names that could be like a name, found without comparing it with all.

A name can only be like another when the words they share make up most of the one or of the other. So the rarer words
of a name are looked up first, and names that hold only its common ones are never looked at.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nongrata.names.keys_joined import head_keys_of, letters_of, runs_of, whole_key
from nongrata.names.ready import Ready
from nongrata.names.record import Name, Token
from nongrata.names.telling import OFFICES
from nongrata.screening.leftover import left_weights
from nongrata.screening.nearwords import INITIAL, Near, is_initial, near_words, readings_of_run, same_words
from nongrata.screening.postings import KINDS, NameTable, Numbers, Shares, distinct

Places = NDArray[np.intp]
MOST_ALIKE = 12  # words of a name for which alike ones are looked up, the weightiest
MOST_WORDS = 60  # … that are looked up at all
TOLD, TOLD_FOR_EACH, MOST_TOLD = 0.9, 0.2, 1.9  # how telling a person's shared words must be, for each that is not
HABIT = 0.3  # what a patronymic weighs at most, that is left out by habit
MOST_COMPARED = 250  # names that one is compared with
MOST_JOINED = 60  # of those that may write its words as one, or as several
LEFT_OUT = 0.5  # the share of a name that its common words may make up and not be looked up
FEW = 2_000  # names that are looked at in any case
SHARED = 0.4  # the share of a name that a listed one must hold, at least
WHOLE = 0.9  # the share that one of the two must hold of the other, …
WHOLE_FROM = 0.65  # … from this threshold on: names with words left over on both sides score less
COST = {"person": (0.6, 0.4), "body": (0.85, 0.85), "vessel": (0.85, 0.85)}  # at least, of what one side alone has
ROOM = 1.3  # what agreement may tell beyond what a word weighs here
SLACK = 0.03
# Letters by which other spellings may begin a name: what an initial may stand for.
_GROUPS = np.frombuffer(
    bytes(range(128)).translate(bytes.maketrans(b"eijyckqghtvwfpsz", b"iiiikkkkkkvvvvss")), dtype=np.uint8
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A name's words, the listed words like each, and what each weighs."""

    name: Ready
    tokens: Sequence[Token]
    weights: Sequence[float]  # where they find no partner
    full: Sequence[float]  # where they find one
    near: Sequence[Near]

    @property
    def total(self) -> float:
        return sum(self.weights)


def candidates(table: NameTable, name: Ready, at_least: float) -> Iterator[tuple[int, float]]:
    """Give the places of the readings that could be like this one, with the most that each could score, best first."""
    asked = _asked(table, name)
    kind = KINDS.index(name.name.kind)
    found = _sharing(table, asked)
    found = found[table.kinds[found] == kind]
    if len(found):
        places, bounds = _likest(table, asked, found, at_least)
        yield from zip(places.tolist(), bounds.tolist(), strict=True)
    joined = _joined(table, asked)
    joined = joined[table.kinds[joined] == kind][:MOST_JOINED]
    yield from ((place, 1.0) for place in joined.tolist())


def _asked(table: NameTable, name: Ready) -> _Asked:
    weighed = dict(zip(name.tokens, left_weights(name), strict=True))  # a word said twice counts once
    heavy = {token: weight for token, weight in weighed.items() if weight > 0} or dict.fromkeys(weighed, 1.0)
    ranked = heapq.nlargest(MOST_WORDS, heavy, key=heavy.__getitem__) if len(heavy) > MOST_ALIKE else heavy
    near = {token: near_words(table, token) for token in islice(ranked, MOST_ALIKE)}
    near |= {token: same_words(table, token) for token in islice(ranked, MOST_ALIKE, None)}
    full = dict(zip(name.tokens, name.weights, strict=True))
    return _Asked(
        name, tuple(near), [heavy[token] for token in near], [full[token] for token in near], tuple(near.values())
    )


def _sharing(table: NameTable, asked: _Asked) -> Numbers:
    """Give the readings that hold enough of the words, as far as those that are looked up can tell."""
    looked_up = _looked_up(asked)
    needed = SHARED * asked.total - sum(asked.weights) + sum(asked.weights[i] for i in looked_up)
    held = [(asked.near[i].readings(table).astype(np.uint64) << np.uint64(8)) | np.uint64(i) for i in looked_up]
    both = np.sort(np.concatenate(held))
    if not len(both):
        return both.astype(np.uint32)
    readings = (both >> np.uint64(8)).astype(np.uint32)
    firsts = np.flatnonzero(np.concatenate(([True], readings[1:] != readings[:-1])))
    shared = np.add.reduceat(np.array(asked.weights)[(both & np.uint64(255)).astype(np.intp)], firsts)
    found = readings[firsts]
    enough = shared >= needed
    if asked.name.is_person and len(asked.tokens) > 1 and not _is_in_office(asked.name):
        others = len(asked.tokens) - len(looked_up)
        enough &= np.diff(firsts, append=len(both)) + others > 1  # one shared word makes no person
    return found[enough | table.has_initial[found]]


def _is_in_office(name: Ready) -> bool:
    return any(token.symbol in OFFICES for token in name.tokens)


def _looked_up(asked: _Asked) -> list[int]:
    """Choose the words to look up: all but the commonest, as long as those make up less than a half."""
    order = sorted(range(len(asked.near)), key=lambda i: (is_initial(asked.tokens[i]), asked.near[i].held))
    room = LEFT_OUT * asked.total
    while len(order) > 1 and (asked.near[order[-1]].held > FEW or is_initial(asked.tokens[order[-1]])):
        room -= asked.weights[order[-1]]
        if room < 0:
            break
        order.pop()
    return order


def _likest(table: NameTable, asked: _Asked, found: Numbers, at_least: float) -> tuple[Numbers, Shares]:
    """Give those that could be like it, with the most that each could score by what it shares, the likest first."""
    words, firsts = _words_of(table, found)
    best = np.zeros(len(words), dtype=np.float32)
    told, paired, asked_more = (np.zeros(len(found), dtype=np.float32) for _ in range(3))
    full, lost = (np.zeros(len(found), dtype=np.int32) for _ in range(2))
    scratch = np.zeros(len(table.words), dtype=np.float32)
    for token, near, weight, left in zip(asked.tokens, asked.near, asked.full, asked.weights, strict=True):
        scores = _scores(table, token, near, words, scratch)
        np.maximum(best, scores, out=best)
        likest = np.maximum.reduceat(scores, firsts)
        is_paired = likest > 0
        told += weight * likest
        paired += weight * is_paired
        asked_more += left * ~is_paired
        full += is_paired & (not is_initial(token))
        lost += ~is_paired & (left > HABIT)
    kind = asked.name.name.kind
    left_over = table.left[kind][words] * (best == 0)
    listed_more = np.add.reduceat(left_over, firsts)
    listed_told = np.add.reduceat(table.weights[kind][words] * best, firsts)
    shared = _Shared(
        told=np.minimum(told, listed_told),
        quality=(told / np.maximum(paired, 1e-6)).astype(np.float32),
        full=np.minimum(full, np.add.reduceat((best > 0).astype(np.int32), firsts)),
        lost=lost + np.add.reduceat((left_over > HABIT).astype(np.int32), firsts),
        asked_more=asked_more,
        listed_more=listed_more,
    )
    listed = np.add.reduceat(table.left[kind][words], firsts)
    whole = (asked_more <= (1 - WHOLE) * asked.total) | (listed_more <= (1 - WHOLE) * listed)
    bounds = _bounds(asked.name, shared)
    kept = np.flatnonzero((whole | (at_least < WHOLE_FROM)) & (bounds >= at_least - SLACK))
    order = kept[np.argsort(-bounds[kept], kind="stable")[:MOST_COMPARED]]
    return found[order], np.minimum(bounds[order] + np.float32(SLACK), np.float32(1.0))


class _Shared(NamedTuple):
    """What names have in common with the one asked for, at most: a number for each of them."""

    told: Shares  # how telling the shared words are
    quality: Shares  # how alike they are
    full: NDArray[np.int32]  # how many there are, initials left out
    lost: NDArray[np.int32]  # how many words only one of the two has, patronymics left out
    asked_more: Shares  # what the words weigh that only the asked name has
    listed_more: Shares


def _bounds(name: Ready, shared: _Shared) -> Shares:
    """Give the most that each could score: a bound above names/compare_people.py and names/compare_bodies.py."""
    more = shared.asked_more + shared.listed_more
    asked_cost, listed_cost = COST[name.name.kind]
    cost = asked_cost * shared.asked_more + listed_cost * shared.listed_more
    bounds = shared.quality * (1 - cost / (ROOM * shared.told + more + 1e-6))
    if not name.is_person or _is_in_office(name):
        return bounds.astype(np.float32)
    is_other = (more > 0.01) | (shared.quality < 0.999)
    needed = np.minimum(MOST_TOLD, TOLD + TOLD_FOR_EACH * shared.lost)
    bounds = np.where(is_other, bounds * np.minimum(1.0, shared.told / needed), bounds)
    return np.where((more > 0.01) & (shared.full < 2), 0.0, bounds).astype(np.float32)


def _words_of(table: NameTable, found: Numbers) -> tuple[Numbers, Places]:
    """Give the words of these readings, one reading after the other, and where each reading begins."""
    ends = table.ends[found].astype(np.intp)
    starts = np.where(found > 0, table.ends[np.maximum(found, 1) - 1], 0).astype(np.intp)
    lengths = ends - starts
    firsts = np.cumsum(lengths) - lengths
    return table.spelt[np.arange(int(lengths.sum())) + np.repeat(starts - firsts, lengths)], firsts


def _scores(table: NameTable, token: Token, near: Near, words: Numbers, scratch: Shares) -> Shares:
    """Give of each word how like it is; `scratch` is all zeros, before and after."""
    if is_initial(token):
        return np.where(_GROUPS[table.letters[words]] == _GROUPS[ord(token.form[0]) & 0x7F], np.float32(INITIAL), 0.0)
    scratch[near.words] = near.scores
    scores = scratch[words]
    scratch[near.words] = 0.0
    return scores


def _joined(table: NameTable, asked: _Asked) -> Numbers:
    """Give readings that may write several of its words as one, or one as several, or by first letters."""
    name = asked.name.name
    found = [near.joined for near in asked.near if len(near.joined)]
    found.append(table.by_joined(np.array([whole_key(name)], dtype=np.uint32)))
    found.append(_cut_short(table, name))
    for run in (*runs_of(name.forms), *letters_of(name)):
        found += readings_of_run(table, run)
    return distinct(np.concatenate(found))


def _cut_short(table: NameTable, name: Name) -> Numbers:
    """Give readings of which this one is the beginning, or that are its beginning, as a form's field cuts names off."""
    joined = name.joined
    places = table.by_joined(np.array(sorted(head_keys_of(name)), dtype=np.uint32)).tolist()
    wholes = [(place, "".join(table.forms_of(place))) for place in places]
    near = [place for place, whole in wholes if whole.startswith(joined) or joined.startswith(whole)]
    return np.array(near, dtype=np.uint32)
