"""A name in the query's own script goes before one in another that only sounds alike."""

from __future__ import annotations

import pytest

from nongrata.screening.query import Query
from nongrata.screening.search import search
from tests.screening.listings import index_of, listed

JOK = listed("Person", "JOK, Gabriel", "ガブリエル・ジョック")
HUI = listed("Person", "HUI, Ka Yan", "许家印")
ONLY_THERE = listed("Person", "ガブリエル・ジョック")


@pytest.mark.parametrize("name", ["Gabriel Jok", "Gabriel Jock", "ガブリエル・ジョック", "Габриэль Джок"])
def test_a_person_is_found_in_either_script(name: str) -> None:
    assert search(index_of(JOK), Query(names=(name,), schema="Person"))


def test_who_is_called_otherwise_in_the_script_asked_in_is_not_found_by_how_another_script_sounds() -> None:
    chukwu = Query(names=("Gabriel Chukwu",), schema="Person")

    assert not search(index_of(JOK), chukwu)
    assert search(index_of(ONLY_THERE), chukwu)  # where there is no name to tell


def test_letters_that_have_several_readings_are_another_name_in_latin_ones() -> None:
    assert search(index_of(HUI), Query(names=("Xu Jiayin",), schema="Person"))
