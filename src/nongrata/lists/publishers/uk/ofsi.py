"""The consolidated list of the Office of Financial Sanctions Implementation ("ConList"), as csv and as xlsx.

Layout: https://www.gov.uk/government/publications/financial-sanctions-consolidated-list-of-targets (2022format; it
closed on 28 January 2026). The first row says when it was last updated, the second names the columns; each row is one
spelling of a name with one address, so that one Group ID has up to 400 rows. A real xlsx was seen, a real csv was not:
both have the same columns. The files of before 2022 name fewer of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from nongrata.lists.fields import once, one_line
from nongrata.lists.publishers.uk.entry import MAX_FIELD, MAX_PROSE, PAGE, TITLE, UK, UkEntry, name_kind
from nongrata.lists.publishers.uk.rows import Layout, Row, columns_of, non_latin_names, papers_in, read_table, values_of
from nongrata.lists.publishers.uk.words import Place, born_at
from nongrata.lists.record import ListedName, ListFile

__all__ = ["PAGE", "TITLE", "UK", "is_ofsi_header", "is_ofsi_sheet", "read_ofsi"]

WANTED = 'rows with the columns "Name 6", "Group Type" and "Group ID", as in OFSI\'s ConList'

_NEEDED = {"name 6", "group type", "group id"}
_PARTS = tuple(f"name {number}" for number in range(1, 7))
_LINES = tuple(f"address {number}" for number in range(1, 7))
_LABEL = re.compile(r"\(([A-Z][A-Za-z /]{1,40})\):")
_REF = re.compile(r"\s*([A-Za-z]{2,4}[\d.]*\d)\b[.\s]*")
_TIES = {
    "parent company": "Parent company",
    "subsidiaries": "Subsidiary",
    "current owners": "Current owner/operator",
    "previous owners": "Previous owner/operator",
}
_CONTACTS = {"phone number": "phone", "tel": "phone", "fax": "fax", "website": "website", "email address": "email"}
_PARTICULARS = ("previous flags", "type of ship", "tonnage of ship", "length of ship", "year built", "hin")


def is_ofsi_header(header: Sequence[str]) -> bool:
    """Name the columns of the consolidated list.

    >>> is_ofsi_header(["Name 6", "Name 1", "Group Type", "Alias Type", "Group ID"])
    True
    """
    return set(columns_of(header)) >= _NEEDED


def is_ofsi_sheet(first_rows: Sequence[Sequence[str]]) -> bool:
    """Begin with the columns of the consolidated list."""
    return any(map(is_ofsi_header, first_rows))


def read_ofsi(path: Path, *, version: str | None = None) -> ListFile:
    """Give the list in this csv or xlsx, under its own date. Raises ListError where it cannot be trusted as a whole."""
    layout = Layout(is_header=is_ofsi_header, id_of=_group_of, entry_of=_entry, wanted=WANTED)
    return read_table(path, layout, version=version)


def _group_of(row: Row) -> str | None:
    group = one_line(row.get("group id", ""))[:40].removesuffix(".0")
    return group if group.isdecimal() else None


def _entry(rows: list[Row]) -> UkEntry:
    first = rows[0]
    group = _group_of(first) or ""
    said = _labelled(first.get("other information", "")[:MAX_PROSE])
    reference = _reference(said, "uk sanctions list ref")
    designated = first.get("uk sanctions list date designated", "").strip()
    listed = first.get("listed on", "").strip()
    particulars = [(label.capitalize(), text) for label in _PARTICULARS for text in said.get(label, ())]
    if designated and listed and listed != designated:
        particulars.insert(0, ("Listed by OFSI on", listed))
    return UkEntry(
        id=reference or f"OFSI-{group}",
        kind=one_line(first.get("group type", "")).lower(),
        names=list(_names(rows)),
        regime=first.get("regime", ""),
        listed=designated or listed,
        updated=values_of(rows, "last updated"),
        group=group,
        un=_reference(said, "un ref"),
        births=values_of(rows, "dob"),
        birth_places=[
            place
            for town, country in once((row.get("town of birth", ""), row.get("country of birth", "")) for row in rows)
            for place in born_at(town[:MAX_FIELD], country[:MAX_FIELD])
        ],
        nations=values_of(rows, "nationality"),
        genders=said.get("gender", []),
        positions=[*values_of(rows, "position"), *values_of(rows, "title")],
        passports=papers_in(rows, "passport number", "passport details"),
        papers=[
            *papers_in(rows, "national identification number", "national identification details"),
            *papers_in(rows, "ni number", ""),
        ],
        registers=said.get("business reg no", []),
        imos=said.get("imo number", []),
        contacts=[(kind, text) for label, kind in _CONTACTS.items() for text in said.get(label, ())],
        addresses=list(_addresses(rows)),
        types=said.get("type of entity", []),
        flags=said.get("flag of ship", []),
        ties=[(tie, text) for label, tie in _TIES.items() for text in said.get(label, ())],
        particulars=particulars,
        other=" ".join(said.get("", ())),
        reasons=" ".join(said.get("uk statement of reasons", ())),
    )


def _labelled(text: str) -> dict[str, list[str]]:
    """Give what stands behind each label of the other information; under "" what stands behind none.

    >>> _labelled("(UK Sanctions List Ref):RUS9001. Sails. (Gender):Male")
    {'': ['Sails.'], 'uk sanctions list ref': ['RUS9001'], 'gender': ['Male']}
    """
    parts = _LABEL.split(text)
    found: dict[str, list[str]] = {"": [one_line(parts[0])]}
    for label, value in zip(parts[1::2], parts[2::2], strict=True):
        key = label.strip().lower()
        if key.endswith(" ref"):  # free text goes on behind a reference
            reference = _REF.match(value)
            end = reference.end() if reference else 0
            found[""].append(one_line(value[end:]))
            value = reference[1] if reference else ""
        if line := one_line(value):
            found.setdefault(key, []).append(line)
    found[""] = [line for line in found[""] if line]
    return found


def _reference(said: Mapping[str, list[str]], label: str) -> str:
    return next(iter(said.get(label, ())), "")


def _names(rows: list[Row]) -> Iterator[ListedName]:
    for row in rows:
        if name := one_line(" ".join(row.get(part, "")[:MAX_FIELD] for part in _PARTS)):
            yield ListedName(text=name, kind=name_kind(row.get("alias type", ""), row.get("alias quality", "")))
    yield from non_latin_names(rows)


def _addresses(rows: list[Row]) -> Iterator[Place]:
    for row in rows:
        lines = tuple(row.get(line, "")[:MAX_FIELD] for line in _LINES)
        yield Place(lines, row.get("post/zip code", "")[:MAX_FIELD], row.get("country", "")[:MAX_FIELD])
