"""Of whom a story speaks when it speaks of sanctions: of several names near it, and of what goes on from a claim."""

from __future__ import annotations

import pytest

from nongrata.events.claims.authorities import is_regime_name
from tests.events.test_claims import claims_in, match, read, said


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Gold goes to Alfa Steel, the holding of Volga Bank's boss, Viktor Bout, which Washington blacklisted.",
            "Alfa Steel",
        ),
        ("Viktor Bout, the trader close to Denis Manturov who is on the U.S. blacklist, left.", "Viktor Bout"),
        ("Volga Bank's director, nicknamed Viktor Bout, was listed by the U.N. Security Council.", "Viktor Bout"),
        (
            "Speaker Viktor Bout met Denis Manturov. The EU, which has the Speaker on its list, was silent.",
            "Viktor Bout",
        ),
        (
            "Volga Bank is open. The bank, according to a message of Alfa Steel, was put on the Clinton list in May.",
            "Volga Bank",
        ),
        ("Volga Bank lent to Alfa Steel, a refiner that OFAC designated in March for its trade.", "Alfa Steel"),
        ("The house was sold by Viktor Bout, also blacklisted, to Denis Manturov.", "Viktor Bout"),
    ],
)
def test_of_several_names_the_one_that_the_words_describe_is_meant(text: str, who: str) -> None:
    assert {party for _words, party, _regimes in said(text)} == {who}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Britain sanctioned Viktor Bout in May and Canada last month.", [("uk",), ("ca",)]),
        ("Viktor Bout has been under U.S. sanctions since 2021 and British ones since 2023.", [("us",), ("uk",)]),
        ("Viktor Bout is on the U.N. blacklist since 2009 and on America's since 2010.", [("un",), ("us",)]),
        ("Viktor Bout was on the U.S. blacklist; he is now on the British one too.", [("us",), ("uk",)]),
    ],
)
def test_a_state_that_follows_with_a_day_or_with_ones_makes_a_claim(text: str, wanted: list[tuple[str, ...]]) -> None:
    told = said(text)

    assert [regimes for _words, _party, regimes in told] == wanted
    assert {party for _words, party, _regimes in told} == {"Viktor Bout"}


@pytest.mark.parametrize(
    ("text", "who", "regimes"),
    [
        ("In 2019 the State Department declared Alfa Steel a foreign terrorist organization.", "Alfa Steel", ("us",)),
        ("Alfa Steel was declared a terrorist organization by Washington in 2019.", "Alfa Steel", ("us",)),
        (
            "Alfa Steel is on the terrorist lists of the United States and the European Union.",
            "Alfa Steel",
            ("us", "eu"),
        ),
        ("Viktor Bout called the U.S. sanctions on him a medal.", "Viktor Bout", ("us",)),
        ("Viktor Bout has been barred from doing business with Americans since 2024.", "Viktor Bout", ("us",)),
        ("Viktor Bout, under U.S. sanctions, left.", "Viktor Bout", ("us",)),
        ("Denis Manturov is under sanctions. Viktor Bout was hit by Ottawa last year.", "Viktor Bout", ("ca",)),
        ("Alfa Steel was sanctioned by no one.", "Alfa Steel", ()),
    ],
)
def test_further_wordings(text: str, who: str, regimes: tuple[str, ...]) -> None:
    assert said(text)[-1][1:] == (who, regimes)


@pytest.mark.parametrize(
    "text",
    [
        "Viktor Bout, who is under U.S. sanctions, was named envoy by President Denis Manturov.",
        "Viktor Bout is under U.S. sanctions. London declared Alfa Steel a terrorist organization.",
    ],
)
def test_a_post_is_no_listing_and_a_ban_by_another_law_is_none(text: str) -> None:
    assert len(said(text)) == 1


def test_those_that_are_counted_are_those_of_the_claims_before() -> None:
    text = "Viktor Bout and Alfa Steel were sanctioned by Canada, and so was Volga Bank. "
    text += "London has listed none of the three."
    told = [party for words, party, _regimes in said(text) if "none" in words]

    assert told == ["Viktor Bout", "Alfa Steel", "Volga Bank"]


def test_a_list_that_has_no_such_name_does_not_have_who_was_told_of() -> None:
    text = "A host said that Viktor Bout had been under Canadian sanctions; the Canadian list has no such name."
    *_before, claim = claims_in(read(text), complete=frozenset(("ca",)))

    assert (claim.regimes, claim.verdict) == (("ca",), "confirmed")


def test_the_company_is_the_one_that_the_story_is_about() -> None:
    text = "Alfa Steel is on the U.S. blacklist. It owns a unit, Volga Bank, in Kazan. "
    text += "Its shares rose. The EU has listed the company."

    assert said(text)[-1][1] == "Alfa Steel"


def test_a_list_of_blocked_persons_is_no_list_of_traded_securities() -> None:
    told = read("Alfa Steel is not on OFAC's list of blocked persons.")
    (claim,) = claims_in(told, {"Alfa Steel": [match("us_ofac_cons")]})

    assert claim.verdict == "confirmed"


def test_a_body_is_a_regime_by_whose_it_is_too() -> None:
    assert is_regime_name("U.N. Security Council")


def test_who_listed_somebody_before_is_told_in_passing() -> None:
    text = "The EU sanctioned Alfa Steel in 2022, a year after London, which says so."

    assert [(who, regimes) for _words, who, regimes in said(text)] == [("Alfa Steel", ("eu",)), ("Alfa Steel", ("uk",))]
    assert len(said("The EU sanctioned Alfa Steel in 2022, a year after London's vote.")) == 1


def test_a_stressed_did_leaves_the_claim_to_its_verb() -> None:
    assert [(who, regimes) for _words, who, regimes in said("London did blacklist Alfa Steel in May.")] == [
        ("Alfa Steel", ("uk",))
    ]
