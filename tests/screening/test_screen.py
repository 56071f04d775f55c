"""Verdicts: who of a story is who on the lists, and why."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nongrata.lists import Listing
from nongrata.parties import Party, PartyMention
from nongrata.screening import build_index, screen, screen_all
from nongrata.values import Span
from tests.screening.listings import (
    FRIDAY,
    NOWHERE,
    about,
    index_of,
    list_of,
    listed,
    rules,
    told,
    verdict,
    verdicts,
)

KIM = listed(
    "Person", "KIM, Jong Un", ids=[("us_ofac_sdn", "20157")], born=["1984-01-08"], countries=("kp",), genders=("male",)
)
MANTUROV = listed(
    "Person",
    "MANTUROV, Denis Valentinovich",
    ids=[("us_ofac_sdn", "40556")],
    born=["1969-02-23"],
    countries=("ru",),
    positions=("Deputy Prime Minister of Russia",),
    genders=("male",),
)
SMITH = listed("Person", "SMITH, John", ids=[("us_ofac_sdn", "7")], born=["1970-05-01"], countries=("gb",))
PLANT = listed(
    "Company",
    "KOMSOMOLSK-ON-AMUR AVIATION PLANT",
    "Yuri Gagarin Komsomolsk-on-Amur Aircraft Plant",
    ids=[("us_ofac_sdn", "35341")],
    countries=("ru",),
)
CUBAN = listed("Company", "EMPRESA MILITAR INDUSTRIAL YURI GAGARIN", ids=[("us_ofac_sdn", "58296")], countries=("cu",))
MINISTRY = listed("Organization", "MINISTRY OF DEFENSE", ids=[("us_ofac_sdn", "9")], countries=("ir",))
SHIP = listed("Vessel", "PABLO", ids=[("us_ofac_sdn", "11")], numbers=[("imo", "9133587")])
JET = listed("Airplane", "RA-12345", ids=[("us_ofac_sdn", "12")])
MADURO = listed("Person", "MADURO MOROS, Nicolas", "MADURO", ids=[("us_ofac_sdn", "22790")], countries=("ve",))
GAGARINA = listed("Person", "GAGARINA, Polina", ids=[("eu_fsf", "EU.11787.24")], countries=("ru",), genders=("female",))
MIXER = listed("Organization", "TORNADO CASH", ids=[("us_ofac_sdn", "39796")], on="2022-08-08", off="2025-03-21")
LISTINGS = (KIM, MANTUROV, SMITH, PLANT, CUBAN, MINISTRY, SHIP, JET, MADURO, GAGARINA, MIXER)
INDEX = index_of(*LISTINGS)


def test_a_common_name_alone_is_possible_at_most() -> None:
    assert verdict(told("John Smith"), SMITH) == "possible"
    assert verdict(told("John Smith", country="gb"), SMITH) == "possible"


def test_an_age_decides_on_a_common_name() -> None:
    assert verdict(told("John Smith", age="54"), SMITH) == "match"
    assert verdict(told("John Smith", age="24"), SMITH) == "rejected"


def test_a_telling_name_with_its_country_and_office_is_a_match() -> None:
    party = told("Denis Manturov", country="ru", position="deputy prime minister")

    assert verdict(party, MANTUROV) == "match"


def test_a_telling_name_alone_is_possible() -> None:
    assert verdict(told("Denis Manturov"), MANTUROV) == "possible"


def test_a_name_of_three_words_needs_no_more() -> None:
    assert verdict(told("Denis Valentinovich Manturov"), MANTUROV) == "match"


def test_kim_39_is_the_listed_kim() -> None:
    found = screen(told("Kim Jong Un", age="39", country="kp"), INDEX, about("kp"), as_of=FRIDAY)

    assert verdicts(found) == [("20157", "match")]
    assert {"same_name", "same_age", "same_country"} <= rules(found)


def test_the_russian_plant_is_the_russian_listing_and_not_the_cuban_one() -> None:
    party = told("Yuri Gagarin Aviation Plant", "Company", country="ru", place="Komsomolsk-on-Amur")

    assert verdicts(screen(party, INDEX, NOWHERE, as_of=FRIDAY)) == [("35341", "match")]


def test_a_plant_of_the_same_name_in_another_country_is_rejected_with_its_reason() -> None:
    cuban = listed("Company", "YURI GAGARIN AVIATION PLANT", countries=("cu",))
    party = told("Yuri Gagarin Aviation Plant", "Company", country="ru")
    (match,) = screen(party, index_of(cuban), NOWHERE, as_of=FRIDAY)

    assert match.verdict == "rejected"
    assert [reason.says for reason in match.reasons if reason.effect == "against"] == [
        "the story ties the name to Russia; the list has Cuba"
    ]


def test_a_footballer_is_nobody_on_the_list() -> None:
    assert verdict(told("Denis Manturov", position="footballer"), MANTUROV) == "rejected"


def test_a_prosecutor_needs_more_where_the_list_has_a_banker() -> None:
    banker = listed("Person", "KOSTYNIN, Andrey", countries=("ru",), positions=("President of a bank",))
    setting = about("ru")
    party = told("Andrey Kostynin", position="prosecutor")

    assert screen(told("Andrey Kostynin"), index_of(banker), setting, as_of=FRIDAY)[0].verdict == "match"
    assert screen(party, index_of(banker), setting, as_of=FRIDAY)[0].verdict == "possible"


def test_an_age_that_rules_one_entry_out_leaves_another_of_the_name_in_doubt() -> None:
    one = listed("Person", "GUPTANI, Rajeshwar", ids=[("us_ofac_sdn", "1")], born=["1972-08-05"], countries=("za",))
    other = listed("Person", "Rajeshwar GUPTANI", ids=[("uk_fcdo", "2")], countries=("za",))
    party = told("Rajeshwar Guptani", country="za", age="58")
    found = {
        match.entity_id: match.verdict
        for match in screen(
            party, build_index((list_of(one), list_of(other, list_id="uk_fcdo"))), NOWHERE, as_of=FRIDAY
        )
    }

    assert found == {"1": "rejected", "2": "possible"}


def test_a_body_that_no_list_gives_a_country_has_that_of_its_name() -> None:
    bank = listed("Company", "Central Bank of Iraq")

    assert verdict(told("Central Bank of Iraq", "PublicBody", country="iq"), bank) == "match"
    assert verdict(told("Central Bank of Iraq", "PublicBody"), bank) == "possible"


def test_a_woman_is_not_the_listed_man() -> None:
    assert verdict(told("Kim Jong Un", gender="female"), KIM) == "rejected"


def test_a_ministry_without_its_country_is_possible_and_with_another_s_rejected() -> None:
    assert verdict(told("Ministry of Defense", "PublicBody"), MINISTRY) == "possible"
    assert verdict(told("Ministry of Defense", "PublicBody", country="ir"), MINISTRY) == "match"
    assert verdict(told("Ministry of Defense", "PublicBody", country="kr"), MINISTRY) == "rejected"


def test_a_lone_family_name_needs_much_beside_it() -> None:
    assert verdict(told("Maduro"), MADURO) == "possible"
    assert verdict(told("Maduro", country="ve", position="president"), MADURO) == "possible"
    president = listed("Person", "MADURO MOROS, Nicolas", countries=("ve",), positions=("President of Venezuela",))
    assert verdict(told("Maduro", country="ve", position="president"), president) == "match"


def test_a_family_name_that_two_bear_or_that_is_common_tells_nothing() -> None:
    other = listed("Person", "MADURO GUERRA, Nicolas", ids=[("us_ofac_sdn", "5")])

    assert screen(told("Maduro"), index_of(listed("Person", "MADURO MOROS, Nicolas"), other), NOWHERE, as_of=None) == ()
    assert verdict(told("Smith"), SMITH) is None
    assert verdict(told("Kim"), KIM) is None


def test_a_tail_number_is_an_identifier_more_than_a_name() -> None:
    assert verdict(told("RA-12345", "Airplane"), JET) == "match"
    assert verdict(told("P4MES", "Airplane"), listed("Airplane", "P4MES")) == "match"


def test_a_number_names_its_party_whatever_it_is_called() -> None:
    renamed = told("Amber Dawn", "Vessel", identifier="imo:9133587")
    wallet = listed("Person", "SUEX OTC, S.R.O.", numbers=[("wallet", "0xdAC17F958D2ee523a2206206994597C13D831ec7")])
    bank = listed("Company", "Bank Rossii", numbers=[("swift", "SABRRUMMXXX")])
    alone = told("wallet", "LegalEntity", identifier="wallet:0xdac17f958d2ee523a2206206994597c13d831ec7")

    assert verdict(renamed, SHIP) == "match"
    assert verdict(alone, wallet) == "match"
    assert verdict(told("SWIFT SABRRUMM", "LegalEntity", identifier="swift:SABRRUMM"), bank) == "match"
    assert (
        "the story calls it “Amber Dawn”, and gives its number"
        in screen(renamed, index_of(SHIP), NOWHERE, as_of=None)[0].reasons[0].says
    )


def test_a_passport_s_number_alone_matches_nobody() -> None:
    holder = listed("Person", "MANTUROV, Denis", numbers=[("passport", "753456789")])

    assert verdict(told("Petr Sokolov", "Person", identifier="passport:753456789"), holder) is None


def test_a_second_wallet_speaks_against_nothing() -> None:
    holder = listed("Company", "Volga Exchange Trading", numbers=[("wallet", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa")])

    assert verdict(told("Volga Exchange Trading", "Company", identifier="wallet:bc1qother"), holder) == "match"


def test_an_imo_number_decides_both_ways() -> None:
    assert verdict(told("Pablo", "Vessel", identifier="imo:9133587"), SHIP) == "match"
    assert verdict(told("Pablo", "Vessel", identifier="imo:9000001"), SHIP) == "rejected"
    assert verdict(told("Pablo", "Vessel"), SHIP) == "possible"


def test_a_short_acronym_needs_more_than_a_long_one() -> None:
    short, longer = listed("Company", "SCF", countries=("ru",)), listed("Company", "KNAAPO", countries=("ru",))

    assert verdict(told("SCF", "Company"), short, about("ru")) == "possible"
    assert verdict(told("SCF", "Company", country="ru"), short, about("ru")) == "match"
    assert verdict(told("KnAAPO", "Company"), longer, about("ru")) == "match"


def test_a_short_name_of_two_words_needs_a_little() -> None:
    company = listed("Company", "ABC Oil", countries=("ru",))

    assert verdict(told("ABC Oil", "Company"), company) == "possible"
    assert verdict(told("ABC Oil", "Company"), company, about("ru")) == "match"


@pytest.mark.parametrize(("schema", "name"), [("Company", "Company"), ("Organization", "Co. Ltd"), ("Person", "De La")])
def test_a_name_made_of_legal_forms_alone_is_possible_at_most(schema: str, name: str) -> None:
    assert verdict(told(name, schema), listed(schema, name.upper())) != "match"


def test_many_bearers_of_one_name_ask_for_more() -> None:
    namesakes = [listed("Person", "ZUBKOV, Anatol", ids=[("us_ofac_sdn", str(i))], countries=("ru",)) for i in range(3)]
    found = screen(told("Anatol Zubkov", country="ru"), index_of(*namesakes), NOWHERE, as_of=FRIDAY)

    assert {match.verdict for match in found} == {"possible"}


def test_a_person_is_not_a_company_and_a_ship_is_neither() -> None:
    assert verdict(told("Tornado Cash", "Person", gender="male"), MIXER) is None
    assert verdict(told("Pablo", "Company"), SHIP) is None
    assert verdict(told("Pablo", "Vessel"), listed("LegalEntity", "PABLO")) == "possible"


def test_a_name_that_is_only_near_is_rejected_and_said() -> None:
    assert verdict(told("Polina Gagarin", country="ru"), GAGARINA) in ("match", "possible")
    assert verdict(told("Alina Gagarina"), GAGARINA) in (None, "rejected")


def test_a_weak_alias_counts_less() -> None:
    weak = listed("Person", "SEMENOV, Roman", "~Roman the Great")
    found = screen(told("Roman the Great"), index_of(weak), NOWHERE, as_of=FRIDAY)

    assert verdicts(found) == [("1", "rejected")]
    assert found[0].reasons[0].says.endswith("(weak alias)")


def test_a_nickname_in_quotes_and_a_title_for_one_are_no_part_of_the_name() -> None:
    listing = listed("Person", "VARGAS SOLANO, Ruperto", countries=("mx",))
    general = listed("Person", "OUATTARRE, Blaise", "General", ids=[("us_ofac_sdn", "2")])
    party = told("Ruperto “El Búho” Vargas", also=("General",), country="mx")

    assert verdicts(screen(party, index_of(listing, general), about("mx"), as_of=FRIDAY)) == [("1", "match")]


def test_a_former_name_is_still_found_and_said() -> None:
    company = listed("Company", "PJSC YAKOVLEV", "<IRKUT CORPORATION", countries=("ru",))
    found = screen(told("Irkut Corporation", "Company"), index_of(company), about("ru"), as_of=FRIDAY)

    assert found[0].verdict == "match"
    assert found[0].caption == "PJSC YAKOVLEV"
    assert found[0].reasons[0].says == (
        "the names are the same: “Irkut Corporation” and the listed “IRKUT CORPORATION” (former alias)"
    )


def test_an_alias_in_the_story_is_screened_too() -> None:
    assert (
        verdict(told("Gagarin Works", "Company", also=["KnAAPO"], alias="KnAAPO"), listed("Company", "X", "KNAAPO"))
        == "match"
    )


def test_names_that_differ_say_in_which_words() -> None:
    found = screen(told("Denis Manturov"), INDEX, NOWHERE, as_of=FRIDAY)
    says = found[0].reasons[0].says
    near = screen(told("Polina Maria Gagarina", country="ru"), INDEX, NOWHERE, as_of=FRIDAY)[0].reasons[0].says

    assert says == (
        "the names are alike: “Denis Manturov” and the listed “MANTUROV, Denis Valentinovich”"
        "; only the list has “valentinovich”"
    )
    assert "only the story has “maria”" in near


def test_lists_that_give_two_birth_dates_are_said_to_disagree() -> None:
    both = listed("Person", "MANTUROV, Denis Valentinovich", born=["1969-02-23", "1969-03-23"], authority="OFAC")
    found = screen(told("Denis Valentinovich Manturov", age="55"), index_of(both), NOWHERE, as_of=FRIDAY)

    assert [reason.says for reason in found[0].reasons if reason.rule == "lists_disagree"] == [
        "the lists give different birth dates (OFAC: 23 February 1969; OFAC: 23 March 1969)"
    ]


def test_a_match_is_about_identity_and_in_force_is_the_second_question() -> None:
    party = told("Tornado Cash", "Organization")
    then = screen(party, INDEX, NOWHERE, as_of=FRIDAY)[0]
    now = screen(party, INDEX, NOWHERE, as_of=date(2025, 4, 1))[0]

    assert (then.verdict, then.in_force) == ("match", True)
    assert (now.verdict, now.in_force) == ("match", False)
    assert str(now.delisted_on) == "2025-03-21"


def test_one_party_on_two_lists_is_shown_once_with_both_listings() -> None:
    both = listed("Company", "KNAAPO", ids=[("us_ofac_sdn", "35341"), ("eu_fsf", "EU.1.1")], countries=("ru",))
    found = screen(told("KnAAPO", "Company"), index_of(both), about("ru"), as_of=FRIDAY)

    assert [(match.list_id, match.verdict) for match in found] == [("us_ofac_sdn", "match"), ("eu_fsf", "match")]
    assert found[0].reasons == found[1].reasons


def test_where_somebody_matches_the_merely_possible_are_left_out() -> None:
    other = listed("Person", "MANTUROV, Denis", ids=[("us_ofac_sdn", "99")], countries=("by",))
    party = told("Denis Valentinovich Manturov", country="ru")
    found = screen(party, index_of(MANTUROV, other), NOWHERE, as_of=FRIDAY)

    assert [match.verdict for match in found if match.verdict == "possible"] == []
    assert found[0].entity_id == "40556"


def test_nobody_is_found_for_a_name_that_no_list_comes_near() -> None:
    assert screen(told("Aurora Borealis"), INDEX, NOWHERE, as_of=FRIDAY) == ()
    assert screen(told("—"), INDEX, NOWHERE, as_of=FRIDAY) == ()


def test_a_name_is_matched_on_each_list_that_has_it_though_no_number_joins_them() -> None:
    lists = ("au_dfat", "ca_sema", "ch_seco", "jp_mof", "uk_fcdo")
    index = index_of(*(listed("Organization", "Aurora Telecom", ids=((each, "1"),)) for each in lists))
    found = screen(told("Aurora Telecom", "Company"), index, NOWHERE, as_of=FRIDAY)

    assert {match.list_id for match in found if match.verdict == "match"} == set(lists)


def test_parties_are_screened_in_order_by_whatever_map() -> None:
    parties = [told("Kim Jong Un", age="39"), told("Aurora Borealis")]
    found = list(screen_all(parties, INDEX, NOWHERE, as_of=FRIDAY))

    assert [verdicts(each) for each in found] == [[("20157", "match")], []]


NAMES = st.sampled_from(
    [listing.names[0].text for listing in LISTINGS]
    + ["Kim", "Denis Manturov", "Yuri Gagarin Plant", "John Smyth", "Pablo II"]
)
PARTIES = st.builds(
    lambda name, schema, facts: told(name, schema, **facts),
    NAMES,
    st.sampled_from(["Person", "Company", "Organization", "PublicBody", "Vessel", "Airplane"]),
    st.fixed_dictionaries(
        {},
        optional={
            "age": st.sampled_from(["24", "39", "54"]),
            "country": st.sampled_from(["ru", "cu", "kp"]),
            "gender": st.sampled_from(["male", "female"]),
            "position": st.sampled_from(["footballer", "deputy prime minister"]),
            "identifier": st.sampled_from(["imo:9133587", "imo:9000001"]),
            "place": st.just("Komsomolsk-on-Amur"),
        },
    ),
)


@given(PARTIES)
def test_every_score_lies_between_nothing_and_one_and_has_its_reasons(party: Party) -> None:
    for match in screen(party, INDEX, about("ru"), as_of=FRIDAY):
        assert 0.0 <= match.score <= 1.0
        assert match.reasons[0].rule == "same_name"
        assert all(reason.says for reason in match.reasons)
        assert match.verdict != "rejected" or match.score < 1.0 or any(r.effect == "against" for r in match.reasons)


@settings(max_examples=50)
@given(PARTIES, st.permutations(range(4)))
def test_the_answer_is_the_same_whatever_the_order_of_the_lists(party: Party, order: list[int]) -> None:
    files = [
        list_of(KIM, MANTUROV, SMITH, PLANT),
        list_of(GAGARINA, listed("Company", "GAGARIN PLANT", ids=[("eu_fsf", "EU.2")]), list_id="eu_fsf"),
        list_of(listed("Person", "John SMITH", ids=[("uk_fcdo", "R1")], countries=("gb",)), list_id="uk_fcdo"),
        list_of(CUBAN, listed("Person", "Smith John", ids=[("eu_fsf", "EU.9")]), list_id="starter"),
    ]
    there = screen(party, build_index(files), about("ru"), as_of=FRIDAY)
    back = screen(party, build_index([files[i] for i in order]), about("ru"), as_of=FRIDAY)

    assert there == back


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_namesakes_come_in_one_order_whatever_the_order_of_the_lists(order: tuple[int, ...]) -> None:
    files = [
        list_of(listed("Person", "SMITH, John", ids=[(name, name)]), list_id=name)
        for name in ("us_ofac_sdn", "eu_fsf", "uk_fcdo")
    ]
    found = screen(told("John Smith"), build_index([files[i] for i in order]), NOWHERE, as_of=FRIDAY)

    assert found == screen(told("John Smith"), build_index(files), NOWHERE, as_of=FRIDAY)


def test_a_son_of_salman_is_not_whoever_is_called_salman() -> None:
    salman = listed("Person", "SALMAN, Muhammad", countries=("sy",))
    text = "The sanctions on Syria were lifted by Mohammed bin Salman."
    party = told("Mohammed bin Salman")

    assert verdict(party, salman, about("sy", text=text)) == "possible"


def test_who_is_only_called_alike_is_another_where_the_same_list_has_the_very_name() -> None:
    spokesman = listed(
        "Person", "PESKOV, Dmitriy Sergeevich", "Dmitry Peskov", ids=[("eu_fsf", "EU.7519.7")], countries=("ru",)
    )
    blogger = listed(
        "Person", "Dmitriy Yuryevich PUCHKOV", "Dmitriy Puchkov", ids=[("eu_fsf", "EU.9334.5")], countries=("ru",)
    )
    party = told("Dmitry Peskov", country="ru", position="Kremlin spokesman")

    found = screen(party, index_of(spokesman, blogger), about("ru"), as_of=FRIDAY)

    assert [match.entity_id for match in found if match.verdict == "match"] == ["EU.7519.7"]
    assert all(match.verdict == "rejected" for match in found if match.entity_id == "EU.9334.5")


def test_a_bare_year_on_one_list_is_no_other_birth_date_than_a_day_in_it_on_another() -> None:
    person = listed("Person", "PESKOV, Dmitriy", ids=[("eu_fsf", "1")], born=["1967-10-17", "1967"], countries=("ru",))

    found = screen(told("Dmitriy Peskov", country="ru", age="56"), index_of(person), about("ru"), as_of=FRIDAY)

    assert "lists_disagree" not in rules(found)


def test_a_coined_word_alone_is_who_it_says() -> None:
    assert verdict(told("Sovgrafit", "Company"), listed("Company", "JSC SOVGRAFIT", countries=("ru",))) == "match"


def test_a_name_of_everyday_words_needs_something_beside_it() -> None:
    listing = listed("Company", "TRANSATLANTIC PARTNERS PTE. LTD.", countries=("sg",))
    party = told("Transatlantic Partners", "Company")

    assert verdict(party, listing) == "possible"
    assert verdict(party, listing, about("sg")) == "match"


def test_two_words_of_an_activity_are_nobodys_name_though_a_list_has_them() -> None:
    listing = listed("Company", "AO Scientific Research", countries=("ru",))
    party = told("Scientific Research", "Organization")

    assert verdict(party, listing, about("ru")) == "possible"
    assert verdict(told("Scientific Research", "Organization", country="ru"), listing, about("ru")) == "match"


@pytest.mark.parametrize("name", ["Islamic State", "Oil and Gas Enterprise"])
def test_a_known_body_and_a_longer_name_of_such_words_are_somebodys(name: str) -> None:
    assert verdict(told(name, "Organization"), listed("Organization", name, countries=("sy",)), about("sy")) == "match"


def test_one_word_of_an_activity_is_no_part_of_a_listed_name() -> None:
    listing = listed("Company", "SAVANNA MIDDLE EAST INVESTMENT HOLDING SAL", countries=("lb",))

    assert verdict(told("Invest", "Organization", country="lb"), listing, about("lb")) != "match"


def test_a_ship_of_two_words_is_none_of_one_of_them() -> None:
    listing = listed("Vessel", "LA PEARL", countries=("ir",))

    assert verdict(told("Volga Pearl", "Vessel", country="ir"), listing, about("ir")) != "match"
    assert verdict(told("La Pearl", "Vessel", country="ir"), listing, about("ir")) == "match"


def test_a_small_word_of_a_name_makes_it_no_fuller() -> None:
    assert verdict(told("Peter de Jong"), listed("Person", "Peter Zhang")) == "possible"


def test_of_two_entries_of_one_name_the_one_of_the_country_is_meant() -> None:
    index = index_of(
        listed("Organization", "ANSAR SEVERDA", ids=[("us_ofac_sdn", "1")], countries=("ye",)),
        listed("Organization", "PARTY OF THE LAMP", "ANSAR SEVERDA", ids=[("us_ofac_sdn", "2")]),
    )
    found = screen(told("Ansar Severda", "Organization", country="ye"), index, about("ye"), as_of=FRIDAY)

    assert verdicts(found) == [("1", "match"), ("2", "rejected")]
    assert "another_is_of_the_country" in rules(found[1:])


def test_a_body_is_no_person_whom_the_story_names_besides() -> None:
    listing = listed("Person", "KHORASHEV, Dmitri Yurievich", "LockByte", countries=("ru",))
    gang, man = told("LockByte", "Organization", country="ru"), told("Dmitri Khorashev", country="ru")

    alone, _other = screen_all([gang, told("Ann Lee")], index_of(listing), about("ru"), as_of=FRIDAY)
    beside, whom = screen_all([gang, man], index_of(listing), about("ru"), as_of=FRIDAY)

    assert [each[0].verdict for each in (alone, beside, whom)] == ["possible", "rejected", "match"]
    assert "another_is_the_person" in rules(beside)


def test_who_lacks_the_listed_family_name_needs_more_than_given_names() -> None:
    listing = listed("Person", "DAGALO, Abdelrahim Hamdan", countries=("sd",))

    assert verdict(told("Hamdan Abdelrahim"), listing, about("sd")) != "match"


def test_the_body_that_somebody_leads_stands_beside_the_name() -> None:
    listing = listed(
        "Person", "TORRES CERVANTA, Nemeso", positions=("leader of the New Lantern Cartel",), countries=("mx",)
    )
    text = "The New Lantern Cartel, led by Nemeso Torres, fled."
    named = {frozenset(("new", "lantern", "cartel")): Span(4, 22)}
    setting = replace(about("mx", text=text), named=named)

    assert verdict(told("Nemeso Torres"), listing, about("mx")) == "possible"
    assert verdict(told("Nemeso Torres"), listing, setting) == "match"


def test_a_family_name_that_hardly_anybody_bears_needs_only_a_story_of_its_country() -> None:
    peevski = listed("Person", "PEEVSKI, Delyan Slavchev", countries=("bg",))
    torres = listed("Person", "TORRES, Delyan Slavchev", countries=("bg",))

    assert verdict(told("Delyan Peevski"), peevski, about("bg")) == "match"
    assert verdict(told("Delyan Peevski"), peevski, about("fr")) != "match"
    assert verdict(told("Delyan Torres"), torres, about("bg")) == "possible"


def test_a_listing_without_a_country_is_of_the_one_that_its_reason_names() -> None:
    act = "as commander of 58 Division of the Sri Lanka Army"
    silva = listed("Person", "Shavendra SILVA", reason=act)

    assert verdict(told("Shavendra Silva"), silva, about("lk")) == "match"
    assert verdict(told("Shavendra Silva"), silva, about("in")) == "possible"


FUND = listed("Organization", "IJF", "AL-QUDS INTERNATIONAL FOUNDATION", ids=[("us_ofac_sdn", "13")], countries=("lb",))
ACADEMY = listed("Organization", "IAP", "Institute of Applied Physics", ids=[("us_ofac_sdn", "14")], countries=("lb",))
GUARD = listed("Organization", "SYRIAN ARAB REPUBLICAN GUARD", ids=[("us_ofac_sdn", "15")], countries=("lb",))


@pytest.mark.parametrize("letters", ["ISF", "IP", "IAB"])
def test_letters_that_are_not_the_very_ones_are_another_body(letters: str) -> None:
    body = told(letters, schema="Organization", country="lb")

    assert not screen(body, index_of(FUND, ACADEMY, GUARD), NOWHERE, as_of=FRIDAY)


@pytest.mark.parametrize(("letters", "listing"), [("IJF", FUND), ("I.A.P.", ACADEMY), ("SARG", GUARD)])
def test_the_very_letters_and_the_first_ones_of_its_words_are_a_bodys(letters: str, listing: Listing) -> None:
    assert verdict(told(letters, schema="Organization", country="lb"), listing) != "rejected"


def test_letters_that_the_story_spells_out_are_short_for_nothing_else() -> None:
    letters = PartyMention(span=Span(30, 34), text="SARG", kind="acronym")
    spelled = told("Sidon Assistance and Relief Group", "Organization", country="lb")

    assert verdict(told("SARG", "Organization", country="lb"), GUARD) is not None
    assert verdict(replace(spelled, mentions=(*spelled.mentions, letters)), GUARD) is None


@pytest.mark.parametrize(("word", "verdict_in_country"), [("Sovmorflota", "match"), ("Typhoon", "match")])
def test_a_word_of_english_is_nobodys_own_without_his_country(word: str, verdict_in_country: str) -> None:
    listing = listed("Company", f"{word} JSC", countries=("ru",))

    assert verdict(told(word, "Company"), listing) == ("possible" if word == "Typhoon" else "match")
    assert verdict(told(word, "Company"), listing, about("ru")) == verdict_in_country


def test_a_body_that_the_model_takes_for_a_person_is_found_with_something_beside_it() -> None:
    listing = listed("Organization", "AL-QARD AL-HASSAN ASSOCIATION", "AL-QARD AL-HASSAN", countries=("lb",))

    assert verdict(told("Al-Qard Al-Hassan"), listing) == "possible"
    assert verdict(told("Al-Qard Al-Hassan"), listing, about("lb")) == "match"


def test_letters_that_one_body_has_are_no_weak_alias() -> None:
    listing = listed("Organization", "JAMAA NUSRAT AL-SEVERDA", "~JNSV", countries=("ml",))

    assert verdict(told("JNSV", "Organization"), listing, about("ml")) == "match"


def test_entries_of_one_party_on_several_lists_are_one_bearer_of_its_name() -> None:
    index = index_of(
        *(
            listed("Person", "KADAROV, Ramsan Akhmatovich", "KADAROV, Ramsan", ids=[(each, "1")], countries=("ru",))
            for each in ("us_ofac_sdn", "eu_fsf", "uk_fcdo", "au_dfat")
        )
    )

    assert index.bearers(("ramsan", "kadarov")) == 1
