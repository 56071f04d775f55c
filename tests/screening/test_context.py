"""What the story says held against what the lists say: each rule agrees, contradicts, or is silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from nongrata.parties import Party, PartyMention
from nongrata.parties.introduced import trade_beside
from nongrata.screening import ListedParty, Setting
from nongrata.screening.context.names import (
    another_of_country,
    another_well_known,
    introduced_after_another,
    is_common_name,
    known_by_name,
    said_to_be_another,
    same_alias,
    spelt_out_otherwise,
    telling_words,
)
from nongrata.screening.context.office import beside_linked, head_of_regime, other_trade, same_employer, same_position
from nongrata.screening.context.person import other_age, other_gender, other_pronoun, same_age, same_gender
from nongrata.screening.context.places import other_country, place_names, same_country, same_place, story_of_country
from nongrata.screening.context.rules import RULES, other_identifier, same_identifier
from nongrata.screening.context.sanctions import said_to_be_sanctioned, sanctions_said_before
from nongrata.values import Span
from tests.screening.listings import FRIDAY, NOWHERE, about, linked, listed, only, told

KIM = only(
    listed(
        "Person",
        "KIM, Jong Un",
        "Kim Chong-un",
        born=["1984-01-08"],
        genders=("male",),
        countries=("kp",),
        positions=("Chairman of the Workers' Party of Korea",),
        authority="OFAC",
    )
)
PLANT = only(listed("Company", "KOMSOMOLSK-ON-AMUR AVIATION PLANT", "KNAAPO", countries=("ru",), towns=["Khabarovsk"]))
SHIP = only(listed("Vessel", "PABLO", numbers=[("imo", "IMO 9133587")], countries=("ga",)))


@pytest.mark.parametrize("age", ["38", "39", "40", "41"])
def test_an_age_agrees_with_a_year_s_slack(age: str) -> None:
    stated = same_age(told("Kim Jong Un", age=age), KIM, NOWHERE)

    assert stated is not None
    assert stated[0] == (
        f"the story gives the age as {age} on 17 May 2024; the list's birth date is 8 January 1984 (OFAC): consistent"
    )
    assert other_age(told("Kim Jong Un", age=age), KIM, NOWHERE) is None


def test_a_statesman_known_to_all_is_meant_by_his_name_in_a_story_of_any_country_and_a_namesake_is_not() -> None:
    saddam = only(listed("Person", "HUSSEIN, Saddam", countries=("iq",)))

    assert known_by_name(told("Saddam Hussein"), saddam, about("ke")) is not None
    assert (
        known_by_name(told("Saddam Hussein"), only(listed("Person", "Saddam Hussein", countries=("bd",))), NOWHERE)
        is None
    )
    assert known_by_name(told("Hussein"), saddam, NOWHERE) is None
    assert known_by_name(told("Saddam Hussein", schema="Vessel"), saddam, NOWHERE) is None


def test_the_army_of_one_country_is_no_band_of_its_name_elsewhere() -> None:
    path = only(listed("Organization", "Shining Path", "People's Liberation Army", countries=("pe",)))
    army = told("People’s Liberation Army", schema="Organization")

    assert another_of_country(army, path, about("hk")) is not None
    assert another_of_country(army, path, about("pe")) is None
    assert another_of_country(army, only(listed("Organization", "PLA", countries=("cn",))), about("hk")) is None
    assert another_of_country(told("Ituri Front", schema="Organization"), path, NOWHERE) is None


def test_the_sister_of_a_president_heads_no_regime() -> None:
    sister = only(listed("Person", "Bushra AL-ASSAD", positions=("Sister of President Bashar al-Assad",)))
    himself = only(listed("Person", "Bashar AL-ASSAD", positions=("President of the Syrian Arab Republic",)))
    story = about("sy", text="Assad regime troops left.")

    assert head_of_regime(told("Assad"), sister, story) is None
    assert head_of_regime(told("Assad"), himself, story) is not None


def test_no_trade_of_another_clause_is_the_bearer_s() -> None:
    text = "He was a student in Canada when Bashar al-Assad came to power, and met a dentist in Doha called Omar Assad."
    of_clause, of_dentist = (Span(text.index(name), text.index(name) + len(name)) for name in ("Bashar", "Omar"))

    assert trade_beside(text, of_clause) is None
    assert trade_beside(text, of_dentist) is not None


@pytest.mark.parametrize("age", ["24", "37", "43", "60"])
def test_another_age_contradicts(age: str) -> None:
    stated = other_age(told("Kim Jong Un", age=age), KIM, NOWHERE)

    assert stated is not None
    assert stated[0].endswith("not the same person by that")
    assert same_age(told("Kim Jong Un", age=age), KIM, NOWHERE) is None


def test_a_birth_date_agrees_or_contradicts_as_exactly_as_it_is_told() -> None:
    assert same_age(told("Kim Jong Un", birth_date="1984"), KIM, NOWHERE)
    assert same_age(told("Kim Jong Un", birth_date="8 January 1984"), KIM, NOWHERE)
    assert other_age(told("Kim Jong Un", birth_date="1961"), KIM, NOWHERE)


@pytest.mark.parametrize(
    ("party", "against", "setting"),
    [
        (told("Kim Jong Un"), KIM, NOWHERE),
        (told("Kim Jong Un", age="39"), PLANT, NOWHERE),
        (told("Kim Jong Un", age="39"), KIM, about(on=None)),
        (told("Kim Jong Un", age="young"), KIM, NOWHERE),
        (told("Kim Jong Un", birth_date="some day"), KIM, NOWHERE),
    ],
)
def test_an_age_is_silent_where_a_side_does_not_tell(party: Party, against: ListedParty, setting: Setting) -> None:
    assert same_age(party, against, setting) is None
    assert other_age(party, against, setting) is None


def test_an_identifier_agrees_however_the_list_writes_it() -> None:
    stated = same_identifier(told("Pablo", "Vessel", identifier="imo:9133587"), SHIP, NOWHERE)

    assert stated == ("the story gives IMO 9133587, as the list does", Span(0, 3))


def test_another_number_of_the_same_kind_contradicts() -> None:
    stated = other_identifier(told("Pablo", "Vessel", identifier="imo:9000001"), SHIP, NOWHERE)

    assert stated == ("the story gives IMO 9000001; the list has 9133587", Span(0, 3))


@pytest.mark.parametrize("number", ["mmsi:123456789", "lei:5493001KJTIIGC8Y1R12"])
def test_a_number_of_another_kind_is_silent(number: str) -> None:
    party = told("Pablo", "Vessel", identifier=number)

    assert same_identifier(party, SHIP, NOWHERE) is None
    assert other_identifier(party, SHIP, NOWHERE) is None


def test_a_code_with_letters_is_compared_as_written() -> None:
    bank = only(listed("Company", "ALFA BANK", numbers=[("lei", "5493001KJTIIGC8Y1R12")]))

    assert same_identifier(told("Alfa Bank", "Company", identifier="lei:5493001KJTIIGC8Y1R12"), bank, NOWHERE)


def test_a_country_agrees_contradicts_or_is_silent() -> None:
    assert same_country(told("Kim Jong Un", country="kp"), KIM, about(text="Pyongyang")) == (
        "the story ties the name to North Korea (“Pyo”); so does the list",
        Span(0, 3),
    )
    assert other_country(told("Kim Jong Un", country="cu"), KIM, NOWHERE) == (
        "the story ties the name to Cuba; the list has North Korea",
        Span(0, 3),
    )
    assert other_country(told("Kim Jong Un", country=("cu", "kp")), KIM, NOWHERE) is None
    assert same_country(told("Kim Jong Un"), KIM, NOWHERE) is None
    assert other_country(told("Kim Jong Un"), KIM, NOWHERE) is None


def test_a_story_about_the_listing_s_country_counts_unless_the_party_is_tied_to_it() -> None:
    assert story_of_country(told("Kim Jong Un"), KIM, about("kp", "ru")) == (
        "the story is also about North Korea, a country of the listing",
        None,
    )
    assert story_of_country(told("Kim Jong Un", country="kp"), KIM, about("kp")) is None
    assert story_of_country(told("Kim Jong Un"), KIM, about("fr")) is None


def test_america_is_in_every_story_and_tells_nothing() -> None:
    assert story_of_country(told("A"), only(listed("Person", "A B", countries=("us",))), about("us")) is None


def test_a_town_agrees_with_an_address_or_with_a_listed_name() -> None:
    in_name = same_place(told("Gagarin Plant", "Company", place="Komsomolsk-on-Amur"), PLANT, NOWHERE)
    in_address = same_place(told("Gagarin Plant", "Company", place="Khabarovsk"), PLANT, NOWHERE)

    assert in_name is not None
    assert in_name[0].endswith("in a listed name")
    assert in_address is not None
    assert in_address[0].endswith("in an address")


def test_another_town_or_a_short_one_is_silent_and_so_are_people() -> None:
    assert same_place(told("Gagarin Plant", "Company", place=("Omsk", "Ufa")), PLANT, NOWHERE) is None
    assert same_place(told("Kim Jong Un", place="Komsomolsk-on-Amur"), PLANT, NOWHERE) is None


def test_a_town_that_the_party_is_called_by_says_nothing() -> None:
    plant = only(listed("Company", "GAGARIN PLANT", towns=["Building 5, West Gate"]))
    assert same_place(told("Gagarin Plant", "Company", place=("Building", "West")), plant, NOWHERE) is None
    assert same_place(told("Khabarovsk", "Organization", place="Khabarovsk"), PLANT, NOWHERE) is None
    assert same_place(told("Komsomolsk-on-Amur Plant", "Company", place="Komsomolsk-on-Amur"), PLANT, NOWHERE) is None


@pytest.mark.parametrize("office", ["party chairman", "chairman of the Workers’ Party"])
def test_an_office_agrees_by_its_words(office: str) -> None:
    assert same_position(told("Kim Jong Un", position=office), KIM, NOWHERE)


@pytest.mark.parametrize("office", ["minister of trade", "deputy", "singer"])
def test_another_office_is_silent(office: str) -> None:
    assert same_position(told("Kim Jong Un", position=office), KIM, NOWHERE) is None


def test_a_one_word_office_agrees_by_that_word() -> None:
    minister = only(listed("Person", "MANTUROV, Denis", positions=("Minister",)))

    assert same_position(told("Denis Manturov", position="minister"), minister, NOWHERE)
    assert same_position(told("Denis Manturov", position="prime minister"), minister, NOWHERE)


def test_a_trade_that_nobody_is_listed_for_contradicts() -> None:
    stated = other_trade(told("Kim Jong Un", position="footballer"), KIM, NOWHERE)

    assert stated == ("the story calls the bearer of the name “footballer”; nothing in the list fits that", Span(0, 3))


def test_a_trade_of_long_ago_contradicts_nobody() -> None:
    assert other_trade(told("Kim Jong Un", position="former footballer"), KIM, NOWHERE) is None


def test_a_singer_who_is_listed_as_one_is_not_contradicted() -> None:
    singer = only(listed("Person", "GAGARINA, Polina", positions=("Singer and actress",)))

    assert other_trade(told("Polina Gagarina", position="singer"), singer, NOWHERE) is None
    assert other_trade(told("Polina Gagarina", position="minister"), singer, NOWHERE) is None


def test_a_gender_agrees_contradicts_or_is_silent() -> None:
    assert same_gender(told("Kim Jong Un", gender="male"), KIM, NOWHERE) == (
        "the story and the list both speak of a man",
        Span(0, 3),
    )
    ms = other_gender(told("Kim Jong Un", gender="female"), KIM, about(text="Ms. left."))
    assert ms == ("the story speaks of a female person (“Ms.”); the list has male", Span(0, 3))
    assert same_gender(told("Kim Jong Un"), KIM, NOWHERE) is None
    assert other_gender(told("Kim Jong Un"), KIM, NOWHERE) is None
    assert other_gender(told("Pablo", gender="female"), SHIP, NOWHERE) is None


def test_a_pronoun_may_mean_somebody_else_and_weighs_less() -> None:
    kim, setting = told("Kim Jong Un", gender="female"), about(text="She left.")
    stated = other_pronoun(kim, KIM, setting)

    assert stated == ("the story speaks of a female person (“She”); the list has male", Span(0, 3))
    assert other_gender(kim, KIM, setting) is None
    assert other_pronoun(kim, KIM, about(text="Ms. left.")) is None


def test_lists_that_disagree_on_the_gender_contradict_nobody() -> None:
    both = only(listed("Person", "X Y", genders=("male", "female")))

    assert other_gender(told("X Y", gender="female"), both, NOWHERE) is None


def test_an_alias_that_the_list_has_too_agrees() -> None:
    assert same_alias(told("Gagarin Plant", "Company", alias="KnAAPO"), PLANT, NOWHERE) == (
        "the story also calls the bearer “KnAAPO”, and so does the list",
        Span(0, 3),
    )
    assert same_alias(told("Knaapo", "Company", alias="KnAAPO"), PLANT, NOWHERE) is None
    assert same_alias(told("Gagarin Plant", "Company", alias="Yuri’s"), PLANT, NOWHERE) is None


SAID = "Kim Jong Un is under sanctions."
BEFORE = "Sanctions grew. Kim Jong Un left."


def in_two(text: str) -> Setting:
    """Give a story of two sentences."""
    end = text.index(".") + 1
    return Setting(text=text, on=FRIDAY, countries=frozenset(), sentences=(Span(0, end), Span(end + 1, len(text))))


def at(text: str) -> Party:
    """Give Kim where the text names him."""
    party = told("Kim Jong Un")
    start = text.index("Kim Jong Un")
    mention = type(party.mentions[0])(span=Span(start, start + 11), text="Kim Jong Un", kind="full")
    return type(party)(id=party.id, name=party.name, schema=party.schema, mentions=(mention,))


def test_sanctions_in_the_name_s_own_sentence_count_more_than_in_the_one_before() -> None:
    own = said_to_be_sanctioned(at(SAID), KIM, about(text=SAID))

    assert own is not None
    assert own[0] == "the story speaks of sanctions beside the name (“sanctions”)"
    assert own[1] == Span(21, 30)
    assert sanctions_said_before(at(SAID), KIM, about(text=SAID)) is None
    assert said_to_be_sanctioned(at(BEFORE), KIM, in_two(BEFORE)) is None
    assert sanctions_said_before(at(BEFORE), KIM, in_two(BEFORE))
    weights = {rule: weight for rule, _effect, weight, _decides in RULES}
    assert weights[said_to_be_sanctioned] > weights[sanctions_said_before]


def test_whom_a_treasury_listed_is_told_to_be_sanctioned() -> None:
    text = "He named Kim Jong Un, whom the U.S. Treasury had listed."

    assert said_to_be_sanctioned(at(text), KIM, about(text=text)) is not None


@pytest.mark.parametrize(
    "text",
    ["Kim Jong Un is not under sanctions.", "Kim Jong Un was never on a sanctions list.", "Kim Jong Un left."],
)
def test_a_denial_of_sanctions_is_no_agreement(text: str) -> None:
    assert said_to_be_sanctioned(at(text), KIM, about(text=text)) is None


def test_a_name_that_stands_in_no_sentence_is_beside_nothing() -> None:
    assert said_to_be_sanctioned(at(SAID), KIM, NOWHERE) is None
    assert sanctions_said_before(at(SAID), KIM, NOWHERE) is None


def test_a_pronoun_beside_sanctions_counts_for_nothing() -> None:
    party = at(SAID)
    he = type(party.mentions[0])(span=party.mentions[0].span, text="He", kind="pronoun")

    assert (
        said_to_be_sanctioned(
            type(party)(id=party.id, name="A B", schema="Person", mentions=(he,)), KIM, about(text=SAID)
        )
        is None
    )


def test_common_names_are_common() -> None:
    assert is_common_name(["john", "smith"])
    assert not is_common_name(["vladimir", "putin"])


def test_a_party_s_places_are_its_towns_and_countries() -> None:
    party = told("Gagarin Plant", "Company", place="Komsomolsk-on-Amur", country="ru")

    assert place_names(party.facts) == ("Komsomolsk-on-Amur", "Russia")


def test_every_rule_explains_itself() -> None:
    assert all(rule.__doc__ for rule, _effect, _weight, _decides in RULES)
    assert all((weight > 0) == (effect == "for") for _rule, effect, weight, _decides in RULES)


def test_two_lists_that_give_two_birth_dates_allow_either() -> None:
    both = only(
        listed("Person", "MANTUROV, Denis", ids=[("us_ofac_sdn", "1"), ("uk_fcdo", "R1")], born=["1969-02-23", "1985"])
    )

    assert same_age(told("Denis Manturov", age="55"), both, about(on=date(2024, 5, 17)))
    assert same_age(told("Denis Manturov", age="39"), both, about(on=date(2024, 5, 17)))
    assert other_age(told("Denis Manturov", age="47"), both, about(on=date(2024, 5, 17)))


def test_an_employer_that_the_list_gives_in_an_office_agrees() -> None:
    chief = only(
        listed("Person", "PETROV, Oleg", positions=("Head of Technical Security, Tactical Missiles Corporation",))
    )

    assert same_employer(told("Oleg Petrov", employer="Tactical Missiles Corporation"), chief, NOWHERE) is not None
    assert same_employer(told("Oleg Petrov", employer="Baltic Grain Company"), chief, NOWHERE) is None
    assert same_employer(told("Oleg Petrov", employer="the Company"), chief, NOWHERE) is None


def test_a_story_that_names_whom_the_list_links_the_entry_to_agrees() -> None:
    front = only(listed("Company", "ALBA TRADING", links=(linked("SEVERNYE TANKERY LLC"),)))
    text = "Alba Trading paid Severnye Tankery."
    named = {telling_words("Severnye Tankery"): Span(18, 34), telling_words("Alba Trading"): Span(0, 12)}
    setting = Setting(text=text, on=FRIDAY, countries=frozenset(), sentences=(Span(0, len(text)),), named=named)
    stated = beside_linked(told("Alba Trading", "Company"), front, setting)

    assert stated == ("the story also names “Severnye Tankery”, to which the list links this entry", Span(18, 34))
    assert beside_linked(told("Alba Trading", "Company"), front, NOWHERE) is None


def test_a_linked_person_is_named_without_the_middle_name_and_a_group_in_british_spelling() -> None:
    text = "Sean Doyle of the Harlan Organised Crime Group met Daniel Harlan."
    named = {telling_words("Harlan Organised Crime Group"): Span(18, 46), telling_words("Daniel Harlan"): Span(51, 64)}
    setting = Setting(text=text, on=FRIDAY, countries=frozenset(), sentences=(Span(0, len(text)),), named=named)

    for whom in ("HARLAN ORGANIZED CRIME GROUP", "HARLAN, Daniel Joseph"):
        assert beside_linked(told("Sean Doyle"), only(listed("Person", "DOYLE, Sean", links=(linked(whom),))), setting)


def test_who_is_introduced_after_another_of_that_name_is_somebody_else() -> None:
    text = "Hemmat’s Emil Korvin returns. A Berlin engineer named Emill Korvin lost his card."
    setting = Setting(
        text=text, on=FRIDAY, countries=frozenset(), sentences=(), named={telling_words("Emil Korvin"): Span(9, 20)}
    )
    second = PartyMention(span=Span(54, 66), text="Emill Korvin", kind="full")
    first = PartyMention(span=Span(9, 20), text="Emil Korvin", kind="full")

    assert introduced_after_another(replace(told("Emill Korvin"), mentions=(second,)), CLERK, setting) is not None
    assert introduced_after_another(replace(told("Emil Korvin"), mentions=(first,)), CLERK, setting) is None


def test_a_body_that_everybody_knows_is_no_firm_called_after_it() -> None:
    firm = only(listed("Company", "Europol Holding, Ltd."))

    assert another_well_known(told("Europol", schema="PublicBody"), firm, NOWHERE) is not None


def test_a_party_is_no_witness_for_itself() -> None:
    front = only(listed("Company", "ALBA TRADING LLC", links=(linked("ALBA TRADING FZE"),)))
    setting = Setting(
        text="Alba Trading grew.",
        on=FRIDAY,
        countries=frozenset(),
        sentences=(),
        named={telling_words("Alba Trading"): Span(0, 12)},
    )

    assert beside_linked(told("Alba Trading", "Company"), front, setting) is None


RULER = only(listed("Person", "VALDORRO MOROS, Nicolas", positions=("President of the Republic",)))
CLERK = only(listed("Person", "VALDORRO GUERRA, Pedro", positions=("Member of the Assembly",)))


def test_a_regime_has_the_name_of_its_head_and_of_nobody_else() -> None:
    text = "The former Valdorro regime fell."
    setting = Setting(text=text, on=FRIDAY, countries=frozenset(), sentences=(Span(0, len(text)),))
    party = told("Valdorro")
    party = replace(party, mentions=(PartyMention(span=Span(11, 19), text="Valdorro", kind="full"),))

    assert head_of_regime(party, RULER, setting) == (
        "the story speaks of the “Valdorro regime”; the list has “President of the Republic”",
        Span(11, 26),
    )
    assert head_of_regime(party, CLERK, setting) is None


def test_a_broadcaster_that_all_know_is_not_who_is_listed_under_a_name_like_it() -> None:
    oil = only(listed("Company", "El Jazireh"))

    assert another_well_known(told("Al Jazeera", schema="Company"), oil, NOWHERE) is not None
    assert (
        another_well_known(told("Al Jazeera", schema="Company"), only(listed("Company", "Al Jazeera")), NOWHERE) is None
    )
    assert another_well_known(told("Nordvik", schema="Company"), oil, NOWHERE) is None


def test_former_alone_is_no_office() -> None:
    assert same_position(told("Nicolas Valdorro", position="former"), RULER, NOWHERE) is None


def test_no_relation_speaks_against_the_namesake() -> None:
    text = "The baker Emil Korvin, no relation of the minister, lost his card."
    setting = Setting(text=text, on=FRIDAY, countries=frozenset(), sentences=(Span(0, len(text)),))
    party = replace(told("Emil Korvin"), mentions=(PartyMention(span=Span(10, 21), text="Emil Korvin", kind="full"),))

    assert said_to_be_another(party, CLERK, setting) == (
        "the story tells two of this name apart (“no relation of”)",
        Span(23, 37),
    )
    assert said_to_be_another(party, CLERK, replace(setting, text=text.replace("no relation", "a follower"))) is None


def test_who_shares_a_name_with_a_deputy_is_not_whoever_is_named_after_him() -> None:
    text = "Emil Korvin, who shares his name with a deputy, and one Radul Stev were there."
    named = {telling_words("Emil Korvin"): Span(0, 11), telling_words("Radul Stev"): Span(56, 66)}
    setting = Setting(text=text, on=FRIDAY, countries=frozenset(), sentences=(Span(0, len(text)),), named=named)
    other = replace(told("Radul Stev"), mentions=(PartyMention(span=Span(56, 66), text="Radul Stev", kind="full"),))
    party = replace(told("Emil Korvin"), mentions=(PartyMention(span=Span(0, 11), text="Emil Korvin", kind="full"),))

    assert said_to_be_another(other, CLERK, setting) is None
    assert said_to_be_another(party, CLERK, setting) is not None


def test_letters_spelt_out_in_other_words_are_another_body_s() -> None:
    letters = PartyMention(span=Span(30, 33), text="CRP", kind="alias")
    full = PartyMention(span=Span(0, 28), text="Norland Central Reserve Park", kind="full")
    party = replace(told("Norland Central Reserve Park", schema="Organization"), mentions=(full, letters))

    stated = spelt_out_otherwise(party, only(listed("Organization", "CETNIK RAVNAGORSKI POKRET", "CRP")), NOWHERE)

    assert stated is not None
    assert stated[0].startswith("the story spells “CRP” out as “Norland Central Reserve Park”")
    assert spelt_out_otherwise(party, only(listed("Organization", "CRP")), NOWHERE) is None
    assert spelt_out_otherwise(party, only(listed("Organization", "Central Reserve Police", "CRP")), NOWHERE) is None
