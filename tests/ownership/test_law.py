"""The regulators' worked examples and the sentences of their guidance, each as a case of its own.

The facts are made up to the shape of the guidance; the source of each is named beside it.
"""

from __future__ import annotations

from fractions import Fraction

import pytest

import nongrata
from nongrata.ownership.law.rules import RULES, rule_of

Rows = list[list[object]]

OFAC: list[tuple[str, Rows, list[str], dict[str, str]]] = [
    (
        "FAQ 399: one blocked person with half",
        [["Volkov", "Severnaya Bank", 50]],
        ["Volkov"],
        {"Severnaya Bank": "blocked"},
    ),
    (
        "FAQ 399: three blocked persons, none near half, are added",
        [["V", "Port", 20], ["W", "Port", 20], ["Y", "Port", 10]],
        ["V", "W", "Y"],
        {"Port": "blocked"},
    ),
    (
        "FAQ 399: stakes of persons blocked under different programmes are added; that of a free one is not",
        [["narcotics", "Port", 30], ["terror", "Port", 19], ["free", "Port", 51]],
        ["narcotics", "terror"],
        {"Port": "not blocked"},
    ),
    (
        "FAQ 401, example 1: half of half is still half",
        [["V", "Holding", 50], ["Holding", "Mill", 50]],
        ["V"],
        {"Holding": "blocked", "Mill": "blocked"},
    ),
    (
        "FAQ 401, example 2: two halves of 25 by two blocked companies",
        [["V", "North", 50], ["V", "South", 50], ["North", "Mill", 25], ["South", "Mill", 25]],
        ["V"],
        {"Mill": "blocked"},
    ),
    (
        "FAQ 401, example 3: a small stake of one's own and a large one through a blocked company",
        [["V", "North", 50], ["V", "Mill", 10], ["North", "Mill", 40]],
        ["V"],
        {"Mill": "blocked"},
    ),
    (
        "FAQ 401, example 4: what a company that is not blocked holds does not count",
        [["V", "North", 50], ["V", "South", 25], ["North", "Mill", 25], ["South", "Mill", 25]],
        ["V"],
        {"North": "blocked", "South": "not blocked", "Mill": "not blocked"},
    ),
    (
        "FAQ 401, example 5: 25 of each of two parents blocks neither, nor their common child",
        [["V", "North", 25], ["V", "South", 25], ["North", "Mill", 50], ["South", "Mill", 50]],
        ["V"],
        {"North": "not blocked", "South": "not blocked", "Mill": "not blocked"},
    ),
    (
        "FAQ 401: two persons' stakes in the parent are added before the parent's stake counts",
        [["V", "Holding", 26], ["W", "Holding", 24], ["Holding", "Mill", 60]],
        ["V", "W"],
        {"Holding": "blocked", "Mill": "blocked"},
    ),
    (
        "revised guidance of 2014: 50 percent minus one share is not 50",
        [["V", "Mill", "49.9999"]],
        ["V"],
        {"Mill": "not blocked"},
    ),
    (
        "revised guidance of 2014: a blocked subsidiary says nothing of its owner",
        [["Parent", "Mill", 100], ["Mill", "Shop", 100]],
        ["Mill"],
        {"Parent": "not blocked", "Shop": "blocked"},
    ),
]

SECTORAL: list[tuple[str, str, Rows, list[str], dict[str, str]]] = [
    ("us_ssi", "FAQ 373: half of a directive's company", [["Oil", "Service", 50]], ["Oil"], {"Service": "blocked"}),
    ("us_ssi", "FAQ 373: less than half", [["Oil", "Service", 33]], ["Oil"], {"Service": "not blocked"}),
    ("us_ssi_4", "Directive 4: a third of a project", [["Oil", "Project", 33]], ["Oil"], {"Project": "blocked"}),
    (
        "us_ssi_4",
        "FAQ 538: 20 and 20 percent of one project are 40",
        [["Oil", "Project", 20], ["Gas", "Project", 20]],
        ["Oil", "Gas"],
        {"Project": "blocked"},
    ),
    (
        "us_ssi_4",
        "FAQ 373: 33 percent is for the project; the company between must be owned at 50",
        [["Oil", "Operator", 40], ["Operator", "Project", 100]],
        ["Oil"],
        {"Project": "not blocked"},
    ),
    (
        "us_ssi_4",
        "FAQ 538: entities owned 50 percent count for the project",
        [["Oil", "Operator", 50], ["Operator", "Project", 33]],
        ["Oil"],
        {"Operator": "blocked", "Project": "blocked"},
    ),
    (
        "us_capta_2",
        "Directive 2 under E.O. 14024: banks owned 50 percent in the aggregate",
        [["Bank", "Branch", 30], ["Other Bank", "Branch", 20]],
        ["Bank", "Other Bank"],
        {"Branch": "blocked"},
    ),
]

