"""How words sound, whatever they are spelled by."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nongrata.names.sounds.east import chinese, is_pinyin, korean, may_be_syllables
from nongrata.names.sounds.latin import sounds_of
from nongrata.names.sounds.scripts import bones_of


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("wladimirowitsch", "vladimirovich"),
        ("poetin", "putin"),
        ("iurii", "yuri"),
        ("schukow", "zhukov"),
        ("yusuf", "youssuf"),
    ],
)
def test_spellings_of_different_languages_sound_the_same(left: str, right: str) -> None:
    assert {sound.full for sound in sounds_of(left)} & {sound.full for sound in sounds_of(right)}


@pytest.mark.parametrize(
    ("wade", "pinyin"),
    [
        ("hsi", "xi"),
        ("tsetung", "zedong"),
        ("chou", "zhou"),
        ("teng", "deng"),
        ("hsiaoping", "xiaoping"),
        ("tzu", "zi"),
        ("jen", "ren"),
    ],
)
def test_wade_and_giles_spell_the_syllables_of_pinyin(wade: str, pinyin: str) -> None:
    assert chinese(wade) & chinese(pinyin)


@pytest.mark.parametrize(
    ("left", "right"),
    [("jeongeun", "jongun"), ("chong", "jong"), ("gim", "kim"), ("hyok", "hyeok"), ("byeong", "pyong")],
)
def test_korean_is_spelled_in_many_ways(left: str, right: str) -> None:
    assert korean(left) & korean(right)
    assert not korean("ilsong") & korean("jongil")


def test_pinyin_is_told_from_other_spellings() -> None:
    assert is_pinyin("jinping")
    assert not is_pinyin("tsetung")


@pytest.mark.parametrize(
    ("form", "latin", "script"),
    [
        ("fldymyrwfytsh", "vladimirovich", "Arabic"),
        ("urajimiru", "vladimir", "Katakana"),
        ("beulladimileu", "vladimir", "Hangul"),
    ],
)
def test_the_consonants_that_a_script_keeps_are_those_of_the_name(form: str, latin: str, script: str) -> None:
    assert bones_of(form, script) & bones_of(latin, script)


@example("erh")
@example("ack")
@given(st.text(alphabet="aeiouyhgnbcdkmnrstwxz", max_size=12))
def test_what_has_syllables_was_not_ruled_out_before(form: str) -> None:
    if korean(form) or chinese(form):
        assert may_be_syllables(form) or not form
