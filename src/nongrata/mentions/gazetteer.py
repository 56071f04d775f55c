"""The cities of the world with more than 1,000 people, by name.

From GeoNames (https://www.geonames.org), licensed under Creative Commons Attribution 4.0;
packed by tables/pack_cities.py.
"""

from __future__ import annotations

import gzip
import json
import sys
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

# Letters that Unicode does not take apart into a plain one and a mark.
_WHOLE_LETTERS = (("ł", "l"), ("ø", "o"), ("ı", "i"), ("đ", "d"), ("ß", "ss"), ("æ", "ae"), ("œ", "oe"), ("ə", "e"))
_APART = (("-", " "), ("’", ""), ("'", ""), ("‘", ""), ("ʼ", ""), ("ʻ", ""), (".", ""))


SpotKind = Literal["city", "country", "region", "district", "site", "water", "continent"]


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of the world that a name can mean."""

    name: str
    kind: SpotKind
    country: str | None  # ISO 3166, lower case; None at sea
    lat: float
    lon: float
    people: int = 0  # of a city, to the nearest thousand
    number: int | None = None  # GeoNames' own
    area: str | None = None  # the first division of its country that it lies in, or is: GeoNames' code


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    keys: Sequence[str]  # folded names, sorted; the columns down to the numbers are in their order
    names: Sequence[str]  # empty: the key in title case
    countries: str  # two letters each
    areas: Sequence[str]
    lats: Sequence[int]  # hundredths of a degree
    lons: Sequence[int]
    people: Sequence[int]  # thousands
    numbers: Sequence[int]
    others: Sequence[str]  # other folded names, sorted
    meant: Sequence[int]  # the index of each one's city
    nations: Mapping[str, int]

    def city(self, index: int) -> Spot:
        return Spot(
            name=self.names[index] or self.keys[index].title(),
            kind="city",
            country=self.countries[2 * index : 2 * index + 2],
            lat=self.lats[index] / 100,
            lon=self.lons[index] / 100,
            people=self.people[index] * 1000,
            number=self.numbers[index],
            area=self.areas[index],
        )

    def indexes(self, key: str) -> Iterator[int]:
        """Give where the cities stand that bear a name as their own or as another."""
        yield from _equal(self.keys, key)
        yield from (self.meant[at] for at in _equal(self.others, key))


@lru_cache(maxsize=16_384)
def folded(name: str) -> str:
    """Give a place's name as the gazetteer compares it: no accents, no points, hyphens as spaces, lower case.

    >>> folded("Komsomolsk-on-Amur"), folded("St. Petersburg"), folded("Łódź")
    ('komsomolsk on amur', 'saint petersburg', 'lodz')
    """
    plain = _without_marks(name)
    return f"saint {plain[3:]}" if plain.startswith("st ") else plain


def _without_marks(text: str) -> str:
    text = unicodedata.normalize("NFKD", text).lower()
    for letter, plain in (*_WHOLE_LETTERS, *_APART):
        text = text.replace(letter, plain)
    return text.encode("ascii", "ignore").decode()


def cities_named(keys: Collection[str]) -> dict[str, tuple[Spot, ...]]:
    """Give the cities whose folded name, or another name of theirs, is among the keys, the largest first.

    >>> [city.country for city in cities_named({"tripoli"})["tripoli"]][:2]
    ['ly', 'lb']
    """
    columns = _columns()
    found = {key: tuple(map(columns.city, columns.indexes(key))) for key in keys}
    return {key: tuple(sorted(spots, key=lambda city: -city.people)) for key, spots in found.items() if spots}


def is_city(key: str) -> bool:
    """Be the folded name, or another name, of a city.

    >>> is_city("primorsk"), is_city("sovcomflot")
    (True, False)
    """
    return next(_columns().indexes(key), None) is not None


def country_number(code: str) -> int | None:
    """Give GeoNames' number of a country, or None.

    >>> country_number("ru")
    2017370
    """
    return _columns().nations.get(code)


@lru_cache(maxsize=1)
def _columns() -> _Columns:
    packed = gzip.decompress(files("nongrata.mentions").joinpath("cities.gz").read_bytes())
    _credit, lengths, rest = packed.split(b"\n", 2)
    parts: dict[str, bytes] = {}
    at = 0
    for name, length in json.loads(lengths).items():
        parts[name], at = rest[at : at + length], at + length
    return _Columns(
        keys=_lines(parts["keys"]),
        names=_lines(parts["names"]),
        countries=parts["countries"].decode(),
        areas=_lines(parts["areas"]),
        lats=_numbers("h", parts["lats"]),
        lons=_numbers("h", parts["lons"]),
        people=_numbers("H", parts["people"]),
        numbers=_numbers("I", parts["numbers"]),
        others=_lines(parts["others"]),
        meant=_numbers("I", parts["meant"]),
        nations={row[:2]: int(row[3:]) for row in _lines(parts["nations"])},
    )


def _lines(part: bytes) -> Sequence[str]:
    return part.decode().split("\n")


def _numbers(kind: Literal["h", "H", "I"], part: bytes) -> Sequence[int]:
    column = array(kind, part)
    if sys.byteorder == "big":
        column.byteswap()
    return column


def _equal(lines: Sequence[str], key: str) -> Iterator[int]:
    """Give where a line stands among sorted ones, as often as it does."""
    at = bisect_left(lines, key)
    while at < len(lines) and lines[at] == key:
        yield at
        at += 1
