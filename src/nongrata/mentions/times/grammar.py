"""The words that time expressions are made of, as pieces of regular expressions, and how to read the pieces."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from nongrata.mentions.record import TimeBasis
from nongrata.mentions.times.calendar import Direction
from nongrata.values.dates import MONTHS

DAYS = {name: i for i, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
NUMBERS = {
    word: number
    for number, words in enumerate(
        ("a an one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
         "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
        start=1,
    )
    for word in words.split()
}  # fmt: skip

S = r"\s{1,2}"
DAY_NAME = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
DAY_SHORT = r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?"
MONTH = (
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
NUMBER = rf"(?:\d{{1,3}}|\[?(?:{'|'.join(sorted(NUMBERS, key=len, reverse=True))})\]?)"
UNIT = "(?:day|week|month|year|decade)s?"
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"
YEAR = r"(?:1[89]|20)\d\d(?![\d%]|[.,:]\d)"
SEASON = "(?:spring|summer|autumn|fall|winter)"
PART = "(?:morning|afternoon|evening|night|noon|midday|lunchtime)"
PERIOD = r"(?:(?:early|late|mid)[ -]?(?:in\s)?|the\s(?:start|beginning|middle|end)\sof\s(?:the\s)?)?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What is known where an expression is said: by it the expression is read."""

    anchor: date | None  # the day of writing
    direction: Direction | None  # what the governing verb tells
    before: str  # the preposition, in lower case, or ""
    latest: date | None  # the last day that the story named before
    published: date | None = None  # may be a day or two behind the dateline
    heads_paragraph: bool = False  # nothing but a bullet stands before it
    counts_things: bool = False  # the parser reads it as a number of things: "2000 troops"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What an expression says. `value` is EDTF, None where it cannot be told."""

    value: str | None
    basis: TimeBasis


UNTELLABLE = Told(value=None, basis="relative")
Reader = Callable[["re.Match[str]", Saying], Told | None]


class Rule(NamedTuple):
    """How an expression is written and read, and the sign that it is worth looking for in a paragraph at all."""

    sign: re.Pattern[str]  # stands in the paragraph, in lower case, wherever the expression does; found far sooner
    pattern: re.Pattern[str]
    read: Reader


LAST_OF_WHICH = "(?:last|this|next|past|previous|coming)"  # for signs, as the next
MONTHS_BEGIN = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
WHICH = "(?P<which>(?i:this\\spast|last|next|this|past|previous|coming))"


def relative(value: date | str | None) -> Told:
    """Give what was counted from another day."""
    return Told(value=None if value is None else str(value), basis="relative")


def stated(value: str) -> Told:
    """Give what the words say by themselves."""
    return Told(value=value, basis="stated")


def compiled(pattern: str) -> re.Pattern[str]:
    """Give a pattern that begins and ends with whole words.

    >>> compiled("Friday").search("on Fridays") is None
    True
    """
    return re.compile(rf"(?<![\w$€£#-])(?:{pattern})(?!\w)")


def ruled(sign: str, pattern: str, read: Reader) -> Rule:
    """Give a rule from the pieces of regular expressions that it is made of."""
    return Rule(re.compile(sign), compiled(pattern), read)


def anycase(words: str) -> str:
    """Give a piece that takes its words in either case.

    >>> re.fullmatch(anycase("next week"), "NEXT Week") is not None
    True
    """
    return rf"(?i:{words})"


def month_number(word: str) -> int:
    """Give a month's number from its name or its abbreviation."""
    return MONTHS[word.lower().rstrip(".")]


def day_number(word: str) -> int:
    """Give a day's number from "3", "03" or "3rd"."""
    return int(re.sub(r"\D", "", word))


def number_of(word: str) -> int:
    """Give a count from "12", "twelve" or "a".

    >>> number_of("[Ten]")
    10
    """
    word = "two" if word.lower().startswith("a couple") else word.lower().strip("[]")
    return int(word) if word.isdigit() else NUMBERS[word]
