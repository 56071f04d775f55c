"""What a story offers around a party, and what a rule states of it: a sentence and the words behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from nongrata.lists import ListId
from nongrata.parties import Fact, FactKind, Party, PartyId
from nongrata.screening.join import ListedParty
from nongrata.screening.judged import Rulings, no_rulings
from nongrata.values import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Fellow:
    """Another party of the story that matched somebody listed, or may be somebody listed by a telling name."""

    party: PartyId
    name: str
    span: Span
    is_sure: bool  # matched
    schema: str  # the listed one's
    lists: frozenset[ListId]
    programmes: frozenset[tuple[str, str]]  # each with the list that has it
    countries: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a story offers around a party: its text, its day, and the other names in it."""

    text: str
    on: date | None  # the story's day
    countries: frozenset[str]  # every country that the story names in any way
    sentences: tuple[Span, ...]
    around: frozenset[str] = frozenset()  # the countries of its towns, which it need not name
    named: Mapping[frozenset[str], Span] = field(
        default_factory=dict
    )  # every full name's telling words: its first place
    rulings: Rulings = no_rulings  # what people judged
    fellows: tuple[Fellow, ...] = ()  # who of the story matched, once all were held against the lists


Stated = tuple[str, Span | None] | None


def facts_of(party: Party, *kinds: FactKind) -> list[Fact]:
    """Give what the story says of a party of these kinds."""
    return [fact for fact in party.facts if fact.kind in kinds]


def reasons_of(listed: ListedParty) -> tuple[str, ...]:
    """Give the statements of reasons of all lists that have one."""
    return tuple(act.reason for act in listed.designations if act.reason)
