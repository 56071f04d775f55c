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


OURS = Format(reader="nongrata.lists.as_json:read_json")
OWN_CSV = Format(reader="nongrata.lists.own_csv:read_own_csv")  # told by the TOML that lies beside it
OWN_MAPPING = Format(reader=OWN_CSV.reader, role="mapping")
OFAC_CSV = Format(reader="nongrata.lists.ofac:read_ofac")  # with what lies beside it: see recognise.py

# OFAC's csv have no header: lists/ofac_rows.py tells them by their columns.
OFAC_PARTS: Mapping[str, Format] = {
    "sdn.csv": OFAC_CSV,
    "alt.csv": Format(reader=OFAC_CSV.reader, role="alt"),
    "add.csv": Format(reader=OFAC_CSV.reader, role="add"),
    "sdn_comments.csv": Format(reader=OFAC_CSV.reader, role="comments"),
}

# XML, by the local name of its root element.
ROOTS: Mapping[str, Format] = {
    "CONSOLIDATED_LIST": Format(reader="nongrata.lists.un:read_un"),
    "Designations": Format(reader="nongrata.lists.uk:read_uk"),
    "export": Format(reader="nongrata.lists.eu:read_eu"),
    "swiss-sanctions-list": Format(reader="nongrata.lists.seco:read_seco"),
    "data-set": Format(reader="nongrata.lists.sema:read_sema"),
    "sdnList": Format(reader="nongrata.lists.ofac_xml:read_ofac_xml"),
    "Sanctions": Format(reader="nongrata.lists.ofac_advanced:read_ofac_advanced"),
    "sanctionsData": Format(reader="nongrata.lists.ofac_enhanced:read_ofac_enhanced"),
}

# Separated values, by their header; the first that knows it.
CSVS: tuple[Format, ...] = (
    Format(reader="nongrata.lists.eu_csv:read_eu_csv", told_by="nongrata.lists.eu_csv:is_eu_header"),
    Format(reader="nongrata.lists.uk_sheet:read_uk_sheet", told_by="nongrata.lists.uk_sheet:is_uk_header"),
    Format(reader="nongrata.lists.uk_ofsi:read_ofsi", told_by="nongrata.lists.uk_ofsi:is_ofsi_header"),
    Format(reader="nongrata.lists.csl:read_csl", told_by="nongrata.lists.csl:is_csl_header"),
    Format(
        reader="nongrata.lists.opensanctions:read_opensanctions_csv",
        told_by="nongrata.lists.opensanctions:is_opensanctions_header",
    ),
)

# Spreadsheets (xlsx, ods), by the first rows of their first sheet.
SHEETS: tuple[Format, ...] = (
    Format(reader="nongrata.lists.uk_sheet:read_uk_sheet", told_by="nongrata.lists.uk_sheet:is_uk_sheet"),
    Format(reader="nongrata.lists.uk_ofsi:read_ofsi", told_by="nongrata.lists.uk_ofsi:is_ofsi_sheet"),
    Format(reader="nongrata.lists.dfat:read_dfat", told_by="nongrata.lists.dfat:is_dfat_sheet"),
    Format(reader="nongrata.lists.mof:read_mof", told_by="nongrata.lists.mof:is_mof_sheet"),
)

# JSON, by its first record.
RECORDS: tuple[Format, ...] = (
    Format(reader="nongrata.lists.csl:read_csl", told_by="nongrata.lists.csl:is_csl_record"),
    Format(reader="nongrata.lists.ftm:read_ftm", told_by="nongrata.lists.ftm:is_ftm_record"),
)
