"""The provinces, states, counties and districts of the world by name, as far as they have towns.

From GeoNames (https://www.geonames.org), licensed under Creative Commons Attribution 4.0;
packed by tables/pack_regions.py.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

from nongrata.mentions.gazetteer import Spot


def regions_named(keys: Collection[str]) -> dict[str, tuple[Spot, ...]]:
    """Give the regions and districts whose folded name is among the keys; each lies where its towns lie in the middle.

    >>> [spot.name for spot in regions_named({"mashonaland west"})["mashonaland west"]]
    ['Mashonaland West']
    """
    return {key: found for key in keys if (found := tuple(map(_region, _rows_of(key))))}


def _region(row: str) -> Spot:
    _key, country, name, lat, lon, number, area, kind = row.split("\t")
    at = (int(lat) / 100, int(lon) / 100)
    return Spot(name, "district" if kind == "district" else "region", country, *at, number=int(number), area=area)


def _rows_of(key: str) -> Iterator[str]:
    rows, start = _rows(), f"{key}\t"
    at = bisect_left(rows, start)
    while at < len(rows) and rows[at].startswith(start):
        yield rows[at]
        at += 1


@lru_cache(maxsize=1)
def _rows() -> Sequence[str]:
    """Give the lines as packed, in the order of their folded names."""
    packed = files("nongrata.mentions").joinpath("regions.gz").read_bytes()
    return gzip.decompress(packed).decode().split("\n")[1:]
