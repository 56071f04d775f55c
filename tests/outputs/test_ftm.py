"""The FollowTheMoney export: valid, linked up, stable, and no doubtful match given as a sanction."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from nongrata.dossiers import Dossier
from nongrata.lists.ftm.entity import Entity
from nongrata.outputs.story.as_ftm import as_ftm

REFERENCES = {"document", "resolved", "entity", "owner", "asset", "subject", "object", "involved", "proof"}


def of_schema(entities: Sequence[Entity], schema: str) -> list[Entity]:
    return [entity for entity in entities if entity["schema"] == schema]


def named(entities: Sequence[Entity], name: str) -> Entity:
    (found,) = [e for e in entities if e["schema"] != "Mention" and e["properties"].get("name") == [name]]
    return found


def test_the_article_holds_the_story_without_what_is_glued_to_it(dossier: Dossier) -> None:
    (article,) = of_schema(list(as_ftm(dossier)), "Article")

    assert article["properties"]["title"] == ["Minister tours blacklisted yard"]
    assert article["properties"]["publishedAt"] == ["2024-05-03"]
    assert article["properties"]["sourceUrl"] == ["https://news.example/yard"]
    assert "Rain in Riga" not in article["properties"]["bodyText"][0]


def test_every_reference_leads_to_an_entity(dossier: Dossier) -> None:
    entities = list(as_ftm(dossier))
    ids = {entity["id"] for entity in entities}

    assert len(ids) == len(entities)
    for entity in entities:
        for name in REFERENCES & set(entity["properties"]):
            assert set(entity["properties"][name]) <= ids, (entity["schema"], name)
    assert all(re.fullmatch(r"ng-[0-9a-f]{40}", id_) for id_ in ids)


def test_the_same_dossier_gives_the_same_entities_again(dossier: Dossier) -> None:
    assert list(as_ftm(dossier)) == list(as_ftm(dossier))


def test_a_sanction_stands_for_each_matched_listing(dossier: Dossier) -> None:
    entities = list(as_ftm(dossier))
    orlov = named(entities, "Ivan Orlov")
    sanctions = [s for s in of_schema(entities, "Sanction") if s["properties"]["entity"] == [orlov["id"]]]

    assert orlov["properties"]["topics"] == ["sanction"]
    assert [s["properties"]["authorityId"] for s in sanctions] == [["1"], ["EU.1.2"], ["77"]]
    assert [s["properties"].get("listingDate") for s in sanctions] == [["2022-03-31"], ["2025-01-10"], None]
    assert sanctions[0]["properties"]["status"] == ["Active"]
    assert sanctions[0]["properties"]["country"] == ["us"]


def test_a_namesake_has_a_note_and_no_sanction(dossier: Dossier) -> None:
    entities = list(as_ftm(dossier))
    anna = named(entities, "Anna Orlov")

    assert not [s for s in of_schema(entities, "Sanction") if s["properties"]["entity"] == [anna["id"]]]
    assert "topics" not in anna["properties"]
    assert anna["properties"]["notes"][0].startswith("Not the same as ORLOV, Ivan")


def test_holdings_are_edges_with_their_share(dossier: Dossier) -> None:
    entities = list(as_ftm(dossier))
    yard, ship = named(entities, "Baltic Yard"), named(entities, "Sea Lark")
    edges = [edge["properties"] for edge in of_schema(entities, "Ownership")]

    assert [(edge["asset"], edge.get("percentage")) for edge in edges if edge["owner"] == [yard["id"]]] == [
        ([named(entities, "North Dock")["id"]], None),
        ([ship["id"]], ["62.5"]),
    ]
    assert ship["properties"]["imoNumber"] == ["IMO9999993"]
    assert ship["properties"]["topics"] == ["sanction.linked"]


def test_an_owner_outside_the_story_gets_an_entity(dossier: Dossier) -> None:
    (report,) = dossier.stories
    ship = report.parties[4]
    (exposure,) = ship.ownership
    step = replace(exposure.path[0], owner="Holding of Others")
    changed = replace(ship, ownership=(replace(exposure, path=(step,)),))
    entities = list(as_ftm(replace(dossier, stories=(replace(report, parties=(changed,), events=()),))))

    assert named(entities, "Holding of Others")["schema"] == "Company"


def test_an_event_says_its_status_and_who_says_so(dossier: Dossier) -> None:
    entities = list(as_ftm(dossier))
    event = named(entities, "Sea Lark allegedly gave aid to Syria")

    assert event["properties"]["description"] == ["alleged, alleged by Ukraine"]
    assert event["properties"]["country"] == ["sy"]
    links = [link["properties"] for link in of_schema(entities, "UnknownLink")]
    assert [link["subject"] for link in links if link["object"] == [event["id"]]] == [
        [named(entities, "Sea Lark")["id"]]
    ]


def test_a_week_is_given_by_its_first_and_last_day(dossier: Dossier) -> None:
    event = named(list(as_ftm(dossier)), "Sea Lark allegedly gave aid to somebody in Syria")

    assert event["properties"]["startDate"] == ["2024-04-29"]
    assert event["properties"]["endDate"] == ["2024-05-05"]


def test_control_characters_stay_out(dossier: Dossier) -> None:
    (report,) = dossier.stories
    party = replace(report.parties[0].party, name="Anna\x00\x1b[31m Orlov\u202e")
    changed = replace(report, parties=(replace(report.parties[0], party=party),), events=())

    assert named(list(as_ftm(replace(dossier, stories=(changed,)))), "Anna [31m Orlov")


@pytest.mark.ftm
def test_followthemoney_accepts_every_value(dossier: Dossier, ftm: str, tmp_path: Path) -> None:
    entities = {entity["id"]: entity for entity in as_ftm(dossier)}
    given, kept = tmp_path / "given.json", tmp_path / "kept.json"
    given.write_text("".join(json.dumps(entity) + "\n" for entity in entities.values()), "utf-8")

    subprocess.run([ftm, "validate", "-i", given, "-o", kept], check=True, timeout=120)

    cleaned = {row["id"]: row for row in map(json.loads, kept.read_text("utf-8").splitlines())}
    assert set(cleaned) == set(entities)
    for id_, entity in entities.items():
        entity["properties"].pop("language", None)  # becomes the three-letter code
        for name, values in entity["properties"].items():
            assert sorted(cleaned[id_]["properties"].get(name, [])) == sorted(values), (entity["schema"], name)
