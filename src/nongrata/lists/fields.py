"""What the readers of all publishers do with single fields."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from nongrata.lists.record import ListedName, NameKind
from nongrata.values import PartialDate, parse_date
from nongrata.values.countries import country_named, is_country

_T = TypeVar("_T")

REASON_LENGTH = 2_000
MAX_UNUSABLE = 0.02  # of a file's rows: more, and the file as a whole is not to be trusted

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_ASIDE = re.compile(r"^(?:possibly|probably|likely)\s+|^region:\s+(?:north(?:ern)?|south(?:ern)?)?\s*", re.I)
_AREAS = {"crimea": "ua", "region: crimea": "ua"}  # ISO 3166-2:UA-43
# How strong a name is: of two that are the same text, the stronger kind stays.
_STRENGTH: dict[NameKind, int] = {"primary": 0, "alias": 1, "former": 2, "weak": 3}


@lru_cache(maxsize=4_096)
def country_of(text: str) -> str | None:
    """Give the code of the country that a list's field names, or None.

    >>> country_of("Korea, North"), country_of("Region: Northern Gaza"), country_of("possibly Palestinian")
    ('kp', 'ps', 'ps')
    """
    text = text.strip()
    # "China, Hong Kong Special Administrative Region": the UN names the part behind the whole.
    part = text.removeprefix("China, ").removesuffix(" Special Administrative Region")
    plain = _ASIDE.sub("", part.replace("&", "and"))
    return country_named(text) or country_named(plain) or _AREAS.get(text.casefold())


def country_coded(text: str) -> str | None:
    """Give the code of the country that a field names by its ISO 3166 code, or else by its name.

    >>> country_coded("RU"), country_coded("Iran"), country_coded("")
    ('ru', 'ir', None)
    """
    code = text.strip().lower()
    return code if is_country(code) else country_of(text)


@lru_cache(maxsize=32_768)
def date_of(text: str) -> PartialDate | None:
    """Give the date that a list's field states, or None; birth dates come again and again."""
    return parse_date(text)


def one_line(text: str) -> str:
    """Give a text with its white space closed up, without control and direction characters.

    >>> one_line(" KIM,\\n Jong Un ")
    'KIM, Jong Un'
    """
    line = " ".join(text.split())
    # Joiners stay: they are part of how a Persian or Indian name is written.
    return line if line.isprintable() else _UNSEEN.sub("", line).strip()


def shortened(text: str) -> str | None:
    """Give a text of 2,000 characters at most, cut at a space; None for an empty one."""
    if len(text) <= REASON_LENGTH:
        return text or None
    return text[: REASON_LENGTH - 2].rsplit(" ", 1)[0] + " …"


def once(values: Iterable[_T]) -> tuple[_T, ...]:
    """Give each value once, in the order they came."""
    return tuple(dict.fromkeys(values))


def names_once(names: Iterable[ListedName]) -> tuple[ListedName, ...]:
    """Give each name once, in its strongest kind and the language told of it, in the order they came."""
    found: dict[str, ListedName] = {}
    for name in names:
        known = found.get(name.text)
        if known is None:
            found[name.text] = name
        elif _STRENGTH[name.kind] < _STRENGTH[known.kind]:
            found[name.text] = replace(name, language=name.language or known.language)
        elif known.language is None and name.language is not None:
            found[name.text] = replace(known, language=name.language)
    return tuple(found.values())


def too_many(unusable: int, rows: int) -> bool:
    """Say that so many rows cannot be used that the file cannot be trusted; one alone is forgiven."""
    return unusable > 1 and unusable > MAX_UNUSABLE * rows


@contextmanager
def no_collecting() -> Iterator[None]:
    """Hold the garbage collector while many small lasting objects are made: it would search them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
