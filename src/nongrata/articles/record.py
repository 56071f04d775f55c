"""An Article: text with steady offsets, its stories split and their furniture marked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from nongrata.values import Span

FurnitureKind = Literal["caption", "byline", "credit", "teaser", "related", "paywall", "subscribe", "navigation"]
DateBasis = Literal["given", "metadata", "dateline", "text", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """A stretch that is not the story: a caption, a byline, another headline, a subscription box."""

    span: Span
    kind: FurnitureKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The story's date, and how it is known. `on` is None only with the basis "unknown"."""

    on: date | None
    basis: DateBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One distinct story within an article's text."""

    span: Span  # what belongs to the story; trailing furniture lies outside
    title: Span | None = None
    agency: str | None = None  # "Reuters"
    bylines: tuple[str, ...] = ()
    datelines: tuple[str, ...] = ()  # the places as written: ("MOSCOW", "SEOUL")
    language: str | None = None  # ISO 639-1
    published: Published
    paragraphs: tuple[Span, ...]  # the title first, then the body and the captions, in order; no other furniture
    furniture: tuple[Furniture, ...] = ()  # inside the story and after it
    truncated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A capture as text. For plain text, `text` is the input unchanged."""

    uri: str
    sha256: str
    fetched_at: str  # ISO 8601
    media_type: str
    text: str
    stories: tuple[Story, ...]
