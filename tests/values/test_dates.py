"""Dates as exact as what was said."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongrata.values import PartialDate, parse_date


@pytest.mark.parametrize(
    ("said", "edtf"),
    [
        ("08 Jan 1984", "1984-01-08"),
        ("8 January 1984", "1984-01-08"),
        ("Jan 1984", "1984-01"),
        ("1984", "1984"),
        ("1984-01-08", "1984-01-08"),
        ("circa 1961", "1961~"),
        ("c. 1961", "1961~"),
        ("23/03/1969", "1969-03-23"),
        ("1960 to 1965", "1960/1965"),
        (" 1984 ", "1984"),
    ],
)
def test_a_listed_date_keeps_its_exactness(said: str, edtf: str) -> None:
    assert parse_date(said) == PartialDate(edtf)


@pytest.mark.parametrize(
    "said", ["", "hello", "31 Feb 1984", "13/13/1984", "99 Jan 1984", "5 1984", "Foo 1984", "1984-13"]
)
def test_what_is_no_date_is_none(said: str) -> None:
    assert parse_date(said) is None


def test_a_year_alone_reaches_from_its_first_day_to_its_last() -> None:
    assert (PartialDate("1984").earliest, PartialDate("1984").latest) == (date(1984, 1, 1), date(1984, 12, 31))


def test_about_a_year_reaches_one_year_either_side() -> None:
    assert (PartialDate("1961~").earliest, PartialDate("1961~").latest) == (date(1960, 1, 1), date(1962, 12, 31))


def test_a_week_runs_from_monday_to_sunday() -> None:
    week = PartialDate("2023-W38")

    assert (week.earliest, week.latest) == (date(2023, 9, 18), date(2023, 9, 24))


def test_february_ends_when_it_ends() -> None:
    assert PartialDate("2024-02").latest == date(2024, 2, 29)


def test_a_live_blogs_stamp_is_of_its_day() -> None:
    assert PartialDate("2023-09-15T14:05").is_exact
    assert PartialDate("2023-09-15T14:05").earliest == date(2023, 9, 15)


def test_a_year_meets_a_day_in_it_and_no_other() -> None:
    assert PartialDate("1984").meets(PartialDate("1984-01-08"))
    assert not PartialDate("1985").meets(PartialDate("1984-01-08"))


@pytest.mark.parametrize("text", ["", "84", "1984-1-8", "1984-02-30", "next week", "1984/"])
def test_a_date_that_is_none_cannot_be_made(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|day|range|month"):
        PartialDate(text)


@given(st.dates(min_value=date(2, 1, 1)))
def test_every_day_is_exactly_itself(day: date) -> None:
    partial = PartialDate(day.isoformat())

    assert partial.is_exact
    assert partial.earliest == day
    assert parse_date(day.isoformat()) == partial


@given(st.dates(min_value=date(2, 1, 1)), st.dates(min_value=date(2, 1, 1)))
def test_meeting_is_mutual(left: date, right: date) -> None:
    a, b = PartialDate(f"{left:%Y-%m}".zfill(7)), PartialDate(right.isoformat())

    assert a.meets(b) == b.meets(a)
