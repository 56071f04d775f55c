"""The US Consolidated Screening List, as csv and as JSON."""

from __future__ import annotations

import csv
import gzip
import io
import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from nongrata.lists import Address, Identifier, Link, ListedName, ListFile, Listing
from nongrata.lists.publishers.csl import is_csl_header, is_csl_record, read_csl
from nongrata.values import ListError, PartialDate

HEADER = (
    "_id", "source", "entity_number", "type", "programs", "name", "title", "addresses", "federal_register_notice",
    "start_date", "end_date", "standard_order", "license_requirement", "license_policy", "call_sign", "vessel_type",
    "gross_tonnage", "gross_registered_tonnage", "vessel_flag", "vessel_owner", "remarks", "source_list_url",
    "alt_names", "citizenships", "dates_of_birth", "nationalities", "places_of_birth", "source_information_url", "ids",
)  # fmt: skip
SDN = "Specially Designated Nationals (SDN) - Treasury Department"
EL = "Entity List (EL) - Bureau of Industry and Security"
ROWS: tuple[dict[str, str], ...] = (
    {
        "_id": "21944", "source": SDN, "entity_number": "21944", "type": "Individual", "programs": "IFSR; SDGT",
        "name": "TESTOV, Ivan", "title": "Director, Test Works; Colonel", "addresses": "Room 5; Bldg 3, Moscow, RU; SY",
        "remarks": "(Linked To: TEST WORKS; Linked To: PROBER, Ali)", "alt_names": "TESTOFF, Ivan; VANYA",
        "citizenships": "CY", "dates_of_birth": "1961-05-09; circa 1962", "nationalities": "RU",
        "places_of_birth": "Tver, Russia", "source_information_url": "https://ofac.example/sdn",
        "ids": "RU, 2010-02-01, 2020-02-01, 4509123456, Passport; Male, Gender; RU, 770300358016, Tax ID No.; "
        "1Bqwertyuiop, Digital Currency Address - XBT; "
        "Subject to Secondary Sanctions, Additional Sanctions Information -",
    },
    {
        "_id": "8f2c", "source": EL, "name": "Test Trading Co., Ltd.", "addresses": "Sofia, BG",
        "start_date": "2019-05-21", "license_policy": "Presumption of denial.", "federal_register_notice": "84 FR 1",
    },
    {
        "_id": "30", "source": SDN, "entity_number": "30", "type": "Vessel", "name": "GREY PROBER",
        "call_sign": "5LHW6", "vessel_flag": "Panama",
        "vessel_owner": "Prober Inc", "vessel_type": "Tug", "programs": "DPRK4",
        "ids": "IMO 1790183, Vessel Registration Identification; 677048400, MMSI",
    },
    {"_id": "31", "source": SDN, "entity_number": "31", "type": "Aircraft", "name": "RA-00001", "programs": "SDGT"},
)  # fmt: skip

Write = Callable[..., Path]


