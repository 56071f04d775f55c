"""Days and stretches that are counted from another day: "yesterday", "two years ago", "next week", "a day later"."""

from __future__ import annotations

import math
import re
from datetime import date

from nongrata.mentions.times import calendar as cal
from nongrata.mentions.times.grammar import DAYS, MONTH, UNTELLABLE, Saying, Told, month_number, number_of, relative
from nongrata.values import PartialDate

_BESIDE = re.compile(rf", (?P<month>{MONTH}) (?P<day>\d\d?),? (?P<year>\d{{4}})\b")


def near_day(match: re.Match[str], said: Saying) -> Told:
    """Today, yesterday, tomorrow, the day before yesterday, last night, overnight."""
    if said.anchor is None:
        return UNTELLABLE
    word = re.sub(r"\s+", " ", match[0].lower())
    shift = -2 if "before yesterday" in word else 2 if "after tomorrow" in word else 0
    if not shift:
        shift = -1 if word.startswith(("yesterday", "last")) else 1 if word.startswith("tomorrow") else 0
    return relative(cal.plus_days(said.anchor, shift))


def day_again(match: re.Match[str], said: Saying) -> Told | None:
    """Give the day named right behind ("Opening night, January 23, 2014"), else the last; without one, none."""
    beside = _BESIDE.match(match.string, match.end())
    if beside is not None:
        day = cal.valid_day(int(beside["year"]), month_number(beside["month"]), int(beside["day"]))
        return relative(day) if day else None
    return relative(said.latest) if said.latest else None


def neighbour_day(match: re.Match[str], said: Saying) -> Told | None:
    """The same day, the next day, a day earlier, two days later, hours later: counted from the day named last."""
    if said.latest is None:
        return None
    words = match[0].lower()
    count = number_of(match["n"]) if match["n"] else 0 if "same" in words or "hours" in words else 1
    back = any(word in words for word in ("earlier", "previous", "before"))
    return relative(cal.plus_days(said.latest, -count if back else count))


def ago(match: re.Match[str], said: Saying) -> Told:
    """Two weeks ago, a year ago; three days from now, in two days' time. As exact as the unit is."""
    anchor = said.anchor
    if anchor is None:
        return UNTELLABLE
    count = number_of(match["n"]) * (-1 if re.search(r"\bago\b", match[0].lower()) else 1)
    unit = match["unit"].lower().rstrip("s")
    if unit in ("minute", "hour", "day", "night", "fortnight"):
        days = {"day": count, "night": count, "fortnight": 14 * count}.get(unit, 0)
        return relative(cal.plus_days(anchor, days))
    if unit == "week":
        day = cal.plus_days(anchor, 7 * count)
        return relative(cal.iso_week(day) if day else None)
    months = count * {"month": 1, "year": 12, "decade": 120}[unit]
    value = cal.iso_month(anchor.year, anchor.month + months)
    return relative((value if unit == "month" else value[:4]) if re.fullmatch(r"\d{4}-\d\d", value) else None)


def ago_on(match: re.Match[str], said: Saying) -> Told:
    """Two weeks ago; a week ago Sunday: so many weeks before the last one."""
    if match["day"] is None or match["unit"].lower().rstrip("s") != "week":
        return ago(match, said)
    last = cal.weekday_near(said.anchor, DAYS[match["day"][:3].lower()], "past") if said.anchor else None
    return relative(cal.plus_days(last, -7 * number_of(match["n"]))) if last else UNTELLABLE


def ahead(match: re.Match[str], said: Saying) -> Told | None:
    """In two weeks, where the verb looks ahead; "it took the town in two weeks" tells no day."""
    return ago(match, said) if said.direction == "future" else None


def past_stretch(match: re.Match[str], said: Saying) -> Told:
    """Over the past two weeks, in the next three months: from one day to another."""
    anchor = said.anchor
    if anchor is None:
        return UNTELLABLE
    unit = match["unit"].lower().rstrip("s")
    days = (
        number_of(match["n"] or "one")
        * {"hour": 1 / 24, "day": 1, "week": 7, "month": 30, "year": 365, "decade": 3652}[unit]
    )
    ahead = match["which"].lower() in ("next", "coming", "following")
    other = cal.plus_days(anchor, math.ceil(days if ahead else -days))
    if other is None:
        return UNTELLABLE
    if unit in ("month", "year", "decade"):  # no more exact than the words
        size = 7 if unit == "month" else 4
        return relative("/".join(sorted((str(anchor)[:size], str(other)[:size]))))
    return relative(f"{min(anchor, other)}/{max(anchor, other)}")


def unit_beside(match: re.Match[str], said: Saying) -> Told:
    """Last week, next month, this year; earlier this month; the end of this year."""
    anchor = said.anchor
    if anchor is None:
        return UNTELLABLE
    which, unit = match["which"].lower().split()[-1], match["unit"].lower()
    shift = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(which, 0)
    if unit == "weekend":
        return relative(_weekend(said, shift))
    if unit == "week":
        day = cal.plus_days(anchor, 7 * shift)
        return relative(cal.iso_week(day) if day else None)
    if unit == "month":
        return relative(cal.iso_month(anchor.year, anchor.month + shift))
    if unit == "quarter":
        first = (anchor.month - 1) // 3 * 3 + 1 + 3 * shift
        return relative(f"{cal.iso_month(anchor.year, first)}/{cal.iso_month(anchor.year, first + 2)}")
    return relative(_years_beside(anchor.year, unit, shift))


def _years_beside(year: int, unit: str, shift: int) -> str:
    if unit == "year":
        return f"{year + shift:04d}"
    size = 10 if unit == "decade" else 100
    first = year // size * size + size * shift + (size == 100)
    return f"{first:04d}/{first + size - 1:04d}"


def _weekend(said: Saying, shift: int) -> str | None:
    if said.anchor is None:
        return None
    ahead = shift > 0 or (shift == 0 and said.direction == "future")
    saturday = cal.weekday_near(said.anchor, 5, "future" if ahead else "past")
    sunday = cal.plus_days(saturday, 1) if saturday else None
    return f"{saturday}/{sunday}" if sunday else None


def bare_weekend(match: re.Match[str], said: Saying) -> Told | None:
    """Over the weekend: the last one, or the next by the verb."""
    return relative(_weekend(said, 0)) if said.before else None


def bare_period(match: re.Match[str], said: Saying) -> Told:
    """The end of the year, later in the month: the period of the day of writing; "by" an end, its last day."""
    unit = (match["unit"] or "year").lower()
    anchor = said.latest if unit not in ("week", "month", "year") and said.latest else said.anchor
    if anchor is None:
        return UNTELLABLE
    if said.before in ("by", "until") and "end" in match[0].lower():
        return relative(_last_day(anchor, unit))
    by_unit = {"week": cal.iso_week(anchor), "month": str(anchor)[:7], "year": str(anchor)[:4]}
    return Told(value=by_unit.get(unit, str(anchor)), basis="relative" if unit in by_unit else "default")


def _last_day(anchor: date, unit: str) -> date | None:
    if unit == "week":
        return cal.weekday_near(anchor, 6, "future")
    return PartialDate(str(anchor)[: 4 if unit == "year" else 7]).latest
