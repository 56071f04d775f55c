"""Reading names as they are written: in any script, in any order, disguised, with all that is no name."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongrata.names.reading.parse import parse_name
from nongrata.names.record import NameClass, Token


def forms(text: str, kind: NameClass = "person") -> tuple[str, ...]:
    """Give the words of the likeliest reading."""
    return parse_name(text, kind)[0].forms


def kinds(text: str, kind: NameClass = "person") -> dict[str, str]:
    """Give each word of the likeliest reading with its kind."""
    return {token.form: token.kind for token in parse_name(text, kind)[0].tokens}


def symbols(text: str, kind: NameClass = "body") -> list[str | None]:
    """Give what each word of the likeliest reading means."""
    return [token.symbol for token in parse_name(text, kind)[0].tokens]


def test_a_family_name_before_a_comma_comes_last() -> None:
    assert forms("PUTIN, Vladimir Vladimirovich") == ("vladimir", "vladimirovich", "putin")
    assert forms("Davis, Jr.") == ("davis", "jr")


def test_letters_with_points_are_initials_and_so_are_two_capitals() -> None:
    assert kinds("Путин В. В.") == {"putin": "word", "v": "initial"}
    assert forms("J.-C. Juncker") == forms("JC Juncker") == ("j", "c", "juncker")
    assert kinds("Yu. Kovalchuk")["yu"] == "initial"
    assert kinds("NG WEI")["ng"] == "word"


def test_titles_and_particles_are_told_from_names() -> None:
    assert kinds("Präsident Putin") == {"prasident": "title", "putin": "word"}
    assert kinds("Hajji Abu Mustafa al-Sheibani Jr.") == {
        **{"hajji": "title", "abu": "particle", "mustafa": "word"},
        **{"al": "particle", "sheibani": "word", "jr": "title"},
    }
    assert kinds("Ben Netanyahu")["ben"] == "word"
    assert kinds("Sultan Ahmed")["sultan"] == "title"
    assert kinds("Ahmed Sultan")["sultan"] == "word"


def test_a_name_is_never_titles_and_particles_alone() -> None:
    assert kinds("Sheikh") == {"sheikh": "word"}
    assert kinds("Al Bin") == {"al": "word", "bin": "word"}


def test_abd_and_its_article_are_one_word_however_tied() -> None:
    assert forms("Abd al-Rahman") == forms("Abd ur-Rahman") == forms("Abdul Rahman") == ("abdul", "rahman")


def test_what_stands_in_brackets_may_be_left_out() -> None:
    assert [name.forms for name in parse_name("SANTOS, Ahmad (Ahmed)", "person")] == [
        ("ahmad", "santos"),
        ("ahmad", "ahmed", "santos"),
    ]


def test_arabic_articles_and_servants_are_told_from_names() -> None:
    assert forms("عبدالرحمن القذافي")[:3] == ("abdul", "rhmn", "al")
    assert forms("عبد الله") == forms("Abd Allah") == ("abdullah",)
    assert forms("Abdurrahman") == forms("Abdelrahman") == ("abdul", "rahman")
    assert forms("محمد بن سلمان")[1] == "bin"
    assert forms("Nur ad-Din") == forms("Nur Uddin") == ("nuruddin",)
    assert forms("Saif Allah Khan") == forms("Saif ullah Khan") == ("saifullah", "khan")
    assert forms("Din Mohammad") == ("din", "mohammad")


def test_letters_of_other_scripts_that_look_the_same_are_put_right() -> None:
    assert forms("RUSАКЕVIСН, Vlаdіmіr") == ("vladimir", "rusakevich")  # Cyrillic А, К, Е, С, Н, а, і
    assert parse_name("Пyтин", "person")[0].tokens == (Token(form="putin", native="путин"),)  # a Latin y
    assert forms("Ｖｌａｄｉｍｉｒ 𝐏𝐮𝐭𝐢𝐧") == ("vladimir", "putin")


def test_digits_in_words_of_people_are_letters() -> None:
    assert forms("Ig0r Sech1n") == ("igor", "sechin")
    assert forms("AL-5HEIBANI") == ("al", "sheibani")


def test_what_is_invisible_is_dropped() -> None:
    assert forms("G\u200bA\u00adS\u2060MI\ufeff \u202eMohsen") == ("gasmi", "mohsen")


def test_a_possessive_goes() -> None:
    assert forms("Deutsche Bank's AG", "body") == ("deutsche", "bank", "ag")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ვლადიმერ პუტინი", ("vladimer", "putini")),
        ("Վլադիմիր Պուտին", ("vladimir", "putin")),
        ("Βλαντίμιρ Πούτιν", ("vladimir", "putin")),
        ("Влади́мир ПУ́ТИН", ("vladimir", "putin")),
        ("व्लादिमीर पुतिन", ("vladimir", "putin")),
        ("Đặng Thị Ngọc", ("dang", "thi", "ngoc")),
        ("İbrahim ılgın", ("ibrahim", "ilgin")),
        ("习近平", ("xi", "jinping")),
        ("習近平", ("xi", "jinping")),
        ("欧阳明", ("ouyang", "ming")),
        ("김정은", ("kim", "jeong", "eun")),
        ("ウラジーミル・プーチン", ("urajimiru", "puchin")),
    ],
)
def test_other_scripts_are_read_in_latin_letters(text: str, expected: tuple[str, ...]) -> None:
    assert forms(text) == expected


def test_a_chinese_name_is_read_in_cantonese_and_as_japanese_too() -> None:
    readings = {name.forms for name in parse_name("李嘉誠", "person")}
    assert {("li", "jiacheng"), ("lee", "gashing")} <= readings
    assert len(parse_name("高市早苗", "person")[0].tokens) == 2


def test_legal_forms_mean_the_same_in_all_languages() -> None:
    assert (
        symbols("OAO Gazprom") == symbols("Open Joint Stock Company Gazprom") == symbols("ПАО Газпром") == ["jsc", None]
    )
    assert symbols("Faberlic Sp. z o.o.") == symbols("Faberlic G.m.b.H.") == [None, "llc"]
    assert symbols("SiemensAG") == [None, "jsc"]


def test_a_slip_in_a_legal_form_does_not_hide_it() -> None:
    assert symbols("Joint Stok Cornpany AvtoVAZ") == symbols("JSC AvtoVAZ") == ["jsc", None]
    assert symbols("Grinex Limited Liabiliti Company") == [None, "llc"]
    assert symbols("Homs Refinery Comoany")[-1] == "co"
    assert symbols("Point Stack")[0] is None


def test_titles_put_around_a_body_are_no_part_of_its_name() -> None:
    assert kinds("Dr. Azimut LLC Jr.", "body") == {"dr": "title", "azimut": "word", "llc": "legal", "jr": "title"}


def test_activities_mean_the_same_in_all_languages_and_exports_are_no_imports() -> None:
    assert symbols("Муромский приборостроительный завод")[1:] == symbols("Murom Instrument-Making Plant")[1:]
    assert symbols("Alfa Exports") != symbols("Alfa Imports")
    assert symbols("华为技术有限公司") == [None, "tech", "llc"]


@pytest.mark.parametrize(
    "text", ["Brigade Forty-Four", "Brigade Forty 4", "Brigade No. 44", "44th Brigade", "Brigade 044"]
)
def test_a_number_is_a_number_in_words_and_digits(text: str) -> None:
    assert "44" in symbols(text)
    assert len(symbols(text)) == 2


def test_roman_numerals_count_in_capitals_only() -> None:
    assert symbols("Carlyle Partners VII L.P.") == [None, "partner", "7", "lp"]
    assert symbols("Xi Trading")[0] is None


def test_countries_are_places_by_name_people_and_letters() -> None:
    assert symbols("U.S. Department") == symbols("United States Department") == symbols("American Department")
    assert symbols("Islamic Republic of Iran Shipping Lines")[0] == "ir"


def test_what_stands_before_a_ships_name_is_no_part_of_it() -> None:
    assert kinds("M/V Hellenic Spirit", "vessel")["mv"] == "title"
    assert kinds("MT Amber", "vessel") == {"mt": "title", "amber": "word"}


@pytest.mark.parametrize("text", ["", " ", "---", "\x00\x01", "\u202e", "()", "·"])
def test_nothing_readable_gives_no_reading(text: str) -> None:
    assert parse_name(text, "person") == parse_name(text, "body") == ()


def test_a_number_for_a_name_is_read_as_such() -> None:
    assert forms("12345") == ("12345",)


def test_ten_megabytes_take_no_time() -> None:
    started = time.perf_counter()
    for text in ("A" * 10_000_000, "a b " * 2_500_000, "習" * 3_000_000, "-" * 10_000_000):
        parse_name(text, "person")
        parse_name(text, "body")
    assert time.perf_counter() - started < 2


@given(st.text(max_size=60), st.sampled_from(["person", "body", "vessel"]))
def test_no_text_breaks_the_reading(text: str, kind: NameClass) -> None:
    for name in parse_name(text, kind):
        assert name.tokens
        for form in name.forms:
            assert form.isascii()
            assert form.isalnum()
            assert form == form.lower()
