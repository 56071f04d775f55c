"""Canada's consolidated list of autonomous sanctions (Special Economic Measures Act and JVCFOA), as XML.

Layout: sema-lmes.xml of international.gc.ca, which publishes no schema. Files of 2020 and 2025 were seen; the names of
the elements have grown since ("Entity", "EntityOrShip", "EntityOrShip-EntiteOuNavire"), so each is known by its
beginning. The file has no ids and no date: an entry is its country, schedule and item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from nongrata.lists.fields import date_of, names_once, once, one_line, shortened
from nongrata.lists.gathered import Gathered
from nongrata.lists.publishers.ofac.from_csv import is_company
from nongrata.lists.record import Designation, EntityId, Identifier, ListedName, ListFile, ListId, Listing, NameKind
from nongrata.lists.xml import Element, Opening, records_of
from nongrata.values import ListError, PartialDate

SEMA = ListId("ca_sema")
TITLE = "Canadian Consolidated Autonomous Sanctions List"
ROOT = "data-set"
PAGE = (
    "https://www.international.gc.ca/world-monde/international_relations-relations_internationales/sanctions/"
    "consolidated-consolide.aspx?lang=eng"
)

MAX_FIELD = 10_000

# Ours, by the beginning of theirs.
_FIELDS: Mapping[str, str] = {
    "Country": "country",
    "LastName": "last",
    "GivenName": "given",
    "Entity": "entity",
    "Title": "title",
    "Aliases": "aliases",
    "DateOfBirth": "birth",
    "ShipIMO": "imo",
    "Schedule": "schedule",
    "Item": "item",
    "DateOfListing": "listed",
}
_LANGUAGE = re.compile(r"\b(?:[A-Z][a-z]+(?:/[A-Z][a-z]+)?)\s?:\s*")
_BETWEEN = re.compile(r"\s*;\s*|\s+(?:or|OR)\s+|\s*/\s*|\s*\n\s*")
_COMMA = re.compile(r"\s*,\s*")
# What stands behind a comma and still belongs to the name before: "Co., Ltd.", "наука, образование".
_FORMS = r"Co|Ltd|Inc|LLC|LLP|PLC|GmbH|Corp|Company|Limited|P?JSC?|S\.?A|L\.?L\.?C|LTDA|B\.?V|[ОПЗН]?АО|ООО"
_FORM = re.compile(rf"(?:and )?(?:{_FORMS})\b", re.I)
_BRACKETED = re.compile(r"(.+?)\s*\(([^()]+)\)")
_FORMERLY = re.compile(r"(?:formerly|previously|ex-)\s*(?:known as|named|called)?\s*", re.I)
_YEARS = re.compile(r"(\d{4})\s*[-–]\s*(\d{4})")
_SHORT = re.compile(r"([A-Z][a-z]{2})-(\d{2})")
_OR = re.compile(r"\s+or\s+", re.I)


def read_sema(path: Path, *, version: str | None = None) -> ListFile:
    """Give the list in this file, which has no date of its own. Raises ListError where it cannot be trusted."""
    opening = Opening(attribute="date")
    gathered = Gathered(path=path, list_id=SEMA, title=TITLE, wanted="records with a Country, an Item and a name")
    for record in records_of(path, ("record",), opening, below=1):
        fields = _fields(record)
        name = fields.get("entity") or " ".join(filter(None, (fields.get("given"), fields.get("last"))))
        entity = _id(fields)
        if gathered.is_new(entity, name, record.sourceline):
            gathered.take(_listing(fields, entity, name))
    if opening.root != ROOT:
        raise ListError(str(path), f"XML that begins with <{opening.root}>", f"<{ROOT}>")
    return gathered.whole(version)


def _fields(record: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for child in record.iterchildren("*"):
        ours = next((name for begin, name in _FIELDS.items() if str(child.tag).startswith(begin)), None)
        text = one_line((child.text or "")[:MAX_FIELD])
        if ours and text:
            found[ours] = text
    return found


def _id(fields: Mapping[str, str]) -> str:
    """Give what tells an entry, in the order of the file's columns: "Russia|1, Part 1|505"."""
    country, item = _english(fields.get("country", "")), fields.get("item", "")
    return f"{country}|{fields.get('schedule', '')}|{item}" if country and item else ""


def _english(text: str) -> str:
    """Give the English of a field in both languages.

    >>> _english("Russia / Russie")
    'Russia'
    """
    return text.split(" / ")[0].strip()


