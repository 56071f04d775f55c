"""Canada's XML, record by record."""

from __future__ import annotations

import gzip
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from nongrata.lists import Identifier, ListedName, ListFile, Listing
from nongrata.lists.publishers.sema import read_sema
from nongrata.values import ListError, PartialDate

LIST = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<data-set xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <record>
    <Country>Testland / Pays d'essai</Country><LastName>PROBER</LastName><GivenName>Nikolai Petrovich</GivenName>
    <Aliases>Mikalai, Kolya PROBER; Belarusian: Мікалай Пробер, Russian : Николай Пробер</Aliases>
    <DateOfBirthOrShipBuildDate>1968-12-02</DateOfBirthOrShipBuildDate><Schedule>1, Part 1</Schedule><Item>7</Item>
    <DateOfListing>2023-02-24</DateOfListing>
  </record>
  <record>
    <Country>Testland / Pays d'essai</Country>
    <EntityOrShip>Proberski Zavod OAO (Prober Tractor Works)</EntityOrShip>
    <Aliases>PZ Trading Co., Ltd., Prober/Пробер, formerly Kolkhoz Works</Aliases>
    <Schedule>1, Part 2</Schedule><Item>7</Item>
  </record>
  <record>
    <Country>Testland / Pays d'essai</Country><EntityOrShip>Grey Prober</EntityOrShip>
    <TitleOrShip>Oil Tanker</TitleOrShip><ShipIMONumber>1790183</ShipIMONumber>
    <DateOfBirthOrShipBuildDate>1980</DateOfBirthOrShipBuildDate><Schedule>1.1</Schedule><Item>1</Item>
  </record>
  <record>
    <Country>Other / Autre</Country><Title>General/général</Title><LastName>Ngoro</LastName>
    <DateOfBirth>born in the early 1970s</DateOfBirth><Item>3</Item>
  </record>
