"""Weekdays and months by their names: "on Wednesday", "last Friday", "in July"."""

from __future__ import annotations

import re

from nongrata.mentions.times import calendar as cal
from nongrata.mentions.times.grammar import DAYS, UNTELLABLE, Saying, Told, month_number, relative

_FILED_BEFORE = 2  # days by which a story may be published after its dateline and still speak of the days between


def weekday_beside(match: re.Match[str], said: Saying) -> Told:
    """Last Friday, next Tuesday, this Sunday. Last and next are never the day of writing itself.

    "Next Tuesday" is the one in the coming week: the nearest one is just "Tuesday".
    """
    anchor, which = said.anchor, match["which"].lower()
    if anchor is None:
        return UNTELLABLE
    place = DAYS[match["day"][:3].lower()]
    if which in ("next", "coming"):
        return relative(cal.plus_days(anchor, 7 - anchor.weekday() + place))
    if which == "this":
        return relative(cal.weekday_near(anchor, place, said.direction or "future"))
    eve = cal.plus_days(anchor, -1)
    return relative(cal.weekday_near(eve, place, "past") if eve else None)


def following_weekday(match: re.Match[str], said: Saying) -> Told | None:
    """The next Tuesday, the following Sunday: counted from the day named last."""
    eve = cal.plus_days(said.latest, 1) if said.latest else None
    return relative(cal.weekday_near(eve, DAYS[match["day"][:3].lower()], "future")) if eve else None


def weekday(match: re.Match[str], said: Saying) -> Told:
    """On Wednesday: the last one, or the next by the verb; of the days up to publication, that one."""
    if said.anchor is None:
        return UNTELLABLE
    place = DAYS[match["day"][:3].lower()]
    day = cal.weekday_near(said.anchor, place, said.direction or "past")
    if said.published and 0 < (said.published - said.anchor).days <= _FILED_BEFORE:
        coming = cal.weekday_near(said.anchor, place, "future")
        day = coming if coming and coming <= said.published else day
    return Told(value=str(day) if day else None, basis="relative" if said.direction else "default")


def weekday_after_next(match: re.Match[str], said: Saying) -> Told:
    """Sunday week, the Sunday after next."""
    next_one = cal.weekday_near(said.anchor, DAYS[match["day"][:3].lower()], "future") if said.anchor else None
    return relative(cal.plus_days(next_one, 7)) if next_one else UNTELLABLE


def day_of_month(match: re.Match[str], said: Saying) -> Told | None:
    """On the 14th: the last one, or the next by the verb."""
    if said.anchor is None:
        return UNTELLABLE
    months = (0, 1, 2) if said.direction == "future" else (0, -1, -2)
    written = (cal.iso_month(said.anchor.year, said.anchor.month + shift).split("-") for shift in months)
    days = [cal.valid_day(int(year), int(month), int(match["number"])) for year, month in written]
    ahead = said.direction == "future"
    found = next((day for day in days if day and (day >= said.anchor if ahead else day <= said.anchor)), None)
    return relative(found) if found else None


def month_beside(match: re.Match[str], said: Saying) -> Told:
    """Last May, next March, this July."""
    anchor, which = said.anchor, match["which"].lower()
    if anchor is None:
        return UNTELLABLE
    month = month_number(match["month"])
    shift = {"last": -(month >= anchor.month), "past": -(month >= anchor.month)}.get(which, 0)
    if which in ("next", "coming"):
        shift = int(month <= anchor.month)
    return relative(cal.iso_month(anchor.year + shift, month))


def month_of_year(match: re.Match[str], said: Saying) -> Told:
    """March of last year, the spring of this year: counted from the year of writing."""
    if said.anchor is None:
        return UNTELLABLE
    year = said.anchor.year + {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    if match["season"]:
        return relative(cal.season(year, match["season"].lower()))
    return relative(cal.iso_month(year, month_number(match["month"])))


_MONTH_PREPOSITIONS = frozenset(
    ("in", "since", "by", "until", "till", "from", "during", "before", "after", "through", "throughout", "around")
)


def bare_month(match: re.Match[str], said: Saying) -> Told | None:
    """In July: the last one, or the next by the verb. May and March need their preposition."""
    if said.before not in _MONTH_PREPOSITIONS and not match["period"]:
        return None
    if said.before in ("by", "from", "before", "after") and re.match(
        r"\s[A-Z]", match.string[match.end() : match.end() + 2]
    ):
        return None  # "by April Ryan"
    if said.anchor is None:
        return UNTELLABLE
    month = month_number(match["month"])
    year = cal.month_near(said.anchor, month, said.direction or "past")
    return Told(value=cal.iso_month(year, month), basis="relative" if said.direction else "default")
