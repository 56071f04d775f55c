"""An Event: who did what to whom, where, when, and who says so. A Claim: what the story says about sanctions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nongrata.mentions import PlaceId
from nongrata.parties import PartyId
from nongrata.values import Span

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal[
    "asserted",
    "alleged",
    "denied",
    "unclear",
    "planned",
    "threatened",
    "requested",
    "hypothetical",
    "negated",
]
ClaimVerdict = Literal["confirmed", "not found", "contradicted", "not checkable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Government:
    """A state acting: "Washington", "Russian diplomats". ISO 3166, lower case; "eu" for the European Union."""

    country: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unnamed:
    """Somebody in the story's own words: "an executive at a state refiner"."""

    text: str


Actor = PartyId | Government | Unnamed


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One act, with one status from one chain of speakers (PLOVER 2.0 types and modes)."""

    id: str
    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    trigger: Span  # the word or words that tell the act
    evidence: tuple[Span, ...]  # the sentences that tell it, the first one first
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    where: PlaceId | None = None
    when: str | None = None  # EDTF
    status: Status
    sources: tuple[Actor, ...] = ()  # the chain of speakers, the outermost first; empty: the author
    quote: Span | None = None  # the words in quotation marks, if the speaker is quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What somebody is quoted with: in quotation marks, or as the clause that he says."""

    span: Span
    kind: Literal["direct", "indirect"]
    sources: tuple[Actor, ...]  # the chain of speakers, the outermost first


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """What a story tells: the events, and who is quoted."""

    events: tuple[Event, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What the story itself says about sanctions on a party, checked against the lists as of its date."""

    span: Span
    party: PartyId | None
    regimes: tuple[str, ...]  # us, eu, uk, un, …; "west" is written out; empty: no authority named
    verdict: ClaimVerdict
    basis: tuple[str, ...]  # sentences: the listing that bears it out, or what was looked through in vain
