"""Every official file beside the checkout: entries kept and skipped are those of an independent count, with why."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import warnings
from collections import Counter
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from nongrata.lists import ListFile, read_lists

pytestmark = pytest.mark.shared

# Why entries of a file are skipped, and how many: of every other file all are kept.
SKIPPED: dict[str, dict[str, int]] = {
    # Targets of which the rebuilt file has a number and nothing else; the official file has their identities.
    "ch_reconstructed/consolidated-list_2026-03.RECONSTRUCTED.xml.gz": {r"target \d+ without an identity": 646},
    # Two rows of the search page's export have an empty name: nobody could be found by them.
    "uk/fcdo_uksl_summary_2025-08-11.ods": {r"entry (?:BEL0174|RUS1467) without a name": 2},
    # One bank stands there twice, under one number of one source.
    "us_csl_2022-04/consolidated.csv.gz": {r"entry CAP-15268 a second time": 1},
    # One number is left of an entry; the struck out ones are told together.
    "japan/mof_shisantouketsu_2026-03-05.xlsx": {r"entry \S+ without a name": 1, r"\d+ numbers that were struck": 1},
}
# A note that is about no entry that was lost: rows of a companion, and what a file lacks.
NOTE = re.compile(
    r"\d+ of \d+ rows are about entries|no \w+\.csv was given|the remarks of \d+ entries end at|"
    r"\d+ .+: the file is a part of a list"
)
COMPANION = re.compile(r"(?:^|/)(?:alt|add|cons_alt|cons_add|\w+_comments)\.csv")
DERIVED = re.compile(r"\.jsonl\.gz$")  # nobody gets such files: they check the readers of the official ones


@lru_cache(maxsize=1)
def counts(data: Path) -> dict[str, Any]:
    """What count.py, which shares no code with us, counts."""
    done = subprocess.run([sys.executable, data / "count.py", "--json"], capture_output=True, check=True)
    counted: dict[str, Any] = json.loads(done.stdout)
    return {name: count for name, count in counted.items() if not COMPANION.search(name) and not DERIVED.search(name)}


FILES = (
    "australia/dfat_2026-08.xlsx",
    "canada/sema-lmes_2020-04.xml",
    "canada/sema-lmes_2025-05.xml.gz",
    "ch_reconstructed/consolidated-list_2026-03.RECONSTRUCTED.xml.gz",
    "eu_fsf_xml_reconstructed/xmlFullSanctionsList_1_1_2026-05-01.RECONSTRUCTED.xml.gz",
    "japan/mof_shisantouketsu_2026-03-05.xlsx",
    "ofac_2026-08/sdn.RECONSTRUCTED.csv.gz",
    "ofac_advanced_xml/sdn_advanced_subset_2024-02-23.xml",
    "ofac_consolidated_2025-12/cons_prim.csv",
    "ofac_consolidated_xml/consolidated_2024-05-06.xml.gz",
    "ofac_consolidated_xml/consolidated_2025-03-28.xml.gz",
    "ofac_enhanced_xml/IRGC_enhanced_2024-08-28.xml.gz",
    "ofac_sdn_series/sdn_2024-02-20.csv.gz",
    "ofac_sdn_series/sdn_2024-02-23.csv.gz",
    "ofac_sdn_series/sdn_2024-05-02.csv.gz",
    "ofac_sdn_series/sdn_2024-05-03.csv.gz",
    "uk/fcdo_uksl_summary_2025-08-11.ods",
    "uk/ofsi_conlist_xlsx_2025-04.xlsx",
    "uk_reconstructed/UK-Sanctions-List_2026-08-22.RECONSTRUCTED.xml.gz",
    "un/un_consolidated_2026-02-27.xml.gz",
    "un/un_consolidated_2026-08-01.xml.gz",
    "us_csl_2022-04/consolidated.csv.gz",
)


def test_no_official_file_is_left_out(shared: Path) -> None:
    assert sorted(counts(shared / "data")) == sorted(FILES)


@pytest.mark.parametrize("name", FILES)
def test_kept_and_skipped_together_are_the_independent_count(shared: Path, name: str) -> None:
    path = shared / "data" / "lists" / name
    (file,) = read_lists([path])
    counted = counts(shared / "data")[name]["records"]

    assert reasons(file, name) == SKIPPED.get(name, {})
    if name.startswith("japan/"):
        counted -= rows_of_no_number(path)
    assert file.version.entities == len(file.listings)
    assert len(file.listings) + entries_skipped(file) == counted


def reasons(file: ListFile, name: str) -> dict[str, int]:
    """Count the skipped rows by the reason that is known of this file; an unknown reason stands as it is."""
    told = [skip.reason for skip in file.skipped if not NOTE.match(skip.reason)]
    known = SKIPPED.get(name, {})
    return dict(Counter(next((known_one for known_one in known if re.match(known_one, each)), each) for each in told))


def entries_skipped(file: ListFile) -> int:
    """Count the entries that were skipped: a reason may tell of several at once."""
    told = [skip.reason for skip in file.skipped if not NOTE.match(skip.reason)]
    several = [int(found[1]) for each in told if (found := re.match(r"(\d+) numbers that were struck out", each))]
    return len(told) - len(several) + sum(several)


def rows_of_no_number(path: Path) -> int:
    """Count the rows of Japan's workbook that are no entry, which count.py counts: titles, heads, rows of no number."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a print area that is broken in the file
        book = openpyxl.load_workbook(path, read_only=True)
    others = 0
    with closing(book):
        for sheet in book.worksheets:
            number = None  # in which column the numbers stand, once the head was met
            for cells in sheet.iter_rows(values_only=True):
                texts = ["".join(str(cell or "").split()) for cell in cells]
                is_head = {"告示日付", "告示番号"} <= set(texts)
                if any(cell is not None for cell in cells):
                    others += number is None or is_head or not texts[number]
                number = texts.index("告示番号") if is_head else number
    return others
