"""Dates as exact as what was said: "May 1961" has no day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_MONTH_NAMES = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
    "september sept sep", "october oct", "november nov", "december dec",
)  # fmt: skip
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)")
_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_WORDS = re.compile(
    r"(?:(circa|c\.|approximately|approx\.)\s+)?(?:(\d{1,2})\s+)?(?:([A-Za-z]{3,9})\.?,?\s+)?(\d{4})", re.I
)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_RANGE = re.compile(r"(.+?)\s+(?:to|-|and)\s+(.+)", re.I)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date that may lack its day or month, be about right (`~`), or be a range (`a/b`).

    `text` is EDTF (ISO 8601-2:2019, level 1, and ISO weeks): "1984-01-08", "1984-01", "1984", "1984~",
    "2023-W38", "1960/1965", "2023-09-15T14:05".
    """

    text: str

    def __post_init__(self) -> None:
        for part in self.text.split("/"):
            _bounds(part)

    def __str__(self) -> str:
        return self.text

    @property
    def in_words(self) -> str:
        """The date as a person writes it, as exact as it is.

        >>> PartialDate("1984-01-08").in_words, PartialDate("1961~").in_words, PartialDate("2023-W38").in_words
        ('8 January 1984', 'about 1961', 'week of 18 September 2023')
        """
        first, _slash, last = self.text.partition("/")
        return _in_words(first) + (f" to {_in_words(last)}" if last else "")

    @property
    def earliest(self) -> date:
        """The first day it can be. About (`~`) a year reaches one year either side."""
        return _bounds(self.text.split("/")[0])[0]

    @property
    def latest(self) -> date:
        """The last day it can be."""
        return _bounds(self.text.split("/")[-1])[1]

    @property
    def is_exact(self) -> bool:
        """Name one day."""
        return self.earliest == self.latest

    def meets(self, other: PartialDate) -> bool:
        """Be possibly the same day as the other.

        >>> PartialDate("1984").meets(PartialDate("1984-01-08"))
        True
        """
        return self.earliest <= other.latest and other.earliest <= self.latest


def _in_words(text: str) -> str:
    bare = text.partition("T")[0].rstrip("~")
    day = _bounds(bare)[0]
    if "W" in bare:
        return f"week of {day.day} {day:%B %Y}"
    exact = {7: f"{day:%B %Y}", 10: f"{day.day} {day:%B %Y}"}
    return ("about " if text.endswith("~") else "") + exact.get(len(bare), bare)


def _bounds(text: str) -> tuple[date, date]:
    text = text.partition("T")[0]  # a live blog's stamp, "2023-09-15T14:05", is of its day
    if week := _WEEK.fullmatch(text):
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return monday, monday + timedelta(days=6)
    match = _ISO.fullmatch(text)
    if match is None:
        raise ValueError(f"date {text!r}: wanted YYYY, YYYY-MM, YYYY-MM-DD, YYYY-Www, with ~ for about")
    year, month, day, about = int(match[1]), match[2], match[3], match[4]
    slack = 1 if about and month is None else 0
    first = date(max(1, year - slack), int(month or 1), int(day or 1))
    if day:
        return first, first
    last_month = int(month or 12)
    last_year = min(9999, year + slack)
    return first, date(last_year, last_month, calendar.monthrange(last_year, last_month)[1])


def parse_date(text: str) -> PartialDate | None:
    """Give the date a text states, as exact as the text is, or None.

    Reads ISO dates, "08 Jan 1984", "Jan 1984", "1984", "circa 1984", "dd/mm/yyyy" (the United Kingdom's and
    the United Nations' order) and ranges of these ("1960 to 1965").

    >>> parse_date("08 Jan 1984")
    PartialDate(text='1984-01-08')
    >>> parse_date("circa 1961")
    PartialDate(text='1961~')
    >>> parse_date("hello") is None
    True
    """
    text = text.strip()
    if found := _one_date(text):
        return PartialDate(found)
    if (match := _RANGE.fullmatch(text)) and (first := _one_date(match[1])) and (last := _one_date(match[2])):
        return PartialDate(f"{first}/{last}")
    return None


def _one_date(text: str) -> str | None:
    if _ISO.fullmatch(text):
        return text if _is_real(text) else None
    if slashed := _SLASHED.fullmatch(text):
        return _edtf(slashed[3], int(slashed[2]), slashed[1])
    words = _WORDS.fullmatch(text)
    if words is None:
        return None
    about, day, month, year = words.groups()
    number = MONTHS.get(month.lower()) if month else None
    if (month and number is None) or (day and number is None):
        return None
    found = _edtf(year, number, day)
    return f"{found}~" if about and found else found


def _edtf(year: str, month: int | None, day: str | None) -> str | None:
    text = year + (f"-{month:02d}" if month else "") + (f"-{int(day):02d}" if day else "")
    return text if _is_real(text) else None


def _is_real(text: str) -> bool:
    try:
        _bounds(text)
    except ValueError:
        return False
    return True
