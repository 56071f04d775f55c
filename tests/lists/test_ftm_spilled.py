"""What is told of a party anywhere in a file of FollowTheMoney reaches it, and the file is never in memory."""

from __future__ import annotations

import json
import sqlite3
import tempfile
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nongrata.lists import ListId
from nongrata.lists.ftm.from_entities import read_ftm
from nongrata.lists.ftm.spilled import spilling
from nongrata.values import ListError
from tests.lists.ftm_whole import whole_reading

Write = Callable[..., Path]
Raw = dict[str, Any]
IDS = st.sampled_from(("Q1", "Q2", "Q3", "Q4", "a1", "p1"))
DATASETS = st.sampled_from((["us_ofac_sdn"], ["eu_fsf"], []))


def entity(
    schema: str, ids: st.SearchStrategy[str] = IDS, **properties: st.SearchStrategy[Any]
) -> st.SearchStrategy[Raw]:
    return st.fixed_dictionaries(
        {"id": ids, "schema": st.just(schema), "properties": st.fixed_dictionaries({}, optional=properties)},
        optional={"datasets": DATASETS},
    )


NAMES = st.lists(st.sampled_from(("Anna Orlova", "SEA LARK", "Holding")), min_size=1, max_size=2)
ENDS = st.lists(IDS, max_size=3)
PARTIES = st.builds(
    lambda raw, names: {**raw, "properties": {"name": names, **raw["properties"]}},
    entity(
        "Person",
        topics=st.sampled_from((["sanction"], ["role.pep"], [])),
        addressEntity=ENDS,
        position=st.just(["Director"]),
    )
    | entity("Vessel", imoNumber=st.just(["IMO9172038"]), addressEntity=ENDS),
    NAMES,
)
OTHERS = st.one_of(
    entity("Sanction", entity=ENDS, program=st.just(["RUSSIA"]), startDate=st.sampled_from((["2022-03-24"], ["2024"]))),
    entity("Address", full=st.sampled_from((["1 Quay"], ["2 Quay"], [])), city=st.just(["Tver"])),
    entity("Passport", holder=ENDS, number=st.sampled_from((["A 1"], ["B 2"]))),
    entity("Position", name=st.just(["Minister of Yards"])),
    entity("Occupancy", holder=ENDS, post=ENDS),
    entity(
        "Ownership", owner=ENDS, asset=ENDS, percentage=st.sampled_from((["50"], ["25-50"])), endDate=st.just(["2020"])
    ),
    entity("Family", person=ENDS, relative=ENDS, relationship=st.just(["sister"])),
)


def lines(*entities: Raw) -> str:
    return "".join(json.dumps(each) + "\n" for each in entities)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(st.lists(PARTIES | OTHERS, max_size=14), PARTIES, st.integers(0, 14))
def test_entities_in_any_order_give_what_reading_them_all_at_once_gives(
    write: Write, others: list[Raw], party: Raw, at: int
) -> None:
    path = write("own.ftm.json", lines(*others[:at], party, *others[at:]))
    try:
        file = read_ftm(path)
    except ListError:  # it marks some, and lists nobody
        assert whole_reading(path, ListId("own")) == []
    else:
        assert list(file.listings) == whole_reading(path, file.version.list_id)


def test_a_long_file_is_not_taken_into_memory(write: Write) -> None:
    count, text = 1_500, "an office of which much is said " * 80
    parties = (
        {"id": f"Q{n}", "schema": "Person", "properties": {"name": [f"Anna {n}"], "position": [text]}}
        for n in range(count)
    )
    path = write("own.ftm.json", lines(*parties))
    tracemalloc.start()
    try:
        listings = read_ftm(path, many=100).listings
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert (len(listings), listings[-1].caption) == (count, "Anna 1499")
    assert most < path.stat().st_size / 2


def test_a_tie_of_all_with_all_is_set_aside(write: Write) -> None:
    everybody = [f"Q{n}" for n in range(1_001)]
    tie = {"id": "t", "schema": "Family", "properties": {"person": everybody, "relative": everybody}}
    file = read_ftm(
        write("own.ftm.json", lines({"id": "Q1", "schema": "Person", "properties": {"name": ["Anna"]}}, tie))
    )

    assert (file.listings[0].links, file.skipped[0].reason) == ((), "Family t ties more than 1000 entities")


def test_a_full_disk_is_told_in_one_line(tmp_path: Path) -> None:
    full = pytest.raises(ListError, match=r"laid on disk \(database or disk is full\); wanted as much room")
    with full as caught, spilling(tmp_path / "own.ftm.json"):
        raise sqlite3.OperationalError("database or disk is full")
    assert "\n" not in str(caught.value)


def test_no_room_for_the_entries_is_told_in_one_line(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("own.ftm.json", lines({"id": "Q1", "schema": "Person", "properties": {"name": ["Anna"]}}))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))

    with pytest.raises(ListError, match=r"own\.ftm\.json: found entries that cannot be laid on disk") as caught:
        read_ftm(path, many=0)
    assert "\n" not in str(caught.value)
