"""Instants as pages, archives, mails and other tools write them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime


def parse_moment(text: str) -> datetime | None:
    """Give the instant that an ISO text states, in UTC where it tells no zone; None for none.

    One whose day in UTC lies outside the calendar is none either: nothing could be kept under it.

    >>> parse_moment("2024-05-17T10:00:00")
    datetime.datetime(2024, 5, 17, 10, 0, tzinfo=datetime.timezone.utc)
    >>> parse_moment("soon"), parse_moment("0001-01-01T00:00:00+14:00")
    (None, None)
    """
    try:
        return with_zone(datetime.fromisoformat(text.strip()))
    except ValueError:
        return None


def day_of_header(text: str) -> date | None:
    """Give the day that a date in the form of mails and web servers states, or None.

    >>> day_of_header("Fri, 03 May 2024 14:01:02 GMT")
    datetime.date(2024, 5, 3)
    >>> day_of_header("soon"), day_of_header("Fri, 03 May 2024 14:01:02 +999999999999999")
    (None, None)
    """
    try:
        return parsedate_to_datetime(text).date()
    except (ArithmeticError, LookupError, TypeError, ValueError):
        return None


def with_zone(moment: datetime) -> datetime | None:
    """Give an instant with its zone, UTC where it has none; None for one whose day in UTC lies outside the calendar."""
    try:
        zoned = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
        zoned.astimezone(UTC)
    except OverflowError:
        return None
    return zoned
