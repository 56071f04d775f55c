"""The joins that were read: which of them are made, drawn again, and held."""

from __future__ import annotations

import json
import random
from pathlib import Path

from bench.lists.damage import DAMAGES, Damaged
from bench.lists.joins import compared, drawn, reading
from bench.lists.kills import Killed
from bench.lists.official import faults_of_damage, faults_of_joins, faults_of_kills
from nongrata.lists import EntityId, ListId
from nongrata.lists.joins.join import Join


def join(left: str, right: str) -> Join:
    (ours, our_id), (theirs, their_id) = left.split(":"), right.split(":")
    return Join(
        left=(ListId(ours), EntityId(our_id)), right=(ListId(theirs), EntityId(their_id)), score=0.9, why=("a number",)
    )


def read_of(folder: Path, *rows: tuple[str, str, str]) -> Path:
    path = folder / "read.json"
    path.write_text(json.dumps([[*one.split(":"), *other.split(":"), verdict, "why"] for one, other, verdict in rows]))
    return path


def test_a_join_by_way_of_another_list_is_made(tmp_path: Path) -> None:
    read = compared([join("us:1", "eu:2"), join("eu:2", "uk:3")], read_of(tmp_path, ("us:1", "uk:3", "same")))

    assert (read.precision, faults_of_joins(read)) == (1.0, [])


def test_a_wrong_join_that_is_made_again_and_a_right_one_that_is_lost_fail(tmp_path: Path) -> None:
    path = read_of(
        tmp_path,
        ("us:1", "eu:2", "same"),
        ("us:1", "uk:3", "not same"),
        ("us:4", "uk:5", "same"),
        ("a:1", "b:1", "unsure"),
    )
    read = compared([join("us:1", "eu:2"), join("us:1", "uk:3")], path)

    assert read.precision == 0.5
    assert faults_of_joins(read) == [
        "read as wrong, and made again: us:1 = uk:3",
        "read as right, and lost: us:4 = uk:5",
    ]


def test_the_same_joins_are_drawn_again_when_others_come_and_go() -> None:
    joins = [join(f"us:{number}", f"eu:{number}") for number in range(200)]
    fewer = random.Random(1).sample(joins, 180)

    first, again = drawn(joins, 20, seed=7), drawn(fewer, 20, seed=7)
    assert [each for each in first if each in fewer] == [each for each in again if each in first]
    assert drawn(joins, 20, seed=8) != first


def test_what_was_read_is_kept_as_ids_and_verdicts_alone() -> None:
    rows = list(reading())

    assert len(rows) > 500
    assert all(len(why) < 100 for *_, why in rows)
    assert {verdict for _, _, verdict, _ in rows} == {"same", "not same"}


def test_a_damaged_file_that_crashes_or_costs_entries_and_a_store_that_is_broken_fail() -> None:
    assert faults_of_damage(Damaged(files=3, refused=3)) == []
    assert faults_of_damage(Damaged(files=3, crashes=["1 cut short"], lost=["2 huge field"], longest=11.0)) == [
        "1 cut short",
        "2 huge field",
        "a damaged file took 11.0 s",
    ]
    assert faults_of_kills(Killed(kills=2, whole=2)) == []
    assert faults_of_kills(Killed(kills=2, whole=1, faults=["found other bytes"])) == ["found other bytes"]
    assert len(DAMAGES) == 8
