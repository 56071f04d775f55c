"""The readings that share enough of a name's words to be like it, as far as the postings of those words tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from nongrata.names.comparing.compare_bodies import NUMBER_MORE
from nongrata.names.keys import sum_of_numbers
from nongrata.screening.candidates.another import needs_two, with_another
from nongrata.screening.candidates.asked import Asked
from nongrata.screening.candidates.at_most import SLACK, WHOLE, Weights
from nongrata.screening.candidates.initialed import beside_initials
from nongrata.screening.candidates.lookup import distinct, in_order, lasts_of
from nongrata.screening.candidates.nearwords import Near, gather_readings
from nongrata.screening.candidates.pairing import Found, words_of
from nongrata.screening.candidates.postings import NameTable, Shares
from nongrata.screening.candidates.rarest import LookedUp
from nongrata.screening.candidates.reach import (
    NAME,
    READING,
    WORD,
    Listed,
    Rows,
    firsts_of,
    known_of,
    may_reach,
    most_left,
    names_of,
    of_words,
    total_of,
    words_at,
)

MANY = 4  # words of a listed name of which one may be too light to matter
AT_ONCE = 150_000  # readings that are looked at in one go, some of them twice
FEW = 400  # readings that are sooner held against all words at once (bounds.py) than against these first
SHARED = 0.4  # the share of a name that a listed one must hold, at least


def lots_of(asked: Sequence[Asked], looked_up: Sequence[LookedUp]) -> Iterator[slice]:
    """Cut names into lots whose readings are looked at in one go: of longer arrays, all is fetched from afar."""
    first = held = 0
    for place, (each, chosen) in enumerate(zip(asked, looked_up, strict=True)):
        more = sum(each.held[i] for i in chosen.words)
        if place > first and held + more > AT_ONCE:
            yield slice(first, place)
            first, held = place, 0
        held += more
    yield slice(first, len(asked))


def sharing(table: NameTable, asked: Sequence[Asked], chosen: Sequence[LookedUp], at_least: Shares) -> Found:
    """Give the readings that hold enough of each name's words, as far as those that are looked up can tell."""
    looked_up = [each.words for each in chosen]
    rows, kept = _enough(table, asked, looked_up, rows_of(table, asked, looked_up, at_least))
    beside = beside_initials(table, asked, chosen)
    both = distinct(np.concatenate((kept, beside))) if len(beside) else kept
    found = Found(names=(both >> np.uint64(32)).astype(np.intp), readings=both.astype(np.uint32))
    if len(both) <= FEW:
        return found
    rows = with_other_words(table, asked, looked_up, rows, found)
    every = [[i for i in range(each.heavy) if not each.initial[i]] for each in asked]
    rows = _of_enough_words(table, rows, np.array(list(map(_words_needed, asked, every)), dtype=np.float64))
    found = found_in(rows)
    listed = Listed(initials=table.initials_in[found.readings], left=table.left_totals[found.readings])
    reach = may_reach(rows, [known_of(each) for each in asked], listed, at_least)
    return Found(names=found.names[reach], readings=found.readings[reach])


def found_in(rows: Rows) -> Found:
    """Give the readings that these rows are of."""
    first = rows[firsts_of(rows)]
    return Found(names_of(first), (first >> READING).astype(np.uint32))


def _enough(
    table: NameTable, asked: Sequence[Asked], looked_up: Sequence[Sequence[int]], rows: Rows
) -> tuple[Rows, NDArray[np.uint64]]:
    """Leave the rows of readings that hold enough of these words, and give those readings, each below its name."""
    limits = _limits_of(asked, looked_up)
    rows = _of_enough_words(table, rows, limits[:, 2])
    firsts = firsts_of(rows)
    names, readings = names_of(rows[firsts]), (rows[firsts] >> READING).astype(np.uint32)
    counts = np.diff(firsts, append=len(rows))
    least, most, others = limits[names, 0], limits[names, 1], limits[names, 3]
    shared = total_of(of_words((each.weights for each in asked), words_at(rows, asked)), firsts)
    heavy = table.heavy[readings].astype(np.intp)
    may_be_whole = heavy <= counts + others + (heavy >= MANY)
    enough = (shared >= least) & (counts >= limits[names, 2]) & ((shared >= most) | may_be_whole)
    kept = enough | (table.initials_in[readings] > 0)  # an initial may stand for any word
    return rows[np.repeat(kept, counts)], rows[firsts[kept]] >> READING


def with_other_words(
    table: NameTable, asked: Sequence[Asked], looked_up: Sequence[Sequence[int]], rows: Rows, found: Found
) -> Rows:
    """Give the rows of these readings with those of the words that were not looked up: readings are few by now."""
    every: Rows = in_order(np.concatenate((rows, *_of_other_words(table, asked, looked_up, found))))
    return every


