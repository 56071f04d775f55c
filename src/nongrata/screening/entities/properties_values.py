"""Values as they come, from anywhere: to one line of text each, to days, countries, genders; or why not."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from nongrata.lists.record import NameKind
from nongrata.values import PartialDate, parse_date
from nongrata.values.countries import country_named, is_country

MAX_TEXT = 1_000  # characters of a name or any other value
_MAX_DEPTH = 4
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DOTTED = re.compile(r"(\d{1,2})[.-](\d{1,2})[.-](\d{4})")
_EMPTY_PARTS = re.compile(r"(?:-00){1,2}$")
_AMERICAN = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})")
_FORMER: Mapping[str, str] = {
    "suhh": "su",
    "yucs": "yu",
    "csxx": "cs",
    "cshh": "cs",
    "ddde": "dd",
    "uk": "gb",
    "el": "gr",
}
_OTHERWISE = re.compile(
    r"[\s,;(]+(?:a\.?k\.?a\.?|a/k/a|f\.?k\.?a\.?|f/k/a|also known as|formerly(?: known as)?|alias)[\s:]+", re.I
)
_SHORTEST_PART = 5  # letters: A/S and M/V are one word
_GENDERS: Mapping[str, str] = {
    **dict.fromkeys(("male", "m", "man", "masculine", "м", "муж", "мужской"), "male"),
    **dict.fromkeys(("female", "f", "woman", "feminine", "ж", "жен", "женский"), "female"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One value as one line of text, or what is wrong with it."""

    text: str
    problem: str | None = None
    is_nested: bool = False  # the name of an entity that stood there


def texts_in(value: object, depth: int = 0) -> Iterator[Told]:
    """Give each value of a property, however it is wrapped.

    >>> [told.text for told in texts_in(["Kim", ("Jong Un",), None, 7])]
    ['Kim', 'Jong Un', '7']
    >>> [told.problem for told in texts_in(float("nan"))]
    ['found nan, wanted text']
    """
    if value is None or value == "":
        return
    if isinstance(value, (list, tuple, set, frozenset)):
        if depth >= _MAX_DEPTH:
            yield Told("", "lists in lists in lists; wanted a list of texts")
            return
        for each in sorted(value, key=str) if isinstance(value, (set, frozenset)) else value:
            yield from texts_in(each, depth + 1)
    elif isinstance(value, Mapping):
        yield from _nested(value, depth)
    else:
        yield _plain(value)


def _nested(value: Mapping[object, object], depth: int) -> Iterator[Told]:
    """Give what a nested entity is: an address in full, a name."""
    inner = value.get("properties", value)
    found = (inner.get("full") or inner.get("name")) if isinstance(inner, Mapping) else None
    found = found or value.get("caption")
    if found is None or depth >= _MAX_DEPTH:
        yield Told("", "a nested entity that has no name; wanted text")
    else:
        yield from (replace(told, is_nested=True) for told in texts_in(found, depth + 1))


def _plain(value: object) -> Told:
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # a spreadsheet's 9187629.0
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**40:
        return Told(str(value))
    if isinstance(value, (date, PartialDate)):
        return Told(str(value)[:10] if isinstance(value, date) else value.text)
    if not isinstance(value, str):
        is_odd = isinstance(value, float) and not math.isfinite(value)
        return Told("", f"found {value if is_odd else type(value).__name__}, wanted text")
    if len(value) > MAX_TEXT:
        return Told("", f"found {len(value):,} characters, wanted at most {MAX_TEXT:,}")
    text = " ".join(_UNSEEN.sub(" ", value).split())
    if not any(letter.isalnum() for letter in text):
        return Told("", f"found {text[:20]!r}, nothing that can be read")
    return Told(text)


def names_within(text: str) -> list[tuple[str, NameKind]]:
    """Give the names that one text holds where it holds several, each as the kind of alias that it is said to be.

    >>> names_within("Al-Qa'ida/Islamic Army")
    [("Al-Qa'ida", 'weak'), ('Islamic Army', 'weak')]
    >>> names_within("Irkut Corporation (f.k.a. Irkutsk Aviation Plant)"), names_within("Maersk A/S")
    ([('Irkut Corporation', 'alias'), ('Irkutsk Aviation Plant', 'former')], [])
    """
    if text.isalpha():
        return []
    first, said, rest = _said_otherwise(text)
    if said:
        return [(first, "alias"), (rest, "former" if said.lstrip("( ,;").lower().startswith("f") else "alias")]
    parts = [part.strip() for part in text.split("/")]
    if len(parts) == 2 and all(sum(map(str.isalpha, part)) >= _SHORTEST_PART for part in parts):
        return [(part, "weak") for part in parts]
    return []


def _said_otherwise(text: str) -> tuple[str, str, str]:
    found = _OTHERWISE.search(text)
    if found is None or not text[: found.start()].strip() or not text[found.end() :].strip(" )"):
        return text, "", ""
    return text[: found.start()].strip(" ,;"), found[0], text[found.end() :].strip(" ,;)")


@lru_cache(maxsize=16_384)
def date_from(text: str) -> PartialDate | None:
    """Give the date that a text states, as exact as it is; the day first where only its order could tell.

    >>> [str(date_from(text)) for text in ("1952-10-07T00:00:00", "7.10.1952", "October 7, 1952", "1952-00-00")]
    ['1952-10-07', '1952-10-07', '1952-10-07', '1952']
    >>> date_from("1952-13-40") is None
    True
    """
    text = _EMPTY_PARTS.sub("", re.sub(r"[T ]\d{2}:\d{2}\S*$", "", text))
    for shape, order in ((_COMPACT, r"\1-\2-\3"), (_DOTTED, r"\1/\2/\3"), (_AMERICAN, r"\2 \1 \3")):
        if shape.fullmatch(text):
            text = shape.sub(order, text)
    try:
        found = parse_date(text)
    except ValueError:  # the parts of a range that are no days
        return None
    return found if found is not None and found.earliest.year > 1 else None


@lru_cache(maxsize=4_096)
def country_from(text: str) -> str | None:
    """Give the country that a code or a name means, in lower case; of a part of a country the whole.

    >>> country_from("RU"), country_from("Korea, North"), country_from("ua-cri"), country_from("suhh")
    ('ru', 'kp', 'ua', 'su')
    """
    code = text.strip().lower()
    code = _FORMER.get(code, code)
    if is_country(code) or code in _FORMER.values():
        return code
    if found := country_named(text):
        return found
    return code[:2] if re.fullmatch(r"[a-z]{2}-[a-z0-9]{1,3}", code) and is_country(code[:2]) else None


def gender_from(text: str) -> str | None:
    """Give male or female, or None: "other" and what is not known tell nothing apart."""
    return _GENDERS.get(text.casefold())


def whole_number_from(text: str, *, most: int) -> int | None:
    """Give a whole number above nothing and not above `most`, or None."""
    digits = text.replace(",", "").replace(" ", "")
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= 12):
        return None
    return int(digits) if 0 < int(digits) <= most else None
