"""OpenSanctions: whose list each of its datasets is, and its targets.simple.csv.

Layout: https://www.opensanctions.org/docs/bulk/csv/ and the exporter in its source (zavod/exporters/simplecsv.py). No
real export was seen.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from nongrata.lists.delimited import long_csv_rows
from nongrata.lists.fields import date_of, names_once, once, one_line, shortened
from nongrata.lists.ftm.lines import Entity
from nongrata.lists.ftm.party import country_in
from nongrata.lists.ftm.tables import SUBJECTS
from nongrata.lists.gathered import Gathered
from nongrata.lists.record import Address, Designation, EntityId, Identifier, ListedName, ListFile, ListId, Listing
from nongrata.lists.sound import flaw_of
from nongrata.values import ListError, Skipped

TITLE = "OpenSanctions targets"
LIST_ID = ListId("opensanctions")
PAGE = "https://www.opensanctions.org/datasets/sanctions/"

_HEADER = ("id", "schema", "name", "aliases", "birth_date", "countries", "addresses", "identifiers", "sanctions")
# The official lists behind OpenSanctions' datasets (https://www.opensanctions.org/datasets/).
_LISTS: Mapping[str, str] = {
    "us_ofac_sdn": "us_ofac_sdn",
    "us_ofac_cons": "us_ofac_cons",
    "us_trade_csl": "us_csl",
    "un_sc_sanctions": "un_sc",
    "eu_fsf": "eu_fsf",
    "eu_sanctions_map": "eu_fsf",
    "eu_journal_sanctions": "eu_fsf",
    "gb_hmt_sanctions": "uk_fcdo",
    "gb_fcdo_sanctions": "uk_fcdo",
    "ch_seco_sanctions": "ch_seco",
    "au_dfat_sanctions": "au_dfat",
    "ca_dfatd_sema_sanctions": "ca_sema",
    "jp_mof_sanctions": "jp_mof",
    "nz_russia_sanctions": "nz_mfat",
    "tr_fcib": "tr_masak",
}
# The publisher's number inside the ids that OpenSanctions makes.
_NUMBERS: Mapping[str, re.Pattern[str]] = {
    "us_ofac_sdn": re.compile(r"ofac-(\d+)"),
    "us_ofac_cons": re.compile(r"ofac-(\d+)"),
    "ch_seco": re.compile(r"ch-seco-(\d+)"),
    "au_dfat": re.compile(r"au-dfat-(\d+)"),
}
_NAME = re.compile(r"[^a-z0-9_.-]+")
_IMO = re.compile(r"IMO ?(\d{7})")
_LEI = re.compile(r"(?=\d*[A-Z])[A-Z0-9]{18}\d{2}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def list_of_dataset(sanction: Entity, entity: Entity, own: ListId) -> tuple[ListId, EntityId]:
    """Give which list a Sanction is from, by its dataset, and the entity's id on that list."""
    datasets = sanction.datasets or (entity.datasets if len(entity.datasets) == 1 else ())
    name = _NAME.sub("_", datasets[0].lower())[:64] if datasets else own
    list_id = ListId(_LISTS.get(name, name))
    if list_id in _NUMBERS:
        for id_ in (entity.id, *entity.referents):
            if found := _NUMBERS[list_id].fullmatch(id_):
                return list_id, EntityId(found[1])
    stated = (
        sanction.first("unscId", "authorityId") if list_id == "un_sc" else sanction.first("authorityId", "recordId")
    )
    return list_id, EntityId(stated or entity.id)


def is_opensanctions_header(header: Sequence[str]) -> bool:
    """Be the header of a targets.simple.csv.

    >>> is_opensanctions_header(("id", "schema", "name"))
    False
    """
    return set(_HEADER) <= {cell.strip().lower() for cell in header}


@dataclass(slots=True)
class _Whole:
    """What all rows together say of the file."""

    last: str = ""  # the latest day
    others: int = 0  # rows that are no party


