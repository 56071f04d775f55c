"""Names and entities held against all loaded lists: which listed parties they may be, the likest first, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from nongrata.lists import ListedName
from nongrata.names.compare import DEFAULT_THRESHOLD, Likeness, compare_ready
from nongrata.names.parse import parse_name
from nongrata.names.ready import Ready, ready
from nongrata.names.record import NameClass
from nongrata.screening.candidates import candidates
from nongrata.screening.index import ListIndex
from nongrata.screening.join import ListedParty
from nongrata.screening.postings import KINDS, NameTable, class_of
from nongrata.screening.record import Reason, Verdict

WEAK = 0.8  # a weak alias (OFAC's term: too broad to screen by alone) counts less
MOST_NAMES = 100  # names of one query that are looked up
LIMIT = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Whom to look for: names, what it is, and what else is known of it, by FollowTheMoney's property names."""

    names: tuple[str, ...]
    schema: str | None = None
    properties: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A listed party that a query may mean, under its likest name."""

    party: ListedParty
    name: ListedName
    likeness: Likeness
    score: float  # 0 to 1
    rank: float  # higher: more telling
    verdict: Verdict
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    likeness: Likeness
    score: float
    listed: int


def search(
    index: ListIndex, query: Query, *, threshold: float = DEFAULT_THRESHOLD, limit: int = LIMIT
) -> tuple[Hit, ...]:
    """Give the listed parties that the query may mean, the likest first; none below the threshold."""
    best: dict[int, _Found] = {}
    for name in _readings(query):
        _compare(index.table, name, threshold, best)
    ranked = sorted(best.items(), key=lambda row: (*_order(row[1]), -row[0]), reverse=True)[:limit]
    return tuple(_hit(index, owner, found) for owner, found in ranked)


def search_all(
    index: ListIndex, queries: Iterable[Query], *, threshold: float = DEFAULT_THRESHOLD, limit: int = LIMIT
) -> Iterator[tuple[Hit, ...]]:
    """Search for each query, in order."""
    return (search(index, query, threshold=threshold, limit=limit) for query in queries)


def _order(found: _Found) -> tuple[float, float]:
    return found.score, found.likeness.rank


def readings_of(query: Query) -> Iterator[Ready]:
    """Give the readings of the query's names, as each kind of party that it may be."""
    kinds: tuple[NameClass, ...] = KINDS if query.schema is None else (class_of(query.schema),)
    for text in tuple(dict.fromkeys(query.names))[:MOST_NAMES]:
        for kind in kinds:
            for reading in parse_name(text, kind):
                yield ready(reading)


def _readings(query: Query) -> Iterator[Ready]:
    """Give the readings of the query's names, as each kind of party that it may be."""
    kinds: tuple[NameClass, ...] = KINDS if query.schema is None else (class_of(query.schema),)
    for text in tuple(dict.fromkeys(query.names))[:MOST_NAMES]:
        for kind in kinds:
            for reading in parse_name(text, kind):
                yield ready(reading)


def _compare(table: NameTable, name: Ready, threshold: float, best: dict[int, _Found]) -> None:
    """Compare a name with the listed ones that could be like it; keep each party's best."""
    for place, bound in candidates(table, name, threshold):
        listed = int(table.listed_of[place])
        owner = int(table.owners[listed])
        known = best.get(owner)
        if known is not None and known.score >= bound:
            continue
        likeness = compare_ready(name, table.reading(place), at_least=threshold)
        if likeness.score < threshold:
            continue
        score = likeness.score * (WEAK if table.listed[listed].kind == "weak" else 1.0)
        found = _Found(likeness, round(score, 4), listed)
        if score >= threshold and (known is None or _order(found) > _order(known)):
            best[owner] = found


def _hit(index: ListIndex, owner: int, found: _Found) -> Hit:
    return Hit(
        party=index.parties[owner],
        name=index.table.listed[found.listed],
        likeness=found.likeness,
        score=found.score,
        rank=found.likeness.rank,
        verdict="possible",
    )
