"""`nongrata watch` as somebody uses it: a folder, clients, chosen rules, the list of places, and no more of one."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.command import STORY, Told, run

Run = Callable[..., Told]


@pytest.fixture
def watch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Give what runs the command over a home of its own."""
    monkeypatch.setenv("NONGRATA_HOME", str(tmp_path / "home"))
    return lambda *words: run(capsys, "watch", *words)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "stories"
    found.mkdir()
    (found / "meeting.txt").write_text(STORY, "utf-8")
    return found


def test_a_folder_is_followed_shown_and_let_go(watch: Run, folder: Path) -> None:
    told = watch(folder, "--once")
    assert (told.status, told.err) == (0, "1 new story kept, 2 alerts raised, 0 skipped\n")
    assert "listed acts: Kim Jong Un (" in told.out

    listed = watch("--list")
    assert listed.out.splitlines()[0] == str(folder)
    assert "folder, asked " in listed.out
    assert ", 1 entry read, due " in listed.out
    (place,) = json.loads(watch("--list", "--json").out)["places"]
    assert (place["place"], place["kind"], place["failures"], place["entries"]) == (str(folder), "folder", 0, 1)

    assert watch("--pause", folder).out == f"paused: {folder}\n"
    assert ", 1 entry read, paused" in watch("--list").out
    assert watch("--resume", folder).out == f"asked again: {folder}\n"
    assert watch("--remove", folder).out == f"watched no more: {folder}\n"
    assert "nothing is watched yet" in watch("--list").out
    assert watch("--remove", folder).only_line.startswith(f"error: {folder}: found no such place")
    assert watch("--once").only_line.startswith("error: found nothing to watch")


def test_alerts_are_raised_by_the_rules_that_were_chosen(watch: Run, folder: Path, tmp_path: Path) -> None:
    clients = tmp_path / "clients.csv"
    clients.write_text("name\nKim Jong Un\n", "utf-8")

    told = watch(folder, "--once", "--clients", clients, "--alert", "client_near_listed")

    assert told.err.splitlines()[-1] == "1 new story kept, 1 alert raised, 0 skipped"
    assert told.out.startswith("client near listed: client Kim Jong Un is in a story with Vladimir Putin")
    assert "--alert='everything': wanted one of listed_acts" in watch("--alert", "everything").only_line
    os.mkfifo(tmp_path / "pipe")  # what is put in the place of a pipe or a device takes it away
    assert "wanted the name of a file, and found a device" in watch(folder, "--feed", tmp_path / "pipe").only_line


def test_a_place_that_cannot_be_asked_is_told_and_stands_in_the_list(watch: Run) -> None:
    told = watch("http://127.0.0.1:1/feed", "--once")

    assert told.status == 3
    assert "private address behind 127.0.0.1" in told.err.splitlines()[0]
    assert "--private-host" in told.err
    assert "failed once: found a private address" in watch("--list").out
    assert "--private-host='a/b': wanted a host's name" in watch("--private-host", "a/b").only_line
