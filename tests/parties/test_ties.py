"""The story's own words that one party belongs to another."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.parties.stories import tell

LISTED = {
    "Alfa Steel": "Company",
    "Beta Steel": "Company",
    "Gamma Holding": "Company",
    "Delta Bank": "Company",
    "Viktor Bout": "Person",
}


def ties(text: str) -> list[tuple[str, str, Fraction | None]]:
    """Give the ties of a text as owned, owner and share."""
    cast = tell(text, listed=LISTED).cast
    names = {party.id: party.name for party in cast.parties}
    return [(names[tie.owned], names[tie.owner], tie.share) for tie in cast.ties]


@pytest.mark.parametrize(
    "text",
    [
        "Alfa Steel is a unit of Gamma Holding.",
        "Alfa Steel is owned by the Gamma Holding.",
        "Alfa Steel belongs to state-run Gamma Holding.",
        "Alfa Steel, a subsidiary of Gamma Holding, was named.",
        "Gamma Holding owns Alfa Steel.",
        "Gamma Holding acquired all of Alfa Steel.",
        "Gamma Holding’s subsidiary Alfa Steel was named.",
        "Gamma Holding unit Alfa Steel was named.",
    ],
)
def test_the_owner_is_told_in_many_ways(text: str) -> None:
    assert ties(text) == [("Alfa Steel", "Gamma Holding", None)]


def test_both_units_of_takes_two() -> None:
    text = "Alfa Steel and Beta Steel are both units of Gamma Holding."

    assert ties(text) == [("Alfa Steel", "Gamma Holding", None), ("Beta Steel", "Gamma Holding", None)]


def test_both_owned_by_takes_two() -> None:
    text = "Alfa Steel and Beta Steel are both owned by Gamma Holding."

    assert ties(text) == [("Alfa Steel", "Gamma Holding", None), ("Beta Steel", "Gamma Holding", None)]


def test_a_unit_of_takes_the_nearest_only() -> None:
    assert ties("Alfa Steel sold Beta Steel, a unit of Gamma Holding.") == [("Beta Steel", "Gamma Holding", None)]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Alfa Steel is 51 percent owned by Gamma Holding.", Fraction(51, 100)),
        ("Alfa Steel is 49.5% owned by Gamma Holding.", Fraction(495, 1000)),
        ("Gamma Holding holds 50 per cent of Alfa Steel.", Fraction(1, 2)),
        ("Gamma Holding owns a majority of Alfa Steel.", None),
        ("Gamma Holding owns 510 percent of Alfa Steel.", None),
    ],
)
def test_a_share_is_given_as_told(text: str, share: Fraction | None) -> None:
    assert ties(text) == [("Alfa Steel", "Gamma Holding", share)]


def test_a_person_may_own_and_is_never_owned() -> None:
    assert ties("Alfa Steel is controlled by Viktor Bout.") == [("Alfa Steel", "Viktor Bout", None)]
    assert ties("Viktor Bout is part of Gamma Holding.") == []


def test_a_tie_told_twice_is_given_once() -> None:
    assert len(ties("Gamma Holding owns Alfa Steel. Alfa Steel is owned by Gamma Holding.")) == 1


def test_two_names_in_a_row_are_no_tie() -> None:
    assert ties("Alfa Steel and Gamma Holding were named.") == []


def test_the_words_of_a_tie_reach_from_the_one_name_to_the_other() -> None:
    told = tell("On Monday Alfa Steel, a unit of Gamma Holding, was named.", listed=LISTED)
    (tie,) = told.cast.ties

    assert tie.span.of(told.text) == "Alfa Steel, a unit of Gamma Holding"
