"""Bodies that the words around them tell, and what those words must not make a body."""

from __future__ import annotations

import pytest

from nongrata.mentions.names.long_forms import long_forms
from nongrata.mentions.names.patterns import find_by_words
from nongrata.values import Span
from tests.parties.stories import brief, tell


def told(text: str) -> dict[str, str]:
    """Give the names that words alone tell, with their schemata."""
    return {name.span.of(text): name.schema for name in find_by_words(text, Span(0, len(text)))}


@pytest.mark.parametrize(
    ("text", "name", "schema"),
    [
        ("Endrava, Norland's state diamond company, sold it.", "Endrava", "Company"),
        ("On Monday Tallowby, a London analytics firm, said so.", "Tallowby", "Company"),
        ("The pit is a unit of Orsk Metals.", "Orsk Metals", "Company"),
        ("It ordered AO Volgabank to pay.", "AO Volgabank", "Company"),
        ("Ann Lee's Meadow Group wanted the club.", "Meadow Group", "Company"),
        ("Kyiv-based Delta Tools Co., Limited sold it.", "Delta Tools Co., Limited", "Company"),
        ("State news firm Sabrina reported it.", "Sabrina", "Organization"),
        ("Turkey's largest refiner, Tallowby, stopped buying.", "Tallowby", "Company"),
        ("A blockchain analysis firm, Tallowby, reported it.", "Tallowby", "Organization"),
        ("They robbed the Japanese exchange Tallow Coin in May.", "Tallow Coin", "Organization"),
        ("It is run by Volta Industries System.", "Volta Industries System", "Company"),
        ("The Q23 rebels left.", "Q23", "Organization"),
        ("He trains FC Zandvoort.", "FC Zandvoort", "Organization"),
        ("She leads St Mary's Primary School.", "St Mary's Primary School", "Organization"),
        ("The Great Oakley Residents' Association asked.", "Great Oakley Residents' Association", "Organization"),
        ("The Panama-flagged Bueno and the Skipper carried oil.", "Skipper", "Vessel"),
        ("The navy's patrol boat Rasma left.", "Rasma", "Vessel"),
    ],
)
def test_the_words_around_it_tell_a_body(text: str, name: str, schema: str) -> None:
    assert told(text).get(name) == schema


@pytest.mark.parametrize(
    "text",
    [
        "The central bank Governor Jane Doe spoke.",
        "Jane Doe, the bank's chairwoman, spoke.",
        "Jane Doe, a company spokeswoman, spoke.",
        "They met in the West Bank on Monday.",
        "It is a unit of Russia.",
        "He worked for a Kyiv firm, Jane Doe, a colleague, said.",
        "The head of Turkey's largest bank, Jane Doe, spoke.",
        "Islamist rebels left.",
    ],
)
def test_an_office_a_country_or_a_region_is_no_body(text: str) -> None:
    assert set(told(text).values()) <= {"Person"}


def test_the_letters_behind_a_name_tell_where_it_begins() -> None:
    text = "the Criminal Division's Computer Crime and Intellectual Property Section (CCIPS) is on it"

    assert [name.span.of(text) for name in long_forms(text, Span(0, len(text)))] == [
        "Computer Crime and Intellectual Property Section"
    ]


@pytest.mark.parametrize(
    "text", ["the People's Republic of China (PRC)", "gross tonnage (GT)", "the Chief Officer (CO)"]
)
def test_a_country_a_thing_and_an_office_have_letters_too(text: str) -> None:
    assert list(long_forms(text, Span(0, len(text)))) == []


def test_a_country_s_letters_are_no_party() -> None:
    assert "PRC" not in brief(tell("It is based in Hong Kong and the People's Republic of China (PRC)."))


def test_a_day_and_a_law_are_no_part_of_a_name() -> None:
    names = brief(
        tell("The Sea Lark called at Port Orla on Feb 2 under the Trade (Sanctions) (EU Exit) Regulations 2019.")
    )

    assert list(names) == ["Sea Lark"]


def test_two_bodies_joined_are_two() -> None:
    names = brief(tell("They support the Norland Armed Forces and the Rapid Support Forces in the north."))

    assert list(names) == ["Norland Armed Forces", "Rapid Support Forces"]


def test_a_nickname_in_a_name_is_part_of_it() -> None:
    assert brief(tell('The sons of Emil "El Zorro" Korvin were seen.')) == {'Emil "El Zorro" Korvin': "Person"}


def test_who_stands_behind_an_office_is_a_person() -> None:
    names = brief(tell("It helps, said Director of the Office of Foreign Assets Control Anna M. Korvin."))

    assert names["Anna M. Korvin"] == "Person"
    assert names["Office of Foreign Assets Control"] == "PublicBody"


@pytest.mark.parametrize(
    ("text", "name", "schema"),
    [
        ("Tallowby's owner, Ann Lee, sold it.", "Tallowby", "Company"),
        ("They took the Meadow Leader, a car carrier, in May.", "Meadow Leader", "Vessel"),
        ("She told the daily Vestnik of it.", "Vestnik", "Organization"),
    ],
)
def test_what_belongs_to_it_tells_a_body(text: str, name: str, schema: str) -> None:
    assert told(text).get(name) == schema


def test_the_agency_of_a_dateline_that_no_table_knows_is_no_party() -> None:
    assert brief(tell("PORT ORLA, Aug. 19 (ZETA) - The court met.")) == {}


def test_a_town_that_begins_a_sentence_is_a_town() -> None:
    told_of = tell("In Banja Luka, Emil Korvin spoke of the talks in Bosnia.")

    assert "Banja Luka" in [place.name for place in told_of.reading.places]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Trade ministry spokesperson Randvir Jaisal told reporters.", "Randvir Jaisal"),
        ("Gibril Ibrahimi, the finance minister, flew home.", "Gibril Ibrahimi"),
        ("Adama Kante, a lawyer for the firm, left.", "Adama Kante"),
    ],
)
def test_a_job_beside_a_name_tells_a_person(text: str, name: str) -> None:
    assert told(text)[name] == "Person"
