"""The official lists of the European Union and the United Kingdom beside the checkout: counted and compared."""

from __future__ import annotations

import gzip
import json
import random
import re
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from nongrata.lists import ListFile, Listing
from nongrata.lists.publishers.eu.from_xml import read_eu
from nongrata.lists.publishers.uk.from_xml import read_uk
from nongrata.lists.publishers.uk.ofsi import read_ofsi
from nongrata.lists.publishers.uk.sheet import read_uk_sheet

pytestmark = pytest.mark.shared

EU = "eu_fsf_xml_reconstructed/xmlFullSanctionsList_1_1_2026-05-01.RECONSTRUCTED.xml.gz"
EU_LINES = "eu_ammitto/eu_fsf_2026-05-01.jsonl.gz"
UK = "uk_reconstructed/UK-Sanctions-List_2026-08-22.RECONSTRUCTED.xml.gz"
UK_LINES = "uk_ammitto/uk_sanctions_2026-08-22.jsonl.gz"
OFSI = "uk/ofsi_conlist_xlsx_2025-04.xlsx"
ODS = "uk/fcdo_uksl_summary_2025-08-11.ods"
READERS: dict[str, Callable[[Path], ListFile]] = {EU: read_eu, UK: read_uk, OFSI: read_ofsi, ODS: read_uk_sheet}
KINDS = {
    "Person": {"person", "Individual"},
    "Vessel": {"Ship"},
    "Company": {"enterprise", "Entity"},
    "LegalEntity": {"enterprise", "Entity"},
}


@lru_cache(maxsize=1)
def counts(data: Path) -> dict[str, Any]:
    """What count.py, which shares no code with us, counts."""
    done = subprocess.run([sys.executable, data / "count.py", "--json"], capture_output=True, check=True)
    counted: dict[str, Any] = json.loads(done.stdout)
    return counted


@lru_cache(maxsize=4)
def read(path: Path, name: str) -> ListFile:
    started = time.process_time()
    file = READERS[name](path / name)
    assert time.process_time() - started < 30
    return file


@pytest.fixture(scope="module")
def lists(shared: Path) -> Path:
    return shared / "data" / "lists"


def entries(file: ListFile) -> dict[str, Listing]:
    return {listing.designations[0].entity_id: listing for listing in file.listings}


def lines(path: Path) -> dict[str, Any]:
    with gzip.open(path, "rt", encoding="utf-8") as opened:
        records = map(json.loads, opened)
        return {record.get("eu_reference_number") or record.get("unique_id"): record for record in records}


def said(*parts: str | None) -> str:
    text = " ".join(" ".join(part for part in parts if part).split())
    # Marks of direction, which a reader takes out, stand in a few names.
    return re.sub(r"[\u200e\u200f\u202a-\u202e\ufeff]", "", text).strip()


@pytest.mark.parametrize("name", list(READERS))
def test_the_counts_are_those_of_the_independent_count(lists: Path, name: str) -> None:
    counted, file = counts(lists.parent)[name], read(lists, name)

    assert len(file.listings) + len(file.skipped) == counted["records"]
    # Two rows of the ods have no name: nobody could be found by them.
    assert [skip.reason for skip in file.skipped] == (
        ["entry BEL0174 without a name", "entry RUS1467 without a name"] if name == ODS else []
    )
    if not file.skipped:
        kinds = Counter(next(k for k in counted["kinds"] if k in KINDS[each.schema]) for each in file.listings)
        assert kinds == Counter(counted["kinds"])


@pytest.mark.parametrize(("name", "derived"), [(EU, EU_LINES), (UK, UK_LINES)])
def test_the_ids_are_those_of_the_derived_lines(lists: Path, name: str, derived: str) -> None:
    assert set(entries(read(lists, name))) == set(lines(lists / derived))


