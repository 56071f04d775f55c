"""The provinces, states and counties of the world by name, as far as they have towns.

From GeoNames (https://www.geonames.org), licensed under Creative Commons Attribution 4.0;
packed by tables/pack_regions.py.
"""

from __future__ import annotations

import gzip
from collections.abc import Collection, Mapping
from functools import lru_cache
from importlib.resources import files

from nongrata.mentions.gazetteer import Spot


def regions_named(keys: Collection[str]) -> dict[str, tuple[Spot, ...]]:
    """Give the regions whose folded name is among the keys; each lies where its towns lie in the middle.

    >>> [spot.name for spot in regions_named({"mashonaland west"})["mashonaland west"]]
    ['Mashonaland West']
    """
    regions = _regions()
    return {key: tuple(map(_region, found)) for key in keys if (found := regions.get(key))}


def _region(row: str) -> Spot:
    country, _key, name, lat, lon, number, area = row.split("\t")
    return Spot(name, "region", country, int(lat) / 100, int(lon) / 100, number=int(number), area=area)


@lru_cache(maxsize=1)
def _regions() -> Mapping[str, tuple[str, ...]]:
    packed = files("nongrata.mentions").joinpath("regions.gz").read_bytes()
    found: dict[str, tuple[str, ...]] = {}
    for row in gzip.decompress(packed).decode().split("\n")[1:]:
        key = row.split("\t", 2)[1]
        found[key] = (*found.get(key, ()), row)
    return found
