"""A part of a stretch, and what ends with a day: "the first half of May", "the year to March"."""

from __future__ import annotations

import re
from datetime import date

from nongrata.mentions.times import calendar as cal
from nongrata.mentions.times.dates import FULL_DATE, Pieces, value_of
from nongrata.mentions.times.grammar import (
    MONTH,
    NUMBER,
    UNTELLABLE,
    YEAR,
    Rule,
    S,
    Saying,
    Told,
    anycase,
    number_of,
    relative,
    ruled,
    stated,
)
from nongrata.values import PartialDate

_PLACES = {"first": 0, "second": 1, "third": 2, "fourth": 3, "latter": 1, "last": -1, "final": -1}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def _whole(words: str, said: Saying) -> str | None:
    """Give the month or year that the words name: "May", "May 2024", "last year", "the month"."""
    unit = re.search("year|month", words.lower())
    if unit is None:
        return value_of(Pieces(words), said, said.direction)
    if said.anchor is None:
        return None
    shift = {"last": -1, "next": 1}.get(words.lower().split()[0], 0)
    year, month = said.anchor.year, said.anchor.month
    return f"{year + shift:04d}" if unit[0] == "year" else cal.iso_month(year, month + shift)


def _told(value: str | None, words: str) -> Told:
    return stated(value) if value and re.search(YEAR, words) else relative(value)


def _part(match: re.Match[str], said: Saying) -> Told | None:
    """The first half of May, the third quarter of last year."""
    whole = _whole(match["whole"], said)
    if whole is None:
        return UNTELLABLE
    place, is_half = _PLACES[match["place"].lower()], match["unit"].lower() == "half"
    if len(whole) == len("2024"):
        size = 6 if is_half else 3
        first = (place if place >= 0 else 12 // size - 1) * size + 1
        value = f"{cal.iso_month(int(whole), first)}/{cal.iso_month(int(whole), first + size - 1)}"
        return _told(value, match["whole"]) if first + size <= 13 else None
    if not is_half or place > 1:
        return None
    last = PartialDate(whole).latest
    return _told(f"{whole}-01/{whole}-15" if place == 0 else f"{whole}-16/{last}", match["whole"])


def _edge(match: re.Match[str], said: Saying) -> Told | None:
    """The first week of October, the last ten days of May, the first nine months of 2026."""
    whole = _whole(match["whole"], said)
    if whole is None:
        return UNTELLABLE
    count, unit = number_of(match["n"] or "one"), match["unit"].lower().rstrip("s")
    is_first = _PLACES[match["place"].lower()] == 0
    first, last = PartialDate(whole).earliest, PartialDate(whole).latest
    if unit == "month":
        if len(whole) > len("2024") or count > 11:
            return None
        months = (1, count) if is_first else (13 - count, 12)
        return _told("/".join(cal.iso_month(first.year, month) for month in months), match["whole"])
    days = count * (7 if unit == "week" else 1) - 1
    start, end = (first, cal.plus_days(first, days)) if is_first else (cal.plus_days(last, -days), last)
    if start is None or end is None or not first <= start <= end <= last:
        return None
    return _told(str(start) if start == end else f"{start}/{end}", match["whole"])


def _ending(match: re.Match[str], said: Saying) -> Told | None:
    """The three months to October, the fiscal year to March, the year ended June 30, the week ending 14 November."""
    end = value_of(Pieces(match["end"]), said, said.direction or "past")
    if end is None:
        return UNTELLABLE
    count, unit = number_of(match["n"] or "one"), match["unit"].lower().rstrip("s")
    day = PartialDate(end).latest
    if unit in ("day", "week"):
        first = cal.plus_days(day, 1 - count * (7 if unit == "week" else 1))
        return _told(f"{first}/{end}", match["end"]) if first and len(end) > len("2024-05") else None
    start = cal.iso_month(day.year, day.month + 1 - count * _MONTHS[unit])
    if len(end) > len("2024-05") and end == str(PartialDate(end[:7]).latest):
        start = f"{start}-01"  # a whole month's last day
    elif len(end) > len("2024-05"):
        start = str(_month_before(day, count * _MONTHS[unit]) or "")
    return _told(f"{start}/{end}", match["end"]) if start else None


def _month_before(day: date, months: int) -> date | None:
    """Give the day after the one so many months before."""
    year, month = cal.iso_month(day.year, day.month - months).split("-")
    found = cal.valid_day(int(year), int(month), day.day)
    return cal.plus_days(found, 1) if found else None


def _week_of(match: re.Match[str], said: Saying) -> Told:
    """The week of December 7."""
    value = value_of(Pieces(match["day"]), said, said.direction)
    is_day = value is not None and len(value) > len("2024-05")
    return _told(cal.iso_week(date.fromisoformat(value)), match["day"]) if value and is_day else UNTELLABLE


def _eve(match: re.Match[str], said: Saying) -> Told:
    """On the eve of the Nov. 3 election."""
    value = value_of(Pieces(match["day"]), said, said.direction)
    is_day = value is not None and len(value) > len("2024-05")
    return _told(str(cal.plus_days(date.fromisoformat(value), -1)), match["day"]) if value and is_day else UNTELLABLE


def _fiscal_year(match: re.Match[str], said: Saying) -> Told:
    """FY2024, fiscal 2024: by its name, since firms begin it as they like."""
    return stated(match["year"])


_WHOLE = rf"(?P<whole>{MONTH}(?:,?{S}(?:of{S})?{YEAR})?|{YEAR}|(?i:(?:last|this|next|the){S}(?:year|month)))"
_NTH = rf"(?:{anycase('the')}{S})?(?P<place>{anycase('first|second|third|fourth|latter|last|final')})"
_ENDING = anycase("to|through|ended|ending|that ended|up to")
STRETCH_RULES: tuple[Rule, ...] = tuple(
    ruled(sign, pattern, read)
    for sign, pattern, read in (
        ("half|quarter", rf"{_NTH}{S}(?P<unit>{anycase('half|quarter')}){S}of{S}{_WHOLE}", _part),
        (r"(?:day|week|month)s?\s+of",
         rf"{_NTH}{S}(?:(?P<n>{anycase(NUMBER)}){S})?(?P<unit>{anycase('days?|weeks?|months?')})"
         rf"{S}of{S}{_WHOLE}", _edge),
        (r"(?:days?|weeks?|months?|quarter|half|year)\s+(?:to|through|ended|ending|that|up)",
         rf"{anycase('the')}{S}(?:{anycase('fiscal|financial|first|second|third|fourth|last')}{S})?"
         rf"(?:(?P<n>{anycase(NUMBER)}){S})?(?P<unit>{anycase('days?|weeks?|months?|quarter|half|year')})"
         rf"{S}{_ENDING}{S}(?P<end>{FULL_DATE}|{MONTH})", _ending),
        (r"week\s+of", rf"(?:{anycase('the')}{S})?{anycase('week')}{S}of{S}(?P<day>{FULL_DATE})", _week_of),
        (r"eve\s+of",
         rf"{anycase('the')}{S}{anycase('eve')}{S}of{S}(?:{anycase('the|a')}{S})?(?P<day>{FULL_DATE})", _eve),
        ("fiscal|fy",
         rf"(?:FY{S[:2]}?|{anycase('fiscal')}{S}(?:{anycase('year')}{S})?)(?P<year>(?:19|20)\d\d)", _fiscal_year),
    )
)  # fmt: skip
