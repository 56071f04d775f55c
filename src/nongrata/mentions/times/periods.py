"""Time expressions for stretches and for minutes: seasons, quarters, decades, the stamps of a live blog."""

from __future__ import annotations

import re

from nongrata.mentions.times import calendar as cal
from nongrata.mentions.times.grammar import (
    SEASON,
    UNTELLABLE,
    WHICH,
    Rule,
    S,
    Saying,
    Told,
    anycase,
    relative,
    ruled,
    stated,
)

_ORDINALS = ("first", "second", "third", "fourth")
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DECADES = {name: str(1920 + 10 * i)[:3] for i, name in enumerate(
    ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"))}  # fmt: skip


def _season(match: re.Match[str], said: Saying) -> Told:
    """Summer 2022: by the seasons of the northern half."""
    return stated(cal.season(int(match["year"]), match["season"].lower()))


def _season_beside(match: re.Match[str], said: Saying) -> Told:
    """Last winter, this spring, next summer."""
    if said.anchor is None:
        return UNTELLABLE
    which, year, now = match["which"].lower(), said.anchor.year, str(said.anchor)[:7]
    seasons = [cal.season(y, match["season"].lower()) for y in range(year - 2, year + 3)]
    if which in ("next", "coming"):
        return relative(next((s for s in seasons if s[:7] > now), None))
    if which == "this":
        return relative(seasons[2])
    return relative(next((s for s in reversed(seasons) if s[8:] < now), None))


def _bare_season(match: re.Match[str], said: Saying) -> Told | None:
    """During the summer, by the autumn: the last one, or the next by the verb; not "the fall of Aleppo"."""
    if said.before not in ("in", "during", "over", "since", "by", "until", "throughout"):
        return None
    if said.anchor is None:
        return UNTELLABLE
    now, year = str(said.anchor)[:7], said.anchor.year
    seasons = [cal.season(y, match["season"].lower()) for y in range(year - 1, year + 2)]
    if said.direction == "future":
        return relative(next((one for one in seasons if one[8:] >= now), None))
    return relative(next((one for one in reversed(seasons) if one[:7] <= now), None))


def _decade(match: re.Match[str], said: Saying) -> Told:
    """The 1990s, the sixties."""
    first = _DECADES[match["name"].lower()] if match["name"] else match["first"]
    return stated(f"{first}0/{first}9")


def _century(match: re.Match[str], said: Saying) -> Told | None:
    """The 20th century, which began in 1901."""
    first = (int(match["number"]) - 1) * 100 + 1
    return stated(f"{first:04d}/{first + 99:04d}") if 0 < first < 9900 else None


def _part_of_year(match: re.Match[str], said: Saying) -> Told:
    """Q3 2024, the third quarter of 2024, the first half; of the year of writing where none is said."""
    word = match["number"].lower()
    number = _ORDINALS.index(word) + 1 if word in _ORDINALS else int(word)
    size = 6 if match["unit"].lower() in ("h", "half") else 3
    year = int(match["year"]) if match["year"] else said.anchor.year if said.anchor else None
    if year is None or number * size > 12:
        return UNTELLABLE
    value = f"{cal.iso_month(year, (number - 1) * size + 1)}/{cal.iso_month(year, number * size)}"
    return Told(value=value, basis="stated" if match["year"] else "default")


def _stamp(match: re.Match[str], said: Saying) -> Told | None:
    """14:05 at the head of a paragraph of a live blog."""
    if not said.heads_paragraph:
        return None
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return relative(f"{said.anchor}T{hour:02d}:{match['minute']}" if said.anchor else None)


_EARLY = r"(?:(?:early|late|mid)[ -])?"
_NAMED = "|".join(_DECADES)
_NTH = "|".join(_ORDINALS)
PERIOD_RULES: tuple[Rule, ...] = tuple(
    ruled(sign, pattern, read)
    for sign, pattern, read in (
        (r"\d[:.]\d", r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?:\s?(?P<half>[AaPp])\.?[Mm]\b\.?)?"
         r"(?:\s(?:GMT|UTC|BST|CEST|CET|EST|EDT|ET)\b)?(?![.:,%]\d)", _stamp),
        ("[qh][1-4]", rf"(?P<unit>[QH])(?P<number>[1-4]){S}(?:of{S})?{_YEAR}", _part_of_year),
        ("quarter|half",
         anycase(rf"(?:the{S})?(?P<number>{_NTH}){S}(?P<unit>quarter|half){S}(?:of{S})?{_YEAR}"), _part_of_year),
        ("quarter", anycase(rf"(?:the{S})?(?P<number>{_NTH}){S}(?P<unit>quarter)(?!{S}of\b)(?P<year>)"), _part_of_year),
        (SEASON, anycase(rf"{_EARLY}(?P<season>{SEASON}){S}(?:of{S})?{_YEAR}"), _season),
        (SEASON, rf"{WHICH}{S}(?P<season>{anycase(SEASON)})", _season_beside),
        (SEASON, anycase(rf"the{S}(?P<season>{SEASON})(?!{S}(?:of|season|break|games|olympics)\b|-)"), _bare_season),
        ("0s", anycase(rf"(?:the{S})?{_EARLY}(?P<first>1[5-9]\d|20\d)0s(?P<name>)"), _decade),
        (_NAMED, anycase(rf"the{S}{_EARLY}(?P<name>{_NAMED})"), _decade),
        ("century", anycase(rf"(?:the{S})?{_EARLY}(?P<number>\d\d?)(?:st|nd|rd|th){S}century"), _century),
    )
)  # fmt: skip
