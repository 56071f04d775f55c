"""What a story says of a party, and the words that say it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nongrata.parties.facts import Page, facts_of
from nongrata.parties.gender import gender_told
from nongrata.values import Span
from tests.parties.stories import Told, said, tell

LISTED = {
    "Anna Petrova": "Person",
    "Viktor Bout": "Person",
    "Northern Steel": "Company",
    "Pablo Star": "Vessel",
    "Kim Jong Un": "Person",
    "Syrian Arab Airlines": "Company",
}


def read(text: str) -> Told:
    """Read a text with these names on the lists."""
    return tell(text, listed=LISTED)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Petrova, 39, left.",
        "Anna Petrova, aged 39, left.",
        "Anna Petrova (39) left.",
        "Anna Petrova, who is 39 years old, left.",
        "Anna Petrova, a broker, aged 39, left.",
        "The 39-year-old Anna Petrova left.",
        "The 39-year-old footballer Anna Petrova left.",
    ],
)
def test_an_age_stands_on_either_side_of_a_name(text: str) -> None:
    told = read(text)
    (fact,) = [fact for fact in told.party("Anna Petrova").facts if fact.kind == "age"]

    assert (fact.value, fact.span.of(text)) == ("39", "39")


def test_a_number_in_a_list_of_names_is_an_age_only_beside_the_name() -> None:
    assert said(read("Anna Petrova left on 39 trains.").party("Anna Petrova"), "age") == []


@pytest.mark.parametrize("day", ["3 May 1961", "May 3, 1961", "May 1961", "1961"])
def test_a_birth_date_is_as_exact_as_the_text(day: str) -> None:
    told = read(f"Anna Petrova, who was born on {day}, left.")

    assert said(told.party("Anna Petrova"), "birth_date") == [day]


def test_a_title_tells_the_office_and_the_country() -> None:
    party = read("North Korean leader Kim Jong Un left.").party("Kim Jong Un")

    assert (said(party, "position"), said(party, "country")) == (["North Korean leader"], ["kp"])


def test_an_apposition_tells_the_office_and_the_country() -> None:
    party = read("Anna Petrova, foreign minister of Latvia, left.").party("Anna Petrova")

    assert (said(party, "position"), said(party, "country")) == (["foreign minister of Latvia"], ["lv"])


def test_an_ally_s_office_is_not_the_party_s() -> None:
    party = read("A longtime ally of President Viktor Bout left.").party("Viktor Bout")

    assert said(party, "position") == ["President"]


def test_a_name_between_commas_has_the_office_told_before_it() -> None:
    party = read("Latvia's foreign minister, Anna Petrova, left.").party("Anna Petrova")

    assert (said(party, "position"), said(party, "country")) == (["Latvia's foreign minister"], ["lv"])


def test_who_acts_after_talks_with_a_minister_is_not_the_minister() -> None:
    assert (
        said(read("After talks with the foreign minister, Anna Petrova left.").party("Anna Petrova"), "position") == []
    )


def test_an_apposition_without_an_office_tells_no_position() -> None:
    assert said(read("Anna Petrova, a friend of theirs, left.").party("Anna Petrova"), "position") == []


def test_a_trade_is_told() -> None:
    assert said(read("The footballer Viktor Bout scored.").party("Viktor Bout"), "position") == ["footballer"]


@pytest.mark.parametrize(
    ("text", "employer"),
    [
        ("Anna Petrova of the Volga Steel Works left.", ["Volga Steel Works"]),
        ("Anna Petrova, an engineer at Volga Steel Works, left.", ["Volga Steel Works"]),
        ("Anna Petrova, a niece of Viktor Bout, left.", []),
        ("Anna Petrova left.", []),
    ],
)
def test_an_employer_is_a_body_and_no_relative(text: str, employer: list[str]) -> None:
    assert said(read(text).party("Anna Petrova"), "employer") == employer


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Ms. Anna Petrova left.", "female"),
        ("Mr Anna Petrova left.", "male"),
        ("Sir Anna Petrova left.", "male"),
        ("his younger sister Anna Petrova left.", "female"),
        ("Anna Petrova, the younger sister of a broker, left.", "female"),
        ("Anna Petrova, Viktor Bout’s wife, left.", "female"),
        ("Anna Petrova (34) is his wife.", "female"),
        ("Anna Petrova, a businessman, left.", "male"),
        ("Anna Petrova, the daughter-in-law of a broker, left.", "female"),
    ],
)
def test_an_honorific_or_a_word_of_kinship_tells_the_gender(text: str, gender: str) -> None:
    assert said(read(text).party("Anna Petrova"), "gender") == [gender]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Petrova met his sister.",
        "Anna Petrova, his wife and two sons were named.",
        "Anna Petrova, his wife, and two sons were named.",
        "Anna Petrova, flanked by his son, left.",
        "Accompanied by his wife, Anna Petrova left.",
    ],
)
def test_somebody_else_s_kin_tells_nothing(text: str) -> None:
    at = text.index("Anna Petrova")

    assert gender_told(text, Span(at, at + len("Anna Petrova"))) is None


def test_a_pronoun_tells_the_gender_of_the_only_one_it_can_mean() -> None:
    assert said(read("Anna Petrova left. She waved.").party("Anna Petrova"), "gender") == ["female"]


def test_a_pronoun_that_may_mean_two_tells_no_gender() -> None:
    told = read("Viktor Bout spoke to Anna Petrova. She nodded.")

    assert [said(party, "gender") for party in told.cast.parties] == [[], []]


@pytest.mark.parametrize(
    ("text", "name", "number"),
    [
        ("The tanker Pablo Star, IMO 9133587, burned.", "Pablo Star", "imo:9133587"),
        ("The tanker Pablo Star (IMO number: 9133587) burned.", "Pablo Star", "imo:9133587"),
        ("Northern Steel, INN 7707083893, was named.", "Northern Steel", "inn:7707083893"),
        ("Northern Steel (LEI 5493001KJTIIGC8Y1R12) was named.", "Northern Steel", "lei:5493001KJTIIGC8Y1R12"),
    ],
)
def test_a_number_belongs_to_the_name_before_it(text: str, name: str, number: str) -> None:
    assert said(read(text).party(name), "identifier") == [number]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("It paid Northern Steel, the Latvian trading arm of a Russian oil major.", ["lv"]),
        ("Northern Steel, a Cyprus-based trader, was named.", ["cy"]),
        ("Northern Steel, which is registered in Iran, was named.", ["ir"]),
        ("Northern Steel, headquartered in Moscow, was named.", ["ru"]),
        ("Northern Steel, based in Oz, was named.", []),
        ("Northern Steel was named.", []),
        ("Northern Steel, a Russian mill, was named.", ["ru"]),
        ("Northern Steel, Iran and others were named.", []),
        ("Russia’s Northern Steel was named.", ["ru"]),
        ("The EU-sanctioned Northern Steel was named.", []),
        ("The Iran-backed Northern Steel was named.", []),
    ],
)
def test_a_seat_or_a_description_tells_a_body_s_country(text: str, country: list[str]) -> None:
    assert said(read(text).party("Northern Steel"), "country") == country


def test_a_country_inside_a_body_s_name_is_its_country() -> None:
    assert said(read("Syrian Arab Airlines flew on.").party("Syrian Arab Airlines"), "country") == ["sy"]


def test_the_towns_of_the_sentence_are_told_of_bodies_and_not_of_people() -> None:
    told = read("Viktor Bout saw Northern Steel in Komsomolsk-on-Amur.")

    assert said(told.party("Northern Steel"), "place") == ["Komsomolsk-on-Amur"]
    assert said(told.party("Viktor Bout"), "place") == []


def test_another_name_is_a_fact() -> None:
    assert said(read("Northern Steel, known as Norsteel, was named.").party("Northern Steel"), "alias") == ["Norsteel"]


def test_a_fact_told_twice_is_given_once_with_its_first_words() -> None:
    told = read("Anna Petrova, 39, left. Anna Petrova, 39, came back.")
    (fact,) = told.party("Anna Petrova").facts

    assert fact.span == Span(14, 16)


def test_a_party_that_stands_in_no_sentence_has_the_facts_beside_its_name() -> None:
    told = read("Foreign minister Anna Petrova, 39, left.")
    page = Page.of(told.text, replace(told.reading, sentences=()))

    assert [fact.kind for fact in facts_of(page, told.party("Anna Petrova"))] == ["age"]


def test_a_capital_that_stands_for_its_government_is_no_body_s_place() -> None:
    assert said(read("Moscow said Northern Steel had been sold.").party("Northern Steel"), "place") == []


def test_where_a_report_was_filed_is_no_body_s_place() -> None:
    told = read("LIMA, July 3 (Reuters) - Northern Steel has a mill in Cusco.")

    assert said(told.party("Northern Steel"), "place") == ["Cusco"]


def test_an_office_ends_where_a_clause_says_more_of_who_holds_it() -> None:
    bout = read("Viktor Bout, the head of a bank who has been under EU sanctions since 2022, left.").party(
        "Viktor Bout"
    )

    assert (said(bout, "position"), said(bout, "country")) == (["the head of a bank"], [])


def test_a_dateline_is_no_part_of_a_title() -> None:
    assert said(read("LIMA - President Viktor Bout left.").party("Viktor Bout"), "position") == ["President"]
