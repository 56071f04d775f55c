"""Who only has a listed name: told by a trade, an office, a kind of boat, a town, or words that many have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from nongrata.lists import ListedName, Listing
from nongrata.parties import Party, PartyId, PartyMention
from nongrata.screening import Match, build_index, screen, screen_all
from nongrata.screening.context.kinds import other_kind_of_body
from nongrata.screening.context.names import introduced_after_another
from nongrata.screening.context.office import beside_linked, other_office, other_trade, same_position
from nongrata.screening.context.places import same_place, story_elsewhere
from nongrata.screening.context.ships import other_kind_of_ship, same_kind_of_ship
from nongrata.values import Span
from tests.screening.listings import FRIDAY, about, index_of, linked, list_of, listed, only, rules, told, verdict

SMUGGLER = listed("Person", "KORVIN, Emil", ids=[("us_ofac_sdn", "1")], countries=("bo",), born=["1961-05-01"])
SHIP = only(listed("Vessel", "EASTERN HERON"))


def within(text: str, name: str, schema: str = "Person") -> Party:
    """Give the party that a text names, where it names it first."""
    at = text.index(name)
    mention = PartyMention(span=Span(at, at + len(name)), text=name, kind="full")
    return replace(told(name, schema), mentions=(mention,))


@pytest.mark.parametrize(
    "text",
    [
        "A second baker, Emil Korvin, was fined.",
        "Among them is the pastry cook Emil Korvin.",
        "Emil Korvin, a nephrologist, saw her.",
        "Emil Korvin, who coaches the juniors, laughed.",
        "Emil Korvin, who now runs a small bakery, laughed.",
        "A taxi driver, Emil Korvin, waited.",
        "Bus driver Emil Korvin waited.",
        "Emil Korvin has been a beekeeper here since 1995.",
        "Emil Korvin, who works as a tour guide in Sucre, laughed.",
        "Emil Korvin scored twice in the second half.",
        "Emil Korvin, a father of three from Sucre, ran his first marathon.",
    ],
)
def test_a_trade_of_every_day_beside_the_name_is_somebody_else_s(text: str) -> None:
    assert other_trade(within(text, "Emil Korvin"), only(SMUGGLER), about(text=text)) is not None


def test_the_one_of_a_name_who_plays_something_is_not_the_listed_one() -> None:
    text = "And no, the Emil Korvin who plays ice hockey for Sucre is not related; we asked."

    assert verdict(within(text, "Emil Korvin"), SMUGGLER, about(text=text)) == "rejected"


@pytest.mark.parametrize(
    "text",
    [
        "Emil Korvin, a former baker, was fined.",
        "Emil Korvin, who runs a bank, left.",
        "Emil Korvin, a cleric.",
        "Emil Korvin is a trained dentist.",
        "Emil Korvin scored a victory in the vote.",
    ],
)
def test_other_trades_are_anybody_s(text: str) -> None:
    assert other_trade(within(text, "Emil Korvin"), only(SMUGGLER), about(text=text)) is None


def test_who_reports_for_a_radio_is_nobody_of_whom_the_list_tells_nothing_like_it() -> None:
    reporter = told("Emil Korvin", position="a reporter for Radio Sur")

    assert other_office(reporter, only(SMUGGLER), about()) is not None
    assert other_office(reporter, only(replace(SMUGGLER, positions=("Reporter",))), about()) is None


def test_a_minister_is_no_leader_of_a_band() -> None:
    chief = only(replace(SMUGGLER, positions=("Leader of the Bara band",)))

    assert other_office(told("Emil Korvin", position="Information Minister"), chief, about()) is not None
    assert other_office(told("Emil Korvin", position="Information Minister"), only(SMUGGLER), about()) is None


def test_who_sits_on_a_village_s_council_is_nobody_of_whom_the_list_tells_no_council() -> None:
    councillor = told("Emil Korvin", position="Village councillor")

    assert other_office(councillor, only(SMUGGLER), about()) is not None
    assert other_office(councillor, only(replace(SMUGGLER, positions=("Member of the Council",))), about()) is None


def test_a_story_set_in_other_countries_speaks_against_a_person_and_no_firm() -> None:
    story, firm = about("pe", "no"), listed("Company", "KORVINEX", countries=("bo",))

    assert story_elsewhere(told("Emil Korvin"), only(SMUGGLER), story) == (
        "the story is about Norway, Peru; the list ties the person to Bolivia",
        None,
    )
    told_of = replace(about("pe", text="Emil Korvin is under sanctions."), sentences=(Span(0, 31),))
    assert story_elsewhere(within(told_of.text, "Emil Korvin"), only(SMUGGLER), told_of) is None
    for setting in (about(), about("bo", "pe"), replace(about("pe"), around=frozenset(("bo",)))):
        assert story_elsewhere(told("Emil Korvin"), only(SMUGGLER), setting) is None
    assert story_elsewhere(told("Korvinex", "Company"), only(firm), story) is None


SYNESTRA = listed("Company", "SYNESTRA LLC", countries=("by",), towns=["Minsk"])


@pytest.mark.parametrize(
    "text",
    [
        "Synestra, a choir from Galway, turns fifty.",
        "The bakery Synestra closed.",
        "Synestra is a small primary school there.",
        "The museum Synestra won a prize.",
        "A coach operator registered as Synestra takes down its sign.",
    ],
)
def test_a_body_of_every_day_only_has_a_listed_firm_s_name(text: str) -> None:
    assert verdict(within(text, "Synestra", "Organization"), SYNESTRA, about(text=text)) == "rejected"


def test_a_country_in_a_body_s_own_name_is_no_home() -> None:
    text = "Russian Rotors, a shoe shop in Arequipa, closed."
    in_name = replace(told("x", country="ru").facts[0], span=Span(0, 7))
    party = replace(within(text, "Russian Rotors", "Company"), facts=(in_name,))

    assert other_kind_of_body(party, only(listed("Company", "RUSSIAN ROTORS", countries=("ru",))), about(text=text))


@pytest.mark.parametrize(
    "text",
    [
        "Synestra, the owner of a bakery, paid.",
        "Synestra, a bakery chain, paid.",
        "Synestra, a firm that runs a cinema, paid.",
    ],
)
def test_a_firm_may_own_bakeries(text: str) -> None:
    assert other_kind_of_body(within(text, "Synestra", "Company"), only(SYNESTRA), about(text=text)) is None


def test_a_bakery_where_the_listed_firm_is_at_home_or_that_the_list_speaks_of_may_be_the_one() -> None:
    text = "Synestra, a bakery, paid."
    baker = listed("Company", "SYNESTRA", countries=("by",), reason="Synestra runs a bakery in Minsk.")
    party = within(text, "Synestra", "Company")

    assert other_kind_of_body(party, only(baker), about(text=text)) is None
    assert (
        other_kind_of_body(replace(party, facts=told("x", place="Minsk").facts), only(SYNESTRA), about(text=text))
        is None
    )


@pytest.mark.parametrize(
    ("name", "listed_name"),
    [
        ("Emil Korvin", "KORVIN SALDRA, Emil Oskar"),
        ("Emil Korvin", "Emil Oskar KORVIN SALDRA"),
        ("Emil al-Korvin", "AL-KORVIN, Emil Sabri Ibrahim Hassan Oskar"),
    ],
)
def test_the_first_given_and_family_names_are_enough_with_an_age_and_a_country(name: str, listed_name: str) -> None:
    long = listed("Person", listed_name, countries=("bo",), born=["1961-05-01"])

    assert verdict(told(name, country="bo", age="63"), long, about("bo")) == "match"
    assert verdict(told(name, country="bo"), long, about("bo")) != "match"
    assert verdict(told(name, country="bo", age="23"), long, about("bo")) != "match"


def test_a_common_short_name_needs_more_than_its_country_and_sanctions() -> None:
    common = listed("Person", "MARTINEZ CASAS, Carlos Mario", countries=("mx",), born=["1961-05-01"])
    text = "Carlos Martinez is under sanctions."
    party = replace(within(text, "Carlos Martinez"), facts=told("x", country="mx").facts)
    setting = replace(about("mx", text=text), sentences=(Span(0, len(text)),))

    assert verdict(party, common, setting) != "match"
    assert verdict(replace(party, facts=told("x", country="mx", age="63").facts), common, setting) == "match"


def test_an_office_is_the_same_in_british_spelling() -> None:
    minister = only(replace(SMUGGLER, positions=("Former Minister of Defense",)))

    assert same_position(told("Emil Korvin", position="a former defence minister"), minister, about()) is not None


@pytest.mark.parametrize(
    "text",
    [
        "The lifeboat towed the trawler Eastern Heron in.",
        "A small Norwegian ketch also called Eastern Heron sailed.",
        "Eastern Heron, a 14-metre fishing boat, sank.",
        "The river ferry Eastern Heron was late.",
    ],
)
def test_a_boat_for_fishing_or_pleasure_is_no_ship_of_a_list(text: str) -> None:
    party = within(text, "Eastern Heron", "Vessel")

    assert other_kind_of_ship(party, SHIP, about(text=text)) is not None
    assert same_kind_of_ship(party, SHIP, about(text=text)) is None


def test_a_list_that_tells_of_a_trawler_means_one() -> None:
    text = "The trawler Eastern Heron sailed."
    trawler = only(listed("Vessel", "EASTERN HERON", reason="The trawler fishes for shark."))

    assert other_kind_of_ship(within(text, "Eastern Heron", "Vessel"), trawler, about(text=text)) is None


def test_a_tanker_is_what_lists_have() -> None:
    text = "Police boarded the crude tanker Eastern Heron."
    party = within(text, "Eastern Heron", "Vessel")

    assert same_kind_of_ship(party, SHIP, about(text=text)) == (
        "the story calls it a ship of trade (“crude tanker”)",
        Span(19, 31),
    )


def test_a_town_is_no_evidence_of_where_a_firm_called_like_it_is() -> None:
    terminal = only(listed("Company", "UST-LUGA", towns=["Ust-Luga"]))

    assert same_place(told("Ust-Luga", "LegalEntity", place="Ust-Luga"), terminal, about()) is None


def test_two_common_words_of_a_list_that_tells_no_people_from_firms_are_anybody_s_name() -> None:
    entity = listed("LegalEntity", "Wang Wei", countries=("cn",))

    assert verdict(told("Wang Wei", "LegalEntity"), entity, about("cn")) == "possible"


def test_a_name_like_a_weak_alias_is_not_that_alias() -> None:
    weak = listed("Person", "ORBELI, Tengiz", "~KORVANI, Emil", countries=("bo",))

    assert verdict(told("Emil Korvani", country="bo"), weak, about("bo")) == "match"
    assert verdict(told("Emiliana Korvanny", country="bo"), weak, about("bo")) != "match"
    assert verdict(told("Emil Korvany", country="bo"), weak, about("bo")) != "match"


def test_the_last_word_of_a_firm_s_name_is_nobody_s_family_name() -> None:
    firm = listed("LegalEntity", "SARMAD ELECTRONIC SEPAHVAR", countries=("ir",))

    assert verdict(told("Sepahvar", country="ir"), firm, about("ir")) is None


def test_a_linked_party_is_named_in_another_spelling_and_common_words_are_not() -> None:
    text = "Yevgeny Prigozhin and Ali Hasan left."
    setting = replace(
        about(text=text),
        named={frozenset(("yevgeny", "prigozhin")): Span(0, 17), frozenset(("ali", "hasan")): Span(22, 31)},
    )
    for whom, is_named in (("PRIGOZHIN, Yevgeniy Viktorovich", True), ("HASSAN, Ali", False)):
        firm = only(listed("Company", "LOBAYE", links=(linked(whom),)))
        assert (beside_linked(told("Lobaye", "Company"), firm, setting) is not None) == is_named


WAGNER = listed("Company", "Private Military Company “Wagner”", countries=("ru",))


@pytest.mark.parametrize(
    ("text", "told_verdict"),
    [
        ("Wagner mercenaries trained soldiers near Brest.", "match"),
        ("Wagner fighters killed herders.", "match"),
        ("Wagner wrote it for Zurich.", "possible"),
    ],
)
def test_what_kind_of_body_a_story_speaks_of_tells_whose_name_it_is(text: str, told_verdict: str) -> None:
    assert verdict(within(text, "Wagner", "Organization"), WAGNER, about(text=text)) == told_verdict


def test_a_bank_of_the_very_name_is_any_country_s() -> None:
    bank = listed("Company", "Public Trust Bank", countries=("ru",))
    text = "Trust Bank lends, says the lender."

    assert verdict(within(text, "Trust Bank", "Company"), bank, about(text=text)) != "match"


def test_a_person_whom_the_model_takes_for_a_body_is_known_without_the_patronymic() -> None:
    party = told("Emil Korvin", "Organization")
    longer = listed("Person", "KORVIN, Emil Oskarovich", countries=("bo",))

    assert verdict(replace(party, facts=told("x", country="bo").facts), longer, about("bo")) == "match"


def read(text: str, parties: Sequence[Party]) -> list[tuple[Match, ...]]:
    """Screen parties of a story on Bolivia beside a man and the firm that the list links to him."""
    index = index_of(
        SMUGGLER, listed("Company", "SORATEX", ids=[("us_ofac_sdn", "2")], links=(linked("KORVIN, Emil"),))
    )
    placed = [replace(party, id=PartyId(f"p{at}")) for at, party in enumerate(parties)]
    setting = replace(about("bo", text=text), named={frozenset(("emil", "korvin")): Span(0, 11)})
    return list(screen_all(placed, index, setting, as_of=FRIDAY))


def test_a_namesake_speaks_for_nobody() -> None:
    text = "Emil Korvin has a shop called Soratex."
    firm = within(text, "Soratex", "Organization")
    himself, namesake = within(text, "Emil Korvin"), replace(told("Emil Korvin", age="24"))

    assert "beside_linked" in rules(read(text, [himself, firm])[1])
    assert "beside_linked" not in rules(read(text, [namesake, firm])[1])


def test_a_newspaper_after_a_bank_of_that_name_is_not_the_listed_bank() -> None:
    text = "The lender Synestra was sold.\nThe newspaper Synestra laughed."
    party = replace(within(text, "Synestra", "Company"), mentions=(_second(text, "Synestra"),))
    setting = replace(about("by", text=text), named={frozenset(("synestra",)): Span(11, 19)})
    paper = replace(SYNESTRA, names=(*SYNESTRA.names, ListedName(text="Synestra newspaper")))

    assert verdict(party, SYNESTRA, setting) == "rejected"
    assert verdict(within(text, "Synestra", "Company"), SYNESTRA, setting) == "match"
    assert introduced_after_another(party, only(SYNESTRA), setting) is not None
    told_too = replace(setting, sentences=(Span(30, len(text)),))
    assert introduced_after_another(party, only(paper), told_too) is None


def _second(text: str, name: str) -> PartyMention:
    at = text.rindex(name)
    return PartyMention(span=Span(at, at + len(name)), text=name, kind="full")


def test_who_has_the_very_name_on_one_list_is_not_the_daughter_on_another() -> None:
    mother = listed("Company", "OAO Severdatek", ids=[("ca_sema", "1")], countries=("ru",))
    daughter = listed("Company", "Severdatek Murmansk LLC", ids=[("uk_fcdo", "2")], countries=("ru",))
    setting = about("ru", text="Severdatek was sanctioned.")

    assert verdict(told("Severdatek", "Company", country="ru"), daughter, setting) == "match"
    found = screen(
        told("Severdatek", "Company", country="ru"),
        build_index([list_of(mother, list_id="ca_sema"), list_of(daughter, list_id="uk_fcdo")]),
        setting,
        as_of=FRIDAY,
    )
    assert [(match.list_id, match.verdict) for match in found] == [("ca_sema", "match")]


def test_a_name_in_full_on_another_list_is_the_same_body_s_article_or_not() -> None:
    short = listed("PublicBody", "The State Severduma", ids=[("ca_sema", "1")], countries=("ru",))
    full = listed("PublicBody", "State Severduma of the Assembly of Russia", ids=[("uk_fcdo", "2")], countries=("ru",))
    found = screen(
        told("The State Severduma", "PublicBody", country="ru"),
        build_index([list_of(short, list_id="ca_sema"), list_of(full, list_id="uk_fcdo")]),
        about("ru", text="The State Severduma was sanctioned."),
        as_of=FRIDAY,
    )

    assert {(match.list_id, match.verdict) for match in found} == {("ca_sema", "match"), ("uk_fcdo", "match")}


def test_a_ship_that_had_the_name_before_is_in_doubt_beside_the_one_that_has_it_now() -> None:
    now = listed("Vessel", "Severnaya", ids=[("us_ofac_sdn", "1")], countries=("ru",))
    before = listed("Vessel", "Geroy", "<Severnaya", ids=[("us_ofac_sdn", "2")], countries=("ir",))
    story = about("ir", text="The sanctioned tanker Severnaya sailed.")

    def verdicts_of(*lists: Listing) -> dict[str, str]:
        found = screen(told("Severnaya", "Vessel"), index_of(*lists), story, as_of=FRIDAY)
        return {match.entity_id: match.verdict for match in found}

    assert verdicts_of(before)["2"] == "match"
    assert verdicts_of(now, before).get("2") != "match"
