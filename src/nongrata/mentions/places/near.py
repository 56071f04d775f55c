"""How near a place is to another, and whether it lies in an area."""

from __future__ import annotations

import math
from functools import lru_cache

from nongrata.mentions.gazetteer import Spot, folded
from nongrata.mentions.places.cities import BIG_CITY
from nongrata.mentions.places.countries import Toponym
from nongrata.mentions.places.regions import regions_named

_PART_OF_CITY = 40.0  # km
BESIDE = 100.0  # km: a short drive
CLOSE = 300.0  # km: places of one story stand together
IN_REGION = 1200.0  # km from the middle of a region to its edge, at most
IN_DISTRICT = 100.0  # km, likewise
_EARTH = 6371.0  # km, mean radius
_BESIDE = 6.0  # what an area beside the name weighs, in powers of ten of people (meaning.py)


def is_small(spot: Spot) -> bool:
    """Be one of GeoNames' regions or districts, of which hardly anybody has heard, and not one of our own table."""
    return spot.kind == "district" or (spot.kind == "region" and spot.number is not None)


def is_own_name(spot: Spot, toponym: Toponym) -> bool:
    """Be called by its own name, or by how it begins, and not by another."""
    return folded(spot.name).startswith(toponym.key)


def nearness(spot: Spot, area: Spot) -> float:
    """Count for most where the place lies in the area named beside it, and the more the nearer its middle."""
    if spot.country != area.country or spot.kind == area.kind:
        return 0.0
    if area.kind == "country":
        return _BESIDE
    away = distance(spot, area)
    if area.kind == "district":
        return _BESIDE + 1 - away / IN_DISTRICT if away < IN_DISTRICT else 0.0
    if spot.area is not None and (division := _division(area)) is not None:
        return _nearness_in_division(spot, area, division)
    return _BESIDE + 1 - away / IN_REGION if away < IN_REGION else 0.0


def _nearness_in_division(spot: Spot, area: Spot, division: str) -> float:
    """Count for as much where the area is the town's own division; a little next to it, for borders move."""
    if spot.area == division:
        return _BESIDE + 1
    away = distance(spot, area)
    return 1 - away / CLOSE if away < CLOSE else 0.0


@lru_cache(maxsize=1024)
def _division(area: Spot) -> str | None:
    """Give GeoNames' code of a region that is a first division of its country, or None."""
    if area.area is not None:
        return area.area
    same = [
        spot for spot in regions_named({folded(area.name)}).get(folded(area.name), ()) if spot.country == area.country
    ]
    return min(same, key=lambda spot: distance(spot, area)).area if same else None


def is_beside(spot: Spot, other: Spot) -> bool:
    """Be a town a short drive from another, or from the middle of a district."""
    return spot.kind == "city" and other.kind in ("city", "district") and distance(spot, other) < BESIDE


def is_close(spot: Spot, other: Spot) -> bool:
    """Be no farther away than the places of one story stand together, or in one division."""
    in_division = other.kind == "region" and spot.area is not None and spot.country == other.country
    return distance(spot, other) < CLOSE or (in_division and spot.area == _division(other))


def distance(one: Spot, other: Spot) -> float:
    """Give the kilometres between two places, by the great circle."""
    north, south = math.radians(one.lat), math.radians(other.lat)
    east = math.radians(other.lon - one.lon)
    haversine = math.sin((south - north) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(east / 2) ** 2
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(haversine)))


def lies_in(town: Toponym, region: Toponym) -> bool:
    """Be a town in what may be the region, and no part of a city of its name: "Queens, New York"."""
    towns = [spot for spot in town.spots if spot.kind == "city"]
    areas = [spot for spot in region.spots if spot.kind == "region"]
    cities = [spot for spot in region.spots if spot.people >= BIG_CITY]
    if any(distance(spot, city) < _PART_OF_CITY for spot in towns for city in cities):
        return False
    return any(nearness(spot, area) > 0 for spot in towns for area in areas)
