"""Events written for the tools of the event-data community."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from nongrata.outputs.cli import main
from nongrata.outputs.story.as_gdelt import COLUMNS

STORY = """SEOUL, March 12 - South Korea accused North Korea of shipping shells to Russia.

Poland and Lithuania condemned North Korea in Warsaw on Monday. =SUM(A1:A9) condemned Seoul.
"""


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NONGRATA_HOME", str(tmp_path / "home"))
    path = tmp_path / "story.txt"
    path.write_text(STORY, "utf-8")
    return path


def read(story: Path, option: str, name: str) -> str:
    """Give the file that reading the story with an option writes."""
    target = story.parent / name
    assert main(["read", str(story), "--published", "2024-03-12", option, str(target)]) == 0
    return target.read_text("utf-8")


def test_plover_records_keep_the_accusation_apart_from_the_deed(story: Path) -> None:
    accuse, aid, *_ = map(json.loads, read(story, "--plover", "events.jsonl").splitlines())

    assert (accuse["event"], accuse["status"], accuse["quad"]) == ("ACCUSE", "asserted", 3)
    assert (aid["event"], aid["status"]) == ("AID", "alleged")
    assert [actor["code"] for actor in (*aid["source"], *aid["target"], *aid["saidBy"])] == [
        "PRKGOV", "RUSGOV", "KORGOV",
    ]  # fmt: skip
    assert aid["text"] in STORY and aid["date"] == "2024-03-12"


def test_a_row_of_the_table_is_one_event_with_all_its_actors(story: Path) -> None:
    rows = list(csv.DictReader(read(story, "--gdelt", "events.csv").splitlines()))
    (condemn,) = [row for row in rows if "Warsaw" in row["EventText"]]

    assert list(condemn) == list(COLUMNS)
    assert (condemn["Actor1Name"], condemn["Actor1CountryCode"]) == ("Poland; Lithuania", "POL; LTU")
    assert (condemn["SQLDATE"], condemn["EventRootCode"], condemn["QuadClass"]) == ("20240311", "11", "3")


def test_no_cell_of_the_table_is_a_formula(story: Path) -> None:
    rows = list(csv.reader(read(story, "--gdelt", "events.csv").splitlines()))

    assert any("SUM(" in cell for row in rows for cell in row)
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_a_place_west_of_greenwich_stays_a_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NONGRATA_HOME", str(tmp_path / "home"))
    story = tmp_path / "story.txt"
    story.write_text("BRASILIA, March 12 - Cuba and Chad held talks in Brasilia on Monday.\n", "utf-8")
    (row,) = csv.DictReader(read(story, "--gdelt", "events.csv").splitlines())

    assert float(row["ActionGeo_Long"]) < 0


def test_the_story_itself_is_not_overwritten(story: Path) -> None:
    assert main(["read", str(story), "--plover", str(story)]) == 2
    assert story.read_text("utf-8") == STORY
