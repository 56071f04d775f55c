"""Every id, name and date of the starter list against the official files, read here without any reader of ours."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from nongrata.lists import Designation, Listing
from nongrata.lists.publishers.starter import read_starter
from nongrata.values import PartialDate, fold

pytestmark = pytest.mark.shared

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
NO_DTD = etree.XMLParser(resolve_entities=False, no_network=True)


@dataclass(kw_only=True)
class Official:
    """One file: its day, and the names and listing day of each id."""

    day: date
    names: dict[str, set[str]] = field(default_factory=dict)
    since: dict[str, str] = field(default_factory=dict)

    def add(self, entity_id: str, *names: str | None) -> None:
        self.names.setdefault(entity_id, set()).update(key(name) for name in names if name)


def key(name: str) -> str:
    """Make names comparable: no order, no case, no script, no honorific full stops."""
    return " ".join(sorted(fold(name).split()))


def gunzip(path: Path) -> str:
    return gzip.decompress(path.read_bytes()).decode("utf-8", "replace")


def lines(path: Path) -> Iterator[dict[str, object]]:
    return (json.loads(line) for line in gunzip(path).splitlines())


def ofac(data: Path, name: str, day: date) -> Official:
    file = Official(day=day)
    for row in csv.reader(io.StringIO(gunzip(data / name))):
        if len(row) > 11:
            file.add(row[0], row[1])
    for alt in ("ofac_2025-01_add_alt/alt.csv.gz", "ofac_2026-08/alt.csv.gz"):
        for row in csv.reader(io.StringIO(gunzip(data / alt))):
            if len(row) > 3 and row[0] in file.names:
                file.add(row[0], row[3])
    return file


def un(data: Path) -> Official:
    file = Official(day=date(2026, 8, 1))
    root = etree.fromstring(gzip.decompress((data / "un/un_consolidated_2026-08-01.xml.gz").read_bytes()), NO_DTD)
    for one in root.iter("INDIVIDUAL", "ENTITY"):
        number = one.findtext("REFERENCE_NUMBER", "").strip()
        parts = [one.findtext(f"{which}_NAME") for which in ("FIRST", "SECOND", "THIRD", "FOURTH")]
        file.add(number, " ".join(part for part in parts if part), *[a.text for a in one.iter("ALIAS_NAME")])
        file.since[number] = one.findtext("LISTED_ON", "")[:10]
    return file


def eu(data: Path) -> Official:
    file = Official(day=date(2026, 2, 26))
    for row in lines(data / "eu_ammitto/eu_fsf_2026-05-01.jsonl.gz"):
        aliases = row.get("name_aliases", [])
        assert isinstance(aliases, list)
        file.add(str(row["eu_reference_number"]), *[alias["whole_name"] for alias in aliases])
    return file


def uk(data: Path) -> Official:
    file = Official(day=date(2026, 8, 22))
    for row in lines(data / "uk_ammitto/uk_sanctions_2026-08-22.jsonl.gz"):
        block = row["names"]
        assert isinstance(block, dict)
        for name in block["names"]:
            file.add(str(row["unique_id"]), " ".join(name.get(f"name{n}", "") for n in range(1, 7)))
        file.since[str(row["unique_id"])] = str(row.get("date_designated", ""))
    return file


def switzerland(data: Path) -> Official:
    file = Official(day=date(2026, 2, 18))
    for row in lines(data / "switzerland/seco_2026-03.jsonl.gz"):
        subject = row.get("individual") or row.get("entity")
        if isinstance(subject, dict):
            for name in subject["identity"].get("names", []):
                file.add(str(row["ssid"]), " ".join(part.get("value", "") for part in name["name_parts"]))
    return file


def australia(data: Path) -> Official:
    file = Official(day=date(2026, 8, 2))
    with zipfile.ZipFile(data / "australia/dfat_2026-08.xlsx") as book:
        strings = etree.fromstring(book.read("xl/sharedStrings.xml"), NO_DTD)
        texts = ["".join(node.itertext()) for node in strings.iter(f"{SHEET}si")]
        sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"), NO_DTD)
    for row in sheet.iter(f"{SHEET}row"):
        cells = {re.sub(r"\d", "", cell.get("r", "")): cell for cell in row.iter(f"{SHEET}c")}
        first, second = (value_of(cells.get(column), texts) for column in "AB")
        if number := re.match(r"\d+", first):
            file.add(number[0], second)
    return file


def value_of(cell: etree._Element | None, texts: list[str]) -> str:
    if cell is None:
        return ""
    value = cell.findtext(f"{SHEET}v") or "".join(cell.itertext())
    return texts[int(value)] if cell.get("t") == "s" else value


def canada(data: Path) -> Official:
    file = Official(day=date(2025, 5, 25))
    root = etree.fromstring(gzip.decompress((data / "canada/sema-lmes_2025-05.xml.gz").read_bytes()), NO_DTD)
    for one in root.iter("record"):
        country, schedule, item = (one.findtext(tag, "").strip() for tag in ("Country", "Schedule", "Item"))
        number = f"{country.split('/')[0].strip()}|{schedule}|{item}"
        whole = one.findtext("EntityOrShip") or one.findtext("Entity")
        file.add(number, whole or f"{one.findtext('GivenName', '')} {one.findtext('LastName', '')}")
        file.since[number] = one.findtext("DateOfListing", "")
    return file


@pytest.fixture(scope="module")
def files(shared: Path) -> Mapping[str, tuple[Official, ...]]:
    data = shared / "data" / "lists"
    return {
        "us_ofac_sdn": (
            ofac(data, "ofac_sdn_series/sdn_2024-05-03.csv.gz", date(2024, 5, 3)),
            ofac(data, "ofac_2026-08/sdn.RECONSTRUCTED.csv.gz", date(2026, 8, 20)),
        ),
        "un_sc": (un(data),),
        "eu_fsf": (eu(data),),
        "uk_fcdo": (uk(data),),
        "ch_seco": (switzerland(data),),
        "au_dfat": (australia(data),),
        "ca_sema": (canada(data),),
    }


def disagreements(listing: Listing, one: Designation, file: Official) -> Iterator[str]:
    """Say where a designation and a file cannot both be right."""
    where = f"{listing.caption}: {one.list_id} {one.entity_id} in the file of {file.day}"
    names = file.names.get(one.entity_id)
    if names is None:
        if one.delisted_on is None and one.listed_on is not None and one.listed_on.latest <= file.day:
            yield f"{where}: missing, though listed and not delisted"
        return
    if one.delisted_on is not None and one.delisted_on.latest < file.day:
        yield f"{where}: still there, though delisted {one.delisted_on}"
    if one.listed_on is not None and one.listed_on.earliest > file.day:
        yield f"{where}: there, though listed only {one.listed_on}"
    if not names & {key(name.text) for name in listing.names} and key(one.caption) not in names:
        yield f"{where}: no name in common: {sorted(names)[:3]}"
    since = file.since.get(one.entity_id)
    if since and one.listed_on is not None and one.listed_on != PartialDate(since):
        yield f"{where}: listed {one.listed_on}, the file says {since}"


def test_every_designation_agrees_with_the_files_of_its_list(files: Mapping[str, tuple[Official, ...]]) -> None:
    found = [
        wrong
        for listing in read_starter().listings
        for one in listing.designations
        for file in files[one.list_id]
        for wrong in disagreements(listing, one, file)
    ]

    assert found == []


def test_every_designation_is_in_the_newest_file_or_marked_as_delisted(
    files: Mapping[str, tuple[Official, ...]],
) -> None:
    missing = [
        f"{listing.caption}: {one.list_id} {one.entity_id}"
        for listing in read_starter().listings
        for one in listing.designations
        if one.delisted_on is None and one.entity_id not in files[one.list_id][-1].names
    ]

    assert missing == []


def test_every_caption_is_a_name_that_its_list_gives(files: Mapping[str, tuple[Official, ...]]) -> None:
    wrong = [
        f"{one.list_id} {one.entity_id}: {one.caption!r}"
        for listing in read_starter().listings
        for one in listing.designations
        for names in [{name for file in files[one.list_id] for name in file.names.get(one.entity_id, set())}]
        if names and key(one.caption) not in names
    ]

    assert wrong == []