</data-set>"""
TODAY = (
    LIST.replace("<Country>", "<Country-Pays>")
    .replace("</Country>", "</Country-Pays>")
    .replace("EntityOrShip>", "EntityOrShip-EntiteOuNavire>")
    .replace("LastName>", "LastName-NomDeFamille>")
    .replace("Schedule>", "Schedule-Annexe>")
    .replace("Item>", "Item-NumeroDarticle>")
)

Write = Callable[..., Path]


@pytest.fixture
def sema(write: Write) -> ListFile:
    return read_sema(write("sema.xml", LIST))


def test_a_canadian_person_is_read_into_fields(sema: ListFile) -> None:
    person = sema.listings[0]
    (designation,) = person.designations

    assert (person.schema, person.caption) == ("Person", "Nikolai Petrovich PROBER")
    assert person.birth_dates == (PartialDate("1968-12-02"),)
    assert (designation.list_id, designation.entity_id) == ("ca_sema", "Testland|1, Part 1|7")
    assert designation.programs == ("Testland / Pays d'essai",)
    assert designation.listed_on == PartialDate("2023-02-24")
    assert person.names[1:] == (
        ListedName(text="Mikalai", kind="weak"),
        ListedName(text="Kolya PROBER"),
        ListedName(text="Мікалай Пробер"),
        ListedName(text="Николай Пробер"),
    )


def test_a_canadian_company_bears_the_names_in_and_behind_its_own(sema: ListFile) -> None:
    company = sema.listings[1]

    assert company.schema == "Company"
    assert company.names == (
        ListedName(text="Proberski Zavod OAO (Prober Tractor Works)", kind="primary"),
        ListedName(text="Proberski Zavod OAO"),
        ListedName(text="Prober Tractor Works"),
        ListedName(text="PZ Trading Co., Ltd."),
        ListedName(text="Prober"),
        ListedName(text="Пробер"),
        ListedName(text="Kolkhoz Works", kind="former"),
    )


def test_a_canadian_ship_bears_its_number_and_was_not_born(sema: ListFile) -> None:
    ship = sema.listings[2]

    assert (ship.schema, ship.birth_dates) == ("Vessel", ())
    assert ship.identifiers == (Identifier(kind="imo", value="1790183"),)
    assert ship.designations[0].reason == "Oil Tanker. Built 1980."
    assert ship.designations[0].legal_act == "Schedule 1.1"


def test_an_entry_without_a_schedule_has_an_id_too(sema: ListFile) -> None:
    general = sema.listings[3]

    assert general.designations[0].entity_id == "Other||3"
    assert general.positions == ("General",)
    assert general.designations[0].reason == "Date of birth: born in the early 1970s."


def test_the_longer_names_of_the_elements_are_known(sema: ListFile, write: Write) -> None:
    assert read_sema(write("sema.xml", TODAY)).listings == sema.listings


def test_the_canadian_file_is_dated_by_whoever_fetched_it(sema: ListFile, write: Write) -> None:
    assert sema.version.version == "undated"
    assert read_sema(write("sema.xml", LIST), version="2025-05-25").version.version == "2025-05-25"


def test_a_record_without_a_name_or_an_item_is_skipped(write: Write) -> None:
    one = LIST.replace("<LastName>Ngoro</LastName>", "")

    file = read_sema(write("sema.xml", one))

    assert (file.version.entities, [skip.reason for skip in file.skipped]) == (3, ["entry Other||3 without a name"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (LIST[:-100], "breaks off"),
        ("<export><record/></export>", "begins with <export>"),
        ("<data-set/>", "0 entries"),
        (LIST.replace("Item", "Number"), "4 that cannot be used"),
        ('<!DOCTYPE x [<!ENTITY a "aa">]><data-set>&a;</data-set>', "document type"),
    ],
)
def test_a_canadian_file_that_is_none_is_refused(write: Write, text: str, found: str) -> None:
    with pytest.raises(ListError, match=found):
        read_sema(write("sema.xml", text))


@pytest.mark.shared
@pytest.mark.parametrize(("name", "count"), [("sema-lmes_2020-04.xml", 1369), ("sema-lmes_2025-05.xml.gz", 4759)])
def test_the_shared_canadian_lists_are_whole(shared: Path, name: str, count: int) -> None:
    path = shared / "data/lists/canada" / name
    file = read_sema(path)
    with gzip.open(path) if name.endswith(".gz") else path.open("rb") as raw:
        records = list(etree.parse(raw).getroot())

    assert len(file.listings) == len(records) == count
    assert file.skipped == ()
    for record, listing in random.Random(count).sample(list(zip(records, file.listings, strict=True)), 200):
        assert_the_same({str(child.tag): " ".join((child.text or "").split()) for child in record}, listing)


def assert_the_same(raw: dict[str, str], listing: Listing) -> None:
    (designation,) = listing.designations
    name = raw.get("EntityOrShip") or raw.get("Entity") or f"{raw.get('GivenName', '')} {raw['LastName']}".strip()
    assert listing.caption == name
    country = raw["Country"].split(" /")[0]
    assert designation.entity_id == f"{country}|{raw.get('Schedule', '')}|{raw['Item']}"
    assert designation.programs == (raw["Country"],)
    assert (designation.listed_on.text if designation.listed_on else None) == raw.get("DateOfListing")
    assert (listing.schema == "Person") == ("LastName" in raw)
    assert (listing.schema == "Vessel") == ("ShipIMONumber" in raw)
    assert [found.value for found in listing.identifiers] == [raw[tag] for tag in raw if tag == "ShipIMONumber"]
    birth = raw.get("DateOfBirthOrShipBuildDate", raw.get("DateOfBirth", ""))
    if listing.schema == "Person" and birth.replace("-", "").isdecimal() and len(birth) != 9:
        assert [date.text for date in listing.birth_dates] == [birth]
    aliases = re.sub(r"\b[A-Z][a-z]+ ?:| or | OR |formerly|previously", " ", raw.get("Aliases", ""))
    assert {*filter(str.isalpha, aliases)} <= {letter for one in listing.names for letter in one.text}
