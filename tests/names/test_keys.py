"""Words that may be one share a key; words that cannot are not looked at."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongrata.names.keys import asked_keys, listed_keys, slips_of, sound_keys, spelling_keys, spelling_keys_of
from nongrata.names.keys_joined import joined_keys, joined_keys_of, letters_key, letters_of, whole_key
from nongrata.names.record import Name, Token

LETTERS = "abcdefghijklmnopqrstuvwxyz"
WORDS = st.text(alphabet=LETTERS, min_size=1, max_size=14)


def word(form: str, native: str | None = None, **more: str) -> Token:
    return Token(form=form, native=native or form, **more)  # type: ignore[arg-type] # a kind, as text


def body(*forms: str) -> Name:
    return Name(text=" ".join(forms), tokens=tuple(map(word, forms)), kind="body")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("kim", "kin"),
        ("petrov", "petorv"),
        ("deripaska", "deripska"),
        ("abramovich", "abramowic"),
        ("usmanov", "usmnaov"),
    ],
)
def test_words_that_differ_by_a_slip_or_two_share_a_key_of_spelling(left: str, right: str) -> None:
    assert {*spelling_keys_of(left).tolist()} & {*spelling_keys_of(right).tolist()}


def test_words_of_two_letters_have_only_themselves() -> None:
    assert slips_of("li") == 0
    assert len(spelling_keys_of("li")) == 1


@given(WORDS, st.data())
def test_a_word_shares_a_key_with_each_word_that_is_a_slip_away(form: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(form) - 1))
    letter = data.draw(st.sampled_from(LETTERS))
    dropped, doubled, changed = (
        form[:at] + form[at + 1 :],
        form[:at] + letter + form[at:],
        form[:at] + letter + form[at + 1 :],
    )
    for other in (dropped, doubled, changed):
        if slips_of(form) and slips_of(other):
            assert {*spelling_keys_of(form).tolist()} & {*spelling_keys_of(other).tolist()}


@given(st.lists(WORDS, max_size=5))
def test_many_words_have_the_keys_that_each_has_alone(forms: list[str]) -> None:
    rows = spelling_keys(forms)

    assert [{*row} for row in rows.tolist()] == [{*spelling_keys_of(form).tolist()} for form in forms]


@pytest.mark.parametrize(
    ("left", "right"), [("muhammad", "mhmd"), ("vladimir", "wladimir"), ("yevgeny", "evgeni"), ("schmidt", "shmit")]
)
def test_words_that_sound_alike_or_lack_their_vowels_share_a_key(left: str, right: str) -> None:
    keys = [{*sound_keys(form), *spelling_keys_of(form).tolist()} for form in (left, right)]

    assert keys[0] & keys[1]


def test_a_word_is_found_across_scripts_whichever_side_is_listed() -> None:
    latin, arabic = word("vladimir"), word("fladymyr", "فلاديمير")

    assert {*asked_keys(latin)} & {*listed_keys(arabic)}
    assert {*asked_keys(arabic)} & {*listed_keys(latin)}


def test_words_of_one_meaning_share_a_key_whatever_their_letters() -> None:
    assert {*asked_keys(word("ooo", symbol="llc"))} & {*listed_keys(word("gmbh", symbol="llc"))}


def test_korean_and_chinese_syllables_are_found_by_other_ways_to_spell_them() -> None:
    assert {*asked_keys(word("jongun"))} & {*listed_keys(word("jeongeun"))}
    assert {*asked_keys(word("tsetung"))} & {*listed_keys(word("zedong"))}


def test_neighbours_written_as_one_are_found_and_a_name_by_its_letters() -> None:
    assert joined_keys_of("alfabank") & joined_keys(body("jsc", "alfa", "bank"))
    assert joined_keys_of("abdalrahman") & joined_keys(body("abd", "al", "rahman"))
    assert letters_key("uac") in joined_keys(body("united", "aircraft", "corporation"))
    assert letters_of(body("bank", "of", "moscow", "region")) == {"bmr"}
    assert not joined_keys_of("li")


def test_a_name_is_known_as_a_whole_wherever_its_spaces_stand() -> None:
    assert whole_key(body("alfa", "bank")) == whole_key(body("al", "fabank"))
