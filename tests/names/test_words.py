"""The packed words of names."""

from __future__ import annotations

from nongrata.names.reading.numbers import number_of
from nongrata.names.tables import tables


def test_common_words_of_names_are_neither_legal_forms_nor_numbers() -> None:
    known = tables().bodies.words
    for word in ("premier", "prime", "intel", "osk", "nova", "uno"):
        assert known.get(word, ("word", None))[0] in ("word", "generic")


def test_every_kind_of_word_is_there() -> None:
    assert {kind for kind, _symbol in tables().bodies.words.values()} == {
        "legal",
        "generic",
        "number",
        "place",
        "particle",
    }


def test_ordinals_of_many_languages_are_numbers() -> None:
    known = tables().bodies.words
    assert known["twelfth"][1] == known["dvenadtsat"][1] == "12"
    assert number_of("12e", "12e") == number_of("xii", "XII") == "12"


def test_letters_of_taiwan_and_japan_are_written_as_on_the_mainland() -> None:
    assert "習澤廣".translate(tables().simplified) == "习泽广"
