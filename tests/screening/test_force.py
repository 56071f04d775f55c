"""Whether a listing was in force on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from nongrata.screening.force import in_force
from nongrata.values import PartialDate
from tests.screening.listings import list_of, listed

MAY = date(2024, 5, 17)


def force(on: str | None, off: str | None, *, as_of: date | None = MAY, version: str | None = None) -> bool | None:
    """Say whether a listing with these days was in force."""
    (designation,) = listed("Person", "A B", on=on, off=off).designations
    told = list_of(version=version).version if version else None
    return in_force(designation, as_of, told)


@pytest.mark.parametrize(
    ("on", "off", "expected"),
    [
        ("2024-05-17", None, True),  # from its day on
        ("2023-12-18", None, True),
        ("2024-05-18", None, False),  # later than the story
        ("2025", None, False),
        ("2024", None, None),  # some day of the story's year
        ("2022-08-08", "2025-03-21", True),
        ("2022-08-08", "2024-05-17", False),  # delisted that day
        ("2022-08-08", "2024", None),
        (None, "2024-05-01", False),
        (None, "2025-03-21", None),  # since when is not told
        (None, None, None),
    ],
)
def test_a_listing_holds_from_its_day_until_it_ends(on: str | None, off: str | None, *, expected: bool | None) -> None:
    assert force(on, off) is expected


def test_who_stands_in_a_version_of_that_day_or_earlier_was_listed_on_the_day() -> None:
    assert force(None, None, version="2024-05-03") is True
    assert force(None, None, version="2024-05-03T10:00") is True
    assert force(None, None, version="2025-01-01") is None
    assert force(None, None, version="undated") is None
    assert force(None, "2025-01-01", version="2024-05-03") is None


def test_without_a_day_the_list_s_own_present_counts() -> None:
    assert force("2022-08-08", None, as_of=None) is True
    assert force("2022-08-08", "2025-03-21", as_of=None) is False


def test_whose_entry_was_changed_before_the_day_was_listed_on_it() -> None:
    (designation,) = listed("Person", "A B").designations
    changed = replace(designation, amended_on=(PartialDate("2022-07-21"), PartialDate("2025-05-20")))

    assert in_force(changed, MAY, None) is True
    assert in_force(changed, date(2022, 7, 1), None) is None  # changed since; listed perhaps before
