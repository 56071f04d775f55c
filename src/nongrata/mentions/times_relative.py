"""Time expressions that count from the day of writing: "yesterday", "next week", "two years ago", "on Wednesday"."""

from __future__ import annotations

import math
import re
from datetime import date

from nongrata.mentions import times_calendar as cal
from nongrata.mentions.times_grammar import (
    DAY_NAME,
    DAYS,
    MONTH,
    NUMBER,
    PART,
    PERIOD,
    UNIT,
    UNTELLABLE,
    WHICH,
    Rule,
    S,
    Saying,
    Told,
    anycase,
    compiled,
    month_number,
    number_of,
    relative,
)
from nongrata.values import PartialDate


def _near_day(match: re.Match[str], said: Saying) -> Told:
    """Today, yesterday, tomorrow, the day before yesterday, last night, overnight."""
    if said.anchor is None:
        return UNTELLABLE
    word = re.sub(r"\s+", " ", match[0].lower())
    shift = -2 if "before yesterday" in word else 2 if "after tomorrow" in word else 0
    if not shift:
        shift = -1 if word.startswith(("yesterday", "last")) else 1 if word.startswith("tomorrow") else 0
    return relative(cal.plus_days(said.anchor, shift))


def _day_again(match: re.Match[str], said: Saying) -> Told | None:
    """Give the day named right behind ("Opening night, January 23, 2014"), else the last; without one, none."""
    beside = _BESIDE.match(match.string, match.end())
    if beside is not None:
        day = cal.valid_day(int(beside["year"]), month_number(beside["month"]), int(beside["day"]))
        return relative(day) if day else None
    return relative(said.latest) if said.latest else None


def _neighbour_day(match: re.Match[str], said: Saying) -> Told | None:
    """The same day, the next day, a day earlier, two days later: counted from the day named last."""
    if said.latest is None:
        return None
    words = match[0].lower()
    count = number_of(match["n"]) if match["n"] else 0 if "same" in words else 1
    back = any(word in words for word in ("earlier", "previous", "before"))
    return relative(cal.plus_days(said.latest, -count if back else count))


def _ago(match: re.Match[str], said: Saying) -> Told:
    """Two weeks ago, a year ago; three days from now, in two days' time. As exact as the unit is."""
    anchor = said.anchor
    if anchor is None:
        return UNTELLABLE
    count = number_of(match["n"]) * (-1 if match[0].lower().endswith("ago") else 1)
    unit = match["unit"].lower().rstrip("s")
    if unit in ("minute", "hour", "day"):
        return relative(cal.plus_days(anchor, count if unit == "day" else 0))
    if unit == "week":
        day = cal.plus_days(anchor, 7 * count)
        return relative(cal.iso_week(day) if day else None)
    months = count * {"month": 1, "year": 12, "decade": 120}[unit]
    value = cal.iso_month(anchor.year, anchor.month + months)
    return relative((value if unit == "month" else value[:4]) if re.fullmatch(r"\d{4}-\d\d", value) else None)


def _past_stretch(match: re.Match[str], said: Saying) -> Told:
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


def _unit_beside(match: re.Match[str], said: Saying) -> Told:
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


def _bare_weekend(match: re.Match[str], said: Saying) -> Told | None:
    """Over the weekend: the last one, or the next by the verb."""
    return relative(_weekend(said, 0)) if said.before else None


def _bare_period(match: re.Match[str], said: Saying) -> Told:
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


def _weekday_beside(match: re.Match[str], said: Saying) -> Told:
    """Last Friday, next Tuesday, this Sunday. Last and next are never the day of writing itself.

    "Next Tuesday" is the one in the coming week: the nearest one is just "Tuesday".
    """
    anchor, which = said.anchor, match["which"].lower()
    if anchor is None:
        return UNTELLABLE
    weekday = DAYS[match["day"][:3].lower()]
    if which in ("next", "coming"):
        return relative(cal.plus_days(anchor, 7 - anchor.weekday() + weekday))
    if which == "this":
        return relative(cal.weekday_near(anchor, weekday, said.direction or "future"))
    eve = cal.plus_days(anchor, -1)
    return relative(cal.weekday_near(eve, weekday, "past") if eve else None)


def _following_weekday(match: re.Match[str], said: Saying) -> Told | None:
    """The next Tuesday, the following Sunday: counted from the day named last."""
    eve = cal.plus_days(said.latest, 1) if said.latest else None
    return relative(cal.weekday_near(eve, DAYS[match["day"][:3].lower()], "future")) if eve else None


def _weekday(match: re.Match[str], said: Saying) -> Told:
    """On Wednesday: the last one, or the next by the verb."""
    if said.anchor is None:
        return UNTELLABLE
    day = cal.weekday_near(said.anchor, DAYS[match["day"][:3].lower()], said.direction or "past")
    return Told(value=str(day) if day else None, basis="relative" if said.direction else "default")


def _month_beside(match: re.Match[str], said: Saying) -> Told:
    """Last May, next March, this July."""
    anchor, which = said.anchor, match["which"].lower()
    if anchor is None:
        return UNTELLABLE
    month = month_number(match["month"])
    shift = {"last": -(month >= anchor.month), "past": -(month >= anchor.month)}.get(which, 0)
    if which in ("next", "coming"):
        shift = int(month <= anchor.month)
    return relative(cal.iso_month(anchor.year + shift, month))


