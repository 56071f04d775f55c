"""Equipment: designated weapons and platforms, and what only looks like one."""

from __future__ import annotations

import importlib.util
import itertools
import json
from importlib.resources import files
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongrata.mentions import Equipment
from nongrata.mentions.equipment import find_equipment
from nongrata.values import Span


def equipment_in(text: str) -> tuple[Equipment, ...]:
    return find_equipment(text, Span(0, len(text)))


def seen_in(text: str) -> list[str]:
    return [found.span.of(text) for found in equipment_in(text)]


def test_a_designation_carries_its_kind_its_country_and_its_makers_name() -> None:
    text = "They watched a Sukhoi Su-35 and the Sukhoi Superjet 100."
    fighter, airliner = equipment_in(text)
    assert (fighter.name, fighter.kind, fighter.maker_country) == ("Su-35", "aircraft", "ru")
    assert fighter.span.of(text) == "Sukhoi Su-35"
    assert airliner.span.of(text) == "Sukhoi Superjet 100"


@pytest.mark.parametrize("written", ["Su-35", "Su–35", "Su‑35", "Su 35", "Su35", "SU-35", "Su-35S"])
def test_a_dash_is_a_dash_is_a_space(written: str) -> None:
    assert [found.id for found in equipment_in(f"A {written} took off.")] == ["su-35"]


def test_the_plural_is_no_part_of_the_name() -> None:
    assert seen_in("Two F-16s and the S-400’s radar.") == ["F-16", "S-400"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Hwasong-17 and KN-23 were launched.", ["missile", "missile"]),
        ("Shahed-136, Geran-2, Orlan-10 and Bayraktar TB2", ["drone"] * 4),
        ("HIMARS fired ATACMS at a T-90M and a BMP-2.", ["artillery", "missile", "vehicle", "vehicle"]),
        ("An-124, Il-76, Mi-8, Ka-52, Boeing 737, A300", ["aircraft"] * 6),
        ("HMS Daring, FS Forbin and a Yasen-class submarine", ["ship"] * 3),
        ("Storm Shadow, Kinzhal, Kh-101, S-300PMU2", ["missile"] * 4),
    ],
)
def test_each_is_of_its_kind(text: str, kinds: list[str]) -> None:
    assert [found.kind for found in equipment_in(text)] == kinds


def test_a_number_that_no_row_has_is_still_of_its_family() -> None:
    (found,) = equipment_in("State media showed a Hwasong-3.")
    assert (found.id, found.kind, found.maker_country) == ("hwasong-3", "missile", "kp")


@pytest.mark.parametrize(
    "text",
    [
        "A4 paper, the G7, the M25 motorway, an F1 race and COVID-19",
        "An 80-year-old man and An 11-year-old girl",
        "a B-1 visa, H-1B visas, the A10 road, the A320 motorway",
        "MH17, MI6, KN95 masks, a Ford F-150, Type 2 diabetes, K-9 units, U.S.-300 men",
        "The Patriot Act, Stacey Abrams, Omar Bradley, Charlie Hebdo's Caesar, a Leopard's spots",
        "the ship CHONG RIM 2, Tasha Yar's bridge, RFA Bank, an S-Class limousine",
        "fighter jets, ballistic missiles, tanks and drones",
    ],
)
def test_generic_nouns_roads_visas_and_names_are_no_equipment(text: str) -> None:
    assert seen_in(text) == []


def test_an_ordinary_word_counts_beside_the_word_for_its_kind() -> None:
    text = "Javelin anti-tank missiles and Patriot batteries came; more Javelins follow. The Patriot Act stays."
    assert seen_in(text) == ["Javelin", "Patriot", "Javelin"]


def test_only_the_story_is_read() -> None:
    text = "Su-35 here. Su-57 there."
    assert [found.name for found in find_equipment(text, Span(12, len(text)))] == ["Su-57"]


@given(st.text(alphabet="SuTFAKhM-– 0123456789s’'. missile", max_size=60))
def test_every_span_lies_in_the_text_and_none_overlap(text: str) -> None:
    found = equipment_in(text)
    for one in found:
        assert one.span.end <= len(text)
        assert one.span.of(text).strip()
    for one, following in itertools.pairwise(found):
        assert one.span.end <= following.span.start


def _packer() -> ModuleType:
    path = Path(__file__).parents[2] / "tables" / "pack_equipment.py"
    spec = importlib.util.spec_from_file_location("pack_equipment", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_packed_table_says_what_the_reviewed_one_says() -> None:
    packed = files("nongrata.mentions").joinpath("equipment.json").read_text("utf-8")
    assert packed == _packer().pack_equipment()


def test_the_table_holds_more_than_350_designations() -> None:
    rows = json.loads(files("nongrata.mentions").joinpath("equipment.json").read_text("utf-8"))["rows"]
    assert len(rows) > 350
    assert len({name for name, _, _ in rows}) == len(rows)
