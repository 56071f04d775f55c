"""Two hundred records of OFAC's csv and of the UN's XML come back field by field, read here by other means."""

from __future__ import annotations

import csv
import gzip
import io
import random
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from nongrata.lists import Listing, read_lists
from nongrata.values import fold

pytestmark = pytest.mark.shared
SAMPLE = 200
SDN = "ofac_sdn_series/sdn_2024-05-03.csv.gz"
UN = "un/un_consolidated_2026-08-01.xml.gz"


def by_id(path: Path) -> dict[str, Listing]:
    (file,) = read_lists([path])
    return {str(listing.designations[0].entity_id): listing for listing in file.listings}


def folded(texts: object) -> set[str]:
    assert isinstance(texts, (list, tuple, set))
    return {fold(str(text)) for text in texts}


def sample_of_ofac(path: Path) -> list[list[str]]:
    rows = csv.reader(io.StringIO(gzip.decompress(path.read_bytes()).decode("utf-8", "replace")))
    whole = [[field.strip() for field in row] for row in rows if len(row) == 12]
    return random.Random(7).sample(whole, SAMPLE)


def test_two_hundred_rows_of_ofacs_csv_come_back(shared: Path) -> None:
    path = shared / "data" / "lists" / SDN
    listings = by_id(path)

    for number, name, kind, program, title, *_, remarks in sample_of_ofac(path):
        listing = listings[number]
        assert listing.caption == name
        assert listing.designations[0].programs == tuple(re.split(r"\] \[", program))
        assert listing.schema in {"individual": ("Person",), "vessel": ("Vessel",), "aircraft": ("Airplane",)}.get(
            kind, ("Company", "LegalEntity", "Organization")
        )
        if title != "-0-" and kind == "individual":
            assert folded(title.split(";")) <= folded(listing.positions)
        for day, month, year in re.findall(r"DOB (\d{2}) (\w{3}) (\d{4})(?=[;.])", remarks):
            assert any(str(born).startswith(year) and str(born).endswith(day) for born in listing.birth_dates), month
        for imo in re.findall(r"IMO (\d{7})", remarks):
            assert any(each.kind == "imo" and imo in each.value for each in listing.identifiers)
        for passport in re.findall(r"(?<!\w)Passport (\w+) \(", remarks):
            assert any(each.kind == "passport" and each.value == passport for each in listing.identifiers)
        for inn in re.findall(r"Tax ID No\. (\d+) \(Russia\)", remarks):
            assert any(each.value == inn for each in listing.identifiers)
        for other in re.findall(r"Linked To: ([^.;]+)[.;]", remarks):
            assert fold(other) in " | ".join(fold(link.to_name) for link in listing.links)


def texts_of(entry: ElementTree.Element, path: str) -> list[str]:
    return [each.text.strip() for each in entry.iterfind(path) if each.text and each.text.strip()]


def test_two_hundred_entries_of_the_uns_list_come_back(shared: Path) -> None:
    path = shared / "data" / "lists" / UN
    listings = by_id(path)
    root = ElementTree.fromstring(gzip.decompress(path.read_bytes()))  # our own copy of an official file
    entries = random.Random(7).sample([*root.iter("INDIVIDUAL"), *root.iter("ENTITY")], SAMPLE)

    for entry in entries:
        listing = listings[entry.findtext("REFERENCE_NUMBER", "").strip()]
        act = listing.designations[0]
        parts = [entry.findtext(f"{part}_NAME", "") for part in ("FIRST", "SECOND", "THIRD", "FOURTH")]
        assert set(fold(" ".join(parts)).split()) <= set(fold(" ".join(name.text for name in listing.names)).split())
        assert act.listed_on is not None
        assert str(act.listed_on) == entry.findtext("LISTED_ON", "")[:10]
        assert act.programs == (entry.findtext("UN_LIST_TYPE", "").strip(),)
        names = " | ".join(fold(name.text) for name in listing.names)
        for alias in texts_of(entry, "INDIVIDUAL_ALIAS/ALIAS_NAME"):
            assert set(fold(alias.partition("(")[0]).split()) <= set(names.split()), alias
        for year in texts_of(entry, "INDIVIDUAL_DATE_OF_BIRTH/YEAR"):
            assert any(year in str(born) for born in listing.birth_dates)
        for office in texts_of(entry, "DESIGNATION/VALUE"):
            assert folded([office]) <= folded(list(listing.positions)) | folded([" ".join(listing.positions)]), office
        for number in texts_of(entry, "INDIVIDUAL_DOCUMENT/NUMBER"):
            assert fold(number) in " | ".join(fold(each.value) for each in listing.identifiers), number
