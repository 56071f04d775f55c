"""The formats that can be read, as tables: what tells a file of each, and where its reader stands.

Readers stand here by name, and are imported when such a file comes: those of spreadsheets take long.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A layout of list files: where its reader stands, and what tells it by a file's beginning."""

    reader: str  # "module:function", called with a path and the version told
    told_by: str | None = None  # "module:function" on a header, first rows or a first record
    role: str | None = None  # of a file that is no list by itself: alt, add, comments, mapping


def _read_in(module: str, reader: str, *, told_by: str | None = None, role: str | None = None) -> Format:
    """Give the format whose reader, and whose telling function, stand in a module of this layer."""
    where = f"nongrata.lists.{module}"
    return Format(reader=f"{where}:{reader}", told_by=told_by and f"{where}:{told_by}", role=role)


OURS = _read_in("as_json", "read_json")
OWN_CSV = _read_in("own_csv", "read_own_csv")  # told by the TOML that lies beside it
OWN_MAPPING = Format(reader=OWN_CSV.reader, role="mapping")
OFAC_CSV = _read_in("publishers.ofac.from_csv", "read_ofac")  # with what lies beside it: see recognise.py

# OFAC's csv have no header: lists/publishers/ofac/rows.py tells them by their columns.
OFAC_PARTS: Mapping[str, Format] = {
    "sdn.csv": OFAC_CSV,
    "alt.csv": Format(reader=OFAC_CSV.reader, role="alt"),
    "add.csv": Format(reader=OFAC_CSV.reader, role="add"),
    "sdn_comments.csv": Format(reader=OFAC_CSV.reader, role="comments"),
}

# XML, by the local name of its root element.
ROOTS: Mapping[str, Format] = {
    "CONSOLIDATED_LIST": _read_in("publishers.un", "read_un"),
    "Designations": _read_in("publishers.uk.from_xml", "read_uk"),
    "export": _read_in("publishers.eu.from_xml", "read_eu"),
    "swiss-sanctions-list": _read_in("publishers.seco", "read_seco"),
    "data-set": _read_in("publishers.sema", "read_sema"),
    "sdnList": _read_in("publishers.ofac.from_xml", "read_ofac_xml"),
    "Sanctions": _read_in("publishers.ofac.advanced", "read_ofac_advanced"),
    "sanctionsData": _read_in("publishers.ofac.enhanced", "read_ofac_enhanced"),
}

# Separated values, by their header; the first that knows it.
CSVS: tuple[Format, ...] = (
    _read_in("publishers.eu.from_csv", "read_eu_csv", told_by="is_eu_header"),
    _read_in("publishers.uk.sheet", "read_uk_sheet", told_by="is_uk_header"),
    _read_in("publishers.uk.ofsi", "read_ofsi", told_by="is_ofsi_header"),
    _read_in("publishers.csl", "read_csl", told_by="is_csl_header"),
    _read_in("ftm.opensanctions", "read_opensanctions_csv", told_by="is_opensanctions_header"),
)

# Spreadsheets (xlsx, ods), by the first rows of their first sheet.
SHEETS: tuple[Format, ...] = (
    _read_in("publishers.uk.sheet", "read_uk_sheet", told_by="is_uk_sheet"),
    _read_in("publishers.uk.ofsi", "read_ofsi", told_by="is_ofsi_sheet"),
    _read_in("publishers.dfat", "read_dfat", told_by="is_dfat_sheet"),
    _read_in("publishers.mof", "read_mof", told_by="is_mof_sheet"),
)

# JSON, by its first record.
RECORDS: tuple[Format, ...] = (
    _read_in("publishers.csl", "read_csl", told_by="is_csl_record"),
    _read_in("ftm.from_entities", "read_ftm", told_by="is_ftm_record"),
)
