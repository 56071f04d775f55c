"""A Look: whether a page can concern a list, and by which names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """Words of a page that may be a listed name, and how much speaks for it."""

    said: str  # as the page has it, folded
    listed: str  # the words of the listed name, folded
    party: int  # its place in the index; -1: an identifier's
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a first look at a page came to."""

    passes: bool
    weight: float  # of what speaks most for it; -inf where nothing does
    language: str | None  # ISO 639-1
    sightings: tuple[Sighting, ...]  # the likeliest ones, the best first
