"""Lists as JSON lines and back."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongrata.lists import (
    Address,
    Designation,
    EntityId,
    Identifier,
    Link,
    LinkKind,
    ListedName,
    ListFile,
    ListId,
    Listing,
    ListVersion,
    NameKind,
    lines_of,
    load_json,
    read_lists,
)
from nongrata.lists.as_json import listing_of, read_json
from nongrata.values import ListError, PartialDate, Skipped

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
maybe_texts = st.none() | texts
dates = st.sampled_from(["1984", "1984-01", "1984-01-08", "1961~", "1960/1965", "2023-W38"]).map(PartialDate)
many_texts = st.lists(texts, max_size=3).map(tuple)
many_dates = st.lists(dates, max_size=2).map(tuple)
names = st.builds(ListedName, text=texts, kind=st.sampled_from(get_args(NameKind)), language=maybe_texts)
designations = st.builds(
    Designation,
    list_id=texts.map(ListId),
    entity_id=texts.map(EntityId),
    caption=texts,
    authority=maybe_texts,
    programs=many_texts,
    listed_on=st.none() | dates,
    delisted_on=st.none() | dates,
    source_url=maybe_texts,
    reason=maybe_texts,
    amended_on=many_dates,
    legal_act=maybe_texts,
    legal_act_url=maybe_texts,
)
links = st.builds(
    Link,
    kind=st.sampled_from(get_args(LinkKind)),
    to_name=texts,
    to_id=st.none() | st.tuples(texts.map(ListId), texts.map(EntityId)),
    share=st.none() | st.fractions(0, 1, max_denominator=1_000),
    source=texts,
)
listings = st.builds(
    Listing,
    schema=texts.filter(bool),
    names=st.lists(names, min_size=1, max_size=3).map(tuple),
    designations=st.lists(designations, min_size=1, max_size=2).map(tuple),
    birth_dates=many_dates,
    birth_places=many_texts,
    death_dates=many_dates,
    countries=many_texts,
    genders=many_texts,
    positions=many_texts,
    identifiers=st.lists(st.builds(Identifier, kind=texts, value=texts, country=maybe_texts), max_size=2).map(tuple),
    addresses=st.lists(st.builds(Address, text=texts, city=maybe_texts, country=maybe_texts), max_size=2).map(tuple),
    links=st.lists(links, max_size=2).map(tuple),
)

ACT: list[Any] = ["mine", "1", "A", None, [], None, None, None, "Why.", []]


def as_file(found: list[Listing]) -> ListFile:
    version = ListVersion(list_id=ListId("mine"), title="Mine", version="2026", sha256="0", entities=len(found))
    return ListFile(
        version=version,
        listings=tuple(found),
        skipped=(Skipped(stage="lists", item="a\udcff.csv", reason="no text"),),
    )


@given(st.lists(listings, min_size=1, max_size=4))
def test_a_list_comes_back_as_it_was(found: list[Listing]) -> None:
    file = as_file(found)

    assert load_json("".join(lines_of(file)).encode(), "here") == file


@given(st.lists(listings, min_size=1, max_size=3))
def test_each_entry_is_one_line(found: list[Listing]) -> None:
    assert len("".join(lines_of(as_file(found))).split("\n")) == len(found) + 2


def simple() -> ListFile:
    designation = Designation(list_id=ListId("mine"), entity_id=EntityId("1"), caption="A")
    link = Link(kind="owner", to_name="B", share=Fraction(1, 2), source="register")
    return as_file(
        [
            Listing(
                schema="Person", names=(ListedName(text="A"),), designations=(designation,), links=(link,),
                birth_dates=(PartialDate("1984"),),
            )
        ]
    )  # fmt: skip


HEAD, ROW = [json.loads(line) for line in lines_of(simple())]


@pytest.mark.parametrize(
    "change",
    [
        {"row": "text"},
        {"row": []},
        {"row": ["Person", [], [["mine", "1", "A", None, [], None, None, None, None, []]]]},
        {"row": ["Person", [["A", ["alias"]]], ROW[2]]},
        {"row": ["Person", [["A", "odd"]], ROW[2]]},
        {"row": ["Person", [[5, "alias"]], ROW[2]]},
        {"row": ["Person", [["\ud800", "alias"]], ROW[2]]},
        {"row": ["Person", [["x" * 20_000, "alias"]], ROW[2]]},
        {"row": ["Person", [["A", "alias"]], ROW[2], ["8 January"]]},
        {"row": ["Person", [["A", "alias"]], ROW[2], [1984]]},
        {"row": [*ROW[:-1], [["owner", "B", None, "1e999999999", "x"]]]},
        {"row": [*ROW[:-1], [["owner", "B", None, "1/0", "x"]]]},
        {"row": [*ROW[:-1], [["owner", "B", "ab", None, 7]]]},
        {"row": [*ROW, [], []]},
        {"entities": 2},
        {"entities": "many"},
        {"list_id": "../../etc"},
        {"title": None},
        {"skipped": 5},
    ],
)
def test_an_export_that_was_tampered_with_is_refused(write: Callable[..., Path], change: dict[str, Any]) -> None:
    row = change.pop("row", ROW)
    path = write("export.jsonl", f"{json.dumps({**HEAD, **change})}\n{json.dumps(row)}\n")

    with pytest.raises(ListError) as caught:
        read_lists([path])

    assert "\n" not in str(caught.value)


def test_the_untampered_export_is_read(write: Callable[..., Path]) -> None:
    assert read_lists([write("export.jsonl", f"{json.dumps(HEAD)}\n{json.dumps(ROW)}\n")]) == (simple(),)


def test_an_export_from_before_names_had_languages_is_still_read() -> None:
    listing = listing_of(["Person", [["A", "primary"]], [ACT]])

    assert listing.names == (ListedName(text="A", kind="primary"),)
    assert (listing.designations[0].reason, listing.designations[0].legal_act) == ("Why.", None)


@pytest.mark.parametrize("more", [[5, None], ["Act"], ["Act", None, "more"]])
def test_a_designation_with_a_damaged_legal_act_is_refused(tmp_path: Path, more: list[object]) -> None:
    row: list[Any] = ["Person", [["A", "primary"]], [ACT]]
    head = next(lines_of(replace(as_file([listing_of(row)]), skipped=())))
    row[2] = [ACT + more]
    path = tmp_path / "mine.jsonl"
    path.write_text(head + json.dumps(row) + "\n")

    with pytest.raises(ListError, match=r"mine\.jsonl:2"):
        read_json(path)
