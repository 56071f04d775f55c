"""The official files beside the checkout: counted independently, and single entries looked at."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from nongrata.lists import EntityId, Identifier, ListFile, Listing, lines_of, load_json, read_lists

pytestmark = pytest.mark.shared

OFAC = {
    "ofac_sdn_series/sdn_2024-02-20.csv.gz": "2024-02-20",
    "ofac_sdn_series/sdn_2024-02-23.csv.gz": "2024-02-23",
    "ofac_sdn_series/sdn_2024-05-02.csv.gz": "2024-05-02",
    "ofac_sdn_series/sdn_2024-05-03.csv.gz": "2024-05-03",
    "ofac_2026-08/sdn.RECONSTRUCTED.csv.gz": "2026-08",
    "ofac_consolidated_2025-12/cons_prim.csv": "2025-12",
}
UN = {"un/un_consolidated_2026-02-27.xml.gz": "2026-02-27", "un/un_consolidated_2026-08-01.xml.gz": "2026-08-01"}
KINDS = {
    "Person": "individual",
    "Vessel": "vessel",
    "Airplane": "aircraft",
    "Company": "entity",
    "LegalEntity": "entity",
}


@lru_cache(maxsize=1)
def counts(data: Path) -> dict[str, Any]:
    """What count.py, which shares no code with us, counts."""
    done = subprocess.run([sys.executable, data / "count.py", "--json"], capture_output=True, check=True)
    counted: dict[str, Any] = json.loads(done.stdout)
    return counted


@lru_cache(maxsize=8)
def read(path: Path) -> ListFile:
    (file,) = read_lists([path])
    return file


def entries(file: ListFile) -> dict[str, Listing]:
    return {listing.designations[0].entity_id: listing for listing in file.listings}


@pytest.fixture(scope="module")
def lists(shared: Path) -> Path:
    return shared / "data" / "lists"


@pytest.mark.parametrize(("name", "version"), [*OFAC.items(), *UN.items()])
def test_the_entries_are_those_of_an_independent_count(shared: Path, lists: Path, name: str, version: str) -> None:
    counted = counts(shared / "data")[name]
    file = read(lists / name)

    kinds: dict[str, int] = {}
    for listing in file.listings:
        kind = KINDS[listing.schema]
        kinds[kind] = kinds.get(kind, 0) + 1
    assert file.version.entities == counted["records"]
    assert kinds == counted["kinds"]
    assert file.version.version == version


@pytest.mark.parametrize(
    ("old", "new", "added", "removed"),
    [
        ("ofac_sdn_series/sdn_2024-02-20.csv.gz", "ofac_sdn_series/sdn_2024-02-23.csv.gz", 553, 0),
        ("ofac_sdn_series/sdn_2024-05-02.csv.gz", "ofac_sdn_series/sdn_2024-05-03.csv.gz", 0, 8),
        ("un/un_consolidated_2026-02-27.xml.gz", "un/un_consolidated_2026-08-01.xml.gz", 16, 8),
    ],
)
def test_versions_differ_by_what_was_published(lists: Path, old: str, new: str, added: int, removed: int) -> None:
    before, after = entries(read(lists / old)), entries(read(lists / new))

    assert len(after.keys() - before.keys()) == added
    assert len(before.keys() - after.keys()) == removed


def test_every_alias_and_address_row_is_told(shared: Path, lists: Path) -> None:
    counted = counts(shared / "data")
    file = read(lists / "ofac_2026-08" / "sdn.RECONSTRUCTED.csv.gz")
    names = sum(1 for listing in file.listings for name in listing.names if name.kind in ("alias", "former"))

    # Aliases that a party bears twice, and addresses that say nothing, are told once or not at all.
    assert 0.99 < names / counted["ofac_2026-08/alt.csv.gz"]["records"] < 1.05
    assert sum(len(listing.addresses) for listing in file.listings) > 21_000


def test_known_entries_of_the_sdn_list(lists: Path) -> None:
    found = entries(read(lists / "ofac_2026-08" / "sdn.RECONSTRUCTED.csv.gz"))
    kim, uac, plant = found["20157"], found["36431"], found["35341"]

    assert (kim.caption, kim.schema) == ("KIM, Jong Un", "Person")
    assert [date.text for date in kim.birth_dates] == ["1984-01-08"]
    assert kim.designations[0].programs == ("DPRK3",)
    assert kim.countries == ("kp",)
    assert {name.text: name.kind for name in uac.names}["OJSC UAC"] == "former"
    assert uac.designations[0].programs == ("UKRAINE-EO13662", "RUSSIA-EO14024")
    assert Identifier(kind="inn", value="7708619320", country="ru") in uac.identifiers
    assert Identifier(kind="ogrn", value="1067759884598", country="ru") in uac.identifiers
    assert {address.city for address in uac.addresses} == {"Moscow"}
    assert "KNAAPO" in [name.text for name in plant.names]
    assert [address.city for address in plant.addresses] == ["Komsomolsk On Amur"]


def test_known_entries_of_the_uns_list(lists: Path) -> None:
    badege = entries(read(lists / "un" / "un_consolidated_2026-08-01.xml.gz"))["CDi.001"]

    assert badege.caption == "ERIC BADEGE"
    assert str(badege.designations[0].listed_on) == "2012-12-31"
    assert [date.text for date in badege.birth_dates] == ["1971"]
    assert badege.countries == ("cd", "rw")
    assert badege.genders == ("male",)


def test_nearly_all_remarks_find_their_field(lists: Path) -> None:
    file = read(lists / "ofac_sdn_series" / "sdn_2024-05-03.csv.gz")
    people = [listing for listing in file.listings if listing.schema == "Person"]
    vessels = [listing for listing in file.listings if listing.schema == "Vessel"]

    assert sum(bool(person.birth_dates) for person in people) / len(people) > 0.95
    assert sum(any(found.kind == "imo" for found in ship.identifiers) for ship in vessels) / len(vessels) > 0.95
    unread = [each for each in people if "DOB" in (each.designations[0].reason or "")]
    assert len(unread) < 5


@pytest.mark.parametrize("name", ["ofac_2026-08/sdn.RECONSTRUCTED.csv.gz", "un/un_consolidated_2026-08-01.xml.gz"])
def test_a_whole_list_comes_back_from_json_as_it_was(lists: Path, name: str) -> None:
    file = read(lists / name)
    data = "".join(lines_of(file)).encode()
    start = time.process_time()

    assert load_json(data, name) == file
    # 0.4 s of processor time where it was written; the bound leaves room for slower machines.
    assert time.process_time() - start < 3


def test_ids_are_never_given_twice(lists: Path) -> None:
    for name in (*OFAC, *UN):
        file = read(lists / name)
        ids: set[EntityId] = {listing.designations[0].entity_id for listing in file.listings}
        assert len(ids) == len(file.listings)