def _of_other_words(
    table: NameTable, asked: Sequence[Asked], looked_up: Sequence[Sequence[int]], found: Found
) -> Iterator[Rows]:
    ends = np.searchsorted(found.names, np.arange(len(asked) + 1)).tolist()
    words, firsts = words_of(table, found.readings)
    firsts_too = np.append(firsts, len(words))
    steps = np.zeros(len(table.words), dtype=np.uint8)
    for n, (each, places, first, last) in enumerate(zip(asked, looked_up, ends[:-1], ends[1:], strict=True)):
        others = [i for i in range(len(each.tokens)) if i not in places and not each.initial[i]]
        if first == last or not others:
            continue
        own = words[firsts_too[first] : firsts_too[last]]
        begin, readings = firsts[first:last] - firsts[first], found.readings[first:last].astype(np.uint64) << READING
        for i in others:
            near = each.near[i]
            steps[near.telling] = near.steps
            best = np.maximum.reduceat(steps[own], begin)
            steps[near.telling] = 0
            holding = np.flatnonzero(best)
            yield np.uint64(n << int(NAME) | i << int(WORD)) | readings[holding] | best[holding]


def _of_enough_words(table: NameTable, rows: Rows, needed: Weights) -> Rows:
    """Leave out the readings that hold fewer words than they must: most hold one."""
    firsts = firsts_of(rows)
    counts, held = np.diff(firsts, append=len(rows)), rows[firsts]
    has_initial = table.initials_in[(held >> READING).astype(np.uint32)] > 0
    return rows[np.repeat((counts >= needed[names_of(held)]) | has_initial, counts)]


def rows_of(table: NameTable, asked: Sequence[Asked], looked_up: Sequence[Sequence[int]], at_least: Shares) -> Rows:
    """Give each reading that holds a word like one that is looked up, sorted; none that has too much beside."""
    every = [(n, i) for n, places in enumerate(looked_up) for i in places]
    of_people = [(n, i) for n, i in every if needs_two(asked[n])]
    of_others = [(n, i) for n, i in every if not needs_two(asked[n])]
    gather_readings(table, [(asked[n].near[i], asked[n].kind) for n, i in of_others])
    of_bodies = (_of_its_numbers(table, asked[n], asked[n].near[i], float(at_least[n])) for n, i in of_others)
    held = [*with_another(table, asked, of_people), *of_bodies]
    words = [*of_people, *of_others]
    own = np.array([n << int(NAME) | i << int(WORD) for n, i in words], dtype=np.uint64)
    rows = np.concatenate([np.zeros(0, dtype=np.uint64), *held])
    most = np.array([most_left(*each) for each in zip(asked, at_least.tolist(), strict=True)], dtype=np.float32)
    lengths = np.array([len(each) for each in held], dtype=np.intp)
    fits = table.left_totals[rows >> READING] <= np.repeat(most[[n for n, _i in words]], lengths)
    rows |= np.repeat(own, lengths)
    fitting: Rows = in_order(rows[fits])
    return fitting[lasts_of(fitting >> WORD)]


def _of_its_numbers(table: NameTable, asked: Asked, near: Near, at_least: float) -> Rows:
    """Give the readings that hold such a word; of a body with numbers in its name, those with the same numbers."""
    rows, numbers = near.gathered[asked.kind], asked.name.numbers
    if asked.name.is_person or not numbers or at_least - SLACK <= NUMBER_MORE:
        return rows
    of_its: Rows = rows[table.number_sums[rows >> READING] == sum_of_numbers(numbers)]
    return of_its


def _limits_of(asked: Sequence[Asked], looked_up: Sequence[Sequence[int]]) -> Weights:
    rows = [_limits(each, places) for each, places in zip(asked, looked_up, strict=True)]
    return np.array(rows, dtype=np.float64).reshape(-1, 4)


def _limits(asked: Asked, looked_up: Sequence[int]) -> tuple[float, float, int, int]:
    """Say of the looked-up words that a reading holds what they must weigh, what when it has others, and how many.

    The last number is how many of its words may be like words that were not looked up, or like one that was.
    """
    rest = asked.total - sum(asked.weights[i] for i in looked_up)
    others = asked.heavy - len(looked_up) + asked.spare
    return SHARED * asked.total - rest, WHOLE * asked.total - rest - 1e-6, _words_needed(asked, looked_up), others


def _words_needed(asked: Asked, looked_up: Sequence[int]) -> int:
    """Say how many of them it must hold: one shared word makes no person."""
    if not asked.is_person or asked.heavy < 2:
        return 0
    return 2 - (asked.heavy - len(looked_up))
