"""`nongrata lists add` and `lists show`."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from nongrata.outputs.lists.command import add_lists_commands
from nongrata.settings import Settings
from nongrata.values import ListError, SettingError

Run = Callable[..., int]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run a command as the command line does, in a home of its own."""
    parser = argparse.ArgumentParser()
    add_lists_commands(parser.add_subparsers())

    def run_command(*words: str) -> int:
        args = parser.parse_args(["lists", *words])
        status: int = args.run(args, Settings(home=tmp_path / "home"))
        return status

    return run_command


def sdn(folder: Path, count: int = 3, name: str = "sdn.csv") -> str:
    empty = ",".join(["-0- "] * 8)
    rows = "".join(f'{number},"PARTY {number}","individual","SDGT",{empty}\r\n' for number in range(count))
    (folder / name).write_bytes(rows.encode() + b"\x1a")
    return str(folder / name)


def test_a_list_is_added_and_shown(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("add", sdn(tmp_path), "--dated", "2026-03-01") == 0
    said = capsys.readouterr().out
    assert "OFAC Specially Designated Nationals, version 2026-03-01, 3 entries: in use from now on" in said
    assert "3 people" in said
    assert "no alt.csv was given or lies beside it: its aliases are missing" in said
    assert "\x1b" not in said, "no colour where it is piped"

    assert run("show") == 0
    assert "us_ofac_sdn: OFAC Specially Designated Nationals, version 2026-03-01" in capsys.readouterr().out


def test_json_tells_all(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("add", sdn(tmp_path), "--dated", "2026-03-01", "--json")
    (row,) = json.loads(capsys.readouterr().out)["lists"]
    assert (row["list_id"], row["version"], row["entities"]) == ("us_ofac_sdn", "2026-03-01", 3)
    assert row["schemas"] == {"Person": 3}
    assert len(row["skipped"]) == 2

    run("show", "--json")
    shown = json.loads(capsys.readouterr().out)
    assert shown["schema"] == "nongrata/lists/1"
    assert [each["is_current"] for each in shown["lists"]] == [True]


def test_without_lists_the_starter_list_is_named(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("show") == 0
    assert "the starter list is used" in capsys.readouterr().out
    run("show", "--json")
    assert json.loads(capsys.readouterr().out)["lists"] == []


def test_of_several_versions_the_newest_is_left_in_use(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new, old = sdn(tmp_path, 4, "sdn_2026-02-01.csv"), sdn(tmp_path, 3, "sdn_2026-01-01.csv")
    run("add", new, old)
    run("add", old)
    assert "kept for its day; a later one stays in use" in capsys.readouterr().out
    run("show")
    shown = capsys.readouterr().out
    assert "version 2026-02-01, 4 entries" in shown
    assert "also kept: version 2026-01-01, 3 entries" in shown


def test_a_list_that_shrank_is_taken_only_with_accept(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("add", sdn(tmp_path, 100))
    with pytest.raises(ListError, match="--accept takes it"):
        run("add", sdn(tmp_path, 50))
    assert run("add", sdn(tmp_path, 50), "--accept") == 0
    run("show")
    assert "taken with --accept" in capsys.readouterr().out


def test_what_is_no_list_is_an_error_and_changes_nothing(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<html><title>503</title></html>")
    with pytest.raises(ListError, match="a web page"):
        run("add", str(page))
    with pytest.raises(SettingError):
        run("add", sdn(tmp_path), "--dated", "soon")
    assert not (tmp_path / "home").exists()


def test_a_hostile_file_name_does_not_reach_the_terminal(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "lists\x1b[31m"
    folder.mkdir()
    run("add", sdn(folder))
    assert "\x1b" not in capsys.readouterr().out


def test_of_several_lists_the_sound_ones_are_taken(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cut = sdn(tmp_path, 50, "sdn_2026-02-01.csv")
    assert run("add", sdn(tmp_path, 100, "sdn_2026-01-01.csv"), cut, sdn(tmp_path, 101, "sdn_2026-03-01.csv")) == 3
    said = capsys.readouterr().out
    assert "version 2026-03-01, 101 entries: in use from now on" in said
    assert f"not taken: {cut}: found 50 entries, and 50 of the 100" in said


def test_of_a_folder_the_good_lists_are_added_and_the_bad_ones_told(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "lists"
    folder.mkdir()
    sdn(folder)
    (folder / "consolidated.xml").write_text("<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL>")
    (folder / "sema.xml.gz").write_bytes(b"\x1f\x8b\x08\x00damaged" * 9)
    (folder / "README.txt").write_text("About these files.")

    assert run("add", str(folder), "--dated", "2026-03-01") == 3
    said = capsys.readouterr().out
    assert "3 entries: in use from now on" in said
    assert "README.txt: text that begins" in said
    refused = [line for line in said.splitlines() if line.startswith("not taken: ")]
    assert ["sema.xml.gz: found a damaged gzip file" in line for line in refused] == [True, False]
    assert ["consolidated.xml:1: found XML that breaks off" in line for line in refused] == [False, True]

    assert run("add", str(folder), "--dated", "2026-03-02", "--json") == 3
    told = json.loads(capsys.readouterr().out)
    assert [row["list_id"] for row in told["lists"]] == ["us_ofac_sdn"]
    assert len(told["refused"]) == 2


def test_of_several_files_the_good_ones_are_added(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.csv"
    page.write_text("<html><title>503</title></html>")

    assert run("add", str(page), sdn(tmp_path), str(tmp_path / "absent.xml")) == 3
    said = capsys.readouterr().out
    assert "in use from now on" in said
    assert "not taken: " in said
    assert "a web page (503)" in said
    assert "absent.xml: found no such file" in said
    with pytest.raises(ListError, match="a web page"):
        run("add", str(page))
