"""Australia's Consolidated List of the Department of Foreign Affairs and Trade (DFAT), as xlsx.

Layout: the file itself (dfat.gov.au, Consolidated List), of which that of August 2026 was seen; no schema is published.
A row is a name: the leading number of its Reference is the party (7466, 7466a, 7466b, …).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from nongrata.lists.fields import country_of, date_of, names_once, once, one_line, shortened
from nongrata.lists.gathered import Gathered
from nongrata.lists.labelled import refined
from nongrata.lists.publishers.dfat_fields import addresses_in, births_in, items_in, listed_in, numbers_in, positions_in
from nongrata.lists.publishers.ofac.from_csv import is_company
from nongrata.lists.record import (
    Designation,
    EntityId,
    Identifier,
    ListedName,
    ListFile,
    ListId,
    Listing,
    NameKind,
)
from nongrata.lists.sheets import rows_of
from nongrata.values import ListError

DFAT = ListId("au_dfat")
TITLE = "Australian DFAT Consolidated List"
PAGE = "https://www.dfat.gov.au/international-relations/security/sanctions/consolidated-list"

# The columns that every version of the file has; others may be missing.
WANTED = ("Reference", "Name of Individual or Entity", "Type", "Name Type")
MAX_FIELD = 20_000
_HEADER_WITHIN = 10  # rows

_REFERENCE = re.compile(r"(\d{1,9})\s?[a-z]{0,4}", re.I)
_ASIDE = re.compile(r"\s*\(([^()]*)\)\s*;?$")
_FORMER = re.compile(r"\b(?:formerly|previously) listed as\b|\bformer name", re.I)
_IN_SCRIPT = re.compile(r"\bIn \w+\s*:\s*(.+)$")
_LANGUAGES = re.compile(r"Tigrinya|Arabic|Russian|Persian|Farsi|Korean|Chinese|Ukrainian|initials", re.I)
_EARLIER = re.compile(r"\bPrevious(?:ly)?(?: names?)? (?:include|known as|named)s?:?\s+([^.\n]+)", re.I)
_OWN_UN_NUMBER = re.compile(r"^(?:UN Reference Number:?\s*)?([A-Z]{2}[ie]\.\d{3})\b")
_MEASURES = ("Targeted Financial Sanction", "Travel Ban", "Arms Embargo", "Maritime Restriction")

Row = Mapping[str, str]


def is_dfat_sheet(first_rows: Sequence[Sequence[str]]) -> bool:
    """Be the beginning of Australia's list: a row with the names of its columns.

    >>> is_dfat_sheet([["Reference", "Name of Individual or Entity", "Type", "Name Type", "Date of Birth"]])
    True
    """
    return any(set(WANTED) <= {one_line(cell) for cell in row} for row in first_rows[:_HEADER_WITHIN])


def read_dfat(path: Path, *, version: str | None = None) -> ListFile:
    """Give the list in this file; without a version told, under the day of its newest change.

    Raises ListError where it cannot be trusted as a whole.
    """
    gathered = Gathered(path=path, list_id=DFAT, title=TITLE, wanted="rows with a Reference and a name")
    parties = _parties(path, gathered)
    for entity, rows in parties.items():
        names = names_once(_names(rows))
        if gathered.is_new(entity, names[0].text if names else "", entity):
            gathered.take(_listing(entity, names, rows))
    days = [each for rows in parties.values() for row in rows if (each := date_of(row.get("Control Date", "")))]
    newest = max((each.text for each in days if each.is_exact), default=None)
    return gathered.whole(version or newest)


def _parties(path: Path, gathered: Gathered) -> dict[str, list[Row]]:
    """Give the rows of each party, its primary name first."""
    parties: dict[str, list[Row]] = {}
    rows = enumerate(rows_of(path), start=1)
    columns = next(([*map(one_line, cells)] for _, cells in islice(rows, _HEADER_WITHIN) if is_dfat_sheet([cells])), [])
    if not columns:
        raise ListError(str(path), "no row of column names", ", ".join(WANTED))
    for number, cells in rows:
        row = {column: cell[:MAX_FIELD].strip() for column, cell in zip(columns, cells, strict=False) if column}
        reference = _REFERENCE.fullmatch(row.get("Reference", ""))
        if reference and one_line(row.get(WANTED[1], "")):
            parties.setdefault(reference[1], []).append(row)
        elif any(cells):
            gathered.skip(f"a row without a {WANTED[0] if not reference else WANTED[1]}", number)
    for of_it in parties.values():
        of_it.sort(key=lambda row: row.get("Name Type") != "Primary Name")
    return parties


def _listing(entity: str, names: tuple[ListedName, ...], rows: list[Row]) -> Listing:
    first = rows[0]
    is_person, is_vessel = first.get("Type") == "Individual", first.get("Type") == "Vessel"
    notes = once(row.get("Additional Information", "") for row in rows)
    addresses = once(found for text in _all(rows, "Address") for found in addresses_in(text))
    citizenships = (_nation(part) for text in _all(rows, "Citizenship") for part in re.split(r"[;\n]", text))
    births = (date for text in _all(rows, "Date of Birth") for date in births_in(text))
    places = (place for text in _all(rows, "Place of Birth") for place in items_in(text))
    found = (*citizenships, *(address.country for address in addresses))
    imo = one_line(first.get("IMO Number", ""))
    return Listing(
        schema=_schema(first, names[0].text),
        names=names,
        designations=(_designation(entity, names[0].text, rows),),
        birth_dates=once(births) if is_person else (),
        birth_places=once(places) if is_person else (),
        countries=once(country for country in found if country),
        positions=once(role for text in notes for role in positions_in(text)) if is_person else (),
        identifiers=once(
            (
                *((refined(Identifier(kind="imo", value=imo)),) if imo and is_vessel else ()),
                *(number for text in notes for number in numbers_in(text, is_person=is_person)),
                *_own_un_number(rows),
            )
        ),
        addresses=addresses,
    )


def _nation(text: str) -> str | None:
    """Give the code of a country, which may stand with its shorter name in brackets."""
    plain, _, aside = text.strip().partition(" (")
    return country_of(text) or country_of(plain) or country_of(aside.rstrip(")"))


def _schema(row: Row, name: str) -> str:
    if row.get("Type") == "Individual":
        return "Person"
    return "Vessel" if row.get("Type") == "Vessel" else "Company" if is_company(name) else "LegalEntity"


def _all(rows: Iterable[Row], column: str) -> tuple[str, ...]:
    return once(text for row in rows if (text := row.get(column, "")))


def _designation(entity: str, name: str, rows: list[Row]) -> Designation:
    first = rows[0]
    control = date_of(first.get("Control Date", ""))
    told = (first.get("Listing Information", ""), first.get("Instrument of Designation", ""))
    listed, amended = listed_in(*told, control=control)
    acts = once(one_line(first.get(column, "")) for column in ("Listing Information", "Instrument of Designation"))
    measures = [measure.lower() for measure in _MEASURES if first.get(measure) == "TRUE"]
    texts = (
        one_line(first.get("Additional Information", "")),
        *(f"{act.removesuffix('.')}." for act in acts if act),
        f"Measures: {', '.join(measures)}." if measures else "",
    )
    return Designation(
        list_id=DFAT,
        entity_id=EntityId(entity),
        caption=name,
        authority="Department of Foreign Affairs and Trade (Australia)",
        programs=once(one_line(text) for text in _all(rows, "Committees")),
        listed_on=listed,
        source_url=PAGE,
        reason=shortened(" ".join(filter(None, texts))),
        legal_act=shortened(one_line(first.get("Instrument of Designation", ""))),
        amended_on=tuple(sorted({day for day in (*amended, control) if day and day != listed})),
    )


def _names(rows: list[Row]) -> Iterator[ListedName]:
    for row in rows:
        kind = row.get("Name Type", "")
        ours: NameKind = "weak" if row.get("Alias Strength", "").lower() == "weak" else "alias"
        if row is rows[0]:
            ours = "primary"
        yield from _readings(one_line(row[WANTED[1]]).rstrip(" ;"), ours, is_entity=row.get("Type") != "Individual")
        if kind == "Primary Name" and row.get("Type") == "Vessel":
            for names in _EARLIER.findall(row.get("Additional Information", "")):
                for name in re.split(r"[,;/]|\band\b", names):
                    if text := one_line(name):
                        yield ListedName(text=text, kind="former")


def _readings(text: str, kind: NameKind, *, is_entity: bool) -> Iterator[ListedName]:
    """Give the names in a field: with what stands in brackets behind, which may be a note, a script or an acronym."""
    aside = _ASIDE.search(text)
    name = text[: aside.start()] if aside else text
    if aside is None or not name:
        yield ListedName(text=text, kind=kind)
    elif _FORMER.search(aside[1]):
        yield ListedName(text=name, kind="primary" if kind == "primary" else "former")
        if script := _IN_SCRIPT.search(aside[1]):
            yield ListedName(text=one_line(script[1]), kind="former")
    elif _LANGUAGES.fullmatch(aside[1]):
        yield ListedName(text=name, kind="weak" if aside[1] == "initials" else kind)
    else:
        yield ListedName(text=text, kind=kind)
        if is_entity:
            yield ListedName(text=name, kind="alias" if kind == "primary" else kind)
            yield ListedName(text=one_line(aside[1]), kind="alias" if " " in aside[1].strip() else "weak")


def _own_un_number(rows: list[Row]) -> Iterator[Identifier]:
    """Give the United Nations' number of this very party, which stands first; others are of parties it knows."""
    for column in ("Additional Information", "Listing Information"):
        for text in _all(rows, column):
            if found := _OWN_UN_NUMBER.match(text):
                yield Identifier(kind="un_reference", value=found[1])
