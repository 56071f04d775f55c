"""Days that are counted from another's: "on Friday, four months after a court ruled that …"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from nongrata.events.sentence.tree import Tree
from nongrata.mentions import Time
from nongrata.values import PartialDate

_WAYS: Mapping[str, int] = {"after": -1, "before": 1}  # what was done "a day after it" came before the other
_NUMBERS = ("", "a one an", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
SEVERAL = frozenset(_NUMBERS[2:])  # the words for two and more
_DAYS: Mapping[str, int] = {"day": 1, "week": 7}
_MONTHS: Mapping[str, int] = {"month": 1, "year": 12}


def number_of(word: str) -> int:
    """Give the number that a word tells: 3 for "three", 12 for "12", 0 for "some"."""
    if word.isdecimal() and len(word) < 3:
        return int(word)
    return next((number for number, names in enumerate(_NUMBERS) if number and word in names.split()), 0)


def counted_day(tree: Tree, verb: int, clauses: Sequence[tuple[Time, int | None]]) -> str | None:
    """Give the day of a clause that is told by its distance to the one above it, or None."""
    for clause in (verb, *tree.up(verb)):
        if (distance := _distance(tree, clause)) is not None:
            above = tree.clause(tree.head(clause))
            days = _days_of(tree, above, clauses)
            return _moved(days[0], *distance) if len(days) == 1 else None
        if tree.dep(clause) not in ("ccomp", "xcomp", "conj"):
            return None
    return None


def _days_of(tree: Tree, clause: int, clauses: Sequence[tuple[Time, int | None]]) -> list[str]:
    """Give the days told of a clause, else those on which somebody said it."""
    for of in (clause, *([tree.head(clause)] if tree.dep(clause) == "ccomp" else [])):
        if days := [time.value for time, told in clauses if told == of and time.value is not None]:
            return days
    return []


def _distance(tree: Tree, clause: int) -> tuple[int, str] | None:
    """Give how far a clause is from the one above it: "four months after"."""
    marks = [_WAYS[tree.lemma(kid)] for kid in tree.kids(clause, "mark") if tree.lemma(kid) in _WAYS]
    units = [kid for kid in tree.kids(clause, "npadvmod") if tree.lemma(kid) in {*_DAYS, *_MONTHS}]
    if tree.dep(clause) != "advcl" or not marks or not units:
        return None
    words = [tree.tokens[kid].text.lower() for kid in tree.kids(units[0], "nummod", "det")]
    number = next((number for word in words if (number := number_of(word))), 0)
    return (marks[0] * number, tree.lemma(units[0])) if number else None


def _moved(day: str, number: int, unit: str) -> str | None:
    """Give a day so many days, weeks, months or years on, as exact as the unit is."""
    start = PartialDate(day).earliest
    if unit in _DAYS:
        ordinal = start.toordinal() + number * _DAYS[unit]
        is_day = start == PartialDate(day).latest and 0 < ordinal <= date.max.toordinal()
        return date.fromordinal(ordinal).isoformat() if is_day else None
    months = start.year * 12 + start.month - 1 + number * _MONTHS[unit]
    if not date.min.year <= months // 12 <= date.max.year:
        return None
    return f"{months // 12:04}-{months % 12 + 1:02}" if unit == "month" else f"{months // 12:04}"
