"""Birth dates as tables have them: in any order of day and month, as exact as they are."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from nongrata.values import parse_date
from nongrata.values.dates import MONTHS

_NUMBERS = re.compile(r"(\d{1,2})[./\- ](\d{1,2})[./\- ](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[./\- ]?(\d{2})[./\- ]?(\d{2})")
_CJK = re.compile(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?")
_DAY_MONTH = re.compile(r"(\d{1,2})[.\- ]+([a-z]{3,9})[.,\- ]+(\d{4})", re.I)
_MONTH_DAY = re.compile(r"([a-z]{3,9})[. ]+(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})", re.I)
_CLOCK = re.compile(r"[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$")
_OLDEST = 1800


@lru_cache(maxsize=32_768)
def days_in(text: str, *, day_first: bool | None = None) -> tuple[str, ...]:
    """Give the dates that a cell may mean, as ISO or EDTF: both orders of day and month where either may be meant.

    >>> days_in("7.10.1952"), days_in("10/25/1960"), days_in("19520107"), days_in("Oct 7, 1952")
    (('1952-10-07',), ('1960-10-25',), ('1952-01-07',), ('1952-10-07',))
    >>> days_in("01/02/1980"), days_in("01/02/1980", day_first=False), days_in("unknown")
    (('1980-02-01', '1980-01-02'), ('1980-01-02',), ())
    """
    text = _CLOCK.sub("", text.strip())
    if numbers := _NUMBERS.fullmatch(text):
        first, second, year = map(int, numbers.groups())
        # Dots are the way of countries that put the day first.
        orders = [(second, first), (first, second)]
        only_first = True if "." in text and day_first is None else day_first
        if only_first is not None:
            orders = orders[:1] if only_first else orders[1:]
        return tuple(dict.fromkeys(day for month, number in orders if (day := _iso(year, month, number))))
    told = _in_words(text)
    if told is not None:
        return (told,) if told else ()
    known = parse_date(text)
    return (known.text,) if known is not None and known.earliest.year >= _OLDEST else ()


def _in_words(text: str) -> str | None:
    """Give the date that a text tells in an order that cannot be mistaken; "" for no real one, None for another way."""
    if ymd := _YEAR_FIRST.fullmatch(text):
        return _iso(int(ymd[1]), int(ymd[2]), int(ymd[3]))
    if cjk := _CJK.fullmatch(text.replace(" ", "")):
        return (
            _iso(int(cjk[1]), int(cjk[2]), int(cjk[3]))
            if cjk[3]
            else "-".join(f"{int(n):02d}" for n in cjk.groups() if n)
        )
    for pattern, (day, month) in ((_DAY_MONTH, (1, 2)), (_MONTH_DAY, (2, 1))):
        if (found := pattern.fullmatch(text)) and found[month].lower() in MONTHS:
            return _iso(int(found[3]), MONTHS[found[month].lower()], int(found[day]))
    return None


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat() if year >= _OLDEST else ""
    except ValueError:
        return ""
