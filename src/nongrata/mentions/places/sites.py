"""Places that a list of cities lacks: regions, seas, straits, sites; and the words that tell how a place is meant."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from ahocorasick_rs import AhoCorasick

from nongrata.mentions.gazetteer import Spot
from nongrata.values import Span

_PLAIN = str.maketrans({"’": "'", "‘": "'", "–": "-", "‑": "-", "\xa0": " ", "\n": " "})
_SHORTEST_IN_CAPITALS = 4


@dataclass(frozen=True, slots=True)
class SiteName:
    """A name of a site or region where it stands in a text, and what it can mean."""

    span: Span
    spots: tuple[Spot, ...]
    doubtful: bool  # also means something else


@dataclass(frozen=True, slots=True)
class _Table:
    spots: tuple[tuple[tuple[Spot, ...], bool], ...]  # in the finder's order
    finder: AhoCorasick
    by_name: Mapping[str, Spot]
    words: Mapping[str, frozenset[str]]


@lru_cache(maxsize=1)
def _table() -> _Table:
    packed = json.loads(files("nongrata.mentions").joinpath("sites.json").read_text("utf-8"))
    rows = [Spot(*row) for row in packed["places"]]
    patterns: dict[str, tuple[tuple[Spot, ...], bool]] = {}
    for name, (indexes, doubtful) in packed["spellings"].items():
        spots = tuple(rows[index] for index in indexes)
        patterns[name] = (spots, doubtful)
        if len(name) >= _SHORTEST_IN_CAPITALS:
            patterns.setdefault(name.upper(), (spots, doubtful))
    by_name: dict[str, Spot] = {}
    for spots, _doubtful in patterns.values():
        for spot in spots:
            by_name.setdefault(spot.name, spot)
    return _Table(
        spots=tuple(patterns.values()),
        finder=AhoCorasick(list(patterns)),
        by_name=MappingProxyType(by_name),
        words=MappingProxyType({name: frozenset(words) for name, words in packed["words"].items()}),
    )


def words_for(list_name: str) -> frozenset[str]:
    """Give one of the word lists of tables/places.toml.

    >>> "in" in words_for("where")
    True
    """
    return _table().words[list_name]


def site_named(name: str) -> Spot | None:
    """Give the site or region of a name as the table spells it, or None."""
    return _table().by_name.get(name)


def find_sites(text: str, span: Span) -> tuple[SiteName, ...]:
    """Give every name of a site, region or sea in a stretch of text; a shorter one may lie inside a longer one.

    >>> [site.spots[0].name for site in find_sites("in the Russian Far East", Span(0, 23))]
    ['Russian Far East']
    """
    table = _table()
    part = span.of(text).translate(_PLAIN)
    return tuple(
        SiteName(Span(span.start + start, span.start + end), *table.spots[index])
        for index, start, end in table.finder.find_matches_as_indexes(part, overlapping=True)
        if not part[start - 1 : start].isalnum() and not part[end : end + 1].isalnum()
    )
