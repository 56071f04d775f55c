"""Servers that several tests ask: one that is open to this machine, one that wants tokens."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.outputs.api.locked import Locked
from tests.outputs.api.server import Server, serving, token_for


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