EUROPE: list[tuple[str, str, Rows, list[str], dict[str, str]]] = [
    ("eu", "best practices 2018, 62: more than 50", [["V", "Yard", "50.01"]], ["V"], {"Yard": "blocked"}),
    ("eu", "best practices 2018, 62: just 50", [["V", "Yard", 50]], ["V"], {"Yard": "not blocked"}),
    ("eu_2024", "best practices 2024: 50 or more", [["V", "Yard", 50]], ["V"], {"Yard": "blocked"}),
    ("eu_2024", "best practices 2024: below 50", [["V", "Yard", "49.99"]], ["V"], {"Yard": "not blocked"}),
    (
        "eu",
        "Commission FAQ: 30 and 25 of two listed persons are added",
        [["V", "Yard", 30], ["W", "Yard", 25], ["free", "Yard", 45]],
        ["V", "W"],
        {"Yard": "blocked"},
    ),
    (
        "eu",
        "Commission FAQ: indirectly, through an owned company, and its own stake beside it",
        [["V", "Holding", 60], ["Holding", "Yard", 40], ["V", "Yard", 11]],
        ["V"],
        {"Yard": "blocked"},
    ),
    ("ch", "SECO FAQ 2024: just 50 is not more than 50", [["V", "Bank", 50]], ["V"], {"Bank": "not blocked"}),
    ("ch", "SECO FAQ 2024: more than 50", [["V", "Bank", 51]], ["V"], {"Bank": "blocked"}),
    (
        "ch",
        "SECO FAQ 2024: listed holders are added",
        [["V", "Bank", 26], ["W", "Bank", 25]],
        ["V", "W"],
        {"Bank": "blocked"},
    ),
    (
        "ch",
        "SECO FAQ 2024: indirectly",
        [["V", "Holding", 51], ["Holding", "Bank", 51]],
        ["V"],
        {"Bank": "blocked"},
    ),
]

ONE_PERSON: list[tuple[str, str, Rows, list[str], dict[str, str]]] = [
    ("uk", "regulation 7(2)(a): more than 50 of the shares", [["V", "Club", "50.5"]], ["V"], {"Club": "blocked"}),
    (
        "uk",
        "OFSI 2022: 40 and 40 of two designated persons are not simply added",
        [["V", "Club", 40], ["W", "Club", 40]],
        ["V", "W"],
        {"Club": "not blocked"},
    ),
    (
        "uk",
        "Schedule 1: one's own 30 and 30 through a company of one's own are one holding",
        [["V", "Holding", 60], ["Holding", "Club", 30], ["V", "Club", 30]],
        ["V"],
        {"Club": "blocked"},
    ),
    (
        "uk",
        "Schedule 1: 30 of one person and 30 through another's company are not",
        [["V", "Holding", 60], ["Holding", "Club", 30], ["W", "Club", 30]],
        ["V", "W"],
        {"Holding": "blocked", "Club": "not blocked"},
    ),
    ("ca", "section 2.1(2)(a): just 50 percent", [["V", "Mine", 50]], ["V"], {"Mine": "blocked"}),
    ("ca", "section 2.1(2)(a): below 50", [["V", "Mine", "49.9"]], ["V"], {"Mine": "not blocked"}),
    (
        "ca",
        "section 2.1(2)(a): directly or indirectly",
        [["V", "Holding", 50], ["Holding", "Mine", 50]],
        ["V"],
        {"Mine": "blocked"},
    ),
    (
        "ca",
        "section 2.1(2): “a person”, in the singular",
        [["V", "Mine", 30], ["W", "Mine", 30]],
        ["V", "W"],
        {"Mine": "not blocked"},
    ),
    ("au", "Corporations Act 46(a)(iii): more than one-half", [["V", "Farm", 51]], ["V"], {"Farm": "blocked"}),
    ("au", "Corporations Act 46(a)(iii): just one-half", [["V", "Farm", 50]], ["V"], {"Farm": "not blocked"}),
    (
        "au",
        "Corporations Act 46(b): a subsidiary of a subsidiary",
        [["V", "Holding", 51], ["Holding", "Farm", 51]],
        ["V"],
        {"Farm": "blocked"},
    ),
]

ALL = [("us_ofac", *case) for case in OFAC] + SECTORAL + EUROPE + ONE_PERSON


@pytest.mark.parametrize(("regime", "source", "stakes", "listed", "expected"), ALL, ids=[case[1] for case in ALL])
def test_the_guidance_is_followed(
    regime: str, source: str, stakes: Rows, listed: list[str], expected: dict[str, str]
) -> None:
    answers = nongrata.exposure(stakes, listed, regime)

    assert {party: answers[party].verdict for party in expected} == expected, source


