"""The listed names that could be like a name, found without comparing it with all.

A name can only be like another when the words they share make up most of the one or of the other. So the rarer words
of a name are looked up first, and names that hold only its common ones are never looked at. Many names are looked up
in one go: numbers of all of them stand in the same arrays.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np

from nongrata.names.ready import Ready
from nongrata.names.record import Token
from nongrata.screening.bounds import Asked, Found, likest
from nongrata.screening.joinedwords import written_otherwise
from nongrata.screening.leftover import left_weights
from nongrata.screening.nearwords import Near, is_initial, near_words, same_words
from nongrata.screening.postings import KINDS, NameTable

MOST_ALIKE = 12  # words of a name for which alike ones are looked up, the weightiest
MOST_WORDS = 60  # … that are looked up at all
MOST_JOINED = 60  # names compared that may write a name's words as one, or as several
LEFT_OUT = 0.5  # the share of a name that its common words may make up and not be looked up
FEW = 2_000  # names that are looked at in any case
SHARED = 0.4  # the share of a name that a listed one must hold, at least


class Candidates(NamedTuple):
    """The readings that could be like a name, and the listed words like each of its words."""

    likest: list[tuple[int, float]]  # their places, with the most that each could score, the best first
    near: Mapping[Token, Near]


def candidates(table: NameTable, names: Sequence[Ready], at_least: Sequence[float]) -> list[Candidates]:
    """Give for each name the readings that could be like it and score so much."""
    asked = _asked(table, names)
    bounded = likest(table, asked, _sharing(table, asked), np.array(at_least, dtype=np.float32))
    found = [
        Candidates(
            likest=list(zip(places.tolist(), bounds.tolist(), strict=True)),
            near=dict(zip(each.tokens[:MOST_ALIKE], each.near, strict=False)),
        )
        for each, (places, bounds) in zip(asked, bounded, strict=True)
    ]
    otherwise = written_otherwise(table, [name.name for name in names])
    for each, written, (of_name, _near) in zip(asked, otherwise, found, strict=True):
        joined = np.unique(np.concatenate([written, *(near.joined for near in each.near if len(near.joined))]))
        joined = joined[table.kinds[joined] == each.kind][:MOST_JOINED]
        of_name.extend((place, 1.0) for place in joined.tolist())
    return found


def _asked(table: NameTable, names: Sequence[Ready]) -> list[Asked]:
    """Give each name with its words and the listed ones like them."""
    weighed = [_weighed(name) for name in names]
    ranked = [_ranked(heavy) for heavy in weighed]
    near = iter(near_words(table, [token for words in ranked for token in islice(words, MOST_ALIKE)]))
    found = []
    for name, heavy, words in zip(names, weighed, ranked, strict=True):
        alike = list(islice(near, min(len(words), MOST_ALIKE)))
        alike += [same_words(table, token) for token in words[MOST_ALIKE:]]
        found.append(_one(name, heavy, words, alike))
    return found


def _one(name: Ready, heavy: dict[Token, float], words: Sequence[Token], near: Sequence[Near]) -> Asked:
    full = dict(zip(name.tokens, name.weights, strict=True))
    return Asked(
        name=name,
        kind=KINDS.index(name.name.kind),
        tokens=words,
        weights=[heavy[token] for token in words],
        full=[full[token] for token in words],
        near=near,
    )


def _weighed(name: Ready) -> dict[Token, float]:
    """Give the words of a name that weigh anything, each once; all, where none does."""
    weighed = dict(zip(name.tokens, left_weights(name), strict=True))
    return {token: weight for token, weight in weighed.items() if weight > 0} or dict.fromkeys(weighed, 1.0)


def _ranked(heavy: dict[Token, float]) -> list[Token]:
    """Give the words that are looked up, of too many the weightiest."""
    return heapq.nlargest(MOST_WORDS, heavy, key=heavy.__getitem__) if len(heavy) > MOST_ALIKE else list(heavy)


def _sharing(table: NameTable, asked: Sequence[Asked]) -> Found:
    """Give the readings that hold enough of each name's words, as far as those that are looked up can tell."""
    looked_up = [_looked_up(each) for each in asked]
    words = [(n, i) for n, places in enumerate(looked_up) for i in places]
    held = [asked[n].near[i].readings(table, asked[n].kind) for n, i in words]
    numbers = np.repeat(
        np.array([n << 8 | i for n, i in words], dtype=np.uint64), np.array([len(each) for each in held], np.intp)
    )
    both = np.concatenate([np.zeros(0, dtype=np.uint32), *held]).astype(np.uint64) << np.uint64(8)
    both = np.sort(both | (numbers >> np.uint64(8) << np.uint64(40)) | (numbers & np.uint64(255)))
    if not len(both):
        return Found(names=both.astype(np.intp), readings=both.astype(np.uint32))
    rows = both >> np.uint64(8)
    firsts = np.flatnonzero(np.concatenate(([True], rows[1:] != rows[:-1])))
    names = (both >> np.uint64(40)).astype(np.intp)
    begin = np.cumsum([0, *(len(each.weights) for each in asked[:-1])])
    weights = np.array([weight for each in asked for weight in each.weights])
    shared = np.add.reduceat(weights[begin[names] + (both & np.uint64(255)).astype(np.intp)], firsts)
    names, readings = names[firsts], (rows[firsts] & np.uint64(0xFFFFFFFF)).astype(np.uint32)
    needed = np.array([_needed(each, places) for each, places in zip(asked, looked_up, strict=True)])
    alone = np.array([_words_needed(each, places) for each, places in zip(asked, looked_up, strict=True)])
    enough = (shared >= needed[names]) & (np.diff(firsts, append=len(both)) >= alone[names])
    kept = enough | table.has_initial[readings]
    return Found(names=names[kept], readings=readings[kept])


def _needed(asked: Asked, looked_up: Sequence[int]) -> float:
    """Say what the looked-up words that a reading holds must weigh."""
    return SHARED * asked.total - asked.total + sum(asked.weights[i] for i in looked_up)


def _words_needed(asked: Asked, looked_up: Sequence[int]) -> int:
    """Say how many of them it must hold: one shared word makes no person."""
    if not asked.is_person or len(asked.tokens) < 2:
        return 0
    return 2 - (len(asked.tokens) - len(looked_up))


def _looked_up(asked: Asked) -> list[int]:
    """Choose the words to look up: all but the commonest, as long as those make up less than a half."""
    order = sorted(range(len(asked.near)), key=lambda i: (is_initial(asked.tokens[i]), asked.near[i].held))
    room = LEFT_OUT * asked.total
    while len(order) > 1 and (asked.near[order[-1]].held > FEW or is_initial(asked.tokens[order[-1]])):
        room -= asked.weights[order[-1]]
        if room < 0:
            break
        order.pop()
    return order
