"""Each route stands in the manual, and says what it gives."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from fastapi import FastAPI

MANUAL = Path(__file__).parents[3] / "docs" / "reference" / "api.md"


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