# Control: FAQ 398 for OFAC; best practices, paragraph 63; regulation 7(4); SECO FAQ; 50AA; section 2.1(2)(b) and (c).
CONTROL = {
    "us_ofac": "not blocked",
    "eu": "control",
    "uk": "control",
    "ch": "control",
    "au": "control",
    "ca": "control",
}


@pytest.mark.parametrize("regime", CONTROL)
def test_control_without_ownership_is_enough_everywhere_but_at_ofac(regime: str) -> None:
    answers = nongrata.exposure([["V", "Trust", 10], ["Trust", "Boat", 100]], ["V"], regime, control=[["V", "Trust"]])

    assert answers["Trust"].verdict == answers["Boat"].verdict == CONTROL[regime]


def test_ofac_urges_caution_where_a_blocked_person_controls() -> None:
    """FAQ 398 and 400."""
    answer = nongrata.exposure([["V", "Trust", 49]], ["V"], "us_ofac", control=[["V", "Trust"]])["Trust"]

    assert answer.verdict == "not blocked"
    assert any("FAQ 398" in note for note in answer.notes)
    assert any("controlled by V" in note for note in answer.notes)


# Votes: nothing to OFAC; a criterion of control in the EU and Switzerland; a half in their own right elsewhere.
VOTES = {
    "us_ofac": "not blocked",
    "eu": "control",
    "ch": "control",
    "uk": "blocked",
    "au": "blocked",
    "ca": "blocked",
    "us_ssi_4": "blocked",
}


@pytest.mark.parametrize("regime", VOTES)
def test_a_majority_of_the_votes_is_what_each_law_makes_of_it(regime: str) -> None:
    stakes = [
        {"owner": "V", "owned": "Club", "percent": 10},
        {"owner": "V", "owned": "Club", "percent": 60, "kind": "votes"},
    ]

    assert nongrata.exposure(stakes, ["V"], regime)["Club"].verdict == VOTES[regime]


def test_shares_and_votes_are_never_added_to_each_other() -> None:
    stakes = [{"owner": "V", "owned": "Club", "percent": 30, "kind": kind} for kind in ("shares", "votes")]

    assert {nongrata.exposure(stakes, ["V"], regime)["Club"].verdict for regime in RULES} == {"not blocked"}


def test_a_joint_arrangement_counts_for_each_of_its_parties() -> None:
    """Schedule 1: each party is treated as holding what all of them hold; a designated one is enough."""
    stakes = [["V", "Club", 20], ["nominee", "Club", 35], ["other", "Club", 45]]

    assert nongrata.exposure(stakes, ["V"], "uk", joint=[["V", "nominee", "Club"]])["Club"].verdict == "blocked"
    assert nongrata.exposure(stakes, ["V"], "uk", joint=[["nominee", "other", "Club"]])["Club"].verdict == "not blocked"
    assert nongrata.exposure(stakes, ["V"], "uk")["Club"].verdict == "not blocked"


def test_a_joint_arrangement_of_a_company_below_the_designated_person_counts() -> None:
    stakes = [["V", "Holding", 80], ["Holding", "Club", 20], ["nominee", "Club", 35]]

    answer = nongrata.exposure(stakes, ["V"], "uk", joint=[["Holding", "nominee", "Club"]])["Club"]

    assert (answer.verdict, answer.sum) == ("blocked", Fraction(55))


def test_bands_of_the_register_decide_where_they_can() -> None:
    """The PSC register's bands: "more than 50 percent but less than 75" settles the UK, not "75 or more" only."""
    band = [["V", "Club", "more than 50 but less than 75"]]
    lower = [["V", "Club", "more than 25 but not more than 50"]]

    assert nongrata.exposure(band, ["V"], "uk")["Club"].verdict == "blocked"
    assert nongrata.exposure(lower, ["V"], "uk")["Club"].verdict == "not blocked"
    assert nongrata.exposure(lower, ["V"], "us_ofac")["Club"].verdict == "depends"
    assert nongrata.exposure([*lower, ["V", "Club", 25]], ["V"], "eu")["Club"].verdict == "blocked"


def test_just_half_in_the_eu_names_the_change_of_2024() -> None:
    answer = nongrata.exposure([["V", "Yard", 50]], ["V"], "eu")["Yard"]

    assert any("11623/24" in note for note in answer.notes)


@pytest.mark.parametrize("regime", RULES)
def test_every_rule_cites_its_law(regime: str) -> None:
    rule = rule_of(regime)

    assert rule.regime == regime
    assert any(character.isdigit() for character in rule.law)
    assert len((RULES[regime].__doc__ or "").splitlines()) >= 4


def test_an_unknown_regime_is_told_the_known_ones() -> None:
    with pytest.raises(nongrata.NongrataError, match=r"regime='mars': wanted one of us_ofac, .*uk"):
        nongrata.exposure([], [], "mars")
