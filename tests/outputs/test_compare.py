"""`nongrata compare A B`: names, files and JSON in; a verdict with its reasons out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import nongrata
from nongrata.outputs.cli import UNUSABLE
from tests.command import run

Capsys = pytest.CaptureFixture[str]
PUTIN = {"schema": "Person", "properties": {"name": ["Vladimir Putin"], "birthDate": ["1952-10-07"], "country": ["ru"]}}


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A wide terminal, and a home of its own."""
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.setenv("NONGRATA_HOME", str(tmp_path / "home"))


def written(path: Path, told: object) -> Path:
    path.write_text(json.dumps(told), encoding="utf-8")
    return path


def test_two_names_are_shown_side_by_side_with_the_reason(capsys: Capsys) -> None:
    told = run(capsys, "compare", "Vladimir Putin", "ПУТИН, Владимир")

    assert told.status == 0
    assert told.out.startswith("■ match")
    assert "+ the names are the same: “Vladimir Putin” and “ПУТИН, Владимир”" in told.out


def test_two_files_that_contradict_each_other_are_rejected(capsys: Capsys, tmp_path: Path) -> None:
    left = written(tmp_path / "a.json", PUTIN)
    right = written(tmp_path / "b.json", [{"schema": "Person", "name": "Vladimir Putin", "birthDate": "3 May 1971"}])

    told = run(capsys, "compare", left, right)

    assert told.status == 0
    assert told.out.startswith("· rejected")
    assert "− the left’s birth date 7 October 1952 differs from the right’s 3 May 1971 in the year" in told.out
    assert "Russia" in told.out


def test_json_holds_what_the_library_says(capsys: Capsys) -> None:
    right = '{"schema": "Person", "name": "PUTIN, Vladimir", "birthDate": "1952", "shoeSize": "44"}'

    shown = json.loads(run(capsys, "compare", json.dumps(PUTIN), right, "--json").out)

    found = nongrata.compare(PUTIN, json.loads(right))
    assert (shown["schema"], shown["verdict"], shown["score"]) == ("nongrata/comparison/1", "match", found.score)
    assert [reason["says"] for reason in shown["reasons"]] == [reason.says for reason in found.reasons]
    assert shown["reasons"][1] == {
        "rule": "birth_dates", "effect": "for", "says": "both give the birth date 1952", "weight": 0.3
    }  # fmt: skip
    assert [skipped["item"] for skipped in shown["skipped"]] == ["right.shoeSize"]


def test_explain_shows_each_rule_with_its_weight_and_which_word_stands_for_which(capsys: Capsys) -> None:
    plain = run(capsys, "compare", json.dumps(PUTIN), "Wladimir Putin").out
    told = run(capsys, "compare", json.dumps(PUTIN), "Wladimir Putin", "--explain").out

    assert "rank" in told
    assert "rank" not in plain
    assert "vladimir" in told
    assert "wladimir" in told


def test_what_was_not_compared_is_said(capsys: Capsys) -> None:
    told = run(capsys, "compare", '{"name": "Kim", "birthDate": "soon"}', "Kim")

    assert "not compared: left.birthDate: 'soon' is no date" in told.out


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["", "Kim"], "a name with letters or digits"),
        (["Kim", "{"], "no JSON"),
        (["Kim", "[1, 2].json"], "no such file"),
        (["Kim", "Kim", "--schema", "Dragon"], "one of"),
        (["Kim", "Kim", "--on", "soon"], "a day as YYYY-MM-DD"),
        (["Kim"], "found no RIGHT"),
        (["Kim", "x" * 100_000], "at most 1,000"),
    ],
    ids=["empty", "broken", "missing", "schema", "day", "one name", "long"],
)
def test_unusable_input_is_one_line(words: list[str], wanted: str, capsys: Capsys) -> None:
    told = run(capsys, "compare", *words)

    assert told.status == UNUSABLE
    assert wanted in told.only_line
    assert len(told.only_line) < 400


def test_a_file_that_is_no_entity_is_one_line(capsys: Capsys, tmp_path: Path) -> None:
    (tmp_path / "bytes.json").write_bytes(b"\xff\xfe\x00{")
    (tmp_path / "deep.json").write_text("[" * 100_000, encoding="utf-8")
    written(tmp_path / "two.json", [PUTIN, PUTIN])
    (tmp_path / "folder.json").mkdir()

    for name in ("bytes", "deep", "two", "folder"):
        told = run(capsys, "compare", tmp_path / f"{name}.json", "Kim")
        assert (told.status, "wanted" in told.only_line) == (UNUSABLE, True), name
