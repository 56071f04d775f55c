"""Days, weeks, months and years as EDTF, counted from the day on which a story was written."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Literal

Direction = Literal["past", "future"]


def iso_week(on: date) -> str:
    """Give the ISO week of a day.

    >>> iso_week(date(2023, 9, 18))
    '2023-W38'
    """
    year, week, _ = on.isocalendar()
    return f"{year:04d}-W{week:02d}"


def iso_month(year: int, month: int) -> str:
    """Give a month; the month may lie outside 1-12 and is carried into the year.

    >>> iso_month(2024, 0)
    '2023-12'
    """
    carried, index = divmod(month - 1, 12)
    return f"{year + carried:04d}-{index + 1:02d}"


def season(year: int, name: str) -> str:
    """Give the months of a northern season; a winter is named for the year in which it begins.

    >>> season(2022, "summer")
    '2022-06/2022-08'
    """
    first = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[name]
    return f"{iso_month(year, first)}/{iso_month(year, first + 2)}"


def valid_day(year: int, month: int, day: int) -> date | None:
    """Give the day, or None for a day that no calendar has.

    >>> valid_day(2023, 2, 30) is None
    True
    """
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def plus_days(anchor: date, days: int) -> date | None:
    """Give the day so many days on, or None beyond the calendar.

    >>> plus_days(date(2023, 9, 15), -14)
    datetime.date(2023, 9, 1)
    """
    try:
        return anchor + timedelta(days=days)
    except OverflowError:
        return None


def weekday_near(anchor: date, weekday: int, direction: Direction) -> date | None:
    """Give the last (or the next) such weekday (Monday is 0), the anchor's own day included.

    >>> weekday_near(date(2023, 9, 15), 2, "past")
    datetime.date(2023, 9, 13)
    >>> weekday_near(date(2023, 9, 15), 4, "future")
    datetime.date(2023, 9, 15)
    """
    days = -((anchor.weekday() - weekday) % 7) if direction == "past" else (weekday - anchor.weekday()) % 7
    return plus_days(anchor, days)


def month_near(anchor: date, month: int, direction: Direction) -> int:
    """Give the year of the last (or the next) such month, the anchor's own month included.

    >>> month_near(date(2025, 3, 22), 7, "past")
    2024
    """
    if direction == "past":
        return anchor.year - (month > anchor.month)
    return anchor.year + (month < anchor.month)


def day_near(anchor: date, month: int, day: int, direction: Direction | None) -> date | None:
    """Give the day of that month and number: the last, the next, or the nearest one.

    >>> day_near(date(2024, 1, 2), 12, 30, None)
    datetime.date(2023, 12, 30)
    """
    years = range(anchor.year - 4, anchor.year + 5)  # 29 February comes back within four years
    days = [found for year in years if (found := valid_day(year, month, day))]
    if direction == "past":
        return max((found for found in days if found <= anchor), default=None)
    if direction == "future":
        return min((found for found in days if found >= anchor), default=None)
    return min(days, key=lambda found: abs(found - anchor), default=None)
