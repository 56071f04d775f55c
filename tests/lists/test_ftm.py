"""FollowTheMoney entities as a list: OpenSanctions' two JSON forms, and a user's own file."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nongrata.lists import Address, Identifier, ListedName, Listing
from nongrata.lists.ftm.from_entities import is_ftm_record, read_ftm
from nongrata.values import ListError, PartialDate

Write = Callable[..., Path]
Raw = dict[str, Any]


def entity(id_: str, schema: str, properties: Raw, **more: object) -> Raw:
    return {"id": id_, "schema": schema, "properties": properties, **more}


ORLOVA = entity(
    "Q1",
    "Person",
    {
        "name": ["Anna Orlova", "Анна Орлова"],
        "alias": ["A. Orlova"],
        "weakAlias": ["Anya"],
        "previousName": ["Anna Sokol"],
        "birthDate": ["1961-10-07", "1962"],
        "birthPlace": ["Tver"],
        "nationality": ["ru"],
        "country": ["ge-ab"],
        "gender": ["female"],
        "position": ["Director"],
        "innCode": ["770300358016"],
        "topics": ["sanction"],
        "addressEntity": ["addr-1"],
        "address": ["1 Beregovaya ul., Tver", "5 Via Prova, Milan"],
    },
    caption="Anna Orlova",
    datasets=["us_ofac_sdn", "eu_fsf"],
    referents=["ofac-101", "eu-fsf-7"],
    target=True,
    last_seen="2026-08-01T10:00:00",
)
SEA_LARK = entity(
    "NK-2",
    "Vessel",
    {"name": ["SEA LARK"], "imoNumber": ["IMO9172038"], "flag": ["ga"], "topics": ["sanction"]},
    caption="SEA LARK",
    datasets=["us_ofac_sdn"],
    target=True,
)
HOLDING = entity("NK-3", "Company", {"name": ["Orlova Holding"]}, datasets=["ext_gleif"], target=False)
OTHERS = [
    entity(
        "s1",
        "Sanction",
        {
            "entity": ["Q1"],
            "authority": ["Office of Foreign Assets Control"],
            "program": ["RUSSIA-EO14024"],
            "startDate": ["2023-05-19"],
            "listingDate": ["2022-03-24"],
            "sourceUrl": ["https://ofac.example/101"],
            "reason": ["Runs the yards."],
        },
        datasets=["us_ofac_sdn"],
    ),
    entity(
        "s2", "Sanction", {"entity": ["Q1"], "program": ["SDGT"], "startDate": ["2024-01-02"]}, datasets=["us_ofac_sdn"]
    ),
    entity(
        "s3",
        "Sanction",
        {"entity": ["Q1"], "authorityId": ["EU.901.1"], "endDate": ["2025-06-30"], "status": ["Inactive"]},
        datasets=["eu_fsf"],
    ),
    entity("s4", "Sanction", {"entity": ["NK-2"]}, datasets=["ua_war_sanctions"]),
    entity("addr-1", "Address", {"full": ["1 Beregovaya ul., Tver"], "city": ["Tver"], "country": ["ru"]}),
    entity("p1", "Passport", {"holder": ["Q1"], "number": ["A 12"], "country": ["ru"]}),
    entity("p2", "Identification", {"holder": ["Q1"], "number": ["77"], "type": ["Birth certificate"]}),
    entity("w1", "CryptoWallet", {"holder": ["Q1"], "publicKey": ["1Bqwertyuiop"]}),
    entity("o1", "Ownership", {"owner": ["Q1"], "asset": ["NK-2"], "percentage": ["50%"]}),
    entity("o2", "Ownership", {"owner": ["NK-3"], "asset": ["NK-2"], "endDate": ["2020"]}),
    entity("u1", "UnknownLink", {"subject": ["NK-2"], "object": ["NK-3"], "role": ["Managed by"]}),
    entity("f1", "Family", {"person": ["Q1"], "relative": ["Q9"], "relationship": ["sister"]}),
    entity("pos", "Position", {"name": ["Minister of Yards"]}, caption="Minister of Yards"),
    entity("occ", "Occupancy", {"holder": ["Q1"], "post": ["pos"]}),
]


def lines(*entities: Raw) -> str:
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in entities)


ENTITIES = lines(OTHERS[0], ORLOVA, HOLDING, SEA_LARK, *OTHERS[1:])


def by_caption(listings: Sequence[Listing]) -> dict[str, Listing]:
    return {listing.caption: listing for listing in listings}


def test_a_person_is_gathered_from_all_her_entities(write: Write) -> None:
    person = by_caption(read_ftm(write("entities.ftm.json", ENTITIES)).listings)["Anna Orlova"]

    assert person.names == (
        ListedName(text="Anna Orlova", kind="primary"),
        ListedName(text="Анна Орлова", kind="alias"),
        ListedName(text="A. Orlova", kind="alias"),
        ListedName(text="Anna Sokol", kind="former"),
        ListedName(text="Anya", kind="weak"),
    )
    assert person.birth_dates == (PartialDate("1961-10-07"), PartialDate("1962"))
    assert (person.birth_places, person.countries, person.genders) == (("Tver",), ("ru", "ge"), ("female",))
    assert person.positions == ("Director", "Minister of Yards")
    assert person.identifiers == (
        Identifier(kind="inn", value="770300358016", country="ru"),
        Identifier(kind="passport", value="A 12", country="ru"),
        Identifier(kind="national_id", value="77"),
        Identifier(kind="wallet", value="1Bqwertyuiop"),
    )
    assert person.addresses == (
        Address(text="1 Beregovaya ul., Tver", city="Tver", country="ru"),
        Address(text="5 Via Prova, Milan"),
    )


def test_sanctions_are_designations_by_the_lists_they_are_from(write: Write) -> None:
    person = by_caption(read_ftm(write("entities.ftm.json", ENTITIES)).listings)["Anna Orlova"]
    ofac, eu = person.designations

    assert (ofac.list_id, ofac.entity_id) == ("us_ofac_sdn", "101")
    assert ofac.programs == ("RUSSIA-EO14024", "SDGT")
    assert (ofac.listed_on, ofac.amended_on) == (PartialDate("2022-03-24"), (PartialDate("2024-01-02"),))
    assert (ofac.authority, ofac.reason) == ("Office of Foreign Assets Control", "Runs the yards.")
    assert ofac.source_url == "https://ofac.example/101"
    assert (eu.list_id, eu.entity_id, eu.delisted_on) == ("eu_fsf", "EU.901.1", PartialDate("2025-06-30"))
    assert eu.reason == "Status: Inactive"


def test_ties_are_links_with_their_share_and_wording(write: Write) -> None:
    found = by_caption(read_ftm(write("entities.ftm.json", ENTITIES)).listings)
    vessel, person = found["SEA LARK"], found["Anna Orlova"]

    assert vessel.identifiers == (Identifier(kind="imo", value="9172038"),)
    assert vessel.designations[0].list_id == "ua_war_sanctions"
    assert [(link.kind, link.to_name, link.to_id, link.share, link.source) for link in vessel.links] == [
        ("owner", "Anna Orlova", ("us_ofac_sdn", "101"), Fraction(1, 2), "Owned by: Anna Orlova (50 %)"),
        ("linked", "Orlova Holding", None, None, "Owned by: Orlova Holding (formerly)"),
        ("linked", "Orlova Holding", None, None, "Linked to: Orlova Holding (Managed by)"),
    ]
    assert [(link.kind, link.source) for link in person.links] == [
        ("linked", "Owns: SEA LARK (50 %)"),
        ("linked", "Family: Q9 (sister)"),
    ]


def test_who_is_only_named_is_no_listing(write: Write) -> None:
    file = read_ftm(write("entities.ftm.json", ENTITIES))

    assert (file.version.list_id, file.version.version, file.version.entities) == ("opensanctions", "2026-08-01", 2)
    assert [skip.reason[:28] for skip in file.skipped] == ["1 entities that nobody lists"]


def test_nested_targets_give_the_same_listings(write: Write) -> None:
    flat = by_caption(read_ftm(write("entities.ftm.json", ENTITIES)).listings)
    sanctions = [{**each, "properties": {**each["properties"], "entity": []}} for each in OTHERS[:3]]
    share = entity("o1", "Ownership", {"asset": [SEA_LARK], "percentage": ["50%"]})
    properties = {
        **ORLOVA["properties"],
        "sanctions": sanctions,
        "addressEntity": [OTHERS[4]],
        "passport": [OTHERS[5]],
        "ownershipOwner": [share],
    }
    nested = read_ftm(write("targets.nested.json", lines({**ORLOVA, "properties": properties})))

    person = by_caption(nested.listings)["Anna Orlova"]
    assert person.designations == flat["Anna Orlova"].designations
    assert person.addresses == flat["Anna Orlova"].addresses
    assert Identifier(kind="passport", value="A 12", country="ru") in person.identifiers
    assert by_caption(nested.listings)["SEA LARK"].links[0].share == Fraction(1, 2)


def test_a_file_that_marks_nobody_lists_everybody_in_it(write: Write) -> None:
    file = read_ftm(
        write(
            "My Watch-List.ftm.json",
            lines(entity("a", "Person", {"name": ["Ada"]}), entity("b", "Company", {"name": "B"})),
        )
    )

    assert file.version.list_id == "ftm_my_watch_list"
    assert [(each.caption, each.designations[0].entity_id) for each in file.listings] == [("Ada", "a"), ("B", "b")]
    assert file.version.version == "undated"


def test_a_file_with_topics_lists_only_whom_they_say(write: Write) -> None:
    politician = entity("c", "Person", {"name": ["Carl"], "topics": ["role.pep"]}, target=True)

    file = read_ftm(write("own.json", lines(SEA_LARK, politician)))

    assert [each.caption for each in file.listings] == ["SEA LARK"]


def test_it_is_told_by_its_first_line() -> None:
    assert is_ftm_record(ORLOVA)
    assert not is_ftm_record({"id": "a", "schema": "Person"})
    assert not is_ftm_record({"schema": "nongrata.list/1", "list_id": "x"})


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "0 entries"),
        (lines(OTHERS[0]), "0 entries"),
        (lines(ORLOVA)[:-30], "a last line cut short"),
        (lines(ORLOVA) + "x\ny\n", "2 that cannot be used"),
        ('{"id": 1, "schema": "Person", "properties": {}}\n', "no FollowTheMoney entity"),
        ("[" * 100_000 + "\n", "no JSON"),
        (lines(entity("a", "Person", {})), "entry a without a name"),
    ],
)
def test_a_file_that_cannot_be_trusted_is_refused(write: Write, content: str, said: str) -> None:
    with pytest.raises(ListError, match=said) as caught:
        read_ftm(write("own.json", content))
    assert "\n" not in str(caught.value)


def test_a_single_bad_line_is_skipped(write: Write) -> None:
    file = read_ftm(write("own.json", lines(SEA_LARK) + '{"id": ""}\n' + lines(ORLOVA)))

    assert [skip.item.endswith("own.json:2") for skip in file.skipped] == [True]
    assert len(file.listings) == 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100, deadline=5_000)
@given(st.floats(0, 1), st.binary(min_size=1, max_size=40))
def test_damage_gives_a_list_or_a_refusal(write: Write, where: float, junk: bytes) -> None:
    data = ENTITIES.encode()
    at = int(where * len(data))
    for damaged in (data[:at], data[:at] + junk + data[at + len(junk) :], data[:at] + junk * 50 + data[at:]):
        try:
            assert read_ftm(write("own.json", damaged)).listings
        except ListError as error:
            assert "\n" not in str(error)
