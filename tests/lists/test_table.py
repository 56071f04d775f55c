"""The tables of formats: every reader stands where they say."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

from nongrata.lists.formats import NotAList, format_in, told_by
from nongrata.lists.table import CSVS, OFAC_PARTS, OURS, OWN_CSV, RECORDS, ROOTS, SHEETS, Format
from nongrata.values.loading import load

ALL = (OURS, OWN_CSV, *ROOTS.values(), *OFAC_PARTS.values(), *CSVS, *SHEETS, *RECORDS)
BY_CONTENT = (*CSVS, *SHEETS, *RECORDS)


@pytest.mark.parametrize("format_", ALL, ids=lambda each: each.reader)
def test_every_reader_is_there(format_: Format) -> None:
    parameters = inspect.signature(load(format_.reader)).parameters

    assert "version" in parameters


@pytest.mark.parametrize("format_", BY_CONTENT, ids=lambda each: each.reader)
def test_no_format_knows_what_is_nobodys(format_: Format) -> None:
    assert format_.told_by is not None
    is_its_own = load(format_.told_by)

    nobodys: object = {} if format_ in RECORDS else [[], ["x"], ["", ""]] if format_ in SHEETS else ["x", "y"]
    assert not is_its_own(nobodys)


@pytest.mark.parametrize("root", sorted(ROOTS))
def test_the_roots_are_those_of_the_readers(root: str) -> None:
    module = ROOTS[root].reader.partition(":")[0]

    assert load(f"{module}:ROOT") == root
    assert told_by(f'<?xml version="1.0"?>\n<x:{root} xmlns:x="urn:x">'.encode(), "x.xml") is ROOTS[root]


def test_spreadsheets_are_imported_only_when_one_comes() -> None:
    imported = "import sys, nongrata.lists, nongrata.outputs.lists.command"
    code = f"{imported}; print('openpyxl' in sys.modules, 'httpx' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["False", "False"]


SHARED = {  # what is beside the checkout, and which reader it is for
    "un/*.xml.gz": "un:read_un",
    "eu_fsf_xml_reconstructed/*.xml.gz": "eu.from_xml:read_eu",
    "uk_reconstructed/*.xml.gz": "uk.from_xml:read_uk",
    "uk/*.ods": "uk.sheet:read_uk_sheet",
    "uk/ofsi*.xlsx": "uk.ofsi:read_ofsi",
    "ch_reconstructed/*.xml.gz": "seco:read_seco",
    "canada/*.xml*": "sema:read_sema",
    "australia/*.xlsx": "dfat:read_dfat",
    "japan/*.xlsx": "mof:read_mof",
    "ofac_consolidated_xml/*.xml.gz": "ofac.from_xml:read_ofac_xml",
    "ofac_advanced_xml/*.xml": "ofac.advanced:read_ofac_advanced",
    "ofac_enhanced_xml/*.xml.gz": "ofac.enhanced:read_ofac_enhanced",
    "us_csl_2022-04/*.csv.gz": "csl:read_csl",
    "ofac_sdn_series/*.csv.gz": "ofac.from_csv:read_ofac",
}


@pytest.mark.shared
@pytest.mark.parametrize("pattern", sorted(SHARED))
def test_the_publishers_own_files_are_told(shared: Path, pattern: str) -> None:
    paths = list((shared / "data" / "lists").glob(pattern))
    assert paths
    for path in paths:
        found = format_in(path)
        assert not isinstance(found, NotAList), found
        assert found.reader == f"nongrata.lists.publishers.{SHARED[pattern]}"
