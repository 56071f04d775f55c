"""Bodies, ships and people that a story introduces under a name which somebody else in it had before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nongrata.mentions.names.naming import BODY_KINDS, HONORIFICS, JOBS, TITLES, TRADES
from nongrata.parties.introduced import is_small_craft
from nongrata.parties.roll import Name
from nongrata.parties.same import is_acronym
from nongrata.values import Span, fold

_HEARD = 90  # letters beside a name that may tell what its bearer is
_FAR = 160  # letters around an earlier place of the name that may tell what that one is
_BY_LENGTH = sorted({kind for kinds in BODY_KINDS for kind in kinds}, key=len, reverse=True)
_KIND = rf"\b(?P<kind>{'|'.join(map(re.escape, _BY_LENGTH))})"
_GROUPS = {kind.lower(): number for number, kinds in enumerate(BODY_KINDS) for kind in kinds}
_QUOTE = r"[\"“‘']?"
_A = r"(?:^|[^\w’'])[Aa]n? "
_KIND_BEFORE = re.compile(rf"{_KIND},? (?:called |named )?(?:the )?{_QUOTE}$", re.IGNORECASE)
# "the bank's owner", "a bank client": no bank. "that owns a bakery": neither.
_KIND_BEHIND = re.compile(
    r"^[\"”’']?, (?:an?|the|[A-Z]\w+[’']s) (?:(?!(?:of|that|which|who|for|with|and|in|from|by|at|to)\b)[\w’'-]+ ){0,5}?"
    rf"{_KIND}"
    r"(?![’']|[ -](?:owner|group|chain|holding|client|unit|supplier|director|boss|manager)s?\b)",
    re.IGNORECASE,
)
_ANY_KIND = re.compile(rf"{_KIND}s?\b", re.IGNORECASE)
_SPELLED_OUT = re.compile(r", (?:or )?(?:the )?")
_CALLED = re.compile(rf"{_A}(?:[\w’'-]+ ){{1,6}}(?:(?:also )?(?:called|named)|by the name of) (?:the )?{_QUOTE}$")
_NEAR_THEM = frozenset(
    ("aide", "adviser", "advisor", "bodyguard", "deputy", "successor", "predecessor", "spokesman", "spokeswoman")
)
# What listed people are told to be themselves: "a businessman, Milan Radoicic"
_OF_LISTED = frozenset(
    ("businessman", "businesswoman", "politician", "dealer", "trader", "entrepreneur", "industrialist", "investor")
)
_OFFICES = sorted(((TITLES | JOBS | TRADES) - _NEAR_THEM - _OF_LISTED - HONORIFICS), key=len, reverse=True)
_AN_OFFICE = re.compile(
    rf"{_A}(?:(?!former\b|ex-|close\b|another\b|key\b|top\b|senior\b)[\w’'-]+ ){{0,3}}"
    rf"(?:{'|'.join(map(re.escape, _OFFICES))})"
    rf"(?: (?:in|at|of|from|with)(?: [^ ,;.\n]+){{1,5}})?, (?:(?i:{'|'.join(sorted(HONORIFICS))})\.? )?$"
)


def is_body_anew(text: str, name: Span, before: Sequence[Span]) -> bool:
    """Be a body told to be of another trade than the one that had the very name before: "the newspaper Al Khaleej"."""
    if _CALLED.search(text, max(0, name.start - _HEARD), name.start):
        return True
    kind = body_kind(text, name)
    if kind is None:
        return False
    told = {number for span in before for number in _around(text, span)}
    group = _GROUPS[kind.of(text).lower()]
    return group not in told and (group == 0 or bool(told))


def is_spelled_out_anew(text: str, name: Name, full: Name, before: Sequence[Span]) -> bool:
    """Be letters that are spelled out here, late, where they stood for a body of a trade that the words do not tell.

    "The oil company NIS … NIS, the Nursing Institute of Skopje".
    """
    between = text[name.mention.span.end : full.mention.span.start]
    if _SPELLED_OUT.fullmatch(between) is None or not is_acronym(name.tokens, full.tokens):
        return False
    kinds = (body_kind(text, span) for span in before)
    return any(kind is not None and fold(kind.of(text)).split()[-1] not in full.tokens for kind in kinds)


def is_ship_anew(text: str, name: Span, before: Sequence[Span]) -> bool:
    """Be told to be a boat of a kind that has its name by chance, and none of those before was."""
    return is_small_craft(text, name) and not any(is_small_craft(text, span) for span in before)


def is_person_anew(text: str, name: Span) -> bool:
    """Be introduced as some holder of an office: "a colonel of the militia, |", where the name was told before."""
    return _AN_OFFICE.search(text, max(0, name.start - _HEARD), name.start) is not None


def body_kind(text: str, name: Span) -> Span | None:
    """Give the words right beside a body's name that tell its trade."""
    before = max(0, name.start - _HEARD)
    if match := _KIND_BEFORE.search(text[before : name.start]):
        return Span(before + match.start("kind"), before + match.end("kind"))
    match = _KIND_BEHIND.search(text[name.end : name.end + _HEARD])
    return Span(name.end + match.start("kind"), name.end + match.end("kind")) if match else None


def _around(text: str, name: Span) -> set[int]:
    """Give the trades that are told about an earlier place of the name, in its line."""
    start = max(text.rfind("\n", 0, name.start) + 1, name.start - _FAR)
    end = text.find("\n", name.end)
    end = min(end if end >= 0 else len(text), name.end + _FAR)
    return {_GROUPS[match["kind"].lower()] for match in _ANY_KIND.finditer(text, start, end)}