def test_two_hundred_entries_of_the_unions_list_come_back_from_the_derived_lines(lists: Path) -> None:
    file, records = read(lists, EU), lines(lists / EU_LINES)
    for listing in random.Random(3).sample(file.listings, 200):
        (act,) = listing.designations
        record = records[act.entity_id]

        assert {name.text for name in listing.names} == {said(name["whole_name"]) for name in record["name_aliases"]}
        assert act.source_url == record["regulations"][0]["publication_url"]
        born = {birth["birthdate"] for birth in record.get("birthdates", []) if birth.get("birthdate")}
        assert born <= {date.text.removesuffix("~") for date in listing.birth_dates}
        assert len(listing.birth_dates) <= len(record.get("birthdates", []))
        cities = {said(address.get("city")) for address in record.get("addresses", [])} - {""}
        assert cities == {address.city for address in listing.addresses if address.city}
        numbers = {re.sub(r"\W", "", each["number"]) for each in record.get("identifications", [])} - {""}
        assert numbers <= {re.sub(r"\W", "", found.value) for found in listing.identifiers}


def test_two_hundred_entries_of_the_uks_list_come_back_from_the_derived_lines(lists: Path) -> None:
    file, records = read(lists, UK), lines(lists / UK_LINES)
    for listing in random.Random(5).sample(file.listings, 200):
        (act,) = listing.designations
        record = records[act.entity_id]
        names = {said(*(name.get(f"name{part}") for part in range(1, 7))) for name in record["names"]["names"]}
        other = {said(each["name_non_latin_script"]) for each in record.get("non_latin_names", {}).get("names", [])}

        assert {name.text for name in listing.names} == (names | other) - {""}
        assert act.listed_on is not None
        assert act.listed_on.text == record["date_designated"]
        assert {date.text for date in act.amended_on} == {record["last_updated"]} - {record["date_designated"]}
        assert act.programs == (record["regime_name"],)
        groups = {found.value for found in listing.identifiers if found.kind == "ofsi_group"}
        assert groups == {record["ofsi_group_id"]} if record.get("ofsi_group_id") else not groups
        reasons = said(record.get("uk_statement_of_reasons"))
        assert (act.reason or "").startswith(reasons[:800])
        for address in record.get("addresses", {}).get("addresses", []):
            told = [said(text) for key, text in address.items() if text]
            assert any(all(part.rstrip(",") in found.text for part in told) for found in listing.addresses)


def test_two_hundred_groups_of_ofsi_come_back_from_their_rows(lists: Path) -> None:
    file = read(lists, OFSI)
    with closing(openpyxl.load_workbook(lists / OFSI, read_only=True)) as book:
        _, header, *table = book.worksheets[0].iter_rows(values_only=True)
    at = {str(name): place for place, name in reversed(list(enumerate(header)))}
    groups = defaultdict(list)
    for row in table:
        groups[str(row[at["Group ID"]])].append({name: str(row[place] or "") for name, place in at.items()})
    for listing in random.Random(9).sample(file.listings, 200):
        (act,) = listing.designations
        (group,) = (found.value for found in listing.identifiers if found.kind == "ofsi_group")
        rows = groups[group]

        names = {said(*(row[f"Name {part}"] for part in range(1, 7))) for row in rows}
        assert {name.text for name in listing.names} == (
            names | {said(row["Name Non-Latin Script"]) for row in rows}
        ) - {""}
        reference = re.search(r"\(UK Sanctions List Ref\):\s*([A-Za-z]+[\d.]*\d)", rows[0]["Other Information"])
        assert act.entity_id == (reference[1] if reference else f"OFSI-{group}")
        day, month, year = rows[0]["UK Sanctions List Date Designated"].split("/")
        assert str(act.listed_on) == f"{year}-{month}-{day}"
        assert len(listing.birth_dates) == len({row["DOB"] for row in rows} - {""})
        numbers = {re.sub(r"\W", "", part) for row in rows for part in re.split(r"\(\d+\)", row["Passport Number"])}
        passports = "".join(re.sub(r"\W", "", found.value) for found in listing.identifiers if found.kind == "passport")
        assert all(number in passports for number in numbers)
        for row in rows:
            told = [said(row[f"Address {part}"]).rstrip(",") for part in range(1, 7)]
            assert any(all(part in found.text for part in told) for found in listing.addresses) or not any(told)


def test_both_uk_files_know_a_party_by_one_id(lists: Path) -> None:
    sheet, full = entries(read(lists, OFSI)), entries(read(lists, UK))

    assert len(set(sheet) & set(full)) > 4_500
    assert sheet["RUS0251"].caption.upper() == full["RUS0251"].caption.upper() == "VLADIMIR VLADIMIROVICH PUTIN"
    assert sheet["RUS1668"].birth_dates[0].text == "1969-03-23"
