"""Names of bodies and ships: what is a number, a form, an activity, and what was lost of a name."""

from __future__ import annotations

import pytest

from nongrata.names.comparing.compare import DEFAULT_THRESHOLD, compare_texts
from nongrata.names.comparing.cut_short import is_cut_short
from nongrata.names.reading.parse import parse_name
from nongrata.names.ready import ready
from nongrata.names.record import NameClass


def reaches(query: str, listed: str, kind: NameClass = "body") -> bool:
    return compare_texts(query, listed, kind).score >= DEFAULT_THRESHOLD


def symbols(text: str, kind: NameClass = "body") -> list[str | None]:
    return [token.symbol for token in parse_name(text, kind)[0].tokens]


def test_an_i_that_ends_a_name_is_a_number() -> None:
    assert symbols("VOYAGER I", "vessel") == [None, "1"]
    assert symbols("Offshore Fund I, Ltd.")[-2:] == ["1", "llc"]
    assert not reaches("Nantahala Fund", "Nantahala Fund I")
    assert symbols("Sever i Zapad")[1] is None


def test_a_letter_that_begins_a_name_is_no_roman_number() -> None:
    assert symbols("V. Tikhomirov Institute")[0] is None
    assert symbols("Partners V")[-1] == "5"


@pytest.mark.parametrize("number", ["P4MES", "4X-AOO", "M1RRA"])
def test_the_digits_of_a_tail_number_are_no_letters(number: str) -> None:
    assert parse_name(number, "vessel")[0].joined == number.lower().replace("-", "")


def test_digits_in_words_of_forms_and_activities_are_letters() -> None:
    assert symbols("J5C Sukhoi Oi1") == ["jsc", None, "oil"]


def test_initials_of_whom_a_body_is_named_after_weigh_nothing() -> None:
    assert compare_texts("Zavod named after Yu.A. Gagarin", "Zavod Gagarin", "body").score > 0.95
    assert compare_texts("Works imeni Academician P.D. Grushin", "Works Grushin", "body").score > 0.95


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("Gagarin Aviation Plant", "Gagarin Aircraft Factory"),
        ("Kupol Arms Works", "Kupol Weapons Plant"),
        ("NPO Novator", "Nauchno-proizvodstvennoye obyedineniye Novator"),
        ("JSC Tambov Aparat", "Aktsionernoye Obschestvo Tambov Aparat"),
        ("OOO Avia Grupp", "Obschestvo s ogranichennoi otvetstvennostyu Avia Group"),
        ("TACTICAL MISSILES CORP.", "TACTICAL MISSILES CORPORATION JSC"),
        ("Company Stock Joint Tupolev", "Tupolev Joint Stock Company"),
        ("Jnt Stck Cmpny Tekhnodinamika", "Joint Stock Company Tekhnodinamika"),
        ("L. Fregat", "LLC Fregat"),
        ("JSF Kometa", "JSC Kometa"),
        ("S. Production Enterprise Izmeritel", "Scientific Production Enterprise Izmeritel"),
    ],
)
def test_a_body_is_found_under_other_words_for_the_same(query: str, listed: str) -> None:
    assert reaches(query, listed)


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("Alfa Exports", "Alfa Imports"),
        ("Alfa Exploration", "Alfa Production"),
        ("Tactical Missiles Corporation", "Tactical Radio Corporation"),
        ("ANO Iskusstvo Krasoty", "LLC Iskusstvo Krasoty"),
        ("Myawaddy Bank Zvezda", "Myawaddy Bank Ltd."),
        ("Ocean Solutions PVT Aeza", "Ocean Solutions PVT Ltd"),
        ("State Senc Centre of Atomic Reactors", "State Scientific Centre of Atomic Reactors"),
        ("JSC PJSC", "JSC AvtoVAZ AvtoVAZ"),
    ],
)
def test_bodies_of_one_group_or_of_another_nature_stay_apart(query: str, listed: str) -> None:
    assert not reaches(query, listed)


def test_a_name_cut_off_within_a_word_is_found() -> None:
    assert reaches("Izhevsk Electromecha", "Izhevsk Electromechanical Plant Kupol JSC")
    assert not reaches("Joint Stock Company Mach", "Joint Stock Company Machine-Building Office Fakel")


