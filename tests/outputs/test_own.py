"""`nongrata own`: what is kept, what is answered, in which shapes, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.command import Told, run

Run = Callable[..., Told]

STAKES = """owner,owned,percent,source
Rosneft,Hafen Holding GmbH,60,register
Hafen Holding GmbH,Lotse & Söhne <Kiel>,51,register
Anna Orlova,Lotse & Söhne <Kiel>,49,register
Hafen Holding GmbH,Kaimauer AG,130,typo
"""
NAME = "Lotse & Söhne <Kiel>"


@pytest.fixture
def own(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """The command over a home of its own."""
    monkeypatch.setenv("NONGRATA_HOME", str(tmp_path / "home"))
    return partial(run, capsys, "own")


@pytest.fixture
def stakes(tmp_path: Path) -> str:
    """A table of stakes, one of them impossible."""
    path = tmp_path / "stakes.csv"
    path.write_text(STAKES, "utf-8")
    return str(path)


def test_the_answer_has_verdicts_their_arithmetic_and_the_tree(own: Run, stakes: str) -> None:
    told = own(NAME, "--stakes", stakes)

    assert told.status == 0
    assert "United States, blocking" in told.out
    assert "Hafen Holding GmbH 51 %; wanted 50 percent or more of the shares: blocked" in " ".join(told.out.split())
    assert "Rosneft › 60 % › Hafen Holding GmbH › 51 % › Lotse" in " ".join(told.out.split())
    assert "├─ 51 %  Hafen Holding GmbH" in told.out
    assert "└─ 49 %  Anna Orlova" in told.out


def test_json_has_every_regime_with_its_sum_its_law_and_its_paths(own: Run, stakes: str) -> None:
    found = json.loads(own(NAME, "--stakes", stakes, "--json").out)

    assert found["schema"] == "nongrata/ownership/1"
    regimes = {regime["id"]: regime for regime in found["regimes"]}
    assert (regimes["us_ofac"]["verdict"], regimes["us_ofac"]["sum"]) == ("blocked", {"low": 51, "high": 51})
    assert "FAQ 398" in regimes["us_ofac"]["law"]
    assert [link["owner"] for link in regimes["us_ofac"]["paths"][0]["links"]] == ["Rosneft", "Hafen Holding GmbH"]
    assert found["made_by"]["stakes"][0]["sha256"]


def test_what_cannot_be_right_is_shown_and_changes_nothing(own: Run, stakes: str) -> None:
    found = json.loads(own("Kaimauer AG", "--stakes", stakes, "--json", "--regime", "us_ofac").out)

    assert [regime["verdict"] for regime in found["regimes"]] == ["unknown"]
    assert [conflict["says"] for conflict in found["conflicts"]] == ["typo: a share of 130 percent: wanted 0 to 100"]


def test_entities_have_their_stakes_and_say_who_is_listed(own: Run, stakes: str) -> None:
    entities = [json.loads(line) for line in own(NAME, "--stakes", stakes, "--ftm").out.splitlines()]

    by_name = {entity["properties"]["name"][0]: entity for entity in entities if "name" in entity["properties"]}
    assert by_name["Rosneft"]["properties"]["topics"] == ["sanction"]
    assert by_name[NAME]["properties"]["topics"] == ["sanction.linked"]
    assert "topics" not in by_name["Anna Orlova"]["properties"]
    shares = [entity["properties"]["percentage"] for entity in entities if entity["schema"] == "Ownership"]
    assert ["60"] in shares


def test_the_picture_is_one_file_of_escaped_text(own: Run, stakes: str, tmp_path: Path) -> None:
    own(NAME, "--stakes", stakes, "--svg", str(tmp_path / "own.svg"))

    text = (tmp_path / "own.svg").read_text("utf-8")
    root = ElementTree.fromstring(text)
    words = " ".join(root.itertext())
    assert NAME in words
    assert "51 %" in words
    assert not {"script", "image", "use", "foreignObject"} & {each.tag.rpartition("}")[2] for each in root.iter()}
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
    assert "prefers-color-scheme:dark" in text


def test_stakes_that_are_kept_are_used_shown_and_taken_away(own: Run, stakes: str) -> None:
    added = own("add", stakes)
    asked = own(NAME, "--json")
    shown = own("show")
    removed = own("remove", "stakes.csv")

    assert (added.status, "4 stakes" in added.out) == (0, True)
    assert json.loads(asked.out)["regimes"][0]["verdict"] == "blocked"
    assert shown.out.startswith("stakes.csv  csv, 4 stakes")
    assert (removed.status, own("show").out) == (0, "No stakes are kept: nongrata own add stakes.csv\n")


def test_what_cannot_be_used_of_a_file_named_for_one_question_is_told(own: Run, tmp_path: Path) -> None:
    path = tmp_path / "stakes.jsonl"
    path.write_text('{"schema": "Ownership", "id": "o", "properties": {}}\n{"schema": "Ownership", broken\n', "utf-8")

    told = own("Rosneft", "--stakes", path)

    assert told.status == 0
    assert told.err.splitlines() == [
        f"note: {path}:1: Ownership without owner or asset",
        f"note: {path}:2: a line that is no JSON",
    ]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "error: found no NAME"),
        (["Mill", "--regime", "mars"], "error: --regime='mars': wanted one of"),
        (["Mill", "--stakes", "missing.csv"], "error: missing.csv"),
        (["remove", "missing.csv"], "error: remove='missing.csv'"),
        (["Mill", "--svg", "/nowhere/own.svg"], "error: --svg="),
    ],
)
def test_what_cannot_be_done_is_one_line(own: Run, words: list[str], says: str) -> None:
    told = own(*words)

    assert told.status == 2
    assert told.err.startswith(says)
    assert told.err.count("\n") == 1


def test_somebody_nobody_knows_is_no_clearance(own: Run) -> None:
    told = own("Quartz Bakery")

    assert "no list and no source of stakes speaks of it" in told.out


def test_the_corporation_s_plants_are_found_below_it_by_its_name(own: Run) -> None:
    found = json.loads(own("United Aircraft Corporation", "--json").out)

    ties = {(stake["owner"], stake["owned"]) for stake in found["stakes"]}
    assert ("United Aircraft Corporation", "Sukhoi Company") in ties
    assert ("Sukhoi Company", "Komsomolsk-on-Amur Aviation Plant") in ties
    assert ("United Aircraft Corporation", "PJSC Yakovlev") in ties
    linked = {stake["kind"] for stake in found["stakes"] if stake["owned"] == "PJSC Yakovlev"}
    assert linked == {"linked"}
