"""The stores that pass one suite: SQLite always, PostgreSQL where it can be had."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from nongrata.settings import Settings
from nongrata.store.opened import Store, open_store
from tests.conftest import missing
from tests.postgres import find_programs, running_postgres

SHELVES = ("sqlite", pytest.param("postgres", marks=pytest.mark.postgres))
Opened = Callable[[], Store]


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL that runs for these tests alone."""
    programs = find_programs()
    if programs is None:
        missing("postgres", "PostgreSQL is not installed")
        raise AssertionError  # pragma: no cover - missing() never returns
    with running_postgres(programs) as url:
        yield url


@pytest.fixture(params=SHELVES)
def store_settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Where a fresh store is."""
    if request.param == "sqlite":
        return Settings(home=tmp_path)
    url: str = request.getfixturevalue("postgres")
    name = f"t{abs(hash(tmp_path))}"
    maker = open_store(Settings(home=tmp_path, store=url))
    maker.database.run(f"CREATE DATABASE {name}")
    maker.close()
    return Settings(home=tmp_path, store=url.replace("/postgres?", f"/{name}?"))


@pytest.fixture
def opened(store_settings: Settings) -> Iterator[Opened]:
    """What opens the same store, once more each time."""
    stores: list[Store] = []

    def open_again() -> Store:
        stores.append(open_store(store_settings))
        return stores[-1]

    yield open_again
    for store in stores:
        store.close()


@pytest.fixture
def store(opened: Opened) -> Store:
    """A fresh store."""
    return opened()
