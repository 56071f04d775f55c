"""How much: a share in percent as exact as it is told, from the wordings that registers, tables and people use."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

NONE, ALL = Fraction(0), Fraction(100)
LONGEST = 80  # of a share's wording
_SMALLEST = -40  # powers of ten: a finer decimal is no share of anything

_NUMBER = r"(-?\d{1,30}(?:[.,]\d{1,40})?)\s*(?:%|per ?cent|pct)?"
_EXACT = re.compile(_NUMBER, re.I)
_RANGE = re.compile(rf"(?:from\s+)?{_NUMBER}\s*(?:-|–|to)\s*{_NUMBER}", re.I)
_BETWEEN = re.compile(
    rf"(?:more than|over|>)\s*{_NUMBER}\s*(?:,|but|and|to)+\s*(?:(not more|less) than|<)\s*{_NUMBER}", re.I
)
_LEAST = re.compile(rf"(?:at least|>=|≥|min\.?)\s*{_NUMBER}|{_NUMBER}\s*(?:or more|and more|\+)", re.I)
_ABOVE = re.compile(rf"(?:more than|over|above|>)\s*{_NUMBER}", re.I)
_MOST = re.compile(rf"(?:at most|up to|not more than|<=|≤|max\.?)\s*{_NUMBER}|{_NUMBER}\s*or less", re.I)
_BELOW = re.compile(rf"(?:less than|under|below|<)\s*{_NUMBER}", re.I)
_UNTOLD = {"", "unknown", "untold", "n/a", "na", "none", "null", "nil", "-", "?"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """From `low` to `high` percent; `above`: more than low; `below`: less than high; not `told`: nobody says."""

    low: Fraction
    high: Fraction
    above: bool = False
    below: bool = False
    told: bool = True

    @property
    def exact(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high

    def __str__(self) -> str:
        if not self.told:
            return "an untold share"
        if self.exact:
            return f"{in_words(self.low)} %"
        return f"{'more than ' if self.above else ''}{in_words(self.low)} to {in_words(self.high)} %"


UNTOLD = Share(low=NONE, high=ALL, told=False)


def in_words(number: Fraction) -> str:
    """Give a number as a person writes it.

    >>> in_words(Fraction(2499, 100)), in_words(Fraction(1, 3)), in_words(Fraction(50))
    ('24.99', '1/3', '50')
    """
    if number.denominator == 1:
        return str(number.numerator)
    places = 0
    while places < 12 and (number * 10**places).denominator != 1:
        places += 1
    whole = number * 10**places
    if whole.denominator != 1:
        return str(number)
    sign, digits = ("-" if whole < 0 else ""), str(abs(whole.numerator)).rjust(places + 1, "0")
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


def read_share(value: object) -> tuple[Share, str]:
    """Give the share and "", or an untold share and what is wrong with the value.

    >>> read_share("more than 25 but not more than 50")[0]
    Share(low=Fraction(25, 1), high=Fraction(50, 1), above=True, below=False, told=True)
    >>> read_share([25, 50])[0].high, read_share(24.99)[0].low
    (Fraction(50, 1), Fraction(2499, 100))
    >>> read_share(120)[1]
    'a share of 120 percent: wanted 0 to 100'
    """
    share = _read(value)
    if share is None:
        return UNTOLD, f"a share that cannot be read: {_short(value)}: wanted a percentage or a range of two"
    if not NONE <= share.low <= ALL:
        return UNTOLD, f"a share of {in_words(share.low)} percent: wanted 0 to 100"
    if not NONE <= share.high <= ALL:
        return UNTOLD, f"a share of {in_words(share.high)} percent: wanted 0 to 100"
    if share.low > share.high or (share.exact and (share.above or share.below)):
        return UNTOLD, f"a range from {in_words(share.low)} to {in_words(share.high)} percent: wanted the lower first"
    return share, ""


def _read(value: object) -> Share | None:
    if value is None:
        return UNTOLD
    if isinstance(value, Share):
        return value
    if isinstance(value, str):
        return _of_words(value)
    if isinstance(value, Sequence):
        return _of_two(value)
    number = number_of(value)
    return None if number is None else Share(low=number, high=number)


def _of_two(value: Sequence[object]) -> Share | None:
    """Give a range of two numbers, either of which may be missing."""
    if len(value) != 2:
        return None
    first, last = value
    if first is None and last is None:
        return UNTOLD
    low = NONE if first is None else number_of(first)
    high = ALL if last is None else number_of(last)
    return None if low is None or high is None else Share(low=low, high=high)


def number_of(value: object) -> Fraction | None:
    """Give a number exactly as it is written; None where it is none.

    >>> number_of(0.1), number_of("12,5 %"), number_of(True), number_of(float("nan"))
    (Fraction(1, 10), Fraction(25, 2), None, None)
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int | Fraction):
        return Fraction(value)
    if isinstance(value, float):
        if not math.isfinite(value):
            return None
        value = Decimal(repr(value))
    if isinstance(value, Decimal):
        if not value.is_finite() or not _SMALLEST <= value.as_tuple().exponent <= -_SMALLEST:  # type: ignore[operator] # a number when finite
            return None
        return Fraction(value)
    return _number(value) if isinstance(value, str) else None


def _number(text: str) -> Fraction | None:
    found = _EXACT.fullmatch(text.strip()) if len(text) <= LONGEST else None
    return _fraction(found[1]) if found else None


def _fraction(digits: str) -> Fraction:
    return Fraction(digits.replace(",", "."))


def _of_words(text: str) -> Share | None:
    said = " ".join(text.split()).casefold() if len(text) <= LONGEST else "too long"
    if said in _UNTOLD:
        return UNTOLD
    number = _number(said)
    if number is not None:
        return Share(low=number, high=number)
    if found := _RANGE.fullmatch(said):
        return Share(low=_fraction(found[1]), high=_fraction(found[2]))
    if found := _BETWEEN.fullmatch(said):
        return Share(low=_fraction(found[1]), high=_fraction(found[3]), above=True, below=found[2] != "not more")
    return _one_sided(said)


def _one_sided(said: str) -> Share | None:
    if found := _LEAST.fullmatch(said):
        return Share(low=_fraction(found[1] or found[2]), high=ALL)
    if found := _ABOVE.fullmatch(said):
        return Share(low=_fraction(found[1]), high=ALL, above=True)
    if found := _MOST.fullmatch(said):
        return Share(low=NONE, high=_fraction(found[1] or found[2]))
    if found := _BELOW.fullmatch(said):
        return Share(low=NONE, high=_fraction(found[1]), below=True)
    return None


def _short(value: object) -> str:
    return repr(value[:40] if isinstance(value, str | list | tuple) else type(value).__name__)
