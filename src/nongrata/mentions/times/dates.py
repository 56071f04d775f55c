"""Dates as they are written: "Sept. 12, 2023", "in February 2022", "from 2014 to 2019", "Feb 28"."""

from __future__ import annotations

import re
from dataclasses import replace

from nongrata.mentions.times import calendar as cal
from nongrata.mentions.times.calendar import Direction
from nongrata.mentions.times.grammar import (
    DAY,
    DAY_NAME,
    DAY_SHORT,
    DAYS,
    MONTH,
    MONTHS_BEGIN,
    PERIOD,
    UNTELLABLE,
    YEAR,
    Rule,
    S,
    Saying,
    Told,
    anycase,
    day_number,
    month_number,
    ruled,
    stated,
)
from nongrata.values import PartialDate

_WEEKDAY = rf"(?:(?:{DAY_NAME}|{DAY_SHORT}),?{S})?"
FULL_DATE = (  # a month, with its day or its year or both
    rf"{_WEEKDAY}(?:{MONTH}\s{{0,2}}(?:the{S})?{DAY}(?:,?{S}{YEAR})?"
    rf"|(?:the{S})?{DAY}{S}(?:of{S})?{MONTH}(?:,?{S}{YEAR})?|{MONTH},?{S}(?:of{S})?{YEAR})"
)
_DASH = r"\s?[-–—]\s?"
_FROM = rf"{anycase('from|between')}{S}"
_TO = "(?:to|and|until|till|through)"
_UP_TO = rf"(?:{_DASH}|{S}{_TO}{S})"
_OF_YEAR = rf"(?:,?{S}(?P<year>{YEAR}))?"
_PHRASE = rf"(?:{FULL_DATE}|{DAY_NAME}|{MONTH}|{YEAR})"
_PIECES = re.compile(rf"(?P<month>\b{MONTH})|(?P<year>\b{YEAR}\b)|(?P<day>\b{DAY}\b)|(?P<weekday>{DAY_NAME})")


class Pieces:
    """What stands in a written date: any of its year, month, day and weekday."""

    __slots__ = ("day", "month", "weekday", "year")

    def __init__(self, text: str) -> None:
        found: dict[str, str] = {}
        for match in _PIECES.finditer(text):
            found.setdefault(str(match.lastgroup), match[0])
        self.year = int(found["year"]) if "year" in found else None
        self.month = month_number(found["month"]) if "month" in found else None
        self.day = day_number(found["day"]) if "day" in found else None
        self.weekday = DAYS[found["weekday"][:3].lower()] if "weekday" in found else None


def value_of(pieces: Pieces, said: Saying, direction: Direction | None) -> str | None:
    """Give the date's EDTF, its year taken from the day of writing where none is said."""
    if pieces.month is None and pieces.year is not None:
        return f"{pieces.year:04d}"
    if pieces.year is not None and pieces.month is not None:
        return _written(pieces.year, pieces.month, pieces.day)
    if said.anchor is None:
        return None
    if pieces.month is not None and pieces.day is not None:
        day = cal.day_near(said.anchor, pieces.month, pieces.day, direction)
        return str(day) if day else None
    if pieces.month is not None:
        return cal.iso_month(cal.month_near(said.anchor, pieces.month, direction or "past"), pieces.month)
    if pieces.weekday is not None:
        weekday = cal.weekday_near(said.anchor, pieces.weekday, direction or "past")
        return str(weekday) if weekday else None
    return None


def _written(year: int, month: int, day: int | None) -> str | None:
    if day is None:
        return cal.iso_month(year, month)
    found = cal.valid_day(year, month, day)
    return str(found) if found else None


def _date(match: re.Match[str], said: Saying) -> Told | None:
    """Sept. 12, 2023; 12 September; February 2022. Without a year: by the verb, else the nearest one."""
    pieces = Pieces(match[0])
    # "prorogued until October 14", "the November 13 deadline": the verb's tense does not reach these
    direction = None if said.before in ("until", "till", "by", "before", "") else said.direction
    value = value_of(pieces, said, direction)
    if pieces.year is not None:
        return stated(value) if value else None
    return Told(value=value, basis="relative" if direction else "default")


def _iso(match: re.Match[str], said: Saying) -> Told | None:
    """2023-09-12, 2023-09."""
    day = int(match["day"]) if match["day"] else 1
    return stated(match[0]) if cal.valid_day(int(match["year"]), int(match["month"]), day) else None


