"""A list as FollowTheMoney entities, which its own tools accept and we can read back."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from nongrata.lists import (
    Address,
    Designation,
    EntityId,
    Identifier,
    Link,
    ListedName,
    ListFile,
    ListId,
    Listing,
    ListVersion,
)
from nongrata.lists.ftm.as_entities import as_ftm, listing_as_ftm
from nongrata.lists.ftm.entity import Entity
from nongrata.lists.ftm.from_entities import read_ftm
from nongrata.values import PartialDate

SDN, UN = ListId("us_ofac_sdn"), ListId("un_sc")


def act(entity: str, caption: str, list_id: ListId = SDN, *, delisted: str | None = None) -> Designation:
    return Designation(
        list_id=list_id,
        entity_id=EntityId(entity),
        caption=caption,
        authority="OFAC",
        programs=("RUSSIA-EO14024",),
        listed_on=PartialDate("2022-03-24"),
        delisted_on=None if delisted is None else PartialDate(delisted),
        source_url="https://ofac.example/101",
        reason="Runs the yards.",
        amended_on=(PartialDate("2023-05-19"),),
    )


PETROV = Listing(
    schema="Person",
    names=(
        ListedName(text="PETROV, Ivan", kind="primary"),
        ListedName(text="Петров, Иван"),
        ListedName(text="PETROFF", kind="former"),
        ListedName(text='"VANYA"', kind="weak"),
    ),
    designations=(act("101", "PETROV, Ivan"), act("QDi.901", "IVAN PETROV", UN, delisted="2025-06-30")),
    birth_dates=(PartialDate("1961-10-07"), PartialDate("1962~"), PartialDate("1960/1963")),
    birth_places=("Tver, Russia",),
    countries=("ru", "su"),
    genders=("male",),
    positions=("Director",),
    identifiers=(
        Identifier(kind="passport", value="A 12", country="ru"),
        Identifier(kind="inn", value="7708619320", country="ru"),
        Identifier(kind="inn", value="7708619321", country="ru"),
        Identifier(kind="email", value="Ivan@YARDS.example"),
        Identifier(kind="wallet", value="1Bqwertyuiop"),
    ),
    addresses=(Address(text="1 Beregovaya ul., Tver, Russia", city="Tver", country="ru"),),
    links=(
        Link(
            kind="linked", to_name="VOLGA YARDS LLC", to_id=(SDN, EntityId("102")), source="Linked To: VOLGA YARDS LLC"
        ),
        Link(kind="linked", to_name="NOBODY KNOWN", source="Linked To: NOBODY KNOWN"),
    ),
)
YARDS = Listing(
    schema="Company",
    names=(ListedName(text="VOLGA YARDS LLC", kind="primary"),),
    designations=(act("102", "VOLGA YARDS LLC"),),
    links=(
        Link(
            kind="owner",
            to_name="PETROV",
            to_id=(SDN, EntityId("101")),
            share=Fraction(1, 2),
            source="Owned by: PETROV",
        ),
    ),
)
HERON = Listing(
    schema="Vessel",
    names=(ListedName(text="GREY HERON", kind="primary"),),
    designations=(act("103", "GREY HERON", delisted="2024-01-01"),),
    identifiers=(Identifier(kind="imo", value="9172038"), Identifier(kind="imo", value="9172039")),
)
LIST = ListFile(
    version=ListVersion(list_id=SDN, title="SDN", version="2026-01-01", sha256="0" * 64, entities=3),
    listings=(PETROV, YARDS, HERON),
)


def of_schema(schema: str) -> list[Entity]:
    return [entity for entity in as_ftm(LIST) if entity["schema"] == schema]


def test_a_person_bears_its_names_numbers_and_days() -> None:
    (person,) = of_schema("Person")
    told = person["properties"]

    assert (told["name"], told["alias"]) == (["PETROV, Ivan"], ["Петров, Иван"])
    assert (told["previousName"], told["weakAlias"]) == (["PETROFF"], ["VANYA"])
    assert (told["birthDate"], told["country"]) == (["1961-10-07"], ["ru", "suhh"])
    assert (told["innCode"], told["email"]) == (["7708619320"], ["Ivan@yards.example"])
    assert told["topics"] == ["sanction"]
    assert told["notes"] == ["Born: 1962~", "Born: 1960/1963", "inn: 7708619321", "wallet: 1Bqwertyuiop"]


def test_each_designation_is_a_sanction() -> None:
    ofac, un, *_ = of_schema("Sanction")

    assert ofac["properties"]["authorityId"] == ["101"]
    assert ofac["properties"]["listingDate"] == ["2022-03-24"]
    assert ofac["properties"]["modifiedAt"] == ["2023-05-19"]
    assert "endDate" not in ofac["properties"]
    assert (un["properties"]["unscId"], un["properties"]["endDate"]) == (["QDi.901"], ["2025-06-30"])
    assert un["properties"]["status"] == ["Inactive"]


def test_a_delisted_vessel_has_no_topic_and_notes_what_is_no_number() -> None:
    (vessel,) = of_schema("Vessel")

    assert "topics" not in vessel["properties"]
    assert vessel["properties"]["imoNumber"] == ["IMO9172038"]
    assert vessel["properties"]["notes"] == ["imo: 9172039"]


def test_owners_own_and_others_are_linked() -> None:
    (person,), (company,) = of_schema("Person"), of_schema("Company")
    (owned,), links = of_schema("Ownership"), of_schema("UnknownLink")

    assert owned["properties"]["owner"] == [person["id"]]
    assert (owned["properties"]["asset"], owned["properties"]["percentage"]) == ([company["id"]], ["50"])
    assert [link["properties"]["role"] for link in links] == [["Linked To"], ["Linked To"]]
    assert links[0]["properties"]["object"] == [company["id"]]
    assert [entity["properties"]["name"] for entity in of_schema("LegalEntity")] == [["NOBODY KNOWN"]]


def test_the_same_listing_gives_the_same_ids_and_each_once() -> None:
    ids = [entity["id"] for entity in as_ftm(LIST)]

    assert ids == [entity["id"] for entity in as_ftm(LIST)]
    assert len(set(ids)) == len(ids)
    assert next(listing_as_ftm(PETROV))["id"] == of_schema("Person")[0]["id"]


def test_it_can_be_read_back(write: Callable[..., Path]) -> None:
    path = write("sdn.ftm.json", "".join(json.dumps(entity) + "\n" for entity in as_ftm(LIST)))
    found = {listing.caption: listing for listing in read_ftm(path).listings}
    person = found["PETROV, Ivan"]

    assert {name.text: name.kind for name in person.names} == {
        "PETROV, Ivan": "primary",
        "Петров, Иван": "alias",
        "PETROFF": "former",
        "VANYA": "weak",
    }
    assert [(one.list_id, one.entity_id) for one in person.designations] == [(SDN, "101"), (UN, "QDi.901")]
    assert [replaced.amended_on for replaced in person.designations] == [(PartialDate("2023-05-19"),)] * 2
    assert person.designations[0].reason == "Runs the yards."
    assert person.addresses == PETROV.addresses
    assert PETROV.identifiers[0] in person.identifiers
    (owner,) = (link for link in found["VOLGA YARDS LLC"].links if link.kind == "owner")
    assert (owner.share, owner.to_id) == (Fraction(1, 2), (SDN, "101"))
    assert found["GREY HERON"].designations[0].delisted_on == PartialDate("2024-01-01")


@pytest.mark.ftm
def test_followthemoney_accepts_every_value(ftm: str, tmp_path: Path) -> None:
    entities = {entity["id"]: entity for entity in as_ftm(LIST)}
    given, kept = tmp_path / "given.json", tmp_path / "kept.json"
    given.write_text("".join(json.dumps(entity) + "\n" for entity in entities.values()), "utf-8")

    subprocess.run([ftm, "validate", "-i", given, "-o", kept], check=True, timeout=120)

    cleaned = {row["id"]: row for row in map(json.loads, kept.read_text("utf-8").splitlines())}
    assert set(cleaned) == set(entities)
    for id_, entity in entities.items():
        for name, values in entity["properties"].items():
            assert sorted(cleaned[id_]["properties"].get(name, [])) == sorted(values), (entity["schema"], name)


def test_the_legal_act_stands_with_the_reason_unless_that_names_it() -> None:
    plain = act("101", "PETROV, Ivan")
    by_act = replace(plain, legal_act="Executive Order 14024", legal_act_url="https://law.example/14024")
    named = replace(by_act, reason="Runs the yards; Legal act: Executive Order 14024", legal_act_url="javascript:x")
    told = [
        entity["properties"]
        for designation in (plain, by_act, named)
        for entity in listing_as_ftm(replace(PETROV, designations=(designation,)))
        if entity["schema"] == "Sanction"
    ]

    assert [one["reason"] for one in told] == [
        ["Runs the yards."],
        ["Runs the yards.", "Legal act: Executive Order 14024"],
        ["Runs the yards; Legal act: Executive Order 14024"],
    ]
    assert [one.get("programUrl") for one in told] == [None, ["https://law.example/14024"], None]


def test_the_legal_act_and_its_address_can_be_read_back(write: Callable[..., Path]) -> None:
    plain = act("101", "PETROV, Ivan")
    by_act = replace(plain, legal_act="2022/581 (OJ L110)", legal_act_url="https://law.example/581")
    named = replace(plain, reason="Runs the yards; Legal act: 2022/581 (OJ L110)", legal_act="2022/581 (OJ L110)")
    for told in (plain, by_act, named, replace(by_act, reason=None)):
        entities = listing_as_ftm(replace(PETROV, designations=(told,), links=()))
        path = write("list.ftm.json", "".join(json.dumps(entity) + "\n" for entity in entities))
        ((read,),) = (listing.designations for listing in read_ftm(path).listings)

        assert (read.legal_act, read.legal_act_url) == (told.legal_act, told.legal_act_url)
        assert (read.reason, read.source_url) == (told.reason, told.source_url)
