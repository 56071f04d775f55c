"""Weapons and platforms by their common nouns."""

from __future__ import annotations

import pytest

from nongrata.mentions.arms import find_arms
from nongrata.values import Span


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rebels hit two tanks with a mortar.", [("tanks", "vehicle"), ("mortar", "artillery")]),
        ("An unmanned aircraft dropped munitions.", [("unmanned aircraft", "aircraft"), ("munitions", "munition")]),
        ("He has chemical weapons.", [("chemical weapons", "munition")]),
        ("A rocket-propelled grenade launcher was found.", [("rocket-propelled grenade launcher", "artillery")]),
        ("The aircraft carrier left.", [("aircraft carrier", "ship")]),
        ("They spoke of weapons of mass destruction, tankers and think-tankers.", []),
    ],
)
def test_common_nouns_of_weapons_are_arms(text: str, found: list[tuple[str, str]]) -> None:
    assert [(item.name, item.kind) for item in find_arms(text, Span(0, len(text)))] == found


def test_only_what_lies_within_the_span_is_found() -> None:
    assert find_arms("tanks here, tanks there", Span(6, 10)) == ()
