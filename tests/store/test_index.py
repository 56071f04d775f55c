"""The index kept under the home folder: used again while the lists are the same, built again when they are not."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from nongrata.desk import Desk, open_desk
from nongrata.settings import Settings
from nongrata.store import ListShelf
from nongrata.store.index import IndexShelf
from tests.store.test_lists import listed

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def add(home: Path, count: int, version: str) -> None:
    ListShelf(home).add(listed(count, version), [], now=NOW)


def opened(home: Path) -> Desk:
    return open_desk(Settings(home=home))


def names(desk: Desk) -> list[str]:
    """Give the names of the list that was added, not those of the starter list."""
    parties = (party for party in desk.index.parties if party.designations[0].list_id == "mine")
    return [name.text for party in parties for name in party.names]


def test_the_index_is_kept_and_used_again(home: Path) -> None:
    add(home, 3, "2026-01-01")
    first = opened(home)
    kept = IndexShelf(home).path.stat()
    second = opened(home)

    assert names(first) == names(second)
    assert IndexShelf(home).path.stat().st_mtime_ns == kept.st_mtime_ns


def test_another_version_in_use_builds_it_again(home: Path) -> None:
    add(home, 3, "2026-01-01")
    opened(home)
    add(home, 4, "2026-02-01")

    assert len(set(names(opened(home)))) == 4
    assert len(set(names(opened(home)))) == 4


def test_a_day_asks_for_the_lists_of_that_day(home: Path) -> None:
    add(home, 3, "2026-01-01")
    add(home, 4, "2026-02-01")
    opened(home)
    then = open_desk(Settings(home=home), as_of=date(2026, 1, 15))

    assert len(set(names(then))) == 3
    assert [version.version for version in then.index.versions if not version.is_starter] == ["2026-01-01"]
    assert len(set(names(opened(home)))) == 4


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff" * 10_000])
def test_a_damaged_index_is_built_again(home: Path, damage: bytes) -> None:
    add(home, 3, "2026-01-01")
    opened(home)
    IndexShelf(home).path.write_bytes(damage)

    assert len(set(names(opened(home)))) == 3


def test_the_starter_list_s_index_is_kept_too(home: Path) -> None:
    first = opened(home).index

    assert IndexShelf(home).path.exists()
    assert len(opened(home).index.parties) == len(first.parties)
