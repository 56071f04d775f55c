"""The names in a list's own entries, as releases print them: "PETROV, Ivan (a.k.a. …); DOB …; [SDGT]"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nongrata.mentions.names.naming import COMPANY_FORMS, schema_by_head
from nongrata.mentions.record import Mention
from nongrata.values import Span, fold
from nongrata.values.countries import country_named

_CAPS = r"[A-ZÀ-Þ][A-ZÀ-Þ’'-]+"
_GIVEN = r"[A-ZÀ-Þ][\w’'.-]*"
_ITEM = r"\s*(?:[-*•–]\s*|\d{1,3}[.)]\s+)?"
_PERSON = re.compile(
    rf"{_ITEM}(?P<name>{_CAPS}(?: {_CAPS}){{0,3}}, {_GIVEN}(?: {_GIVEN}){{0,4}})(?=\s*(?P<next>[(;,]|$))"
)
# What only an entry has behind the name.
_BEHIND = re.compile(r"\s*[(;,]\s*(?:[“\"]|group id|[afn]\.?k\.?a|dob|pob|born|cyrillic|arabic|individual|alias)", re.I)
_PROGRAM = re.compile(r"\[[A-Z][A-Z0-9-]{2,}(?: |\]|-)")
_FORMS = "|".join(map(re.escape, COMPANY_FORMS))
_BODY = re.compile(rf"{_ITEM}(?P<name>[^;,()\[\]\n]{{3,80}}(?:, (?:{_FORMS})\b\.?)?)")
_ALSO = re.compile(r"\b[afn]\.k\.a\.:? [“\"]?(?P<name>[^;()“”\"\[\]]{2,80}?)[”\"]?(?=\s*[;)])")
_COUNTED = re.compile(r"\b[afn]\.k\.a\.?: (?P<names>\(1\).{2,400}?)(?= [A-Z][\w ]{2,30}:|$)")
_ONE_OF_THEM = re.compile(r"\(\d+\) (?P<name>[^()]{2,80}?)(?= *(?:\(\d|$))")
_LINKED = re.compile(r"\(Linked To: (?P<name>[^()\[\]]{2,80})\)")
_KINDS = (("(individual)", "Person"), ("(vessel)", "Vessel"), ("(aircraft)", "Airplane"))


def entry_names(text: str, paragraph: Span) -> tuple[Mention, ...]:
    """Give the names in a paragraph that is an entry of a list, in order; none where it is a story's paragraph.

    >>> line = "PETROVA, Anna (a.k.a. \\"ANYA\\"); DOB 1970; nationality Latvia (individual) [SDGT]."
    >>> [(each.span.of(line), each.schema) for each in entry_names(line, Span(0, len(line)))]
    [('PETROVA, Anna', 'Person'), ('ANYA', 'Person')]
    """
    head = _head(text, paragraph)
    if head is None:
        return ()
    return tuple(sorted((head, *_others(text, Span(head.span.end, paragraph.end), head.schema)), key=_start))


def _start(mention: Mention) -> int:
    return mention.span.start


def _head(text: str, paragraph: Span) -> Mention | None:
    """Give whose entry it is."""
    has_program = _PROGRAM.search(text, paragraph.start, paragraph.end) is not None
    person = _PERSON.match(text, paragraph.start, paragraph.end)
    if person is not None and country_named(person["name"].partition(", ")[2]) is None:
        is_alone = person.end() == paragraph.end and (
            not text[paragraph.start].isupper() or person["name"].count(" ") > 1
        )
        if has_program or is_alone or _BEHIND.match(text, person.end(), paragraph.end):
            return Mention(span=Span(*person.span("name")), schema="Person", found_by="rule")
    body = _BODY.match(text, paragraph.start, paragraph.end) if has_program else None
    if body is None or not body["name"].isupper():
        return None
    name = Span(body.start("name"), body.start("name") + len(body["name"].rstrip()))
    schema = next((schema for says, schema in _KINDS if says in paragraph.of(text)), None)
    return Mention(span=name, schema=schema or _schema(name.of(text)), found_by="rule")


def _schema(name: str) -> str:
    return schema_by_head(tuple(fold(name).split())) or "Organization"


def _others(text: str, rest: Span, schema: str) -> Iterator[Mention]:
    """Give its other names, and to whom it is linked."""
    for match in _ALSO.finditer(text, rest.start, rest.end):
        yield Mention(span=Span(*match.span("name")), schema=schema, found_by="rule")
    for match in _COUNTED.finditer(text, rest.start, rest.end):
        for name in _ONE_OF_THEM.finditer(text, *match.span("names")):
            yield Mention(span=Span(*name.span("name")), schema=schema, found_by="rule")
    for match in _LINKED.finditer(text, rest.start, rest.end):
        is_person = ", " in match["name"] and _PERSON.match(match["name"]) is not None
        told = "Person" if is_person else _schema(match["name"])
        yield Mention(span=Span(*match.span("name")), schema=told, found_by="rule")
