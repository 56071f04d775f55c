"""Listed parties that a query may mean, by their likest names and by what else is told: the answers of a search."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain, islice
from typing import NamedTuple

import numpy as np

from nongrata.lists import ListedName
from nongrata.names.comparing.compare import NOTHING, Likeness
from nongrata.names.keys import number_key
from nongrata.screening.candidates.postings import NameTable
from nongrata.screening.entities.compare import compare_subjects
from nongrata.screening.entities.names import Named
from nongrata.screening.entities.properties import Subject
from nongrata.screening.entities.properties_listed import subject_of_party
from nongrata.screening.entities.properties_words import SCHEMA_OF, SCHEMAS
from nongrata.screening.entities.verdict import conclude
from nongrata.screening.index import ListIndex
from nongrata.screening.join import ListedParty
from nongrata.screening.own_script import is_called_otherwise
from nongrata.screening.query import Query
from nongrata.screening.record import Reason, Verdict

MOST_WEIGHED = 200  # parties whose facts are weighed for one query
NOWHERE = -1


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
class Likest:
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


class Wanted(NamedTuple):
    """Which hits are wanted."""

    threshold: float
    limit: int
    ruled_out: bool


def answer_of(
    index: ListIndex, asked: tuple[Query, Subject | None], best: Mapping[int, Likest], wanted: Wanted
) -> tuple[Hit, ...]:
    """Give the hits for a query by what its names found, of each party the best, and by what else is told."""
    query, subject = asked
    found = dict(best)
    if subject is not None:
        by_numbers = Likest(NOTHING, 0.0, None, NOWHERE, query.names[0] if query.names else "")
        for owner in chain.from_iterable(by_number(table, subject) for table in index.shards):
            found.setdefault(owner, by_numbers)
    likest = sorted(found.items(), key=lambda row: (row[1].score, row[1].likeness.rank, -row[0]), reverse=True)
    meant = ((owner, each) for owner, each in likest[:MOST_WEIGHED] if not _is_otherwise(index, owner, each))
    if subject is None:
        return tuple([_hit(index, owner, each) for owner, each in islice(meant, wanted.limit)])
    hits = (_weighed(index, owner, each, subject) for owner, each in meant)
    kept = (hit for hit in hits if hit.score >= wanted.threshold or (wanted.ruled_out and _is_ruled_out(hit, wanted)))
    return tuple(sorted(kept, key=_place, reverse=True)[: wanted.limit])


def _is_otherwise(index: ListIndex, owner: int, found: Likest) -> bool:
    return found.name is not None and is_called_otherwise(found.asked, found.name.text, index.parties[owner])


def _is_ruled_out(hit: Hit, wanted: Wanted) -> bool:
    return hit.verdict == "rejected" and hit.likeness.score >= wanted.threshold


def _place(hit: Hit) -> tuple[float, float]:
    return hit.score, hit.rank


def by_number(table: NameTable, subject: Subject) -> list[int]:
    """Give the listed parties that have one of the subject's numbers."""
    keys = sorted(number_key(number.value) for number in subject.numbers)
    return table.by_number(np.array(keys, dtype=np.uint32)).tolist() if keys else []


def _hit(index: ListIndex, owner: int, found: Likest) -> Hit:
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


def _named(name: ListedName, found: Likest) -> Named:
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


def _weighed(index: ListIndex, owner: int, found: Likest, subject: Subject) -> Hit:
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
