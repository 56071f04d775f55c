"""Days by their feast, the new year, and other calendars: "last Christmas", "Juche 115", "12 Bahman 1403"."""

from __future__ import annotations

import re
from datetime import date

from nongrata.mentions.times import calendar as cal
from nongrata.mentions.times.grammar import UNTELLABLE, WHICH, YEAR, Rule, S, Saying, Told, relative, ruled, stated

_FEASTS = {
    "christmas eve": (12, 24), "orthodox christmas": (1, 7), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new year's": (1, 1), "valentine's day": (2, 14), "may day": (5, 1),
    "halloween": (10, 31),
}  # fmt: skip
_PREPOSITIONS = frozenset(("on", "at", "since", "by", "until", "till", "before", "after", "over", "around"))
_JUST_BEGUN = 3  # months in which a year is still new
_JUCHE = 1911  # the year before Kim Il Sung's birth
# Persian months have 31 days until the sixth, then 30; the year begins with spring, on 21 March or a day beside it.
_PERSIAN = (
    "Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar",
    "Mehr", "Aban", "Azar", "Dey", "Bahman", "Esfand",
)  # fmt: skip
_PERSIAN_ERA = 226894  # days before 1 Farvardin 1, as date.toordinal counts them
_LEAP_CYCLE, _LEAPS = 33, (1, 5, 9, 13, 17, 22, 26, 30)  # right for 1210 to 1506
_HIJRI_YEAR = 354.367  # days
_HIJRI_ERA = 227015  # day of 1 Muharram 1


def _feast(match: re.Match[str], said: Saying) -> Told | None:
    """Christmas Eve, last Christmas, by New Year's Day; "the Christmas party" is no day."""
    name = re.sub(r"\s+", " ", match["feast"].lower().replace("’", "'"))
    month, day = _FEASTS[name]
    which = (match["which"] or "").lower()
    is_day = bool(match["whole"]) or name.endswith((" eve", " day"))
    if not (which or match["year"] or is_day or said.before in _PREPOSITIONS):
        return None
    if match["year"]:
        return stated(str(cal.valid_day(int(match["year"]), month, day)))
    if said.anchor is None:
        return UNTELLABLE
    direction = (
        "past" if which in ("last", "past") else "future" if which in ("next", "coming", "this") else said.direction
    )
    return relative(cal.day_near(said.anchor, month, day, direction))


def _new_year(match: re.Match[str], said: Saying) -> Told | None:
    """In the new year: the one that is coming, or this one where it has just begun."""
    if said.before not in ("in", "by", "until", "till", "before", "since"):
        return None
    if said.anchor is None:
        return UNTELLABLE
    return relative(f"{said.anchor.year + (said.anchor.month > _JUST_BEGUN):04d}")


def _juche(match: re.Match[str], said: Saying) -> Told:
    """Juche 115: as North Korea counts the years."""
    return stated(f"{_JUCHE + int(match['number']):04d}")


def _persian(match: re.Match[str], said: Saying) -> Told | None:
    """12 Bahman 1403, Bahman 12, 1403."""
    month, day = _PERSIAN.index(match["month"] or match["month2"]), int(match["day"] or match["day2"])
    found = persian_day(int(match["year"] or match["year2"]), month + 1, day)
    return stated(str(found)) if found else None


def persian_day(year: int, month: int, day: int) -> date | None:
    """Give the day of the Persian calendar, or None for one that it has not.

    >>> persian_day(1403, 11, 12), persian_day(1357, 11, 22)
    (datetime.date(2025, 1, 31), datetime.date(1979, 2, 11))
    """
    if not 1 <= day <= (31 if month <= 6 else 30):
        return None
    cycles, place = divmod(year - 1, _LEAP_CYCLE)
    leaps = cycles * len(_LEAPS) + sum(leap <= place for leap in _LEAPS)
    months = 31 * min(month - 1, 6) + 30 * max(month - 7, 0)
    return date.fromordinal(_PERSIAN_ERA + 365 * (year - 1) + leaps + months + day)


def _hijri(match: re.Match[str], said: Saying) -> Told:
    """1441 AH: the two years that it lies in."""
    first = _HIJRI_ERA + int((int(match["number"]) - 1) * _HIJRI_YEAR)
    last = first + int(_HIJRI_YEAR)
    return stated(f"{date.fromordinal(first).year}/{date.fromordinal(last).year}")


_NAMES = "|".join(name.replace(" ", S).replace("'", "['’]") for name in _FEASTS)
_MONTH = "|".join(_PERSIAN)
FEAST_RULES: tuple[Rule, ...] = tuple(
    ruled(sign, pattern, read)
    for sign, pattern, read in (
        (r"christmas|boxing|new\s+year|valentine|may\s+day|halloween",
         rf"(?:{WHICH}{S})?(?P<feast>(?i:{_NAMES}))(?P<whole>{S}Day)?(?:,?{S}(?P<year>{YEAR}))?"
         rf"(?!['’]s|{S}(?:[Ii]sland|[Cc]ard|[Pp]art|[Tt]ree|[Mm]arket|[Mm]ess|[Dd]inner|[Ss]peech|[Aa]ddress|[Hh]oliday))",
         _feast),
        (r"new\s+year",
         rf"(?<!\b[Rr][ai]ng in )[Tt]he{S}[Nn]ew{S}[Yy]ear(?!['’-]|{S}(?:[Hh]oliday|[Hh]onours))", _new_year),
        ("juche", r"Juche\s(?P<number>[1-9]\d\d?)", _juche),
        (r"1[0-4]\d\d", rf"(?P<day>\d\d?)\s(?P<month>{_MONTH}),?\s(?P<year>1[234]\d\d)"
         rf"|(?P<month2>{_MONTH})\s(?P<day2>\d\d?),?\s(?P<year2>1[234]\d\d)", _persian),
        (r"1[0-4]\d\d", r"(?P<number>1[0-4]\d\d)\s?(?:AH|A\.H\.|Hijri)", _hijri),
    )
)  # fmt: skip
