"""The UK Sanctions List of the Foreign, Commonwealth & Development Office, as csv, ods or xlsx.

Layout: https://www.gov.uk/government/publications/the-uk-sanctions-list. UK-Sanctions-List.csv and .ods have some sixty
columns and a row for each spelling of a name; the search page's export has eight and a row for each entry. A real ods
of the search page was seen; the full csv and ods were not: they are read after the published names of their columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from nongrata.lists.fields import once, one_line
from nongrata.lists.publishers.uk.entry import MAX_FIELD, MAX_PROSE, PAGE, TITLE, UK, UkEntry, name_kind
from nongrata.lists.publishers.uk.rows import Layout, Row, columns_of, non_latin_names, papers_in, read_table, values_of
from nongrata.lists.publishers.uk.words import Place, born_at
from nongrata.lists.record import ListedName, ListFile

__all__ = ["PAGE", "TITLE", "UK", "is_uk_header", "is_uk_sheet", "read_uk_sheet"]

WANTED = 'rows with the columns "Unique ID", "Regime Name" and "Name 6" or "Name", as in the UK Sanctions List'

_NEEDED = {"unique id", "regime name"}
_PARTS = tuple(f"name {number}" for number in range(1, 7))
_LINES = tuple(f"address line {number}" for number in range(1, 7))
_ID = re.compile(r"[A-Za-z]{2,4}[\d.]+")
_KINDS = ("designation type", "individual, entity, ship", "individual/entity/ship", "type")
_CONTACTS = {"phone number": "phone", "website": "website", "email address": "email"}
_TIES = {
    "parent company": "Parent company",
    "subsidiaries": "Subsidiary",
    "current owner/operator (s)": "Current owner/operator",
    "previous owner/operator (s)": "Previous owner/operator",
}
_PARTICULARS = {
    "sanctions imposed": "Sanctions imposed",
    "designation source": "Designated by",
    "previous flags": "Previous flag",
    "type of ship": "Type of ship",
    "tonnage of ship": "Tonnage",
    "length of ship": "Length",
    "year built": "Year built",
    "hull identification number (hin)": "Hull identification number",
}


def is_uk_header(header: Sequence[str]) -> bool:
    """Name the columns of the UK Sanctions List.

    >>> is_uk_header(["Unique ID", "OFSI Group ID", "Name", "Regime Name", "Type"])
    True
    """
    columns = set(columns_of(header))
    return columns >= _NEEDED and not columns.isdisjoint(("name", "name 6"))


def is_uk_sheet(first_rows: Sequence[Sequence[str]]) -> bool:
    """Begin with the columns of the UK Sanctions List."""
    return any(map(is_uk_header, first_rows))


def read_uk_sheet(path: Path, *, version: str | None = None) -> ListFile:
    """Give the list in this file, under its own date. Raises ListError where it cannot be trusted as a whole."""
    layout = Layout(is_header=is_uk_header, id_of=_id_of, entry_of=_entry, wanted=WANTED)
    return read_table(path, layout, version=version)


def _id_of(row: Row) -> str | None:
    found = one_line(row.get("unique id", ""))[:40]
    return found if _ID.fullmatch(found) else None


def _entry(rows: list[Row]) -> UkEntry:
    first = rows[0]
    kind = next((text for column in _KINDS if (text := one_line(first.get(column, "")))), "")
    return UkEntry(
        id=_id_of(first) or "",
        kind=kind.lower(),
        names=list(_names(rows)),
        regime=first.get("regime name", ""),
        listed=first.get("date designated", ""),
        updated=values_of(rows, "last updated"),
        group=first.get("ofsi group id", "").removesuffix(".0"),
        un=" ".join(values_of(rows, "un reference number")),
        births=values_of(rows, "d.o.b", "dob"),
        birth_places=[
            place
            for town, country in once((row.get("town of birth", ""), row.get("country of birth", "")) for row in rows)
            for place in born_at(town[:MAX_FIELD], country[:MAX_FIELD])
        ],
        nations=values_of(rows, "nationality(/ies)", "nationality"),
        genders=values_of(rows, "gender"),
        positions=values_of(rows, "position", "title"),
        passports=papers_in(rows, "passport number", "passport additional information"),
        papers=papers_in(rows, "national identifier number", "national identifier additional information"),
        registers=values_of(rows, "business registration number (s)"),
        imos=values_of(rows, "imo number"),
        contacts=[(kind, text) for column, kind in _CONTACTS.items() for text in values_of(rows, column)],
        addresses=list(_addresses(rows)),
        types=values_of(rows, "type of entity"),
        flags=values_of(rows, "current believed flag of ship"),
        ties=[(tie, text) for column, tie in _TIES.items() for text in values_of(rows, column)],
        particulars=[(label, text) for column, label in _PARTICULARS.items() for text in values_of(rows, column)],
        other=first.get("other information", "")[:MAX_PROSE],
        reasons=first.get("uk statement of reasons", "")[:MAX_PROSE],
    )


def _names(rows: list[Row]) -> Iterator[ListedName]:
    for row in rows:
        if name := one_line(" ".join(row.get(part, "")[:MAX_FIELD] for part in _PARTS)):
            yield ListedName(text=name, kind=name_kind(row.get("name type", ""), row.get("alias strength", "")))
    for text in values_of(rows, "name"):  # the search page's, with the family name first
        yield ListedName(text=one_line(text), kind="primary")
    yield from non_latin_names(rows)


def _addresses(rows: list[Row]) -> Iterator[Place]:
    for row in rows:
        lines = tuple(row.get(line, "")[:MAX_FIELD] for line in _LINES)
        yield Place(lines, row.get("address postal code", "")[:MAX_FIELD], row.get("address country", "")[:MAX_FIELD])
