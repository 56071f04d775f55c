"""When a story was published, and how that is known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from nongrata.articles.dateline import Dateline
from nongrata.articles.record import Published
from nongrata.values.dates import MONTHS

_MONTH = r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATES = (
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -](?:of )?{_MONTH}[ ,-]{{1,2}}(?P<year>\d{{4}})\b", re.I),
    re.compile(rf"\b{_MONTH}[ -](?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?[ -](?P<year>\d{{4}})\b", re.I),
    re.compile(r"\b(?P<year>\d{4})[-/.](?P<month>\d{2})[-/.](?P<day>\d{2})(?!\d)"),
    # Which is the day shows only where one of them is no month.
    re.compile(r"\b(?P<day>1[3-9]|2\d|3[01])/(?P<month>0?[1-9]|1[0-2])/(?P<year>20\d{2})\b"),
    re.compile(r"\b(?P<month>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01])/(?P<year>20\d{2})\b"),
    re.compile(r"\b(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.(?P<year>20\d{2})\b"),
)
_SECTION = re.compile(r"^(?:[A-Z]{3,}(?:\s?[&/|]\s?|\s)){1,3}")  # "ECONOMY 12 March 2024"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s*)?"
_LABEL = re.compile(
    r"^\W*(?:(?:first|originally|last)\s+)?(?:published|updated|posted|modified|date|issued|released|created)"
    r"(?:\s+(?:on|at))?\b\s*:?\s*",
    re.I,
)
_EITHER_ORDER = re.compile(r"\b(?P<a>\d{1,2})[/.-](?P<b>\d{1,2})[/.-](?P<year>20\d{2})\b")
_AROUND = re.compile(
    r"[\s|,·•–—().:/\[\]-]|\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\.\d+)?|\b(?:am|pm|a\.m\.?|p\.m\.?|gmt|utc|est|edt|et|pt|pst|pdt|cet|cest|bst|ist|msk"
    r"|kst|jst|hrs|hours|at|on|updated?|published|posted|last|first|modified|date|print|edition|by)\b|[+-]\d{2}:?\d{2}|\bt\b|\bz\b",
    re.I,
)
_LONGEST = 120
_NEAR_DAYS = 10


def is_date_line(text: str) -> bool:
    """Be a line that gives a day, perhaps with a label and a time, and nothing else.

    >>> is_date_line("Updated: Friday, 12 March 2024, 10:03 GMT")
    True
    >>> is_date_line("On 12 March 2024 the court met")
    False
    """
    if len(text) > _LONGEST or (found := _search(text)) is None:
        return False
    before, after = text[: found.start()], text[found.end() :]
    before = re.sub(_WEEKDAY + "$", "", _LABEL.sub("", _SECTION.sub("", before)), flags=re.I)
    if (second := _search(after)) is not None:
        after = after[: second.start()] + after[second.end() :]
    return not _AROUND.sub("", before + re.sub(_WEEKDAY, "", after, flags=re.I))


def find_published(
    *, given: date | None, metadata: date | None, dateline: Dateline | None, lines: Iterable[str]
) -> Published:
    """Give the story's day: as given, else the page's metadata, its dateline, a line of its text.

    A dateline seldom has its year: it takes that of a date line within days of it, or is left unused.
    """
    if given is not None:
        return Published(on=given, basis="given")
    if metadata is not None:
        return Published(on=metadata, basis="metadata")
    lines = list(lines)
    written = _written(lines)
    filed = _filed(dateline, written or _in_figures(lines, dateline))
    if filed is not None:
        return Published(on=filed, basis="dateline")
    return Published(on=written, basis="text") if written is not None else Published(on=None, basis="unknown")


def first_date(text: str) -> date | None:
    """Give the first whole date that a text states, or None.

    >>> first_date("Posted on March 12, 2024 at noon")
    datetime.date(2024, 3, 12)
    """
    found = _search(text)
    return None if found is None else _day(int(found["year"]), found["month"], int(found["day"]))


def _search(text: str) -> re.Match[str] | None:
    """Give the first real date's place."""
    matches = (match for pattern in _DATES for match in pattern.finditer(text[:400]))
    real = [match for match in matches if _day(int(match["year"]), match["month"], int(match["day"])) is not None]
    return min(real, key=re.Match.start, default=None)


def _written(lines: Iterable[str]) -> date | None:
    """Give the day of the first line labelled as published, else of the first date line."""
    days = [(bool(re.match(r"\W*(?:last |re)?(?:updated|modified)", line, re.I)), first_date(line)) for line in lines]
    known = [(is_update, day) for is_update, day in days if day is not None]
    return min(known, key=lambda pair: pair[0])[1] if known else None


def _filed(dateline: Dateline | None, written: date | None) -> date | None:
    if dateline is None or dateline.month is None or dateline.day is None:
        return None
    if dateline.year is not None:
        return _day(dateline.year, str(dateline.month), dateline.day)
    if written is None:
        return None
    near = (_day(written.year + shift, str(dateline.month), dateline.day) for shift in (0, -1, 1))
    return next((day for day in near if day is not None and abs((day - written).days) <= _NEAR_DAYS), None)


def _in_figures(lines: Iterable[str], dateline: Dateline | None) -> date | None:
    """Give the day of a line in figures of either order, "12/03/2024", that the dateline's day and month explain."""
    if dateline is None or dateline.month is None or dateline.day is None:
        return None
    for found in (match for line in lines for match in _EITHER_ORDER.finditer(line)):
        if {int(found["a"]), int(found["b"])} == {dateline.day, dateline.month}:
            return _day(int(found["year"]), str(dateline.month), dateline.day)
    return None


def _day(year: int, month: str, day: int) -> date | None:
    number = int(month) if month.isdigit() else MONTHS.get(month.lower()[:3], 0)
    try:
        return date(year, number, day)
    except ValueError:
        return None
