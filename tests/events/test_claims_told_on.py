"""Claims that go on from what a story told: more of those listed, fighters of a group, steps against somebody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from nongrata.articles import Published
from nongrata.events.claims.checked import without_news
from tests.events.reading import events_in
from tests.events.test_claims import claims_in, read, said


@pytest.mark.parametrize(
    ("text", "who", "regimes"),
    [
        ("Volga Bank has been under UN measures since July.", "Volga Bank", ("un",)),
        ("Alfa Steel, under EU measures since 2022, sells to Turkey.", "Alfa Steel", ("eu",)),
        ("Volga Bank is under no EU or Swiss measures.", "Volga Bank", ("eu", "ch")),
        ("Volga Bank has been a target of U.S. restrictions since 2014.", "Volga Bank", ("us",)),
        (
            "Denis Manturov cannot travel without leave of Brussels, which has him on its list.",
            "Denis Manturov",
            ("eu",),
        ),
        ("Its website shows the tanker Pablo Star as blacklisted by Britain.", "Pablo Star", ("uk",)),
        ("Barred from Europe as an EU-listed person, Denis Manturov flew to Dubai.", "Denis Manturov", ("eu",)),
        ("PARIS (AFP) - Already blacklisted by Washington, Viktor Bout turned to Minsk.", "Viktor Bout", ("us",)),
        ("Volga Bank, off the US blacklist since March, has seen deposits double.", "Volga Bank", ("us",)),
        ("The bloc's listing of Viktor Bout is being challenged in Luxembourg.", "Viktor Bout", ("eu",)),
        ("Viktor Bout is the subject of an EU freeze on his funds.", "Viktor Bout", ("eu",)),
        ("The EU's 16th package, adopted in February, covers Volga Bank.", "Volga Bank", ("eu",)),
        ("The EU's latest listings include Volga Bank.", "Volga Bank", ("eu",)),
        ("In 2023 the Treasury designated 12 companies, among them Volga Bank.", "Volga Bank", ("us",)),
    ],
)
def test_wordings(text: str, who: str, regimes: tuple[str, ...]) -> None:
    assert [(party, by) for _words, party, by in said(text)] == [(who, regimes)]


@pytest.mark.parametrize(
    ("text", "who", "regimes"),
    [
        (
            "Washington put Volga Bank on its blacklist in 2022 and later added its owner, Viktor Bout.",
            "Viktor Bout",
            "us",
        ),
        ("The EU sanctioned Alfa Steel in 2022. Britain took the same step against Viktor Bout.", "Viktor Bout", "uk"),
        ("The EU sanctioned Alfa Steel in 2022. Canada had acted against Volga Bank before.", "Volga Bank", "ca"),
        ("The EU sanctioned Alfa Steel in 2022. London also named its owner, Viktor Bout.", "Viktor Bout", "uk"),
        ("The EU sanctioned Alfa Steel. The Treasury said it had acted against Viktor Bout.", "Viktor Bout", "us"),
        ("Alfa Steel was sanctioned by the EU in 2022. Its owner, Viktor Bout, was hit as well.", "Viktor Bout", "eu"),
        ("Viktor Bout was blacklisted by the EU in 2014 and the US a year later.", "Viktor Bout", "us"),
        ("Britain sanctioned Alfa Steel in 2022. In May it added its owner, Viktor Bout.", "Viktor Bout", "uk"),
        (
            "London froze the assets of Alfa Steel in 2022. The same British notice covered Volga Bank.",
            "Volga Bank",
            "uk",
        ),
        ("The EU blacklisted Alfa Steel in 2023. The package also named Volga Bank.", "Volga Bank", "eu"),
    ],
)
def test_what_goes_on_from_a_claim(text: str, who: str, regimes: str) -> None:
    assert [(party, by) for _words, party, by in said(text)][-1] == (who, (regimes,))


@pytest.mark.parametrize(
    "text",
    [
        "The EU sanctioned Alfa Steel in 2022. Britain took military action against Volga Bank.",
        "The EU sanctioned Alfa Steel in 2022. London named Viktor Bout as its envoy.",
        "The EU sanctioned Alfa Steel in 2022. The club added Viktor Bout to its squad.",
        "The Treasury sanctioned Alfa Steel in 2018. The committee dropped Viktor Bout as a witness.",
        "Police took measures against Viktor Bout.",
    ],
)
def test_what_is_another_act_goes_on_from_none(text: str) -> None:
    assert {party for _words, party, _by in said(text)} <= {"Alfa Steel"}


def test_a_bank_and_its_owner_are_two() -> None:
    found = said("Volga Bank and its owner, Viktor Bout, have been blacklisted by Washington.")

    assert [party for _words, party, _by in found] == ["Volga Bank", "Viktor Bout"]


def test_all_whom_a_notice_lists_are_listed() -> None:
    found = said("The Treasury listed 28 firms in 2024, among them Volga Bank and Alfa Steel.")

    assert [party for _words, party, _by in found] == ["Volga Bank", "Alfa Steel"]


def test_the_rebels_are_the_group_that_was_told_to_fight() -> None:
    lead = "Alfa Steel said that Northern Steel fighters captured Goma."
    found = said(f"{lead} The rebels have been under UN sanctions since 2012.")

    assert [party for _words, party, _by in found] == ["Northern Steel"]


def test_the_rebels_may_have_been_told_of_some_sentences_before() -> None:
    lead = "Police fled from Northern Steel, whose fighters hold Goma. Schools are shut."
    found = said(f"{lead} Kigali denies backing the rebels, who have been under UN sanctions since 2012.")

    assert [party for _words, party, _by in found] == ["Northern Steel"]


def test_rebels_of_no_group_are_nobody() -> None:
    assert said("Alfa Steel counted the dead. The rebels have been under UN sanctions since 2012.") == []


def test_it_is_not_whom_another_is_tied_to() -> None:
    found = said("Police searched Volga Bank, the Alfa Steel-linked lender. The U.S. Treasury designated it in 2007.")

    assert [party for _words, party, _by in found] == ["Volga Bank"]


@pytest.mark.parametrize("text", ["Is Viktor Bout under EU sanctions?", "Why is Volga Bank not on the EU's list?"])
def test_a_question_claims_nothing(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(("day", "kept"), [(14, 0), (17, 1)])
def test_what_was_done_some_days_ago_is_no_news(day: int, kept: int) -> None:
    text = "Britain sanctioned Alfa Steel on Friday."
    told = read(text)
    story = replace(told.story, published=Published(on=date(2025, 10, day), basis="given"))
    acts = [replace(event, when="2025-10-13") for event in events_in(text, bodies=("Alfa Steel",))]

    assert len(without_news(text, claims_in(told), acts, story)) == kept
