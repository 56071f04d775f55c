"""Days of birth, death and founding held against one another: the same, a slip of the pen apart, or another's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Literal

from nongrata.screening.entities.evidence_finding import Finding
from nongrata.screening.entities.properties import Subject
from nongrata.values import PartialDate

Relation = Literal[
    "same day", "same month", "same year", "swapped", "slip", "slip in year", "other day", "near", "apart"
]  # fmt: skip
# Best first: of many dates on both sides the likest two are what counts. Above 0 speaks for, below against. Measured on
# 1,190 pairs of entries of one person and 2,950 of two of like names (bench/calibration/listed_pairs.py): the same day
# 949 times as often of one person, the same year alone 8 times, a slip in day or month 18 times, one in the year half
# as often, another day of the same year 66 times less often, a year or more apart 150 times. A slip is no agreement all
# the same.
WEIGHTS: Mapping[Relation, float] = {
    "same day": 1.0,
    "same month": 0.5,
    "same year": 0.3,
    "swapped": -0.02,
    "slip": -0.05,
    "slip in year": -0.35,
    "other day": -0.42,
    "near": -0.5,
    "apart": -0.6,
}
_ORDER = tuple(WEIGHTS)
_AGREE = frozenset(("same day", "same month", "same year"))
_DECIDES = frozenset(("other day", "near", "apart"))
_WORDS: Mapping[Relation, str] = {
    "swapped": "only in that day and month are swapped",
    "slip": "in one digit of day or month: a slip, it may be",
    "slip in year": "in one digit of the year",
    "other day": "in the day, not in the year",
    "near": "by about a year",
    "apart": "in the year",
}
_NEAR_DAYS = 550


def birth_dates(left: Subject, right: Subject, on: date | None) -> Finding | None:
    """Have birth dates that agree as far as they go, or that differ; a slip of the pen weighs less than a year."""
    if left.births and right.births:
        return _days("birth date", left.births, right.births)
    return _ages(left, right, on)


def death_dates(left: Subject, right: Subject, on: date | None) -> Finding | None:
    """Have died on the same day, or on different ones."""
    if not left.deaths or not right.deaths:
        return _died_before_birth(left, right) or _died_before_birth(right, left)
    return _days("death date", left.deaths, right.deaths)


def founding_dates(left: Subject, right: Subject, on: date | None) -> Finding | None:
    """Have been founded, or built, on the same day or in the same year; registers often give different days."""
    for what, ours, theirs in (("founding date", left.founded, right.founded), ("year built", left.built, right.built)):
        if ours and theirs:
            found = _days(what, ours, theirs)
            share = 0.5 if found.effect == "for" else 0.25
            return Finding(rule="founding_dates", effect=found.effect, weight=found.weight * share, says=found.says)
    return None


def _days(what: str, left: Sequence[PartialDate], right: Sequence[PartialDate]) -> Finding:
    """Give the likest two of the days, and what they say."""
    ours, theirs = min(((a, b) for a in left for b in right), key=lambda two: _ORDER.index(relation_of(*two)))
    relation = relation_of(ours, theirs)
    weight = WEIGHTS[relation]
    rule = {"birth date": "birth_dates", "death date": "death_dates"}.get(what, "founding_dates")
    if relation in _AGREE:
        says = f"both give the {what} {_less_exact(ours, theirs).in_words}"
    else:
        says = f"the left’s {what} {ours.in_words} differs from the right’s {theirs.in_words} {_WORDS[relation]}"
    return Finding(
        rule=rule,
        effect="for" if weight > 0 else "against",
        weight=abs(weight),
        says=says,
        decides=relation in _DECIDES,
    )


def _less_exact(left: PartialDate, right: PartialDate) -> PartialDate:
    return max(left, right, key=lambda day: day.latest - day.earliest)


@lru_cache(maxsize=16_384)
def relation_of(left: PartialDate, right: PartialDate) -> Relation:
    """Say how two dates are to one another.

    >>> day = PartialDate("1952-10-07")
    >>> [relation_of(day, PartialDate(other)) for other in ("1952-10-07", "1952", "1952-07-10", "1957-10-07", "1961")]
    ['same day', 'same year', 'swapped', 'slip in year', 'apart']
    """
    if left.meets(right):
        return _as_far_as_told(left, right)
    if left.is_exact and right.is_exact and (slip := _slip(left.earliest, right.earliest)):
        return slip
    if left.earliest.year == right.earliest.year:
        return "other day"
    gap = max(left.earliest, right.earliest) - min(left.latest, right.latest)
    return "near" if gap.days <= _NEAR_DAYS else "apart"


def _as_far_as_told(left: PartialDate, right: PartialDate) -> Relation:
    widest = max(left.latest - left.earliest, right.latest - right.earliest).days
    return "same day" if widest == 0 else "same month" if widest <= 31 else "same year"


def _slip(left: date, right: date) -> Relation | None:
    """Say what slip of the pen would make the one day of the other, or None."""
    if left.year == right.year and (left.day, left.month) == (right.month, right.day):
        return "swapped"
    if sum(ours != theirs for ours, theirs in zip(left.isoformat(), right.isoformat(), strict=True)) != 1:
        return None
    return "slip" if left.year == right.year else "slip in year"


def _ages(left: Subject, right: Subject, on: date | None) -> Finding | None:
    """Hold an age against a birth date, on the day that it was told; without the day an age says nothing."""
    for aged, born in ((left, right), (right, left)):
        if aged.ages and born.births and on is not None:
            fits = any(_fits(age, day, on) for age in aged.ages for day in born.births)
            told = f"aged {aged.ages[0]} on {on:%-d %B %Y}, born {born.births[0].in_words}"
            says = f"{told}: {'consistent' if fits else 'not the same person by that'}"
            return Finding(
                rule="birth_dates", effect="for" if fits else "against", weight=0.25 if fits else 0.5, says=says,
                decides=not fits,
            )  # fmt: skip
    return None


def _fits(age: int, day: PartialDate, on: date) -> bool:
    """Be of that age, give or take a year: papers miscount."""
    return on.year - day.latest.year - 2 <= age <= on.year - day.earliest.year + 1


def _died_before_birth(dead: Subject, born: Subject) -> Finding | None:
    if (
        dead.deaths
        and born.births
        and max(day.latest for day in dead.deaths) < min(day.earliest for day in born.births)
    ):
        says = f"one died on {dead.deaths[0].in_words}, before the other was born, on {born.births[0].in_words}"
        return Finding(rule="death_dates", effect="against", weight=0.8, says=says, decides=True)
    return None
