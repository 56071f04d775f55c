"""Names held against names, before any context."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongrata.screening.compare import compare_bodies, compare_people, telling

NOBODY: frozenset[str] = frozenset()
TOKENS = st.lists(st.text("abcdefghijklmnop", min_size=1, max_size=9), min_size=1, max_size=6).map(tuple)


def bodies(left: str, right: str, excused: frozenset[str] = NOBODY) -> float:
    return compare_bodies(tuple(left.split()), tuple(right.split()), weigh=telling, excused=excused).score


def people(left: str, right: str) -> float:
    return compare_people(tuple(left.split()), tuple(right.split())).score


def test_a_patronymic_that_only_the_list_has_costs_little() -> None:
    assert people("vladimir putin", "putin vladimir vladimirovich") > 0.9


def test_another_given_name_makes_another_person() -> None:
    assert people("roman putin", "putin vladimir vladimirovich") < 0.7


def test_a_family_name_alone_is_nobody() -> None:
    assert people("kim", "kim jong un") <= 0.5


def test_syllables_run_together_are_the_same_name() -> None:
    assert people("kim jongun", "kim jong un") == 1.0


def test_legal_forms_do_not_tell_companies_apart() -> None:
    assert bodies("united aircraft corporation", "public joint stock company united aircraft corporation") == 1.0


def test_plant_3_is_not_plant_7() -> None:
    assert bodies("aircraft repair plant 3", "aircraft repair plant 7") < 0.62


def test_bodies_that_share_only_words_of_trade_are_not_alike() -> None:
    assert bodies("national shipping company", "national bank") <= 0.5


def test_the_town_that_the_story_gives_is_excused_in_the_listed_name() -> None:
    listed = "yuri gagarin komsomolsk on amur aircraft plant"
    town = frozenset(("komsomolsk", "on", "amur"))

    assert bodies("yuri gagarin aviation plant", listed, town) > bodies("yuri gagarin aviation plant", listed)
    assert bodies("yuri gagarin aviation plant", listed, town) >= 0.86


def test_the_cuban_plant_of_the_same_hero_is_not_alike_enough() -> None:
    assert bodies("yuri gagarin aviation plant", "empresa militar industrial yuri gagarin") < 0.86


@pytest.mark.parametrize("compare", [people, bodies])
def test_no_words_in_common_is_no_likeness(compare: object) -> None:
    assert callable(compare)
    assert compare("aurora borealis", "zephyr quintet") == 0.0


@given(TOKENS, TOKENS)
def test_every_score_lies_between_nothing_and_the_same(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    assert 0.0 <= compare_people(left, right).score <= 1.0
    assert 0.0 <= compare_bodies(left, right, weigh=telling, excused=NOBODY).score <= 1.0


@given(TOKENS)
def test_every_name_is_like_itself(tokens: tuple[str, ...]) -> None:
    assert compare_people(tokens, tokens).score == 1.0
    assert compare_people(tokens, tokens).is_exact
