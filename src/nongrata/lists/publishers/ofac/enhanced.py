"""OFAC's enhanced XML, of the whole list or as the site exports a part of it; it says when each entry was published.

Layout: https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ENHANCED_XML.xsd. A real export of
one programme of 2024 was seen; the whole file was not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from nongrata.lists.fields import date_of, no_collecting, once, one_line
from nongrata.lists.publishers.ofac.entry import MOST, Entries, Entry
from nongrata.lists.publishers.ofac.from_csv import CONSOLIDATED, SDN
from nongrata.lists.publishers.ofac.parts import (
    act_of,
    address_of,
    by_law,
    document_of,
    in_words,
    name_of,
    relation,
    remarks_of,
    span_of,
)
from nongrata.lists.record import Address, Designation, Link, ListedName, ListFile, ListId
from nongrata.lists.xml import Element, Opening, child_of, children_of, local_name, records_of, text_in
from nongrata.values import PartialDate

ROOT = "sanctionsData"
PAGE = "https://sanctionslist.ofac.treas.gov/Home/SdnList"

_BIRTH = "Birthdate"
_PLACE = ("CITY", "STATE/PROVINCE", "POSTAL CODE")


def read_ofac_enhanced(path: Path, *, version: str | None = None) -> ListFile:
    """Give the list in this file, under its own date. Raises ListError where it cannot be trusted as a whole."""
    with no_collecting():
        return _read(path, version)


def _read(path: Path, version: str | None) -> ListFile:
    opening = Opening(attribute="xmlns")
    stated: str | None = None
    entries = Entries(path=path, wanted="<entity id=…> with a name that is primary")
    for record in records_of(path, ("dataAsOf", "entity"), opening, most=MOST):
        if local_name(record) == "dataAsOf":
            day = _day(record.text or "")
            stated = day.isoformat() if day else None
        elif not entries.add(_entry(record), record.sourceline):
            break
    return entries.as_list(opening, ROOT, stated or version or "undated")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None


def _entry(record: Element) -> Entry:
    id_ = str(record.get("id", ""))
    names = tuple(_names(record))
    features = list(children_of(child_of(record, "features"), "feature"))
    births = [feature for feature in features if text_in(feature, "type") == _BIRTH]
    return Entry(
        id=id_,
        kind=text_in(record, "generalInfo", "entityType"),
        names=names,
        acts=tuple(_acts(record, id_, names)),
        told=tuple(_told(record, features)),
        remarks=tuple(remarks_of(text_in(record, "generalInfo", "remarks", limit=20_000))),
        legal=in_words(
            _each(record, "legalAuthorities", "legalAuthority"), _each(record, "sanctionsTypes", "sanctionsType")
        ),
        birth_dates=once(found for feature in births if (found := _birth_date(feature))),
        addresses=once(_addresses(record)),
        links=once(_links(record)),
    )


def _each(record: Element, parent: str, tag: str) -> list[str]:
    return [text for each in children_of(child_of(record, parent), tag) if (text := one_line(each.text or ""))]


def _names(record: Element) -> Iterator[ListedName]:
    """Give the names, the primary one first and of each its Latin writing first."""
    names = list(children_of(child_of(record, "names"), "name"))
    for name in sorted(names, key=lambda each: text_in(each, "isPrimary") != "true"):
        is_main = text_in(name, "isPrimary") == "true"
        called, is_weak = text_in(name, "aliasType"), text_in(name, "isLowQuality") == "true"
        translations = list(children_of(child_of(name, "translations"), "translation"))
        for each in sorted(translations, key=lambda each: text_in(each, "isPrimary") != "true"):
            is_primary = is_main and text_in(each, "isPrimary") == "true"
            if text := one_line(text_in(each, "formattedFullName")):
                script = text_in(each, "script")
                yield name_of(text, called, is_weak=is_weak, is_primary=is_primary, script=script)


def _acts(record: Element, id_: str, names: tuple[ListedName, ...]) -> Iterator[Designation]:
    """Give a designation for each of OFAC's two lists that the entry is on, with the days it was put there."""
    dates: dict[ListId, list[PartialDate]] = defaultdict(list)
    for each in children_of(child_of(record, "sanctionsLists"), "sanctionsList"):
        day = _day(str(each.get("datePublished", "")))
        dates[list_called(each.text or "")] += [PartialDate(day.isoformat())] if day else []
    programs = _each(record, "sanctionsPrograms", "sanctionsProgram")
    legal = _each(record, "legalAuthorities", "legalAuthority")
    for list_id, days in dates.items() or ((SDN, []),):
        yield by_law(act_of(list_id, id_, names[0].text if names else "", programs, days), legal)


def list_called(name: str) -> ListId:
    """Give which of OFAC's two lists one of its many is part of.

    >>> list_called("SDN List"), list_called("Non-SDN CMIC List")
    ('us_ofac_sdn', 'us_ofac_cons')
    """
    return SDN if name.strip().lower().startswith("sdn") else CONSOLIDATED


def _told(record: Element, features: list[Element]) -> Iterator[tuple[str, str]]:
    if title := text_in(record, "generalInfo", "title"):
        yield "Title", title
    for feature in features:
        label, value = text_in(feature, "type"), text_in(feature, "value")
        if label and value and label != _BIRTH:
            yield label, value
    for each in children_of(child_of(record, "identityDocuments"), "identityDocument"):
        country = text_in(each, "issuingCountry") or text_in(each, "issuingLocation")
        if found := document_of(text_in(each, "type"), text_in(each, "documentNumber"), country):
            yield found


def _birth_date(feature: Element) -> PartialDate | None:
    """Give a date of birth as the list words it, else from the days that it lies between."""
    if worded := date_of(text_in(feature, "value")):
        return worded
    days = child_of(feature, "valueDate")
    first, last = _day(text_in(days, "fromDateBegin")), _day(text_in(days, "toDateEnd"))
    if first is None or last is None:
        return None
    return span_of(first, last, is_about=text_in(days, "isApproximate") == "true")


def _addresses(record: Element) -> Iterator[Address]:
    for each in children_of(child_of(record, "addresses"), "address"):
        country = text_in(each, "country")
        translations = list(children_of(child_of(each, "translations"), "translation")) or [each]
        for translation in translations:
            parts = dict[str, str]()
            for part in children_of(child_of(translation, "addressParts"), "addressPart"):
                parts[text_in(part, "type").upper()] = text_in(part, "value")
            city, region, postcode = (parts.pop(key, "") for key in _PLACE)
            # Whatever else is told (a region, a kind of part that is new) stands with the lines.
            if found := address_of(parts.values(), city, region, postcode, country):
                yield found


def _links(record: Element) -> Iterator[Link]:
    for each in children_of(child_of(record, "relationships"), "relationship"):
        other = child_of(each, "relatedEntity")
        if other is not None and (other.get("entityId") or other.text):
            yield relation(text_in(each, "type"), one_line(other.text or ""), str(other.get("entityId", "")))
