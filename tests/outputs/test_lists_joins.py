"""`nongrata lists joins` and `lists judge`, and a story's party with all its listings."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nongrata.desk import open_desk
from nongrata.lists import Designation, EntityId, ListedName, ListFile, ListId, Listing, ListVersion
from nongrata.outputs.lists.joins import add_joins_command
from nongrata.outputs.lists.judge import add_judge_command
from nongrata.settings import Settings
from nongrata.store import ListShelf
from nongrata.store.lists.joins import JoinShelf
from nongrata.values import NongrataError, PartialDate, StoreError

Run = Callable[..., int]
NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def listed(list_id: str, *entries: tuple[str, str, str]) -> ListFile:
    """Give a list of people: id, name and birth date of each."""
    listings = tuple(
        Listing(
            schema="Person",
            names=(ListedName(text=name, kind="primary"),),
            designations=(Designation(list_id=ListId(list_id), entity_id=EntityId(entity_id), caption=name),),
            birth_dates=(PartialDate(born),),
        )
        for entity_id, name, born in entries
    )
    about = ListVersion(
        list_id=ListId(list_id), title=list_id, version="2026-03-01", sha256="0" * 64, entities=len(entries)
    )
    return ListFile(version=about, listings=listings)


OURS = listed("ours", ("1", "PETROV, Ivan Sergeevich", "1961-10-07"), ("2", "SMITH, John", "1950-01-02"))
THEIRS = listed("theirs", ("A", "Ivan Sergeevich PETROV", "1961-10-07"), ("2", "Vanja Petroff", "1961-10-08"))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with two lists that name one man."""
    raw = tmp_path / "raw"
    raw.write_bytes(b"raw")
    for file in (OURS, THEIRS):
        ListShelf(tmp_path / "home").add(file, [raw], now=NOW)
    return tmp_path / "home"


@pytest.fixture
def run(home: Path) -> Run:
    """Run a command as the command line does."""
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers()
    add_joins_command(commands)
    add_judge_command(commands)

    def run_command(*words: str) -> int:
        args = parser.parse_args(words)
        status: int = args.run(args, Settings(home=home))
        return status

    return run_command


def parties(home: Path) -> list[set[str]]:
    """Give the parties of several listings that a story would be screened against."""
    desk = open_desk(Settings(home=home), starter=False)
    return [
        {act.entity_id for act in party.designations} for party in desk.index.parties if len(party.designations) > 1
    ]


def test_a_join_is_shown_with_its_reasons(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("joins") == 0

    said = capsys.readouterr().out.splitlines()
    assert said[:3] == [
        "PETROV, Ivan Sergeevich",
        "  ours:1 PETROV, Ivan Sergeevich",
        "  theirs:A Ivan Sergeevich PETROV",
    ]
    assert "    the same birth date: 1961-10-07" in said


@pytest.mark.parametrize("asked", ["A", "ours:1", "petrov ivan"])
def test_one_party_is_asked_for_by_id_or_name(run: Run, capsys: pytest.CaptureFixture[str], asked: str) -> None:
    run("joins", asked, "--json")

    (row,) = json.loads(capsys.readouterr().out)["rows"]
    assert [entry["entity_id"] for entry in row["entries"]] == ["1", "A"]
    assert row["joins"][0]["score"] == 0.98


def test_who_is_joined_with_none_is_said(run: Run) -> None:
    with pytest.raises(NongrataError, match=r"^smith: found one entry, joined with none; wanted"):
        run("joins", "smith")
    with pytest.raises(NongrataError, match=r"^jones: found on no list in use; wanted"):
        run("joins", "jones")


def test_a_person_overrules_a_join_and_takes_it_back(run: Run, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert parties(home) == [{"1", "A"}]

    assert run("judge", "1", "A", "--not-same", "--by", "mk", "--because", "other father") == 0
    assert capsys.readouterr().out.endswith("Ivan Sergeevich PETROV: not the same\n")
    assert parties(home) == []

    assert run("judge", "1", "A", "--take-back", "--by", "mk") == 0
    assert parties(home) == [{"1", "A"}]
    lines = (home / "judgements.jsonl").read_text().splitlines()
    assert [json.loads(line)[:3] for line in lines] == [["theirs:A", "ours:1", "negative"]] * 2


def test_a_person_joins_what_comparing_did_not(run: Run, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("judge", "ours:1", "theirs:2", "--same", "--by", "mk", "--because", "his own passport")

    assert parties(home) == [{"1", "2", "A"}]
    capsys.readouterr()
    run("joins", "Petrov")
    assert "judged the same by mk" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("2", "1", "--same", "--by", "mk"), "2: found ours:2, theirs:2; wanted one of them, as LIST:ID"),
        (("9", "1", "--same", "--by", "mk"), "9: found no such entry on the lists in use; wanted an id, or LIST:ID"),
        (("1", "1", "--same", "--by", "mk"), "found ours:1 twice; wanted two entries"),
        (("1", "A", "--same", "--by", " "), "found nobody who judges; wanted --by with a name"),
        (("1", "A", "--take-back", "--by", "mk"), "found no judgement of ours:1 and theirs:A; wanted one to take back"),
    ],
)
def test_what_cannot_be_judged_is_said_in_one_line(run: Run, words: tuple[str, ...], said: str) -> None:
    with pytest.raises(NongrataError) as caught:
        run("judge", *words)

    assert str(caught.value) == said


def test_joins_are_found_once_for_the_same_lists(home: Path) -> None:
    shelf = JoinShelf(home)
    (found,) = shelf.joins([OURS, THEIRS])
    kept = shelf.path.read_bytes()

    (bare,) = shelf.joins([OURS, THEIRS])
    assert (bare.left, bare.right, bare.why) == (found.left, found.right, ())
    assert shelf.joins([OURS, THEIRS], with_reasons=True) == (found,)

    other = replace(THEIRS, version=replace(THEIRS.version, sha256="1" * 64))
    assert len(shelf.joins([OURS, other])) == 1
    assert shelf.path.read_bytes() != kept


def test_joins_are_found_when_lists_are_added_so_that_no_story_waits(home: Path) -> None:
    shelf = JoinShelf(home)
    shelf.refresh()
    assert len(shelf.path.read_text().splitlines()) == 3

    JoinShelf(home / "nothing yet").refresh()
    (home / "judgements.jsonl").write_bytes(b"[1]\n")
    shelf.refresh()


@pytest.mark.parametrize("damage", [b"", b"{", b"[]\n[]\n", b"\xff\xfe\n", b"null\n" * 3])
def test_damaged_joins_are_found_again(home: Path, damage: bytes) -> None:
    shelf = JoinShelf(home)
    whole = shelf.joins([OURS, THEIRS])
    head = shelf.path.read_bytes().split(b"\n")[0]

    for data in (damage, head + b"\n" + damage):
        shelf.path.write_bytes(data)
        for with_reasons in (False, True):
            assert [join.left for join in shelf.joins([OURS, THEIRS], with_reasons=with_reasons)] == [whole[0].left]


def test_damaged_judgements_are_not_passed_over(home: Path) -> None:
    (home / "judgements.jsonl").write_bytes(b"[1]\n")

    with pytest.raises(StoreError, match=r"judgements\.jsonl:1: found '\[1\]'; wanted"):
        JoinShelf(home).joins([OURS, THEIRS])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_home_that_cannot_be_written_still_gives_joins(home: Path) -> None:
    home.chmod(0o500)
    try:
        assert len(JoinShelf(home).joins([OURS, THEIRS])) == 1
    finally:
        home.chmod(0o700)
