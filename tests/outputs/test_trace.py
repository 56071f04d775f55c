"""A trace tells what each stage made of a source, and where it ended."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.command import STORY, Told, run

Ask = Callable[..., Told]
STAGES = ["capture", "article", "mentions", "parties", "screening", "ownership", "events", "claims", "dossier"]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Ask:
    """Run a command in a folder of its own that holds a story."""
    monkeypatch.setenv("NONGRATA_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text(STORY, encoding="utf-8")
    return lambda *words: run(capsys, *words)


def test_each_stage_says_what_it_made(ask: Ask) -> None:
    told = ask("read", "story.txt", "--trace")

    heads = [line.split()[0] for line in told.out.splitlines() if line.startswith("  ") and not line.startswith("    ")]
    assert told.status == 0
    assert heads[:-1] == STAGES
    assert "by lists" in told.out
    assert "the names are the same" in told.out
    assert "starter" in told.out.splitlines()[-1]


def test_a_program_gets_the_same_as_json(ask: Ask) -> None:
    trace = json.loads(ask("read", "story.txt", "--trace", "--json").out)

    assert trace["schema"] == "nongrata/trace/1"
    assert [step["stage"] for step in trace["steps"]] == STAGES
    assert [step["story"] for step in trace["steps"]] == [None, None, 1, 1, 1, 1, 1, 1, None]
    assert all(step["seconds"] >= 0 for step in trace["steps"])
    assert trace["made_by"]["lists"]["starter"]["entities"] > 100
    assert trace["skipped"] is None


def test_what_is_skipped_says_by_which_stage(ask: Ask) -> None:
    Path("menu.html").write_text("<html><body><nav><a href=/>Home</a></nav></body></html>")

    told = ask("read", "menu.html", "missing.txt", "--trace")

    assert told.status == 2
    assert "skipped by articles: found a page without a story" in told.out
    assert "skipped by sources: found no such file" in told.out


def test_some_that_are_skipped_are_told_by_the_status(ask: Ask) -> None:
    assert ask("read", "story.txt", "missing.txt", "--trace").status == 3


def test_several_stories_are_told_apart(ask: Ask) -> None:
    second = "Grain talks resume in Geneva\n\nGENEVA, Sept 14 (Reuters) - Envoys met on Thursday, officials said.\n"
    Path("two.txt").write_text(f"{STORY}\n\n{second}", encoding="utf-8")

    steps = json.loads(ask("read", "two.txt", "--trace", "--json").out)["steps"]

    assert [step["story"] for step in steps if step["stage"] == "events"] == [1, 2]


@pytest.mark.parametrize("other", [("--ftm",), ("--html", "a.html"), ("--keep",)])
def test_a_trace_takes_the_dossier_s_place(ask: Ask, other: tuple[str, ...]) -> None:
    told = ask("read", "story.txt", "--trace", *other)

    assert told.status == 2
    assert "--trace alone, or with --json" in told.only_line