_MONTH_PREPOSITIONS = frozenset(
    ("in", "since", "by", "until", "till", "from", "during", "before", "after", "through", "throughout", "around")
)


def _bare_month(match: re.Match[str], said: Saying) -> Told | None:
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


# "Black Friday" and "the Sunday Times" are names; "every Friday" is no one day.
_NO_DAY = (
    r"(?<!Black\s)(?<!Good\s)(?<!Bloody\s)(?<!Super\s)(?<!Cyber\s)(?<!Palm\s)(?<!Easter\s)(?<!Ash\s)(?<!Shrove\s)"
    r"(?<!Sheffield\s)(?<!Man\s)(?<!every\s)(?<!each\s)"
)
_NO_NAME = rf"(?!{S}(?:Times|Telegraph|Mirror|Mail|Express|Post|Herald|World|Review|Night{S}(?:Live|Football)))"
_SMALL = "minute|hour|day|week|month|year|decade"
_DAY = rf"(?P<day>{DAY_NAME}|{DAY_NAME.upper()})"
_BESIDE = re.compile(rf", (?P<month>{MONTH}) (?P<day>\d\d?),? (?P<year>\d{{4}})\b")
# "The last week of the war" is counted from the war, "accused Paris last week of lies" from today.
_THE_LAST = r"(?:(?P<of>(?<=\b[Tt]he\s)|(?<=\b[Ii]ts\s)|(?<=\b[Hh]is\s)|(?<=\b[Hh]er\s))|(?<!\b[Tt]he\s))"
# What a day has several of: "the last match of the day". A look-behind is as wide as one word only.
_SESSIONS = "|".join(f"(?<={word} of )" for word in ("match", "game", "race", "session", "meeting", "attack", "strike"))

RELATIVE_RULES: tuple[Rule, ...] = tuple(
    (compiled(pattern), reader)
    for pattern, reader in (
        (anycase(rf"the{S}day{S}before{S}yesterday|the{S}day{S}after{S}tomorrow|overnight"
                 rf"|(?:yesterday|today|tomorrow|tonight|last{S}night|this{S}{PART})(?:{S}{PART})?"), _near_day),
        (anycase(rf"(?P<n>{NUMBER}|a{S}couple{S}of){S}(?P<unit>{_SMALL})s?{S}(?:ago|from{S}now)"), _ago),
        (anycase(rf"in{S}(?P<n>{NUMBER}){S}(?P<unit>{_SMALL})s?[’']s?{S}time"), _ago),
        (rf"{anycase('(?:the|these)')}{S}(?P<which>{anycase('past|last|next|coming')}){S}(?P<n>{anycase(NUMBER)})"
         rf"{S}(?P<unit>{anycase(f'{UNIT}|hours?')})", _past_stretch),
        (rf"{anycase('the')}{S}(?P<which>{anycase('past|last|next|coming')}){S}(?P<n>)"
         rf"(?P<unit>{anycase('week|month|year|decade')})(?!{S}of\b)", _past_stretch),
        (rf"{_THE_LAST}(?:{anycase('earlier|later|sometime')}{S})?{anycase(PERIOD)}{WHICH}{S}"
         rf"(?P<unit>{anycase('weekend|week|month|year|quarter|decade')})(?(of)(?!{S}of\b))", _unit_beside),
        (rf"{anycase('the')}{S}(?P<which>{anycase('past|previous|coming')}){S}"
         rf"(?P<unit>{anycase('weekend|week|month|year')})(?!{S}of\b)", _unit_beside),
        (rf"{anycase('the')}{S}(?:next|following){S}{_DAY}(?:{S}{PART})?", _following_weekday),
        (rf"{WHICH}{S}{_DAY}(?:{S}{PART})?", _weekday_beside),
        (rf"(?:{anycase('earlier|later')}{S})?{anycase(PERIOD)}{WHICH}{S}(?P<month>{MONTH})", _month_beside),
        (rf"(?:{anycase('early|late')}{S}(?:on{S})?)?{_NO_DAY}{_DAY}(?:{S}{anycase(PART)})?{_NO_NAME}", _weekday),
        (anycase(rf"(?:the{S})?end{S}of{S}the{S}(?P<unit>week|month|year)|year[ -]end(?P<u>)"), _bare_period),
        (rf"{anycase('the')}{S}{anycase('weekend')}(?!{S}of\b)", _bare_weekend),
        (rf"(?P<period>{anycase(PERIOD)})(?P<month>{MONTH})", _bare_month),
        # these two count from the day named last, so all others stand before them
        (anycase(rf"the{S}(?:same|next|following|previous){S}day(?P<n>)"), _neighbour_day),
        (anycase(rf"(?P<n>{NUMBER}){S}days?{S}(?:earlier|later)"), _neighbour_day),
        (anycase(rf"the{S}day{S}before(?P<n>)(?=\s*[.,;)]|$)"), _neighbour_day),
        # the day that was named last, told again: "commemorating the date", "the last match of the day"
        (anycase(rf"(?:the{S})?opening{S}(?:night|day)(?!{S}of\b)"
                 rf"|(?<=[a-z]ing )the{S}date(?!{S}(?:of|for|when|on|set|to)\b)"
                 rf"|(?:{_SESSIONS})the{S}day(?!{S}(?:of|when|that|after|before)\b)"), _day_again),
        (anycase(rf"(?:earlier|later){S}in{S}the{S}(?P<unit>day|week|month|year|{PART[3:-1]})"), _bare_period),
    )
)  # fmt: skip
