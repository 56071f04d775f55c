"""The listed names that could be like a name, found without comparing it with all.

A name can only be like another when the words they share make up most of the one or of the other. So the rarer words
of a name are looked up first, and names that hold only its common ones are never looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nongrata.names.keys_joined import letters_of, runs_of, whole_key
from nongrata.names.ready import Ready
from nongrata.screening.nearwords import Near, near_words, readings_of_run
from nongrata.screening.postings import KINDS, NameTable, Numbers, Shares, distinct, left_weights

MOST_COMPARED = 250  # names that one is compared with
MOST_JOINED = 60  # of those that may write its words as one, or as several
LEFT_OUT = 0.5  # the share of a name that its common words may make up and not be looked up
SHARED = 0.4  # the share of a name that a listed one must hold, at least
SHARED_OF_ONE = 0.7  # … that one of the two must hold of the other
ALIKE = 0.6  # how like the shared words must be, on the whole
FEW = 300  # names that are looked at in any case


@dataclass(frozen=True, slots=True)
class _Asked:
    """A name's words, the listed words like each, and what each weighs."""

    name: Ready
    weights: Shares
    near: Sequence[Near]
    is_initial: Sequence[bool]

    @property
    def total(self) -> float:
        return float(self.weights.sum())


def candidates(table: NameTable, name: Ready) -> list[int]:
    """Give the places of the readings that could be like this one, the likest first."""
    asked = _asked(table, name)
    kind = KINDS.index(name.name.kind)
    found = _sharing(table, asked)
    found = found[table.kinds[found] == kind]
    if len(found):
        found = _likest(table, asked, found)
    joined = _joined(table, asked)
    joined = joined[table.kinds[joined] == kind][:MOST_JOINED]
    return list(dict.fromkeys((*found.tolist(), *joined.tolist())))


def _asked(table: NameTable, name: Ready) -> _Asked:
    places = {token: place for place, token in enumerate(name.tokens)}  # a word said twice counts once
    weights = np.array(left_weights(name), dtype=np.float32)[list(places.values())]
    return _Asked(
        name,
        weights if weights.sum() > 0 else np.ones(len(places), dtype=np.float32),
        [near_words(table, token) for token in places],
        [len(token.form) == 1 for token in places],
    )


def _sharing(table: NameTable, asked: _Asked) -> Numbers:
    """Give the readings that hold enough of the words, as far as those that are looked up can tell."""
    looked_up = _looked_up(asked)
    room = asked.total - sum(float(asked.weights[i]) for i in looked_up)
    shared = np.zeros(len(table.kinds), dtype=np.float32)
    touched = []
    for i in looked_up:
        readings = asked.near[i].readings(table)
        shared[readings] += asked.weights[i]
        touched.append(readings)
    if not touched:
        return np.zeros(0, dtype=np.uint32)
    found = np.concatenate(touched)
    enough = (shared[found] + room >= SHARED * asked.total) | table.has_initial[found]
    return distinct(found[enough])


def _looked_up(asked: _Asked) -> list[int]:
    """Choose the words to look up: all but the commonest, as long as those make up less than a half."""
    order = sorted(range(len(asked.near)), key=lambda i: (asked.is_initial[i], asked.near[i].held))
    room = LEFT_OUT * asked.total
    while len(order) > 1 and (asked.near[order[-1]].held > FEW or asked.is_initial[order[-1]]):
        room -= float(asked.weights[order[-1]])
        if room < 0:
            break
        order.pop()
    return order


def _likest(table: NameTable, asked: _Asked, found: Numbers) -> Numbers:
    """Give those that could be like it, by how much of the one and of the other is shared, the likest first."""
    ends = table.ends[found].astype(np.int64)
    starts = np.where(found > 0, table.ends[np.maximum(found, 1) - 1], 0).astype(np.int64)
    lengths = ends - starts
    firsts = np.cumsum(lengths) - lengths
    places = np.arange(int(lengths.sum())) + np.repeat(starts - firsts, lengths)
    words = table.spelt[places]
    best = np.zeros(len(words), dtype=np.float32)
    of_query = np.zeros(len(found), dtype=np.float32)
    reached = np.zeros(len(found), dtype=np.float32)
    for near, weight, is_initial in zip(asked.near, asked.weights.tolist(), asked.is_initial, strict=True):
        scores = _scores(near, words)
        np.maximum(best, scores, out=best)
        likest = np.maximum(np.maximum.reduceat(scores, firsts), 0.8 if is_initial else 0.0)
        of_query += weight * (likest > 0)
        reached += weight * likest
    weights = table.weights[asked.name.name.kind][words]
    whole = np.add.reduceat(weights, firsts)
    of_listed = np.where(whole > 0, np.add.reduceat(weights * (best > 0), firsts) / np.maximum(whole, 1e-6), 1.0)
    if any(asked.is_initial):
        of_listed = np.ones_like(of_listed)
    quality = reached / np.maximum(of_query, 1e-6)
    of_query /= asked.total
    kept = (np.maximum(of_query, of_listed) >= SHARED_OF_ONE) & (np.minimum(of_query, of_listed) >= 0.25)
    kept &= (quality >= ALIKE) & (of_query >= SHARED)
    order = np.argsort(-(quality * (of_query + of_listed))[kept], kind="stable")[:MOST_COMPARED]
    return found[kept][order]


def _scores(near: Near, words: Numbers) -> Shares:
    """Give of each word how like it is."""
    if not len(near.words):
        return np.zeros(len(words), dtype=np.float32)
    places = np.minimum(np.searchsorted(near.words, words), len(near.words) - 1)
    return np.where(near.words[places] == words, near.scores[places], np.float32(0.0))


def _joined(table: NameTable, asked: _Asked) -> Numbers:
    """Give readings that may write several of its words as one, or one as several, or by first letters."""
    found = [near.joined for near in asked.near if len(near.joined)]
    found.append(table.by_joined(np.array([whole_key(asked.name.name)], dtype=np.uint32)))
    for run in (*runs_of(asked.name.forms), *letters_of(asked.name.name)):
        found += readings_of_run(table, run)
    return distinct(np.concatenate(found))
