"""Names and entities held against all loaded lists: which listed parties they may be, the likest first, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import NamedTuple

import numpy as np

from nongrata.lists import ListedName
from nongrata.lists.fields import no_collecting
from nongrata.names.compare import DEFAULT_THRESHOLD, NOTHING, Likeness, compare_ready
from nongrata.names.keys import number_key
from nongrata.names.ready import Ready, ready
from nongrata.names.record import NameClass
from nongrata.screening.candidates import Candidates, candidates
from nongrata.screening.entities import compare_subjects
from nongrata.screening.entities_names import Named
from nongrata.screening.entities_verdict import conclude
from nongrata.screening.index import ListIndex
from nongrata.screening.join import ListedParty
from nongrata.screening.maybe import LikeWords
from nongrata.screening.own_script import is_called_otherwise
from nongrata.screening.postings import KINDS, NameTable, readings_as
from nongrata.screening.properties import Subject, subject_of
from nongrata.screening.properties_listed import subject_of_party
from nongrata.screening.properties_words import SCHEMA_OF, SCHEMAS
from nongrata.screening.record import Reason, Verdict
from nongrata.values import SettingError

WEAK = 0.8  # a weak alias (OFAC's term: too broad to screen by alone) counts less
LIFT = 0.05  # how far below the threshold names may stay that a date or a country can lift above it
MOST_NAMES = 100  # names of one query that are looked up
MOST_WEIGHED = 200  # parties whose facts are weighed for one query
LIMIT = 20
AT_ONCE = 200  # queries that are answered in one go
NOWHERE = -1


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
    likeness: Likeness  # of the names alone
    score: float  # 0 to 1
    rank: float  # higher: more telling
    verdict: Verdict
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    """A listed party's likest name, and the query's that it is like."""

    likeness: Likeness
    score: float
    name: ListedName | None  # None: found by a number, its names are others
    place: int  # the name's, in its shard
    asked: str

    @property
    def order(self) -> tuple[float, float, bool, int]:
        """Put the likelier name first; of equally like ones the very name, then the one listed first."""
        return self.score, self.likeness.rank, self.likeness.is_exact, -self.place


class _Wanted(NamedTuple):
    """Which hits are wanted."""

    threshold: float
    limit: int
    ruled_out: bool


@dataclass(frozen=True, slots=True)
class _Asked:
    """A query with the readings of its names and what else is told, and how like names must be."""

    query: Query
    names: tuple[Ready, ...]
    subject: Subject | None
    at_least: float

    @classmethod
    def of(cls, query: Query, threshold: float) -> _Asked:
        """Read a query."""
        subject = subject_of_query(query) if query.properties else None
        return cls(query, tuple(readings_of(query)), subject, threshold - (LIFT if subject else 0.0))


def search(
    index: ListIndex,
    query: Query,
    *,
    threshold: float = DEFAULT_THRESHOLD,
    limit: int = LIMIT,
    ruled_out: bool = False,
) -> tuple[Hit, ...]:
    """Give the listed parties that the query may mean, the likest first; none below the threshold.

    With `ruled_out`, behind them those whose names reach the threshold and who are rejected by what else is told.
    """
    (found,) = _search(index, (query,), _Wanted(threshold, limit, ruled_out))
    return found


def search_all(
    index: ListIndex,
    queries: Iterable[Query],
    *,
    threshold: float = DEFAULT_THRESHOLD,
    limit: int = LIMIT,
    ruled_out: bool = False,
) -> Iterator[tuple[Hit, ...]]:
    """Search for each query, in order; some are taken in before the first is answered."""
    rest = iter(queries)
    wanted = _Wanted(threshold, limit, ruled_out)
    while some := tuple(islice(rest, AT_ONCE)):
        with no_collecting():
            found = list(_search(index, some, wanted))
        yield from found


def _search(index: ListIndex, queries: Sequence[Query], wanted: _Wanted) -> Iterator[tuple[Hit, ...]]:
    """Search for some queries in one go."""
    asked = [_Asked.of(query, wanted.threshold) for query in queries]
    names = [name for each in asked for name in each.names]
    best: list[dict[int, _Found]] = [{} for _each in asked]
    for table in index.shards:
        found = iter(candidates(table, names, [each.at_least for each in asked for _name in each.names]))
        for each, its_best in zip(asked, best, strict=True):
            for name in each.names:
                _compare(table, name, next(found), (each.at_least, its_best))
    for each, its_best in zip(asked, best, strict=True):
        yield _answer(index, each, its_best, wanted)


def _answer(index: ListIndex, asked: _Asked, found: dict[int, _Found], wanted: _Wanted) -> tuple[Hit, ...]:
    """Give the hits for a query by what its names found and what else is told."""
    subject = asked.subject
    if subject is not None:
        name = asked.query.names[0] if asked.query.names else ""
        for owner in chain.from_iterable(by_number(table, subject) for table in index.shards):
            found.setdefault(owner, _Found(NOTHING, 0.0, None, NOWHERE, name))
    likest = sorted(found.items(), key=lambda row: (row[1].score, row[1].likeness.rank, -row[0]), reverse=True)
    likest = [(owner, each) for owner, each in likest[:MOST_WEIGHED] if not _is_otherwise(index, owner, each)]
    if subject is None:
        return tuple([_hit(index, owner, each) for owner, each in likest[: wanted.limit]])
    hits = (_weighed(index, owner, each, subject) for owner, each in likest)
    kept = (
        hit
        for hit in hits
        if hit.score >= wanted.threshold or (wanted.ruled_out and _is_ruled_out(hit, wanted.threshold))
    )
    return tuple(sorted(kept, key=_place, reverse=True)[: wanted.limit])


def _is_otherwise(index: ListIndex, owner: int, found: _Found) -> bool:
    return found.name is not None and is_called_otherwise(found.asked, found.name.text, index.parties[owner])


def _is_ruled_out(hit: Hit, threshold: float) -> bool:
    return hit.verdict == "rejected" and hit.likeness.score >= threshold


def _place(hit: Hit) -> tuple[float, float]:
    return hit.score, hit.rank


def subject_of_query(query: Query) -> Subject | None:
    """Give what is known of the query beside its names; None where nothing of it can be used."""
    told = {"schema": query.schema, "properties": {**query.properties, "name": list(query.names)}}
    try:
        return subject_of(told, side="query")
    except SettingError:
        return None


def _classes(schema: str | None) -> tuple[NameClass, ...]:
    """Say as what kinds of names a query is read: any, where its schema leaves it open."""
    kinds = SCHEMAS[SCHEMA_OF.get(schema.lower(), "Thing")] if schema else SCHEMAS["Thing"]
    found = {"vessel" if kind in ("vessel", "aircraft", "vehicle") else kind for kind in kinds}
    return tuple(kind for kind in KINDS if kind in found) or ("body",)


def readings_of(query: Query) -> Iterator[Ready]:
    """Give the readings of the query's names, as each kind of party that it may be."""
    for text in tuple(dict.fromkeys(query.names))[:MOST_NAMES]:
        for kind in _classes(query.schema):
            yield from map(ready, readings_as(text, kind))


