"""Pairs of siblings made from lists: half of them one body, the same ones each time."""

from __future__ import annotations

from collections import Counter

from bench.calibration.siblings import make_siblings
from nongrata.lists import ListFile
from tests.screening.listings import list_of, listed

TOWNS = ["Omsk", "Tomsk", "Perm", "Kazan", "Ufa", "Samara", "Saratov", "Tula", "Kirov", "Penza", "Orel", "Pskov"]


def a_list() -> ListFile:
    """A list of plants, banks and ships with what can be made siblings of."""
    makes = [(town, make) for make in ("Tractor", "Turbine", "Rocket", "Optics") for town in TOWNS]
    plants = [listed("Company", f"{town} {make} Works", f"{town} {make} Factory") for town, make in makes]
    banks = [listed("Company", f"{town} Bank LLC") for town in TOWNS]
    works = [listed("Company", f"{town} Plant No. {number}") for number, town in enumerate(TOWNS, 1)]
    ships = [listed("Vessel", f"PRIDE OF {town.upper()} {number}") for number, town in enumerate(TOWNS, 1)]
    people = [listed("Person", f"Ivan {town}ov") for town in TOWNS]
    return list_of(*plants, *banks, *works, *ships, *people)


def test_half_of_the_pairs_are_one_body() -> None:
    pairs = make_siblings([a_list()], pairs=40)
    assert Counter(pair.same for pair in pairs) == {True: 20, False: 20}
    assert {pair.left["schema"] for pair in pairs} == {"Company", "Vessel"}


def test_the_seed_alone_tells_which_pairs_are_drawn() -> None:
    assert make_siblings([a_list()], seed=1) == make_siblings([a_list()], seed=1)
    assert make_siblings([a_list()], seed=1) != make_siblings([a_list()], seed=2)


def test_two_plants_of_one_make_differ_in_one_telling_word() -> None:
    pairs = [pair for pair in make_siblings([a_list()]) if pair.kind == "one word apart"]
    for pair in pairs:
        (left,), (right,) = pair.left["properties"]["name"], pair.right["properties"]["name"]
        assert len(set(left.split()) ^ set(right.split())) == 2
    assert pairs
