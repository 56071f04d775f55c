"""A dossier that was written as JSON comes back as it was."""

from __future__ import annotations

import json
from datetime import date

import pytest

import nongrata
from nongrata.dossiers import as_json
from nongrata.dossiers.from_json import from_json
from nongrata.outputs.story.demo import DEMO_STORIES, demo_story


@pytest.mark.parametrize("name", sorted(DEMO_STORIES))
def test_a_dossier_comes_back_from_its_json(name: str) -> None:
    text, published = demo_story(name)
    dossier = nongrata.read_text(text, published=published)

    told = json.loads(json.dumps(as_json(dossier)))

    assert as_json(from_json(told)) == as_json(dossier)
    assert from_json(told).stories[0].story.paragraphs == dossier.stories[0].story.paragraphs


def test_a_day_that_was_asked_for_comes_back() -> None:
    dossier = nongrata.read_text("Vladimir Putin spoke in Moscow.", as_of=date(2020, 1, 1))

    assert from_json(as_json(dossier)).made_by.as_of == date(2020, 1, 1)
