"""Furniture, splits and walls on the labelled texts of the bench: what was reached is held."""

from __future__ import annotations

import pytest

from bench.articles.furniture import Labelled, measured, result_of, texts
from nongrata.articles.furniture.marks import mark_captions, mark_contacts, mark_promotion, mark_release, mark_title
from nongrata.articles.furniture.signatures import mark_name

TEXTS = list(texts())
MENDED = [one for one in TEXTS if not one.name.startswith("m-")]  # with lot m, the last, nothing was mended yet
FLOOR = 0.98


@pytest.mark.parametrize("one", MENDED, ids=lambda one: one.name)
def test_the_stories_of_each_text_are_told_apart_and_the_broken_off_ones_known(one: Labelled) -> None:
    result = result_of(one)

    assert result.split_right
    assert result.truncated_right


def test_what_is_no_story_is_marked_and_nothing_else() -> None:
    assert measured([result_of(one) for one in TEXTS])["furniture of our texts, F1"] >= FLOOR


@pytest.mark.parametrize(
    "mark",
    [mark_captions, mark_contacts, mark_name, mark_promotion, mark_release, mark_title],
    ids=lambda m: m.__name__,
)
def test_no_mark_needs_a_block(mark: object) -> None:
    assert callable(mark)
    assert mark("", []) == []
