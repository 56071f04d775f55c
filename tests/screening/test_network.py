"""What others of a story say of somebody in doubt, and names of which a story has one telling part alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from nongrata.lists import Listing
from nongrata.parties import Party, PartyId, PartyMention
from nongrata.screening import Match, Setting, screen_all
from nongrata.screening.context.network import beside_many, fellow_of
from nongrata.values import Span
from tests.screening.listings import FRIDAY, about, index_of, listed, only, rules, told

ORTIZ = listed("Person", "QUISPE HUANCA, Elmer Rolando", ids=[("us_ofac_sdn", "1")], countries=("bo",))
CHIEF = listed("Person", "CONDORI, Wilson", "~EL TIGRE MALO", ids=[("us_ofac_sdn", "2")], countries=("bo",))
FIRM = listed("Company", "SORATEX MINING SRL", ids=[("us_ofac_sdn", "3")], countries=("bo",))
BANK = listed("Company", "BANCO ANDEXPORT SA", ids=[("us_ofac_sdn", "4")], countries=("bo",))
ABROAD = listed("Person", "BEKZHANOV, Talgat Erlanovich", ids=[("us_ofac_sdn", "5")], countries=("kz",))
HEAD = listed(
    "Person", "VALTERSON, Mikael", ids=[("us_ofac_sdn", "6")], countries=("by",), positions=("President of Belarus",)
)
PATRON = listed(
    "Person", "AL-MUZAINI, Farid", ids=[("us_ofac_sdn", "7")], reason="Founder of the Bara bin Malik battalion"
)
SHIPS = tuple(
    listed("Vessel", name, ids=[("us_ofac_sdn", str(at))])
    for at, name in enumerate(("HUGE", "MIN HANG", "VERONA III"), 20)
)
EVERYBODY = (ORTIZ, CHIEF, FIRM, BANK, ABROAD, HEAD, PATRON, *SHIPS)


def read(parties: Sequence[Party], setting: Setting, *listings: Listing) -> list[tuple[Match, ...]]:
    """Screen parties of one story, named in this order."""
    placed = [replace(party, id=PartyId(f"p{at}"), mentions=_placed(party, at)) for at, party in enumerate(parties)]
    return list(screen_all(placed, index_of(*(listings or EVERYBODY)), setting, as_of=FRIDAY))


def _placed(party: Party, at: int) -> tuple[PartyMention, ...]:
    start = 100 * at
    return (PartyMention(span=Span(start, start + len(party.name)), text=party.name, kind="full"),)


def best(found: tuple[Match, ...]) -> str | None:
    return found[0].verdict if found else None


BOLIVIA = about("bo")
FIRMS = (told("Soratex Mining", "Company"), told("Banco Andexport", "Company"))


@pytest.mark.parametrize("name", ["Elmer Quispe", "El Tigre Malo"])
def test_a_short_name_is_a_match_beside_two_whom_the_list_has_for_the_same_country(name: str) -> None:
    assert best(read([told(name)], BOLIVIA)[0]) != "match"
    assert best(read([told(name), *FIRMS], BOLIVIA)[0]) == "match"
    assert "beside_fellows" in rules(read([told(name), *FIRMS], BOLIVIA)[0])


def test_others_of_another_country_say_nothing_of_anybody() -> None:
    assert "beside_fellows" not in rules(read([told("Talgat Bekzhanov"), *FIRMS], about("bo", "kz"))[0])


def test_a_weak_alias_of_one_word_stays_possible_whoever_stands_beside_it() -> None:
    reason = "Works for Soratex Mining."
    weak, strong = (
        listed("Person", "ZARDANI, Yusuf", name, ids=[("us_ofac_sdn", "9")], countries=("bo",), reason=reason)
        for name in ("~Talhun", "Talhun")
    )

    assert best(read([told("Talhun"), *FIRMS], BOLIVIA, weak, FIRM, BANK)[0]) == "possible"
    assert best(read([told("Talhun"), *FIRMS], BOLIVIA, strong, FIRM, BANK)[0]) == "match"


def test_a_minister_is_no_namesake_of_whose_office_the_list_is_silent() -> None:
    bearers = (
        listed("Person", name, ids=[("us_ofac_sdn", number)], countries=("bo",))
        for number, name in (("9", "QUISPERO, Elvio"), ("10", "QUISPERO, Elvio Tadeo"))
    )
    everybody = (*bearers, FIRM, BANK)

    assert best(read([told("Elvio Quispero"), *FIRMS], BOLIVIA, *everybody)[0]) == "match"
    minister = told("Elvio Quispero", position="defence minister")
    assert best(read([minister, *FIRMS], BOLIVIA, *everybody)[0]) == "possible"


def test_common_names_stay_possible_whoever_stands_beside_them() -> None:
    garcia = listed("Person", "GARCIA LOPEZ, Antonio", ids=[("us_ofac_sdn", "9")], countries=("bo",))
    found = read([told("Antonio Garcia"), *FIRMS], BOLIVIA, garcia, FIRM, BANK)

    assert best(found[0]) != "match"


def test_a_ship_is_listed_among_listed_ships() -> None:
    ships = [told(name, "Vessel") for name in ("Huge", "Min Hang", "Verona III")]

    assert best(read(ships[:1], about("cn"))[0]) != "match"
    assert [best(each) for each in read(ships, about("cn"))] == ["match"] * 3


def test_the_lists_own_reasons_speak_of_somebody_whom_the_story_names() -> None:
    text = "The Bara bin Malik battalion"
    setting = replace(about("sd", text=text), named={frozenset(("bara", "bin", "malik")): Span(4, 18)})
    man = replace(
        told("Farid al-Muzaini"), mentions=(PartyMention(span=Span(90, 106), text="Farid al-Muzaini", kind="full"),)
    )

    found = next(iter(screen_all([man], index_of(PATRON), setting, as_of=FRIDAY)))

    assert "beside_named_in_reasons" in rules(found)
    assert best(found) == "match"


def test_a_head_of_state_is_called_by_the_family_name_in_stories_of_the_country() -> None:
    assert best(read([told("Valterson")], about("by"))[0]) == "match"
    assert best(read([told("Valterson")], about("se"))[0]) != "match"


def test_a_firm_is_called_by_its_own_word_beside_others_of_its_country() -> None:
    short = told("Soratex", "Organization")
    others = (FIRMS[1], told("Elmer Rolando Quispe Huanca"))

    assert best(read([short], BOLIVIA)[0]) != "match"
    assert best(read([short, *others], BOLIVIA)[0]) == "match"


def test_whom_the_model_takes_for_a_body_may_be_a_person_of_that_very_name() -> None:
    found = read([told("El Tigre Malo", "Organization"), *FIRMS], BOLIVIA)

    assert best(found[0]) == "match"


def test_a_word_one_letter_off_is_another_body() -> None:
    fakher = listed("Company", "AL-FAKHER COMPANY", ids=[("us_ofac_sdn", "8")], countries=("sd",))
    party = told("El Fasher", "Organization", country="sd")

    assert best(read([party], about("sd"), fakher)[0]) != "match"


def test_others_of_the_story_say_nothing_of_a_namesake_whom_it_tells_apart() -> None:
    text = f"{'Elmer Quispe':<100}{'a baker called ':>85}Elmer Quispe"
    named = {frozenset(("elmer", "quispe")): Span(0, 12)}
    setting = replace(BOLIVIA, text=text, named=named)
    second = told("Elmer Quispe")
    (found, *_others) = screen_all(
        [
            replace(
                second,
                id=PartyId("p9"),
                mentions=(PartyMention(span=Span(185, 197), text="Elmer Quispe", kind="full"),),
            ),
            *FIRMS,
        ],
        index_of(*EVERYBODY),
        setting,
        as_of=FRIDAY,
    )

    assert "introduced_after_another" in rules(found)
    assert best(found) != "match"


IRAQI = listed("Person", "AL-SHARBANI, Bashirat Kadhimar", ids=[("us_ofac_sdn", "51")], countries=("bo",))
DUMA = listed(
    "Organization", "SUPREME KHURAL OF THE FEDERAL ASSEMBLY OF BOLIVIA", ids=[("us_ofac_sdn", "52")], countries=("bo",)
)


def test_a_given_name_and_the_father_s_are_a_name_beside_others_of_the_country() -> None:
    people = (told("Bashirat Kadhimar"), *FIRMS)

    assert best(read([people[0]], BOLIVIA, IRAQI)[0]) != "match"
    assert best(read(people, BOLIVIA, IRAQI, FIRM, BANK)[0]) == "match"


def test_a_body_of_state_is_called_without_its_state_in_a_story_of_it() -> None:
    bodies = (told("Supreme Khural", "PublicBody"), *FIRMS)

    assert best(read(bodies, BOLIVIA, DUMA, FIRM, BANK)[0]) == "match"
    assert best(read(bodies, about("za"), DUMA, FIRM, BANK)[0]) != "match"
    assert read([told("Supreme", "PublicBody")], BOLIVIA, DUMA)[0] == ()


def test_a_body_is_called_by_the_beginning_of_its_name_and_an_organ_is_not() -> None:
    bank = listed(
        "Company", "SANTA KUWEIT BANK FOR TRADE AND INVESTMENT", ids=[("us_ofac_sdn", "55")], countries=("bo",)
    )
    organ = listed("Organization", "KULLAWA PARTY CENTRAL COMMISSION", ids=[("us_ofac_sdn", "56")], countries=("bo",))

    assert best(read([told("Santa Kuweit Bank", "Company"), *FIRMS], BOLIVIA, bank, FIRM, BANK)[0]) == "match"
    assert best(read([told("Kullawa Party", "Organization"), *FIRMS], BOLIVIA, organ, FIRM, BANK)[0]) != "match"


def test_three_letters_are_nobody_s_without_their_country() -> None:
    airline = listed("Company", "SYRIAN ARAB AIRLINES", "SAA", ids=[("us_ofac_sdn", "53")], countries=("sy",))
    of_syria = told("SAA", "Company", country="sy")

    assert best(read([of_syria], about("sy"), airline)[0]) == "match"
    assert best(read([told("SAA", "Company")], about("za"), airline)[0]) == "possible"


def test_an_english_word_for_a_word_like_it_is_another_body() -> None:
    bank = listed("Company", "Bank Zenit", ids=[("us_ofac_sdn", "54")], countries=("ru",))

    assert best(read([told("Zenith Bank", "Company")], about("ng"), bank)[0]) != "match"
    assert best(read([told("Bank Zenit", "Company")], about("ru"), bank)[0]) == "match"


def test_many_others_of_a_country_of_thousands_say_a_little_for_a_full_name() -> None:
    russian = only(listed("Person", "GERASIMYUK, Zakhar Ilyich", countries=("ru",)))
    others = [
        fellow_of(told(name), russian, is_sure=True) for name in ("A. Belozyorsky", "B. Tarasyukin", "C. Golikov")
    ]
    fellows = tuple(replace(each, party=PartyId(f"p{at}")) for at, each in enumerate(others, start=7))

    assert beside_many(told("Zakhar Gerasimyuk"), russian, replace(about("ru"), fellows=fellows)) is not None
    assert beside_many(told("Zakhar Gerasimyuk"), russian, replace(about("ru"), fellows=fellows[:2])) is None
    assert beside_many(told("Rubin", "Company"), russian, replace(about("ru"), fellows=fellows)) is None


def as_kin(name: str) -> Party:
    """Give somebody whom a story calls by the given name alone."""
    return replace(told(name), mentions=(PartyMention(span=Span(0, 4), text=name.partition(" ")[0], kind="full"),))


def screened(*parties: Party) -> list[tuple[Match, ...]]:
    people = [replace(party, id=PartyId(f"p{at}")) for at, party in enumerate(parties)]
    brothers = (
        listed("Person", name, ids=[("us_ofac_sdn", number)], countries=("bo",))
        for number, name in (("1", "QUISPERO TARVELLO, Elvio"), ("2", "QUISPERO TARVELLO, Aurelio Luis"))
    )
    return list(screen_all(people, index_of(*brothers), BOLIVIA, as_of=FRIDAY))


def test_a_brother_of_a_listed_man_by_his_given_name_is_who_is_listed_so() -> None:
    alone, beside = (
        screened(as_kin("Aurelio Quispero"))[0],
        screened(told("Elvio Quispero"), as_kin("Aurelio Quispero"))[1],
    )

    assert best(alone) != "match"
    assert best(beside) == "match"
    assert "kin_of_fellow" in rules(beside)


def test_a_name_of_another_first_sound_is_no_spelling_of_the_family_s() -> None:
    lists = (
        listed("Person", "MAKHLOUF, Elvio", ids=[("us_ofac_sdn", "1")], countries=("bo",)),
        listed("Person", "KHALLOUF, Aurelio", ids=[("us_ofac_sdn", "2")], countries=("bo",)),
    )
    people = [replace(told("Elvio Makhlouf"), id=PartyId("p1")), replace(as_kin("Aurelio Makhlouf"), id=PartyId("p2"))]
    _named, kin = screen_all(people, index_of(*lists), BOLIVIA, as_of=FRIDAY)

    assert not any(reason.rule == "kin_of_fellow" for match in kin for reason in match.reasons)


def test_a_brother_is_not_the_listed_man_whose_brother_he_is() -> None:
    brothers = (listed("Person", "QUISPERO, Elvio", "Ruano QUISPERO", ids=[("us_ofac_sdn", "1")], countries=("bo",)),)
    people = [replace(told("Elvio Quispero"), id=PartyId("p1")), replace(as_kin("Ruano Quispero"), id=PartyId("p2"))]
    named, kin = screen_all(people, index_of(*brothers), BOLIVIA, as_of=FRIDAY)

    assert (best(named), best(kin)) == ("match", "rejected")
    assert "another_of_the_family" in rules(kin)
