"""A Party: who is one and the same within a story, and what the story says of them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NewType

from nongrata.values import Span

PartyId = NewType("PartyId", str)
MentionKind = Literal["full", "short", "acronym", "alias", "description", "pronoun"]
FactKind = Literal["age", "birth_date", "country", "position", "gender", "identifier", "employer", "place", "alias"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyMention:
    """One place where the party is named or meant."""

    span: Span
    text: str
    kind: MentionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something the story says of the party, and where.

    `value` is in our own terms: age "39", country "kp" (ISO 3166), gender "male", place "Komsomolsk-on-Amur",
    identifier "imo:9312884"; position and employer as written.
    """

    kind: FactKind
    value: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One person, company, ship, … of the story. Every mention is in the order of the text."""

    id: PartyId
    name: str
    schema: str  # FollowTheMoney's
    mentions: tuple[PartyMention, ...]
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """The story's own words that one party belongs to another: "both units of …"."""

    owned: PartyId
    owner: PartyId
    share: Fraction | None  # None: not said
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """A story's parties and the ties between them."""

    parties: tuple[Party, ...]
    ties: tuple[Tie, ...] = ()