def _compare(table: NameTable, name: Ready, found: Candidates, wanted: tuple[float, dict[int, _Found]]) -> None:
    """Compare a name with the listed ones that could be like it; keep each party's best."""
    at_least, best = wanted
    like = LikeWords(table, name, found.near)
    for place, bound in found.likest:
        listed = int(table.listed_of[place])
        owner = int(table.owners[listed])
        known = best.get(owner)
        if known is not None and known.score >= bound:
            continue
        reading = table.reading(place)
        likeness = compare_ready(name, reading, at_least=at_least, may_be=like.beside(place, reading))
        if likeness.score < at_least:
            continue
        listed_name = table.listed[listed]
        share = (WEAK if listed_name.kind == "weak" else 1.0) * likeness.among_many
        score = round(likeness.score * share, 4)
        this = _Found(likeness, score, listed_name, listed, name.name.text)
        if score >= at_least and (known is None or this.order > known.order):
            best[owner] = this


def by_number(table: NameTable, subject: Subject) -> list[int]:
    """Give the listed parties that have one of the subject's numbers."""
    keys = sorted(number_key(number.value) for number in subject.numbers)
    return table.by_number(np.array(keys, dtype=np.uint32)).tolist() if keys else []


def _hit(index: ListIndex, owner: int, found: _Found) -> Hit:
    """Give a hit by the names alone."""
    party = index.parties[owner]
    name = found.name or party.names[0]
    named = _named(name, found)
    concluded = conclude(named, (), SCHEMAS[SCHEMA_OF.get(party.schema.lower(), "Thing")])
    return Hit(
        party=party,
        name=name,
        likeness=found.likeness,
        score=found.score,
        rank=found.likeness.rank,
        verdict=concluded.verdict,
        reasons=(Reason(rule="names", effect="for", says=named.says),),
    )


def _named(name: ListedName, found: _Found) -> Named:
    """Give the two names as entities are judged by them."""
    return Named(
        left=ListedName(text=found.asked, kind="primary"),
        right=name,
        score=found.score,
        rank=found.likeness.rank,
        is_exact=found.likeness.is_exact,
        left_only=found.likeness.query_only,
        right_only=found.likeness.listed_only,
        words=found.likeness.pairs,
    )


def _weighed(index: ListIndex, owner: int, found: _Found, subject: Subject) -> Hit:
    """Give a hit by all that both sides tell."""
    party = index.parties[owner]
    compared = compare_subjects(subject, subject_of_party(party))
    return Hit(
        party=party,
        name=found.name or party.names[0],
        likeness=found.likeness,
        score=compared.score,
        rank=compared.rank,
        verdict=compared.verdict,
        reasons=compared.reasons,
    )
