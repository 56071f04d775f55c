"""Words that are a listed body's own, where nobody else saw them."""

from __future__ import annotations

import pytest

from nongrata.mentions.names.own import names_of_own
from nongrata.values import Span
from nongrata.values.placed import Placed

OWN = {"sakundex": "Company", "omsk tarvello": "Company"}


def own(text: str, *seen: Span) -> list[str]:
    """Give the words found, beside what was seen before."""
    taken = Placed((span, span) for span in seen)
    return [name.span.of(text) for name in names_of_own(text, Span(0, len(text)), taken, OWN.get)]


@pytest.mark.parametrize(
    "text",
    [
        "The fuel man, whose Sakundex sponsors a stadium, left.",
        "Sakundex, once the trader of first call, fixed no cargo.",
        "He laid a stone for Sakundex's zone.",
    ],
)
def test_a_body_is_found_by_its_own_word(text: str) -> None:
    assert own(text) == ["Sakundex"]


@pytest.mark.parametrize(
    "text",
    [
        "They met Li Sakundex.",  # somebody's name
        "They met Sakundex Lee.",
        "They met in Sakundex on Friday.",  # a place that no table knows
        "They swam in the Sakundex river.",
        "They flew in a Sakundex.",  # a thing
        "They saw sakundex.",
    ],
)
def test_the_word_in_another_name_or_before_places_is_nobody_s(text: str) -> None:
    assert own(text) == []


def test_what_was_seen_is_left_alone() -> None:
    assert own("Sakundex left.", Span(0, 8)) == []


def test_two_words_with_which_a_body_s_name_begins_are_its_own_where_no_name_goes_on() -> None:
    assert own("They linked it to Omsk Tarvello, which paid.") == ["Omsk Tarvello"]
    assert own("They linked it to Omsk Tarvello Petrov and to Anna Omsk Tarvello.") == []
