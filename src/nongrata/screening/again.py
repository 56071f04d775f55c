"""Screening again after the lists changed: only what can have another answer now.

What a query finds hangs on the listed names that hold a word like one of its words, or write several of them as one,
and on nothing else in the lists: how telling a word is comes from a table, not from the lists. So a query without any
in common with a changed party, as it was or as it is, finds what it found before. Words that weigh nothing, such as
legal forms, are never looked up. A party that only changed its place among the others counts as changed: of equals,
those that stand first on the lists come first.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from nongrata.names.comparing.compare import DEFAULT_THRESHOLD
from nongrata.names.ready import Ready
from nongrata.screening.candidates.joinedwords import by_first_letters, same_letters, written_as_one
from nongrata.screening.candidates.leftover import left_weights
from nongrata.screening.candidates.nearwords import near_words
from nongrata.screening.candidates.postings import NameTable
from nongrata.screening.candidates.postings_build import build_table
from nongrata.screening.candidates.texts import Texts
from nongrata.screening.hits import Hit, by_number
from nongrata.screening.index import ListIndex
from nongrata.screening.join import ListedParty
from nongrata.screening.query import Query, readings_of, subject_of_query
from nongrata.screening.search import LIMIT, search


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The parties that differ between two versions of the lists, as they were and as they are."""

    before: tuple[ListedParty, ...]
    after: tuple[ListedParty, ...]
    table: NameTable  # the names and numbers of both

    def can_change(self, query: Query) -> bool:
        """Say whether the query may have another answer now; False is certain."""
        if any(_is_near(self.table, name) for name in readings_of(query)):
            return True
        subject = subject_of_query(query) if query.properties else None
        return subject is not None and bool(by_number(self.table, subject))


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """A query's answer over the lists as they are now, and whether it had to be screened again for that."""

    query: Query
    hits: tuple[Hit, ...]
    is_new: bool


def changes_between(before: ListIndex, after: ListIndex) -> Changes:
    """Give the parties that are in one of two indexes only, that say something else, or stand in another order."""
    kept_before, kept_after = _kept(_keys(before.parties, after.parties), _keys(after.parties, before.parties))
    old = tuple(before.parties[i] for i in range(len(before.parties)) if i not in kept_before)
    new = tuple(after.parties[i] for i in range(len(after.parties)) if i not in kept_after)
    return Changes(before=old, after=new, table=build_table((*old, *new)))


def search_again(
    changes: Changes,
    after: ListIndex,
    earlier: Iterable[tuple[Query, tuple[Hit, ...]]],
    *,
    threshold: float = DEFAULT_THRESHOLD,
    limit: int = LIMIT,
) -> Iterator[Again]:
    """Give what each query finds now, from what it found before with the same threshold and limit."""
    for query, hits in earlier:
        is_new = changes.can_change(query)
        found = search(after, query, threshold=threshold, limit=limit) if is_new else hits
        yield Again(query=query, hits=found, is_new=is_new)


def _is_near(table: NameTable, name: Ready) -> bool:
    """Say whether a listed name could be found by this one: by a word that weighs anything, or by several together."""
    weights = left_weights(name)
    is_all = not any(weights)
    near = near_words(table, name.tokens)
    if any(len(each.several.readings) for each in near):
        return True
    if any((weight or is_all) and len(each.telling) for each, weight in zip(near, weights, strict=True)):
        return True
    (same,), (letters,) = (rule(table, (name,)) for rule in (same_letters, by_first_letters))
    (one,) = written_as_one(table, (name.forms,))
    return len(same) > 0 or len(letters) > 0 or len(one) > 0


def _keys(parties: Sequence[ListedParty], others: Sequence[ListedParty]) -> list[Hashable]:
    """Give what tells each party from all that differ from it: its bytes, where both lie packed."""
    if isinstance(parties, Texts) and isinstance(others, Texts):
        return [parties.bytes_of(i) for i in range(len(parties))]
    return list(parties)


def _kept(before: Sequence[Hashable], after: Sequence[Hashable]) -> tuple[frozenset[int], frozenset[int]]:
    """Give the places of what stands in both, once in each and in the same order."""
    once = [{key for key, count in Counter(keys).items() if count == 1} for keys in (before, after)]
    was = {key: i for i, key in enumerate(before) if key in once[0] and key in once[1]}
    both = [(was[key], i) for i, key in enumerate(after) if key in was]
    rising = [both[i] for i in _rising([old for old, _new in both])]
    return frozenset(old for old, _new in rising), frozenset(new for _old, new in rising)


def _rising(numbers: Sequence[int]) -> list[int]:
    """Give the places of the longest run, with gaps, in which the numbers rise.

    >>> _rising([5, 1, 2, 9, 3])
    [1, 2, 4]
    """
    ends: list[int] = []  # the least number that a run of each length can end with
    places: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(places[length - 1] if length else -1)
        ends[length : length + 1] = [number]
        places[length : length + 1] = [place]
    run, place = [], places[-1] if places else -1
    while place >= 0:
        run.append(place)
        place = before[place]
    return run[::-1]