def _slashed(match: re.Match[str], said: Saying) -> Told | None:
    """13/09/2023 and 09/13/2023; what could be either order has no value."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
    if first <= 12 and second <= 12 and first != second:
        return Told(value=None, basis="stated")
    day, month = (first, second) if second <= 12 else (second, first)
    value = _written(year, month, day)
    return stated(value) if value else None


def _dotted(match: re.Match[str], said: Saying) -> Told | None:
    """17.11.2026: the day stands first."""
    value = _written(int(match["year"]), int(match["a"]), int(match["b"]))
    return stated(value) if value else None


def _of_year_beside(match: re.Match[str], said: Saying) -> Told | None:
    """Nov. 1 last year, 31 March of next year."""
    pieces = Pieces(match["date"])
    if pieces.year is not None or pieces.month is None or said.anchor is None:
        return None
    year = said.anchor.year + {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    return Told(value=_written(year, pieces.month, pieces.day), basis="relative")


def _range(match: re.Match[str], said: Saying) -> Told | None:
    """From February 2022 to March 2023; between March and May; May 3 - June 2; from Monday to Friday."""
    left, right = Pieces(match["a"]), Pieces(match["b"])
    if left.year is None and right.year is not None:
        left.year = right.year - _turns_year(left, right)
    if right.year is None and left.year is not None:
        right.year = left.year + _turns_year(left, right)
    is_stated = left.year is not None
    if said.anchor is None and not is_stated:
        return UNTELLABLE
    if said.direction == "future":  # what began already still lies ahead until it ends
        last = value_of(right, said, "future")
        first = value_of(left, _said_on(last, said), "past")
    else:
        first = value_of(left, said, "past")
        last = value_of(right, _said_on(first, said), "future")
    if first is None or last is None or first > last:
        return None
    return Told(value=f"{first}/{last}", basis="stated" if is_stated else "relative")


def _turns_year(left: Pieces, right: Pieces) -> bool:
    return left.month is not None and right.month is not None and left.month > right.month


def _said_on(value: str | None, said: Saying) -> Saying:
    """Give the saying as if said on that day or in that month, so that the range's other end is counted from it."""
    bounds = PartialDate(value) if value else None
    return replace(said, anchor=bounds.earliest if bounds else said.anchor)


def _days_of_month(match: re.Match[str], said: Saying) -> Told | None:
    """July 10-16, 2017; 10 to 12 July; from July 10 to 16."""
    days = [day_number(match["a"]), day_number(match["b"])]
    pieces = Pieces(f"{match['month']} {days[0]} {match['year'] or ''}")
    first = value_of(pieces, said, said.direction)
    if first is None:
        return UNTELLABLE
    if days[0] >= days[1]:
        return None
    last = _written(int(first[:4]), int(first[5:7]), days[1])
    return Told(value=f"{first}/{last}", basis="stated" if match["year"] else "relative") if last else None


def _years(match: re.Match[str], said: Saying) -> Told | None:
    """2014-2019, 2014/15."""
    first, last = int(match["a"]), int(match["b"])
    if last < 100:
        last += first // 100 * 100
    return stated(f"{first}/{last}") if 0 < last - first < 150 else None


_BEFORE_YEAR = frozenset(
    ("in", "since", "by", "until", "till", "before", "after", "during", "from", "of", "for", "through", "throughout",
     "around", "between")
)  # fmt: skip


def _year(match: re.Match[str], said: Saying) -> Told | None:
    """In 1948, since 2014, late 2022, the 2014 protests, (2014). A number alone is no year."""
    text, start, end = match.string, match.start(), match.end()
    bracketed = text[max(0, start - 1) : start] == "(" and text[end : end + 1] == ")"
    named = match["the"] is not None or match["period"] or said.before in _BEFORE_YEAR or bracketed
    if not named or (said.counts_things and match["the"] is None):
        return None
    return stated(match["year"])


_OWNER = anycase("the|its|his|her|their|a")
_NO_COUNT = rf"(?!-|{S}(?:years?|people)\b)"
DATE_RULES: tuple[Rule, ...] = (
    ruled(r"\d-", r"(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-3]\d))?(?![-\d])", _iso),
    ruled(r"\d/\d", r"(?P<a>\d\d?)/(?P<b>\d\d?)/(?P<year>(?:19|20)\d\d)", _slashed),
    ruled(MONTHS_BEGIN,
          rf"(?:{_FROM})?(?P<month>{MONTH}){S}(?P<a>{DAY}){_UP_TO}(?P<b>{DAY}){_OF_YEAR}", _days_of_month),
    ruled(MONTHS_BEGIN,
          rf"(?:{_FROM})?(?P<a>{DAY}){_UP_TO}(?P<b>{DAY}){S}(?P<month>{MONTH}){_OF_YEAR}", _days_of_month),
    ruled("from|between", rf"{_FROM}(?P<a>{_PHRASE}){S}{_TO}{S}(?P<b>{_PHRASE})", _range),
    ruled(MONTHS_BEGIN, rf"(?P<a>{FULL_DATE})(?:{_DASH}|{S}(?:to|through|until){S})(?P<b>{FULL_DATE})", _range),
    ruled(MONTHS_BEGIN, rf"(?P<a>{MONTH})(?:{_DASH}|{S}(?:to|through){S})(?P<b>{MONTH}(?:,?{S}{YEAR})?)", _range),
    ruled(r"\d\d\d\d", rf"(?P<a>{YEAR})(?:{_DASH}|/)(?P<b>(?:1[89]|20)\d\d|\d\d)(?![-–/]?\d)", _years),
    ruled(r"\d\.\d", r"(?P<b>\d\d?)\.(?P<a>1[0-2]|0?[1-9])\.(?P<year>(?:19|20)\d\d)", _dotted),
    ruled("year", rf"(?P<date>{FULL_DATE}){S}(?:of{S})?(?P<which>{anycase('last|this|next')}){S}year", _of_year_beside),
    ruled(MONTHS_BEGIN, rf"{anycase(PERIOD)}{FULL_DATE}", _date),
    ruled(r"\d\d\d\d", rf"(?<=\b\d\d\d\d{S[:2]}and{S[:2]})(?P<year>{YEAR})(?P<the>)(?P<period>)(?!-)", _year),
    ruled(r"\d\d\d\d", rf"(?P<the>{_OWNER}{S})?(?P<period>{anycase(PERIOD)})(?P<year>{YEAR}){_NO_COUNT}", _year),
)  # fmt: skip
