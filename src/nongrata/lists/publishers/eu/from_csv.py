"""The European Union's consolidated list of financial sanctions, as csv (csvFullSanctionsList 1.1).

Layout: https://webgate.ec.europa.eu/fsd/fsf/public/files/csvFullSanctionsList_1_1/content: semicolons between, a header
of 118 columns from fileGenerationDate and Entity_LogicalId to Citizenship_Regulation_PublicationUrl. Each row tells of
an entity one name, address, birth, document or citizenship, or several. No real file was seen: it is read after the
published list of its columns. It does not tell weak names from strong ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from nongrata.lists.delimited import csv_rows
from nongrata.lists.fields import date_of, one_line, too_many
from nongrata.lists.publishers.eu.entry import EU, PAGE, TITLE, WANTED, EuEntry, eu_gathered, take_eu
from nongrata.lists.publishers.eu.parts import Part
from nongrata.lists.record import ListFile
from nongrata.values import ListError, Skipped

__all__ = ["EU", "PAGE", "TITLE", "is_eu_header", "read_eu_csv"]

MAX_FIELD = 1_000  # characters of a field that are read
MAX_REMARK = 20_000
MAX_PARTS = 5_000  # in an entry; the largest has about 200
MAX_ENTRIES = 50_000  # eight times what the list has

_NEEDED = {"entity_logicalid", "namealias_wholename"}
_HEADER_WITHIN = 12  # rows
_MAX_SHOWN = 20  # bad rows that are listed one by one
_REGULATION = "regulation_"
# The XML's names of what the csv calls otherwise; all other columns have the XML's name behind their prefix.
_CALLED = {
    "eu_referencenumber": "euReferenceNumber",
    "day": "dayOfMonth",
    "month": "monthOfYear",
    "typecode": "identificationTypeCode",
    "contactinfo": "contact",
}
_KEYS = (
    *("logicalId", "unitedNationId", "designationDate", "designationDetails", "remark", "subjectType"),
    *("lastName", "firstName", "middleName", "wholeName", "nameLanguage", "gender", "title", "function"),
    *("city", "street", "poBox", "zipCode", "region", "place", "countryIso2Code", "countryDescription"),
    *("birthdate", "year", "yearRangeFrom", "yearRangeTo", "circa", "calendarType"),
    *("number", "latinNumber", "nameOnDocument"),
)
_BY_COLUMN: Mapping[str, str] = {**{key.lower(): key for key in _KEYS}, **_CALLED}
_ACT = ("programme", "publicationDate", "numberTitle", "organisationType", "publicationUrl")
_PARTS = ("namealias", "address", "birthdate", "identification", "citizenship")


@dataclass(slots=True)
class _Gathered:
    """An entry so far: the line of its first row, and which parts were told."""

    line: int
    entry: EuEntry
    told: set[tuple[str, tuple[tuple[str, str], ...]]] = field(default_factory=set)

    def is_new(self, name: str, part: Part) -> bool:
        """Say that a part tells something, and that no row told it before."""
        key = (name, tuple(part.items()))
        if not part or key in self.told or len(self.told) >= MAX_PARTS:
            return False
        self.told.add(key)
        return True


Columns = Mapping[str, Sequence[tuple[int, str]]]  # by the prefix: the place of each column, and the XML's name


def is_eu_header(header: Sequence[str]) -> bool:
    """Name the columns of the European Union's csv.

    >>> is_eu_header(["fileGenerationDate", "Entity_LogicalId", "Entity_Remark", "NameAlias_WholeName"])
    True
    """
    return {cell.strip().strip("\ufeff").lower() for cell in header} >= _NEEDED


def read_eu_csv(path: Path, *, version: str | None = None) -> ListFile:
    """Give the list in this file, under its own date. Raises ListError where it cannot be trusted as a whole."""
    rows = csv_rows(path, delimiter=";")
    columns = _opening(path, rows)
    gathered = eu_gathered(path)
    entries, stated = _entries(path, rows, columns, gathered.skipped)
    for each in entries.values():
        take_eu(gathered, each.entry, each.line)
    day = date_of(stated[:10])
    return gathered.whole(day.text if day else version)


def _opening(path: Path, rows: Iterator[tuple[int, list[str]]]) -> Columns:
    for number, row in rows:
        if is_eu_header(row):
            return _columns(row)
        if number >= _HEADER_WITHIN:
            break
    raise ListError(str(path), "no row that names the columns", '"Entity_LogicalId" and "NameAlias_WholeName"')


def _columns(header: Sequence[str]) -> Columns:
    """Give the columns of each part; those of the act behind a part under the part's name and "_regulation"."""
    acts = {key.lower(): key for key in _ACT}
    found: dict[str, list[tuple[int, str]]] = {}
    for place, cell in enumerate(header):
        prefix, _, name = cell.strip().strip("\ufeff").lower().partition("_")
        if name.startswith(_REGULATION):
            if key := acts.get(name.removeprefix(_REGULATION)):
                found.setdefault(f"{prefix}_regulation", []).append((place, key))
        elif name == "subjecttype_classificationcode":
            found.setdefault("entity", []).append((place, "classificationCode"))
        elif key := _BY_COLUMN.get(name):
            found.setdefault(prefix, []).append((place, key))
        elif prefix == "filegenerationdate":
            found["file"] = [(place, "generationDate")]
    return found


