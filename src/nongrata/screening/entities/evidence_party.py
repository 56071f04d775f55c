"""What else parties share or differ in: gender, parts of a name, offices, contacts, what a ship is."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz

from nongrata.names.comparing.alike import alike
from nongrata.names.reading.parse import parse_name
from nongrata.names.record import Token
from nongrata.screening.entities.evidence_finding import Finding
from nongrata.screening.entities.properties import Subject
from nongrata.values import fold

_ALIKE_WORD = 0.7
_ALIKE_OFFICE = 90
_PUBLIC_HOSTS = frozenset(("facebook.com", "instagram.com", "linkedin.com", "t.me", "twitter.com", "vk.com", "x.com"))
_TONNES_SLACK = 0.05


def gender(left: Subject, right: Subject, on: date | None) -> Finding | None:
    """Be of the same gender, or of another."""
    if not left.genders or not right.genders:
        return None
    if left.genders & right.genders:
        both = sorted(left.genders & right.genders)[0]
        return Finding(rule="gender", effect="for", weight=0.03, says=f"both are {both}")
    says = f"the left is {sorted(left.genders)[0]}, the right {sorted(right.genders)[0]}"
    return Finding(rule="gender", effect="against", weight=0.45, says=says, decides=True)


def parts_of_name(left: Subject, right: Subject, on: date | None) -> Finding | None:
    """Have another given, middle or family name where both tell which is which: “Ted Doe” is no “Doe, Ted”."""
    if left.given and right.given and left.family and right.family:
        straight = _alike(left.given, right.given) and _alike(left.family, right.family)
        if not straight and _alike(left.given, right.family) and _alike(left.family, right.given):
            says = f"the left’s given name {left.given[0]} is the right’s family name, and the other way about"
            return Finding(rule="parts_of_name", effect="against", weight=0.4, says=says)
        if not straight and not _alike(left.family, right.given) and not _alike(left.given, right.family):
            return None  # the names as a whole tell that
    if left.middle and right.middle and not _alike(left.middle, right.middle):
        says = f"the left’s middle name is {left.middle[0]}, the right’s {right.middle[0]}"
        return Finding(rule="parts_of_name", effect="against", weight=0.35, says=says)
    return None


def _alike(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    return any(_alike_parts(ours, theirs) for ours in left for theirs in right)


def _alike_parts(left: str, right: str) -> bool:
    """Share a word, in whatever spelling or language; what cannot be read tells nothing apart."""
    ours, theirs = _tokens(left), _tokens(right)
    if not ours or not theirs:
        return True
    return any(alike(our, their).score >= _ALIKE_WORD for our in ours for their in theirs)


@lru_cache(maxsize=4_096)
def _tokens(part: str) -> tuple[Token, ...]:
    return tuple(token for reading in parse_name(part, "person")[:1] for token in reading.tokens)


def same_office(left: Subject, right: Subject, on: date | None) -> Finding | None:
    """Hold the same office or have the same profession."""
    for ours in left.positions:
        for theirs in right.positions:
            if fuzz.token_sort_ratio(fold(ours), fold(theirs)) >= _ALIKE_OFFICE:
                return Finding(rule="same_office", effect="for", weight=0.3, says=f"both are told to be {ours}")
    return None


def same_contact(left: Subject, right: Subject, on: date | None) -> Finding | None:
    """Have a website, mail address or telephone number in common."""
    ways = (
        ("mail address", left.emails, right.emails, str.casefold),
        ("website", left.sites, right.sites, _host),
        ("telephone number", left.phones, right.phones, _digits),
    )
    for what, ours, theirs, plain in ways:
        shared = {plain(text): text for text in ours}
        for text in theirs:
            if plain(text) and plain(text) in shared:
                return Finding(rule="same_contact", effect="for", weight=0.5, says=f"both give the {what} {text}")
    return None


def _host(text: str) -> str:
    host = re.sub(r"^[a-z]+://", "", text.casefold().strip()).removeprefix("www.")
    name = host.partition("/")[0]
    return host.rstrip("/") if name in _PUBLIC_HOSTS else name


def _digits(text: str) -> str:
    digits = re.sub(r"\D", "", text).lstrip("0")
    return digits[-9:] if len(digits) >= 8 else ""


def same_tonnage(left: Subject, right: Subject, on: date | None) -> Finding | None:
    """Be ships of the same tonnage, within a twentieth."""
    for ours in left.tonnes:
        for theirs in right.tonnes:
            if abs(ours - theirs) <= _TONNES_SLACK * max(ours, theirs):
                return Finding(rule="same_tonnage", effect="for", weight=0.2, says=f"both have about {ours:,} tonnes")
    return None
