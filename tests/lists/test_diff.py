"""What changed between two versions of a list."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from nongrata.lists import (
    Designation,
    EntityId,
    Identifier,
    ListedName,
    ListFile,
    ListId,
    Listing,
    ListVersion,
    read_lists,
)
from nongrata.lists.diff import FieldChange, diff_lists, lost_in
from nongrata.values import PartialDate


def listing(number: int, name: str = "", **more: object) -> Listing:
    name = name or f"PARTY {number}"
    act = Designation(list_id=ListId("mine"), entity_id=EntityId(str(number)), caption=name, programs=("TEST",))
    made = Listing(schema="Person", names=(ListedName(text=name, kind="primary"),), designations=(act,))
    return replace(made, **more)  # type: ignore[arg-type]


def listed(*listings: Listing, version: str = "2026-01-01") -> ListFile:
    about = ListVersion(list_id=ListId("mine"), title="Mine", version=version, sha256="0" * 64, entities=len(listings))
    return ListFile(version=about, listings=listings)


def test_a_list_has_nothing_new_against_itself() -> None:
    diff = diff_lists(listed(listing(1), listing(2)), listed(listing(2), listing(1)))

    assert (diff.added, diff.removed, diff.changed) == ((), (), ())


def test_what_came_and_went_is_told_by_id() -> None:
    diff = diff_lists(listed(listing(1), listing(2)), listed(listing(2), listing(3)))

    assert [each.entity_id for each in diff.added] == ["3"]
    assert [(each.entity_id, each.caption, each.programs) for each in diff.removed] == [("1", "PARTY 1", ("TEST",))]


def test_the_same_id_under_a_new_name_is_renamed() -> None:
    diff = diff_lists(listed(listing(1, "IRKUT CORPORATION")), listed(listing(1, "PJSC YAKOVLEV")))

    (change,) = diff.renamed
    assert (change.before, change.after) == ("IRKUT CORPORATION", "PJSC YAKOVLEV")


@pytest.mark.parametrize("after", ["Petrov, Ivan", "IVAN PETROV", "PÉTROV, Ivan."])
def test_another_spelling_of_a_name_is_a_change_and_no_new_name(after: str) -> None:
    diff = diff_lists(listed(listing(1, "PETROV, Ivan")), listed(listing(1, after)))

    assert len(diff.changed) == 1
    assert diff.renamed == ()


def test_changed_fields_say_what_they_gained_and_lost() -> None:
    old = listing(1, birth_dates=(PartialDate("1990-06-28"),), countries=("ru", "cy"))
    number = Identifier(kind="passport", value="I066302", country="cv")
    new = listing(1, birth_dates=(PartialDate("1980-06-28"),), countries=("cy", "ru"), identifiers=(number,))

    (change,) = diff_lists(listed(old), listed(new)).changed
    assert change.fields == (
        FieldChange(field="birth dates", gained=("1980-06-28",), lost=("1990-06-28",)),
        FieldChange(field="identifiers", gained=("passport I066302 (cv)",)),
    )


def test_who_stands_under_another_id_is_renumbered_and_neither_gone_nor_new() -> None:
    old = listed(*(listing(number, f"PARTY {chr(65 + number)}") for number in range(1, 9)))
    new = listed(*(listing(number - 1, f"PARTY {chr(65 + number)}") for number in range(2, 9)), listing(8, "PARTY Z"))
    diff = diff_lists(old, new)

    assert [each.caption for each in diff.removed] == ["PARTY B"]
    assert [each.caption for each in diff.added] == ["PARTY Z"]
    assert [(each.before, each.after, each.caption) for each in diff.renumbered][:2] == [
        ("2", "1", "PARTY C"),
        ("3", "2", "PARTY D"),
    ]
    assert len(diff.renumbered) == 7
    assert (diff.changed, diff.renamed) == ((), ())
    assert lost_in(old, new) == 1


def test_a_renumbered_entry_may_have_changed_and_a_legal_form_is_no_other_name() -> None:
    old = listed(listing(1, "VTB Bank OAO", schema="Company"))
    new = listed(listing(9, "VTB Bank PJSC", schema="Company", countries=("ru",)))

    (move,) = diff_lists(old, new).renumbered
    assert [field.field for field in move.fields] == ["caption", "names", "countries"]


def test_of_two_of_one_name_the_programme_and_the_birth_date_tell_which_moved() -> None:
    born = listing(1, "KIM, Yong Chol", birth_dates=(PartialDate("1947"),))
    younger = listing(7, "KIM, Yong Chol", birth_dates=(PartialDate("1962-02-18"),))
    assert diff_lists(listed(born), listed(younger)).renumbered == ()

    twice = listed(listing(1, "KIM, Yong Chol"), listing(2, "KIM, Yong Chol"))
    assert diff_lists(twice, listed(listing(3, "KIM, Yong Chol"))).renumbered == ()


@pytest.mark.shared
def test_the_days_of_ofacs_and_the_uns_lists(shared: Path) -> None:
    folder = shared / "data" / "lists"
    series = {
        day: read_lists([folder / "ofac_sdn_series" / f"sdn_{day}.csv.gz"])[0]
        for day in ("2024-02-20", "2024-02-23", "2024-05-02", "2024-05-03")
    }
    un = [read_lists([folder / "un" / f"un_consolidated_{day}.xml.gz"])[0] for day in ("2026-02-27", "2026-08-01")]
    pairs = (
        (series["2024-02-20"], series["2024-02-23"]),
        (series["2024-05-02"], series["2024-05-03"]),
        (un[0], un[1]),
    )
    diffs = [diff_lists(old, new) for old, new in pairs]

    counts = [(len(each.added), len(each.removed)) for each in diffs]
    assert counts == [(553, 0), (0, 8), (16, 8)]
    assert len(diffs[0].changed) == 8
    assert diffs[1].changed == ()
    (later,) = read_lists([folder / "ofac_2026-08" / "sdn.RECONSTRUCTED.csv.gz"])
    renamed = {each.entity_id: each.after for each in diff_lists(series["2024-05-03"], later).renamed}
    assert "YAKOVLEV" in renamed[EntityId("35901")]


@pytest.mark.shared
def test_canadas_schedules_were_numbered_anew(shared: Path) -> None:
    folder = shared / "data" / "lists" / "canada"
    (old,), (new,) = read_lists([folder / "sema-lmes_2020-04.xml"]), read_lists([folder / "sema-lmes_2025-05.xml.gz"])
    diff = diff_lists(old, new)

    moved = {each.before: each.after for each in diff.renumbered}
    assert moved[EntityId("Russia|2|7")] == "Russia|1, Part 2|100"  # United Aircraft Corporation
    assert len(moved) > 1_100
    assert len(diff.removed) < 120
    assert len(old.listings) == len(diff.removed) + len(moved) + len({*_ids(old)} & {*_ids(new)} - {*moved.values()})


def _ids(file: ListFile) -> list[str]:
    return [listing.designations[0].entity_id for listing in file.listings]