def _entries(
    path: Path, rows: Iterator[tuple[int, list[str]]], columns: Columns, skipped: list[Skipped]
) -> tuple[dict[str, _Gathered], str]:
    """Give the entries by the numbers of their records, and the date that the rows state."""
    width = 1 + max(place for of_part in columns.values() for place, _ in of_part)
    entries: dict[str, _Gathered] = {}
    stated, lost, count = "", 0, 0
    for number, cells in rows:
        count += 1
        entity = _part(cells, columns, "entity")
        record = one_line(entity.get("logicalId", ""))
        if len(cells) < width or not record.isdecimal():
            lost += 1
            if lost <= _MAX_SHOWN:
                reason = f"a row of {len(cells)} columns, {record[:40]!r} where its Entity_LogicalId should be"
                skipped.append(Skipped(stage="lists", item=f"{path}:{number}", reason=reason))
            continue
        stated = stated or _part(cells, columns, "file").get("generationDate", "")
        if record not in entries:
            entries[record] = _Gathered(number, _started(entity))
        _add(entries[record], cells, columns)
        if len(entries) > MAX_ENTRIES:
            raise ListError(f"{path}:{number}", f"more than {MAX_ENTRIES:,} entries", WANTED)
    if too_many(lost, count):
        raise ListError(str(path), f"{lost} of {count} rows that cannot be used", WANTED)
    return entries, stated


def _started(entity: Part) -> EuEntry:
    # Which of the two columns holds "P" and which "person" differs between the published samples.
    codes = {entity.get("subjectType", "").lower(), entity.get("classificationCode", "").lower()}
    return EuEntry(entity=entity, is_person=not codes.isdisjoint(("person", "p")))


def _add(gathered: _Gathered, cells: Sequence[str], columns: Columns) -> None:
    """Add what a row tells that no row of the entry told before."""
    entry = gathered.entry
    into = (entry.names, entry.addresses, entry.births, entry.documents, entry.nations)
    for name, parts in zip(_PARTS, into, strict=True):
        part = _part(cells, columns, name)
        if gathered.is_new(name, part):
            parts.append(part)
            if day := _part(cells, columns, f"{name}_regulation").get("publicationDate"):
                entry.act_days.append(day)
    act = _part(cells, columns, "entity_regulation")
    if gathered.is_new("act", act):
        entry.acts.append(act)
    remark = _part(cells, columns, "entity").get("remark", "")
    if remark and gathered.is_new("remark", {"remark": remark}):
        entry.remarks.append(remark)


def _part(cells: Sequence[str], columns: Columns, name: str) -> Part:
    """Give what a row says of one part, by the XML's names."""
    limit = MAX_REMARK if name == "entity" else MAX_FIELD
    told = ((key, cells[place][:limit].strip()) for place, key in columns.get(name, ()) if place < len(cells))
    return {key: text for key, text in told if text}
