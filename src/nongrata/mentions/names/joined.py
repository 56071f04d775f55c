"""Persons whom the model cuts at a small word, made whole: "José Eduardo | dos Santos", "Ursula von der | Leyen"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from nongrata.mentions.names.bodies import well_known
from nongrata.mentions.names.naming import HONORIFICS, TITLES, schema_by_head
from nongrata.mentions.record import FoundBy, Mention
from nongrata.values import Span, fold
from nongrata.values.countries import country_words
from nongrata.values.dates import MONTHS

SMALL_WORDS = (
    *("dos", "das", "do", "da", "de", "del", "della", "des", "di", "du", "van", "von", "vom", "der", "den", "ter"),
    *("ten", "zu", "bin", "ibn", "bint", "la", "los", "las"),
)
_SMALL = rf"(?:{'|'.join(SMALL_WORDS)})"
_FAMILY = r"[A-ZÀ-ÞĀ-Ž][\w’'-]+"
_AFTER = re.compile(rf"(?: {_SMALL})+ {_FAMILY}| O[’'][A-Z][a-z]{{2,20}}\b")  # "Jim | O’Callaghan"
_REST = re.compile(rf"(?: {_SMALL})* {_FAMILY}")
_LEFT = re.compile(r" ([A-ZÀ-ÞĀ-Ž][a-zß-ÿ’'-]{3,20})(?=,| [a-z]|[’']s )")
_ENDS_SMALL = re.compile(rf" {_SMALL}$")
_BEFORE = re.compile(rf"(?P<given>(?:\b{_FAMILY} ){{0,3}})(?P<small>(?:\b{_SMALL} )+)$")
_BOUND = re.compile(r"\b[A-Z][a-z’']+-(?:e|i|ye|yi) $")
_BEGINS_SMALL = re.compile(r"(?:bin|ibn|bint) ")  # who begins so has a name before it
_GIVEN_NAMES = re.compile(rf"(?P<given>(?:\b{_FAMILY} ){{0,3}})(?P<small>)$")
_BEFORE_NAMES = HONORIFICS - {"u", "lord", "father", "pope", "judge", "justice", "comrade"}  # begin bodies' names, too
_SHORTENED = frozenset({"Ma", "Md", "Mohd", "Muhd"})  # given names, cut short: "Ma. Theresa Lazaro", "Md. Shahid"
_GIVEN = 2  # given names that the model may take for a body
_LONGEST = 60  # letters of the words before


def whole_names(text: str, names: Sequence[Mention]) -> Iterator[Mention]:
    """Give the model's names, persons whole; what it takes for a place behind "Isabel dos" is hers.

    Who is bound to the word before as in Persian is a body with it: "Mujahedin-e | Khalq".
    """
    spans = [name.span for name in names]
    others = [name.span for name in names if name.schema != "Person"]
    for name in joined_people(text, names):
        if bound := _BOUND.search(text, max(0, name.span.start - _LONGEST), name.span.start):
            yield replace(name, schema="Organization", span=Span(bound.start(), name.span.end))
        elif name.schema == "Person" or _is_titled(text, name):
            span = _with_left_family(text, _with_family(text, name.span), spans)
            yield replace(name, schema="Person", span=_with_given(text, span, others))
        elif name.schema == "Place" and (span := _with_given(text, name.span, others)).start < name.span.start - 4:
            yield replace(name, schema="Person", span=span)
        else:
            yield name


def joined_people(text: str, names: Iterable[Mention], *, only: FoundBy | None = None) -> Iterator[Mention]:
    """Give two persons with nothing but a space between them as one: "Maulana Masood | Azhar".

    `only` those are put to the name before that were found so.
    """
    before: Mention | None = None
    for name in sorted(names, key=lambda name: name.span):
        if before is not None and only in (None, name.found_by) and _goes_on(text, before, name):
            before = replace(before, span=Span(before.span.start, name.span.end), schema="Person")
            continue
        if before is not None:
            yield before
        before = name
    if before is not None:
        yield before


def _goes_on(text: str, left: Mention, right: Mention) -> bool:
    between = text[left.span.end : right.span.start]
    if right.schema == "Person" and left.span.of(text) in _SHORTENED:
        return between == ". "
    are_people = right.schema == "Person" and (left.schema == "Person" or _are_given(text, left, right))
    return are_people and between == " " and left.span.of(text)[-1].isalnum()


def _are_given(text: str, left: Mention, right: Mention) -> bool:
    """Be given names that the model takes for a body, before the family name: "Fritz Alphonse | Jean"."""
    names = left.span.of(text).split()
    is_body = left.schema != "Organization" or schema_by_head(tuple(fold(name) for name in names)) is not None
    is_whole = len(names) + len(right.span.of(text).split()) == _GIVEN + 1 and not well_known(names[0])
    return not is_body and is_whole and all(map(str.istitle, names))


def _is_titled(text: str, name: Mention) -> bool:
    """Be a body to the model, and begin as persons do: "Hojjatoleslam Gholamhossein Ejei"."""
    tokens = tuple(fold(name.span.of(text)).split())
    return (
        name.schema == "Organization" and len(tokens) > 1 and tokens[0] in _BEFORE_NAMES and not schema_by_head(tokens)
    )


def _with_family(text: str, span: Span) -> Span:
    pattern = _REST if _ENDS_SMALL.search(span.of(text)) else _AFTER
    more = pattern.match(text, span.end, span.end + _LONGEST)
    return Span(span.start, more.end()) if more else span


def _with_left_family(text: str, span: Span, names: Sequence[Span]) -> Span:
    """Take in a family name that was left behind two given ones: "Maria Corina | Machado urged"."""
    more = _LEFT.match(text, span.end)
    if more is None or span.of(text).count(" ") != 1 or any(more.start(1) < each.end <= more.end(1) for each in names):
        return span
    word = more[1].lower()
    is_none = word in HONORIFICS | TITLES or word[:3] in MONTHS or word.endswith("day") or more[1] in country_words()
    return span if is_none or schema_by_head((word,)) is not None else Span(span.start, more.end(1))


def _with_given(text: str, span: Span, others: Sequence[Span]) -> Span:
    """Take in the small words before, and the given names before these; no title, and no other name."""
    pattern = _GIVEN_NAMES if _BEGINS_SMALL.match(span.of(text)) else _BEFORE
    before = pattern.search(text, max(0, span.start - _LONGEST), span.start)
    if before is None:
        return span
    start = before.start("small")
    for word in reversed(list(re.finditer(r"\S+ ", before["given"]))):
        given = Span(before.start() + word.start(), before.start() + word.end() - 1)
        is_title = given.of(text).lower().rstrip(".") in HONORIFICS | TITLES or given.of(text) in country_words()
        if is_title or any(other.overlaps(given) for other in others):
            break
        start = given.start
    return Span(start, span.end)
