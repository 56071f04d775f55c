"""Names with all that is looked up of their words, for many names in one go."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np

from nongrata.names.ready import Ready
from nongrata.names.record import Token
from nongrata.names.telling import OFFICES
from nongrata.screening.candidates.asked import Asked
from nongrata.screening.candidates.at_most import ANY_WORD
from nongrata.screening.candidates.doubted import one_word, surely_near
from nongrata.screening.candidates.leftover import marks_in, placed_weights
from nongrata.screening.candidates.nearwords import BODIES, Near, is_initial, near_words, same_words
from nongrata.screening.candidates.postings import KINDS, NameTable

MOST_ALIKE = 12  # words of a name for which alike ones are looked up, the weightiest
MOST_WORDS = 60  # … that are looked up at all
LIGHTEST = 0.2  # what a word weighs at least that is looked up


def asked_of(table: NameTable, groups: Sequence[Sequence[Ready]], at_least: Sequence[float]) -> list[Asked]:
    """Give each name with its words and the listed ones like them that are of use where it must score so much.

    A group is one name of several kinds of parties.
    """
    weighed = [_weighed(group[0]) for group in groups]
    near = [_surely(table, *each) for each in zip(weighed, _near(table, weighed), at_least, strict=True)]
    covers = iter(_covers(table, weighed, near))
    found = []
    for group, words, own in zip(groups, weighed, near, strict=True):
        kinds = {KINDS.index(each.name.kind) for each in group}
        kind = kinds.pop() if len(kinds) == 1 else BODIES
        found.append(_asked(words, kind, own, list(islice(covers, len(own)))))
    return found


class _Weighed(NamedTuple):
    """A name with what each of its words weighs, and which are looked up, by their places; each word once."""

    name: Ready
    weights: Sequence[float]  # where they find no partner
    marks: Sequence[int]
    ranked: Sequence[int]  # what costs something where it finds no partner, of too many the weightiest; or all
    light: Sequence[int]  # what costs nothing and yet tells something where it agrees: places and numbers
    spare: int  # how many words are said again

    def tokens(self, places: Iterable[int]) -> list[Token]:
        """Give the words at these places."""
        return [self.name.tokens[i] for i in places]


def _weighed(name: Ready) -> _Weighed:
    marks = marks_in(name)
    weights = placed_weights(name, marks)
    once = list({token: i for i, token in enumerate(name.tokens)}.values())
    heavy = [i for i in once if weights[i] > 0]
    if not heavy:  # what tells anything: a city; legal forms, where there is nothing else
        heavy = [i for i in once if name.weights[i] >= LIGHTEST] or once
        weights = [float(i in heavy) for i in range(len(weights))]
    ranked = heapq.nlargest(MOST_WORDS, heavy, key=weights.__getitem__) if len(heavy) > MOST_ALIKE else heavy
    light = [i for i in once if weights[i] <= 0 and (name.weights[i] >= LIGHTEST or _may_be_word(name, i))][:MOST_ALIKE]
    return _Weighed(name, weights, marks, ranked, light, len(name.tokens) - len(once))


def _may_be_word(name: Ready, i: int) -> bool:
    """Be a title before a ship's or a body's name, which in another name is a word of it: Vessel Class."""
    return not name.is_person and name.tokens[i].kind == "title"


def _asked(words: _Weighed, kind: int, near: Sequence[Near], covers: Sequence[float]) -> Asked:
    name, places = words.name, (*words.ranked, *words.light)
    tokens = words.tokens(places)
    weights = [words.weights[i] for i in places]
    full = [name.weights[i] for i in places]
    return Asked(
        name=name,
        kind=kind,
        tokens=tokens,
        heavy=len(words.ranked),
        weights=weights,
        full=full,
        marks=[words.marks[i] for i in places],
        initial=[is_initial(token) for token in tokens],
        near=near,
        held=[each.held[kind > 0] for each in near],
        covers=covers,
        total=sum(weights),
        light=max(sum(name.weights) - sum(full), 0.0),
        is_person=name.is_person and not any(token.symbol in OFFICES for token in name.tokens),
        spare=words.spare,
    )


def _near(table: NameTable, weighed: Sequence[_Weighed]) -> Iterator[tuple[Near, ...]]:
    """Give what is like each word of each name; of its heavy words behind the weightiest, the same words alone."""
    alike = [words.tokens((*words.ranked[:MOST_ALIKE], *words.light)) for words in weighed]
    near = iter(near_words(table, [token for tokens in alike for token in tokens]))
    for words in weighed:
        own = list(islice(near, min(len(words.ranked), MOST_ALIKE)))
        same = [same_words(table, token) for token in words.tokens(words.ranked[MOST_ALIKE:])]
        yield (*own, *same, *islice(near, len(words.light)))


def _surely(table: NameTable, words: _Weighed, near: Sequence[Near], at_least: float) -> Sequence[Near]:
    """Leave out what is like the one word that a body is told by, and could not score so much: doubted.py."""
    i = one_word(words.name, words.marks)
    if i is None:
        return near
    at = (*words.ranked, *words.light).index(i)
    return [*near[:at], surely_near(table, words.name, i, near[at], at_least), *near[at + 1 :]]


def _covers(table: NameTable, weighed: Sequence[_Weighed], near: Sequence[Sequence[Near]]) -> list[float]:
    """Give of each word of each name what a listed word like it weighs at most, where that finds no partner."""
    words = [each.words for of_name in near for each in of_name]
    lengths = np.array([len(each) for each in words], dtype=np.intp)
    flat = np.concatenate([np.zeros(0, dtype=np.uint32), *words])
    is_person = [each.name.is_person for each, own in zip(weighed, near, strict=True) for _near in own]
    of_person = np.repeat(np.array(is_person, dtype=np.bool_), lengths)
    left = np.where(of_person, table.left["person"][flat], table.left["body"][flat])
    most = np.zeros(len(words))
    if len(flat):
        most[lengths > 0] = np.maximum.reduceat(left, (np.cumsum(lengths) - lengths)[lengths > 0])
    names = [each.tokens((*each.ranked, *each.light)) for each in weighed]
    most[[is_initial(token) for tokens in names for token in tokens]] = ANY_WORD
    return most.tolist()
