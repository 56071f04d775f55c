"""Whatever may be one name by same.py is found by the words it holds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nongrata.parties.bearers import Bearers
from nongrata.parties.same import (
    Tokens,
    is_short_of_organisation,
    is_short_of_person,
    same_organisation,
    same_person,
)

WORDS = (
    "sergei", "viktorovich", "lavrov", "kim", "jong", "un", "al", "rafael", "grossi", "lobo", "sosa", "bank", "of",
    "the", "us", "treasury", "department", "ministry", "defence", "gagarin", "plant", "office", "assets", "control",
)  # fmt: skip


def slipped(word: str, at: int, letter: str) -> str:
    """Give a word with one letter another, or without it."""
    at %= len(word)
    return word[:at] + letter + word[at + 1 :] or word


def shortened(name: Tokens, first: int, last: int, *, letters: bool) -> Tokens:
    """Give some words of a name, or its first letters."""
    return ("".join(token[0] for token in name),) if letters else name[first % len(name) :][: last + 1]


names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(tuple)
slips = st.builds(slipped, st.sampled_from(WORDS), st.integers(0, 9), st.sampled_from(["", "y", "k"]))


@given(names, st.integers(0, 4), slips)
def test_another_spelling_of_a_person_is_found(name: Tokens, at: int, slip: str) -> None:
    other = (*name[:at], slip, *name[at + 1 :])
    bearers = Bearers()
    bearers.enter(name, 0, is_person=True)

    assert not same_person(other, name) or bearers.of_full(other, is_person=True) == [0]


@given(names, st.permutations(range(5)), st.booleans())
def test_a_body_in_other_words_is_found(name: Tokens, order: list[int], has_state: bool) -> None:  # noqa: FBT001  # a parameter
    other = (*(("us",) if has_state else ()), *(name[i] for i in order if i < len(name)))
    bearers = Bearers()
    bearers.enter(name, 0, is_person=False)

    assert not same_organisation(other, name) or bearers.of_full(other, is_person=False) == [0]


@given(names, st.integers(0, 4), st.integers(0, 4), st.booleans())
def test_a_short_form_is_found(name: Tokens, first: int, last: int, letters: bool) -> None:  # noqa: FBT001  # a parameter
    short = shortened(name, first, last, letters=letters)
    people, bodies = Bearers(), Bearers()
    people.enter(name, 0, is_person=True)
    bodies.enter(name, 0, is_person=False)

    assert not (short == name or is_short_of_person(short, name)) or people.of_short(short) == [0]
    may_be_body = same_organisation(short, name) or is_short_of_organisation(short, name)
    assert not may_be_body or bodies.of_short(short) == [0]
