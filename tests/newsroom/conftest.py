"""A room over the starter list alone, and a store of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nongrata.newsroom import Room, open_room
from nongrata.settings import Settings
from nongrata.sources import Capture

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
MEETING = """\
VLADIVOSTOK, Russia, Sept 15 (Reuters) - North Korean leader Kim Jong Un, 39, inspected a plant on Friday.

Russian President Vladimir Putin met Kim Jong Un on Wednesday. Putin accepted an invitation.
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path)


@pytest.fixture
def room(settings: Settings) -> Iterator[Room]:
    opened = open_room(settings)
    yield opened
    opened.store.close()


def captured(text: str, uri: str = "https://a.example/1") -> Capture:
    return Capture(uri=uri, body=text.encode(), media_type="text/plain", charset="utf-8", fetched_at=NOW)
