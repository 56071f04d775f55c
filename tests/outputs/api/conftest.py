"""Servers that several tests ask: one that is open to this machine, one that wants tokens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI

from nongrata.outputs.api.access import Doors
from nongrata.outputs.api.app import build_app
from nongrata.outputs.api.labour import labour
from nongrata.outputs.api.limits import Buckets
from nongrata.outputs.api.service import Service
from nongrata.outputs.api.work import Works
from nongrata.settings import Settings
from nongrata.store.opened import open_store
from tests.outputs.api.locked import Locked
from tests.outputs.api.server import Server, serving, token_for


@pytest.fixture
def app(tmp_path: Path) -> Iterator[FastAPI]:
    """The app, not started: its routes and doors, without lists and without a worker."""
    settings = Settings(home=tmp_path)
    store = open_store(settings)
    doors = Doors(shelf=store.tokens, asked=Buckets(rate=1_000, burst=100_000))
    works = Works(jobs=store.jobs, settings=settings, spool=tmp_path, entry=labour)
    yield build_app(Service(settings=settings, store=store, doors=doors, works=works), load=lambda _service: None)
    store.close()


@pytest.fixture(scope="module")  # what one file's tests judge must not rule another's
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server over the starter list, on loopback and without tokens: whoever is at this machine may do all."""
    with serving(tmp_path_factory.mktemp("home")) as found:
        yield found


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Locked]:
    """A server with a token of each role."""
    home = tmp_path_factory.mktemp("locked")
    tokens = {role: token_for(home, f"the {role}", role) for role in ("reader", "analyst", "admin")}
    with serving(home) as found:
        yield Locked(server=found, **tokens)
