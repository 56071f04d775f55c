"""Countries as lists, wires and people write them."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongrata.values import Span
from nongrata.values.countries import country_centre, country_name, country_named, find_country_words, is_country

ROOT = Path(__file__).parents[2]


def words_in(text: str) -> list[tuple[str, str, str]]:
    """Give each word found with its country and kind."""
    return [(w.span.of(text), w.country, w.kind) for w in find_country_words(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Korea, North", "kp"),
        ("Democratic People's Republic of Korea", "kp"),
        ("Korea, Democratic People’s Republic of", "kp"),
        ("Korea, South", "kr"),
        ("Russian Federation", "ru"),
        ("Iran, Islamic Republic of", "ir"),
        ("Burma", "mm"),
        ("the U.S.", "us"),
        ("European Union", "eu"),
        ("Soviet Union", "su"),
        ("Kosovo", "xk"),
        ("Congo, The Democratic Republic of the", "cd"),
        ("Macedonia, the former Yugoslav Republic of", "mk"),
        ("Virgin Islands, British", "vg"),
        ("Bahamas, The", "bs"),
        ("CÔTE D’IVOIRE", "ci"),
        ("Türkiye", "tr"),
        ("undetermined", None),
        ("", None),
    ],
)
def test_a_country_is_known_in_the_spellings_of_the_lists(text: str, code: str | None) -> None:
    assert country_named(text) == code


def test_every_name_that_we_give_is_one_that_we_read() -> None:
    codes = [a + b for a in "abcdefghijklmnopqrstuvwxyz" for b in "abcdefghijklmnopqrstuvwxyz"]
    known = [code for code in codes if is_country(code)]

    assert len(known) > 240
    assert all(country_named(country_name(code)) == code for code in known)
    assert all(country_centre(code) is not None for code in known)


def test_a_code_that_nobody_knows_comes_back_in_capitals() -> None:
    assert (country_name("zz"), country_centre("zz"), is_country("uk")) == ("ZZ", None, False)


def test_a_dateline_in_capitals_names_two_capitals() -> None:
    assert words_in("MOSCOW/SEOUL (Reuters) – Kim")[:2] == [("MOSCOW", "ru", "capital"), ("SEOUL", "kr", "capital")]


def test_the_longest_word_wins() -> None:
    text = "South Koreans, North Korean troops, Papua New Guinea, Guinea-Bissau, Washington, D.C."
    assert words_in(text) == [
        ("South Koreans", "kr", "demonym"),
        ("North Korean", "kp", "demonym"),
        ("Papua New Guinea", "pg", "name"),
        ("Guinea-Bissau", "gw", "name"),
        ("Washington, D.C.", "us", "capital"),
    ]


def test_case_counts() -> None:
    assert words_in("he told us about the turkey, the china and the polish") == []
    assert words_in("THEY TOLD US SO") == []
    assert words_in("The US and the U.K.-led group") == [("US", "us", "name"), ("U.K.", "gb", "name")]


def test_a_word_inside_another_name_is_no_country() -> None:
    assert words_in("New Mexico, Washington Post, South China Sea, Latin American, Male residents") == []


def test_seats_stand_for_their_government() -> None:
    text = "The Kremlin, the White House, Downing Street and the Élysée were silent"
    assert [(c, k) for _, c, k in words_in(text)] == [("ru", "seat"), ("us", "seat"), ("gb", "seat"), ("fr", "seat")]


def test_apostrophes_and_hyphens_of_every_kind_are_read() -> None:
    assert words_in("Russia’s pro‑Russian Côte d’Ivoire") == [
        ("Russia", "ru", "name"),
        ("Russian", "ru", "demonym"),
        ("Côte d’Ivoire", "ci", "name"),
    ]


def test_names_that_are_often_something_else_are_flagged() -> None:
    text = "Georgia, Jordan, Chad and Germany"
    assert [w.ambiguous for w in find_country_words(text, Span(0, len(text)))] == [True, True, True, False]


def test_germans_are_a_people_and_frenchmans_are_none() -> None:
    assert words_in("Germans met Frenchmen, Czechs and Finns")[0] == ("Germans", "de", "demonym")
    assert len(words_in("Germans met Frenchmen, Czechs and Finns")) == 4


@given(st.text(alphabet="US. Rusian’-\nKoreaNthFrcMOSCW", max_size=80), st.integers(0, 20))
def test_words_lie_inside_their_stretch_in_order_without_overlap(text: str, start: int) -> None:
    span = Span(min(start, len(text)), len(text))
    words = find_country_words(text, span)

    assert all(span.covers(word.span) for word in words)
    assert all(left.span.end <= right.span.start for left, right in pairwise(words))


def test_the_packed_tables_are_up_to_date() -> None:
    check = subprocess.run(
        [sys.executable, str(ROOT / "tables" / "pack.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert check.stderr == ""
    assert "values/countries.json" not in check.stdout
