"""The packed families of names."""

from __future__ import annotations

import time
from importlib.resources import files

import pytest

from nongrata.names import families
from nongrata.names.families import families_of, pack_families, sum_of


@pytest.mark.parametrize(
    ("left", "right"),
    [
        *(("vladimir", "ウラジーミル"), ("aleksandr", "sasha"), ("bill", "william"), ("习", "xi"), ("近平", "jinping")),
        *(("高市", "takaichi"), ("早苗", "sanae"), ("محمد", "mohammed"), ("정은", "jongun"), ("putin", "プーチン")),
    ],
)
def test_one_name_shares_a_family_in_all_its_scripts(left: str, right: str) -> None:
    assert families_of(left) & families_of(right)


def test_a_word_that_is_no_name_is_in_no_family() -> None:
    assert families_of("xqzzt") == families_of("") == frozenset()


def test_vowel_points_and_ways_to_write_alef_do_not_count() -> None:
    assert sum_of("مُحَمَّد") == sum_of("محمد")
    assert sum_of("أحمد") == sum_of("احمد")


def test_the_file_is_small_and_read_in_no_time() -> None:
    assert len(files("nongrata.names").joinpath("families.bin").read_bytes()) < 2_500_000
    families._families.cache_clear()
    started = time.process_time()
    families_of("ivan")
    assert time.process_time() - started < 0.3


def test_packing_keeps_every_pair() -> None:
    assert pack_families([(7, 1), (3, 2), (7, 0)]) == pack_families([(3, 2), (7, 0), (7, 1)])
