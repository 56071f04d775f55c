"""The listed names that could be like a name, found without comparing it with all.

A name can only be like another when the words they share make up most of the one or of the other. So the rarer words
of a name are looked up first, and names that hold only its common ones are never looked at. Many names are looked up
in one go: numbers of all of them stand in the same arrays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np

from nongrata.names.ready import MOST_READ, Ready
from nongrata.names.record import Token
from nongrata.screening.candidates.asked import Asked
from nongrata.screening.candidates.asking import MOST_ALIKE, asked_of
from nongrata.screening.candidates.bounds import Bounded, likest
from nongrata.screening.candidates.joinedwords import Run, by_first_letters, same_letters, written_as_one
from nongrata.screening.candidates.lookup import Numbers, distinct, gathered
from nongrata.screening.candidates.nearwords import Near, is_of_kind
from nongrata.screening.candidates.pairing import Found
from nongrata.screening.candidates.postings import KINDS, NameTable, Shares
from nongrata.screening.candidates.rarest import looked_up_of
from nongrata.screening.candidates.sharing import lots_of, sharing

MOST_JOINED = 60  # names compared that may write a name's words as one, or as several


class Candidates(NamedTuple):
    """The readings that could be like a name, and the listed words like each of its words."""

    likest: list[tuple[int, float]]  # their places, with the most that each could score, the best first
    asked: Asked

    @property
    def near(self) -> Mapping[Token, Near]:
        """Give the listed words like each word of the name, as far as they were looked up."""
        return dict(islice(zip(self.asked.tokens, self.asked.near, strict=True), MOST_ALIKE))


def candidates(table: NameTable, names: Sequence[Ready], at_least: Sequence[float]) -> list[Candidates]:
    """Give for each name the readings that could be like it and score so much."""
    groups: dict[tuple[bool, tuple[Token, ...]], list[int]] = {}  # a body's and a ship's name are often the same words
    for number, name in enumerate(names):
        groups.setdefault((name.is_person, name.tokens), []).append(number)
    lowest = [min(at_least[number] for number in numbers) for numbers in groups.values()]
    asked = asked_of(table, [[names[number] for number in numbers] for numbers in groups.values()], lowest)
    least = np.array(lowest, dtype=np.float32)
    found: dict[int, Candidates] = {}
    for numbers, of_group in zip(groups.values(), _of_groups(table, asked, least), strict=True):
        if len(numbers) == 1:
            found[numbers[0]] = of_group
        else:
            kinds = table.kinds[[place for place, _bound in of_group.likest]].tolist()
            for number in numbers:
                kind = KINDS.index(names[number].name.kind)
                own = [row for row, its in zip(of_group.likest, kinds, strict=True) if its == kind]
                found[number] = Candidates(own, of_group.asked)
    return [found[number] for number in range(len(names))]


def _of_groups(table: NameTable, asked: Sequence[Asked], least: Shares) -> Iterator[Candidates]:
    shared = _shared(table, asked, least)
    joined = _joined(table, asked, least)
    names = [each.name for each in asked]
    surely = zip(same_letters(table, names), by_first_letters(table, names), strict=True)
    for each, parts, some in zip(asked, zip(shared, joined, strict=True), surely, strict=True):
        sure = dict.fromkeys([place for places in some for place in _of_kind(table, each, places)], 1.0)
        bounds: dict[int, float] = {}
        for places, highest in parts:
            bounds |= zip(places.tolist(), highest.tolist(), strict=True)
        rest = sorted(bounds.items(), key=_by_bound)
        yield Candidates([*sure.items(), *(row for row in rest if row[0] not in sure)], each)


def _shared(table: NameTable, asked: Sequence[Asked], least: Shares) -> Iterator[Bounded]:
    """Give the readings that share enough words with each name, with the most that each could score."""
    looked_up = [looked_up_of(*each) for each in zip(asked, least.tolist(), strict=True)]
    for lot in lots_of(asked, looked_up):
        found = sharing(table, asked[lot], looked_up[lot], least[lot])
        yield from likest(table, asked[lot], found, least[lot])


def _of_kind(table: NameTable, asked: Asked, places: Numbers) -> list[int]:
    if not len(places):
        return []
    of_kind: list[int] = places[is_of_kind(table.kinds[places], asked.kind)][:MOST_JOINED].tolist()
    return of_kind


def _by_bound(row: tuple[int, float]) -> tuple[float, int]:
    return -row[1], row[0]


def _joined(table: NameTable, asked: Sequence[Asked], at_least: Shares) -> Iterator[Bounded]:
    """Give the readings that write some words of a name as one or as several, with the most that each could score."""
    runs = written_as_one(table, [each.name.forms for each in asked])
    found = [_with_runs(each, of_name) for each, of_name in zip(asked, runs, strict=True)]
    words = [(n, word) for n, of_name in enumerate(runs) for _span, word in of_name]
    places, names = np.array([word for _n, word in words], np.intp), np.array([n for n, _word in words], np.intp)
    names, readings = gathered(table.postings, table.posting_ends, places, names)
    several = [(n, near.several.readings) for n, each in enumerate(asked) for near in each.near]
    names = np.append(names, np.repeat([n for n, _found in several], [len(each) for _n, each in several]))
    readings = np.concatenate((readings, *(each for _n, each in several)))
    both = distinct((names.astype(np.uint64) << np.uint64(32)) | readings)
    names, readings = (both >> np.uint64(32)).astype(np.intp), (both & np.uint64(0xFFFFFFFF)).astype(np.uint32)
    kept = is_of_kind(table.kinds[readings], np.array([each.kind for each in asked], dtype=np.uint8)[names])
    return likest(table, found, Found(names[kept], readings[kept]), at_least)


def _with_runs(asked: Asked, runs: Sequence[Run]) -> Asked:
    """Take the listed words that are several words of a name, or part of one, for words like each of these."""
    more: dict[Token, list[int]] = {token: near.several.words.tolist() for token, near in _several(asked)}
    for span, word in runs:
        for place in span:
            if place < len(asked.name.tokens):
                more.setdefault(asked.name.tokens[place], []).append(word)
    if not more:
        return asked
    near = [each.with_more(more.get(token, ())) for token, each in zip(asked.tokens, asked.near, strict=True)]
    return asked._replace(near=near, spare=MOST_READ)


def _several(asked: Asked) -> Iterator[tuple[Token, Near]]:
    return ((token, near) for token, near in zip(asked.tokens, asked.near, strict=True) if len(near.several.words))
