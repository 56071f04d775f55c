"""Which words of names stand for each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongrata.names.comparing.alike import Alike, alike
from nongrata.names.reading.parse import parse_name
from nongrata.names.reading.people import joined
from nongrata.names.record import NameClass, Token


def words(left: str, right: str, kind: NameClass = "person") -> Alike:
    """Compare two single words, each in its readings; words of several syllables as one."""
    return max(
        alike(
            joined(one.tokens) if len(one.tokens) > 1 else one.tokens[0],
            joined(other.tokens) if len(other.tokens) > 1 else other.tokens[0],
        )
        for one in parse_name(left, kind)
        for other in parse_name(right, kind)
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        *(
            ("Vladimir", other)
            for other in ("Wladimir", "Vlagyimir", "Volodymyr", "Владимир", "Βλαντίμιρ", "ولادیمیر", "ולדימיר")
        ),
        *(
            ("Vladimir", other)
            for other in ("ウラジーミル", "블라디미르", "វ៉្លាឌីមៀរ", "弗拉基米尔", "भ्लादिमिर", "ვლადიმერ", "Վլադիմիր")
        ),
        *(
            ("Putin", other)
            for other in ("Poutine", "Poetin", "Putyin", "Putinas", "プーチン", "بوتين", "פוטין", "普京")
        ),
        *(
            ("Vladimirovich", other)
            for other in ("Wladimirowitsch", "Wladimirowicz", "Vladimirovitj", "Vlagyimirovics", "Vladimirovič")
        ),
        *(("Muhammad", other) for other in ("Mohamed", "Mohammad", "Mehmet", "محمد", "Mhmmd", "MHMD")),
        *(("Qaddafi", other) for other in ("Gaddafi", "Kadhafi", "Khadafy", "القذافي")),
        *(("Muammar", other) for other in ("Mu'ammar", "Moammar", "Mouammar")),
        *(("Zedong", other) for other in ("Tse-tung", "Tsetung", "泽东", "澤東")),
        *(("Jinping", other) for other in ("Chin-p'ing", "近平")),
        *(("Jong-un", other) for other in ("Chŏng-ŭn", "Jeong-eun", "Jong Un", "Jongun")),
        *(("Khrushchev", other) for other in ("Хрущёв", "Chruschtschow", "Chruszczow", "Khrushchov")),
        *(("Yuri", other) for other in ("Iurii", "Juri", "Юрий")),
        *(("William", other) for other in ("Bill", "Billy")),
        *(("Aleksandr", other) for other in ("Sasha", "Alexander", "Александр", "Oleksandr")),
        *(("Narendra", other) for other in ("नरेन्द्र", "Narender")),
        *(("Netanyahu", other) for other in ("נתניהו", "Natanyahu")),
    ],
)
def test_one_name_in_its_spellings(left: str, right: str) -> None:
    assert words(left, right).score >= 0.7
    assert words(right, left).score == words(left, right).score


@pytest.mark.parametrize(
    ("left", "right"),
    [
        *(
            ("Ivan", "Ivanovich"),
            ("Ivan", "Ivanov"),
            ("Oleksandr", "Oleksandrovych"),
            ("Ahmad", "Hamid"),
            ("Ahmed", "Hamed"),
            ("Ahmed", "Hamid"),
            ("Ehsan", "Hassan"),
            ("Long", "Wang"),
        ),
        *(("Jane", "Jang"), ("Li", "Lu"), ("小红", "Xiaoyan"), ("张", "Chang Wei"), ("강", "Kim"), ("伟", "Wen")),
        *(("高石", "高市"), ("재형", "재명"), ("Maria", "Omar"), ("Salman", "Sultan"), ("Jones", "James")),
    ],
)
def test_other_names_are_not_taken_for_it(left: str, right: str) -> None:
    assert words(left, right).score < 0.78


def test_an_initial_stands_for_any_name_that_begins_so() -> None:
    assert words("V.", "Vladimir").rule == words("Yu.", "Iurii").rule == "initial"
    assert words("V.", "Sergei").score == 0.0


def test_a_word_cut_short_counts_for_less_the_more_is_cut() -> None:
    assert words("Gabrie", "Gabriel").score > words("Gabri", "Gabriel").score > words("Gab", "Gabriel").score > 0.3


def test_short_words_must_be_equal() -> None:
    assert words("Li", "Lo").score == 0.0
    assert words("Kim", "Tim").score < 0.7 < words("Petrov", "Petrow").score


def test_legal_forms_and_activities_are_alike_by_what_they_mean() -> None:
    assert words("OOO", "GmbH", "body").rule == words("zavod", "plant", "body").rule == "symbol"
    assert words("exports", "imports", "body").score == 0.0
    assert words("3", "III", "body").rule == words("third", "3rd", "body").rule == "symbol"
    assert words("3", "7", "body").score == 0.0


WORDS = st.one_of(
    st.text(alphabet="aeiouhkmnrstvy", min_size=1, max_size=9),
    st.sampled_from(["习", "近平", "김", "정은", "محمد", "プーチン"]),
)


@given(WORDS, WORDS)
def test_likeness_has_no_direction_and_stays_between_none_and_one(left: str, right: str) -> None:
    one = parse_name(left, "person")[0].tokens[0]
    other = parse_name(right, "person")[0].tokens[0]
    assert 0.0 <= alike(one, other).score <= 1.0
    assert alike(one, other).score == alike(other, one).score
    assert alike(one, Token(form=one.form, native=one.native, kind=one.kind, symbol=one.symbol)).score == 1.0


@pytest.mark.parametrize(
    ("left", "right"),
    [("Losik", "Lutsky"), ("Krasik", "Krasky"), ("Volsik", "Volskiy"), ("Kosik", "Koski"), ("Лосик", "Lutsky")],
)
def test_a_family_name_in_sik_is_none_in_sky(left: str, right: str) -> None:
    assert words(left, right).score == 0.0


def test_names_in_sky_are_still_one_in_their_spellings() -> None:
    assert words("Lutskiy", "Lutsky").score >= 0.9 <= words("Krassik", "Krasik").score


def test_a_vowel_on_the_other_side_of_a_consonant_is_heard_as_another_name() -> None:
    assert words("Hasek", "Haskey").score < 0.7 < words("Hasek", "Hasec").score