def test_a_name_that_ends_with_a_whole_word_is_not_cut_off() -> None:
    left, right = (
        ready(parse_name(text, "body")[0]) for text in ("Rosneft Shipping Export", "Rosneft Shipping Exporting")
    )
    assert not is_cut_short(left, right)


def test_a_word_dropped_from_within_a_name_tells_less_than_one_behind_it() -> None:
    within = compare_texts("Ramenskoye Design Office", "Ramenskoye Engineering Design Office", "body").score
    behind = compare_texts("Ramenskoye Design Office", "Ramenskoye Design Office Engineering", "body").score
    assert behind < DEFAULT_THRESHOLD <= within


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("АО Пермский завод «Машиностроитель»", "Mashinostroitel Perm Factory"),
        ("Московский машиностроительный завод «Вперёд»", 'JSC Moscow Machine-Building Plant "Vpered"'),
        ("Фонд Ахмата Кадырова", "Akhmat Kadyrov Foundation"),
        ("Коммерческий банк Вятич", "Vyatich Bank (JSC)"),
    ],
)
def test_a_body_is_found_by_its_russian_name_where_the_list_translates_it(query: str, listed: str) -> None:
    assert reaches(query, listed)


def test_an_activity_said_twice_makes_no_other_body() -> None:
    assert reaches("Orion Research Institute", "Orion Scientific Research Institute")


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("Islamic Republic of Iran Shipping Lines", "Iranian Navy"),
        ("Syrian Union", "Syrian Organisation"),
        ("Ministry of Defence of Iran", "Ministry of Arms of Iran"),
    ],
)
def test_bodies_without_a_word_of_their_own_must_do_the_very_same(query: str, listed: str) -> None:
    assert not reaches(query, listed)
    assert reaches(f"Orion {query}", f"Orion {listed}")


def test_a_company_called_after_oil_is_not_oil() -> None:
    assert reaches("Tatneft", "Tatneft PJSC")
    assert not reaches("Tatneft Europe", "Oil Europe")


@pytest.mark.parametrize(
    ("query", "listed", "is_one"),
    [
        ("Banco Andino S.A.", "Banco Andino Chile S.A.", False),  # a company of the group
        ("Banco Andino S.A.", "Banco Andino (Chile) S.A.", True),
        ("Bank Sarmayeh", "Bank Sarmayeh Iran", True),
        ("Fluxbridge Mining SARL", "Fluxbridge Mining S.à r.l.", True),
    ],
)
def test_a_country_before_the_legal_form_is_a_company_of_the_group(query: str, listed: str, *, is_one: bool) -> None:
    assert (compare_texts(query, listed, "body").score >= DEFAULT_THRESHOLD) is is_one
    assert (compare_texts(listed, query, "body").score >= DEFAULT_THRESHOLD) is is_one


def test_activities_are_known_in_the_letters_of_japan_france_and_arabia() -> None:
    assert reaches("株式会社サクラ商事", "Sakura Shoji Co., Ltd.")
    assert reaches("Popular Front for Renewal", "Front populaire pour le renouveau")
    assert reaches("شركة دجلة للصرافة", "Dijla Exchange Company")
    assert not reaches("شركة دجلة للصرافة", "Furat Exchange Company")


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("Myanmar Economic Corp.", "Myanma Economic Holdings Public Company Limited"),
        ("Myanma Economic Holdings Ltd.", "Myanmar Economic Corporation"),
        ("Myanma Economic Holdings Ltd.", "Myanma Economic Corporation"),
        ("Iran Trading Holding", "Iran Trading Company"),
        ("National Iranian Oil Company", "National Iranian Oil Bank"),
        ("Syrian General Agency for Trade", "Syrian General Organisation for Trade"),
        ("Bank of Georgia", "JSC VTB Bank Georgia"),
        ("Kish Trade Bank of Iran", "Trade Bank of Iran"),
    ],
)
def test_a_state_has_more_than_one_kind_of_body(query: str, listed: str) -> None:
    assert not reaches(query, listed)


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("Myanma Economic Holdings Ltd.", "Myanmar Economic Holdings Public Company Limited"),
        ("Myanmar Economic Corp.", "Myanma Economic Corporation"),
        ("National Iranian Oil Corp.", "National Iranian Oil Company"),
        ("Sovcomflot Holding", "Sovcomflot Company"),
    ],
)
def test_another_form_of_one_kind_or_a_name_of_its_own_is_no_other_body(query: str, listed: str) -> None:
    assert reaches(query, listed)
