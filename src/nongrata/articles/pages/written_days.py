"""Days as pages write them: in words of two dozen languages, in figures of either order, in East Asian signs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from nongrata.values import fold

_MONTHS: Mapping[str, int] = json.loads(files("nongrata.articles").joinpath("months.json").read_text("utf-8"))
_WORD = r"(?P<month>[^\W\d_]{3,12})\.?"
_YEAR = r"(?P<year>(?:19|20)\d{2})(?!\d)"
_TH = r"st|nd|rd|th|er|º|ª|\.|-go"
_OF = r"(?:(?:of|de|del|di|le)\s|d[’'])?"
# Each with the groups that it has; `a` and `b` are day and month in an order that the page tells.
_FORMS = (
    re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})(?:{_TH})?[\s-]{{0,2}}{_OF}{_WORD}[\s,-]{{0,3}}{_OF}{_YEAR}", re.I),
    re.compile(rf"(?<!\w){_WORD}\s?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?,?\s{{0,2}}(?:at\s)?{_YEAR}", re.I),
    re.compile(rf"(?<!\d){_YEAR[:-6]}\s?[年년]\s?(?P<number>\d{{1,2}})\s?[月월]\s?(?P<day>\d{{1,2}})\s?[日일]"),
    re.compile(rf"(?<!\d){_YEAR[:-6]}(?P<sign>[-/.])\s?(?P<number>\d{{1,2}})(?P=sign)\s?(?P<day>\d{{1,2}})(?!\d)"),
    re.compile(r"(?<![\d/.-])(?P<a>\d{1,2})(?P<sign>[/.-])(?P<b>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d{2}|\d{2})(?![\d/.-]\d|\d)"),
)  # fmt: skip
_LONGEST = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDay:
    """A day, and where in the line it is written."""

    on: date
    start: int
    end: int


def written_days(line: str, *, day_first: bool | None = None) -> list[WrittenDay]:
    """Give the days that a line states, in order; none where day and month could be exchanged and nothing tells.

    >>> [str(each.on) for each in written_days("Publié le 3 août 2023, mis à jour le 2023-08-04")]
    ['2023-08-03', '2023-08-04']
    >>> written_days("03/04/2024"), str(written_days("03/04/2024", day_first=True)[0].on)
    ([], '2024-04-03')
    """
    found: list[WrittenDay] = []
    for form in _FORMS:
        for match in form.finditer(line[:_LONGEST]):
            on = _day(match.groupdict(), day_first=day_first)
            if on is not None and not any(each.start < match.end() and match.start() < each.end for each in found):
                found.append(WrittenDay(on=on, start=match.start(), end=match.end()))
    return sorted(found, key=lambda each: each.start)


def orders_in(line: str) -> Iterator[bool]:
    """Say of each date in figures whether its day stands first, where the figures can mean one order only."""
    for match in _FORMS[-1].finditer(line[:_LONGEST]):
        a, b = int(match["a"]), int(match["b"])
        if (a > 12) != (b > 12) and max(a, b) <= 31:
            yield a > 12


def _day(said: Mapping[str, str | None], *, day_first: bool | None) -> date | None:
    year = int(said["year"] or 0)
    if said.get("a") is not None:
        return _in_figures(said, year, day_first=day_first)
    word = said.get("month")
    month = _MONTHS.get(fold(word), 0) if word is not None else int(said.get("number") or 0)
    return _date(year, month, int(said["day"] or 0))


def _in_figures(said: Mapping[str, str | None], year: int, *, day_first: bool | None) -> date | None:
    a, b = int(said["a"] or 0), int(said["b"] or 0)
    if year < 100:
        if said["sign"] == "-":
            return None
        year += 2000
    if a > 12 or b > 12 or a == b:
        day_first = a > 12
    elif day_first is None and said["sign"] == ".":
        day_first = True
    if day_first is None:
        return None
    return _date(year, b, a) if day_first else _date(year, a, b)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
