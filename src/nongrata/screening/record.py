"""A Match: a party held against a listing, always with its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nongrata.lists import EntityId, ListId
from nongrata.values import PartialDate, Span

Verdict = Literal["match", "possible", "rejected"]
Effect = Literal["for", "against", "note"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why: a rule's name, which way it pulls, and a sentence that a person can check.

    `span` holds the story's words; None where a list field alone is behind it.
    """

    rule: str
    effect: Effect
    says: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Identity alone is the verdict; whether the listing was in force on the day is `in_force`."""

    list_id: ListId
    entity_id: EntityId
    caption: str
    score: float  # 0 to 1
    verdict: Verdict
    in_force: bool | None  # on the as-of date; None: the list does not tell
    programs: tuple[str, ...] = ()
    authority: str | None = None
    listed_on: PartialDate | None = None
    delisted_on: PartialDate | None = None
    source_url: str | None = None
    reasons: tuple[Reason, ...]