def _listing(fields: Mapping[str, str], entity: str, name: str) -> Listing:
    imo = fields.get("imo", "")
    is_person = "entity" not in fields
    schema = "Person" if is_person else "Vessel" if imo else "Company" if is_company(name) else "LegalEntity"
    births = list(_births(fields.get("birth", ""))) if is_person else []
    title = fields.get("title", "")
    notes = [
        f"{title}." if title and not is_person else "",
        f"Built {fields['birth']}." if imo and "birth" in fields else "",
        f"Date of birth: {fields['birth']}." if is_person and "birth" in fields and not births else "",
    ]
    designation = Designation(
        list_id=SEMA,
        entity_id=EntityId(entity),
        caption=name,
        authority="Global Affairs Canada",
        programs=(fields["country"],),
        listed_on=date_of(fields.get("listed", "")),
        source_url=PAGE,
        reason=shortened(" ".join(filter(None, notes))),
        legal_act=_schedule(fields.get("schedule", "")),
    )
    return Listing(
        schema=schema,
        names=names_once(_names(name, fields.get("aliases", ""), is_person=is_person)),
        designations=(designation,),
        birth_dates=once(births),
        positions=(_english(title.replace("/", " / ")),) if title and is_person else (),
        identifiers=(Identifier(kind="imo" if re.fullmatch(r"\d{7}", imo) else "registration_number", value=imo),)
        if imo
        else (),
    )


def _schedule(text: str) -> str | None:
    """Give the part of the country's regulations that names the entry; the file does not name the regulations."""
    return f"Schedule {text}" if text[:1].isdigit() else text or None


def _names(name: str, aliases: str, *, is_person: bool) -> Iterator[ListedName]:
    yield ListedName(text=name, kind="primary")
    if not is_person:
        yield from _others_in(name)
    for alias in _aliases(aliases):
        # A forename or surname alone stands for its part of the name, and tells no one.
        kind: NameKind = "weak" if is_person and " " not in alias else "alias"
        former = _FORMERLY.match(alias)
        yield ListedName(text=alias[former.end() :], kind="former") if former else ListedName(text=alias, kind=kind)


def _others_in(name: str) -> Iterator[ListedName]:
    """Give the names that stand in one: behind it in brackets, or in French behind a slash."""
    if bracketed := _BRACKETED.fullmatch(name):
        yield ListedName(text=bracketed[1])
        yield _inside(bracketed[2])
    english, _, french = name.partition("/")
    if " " in english.strip() and " " in french.strip():
        yield from (ListedName(text=part.strip()) for part in (english, french))


def _inside(text: str) -> ListedName:
    """Give the name in brackets behind another: a translation, an earlier name, or an acronym or place."""
    former = _FORMERLY.match(text)
    if former:
        return ListedName(text=text[former.end() :], kind="former")
    return ListedName(text=text, kind="alias" if " " in text else "weak")


def _aliases(text: str) -> Iterator[str]:
    """Give the names in a field that holds several, told apart by commas, semicolons, slashes, "or" and languages.

    >>> list(_aliases("Kolya Test, Belarusian: Коля; Russian: Колька or Николай"))
    ['Kolya Test', 'Коля', 'Колька', 'Николай']
    >>> list(_aliases("Test Trading Co., Ltd., Test"))
    ['Test Trading Co., Ltd.', 'Test']
    """
    for piece in _BETWEEN.split(_LANGUAGE.sub(" ; ", text)):
        whole = ""
        for part in filter(None, _COMMA.split(piece)):
            if whole and _goes_on(whole, part):
                whole = f"{whole}, {part}"
                continue
            if whole.strip(" .,"):
                yield whole.strip(" ,")
            whole = part
        if whole.strip(" .,"):
            yield whole.strip(" ,")


def _goes_on(whole: str, part: str) -> bool:
    """Say that what stands behind a comma still belongs to the name before it."""
    is_small = part[0].islower() and not _FORMERLY.match(part)
    return is_small or _FORM.match(part) is not None or whole.count("(") > whole.count(")")


def _births(text: str) -> Iterator[PartialDate]:
    """Give the dates of birth in a field.

    >>> [date.text for date in _births("1972-08-10 or 1972-08-11")], [date.text for date in _births("1963-1964")]
    (['1972-08-10', '1972-08-11'], ['1963/1964'])
    >>> [date.text for date in _births("Sep-99")]
    ['1999-09']
    """
    for part in _OR.split(text):
        if years := _YEARS.fullmatch(part):
            part = f"{years[1]} to {years[2]}"
        elif short := _SHORT.fullmatch(part):  # a spreadsheet's month and year; no one listed was born after 2009
            part = f"{short[1]} {'20' if short[2] < '10' else '19'}{short[2]}"
        if date := date_of(part):
            yield date
