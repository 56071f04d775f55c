"""Each route stands in the manual, and says what it gives."""

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

MANUAL = Path(__file__).parents[3] / "docs" / "reference" / "api.md"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[FastAPI]:
    """The app, not started."""
    settings = Settings(home=tmp_path)
    store = open_store(settings)
    doors = Doors(shelf=store.tokens, asked=Buckets(rate=1, burst=1))
    works = Works(jobs=store.jobs, settings=settings, spool=tmp_path, entry=labour)
    yield build_app(Service(settings=settings, store=store, doors=doors, works=works), load=lambda _service: None)
    store.close()


def routes_of(app: FastAPI) -> Iterator[tuple[str, str]]:
    """Give each route of the API with its summary."""
    for path, methods in app.openapi()["paths"].items():
        for method, told in methods.items():
            yield f"`{method.upper()} {path}`", told["summary"]


def test_each_route_is_in_the_manual_in_the_same_words(app: FastAPI) -> None:
    manual = MANUAL.read_text(encoding="utf-8")

    missing = [f"| {route} | {says} |" for route, says in routes_of(app) if f"| {route} | {says} |" not in manual]
    assert missing == []


def test_the_api_is_described_by_openapi_3_1_with_problems(app: FastAPI) -> None:
    told = app.openapi()

    assert told["openapi"].startswith("3.1")
    for methods in told["paths"].values():
        for each in methods.values():
            assert "application/problem+json" in each["responses"]["4XX"]["content"]
            assert each["description"].endswith((".", "…"))
