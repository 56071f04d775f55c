"""Nongrata from Python: the few names that most programs need."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import nongrata
from nongrata.values import ListError, StoreError
from tests.command import STORY


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A home without lists."""
    monkeypatch.setenv("NONGRATA_HOME", str(tmp_path / "home"))
    return tmp_path


def listed(dossier: nongrata.Dossier) -> list[str]:
    return [each.party.name for report in dossier.stories for each in report.parties if each.exposure == "listed"]


def test_a_text_and_a_file_give_the_same_answer(home: Path) -> None:
    path = home / "story.txt"
    path.write_text(STORY, encoding="utf-8")

    read, told = nongrata.read(path, published=date(2023, 9, 13)), nongrata.read_text(STORY, published="2023-09-13")

    assert listed(read) == listed(told)
    assert "Kim Jong Un" in listed(told)
    assert read.article.text == told.article.text == STORY
    assert json.loads(json.dumps(nongrata.as_json(read)))["source"]["uri"] == str(path)


def test_many_stories_are_read_at_one_desk() -> None:
    desk = nongrata.open_desk()

    found = [desk.read_text(text, published=date(2023, 9, 13)) for text in (STORY, "", STORY)]

    assert [type(each).__name__ for each in found] == ["Dossier", "Skipped", "Dossier"]
    assert found[0] is not found[2]


def test_what_cannot_be_done_is_an_error_of_one_tree(home: Path) -> None:
    wrongs: list[Callable[[], object]] = [
        lambda: nongrata.read(home / "none.txt"),
        lambda: nongrata.read_text(" "),
        lambda: nongrata.read_text(STORY, published="soon"),
        lambda: nongrata.read_text(STORY, lists=home / "none.csv"),
    ]
    for wrong in wrongs:
        with pytest.raises(nongrata.NongrataError, match="wanted "):
            wrong()
    with pytest.raises(ListError):
        nongrata.read_text(STORY, lists=str(home / "none.csv"))
    shutil.rmtree(home / "home", ignore_errors=True)  # where the index of the starter list is kept
    (home / "home").write_text("no folder", encoding="utf-8")
    with pytest.raises(StoreError):
        nongrata.read_text(STORY)


def test_a_text_that_looks_like_a_page_stays_a_text() -> None:
    text = "<p>Kim Jong Un met Vladimir Putin in Vladivostok on Friday, the agency said.</p>"

    assert nongrata.read_text(text).article.text == text


def test_importing_the_package_imports_none_of_the_stages() -> None:
    """So that a table can be packed while the file it packs is out of date."""
    script = "import sys, nongrata, nongrata.values; print(*(m for m in sys.modules if m.startswith('nongrata.')))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=os.environ)

    assert {name.split(".")[1] for name in done.stdout.split()} == {"values"}


def test_a_name_that_is_none_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'screen_everything'"):
        nongrata.screen_everything  # noqa: B018
    assert set(nongrata.__all__) <= set(dir(nongrata))
