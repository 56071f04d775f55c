"""Bodies told by one word of their own, and bodies told by letters."""

from __future__ import annotations

import pytest

from nongrata.names.comparing.compare import DEFAULT_THRESHOLD, Likeness, compare_texts


def among_many(query: str, listed: str) -> float:
    found: Likeness = compare_texts(query, listed, "body")
    return found.score * found.among_many


@pytest.mark.parametrize(
    ("query", "listed"), [("Rosneft", "PJSC Russneft"), ("Rusal", "JSC Rushol"), ("Rosneft", "ПАО РуссНефть")]
)
def test_two_letters_off_a_short_coined_word_is_another_company(query: str, listed: str) -> None:
    assert compare_texts(query, listed, "body").score < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("query", "listed"), [("Evraz", "Eraz LLC"), ("Belprom OOO", "Elprom"), ("Ege Shipping", "Eke Shipping LLC")]
)
def test_one_letter_off_may_be_a_slip_in_a_pair_and_is_another_company_among_many(query: str, listed: str) -> None:
    assert compare_texts(query, listed, "body").score >= DEFAULT_THRESHOLD > among_many(query, listed)


@pytest.mark.parametrize(("query", "listed"), [("Sibur", "Sibir"), ("RUSSAL", "Rusal"), ("Nordex", "Nordea")])
def test_a_short_word_alone_is_another_company_one_letter_off(query: str, listed: str) -> None:
    assert compare_texts(query, listed, "body").score < DEFAULT_THRESHOLD


@pytest.mark.parametrize(("query", "listed"), [("Lukoyl", "Lukoil"), ("Сибур", "Sibur"), ("Appel Inc.", "Apple Inc.")])
def test_a_short_word_in_another_spelling_or_beside_its_legal_form_is_not(query: str, listed: str) -> None:
    assert compare_texts(query, listed, "body").score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("query", "listed"), [("Rosoboronexport", "Rosoboroneksport"), ("Gasprom JSC", "Gazprom"), ("Сбербанк", "Sberbank")]
)
def test_another_spelling_of_a_long_word_is_found_among_many(query: str, listed: str) -> None:
    assert among_many(query, listed) >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("Whitfield Shipping Limited", "V-Shipping Pte Ltd"),
        ("Deccan Shipping Industries", "S&D Industry Ltd"),
        ("Polymer JSC", "EK Plastics BV"),
        ("Preston Timber", "Timber Corporation"),
    ],
)
def test_a_first_letter_or_an_activity_alone_tells_no_body(query: str, listed: str) -> None:
    assert compare_texts(query, listed, "body").score < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("letters", "name"),
    [
        ("BKI", "Behin Kimia Insurance Company"),
        ("ASL", "Abernathy Systems Limited"),
        ("KEC", "Kingsley Electronics Corp"),
    ],
)
def test_three_letters_do_not_stand_for_a_company_with_a_name_of_its_own(letters: str, name: str) -> None:
    assert compare_texts(letters, name, "body").score < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("letters", "name"),
    [
        ("UAC", "United Aircraft Corporation"),
        ("PLA", "People’s Liberation Army"),
        ("IRGC", "Islamic Revolutionary Guard Corps"),
        ("IRISL", "Iran Republic Industrial Shipping Ltd"),
    ],
)
def test_letters_stand_for_an_institution(letters: str, name: str) -> None:
    assert compare_texts(letters, name, "body").score >= DEFAULT_THRESHOLD
