"""The cities of the world with more than 1,000 people, by name.

From GeoNames (https://www.geonames.org), licensed under Creative Commons Attribution 4.0;
packed by tables/pack_cities.py.
"""

from __future__ import annotations

import gzip
import unicodedata
from array import array
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate
from typing import Literal

# Letters that Unicode does not take apart into a plain one and a mark.
_WHOLE_LETTERS = (("ł", "l"), ("ø", "o"), ("ı", "i"), ("đ", "d"), ("ß", "ss"), ("æ", "ae"), ("œ", "oe"), ("ə", "e"))
_APART = (("-", " "), ("’", ""), ("'", ""), ("‘", ""), ("ʼ", ""), ("ʻ", ""), (".", ""))


SpotKind = Literal["city", "country", "region", "site", "water", "continent"]


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


@dataclass(frozen=True, slots=True)
class _Columns:
    own: Mapping[str, tuple[int, ...]]  # by folded name
    names: list[str]
    countries: list[str]
    lats: Sequence[int]  # hundredths of a degree
    lons: Sequence[int]
    people: Sequence[int]  # thousands
    numbers: Sequence[int]
    others: Mapping[str, tuple[int, ...]]
    of_countries: Mapping[str, int]

    def city(self, index: int) -> Spot:
        return Spot(
            name=self.names[index],
            kind="city",
            country=self.countries[index],
            lat=self.lats[index] / 100,
            lon=self.lons[index] / 100,
            people=self.people[index] * 1000,
            number=self.numbers[index],
        )


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
    found = {key: indexes for key in keys if (indexes := (*columns.own.get(key, ()), *columns.others.get(key, ())))}
    return {
        key: tuple(sorted(map(columns.city, indexes), key=lambda city: -city.people)) for key, indexes in found.items()
    }


def country_number(code: str) -> int | None:
    """Give GeoNames' number of a country, or None.

    >>> country_number("ru")
    2017370
    """
    return _columns().of_countries.get(code)


@lru_cache(maxsize=1)
def _columns() -> _Columns:
    packed = files("nongrata.mentions").joinpath("cities.gz").read_bytes()
    text = gzip.decompress(packed).decode()
    _, blocks, names, lats, lons, people, steps, others, of_countries = text.split("\f")
    countries: list[str] = []
    for block in blocks.split("\n"):
        country, count = block.split()
        countries.extend([country] * int(count))
    own: dict[str, tuple[int, ...]] = {}
    for index, key in enumerate(_without_marks(names).split("\n")):
        name = f"saint {key[3:]}" if key.startswith("st ") else key
        own[name] = (*own.get(name, ()), index)
    return _Columns(
        own=own,
        names=names.split("\n"),
        countries=countries,
        lats=array("h", map(int, lats.split("\n"))),
        lons=array("h", map(int, lons.split("\n"))),
        people=array("H", map(int, people.split("\n"))),
        numbers=_summed(steps.split("\n")),
        others=_by_other_name(others.split("\n")),
        of_countries={row[:2]: int(row[3:]) for row in of_countries.split("\n")},
    )


def _summed(steps: list[str]) -> Sequence[int]:
    return array("I", accumulate(map(int, steps)))


def _by_other_name(rows: list[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for row in rows:
        index, *keys = row.split("\t")
        for key in keys:
            found[key] = (*found.get(key, ()), int(index))
    return found
