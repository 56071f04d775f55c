"""The United Nations Security Council's consolidated list, as XML.

Layout: https://scsanctions.un.org/resources/xml/en/consolidated.xml and its schema, sc-sanctions.xsd.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from nongrata.lists.fields import country_of, date_of, names_once, once, one_line, shortened
from nongrata.lists.gathered import Gathered
from nongrata.lists.publishers.ofac.from_csv import is_company
from nongrata.lists.record import (
    Address,
    Designation,
    EntityId,
    Identifier,
    ListedName,
    ListFile,
    ListId,
    Listing,
    NameKind,
)
from nongrata.lists.xml import Element, Opening, records_of
from nongrata.values import ListError, PartialDate

UN = ListId("un_sc")
TITLE = "United Nations Security Council Consolidated List"
ROOT = "CONSOLIDATED_LIST"
PAGE = "https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list"

MAX_FIELD = 1_000  # characters of a field that are read; a name has 100 at most
MAX_COMMENTS = 20_000

_NAME_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_NAME_KINDS: Mapping[str, NameKind] = {"low": "weak", "f.k.a.": "former"}
_FORMERLY = re.compile(r"\b(?:formerly|previously) listed as\b", re.I)
# Not the resolution by which an entry was looked at again.
_BY_ACT = re.compile(r"\blisted pursuant to ((?:[^.;\n]{0,80} )?resolution \d{3,4}(?: \(\d{4}\))?)", re.I)
_SCRIPT = re.compile(r"(?:script|in Arabic)\s*:\s*([^();,.\n]+)", re.I)
_ACRONYM = re.compile(r"\s*\(([A-Z][A-Z0-9&.-]{1,11})\)\s*$")
_BRACKETED = re.compile(r"([^()]+)\(([^()]*;[^()]*)\)$")  # a name, and in brackets its spellings
_GENDER = re.compile(r"\bgender\s*:\s*(male|female)\b", re.I)
_IMO = re.compile(r"\bIMO\)?\s+(?:number|no\.?)\s*:?\s*(\d{7})\b", re.I)
_DATE = re.compile(r"\d{4}(?:-\d{2}-\d{2})?")
_PASSPORT = re.compile(r"pass(?:e)?port|pasaporte|паспорт", re.I)
_NATIONAL_ID = re.compile(r"national|identi|tazkira|civil|fiscal|social security|ration|birth cert|\bID\b", re.I)


def read_un(path: Path, *, version: str | None = None) -> ListFile:
    """Give the list in this file, under its own date. Raises ListError where it cannot be trusted as a whole."""
    opening = Opening(attribute="dateGenerated")
    called = ("a REFERENCE_NUMBER", "a FIRST_NAME")
    wanted = "entries with a REFERENCE_NUMBER and a FIRST_NAME"
    gathered = Gathered(path=path, list_id=UN, title=TITLE, wanted=wanted, called=called)
    for entry in records_of(path, ("INDIVIDUAL", "ENTITY"), opening):
        reference = _text(entry, "REFERENCE_NUMBER")
        name = one_line(" ".join(_text(entry, part) for part in _NAME_PARTS))
        if gathered.is_new(reference, name, entry.sourceline):
            gathered.take(_listing(entry, reference, name))
    if opening.root != ROOT:
        raise ListError(str(path), f"XML that begins with <{opening.root}>", f"<{ROOT}>")
    stated = _DATE.match(opening.value)
    return gathered.whole(stated[0] if stated else version)


def _listing(entry: Element, reference: str, name: str) -> Listing:
    is_person = entry.tag == "INDIVIDUAL"
    comments = " ".join(_text(entry, "COMMENTS1", limit=MAX_COMMENTS).split())
    addresses = once(found for other in _children(entry, "_ADDRESS") if (found := _address(other)))
    nations = (country_of(value) for value in _values(entry, "NATIONALITY"))
    return Listing(
        schema="Person" if is_person else "Company" if is_company(name) else "LegalEntity",
        names=names_once(_names(entry, name)),
        designations=(_designation(entry, reference, name, comments),),
        birth_dates=once(_birth_dates(entry)),
        birth_places=once(_birth_places(entry)),
        countries=once(found for found in (*nations, *(address.country for address in addresses)) if found),
        genders=once(word.lower() for word in (_text(entry, "GENDER"), *_GENDER.findall(comments)) if word),
        positions=once(one_line(value) for value in (*_values(entry, "DESIGNATION"), *_values(entry, "TITLE"))),
        identifiers=once(
            (*_documents(entry), *(Identifier(kind="imo", value=found) for found in _IMO.findall(comments)))
        ),
        addresses=addresses,
    )


def _designation(entry: Element, reference: str, name: str, comments: str) -> Designation:
    listed = date_of(_text(entry, "LISTED_ON")[:10])
    amended = (date_of(value[:10]) for value in _values(entry, "LAST_DAY_UPDATED"))
    program = one_line(_text(entry, "UN_LIST_TYPE"))
    return Designation(
        list_id=UN,
        entity_id=EntityId(reference),
        caption=name,
        authority="United Nations Security Council",
        programs=(program,) if program else (),
        listed_on=listed,
        source_url=PAGE,
        reason=shortened(comments),
        legal_act=by_act[1] if (by_act := _BY_ACT.search(comments)) else None,
        amended_on=once(date for date in amended if date),
    )


def _names(entry: Element, name: str) -> Iterator[ListedName]:
    yield ListedName(text=name, kind="primary")
    if entry.tag == "ENTITY":
        parts = [part.strip() for part in name.split(" ; ")]
        for part in parts:  # two names in one field, and the acronym in brackets behind a name
            acronym = _ACRONYM.search(part)
            yield ListedName(text=part[: acronym.start()] if acronym else part)
            if acronym:
                yield ListedName(text=acronym[1], kind="weak")
    yield from _aliases_in(_text(entry, "NAME_ORIGINAL_SCRIPT"), "alias")
    for alias in _children(entry, "_ALIAS"):
        kind = _NAME_KINDS.get(_text(alias, "QUALITY").lower(), "alias")
        note = _text(alias, "NOTE")
        if _FORMERLY.search(note) and kind == "alias":
            kind = "former"
        yield from _aliases_in(_text(alias, "ALIAS_NAME"), kind)
        if script := _SCRIPT.search(note):
            yield from _aliases_in(script[1], kind)


def _aliases_in(text: str, kind: NameKind) -> Iterator[ListedName]:
    """Give the names in a field, which may hold several with semicolons between them."""
    bracketed = _BRACKETED.match(text)
    inside = f"{bracketed[1]};{bracketed[2]}" if bracketed else text
    for part in [text] if "(" in inside else inside.split(";"):
        if name := one_line(part):
            yield ListedName(text=name, kind=kind)


def _birth_dates(entry: Element) -> Iterator[PartialDate]:
    for birth in _children(entry, "_DATE_OF_BIRTH"):
        if date := _birth_date(birth):
            yield date
    for alias in _children(entry, "_ALIAS"):
        if date := date_of(_text(alias, "DATE_OF_BIRTH")[:10]):
            yield date


def _birth_date(birth: Element) -> PartialDate | None:
    """Give a date of birth; "1971", "approximately 1971", 1968 to 1973, or in the note: "Nov. 1973"."""
    first, last = _text(birth, "FROM_YEAR"), _text(birth, "TO_YEAR")
    if first and last:
        return date_of(f"{first} to {last}")
    stated, note = _text(birth, "DATE")[:10] or _text(birth, "YEAR"), _text(birth, "NOTE")
    if "hijri" in note.lower():
        return date_of(stated)
    is_about = _text(birth, "TYPE_OF_DATE") == "APPROXIMATELY" or note.lower() == "approximately"
    exact = (
        date_of(stated or note) if not (len(stated) == 4 and note) else date_of(f"{note} {stated}") or date_of(stated)
    )
    return date_of(f"{exact}~") or exact if is_about and exact else exact


def _birth_places(entry: Element) -> Iterator[str]:
    for place in _children(entry, "_PLACE_OF_BIRTH"):
        if text := _joined(place, "STREET", "CITY", "STATE_PROVINCE", "COUNTRY"):
            yield text
    for alias in _children(entry, "_ALIAS"):
        if text := _joined(alias, "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH"):
            yield text


def _documents(entry: Element) -> Iterator[Identifier]:
    for document in _children(entry, "_DOCUMENT"):
        number = one_line(_text(document, "NUMBER"))
        if number:
            types = f"{_text(document, 'TYPE_OF_DOCUMENT')} {_text(document, 'TYPE_OF_DOCUMENT2')}"
            kind = (
                "passport" if _PASSPORT.search(types) else "national_id" if _NATIONAL_ID.search(types) else "document"
            )
            issuer = _text(document, "ISSUING_COUNTRY") or _text(document, "COUNTRY_OF_ISSUE")
            yield Identifier(kind=kind, value=number, country=country_of(issuer) if issuer else None)


def _address(address: Element) -> Address | None:
    text = _joined(address, "STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY")
    if note := one_line(_text(address, "NOTE")):
        text = f"{text} ({note})".strip()
    if not text:
        return None
    country = _text(address, "COUNTRY")
    city = one_line(_text(address, "CITY"))
    return Address(text=text, city=city or None, country=country_of(country) if country else None)


def _joined(element: Element, *tags: str) -> str:
    return ", ".join(part for tag in tags if (part := one_line(_text(element, tag))))


def _text(element: Element, tag: str, *, limit: int = MAX_FIELD) -> str:
    return (element.findtext(tag) or "")[:limit].strip()


def _values(element: Element, tag: str) -> list[str]:
    texts = (value.text or "" for value in element.iterfind(f"{tag}/VALUE"))
    return [text for each in texts if (text := each[:MAX_FIELD].strip())]


def _children(element: Element, ending: str) -> list[Element]:
    return element.findall(f"{element.tag!s}{ending}")
