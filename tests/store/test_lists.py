"""The shelf of accepted lists."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nongrata.lists import (
    Designation,
    EntityId,
    ListedName,
    ListFile,
    ListId,
    Listing,
    ListVersion,
)
from nongrata.store import ListShelf
from nongrata.values import ListError, StoreError

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def listing(number: int) -> Listing:
    designation = Designation(
        list_id=ListId("mine"), entity_id=EntityId(str(number)), caption=f"Party {number}", programs=("TEST",)
    )
    return Listing(
        schema="Person", names=(ListedName(text=f"Party {number}", kind="primary"),), designations=(designation,)
    )


def listed(count: int, version: str = "undated", list_id: str = "mine") -> ListFile:
    about = ListVersion(list_id=ListId(list_id), title="Mine", version=version, sha256="0" * 64, entities=count)
    return ListFile(version=about, listings=tuple(map(listing, range(count))))


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_bytes(b"the publisher's own bytes\x1a")
    return path


@pytest.fixture
def shelf(tmp_path: Path) -> ListShelf:
    return ListShelf(tmp_path / "home")


def test_a_list_comes_back_as_it_was_added(shelf: ListShelf, raw: Path) -> None:
    file = listed(3)

    assert shelf.add(file, [raw], now=NOW) == file.version
    assert shelf.current() == (file,)


def test_an_empty_home_has_no_lists(shelf: ListShelf) -> None:
    assert shelf.current() == ()
    assert shelf.versions("mine") == ()


def test_the_manifest_says_what_is_there_and_keeps_the_publishers_bytes(shelf: ListShelf, raw: Path) -> None:
    shelf.add(listed(3), [raw, raw], now=NOW)
    (kept,) = shelf.versions("mine")
    folder = shelf.folder / "mine" / kept.snapshot
    manifest = json.loads((folder / "manifest.json").read_text())

    assert kept.schemas == {"Person": 3}
    assert kept.programs == {"TEST": 3}
    assert kept.addition.added_at == "2026-03-01T12:00:00+00:00"
    assert [each["name"] for each in manifest["raw"]] == ["1-list.csv", "2-list.csv"]
    assert (folder / "raw" / "1-list.csv").read_bytes() == raw.read_bytes()


def test_a_newer_version_replaces_the_older_and_both_are_kept(shelf: ListShelf, raw: Path) -> None:
    shelf.add(listed(100, "2026-01-01"), [raw], now=NOW)
    shelf.add(listed(101, "2026-02-01"), [raw], now=NOW)

    assert [(kept.version.version, kept.is_current) for kept in shelf.versions("mine")] == [
        ("2026-01-01", False),
        ("2026-02-01", True),
    ]


def test_adding_the_same_list_again_changes_nothing(shelf: ListShelf, raw: Path) -> None:
    shelf.add(listed(3), [raw], now=NOW)
    shelf.add(listed(3), [raw], now=NOW)

    assert len(shelf.versions("mine")) == 1
    assert [path.name for path in (shelf.folder / "mine").iterdir() if path.name.startswith(".")] == []


def test_a_list_that_lost_many_entries_does_not_replace_a_good_one(shelf: ListShelf, raw: Path) -> None:
    shelf.add(listed(100), [raw], now=NOW)

    with pytest.raises(ListError, match=r"94 entries, and 6 of the 100 of version undated \(6\.0%\) are gone"):
        shelf.add(listed(94), [raw], now=NOW)

    assert [file.version.entities for file in shelf.current()] == [100]
    shelf.add(listed(95), [raw], now=NOW)
    assert [file.version.entities for file in shelf.current()] == [95]


def test_a_list_that_swapped_its_entries_for_others_is_refused_too(shelf: ListShelf, raw: Path) -> None:
    shelf.add(listed(100), [raw], now=NOW)
    others = replace(listed(100), listings=tuple(map(listing, range(50, 150))))

    with pytest.raises(ListError, match="50 of the 100 of version undated"):
        shelf.add(others, [raw], now=NOW)


def test_accept_takes_it_and_is_recorded(shelf: ListShelf, raw: Path) -> None:
    shelf.add(listed(100, "2026-01-01"), [raw], now=NOW)
    shelf.add(listed(10, "2026-02-01"), [raw], now=NOW, accept=True)

    *_, kept = shelf.versions("mine")
    assert kept.is_current
    assert (kept.addition.lost, kept.addition.was_forced) == (90, True)
    assert '"was_forced": true' in (shelf.folder / "mine" / "history").read_text()


def test_an_older_version_is_kept_and_does_not_replace_the_newer(shelf: ListShelf, raw: Path) -> None:
    shelf.add(listed(100, "2026-02-01"), [raw], now=NOW)
    shelf.add(listed(50, "2021-02-01"), [raw], now=NOW)

    assert [file.version.version for file in shelf.current()] == ["2026-02-01"]
    assert [kept.is_current for kept in shelf.versions("mine")] == [False, True]
    shelf.add(listed(50, "2021-02-01"), [raw], now=NOW, accept=True)
    assert [file.version.version for file in shelf.current()] == ["2021-02-01"]


@pytest.mark.parametrize("damage", [b"", b"{}\n", b"\xff"])
def test_a_damaged_snapshot_is_said_and_mended_by_adding_again(shelf: ListShelf, raw: Path, damage: bytes) -> None:
    shelf.add(listed(3), [raw], now=NOW)
    (kept,) = shelf.versions("mine")
    entities = shelf.folder / "mine" / kept.snapshot / "entities.jsonl"
    entities.write_bytes(damage)

    with pytest.raises(StoreError, match=r"entities\.jsonl: found other bytes") as caught:
        shelf.current()
    assert "\n" not in str(caught.value)

    shelf.add(listed(3), [raw], now=NOW)
    assert shelf.current() == (listed(3),)


@pytest.mark.parametrize("text", ["", "[]", '{"snapshot": "../../etc"}', "null", '{"snapshot": 5}'])
def test_a_damaged_pointer_is_said_and_mended(shelf: ListShelf, raw: Path, text: str) -> None:
    shelf.add(listed(3), [raw], now=NOW)
    (shelf.folder / "mine" / "current").write_text(text)

    with pytest.raises(StoreError, match="wanted the name of a snapshot"):
        shelf.current()
    shelf.add(listed(3), [raw], now=NOW)
    assert shelf.current() == (listed(3),)


def test_a_missing_snapshot_is_said(shelf: ListShelf, raw: Path) -> None:
    shelf.add(listed(3), [raw], now=NOW)
    (kept,) = shelf.versions("mine")
    (shelf.folder / "mine" / kept.snapshot).rename(shelf.folder / "gone")

    with pytest.raises(StoreError, match="no such file"):
        shelf.current()


def test_a_damaged_manifest_is_said(shelf: ListShelf, raw: Path) -> None:
    shelf.add(listed(3), [raw], now=NOW)
    (kept,) = shelf.versions("mine")
    (shelf.folder / "mine" / kept.snapshot / "manifest.json").write_text("{}")

    with pytest.raises(StoreError, match="damaged manifest"):
        shelf.versions("mine")


def test_a_home_that_is_a_file_is_said(tmp_path: Path, raw: Path) -> None:
    home = tmp_path / "home"
    home.write_text("no folder")

    with pytest.raises(StoreError, match="NONGRATA_HOME"):
        ListShelf(home).add(listed(3), [raw], now=NOW)


def test_a_list_id_that_climbs_out_of_the_home_is_refused(shelf: ListShelf, raw: Path) -> None:
    with pytest.raises(ListError, match="list id"):
        shelf.add(listed(1, list_id="../../evil"), [raw], now=NOW)
    assert shelf.versions("../..") == ()


KILLED = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, {here!r})
real = os.fsync
left = int(sys.argv[2])
def fsync(handle):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    real(handle)
os.fsync = fsync
from test_lists import NOW, listed
from nongrata.store import ListShelf
ListShelf(Path(sys.argv[1])).add(listed(100, "2026-02-01"), [Path(sys.argv[3])], now=NOW)
"""


def test_killed_at_any_write_the_old_or_the_new_version_stands_whole(shelf: ListShelf, raw: Path) -> None:
    old, new = listed(99, "2026-01-01"), listed(100, "2026-02-01")
    shelf.add(old, [raw], now=NOW)
    script = KILLED.format(here=str(Path(__file__).parent))
    seen = set()
    killed, status = 0, -signal.SIGKILL
    while status == -signal.SIGKILL:
        done = subprocess.run(
            [sys.executable, "-c", script, str(shelf.home), str(killed), str(raw)],
            check=False, capture_output=True, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        )  # fmt: skip
        (found,) = shelf.current()
        assert found in (old, new)
        seen.add(found.version.version)
        status = done.returncode
        killed += 1
    assert status == 0
    assert killed > 5
    assert seen == {"2026-01-01", "2026-02-01"}
