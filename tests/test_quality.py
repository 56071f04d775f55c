"""Quality has a floor in the repository: the labelled stories are read no worse than before."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.floors import falls
from bench.quality import LISTS, SETS, Score, add_lists, score

FLOORS = Path(__file__).parent.parent / "bench" / "floors.json"
WITH = "with OFAC and UN"

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def home(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with real lists loaded."""
    folder = tmp_path_factory.mktemp("home")
    add_lists(shared, LISTS[WITH], folder)
    return folder


@pytest.mark.parametrize("name", SETS)
def test_the_labelled_stories_are_read_no_worse_than_before(name: str, shared: Path, home: Path) -> None:
    found: Score = score(shared, home, labels=SETS[name], name=f"{name}, {WITH}")
    pinned = json.loads(FLOORS.read_text(encoding="utf-8"))[found.name]

    if found.digest != pinned["set"]:
        pytest.skip("the labels changed since the floors were set: run make bench")
    assert falls(found.measures, pinned["measures"]) == []
