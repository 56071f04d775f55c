"""The shelf of stakes: kept whole with their source, found by id, number and name, and taken away again."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nongrata.ownership.registers.recognise import kind_of_register
from nongrata.screening import build_index
from nongrata.store.stakes.edges import EdgeShelf
from nongrata.store.stakes.kept import StakeShelf
from nongrata.values import ListError, StoreError
from tests.ownership.desks import KOLOSS, owner
from tests.screening.listings import list_of, listed

NOW = datetime(2024, 5, 17, 9, 30, tzinfo=UTC)
HEAD = "owner,owned,percent,kind,since,source\n"
CSV = f"{HEAD}Koloss Holding,Mill,more than 25 but not more than 50,votes,2019-03,report\n"
ENTITIES = [
    {"id": "k", "schema": "Company", "properties": {"name": ["Koloss Holding"], "leiCode": ["5299000J2N45DDNE4Y28"]}},
    {"id": "o", "schema": "Ownership", "properties": {"owner": ["k"], "asset": ["m"], "percentage": ["51"]}},
]


def written(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, "utf-8")
    return folder / name


def test_what_is_kept_comes_back_as_it_was_told(tmp_path: Path) -> None:
    shelf = StakeShelf(tmp_path / "home")

    added = shelf.add(written(tmp_path, "stakes.csv", CSV), now=NOW)

    assert (added.is_new, added.source.stakes, added.source.added_at) == (True, 1, "2024-05-17T09:30:00+00:00")
    (stake,) = StakeShelf(tmp_path / "home").into("Mill")
    assert (stake.owner, stake.kind, str(stake.share), str(stake.since)) == (
        "Koloss Holding",
        "votes",
        "more than 25 to 50 %",
        "2019-03",
    )
    assert stake.source == "report"
    assert shelf.of("Koloss Holding") == shelf.into("Mill")


def test_parties_are_found_by_id_by_number_and_by_a_telling_word(tmp_path: Path) -> None:
    shelf = StakeShelf(tmp_path / "home")
    shelf.add(written(tmp_path, "parties.json", "\n".join(map(json.dumps, ENTITIES))), now=NOW)

    by_number = shelf.named((), ["5299000J2N45DDNE4Y28"])
    by_name = shelf.like(["KOLOSS Group"])

    assert [holder.id for holder in by_number] == [holder.id for holder in by_name] == ["k"]
    assert [holder.id for holder in shelf.named(["koloss  HOLDING"], ())] == ["k"]
    assert (shelf.about("k") or by_name[0]).names == ("Koloss Holding",)
    assert shelf.about("nobody") is None
    assert shelf.describes("parties.json")


def test_the_same_bytes_are_there_once_and_a_newer_file_takes_the_place_of_the_older(tmp_path: Path) -> None:
    shelf = StakeShelf(tmp_path / "home")
    path = written(tmp_path, "stakes.csv", CSV)
    shelf.add(path, now=NOW)

    again = shelf.add(path, now=NOW)
    newer = shelf.add(written(tmp_path, "stakes.csv", CSV.replace("Mill", "Works")), now=NOW)

    assert not again.is_new
    assert newer.instead_of == again.source
    assert [source.sha256 for source in shelf.sources()] == [newer.source.sha256]
    assert not shelf.into("Mill")
    assert shelf.remove("stakes.csv") == 1
    assert (shelf.sources(), shelf.remove("stakes.csv")) == ((), 0)


@pytest.mark.parametrize("text", ["", "<html></html>", "PK\x03\x04", "[1, 2]", "name,age\nAnna,3\n"])
def test_a_file_that_is_no_register_is_refused_and_leaves_nothing(tmp_path: Path, text: str) -> None:
    shelf = StakeShelf(tmp_path / "home")

    with pytest.raises(ListError, match="wanted"):
        shelf.add(written(tmp_path, "other", text), now=NOW)

    assert shelf.sources() == ()


def test_a_damaged_shelf_says_what_to_do(tmp_path: Path) -> None:
    written(tmp_path, "stakes.sqlite", "no database, but long enough to be looked at as one" * 40)

    with pytest.raises(StoreError, match=r"stakes\.sqlite: found .*; wanted"):
        StakeShelf(tmp_path).sources()


GLEIF = "Relationship.StartNode.NodeID,Relationship.EndNode.NodeID,Relationship.RelationshipType\nA,B,OTHER\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (CSV, "csv"),
        (json.dumps(ENTITIES[0]), "ftm"),
        ('[{"statementId": "x", "recordType": "entity"}]', "bods"),
        ('{"company_number": "1", "data": {}}', "psc"),
        ('<?xml version="1.0"?><rr:RelationshipData xmlns:rr="x"/>', "gleif"),
        (GLEIF, "gleif-csv"),
    ],
)
def test_a_register_is_told_by_its_content(tmp_path: Path, text: str, kind: str) -> None:
    assert kind_of_register(written(tmp_path, "download", text)) == kind


def test_the_lists_ties_are_gathered_once_for_one_index(tmp_path: Path) -> None:
    plant = listed("Company", "Koloss Plant", ids=[("uk_fcdo", "RUS1")], links=[owner("Koloss Industriya")])
    index = build_index((list_of(KOLOSS), list_of(plant, list_id="uk_fcdo")))
    shelf = EdgeShelf(tmp_path)

    first, again = shelf.edges(index, "key"), shelf.edges(build_index(()), "key")

    assert {id_: list(stakes) for id_, stakes in first.stakes_into.items()} == {
        id_: list(stakes) for id_, stakes in again.stakes_into.items()
    }
    assert (first.holders, first.places) == (again.holders, again.places)
    assert first.places == {"uk_fcdo:RUS1": 0}
    assert not shelf.edges(build_index(()), "another").stakes_into
    shelf.path.write_text("damaged")
    assert shelf.edges(index, "key").holders == first.holders
