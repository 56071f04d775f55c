"""Countries: their codes, and the words by which a text names them, their people and their governments."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from ahocorasick_rs import AhoCorasick

from nongrata.values.names import fold
from nongrata.values.span import Span

CountryWordKind = Literal["name", "demonym", "capital", "seat"]

# One character for one, so that offsets stay: curly apostrophes, dashes, hard spaces and line ends.
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "–": "-", "‐": "-", "‑": "-", "\xa0": " ", "\u202f": " ", "\n": " "}
)
_ASIDE = re.compile(r"^Region: |\(was .{1,40}\)$", re.I)  # OFAC's and the EU's ways of adding to a country
_TURNED = re.compile(r"([^,(]+)[,(]([^,()]+)\)?")  # "Korea, North", "Iran (Islamic Republic of)"
_SHORTEST_IN_CAPITALS = 4  # "LAO" and "UK" in capitals are other words or the same one


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryWord:
    """A word that names a country, its people, its capital or the seat of its government."""

    span: Span
    country: str  # ISO 3166-1 alpha-2, lower case; also "eu", "xk", "su"
    kind: CountryWordKind
    ambiguous: bool = False  # often means something else: Georgia, Jordan, Chad


@dataclass(frozen=True, slots=True)
class _Table:
    names: dict[str, tuple[str, float, float]]  # by code: plain name, latitude, longitude
    keys: dict[str, str]  # folded name: code
    words: tuple[tuple[str, CountryWordKind, bool] | None, ...]  # in the finder's order; None: not a country
    finder: AhoCorasick
    meanings: dict[str, tuple[str, CountryWordKind, bool]]  # of each word as packed


@lru_cache(maxsize=1)
def _table() -> _Table:
    packed = json.loads(files("nongrata.values").joinpath("countries.json").read_text("utf-8"))
    patterns: dict[str, tuple[str, CountryWordKind, bool] | None] = {}
    for word, (code, kind, ambiguous) in packed["words"].items():
        patterns[word] = (code, kind, ambiguous)
        if len(word) >= _SHORTEST_IN_CAPITALS:
            patterns.setdefault(word.upper(), (code, kind, ambiguous))
    patterns.update(dict.fromkeys(packed["not_countries"]))
    return _Table(
        names={code: (name, lat, lon) for code, (name, lat, lon) in packed["names"].items()},
        keys=packed["keys"],
        words=tuple(patterns.values()),
        finder=AhoCorasick(list(patterns)),
        meanings={word: (code, kind, ambiguous) for word, (code, kind, ambiguous) in packed["words"].items()},
    )


def country_named(text: str) -> str | None:
    """Give the code of the country that a text names, in any spelling of lists and news, or None.

    >>> country_named("Korea, North"), country_named("Iran, Islamic Republic of"), country_named("the U.S.")
    ('kp', 'ir', 'us')
    >>> country_named("turkish delight") is None
    True
    """
    keys = _table().keys
    text = _ASIDE.sub("", text)
    turned = _TURNED.fullmatch(text)
    for reading in (text, f"{turned[2]} {turned[1]}") if turned else (text,):
        key = fold(reading)
        if found := keys.get(key) or keys.get(key.removeprefix("the ")):
            return found
    return None


def country_name(code: str) -> str:
    """Give the plain English name of a country; a code that nobody knows comes back in capitals.

    >>> country_name("kp"), country_name("zz")
    ('North Korea', 'ZZ')
    """
    known = _table().names.get(code.lower())
    return known[0] if known else code.upper()


def is_country(code: str) -> bool:
    """Be the code of a country that we know ("ru", "eu", "xk"; "uk" is "gb")."""
    return code in _table().names


def country_centre(code: str) -> tuple[float, float] | None:
    """Give a middle point of a country, degrees north and east, or None.

    >>> country_centre("ru")
    (60.0, 100.0)
    """
    known = _table().names.get(code)
    return known[1:] if known else None


@lru_cache(maxsize=1)
def country_words() -> Mapping[str, str]:
    """Give every word that names a country, its people, capital or seat of government, with the country's code.

    >>> country_words()["Moscow"]
    'ru'
    """
    return {word: meaning[0] for word, meaning in _table().meanings.items()}


def find_country_words(text: str, span: Span) -> tuple[CountryWord, ...]:
    """Give the words in a stretch of text that name a country, its people, capital or seat of government.

    The longest words win, none overlap, and they come in the order of the text. Case counts: "us" and "turkey"
    are no countries, MOSCOW is. A word inside another name ("New Mexico", "Washington Post") is none.

    >>> [(w.country, w.kind) for w in find_country_words("U.S. and South Koreans called on Moscow", Span(0, 39))]
    [('us', 'name'), ('kr', 'demonym'), ('ru', 'capital')]
    """
    table = _table()
    part = span.of(text).translate(_PLAIN)
    found = [
        (index, Span(start, end))
        for index, start, end in table.finder.find_matches_as_indexes(part, overlapping=True)
        if _is_whole(part, start, end) and not _is_pronoun(part, start, end)
    ]
    if not found:
        return ()
    # At equal length the phrase that is no country wins: "Male" is no capital.
    found.sort(key=lambda item: (-len(item[1]), table.words[item[0]] is not None, item[1].start))
    taken = bytearray(len(part))
    words: list[CountryWord] = []
    for index, here in found:
        if 1 in taken[here.start : here.end]:
            continue
        taken[here.start : here.end] = b"\1" * len(here)
        if (meaning := table.words[index]) is not None:
            code, kind, ambiguous = meaning
            place = Span(span.start + here.start, span.start + here.end)
            words.append(CountryWord(span=place, country=code, kind=kind, ambiguous=ambiguous))
    return tuple(sorted(words, key=lambda word: word.span))


def _is_whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not before.isalnum() and not after.isalnum()


def _is_pronoun(text: str, start: int, end: int) -> bool:
    """Be "US" in a line written in capitals throughout, where it may as well be "us"."""
    return text[start:end] == "US" and text.isupper()
