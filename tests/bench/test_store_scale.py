"""The made dossiers of the bench are a store that answers: a party named often, a rare word, a day."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.store.made import lay_in
from bench.store.scale import questions, write
from nongrata.settings import Settings
from nongrata.store.opened import open_store
from tests.conftest import missing
from tests.postgres import find_programs, running_postgres

pytestmark = pytest.mark.postgres


def test_every_question_of_the_bench_finds_something_in_what_it_lays_in() -> None:
    programs = find_programs()
    if programs is None:
        missing("postgres", "PostgreSQL is not installed")
        raise AssertionError  # pragma: no cover - missing() never returns
    with running_postgres(programs) as url:
        store = open_store(Settings(home=Path("/nonexistent"), store=url))
        lay_in(url, 3_000)
        found = {name: ask() for name, ask in questions(store, 3_000).items()}
        written = write(store, 2)
        store.close()

    empty = {name for name, told in found.items() if not told}
    assert empty <= {
        "search: a word nobody wrote",
        "search: a party named seldom",
        "stories: those that touch an owner",
    }
    assert len(written) == 2
