"""The story's own words that one party belongs to another."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.parties.stories import tell

LISTED = {
    "Alfa Steel": "Company",
    "Beta Steel": "Company",
    "Gamma Holding": "Company",
    "Gamma Holding Bank": "Company",
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


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Alfa Steel, a wholly owned subsidiary of Gamma Holding, was named.", Fraction(1)),
        ("Gamma Holding's wholly owned subsidiary Alfa Steel was named.", Fraction(1)),
        ("Gamma Holding’s 60 percent-owned unit Alfa Steel was named.", Fraction(3, 5)),
        ("Alfa Steel is 51%-owned by Gamma Holding.", Fraction(51, 100)),
        ("Alfa Steel is owned 75 percent by Gamma Holding.", Fraction(3, 4)),
        ("Alfa Steel, 51 percent of which belongs to Gamma Holding, closed.", Fraction(51, 100)),
        ("Alfa Steel, in which Gamma Holding holds a 30 percent stake, declined.", Fraction(3, 10)),
        ("Gamma Holding has a 25.5% stake in Alfa Steel.", Fraction(51, 200)),
        ("Gamma Holding, which controls 60 percent of Alfa Steel, said so.", Fraction(3, 5)),
        ("Alfa Steel is majority-owned by Gamma Holding.", None),
        ("Alfa Steel, a Cyprus-based trading arm of Gamma Holding, said so.", None),
        ("Alfa Steel, owned and operated by Gamma Holding, left.", None),
        ("Gamma Holding, the parent company of Alfa Steel, said so.", None),
        ("Alfa Steel's parent company, Gamma Holding, said so.", None),
        ("Gamma Holding owns a controlling stake in Alfa Steel.", None),
    ],
)
def test_wires_tell_owners_and_shares_in_these_words(text: str, share: Fraction | None) -> None:
    assert ties(text) == [("Alfa Steel", "Gamma Holding", share)]


@pytest.mark.parametrize(
    "text",
    [
        "Alfa Steel, formerly owned by Gamma Holding, said so.",
        "Alfa Steel is no longer owned by Gamma Holding.",
        "Alfa Steel is not owned by Gamma Holding.",
        "Gamma Holding denied that it owns Alfa Steel.",
        "Gamma Holding sold its 51 percent stake in Alfa Steel.",
        "Gamma Holding will acquire a 51 percent stake in Alfa Steel.",
        "Gamma Holding met Alfa Steel officials.",
    ],
)
def test_what_is_over_denied_or_to_come_is_no_tie(text: str) -> None:
    assert ties(text) == []


def test_joint_owners_are_told_each_without_a_share_of_their_own() -> None:
    text = "Alfa Steel is jointly owned by Gamma Holding and Delta Bank."

    assert ties(text) == [("Alfa Steel", "Gamma Holding", None), ("Alfa Steel", "Delta Bank", None)]


def test_both_units_of_takes_two() -> None:
    text = "Alfa Steel and Beta Steel are both units of Gamma Holding."

    assert ties(text) == [("Alfa Steel", "Gamma Holding", None), ("Beta Steel", "Gamma Holding", None)]


def test_a_unit_named_after_its_owner_is_its_owner_s() -> None:
    text = "Gamma Holding lost money. Gamma Holding Bank, the wholly owned subsidiary that lends, did not."

    assert ties(text) == [("Gamma Holding Bank", "Gamma Holding", Fraction(1))]


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


def test_an_agency_that_blacklists_is_no_firm_s() -> None:
    text = "Alfa Steel was blacklisted by the Treasury Department in May when it was owned by Gamma Holding."

    assert ("Treasury Department", "Gamma Holding", None) not in ties(text)