def read_opensanctions_csv(path: Path, *, version: str | None = None) -> ListFile:
    """Give the list in this file. Raises ListError where it cannot be trusted as a whole."""
    gathered = Gathered(path=path, list_id=LIST_ID, title=TITLE, wanted="rows with an id, a schema and a name")
    whole = _Whole()
    listings = gathered.held(_listings(path, whole, gathered))
    if whole.others:
        reason = f"{whole.others} rows that are no party: securities, wallets, addresses"
        gathered.skipped.append(Skipped(stage="lists", item=str(path), reason=reason))
    stated = _DAY.match(whole.last)
    return gathered.whole(stated[0] if stated else version, listings=listings)


def _listings(path: Path, whole: _Whole, gathered: Gathered) -> Iterator[Listing]:
    """Give the listing of each row that can be used, as it is read."""
    columns: list[str] = []
    for line, cells in long_csv_rows(path):
        if not columns:
            columns = [cell.strip().lower() for cell in cells]
            if not is_opensanctions_header(columns):
                raise ListError(f"{path}:{line}", f"columns {', '.join(columns)[:200]}", f"{', '.join(_HEADER)}, …")
            continue
        if len(cells) != len(columns):
            gathered.skip(f"a row of {len(cells)} columns instead of {len(columns)}", line)
            continue
        row = dict(zip(columns, cells, strict=True))
        whole.last = max(whole.last, row.get("last_seen", ""), row.get("last_change", ""))
        if row["schema"] not in SUBJECTS:
            whole.others += 1
        elif (listing := _taken(row, line, gathered)) is not None:
            gathered.taken += 1
            yield listing


def _taken(row: Mapping[str, str], line: int, gathered: Gathered) -> Listing | None:
    """Give a row's listing; None for one that is skipped."""
    id_, name = one_line(row["id"]), one_line(row["name"])
    if not gathered.is_new(id_, name, line):
        return None
    listing = _listing(row, id_, name)
    if flaw := flaw_of(listing):
        gathered.skip(flaw, line)
        return None
    return listing


def _listing(row: Mapping[str, str], id_: str, name: str) -> Listing:
    numbers = [identifier_by_shape(text) for text in _values(row, "identifiers")]
    numbers += [Identifier(kind="phone", value=text) for text in _values(row, "phones")]
    numbers += [Identifier(kind="email", value=text) for text in _values(row, "emails")]
    countries = map(country_in, _values(row, "countries"))
    dates = map(date_of, _values(row, "birth_date"))
    aliases = (ListedName(text=text) for text in _values(row, "aliases"))
    designation = Designation(
        list_id=LIST_ID,
        entity_id=EntityId(id_),
        caption=name,
        authority="; ".join(_values(row, "dataset")) or None,
        programs=once(_values(row, "program_ids")),
        source_url=f"https://www.opensanctions.org/entities/{id_}/",
        reason=shortened("; ".join(_values(row, "sanctions"))),
    )
    return Listing(
        schema=SUBJECTS[row["schema"]],
        names=names_once((ListedName(text=name, kind="primary"), *aliases)),
        designations=(designation,),
        birth_dates=once(date for date in dates if date),
        countries=once(code for code in countries if code),
        identifiers=once(numbers),
        addresses=once(Address(text=text) for text in _values(row, "addresses")),
    )


def identifier_by_shape(text: str) -> Identifier:
    """Give a number whose kind is not told: by its shape where that is plain, else as some document's.

    >>> identifier_by_shape("IMO9172038"), identifier_by_shape("A 12").kind
    (Identifier(kind='imo', value='9172038', country=None), 'document')
    """
    if found := _IMO.fullmatch(text):
        return Identifier(kind="imo", value=found[1])
    return Identifier(kind="lei" if _LEI.fullmatch(text) else "document", value=text)


def _values(row: Mapping[str, str], column: str) -> Iterator[str]:
    """Give the values in a cell, which is a row of separated values in itself."""
    try:
        cells = next(csv.reader((row.get(column, ""),), delimiter=";"), [])
    except csv.Error:
        cells = row[column].split(";")
    return (text for cell in cells if (text := one_line(cell)))
