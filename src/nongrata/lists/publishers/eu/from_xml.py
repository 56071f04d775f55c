"""The European Union's consolidated list of financial sanctions, as XML (xmlFullSanctionsList 1.1).

Layout: https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content and its schema in the
namespace http://eu.europa.ec/fpi/fsd/export. What was seen of it is rebuilt from a field-by-field copy: attributes that
this copy lacks (designationDate, contactInfo, yearRangeFrom, nameOnDocument …) are read after the schema.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from nongrata.lists.publishers.eu.entry import EU, PAGE, TITLE, EuEntry, eu_gathered, take_eu
from nongrata.lists.publishers.eu.parts import Part
from nongrata.lists.record import ListFile
from nongrata.lists.xml import Element, Opening, children_of, records_of, text_in
from nongrata.values import ListError

__all__ = ["EU", "PAGE", "ROOT", "TITLE", "read_eu"]

ROOT = "export"

MAX_FIELD = 1_000  # characters of an attribute that are read; the longest function has 900
MAX_REMARK = 20_000
MAX_PARTS = 2_000  # of one kind in an entry; the largest has 170 names

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_ENTITY = ("euReferenceNumber", "logicalId", "designationDate", "designationDetails", "unitedNationId")
_ACT = ("programme", "publicationDate", "numberTitle", "organisationType", "regulationType", "entryIntoForceDate")
_COUNTRY = ("countryIso2Code", "countryDescription", "region")
_NAME = ("wholeName", "firstName", "middleName", "lastName", "gender", "title", "function", "nameLanguage", "strong")
_PLACE = ("city", "place", "zipCode", *_COUNTRY)
_ADDRESS = ("street", "poBox", *_PLACE)
_YEARS = ("birthdate", "year", "monthOfYear", "dayOfMonth", "yearRangeFrom", "yearRangeTo", "circa", "calendarType")
_DOCUMENT = ("number", "latinNumber", "nameOnDocument", "identificationTypeCode", *_COUNTRY)


def read_eu(path: Path, *, version: str | None = None) -> ListFile:
    """Give the list in this file, under its own date. Raises ListError where it cannot be trusted as a whole."""
    opening = Opening(attribute="generationDate")
    gathered = eu_gathered(path)
    for element in records_of(path, ("sanctionEntity",), opening, below=1):
        take_eu(gathered, _entry(element), element.sourceline)
    if opening.root != ROOT:
        raise ListError(str(path), f"XML that begins with <{opening.root}>", f"<{ROOT}>")
    stated = _DATE.match(opening.value)
    return gathered.whole(stated[0] if stated else version)


def _entry(element: Element) -> EuEntry:
    subject = next(children_of(element, "subjectType"), None)
    codes = {"" if subject is None else _said(subject, key).lower() for key in ("code", "classificationCode")}
    names = [_part(child, _NAME) for child in _few(element, "nameAlias")]
    days = element.iterfind("*/{*}regulationSummary")
    return EuEntry(
        entity={key: _said(element, key) for key in _ENTITY},
        is_person=not codes.isdisjoint(("person", "p")),
        acts=[_act(child) for child in _few(element, "regulation")],
        names=names,
        births=[_part(child, (*_YEARS, *_PLACE)) for child in _few(element, "birthdate")],
        addresses=[_part(child, _ADDRESS) for child in _few(element, "address")],
        nations=[_part(child, _COUNTRY) for child in _few(element, "citizenship")],
        documents=[_part(child, _DOCUMENT) for child in _few(element, "identification")],
        remarks=[text for child in _few(element, "remark") if (text := text_in(child, limit=MAX_REMARK))],
        act_days=list({_said(day, "publicationDate") for day in days}),
    )


def _few(element: Element, name: str) -> Iterator[Element]:
    for place, child in enumerate(children_of(element, name)):
        if place >= MAX_PARTS:
            return
        yield child


def _said(element: Element, key: str) -> str:
    return str(element.get(key, ""))[:MAX_FIELD].strip()


def _part(element: Element, keys: tuple[str, ...]) -> Part:
    part = {key: said for key in (*keys, "logicalId") if (said := _said(element, key))}
    if remarks := "; ".join(text for child in _few(element, "remark") if (text := text_in(child))):
        part["remark"] = remarks[:MAX_FIELD]
    if contacts := [f"{_said(child, 'key')}={_said(child, 'value')}" for child in _few(element, "contactInfo")]:
        part["contact"] = "; ".join(contacts)[:MAX_FIELD]
    return part


def _act(element: Element) -> Part:
    return {**_part(element, _ACT), "publicationUrl": text_in(element, "publicationUrl")}