def as_csv(*rows: dict[str, str]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, HEADER, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def as_json() -> str:
    person = {
        **ROWS[0],
        "id": "SDN-21944",
        "programs": ["IFSR", "SDGT"],
        "addresses": [
            {"address": "Room 5; Bldg 3", "city": "Moscow", "state": None, "postal_code": "", "country": "RU"},
            {"address": None, "city": None, "country": "SY"},
        ],
        "alt_names": ["TESTOFF, Ivan", "VANYA"],
        "citizenships": ["CY"],
        "dates_of_birth": ["1961-05-09", "circa 1962"],
        "nationalities": ["RU"],
        "places_of_birth": ["Tver, Russia"],
        "ids": [
            {"type": "Passport", "number": "4509123456", "country": "RU", "issue_date": "2010-02-01"},
            {"type": "Gender", "number": "Male", "country": None},
            {"type": "Tax ID No.", "number": "770300358016", "country": "RU"},
            {"type": "Digital Currency Address - XBT", "number": "1Bqwertyuiop"},
            {"type": "Additional Sanctions Information -", "number": "Subject to Secondary Sanctions"},
        ],
    }
    company = {"id": "8f2c", "source": EL, "name": ROWS[1]["name"], "alt_names": None, "source_information_url": ""}
    return json.dumps({"total": 2, "results": [person, company]})


@pytest.fixture
def csl(write: Write) -> ListFile:
    return read_csl(write("csl.csv", as_csv(*ROWS)))


def test_a_person_of_the_screening_list_is_read_into_fields(csl: ListFile) -> None:
    person = csl.listings[0]
    (designation,) = person.designations

    assert (person.schema, person.caption) == ("Person", "TESTOV, Ivan")
    assert person.names[1:] == (ListedName(text="TESTOFF, Ivan"), ListedName(text="VANYA"))
    assert [date.text for date in person.birth_dates] == ["1961-05-09", "1962~"]
    assert (person.birth_places, person.genders) == (("Tver, Russia",), ("male",))
    assert person.countries == ("ru", "cy", "sy")
    assert person.positions == ("Director, Test Works", "Colonel")
    assert person.addresses == (
        Address(text="Room 5; Bldg 3, Moscow, RU", country="ru"),
        Address(text="SY", country="sy"),
    )
    assert person.identifiers == (
        Identifier(kind="passport", value="4509123456", country="ru"),
        Identifier(kind="inn", value="770300358016", country="ru"),
        Identifier(kind="wallet", value="1Bqwertyuiop"),
    )
    assert [link.to_name for link in person.links] == ["TEST WORKS", "PROBER, Ali"]
    assert (designation.list_id, designation.entity_id) == ("us_csl", "SDN-21944")
    assert designation.programs == ("IFSR", "SDGT")
    assert designation.source_url == "https://ofac.example/sdn"
    assert "Additional Sanctions Information: Subject to Secondary Sanctions." in (designation.reason or "")


def test_an_entry_of_the_entity_list_says_since_when_and_by_which_notice(csl: ListFile) -> None:
    company = csl.listings[1]
    (designation,) = company.designations

    assert (company.schema, designation.entity_id, designation.authority) == ("Company", "EL-8f2c", EL)
    assert designation.programs == ("Entity List (EL)",)
    assert designation.listed_on == PartialDate("2019-05-21")
    assert designation.reason == "Federal Register: 84 FR 1. License policy: Presumption of denial."


def test_vessels_and_aircraft_bear_their_numbers_and_owner(csl: ListFile) -> None:
    vessel, aircraft = csl.listings[2:]

    assert (vessel.schema, aircraft.schema) == ("Vessel", "Airplane")
    assert vessel.countries == ("pa",)
    assert [(found.kind, found.value) for found in vessel.identifiers] == [
        ("callsign", "5LHW6"),
        ("imo", "1790183"),
        ("mmsi", "677048400"),
    ]
    assert vessel.links == (Link(kind="owner", to_name="Prober Inc", source="Vessel Owner: Prober Inc"),)
    assert aircraft.identifiers == (Identifier(kind="tail_number", value="RA-00001"),)


def test_the_json_says_what_the_csv_says(csl: ListFile, write: Write) -> None:
    person, company = read_csl(write("csl.json", as_json())).listings

    assert person.designations == csl.listings[0].designations
    assert person.names == csl.listings[0].names
    assert person.identifiers == csl.listings[0].identifiers
    assert person.addresses[0] == Address(text="Room 5; Bldg 3, Moscow, RU", city="Moscow", country="ru")
    assert company.designations[0].entity_id == "EL-8f2c"


def test_one_party_from_two_sources_is_two_entries_and_twice_from_one_is_one(write: Write) -> None:
    other = {**ROWS[0], "source": "Capta List (CAP) - Treasury Department"}

    file = read_csl(write("csl.csv", as_csv(*ROWS, other, other)), version="2022-04-21")

    assert (file.version.entities, file.version.version) == (5, "2022-04-21")
    assert [skip.reason for skip in file.skipped] == ["entry CAP-21944 a second time"]


def test_a_row_of_the_wrong_width_is_skipped(write: Write) -> None:
    file = read_csl(write("csl.csv", as_csv(*ROWS) + "a,b\n"))

    assert [skip.reason for skip in file.skipped] == ["a row of 2 columns"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (as_csv(*ROWS)[:-20], "last row is cut"),
        ("name,price\ntea,4\n", "columns name, price"),
        (as_csv(), "0 entries"),
        (as_csv(*ROWS) + '"open\n', "damaged row"),
        (as_json()[:-20], "JSON that is damaged"),
        ("[" * 100_000, "JSON that is damaged"),
        ('{"results": 5}', "JSON without a list"),
        ('{"results": [4, null, "x"]}', "3 that cannot be used"),
    ],
)
def test_a_screening_list_that_is_none_is_refused(write: Write, text: str, found: str) -> None:
    with pytest.raises(ListError, match=found):
        read_csl(write("csl", text))


def test_the_screening_list_is_known_by_its_beginning() -> None:
    assert is_csl_header(HEADER)
    assert not is_csl_header(["id", "name"])
    assert is_csl_record(json.loads(as_json()))
    assert not is_csl_record({"id": "NK-1", "schema": "Person"})


@pytest.mark.shared
def test_the_shared_screening_list_is_whole(shared: Path) -> None:
    path = shared / "data/lists/us_csl_2022-04/consolidated.csv.gz"
    file = read_csl(path)
    with gzip.open(path, "rt", encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))

    assert len(rows) == len(file.listings) + len(file.skipped) == 14_160
    assert [skip.reason for skip in file.skipped] == ["entry CAP-15268 a second time"]
    read = {listing.designations[0].entity_id.partition("-")[2]: listing for listing in file.listings}
    for row in random.Random(14160).sample([row for row in rows if "(SSI)" not in row["source"]], 200):
        if row["source"] in {act.authority for act in read[row["_id"]].designations}:
            assert_the_same(row, read[row["_id"]])


def assert_the_same(row: dict[str, str], listing: Listing) -> None:
    (designation,) = listing.designations
    schemas = {"Individual": "Person", "Vessel": "Vessel", "Aircraft": "Airplane"}
    assert listing.caption == " ".join(row["name"].split())
    assert {name.text for name in listing.names[1:]} <= {part.strip() for part in row["alt_names"].split(";")}
    assert len(listing.names) >= len({part.strip() for part in row["alt_names"].split(";") if part.strip()})
    assert listing.schema in (schemas.get(row["type"]), "Company", "LegalEntity")
    if row["programs"]:
        assert "; ".join(designation.programs) == " ".join(row["programs"].split())
    assert (designation.listed_on.text if row["start_date"] and designation.listed_on else "") == row["start_date"]
    nations = {code.strip().lower() for code in f"{row['nationalities']};{row['citizenships']}".split(";")} - {""}
    assert nations <= {*listing.countries}
    assert "; ".join(address.text for address in listing.addresses) == "; ".join(
        dict.fromkeys(part for each in row["addresses"].split(";") if (part := " ".join(each.split())))
    )
    exact = [part.strip() for part in row["dates_of_birth"].split(";") if part.strip()]
    assert len(listing.birth_dates) == len(set(exact)) or listing.schema != "Person"
    told = {found.value for found in listing.identifiers}
    for each in row["ids"].split(";"):
        if each.endswith((", Passport", ", Tax ID No.", ", Registration ID")):
            assert each.split(", ")[-2] in told
