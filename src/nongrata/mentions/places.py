"""The places of a story: each name of a place, with the one place that it means here."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from nongrata.articles import Story
from nongrata.mentions.evidence import is_dateline
from nongrata.mentions.gazetteer import Spot
from nongrata.mentions.metonyms import stands_for_government
from nongrata.mentions.record import Mention, Place, PlaceId, Sentence
from nongrata.mentions.toponyms import BIG_CITY, find_toponyms
from nongrata.mentions.toponyms_countries import SHORT_NAMES, Toponym
from nongrata.values import Span
from nongrata.values.countries import find_country_words
from nongrata.values.dates import MONTHS

KNOWN_CITY = 100_000  # people: may be meant in a story that does not speak of its country
_PART_OF_CITY = 40.0  # km
NEAR = 300.0  # km: places of one story stand together
IN_REGION = 1200.0  # km from the middle of a region to its edge, at most
_COUNTIES = frozenset({"county", "parish"})
_EARTH = 6371.0  # km, mean radius
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_JOINED = re.compile(r",? \(?|(?: located)? in (?:the )?")
_LISTED = re.compile(r",? (?:and |or )?|, ")
_STATE_OF = re.compile(r"\b(?:state|province|region|territory) of $")
_GOVERNED = re.compile(r" (?:Gov(?:ernor|\.)|Attorney General|Legislature|[Ss]tate )")
_OWNED = re.compile(r"[’']s (?:[a-z]+ ){0,4}")
# What speaks for a meaning. People count in powers of ten: a country named is worth thirty times the people.
_NAMED, _EACH_NAMING, _CAPITAL, _NEARBY, _BESIDE = 1.5, 0.05, 1.0, 0.7, 6.0
_FAR_BIGGER = 5  # times the people of a town of the same name
_SMALL = 4.2  # a region that is not in our table: its name is sooner a city's
_SIZES = {"country": 7.0, "region": 6.3, "site": 5.5, "water": 7.0, "continent": 7.0}


@dataclass(frozen=True, slots=True)
class _Context:
    """What a story tells of where it happens."""

    countries: Mapping[str, int]  # how often each is named
    beside: Mapping[str, tuple[Spot, ...]]  # by key: the countries and regions that stand right beside a name
    certain: tuple[Spot, ...]  # cities, regions and sites of which there is only one
    lands: frozenset[str | None]  # the countries named, and those of the places that are certain
    as_regions: frozenset[int]  # where a name starts that means a region, not its city: "Buffalo, New York"


def find_places(text: str, story: Story, sentences: Sequence[Sentence], names: Sequence[Mention]) -> tuple[Place, ...]:
    """Give every place named in the story, in order, with where it is and whether it is meant as a place.

    `names` are those of parties, which are no places, and those that the model saw as places. What a name means is
    told by the country or region beside it, then by the countries and places of the story, then by its size.
    """
    seen = (*names, *_datelines(text, story))
    found = find_toponyms(text, story.paragraphs, sentences, seen)
    bearers = {name.span.of(text) for name in names if name.schema != "Place" and name.found_by != "model"}
    toponyms = [
        each
        for each in found
        if _is_told(each.span.of(text)) and not _is_sign(text, story, each) and not _is_bearers(text, each, bearers)
    ]
    context = _context(text, story.paragraphs, toponyms)
    spots = [_meaning(toponym, context) for toponym in toponyms]
    home = _home(text, toponyms, spots)
    places = []
    for number, (toponym, spot) in enumerate(zip(toponyms, spots, strict=True), start=1):
        place_id = PlaceId(f"place{number}")
        if spot is None:
            places.append(_unknown(place_id, toponym, text, _country(toponym, context, home)))
        else:
            literal = not _is_government(text, sentences, toponym, spot)
            places.append(_known(place_id, toponym, spot, literal=literal))
    return tuple(places)


def _is_bearers(text: str, toponym: Toponym, bearers: Set[str]) -> bool:
    """Be a place that no table knows, by the name of a party: a ship that a headline names without its article."""
    return not toponym.spots and toponym.word is None and toponym.span.of(text) in bearers


def _is_told(words: str) -> bool:
    """Be written in Latin letters, and no month, as "YANGON, Nov 12 —" has it."""
    return _LATIN.search(words) is not None and words.strip(".").lower() not in MONTHS


def _is_sign(text: str, story: Story, toponym: Toponym) -> bool:
    """Be a sign such as USDT or LNG: capitals that no table has a place for, in a paragraph that has small letters."""
    words = toponym.span.of(text)
    if (
        toponym.spots
        or toponym.word is not None
        or not words.isupper()
        or " " in words
        or is_dateline(text, toponym.span)
    ):
        return False
    inside = next((part for part in story.paragraphs if part.start <= toponym.span.start < part.end), toponym.span)
    return not inside.of(text).isupper()


def _datelines(text: str, story: Story) -> Iterator[Mention]:
    for words in story.datelines:
        if (start := text.find(words, story.span.start, story.span.end)) >= 0:
            yield Mention(span=Span(start, start + len(words)), schema="Place", found_by="rule")


def _context(text: str, paragraphs: Sequence[Span], toponyms: Sequence[Toponym]) -> _Context:
    words = [word for paragraph in paragraphs for word in find_country_words(text, paragraph)]
    beside: dict[str, tuple[Spot, ...]] = {}
    for left, right in pairwise(toponyms):
        between = text[left.span.end : right.span.start]
        for one, other, joint in ((left, right, _JOINED), (right, left, _OWNED)):
            if joint.fullmatch(between) and (spots := _areas(one, other)):
                beside[one.key] = tuple(dict.fromkeys((*beside.get(one.key, ()), *spots)))
    certain = dict.fromkeys(one.spots[0] for one in toponyms if len(one.spots) == 1 and _is_sure(one.spots[0]))
    countries = Counter(word.country for word in words if not (word.ambiguous and word.kind == "name"))
    lands = frozenset((*countries, *(spot.country for spot in certain)))
    regions = frozenset(_read_as_regions(text, toponyms))
    return _Context(countries=countries, beside=beside, certain=tuple(certain), lands=lands, as_regions=regions)


def _is_sure(spot: Spot) -> bool:
    return spot.people >= BIG_CITY or (spot.kind in ("region", "site") and not _is_small(spot))


def _is_small(spot: Spot) -> bool:
    """Be one of GeoNames' regions, of which hardly anybody has heard, and not one of our own table."""
    return spot.kind == "region" and spot.number is not None


def _read_as_regions(text: str, toponyms: Sequence[Toponym]) -> Iterator[int]:
    """Give where a name starts that is a region's by what stands beside it, though a city has it too."""
    for number, one in enumerate(toponyms):
        if {spot.kind for spot in one.spots} >= {"city", "region"}:
            before = toponyms[number - 1] if number else None
            beside = [other for other in (before, *toponyms[number + 1 : number + 2]) if other is not None]
            in_list = any(_are_listed(text, one, other) for other in beside) or _is_in_list(text, toponyms, number)
            of_city = before is not None and _between(text, before, one) == ", " and _lies_in(before, one)
            is_told = _STATE_OF.search(text, max(0, one.span.start - 20), one.span.start) is not None
            if in_list or of_city or is_told or _GOVERNED.match(text, one.span.end):
                yield one.span.start


def _are_listed(text: str, one: Toponym, state: Toponym) -> bool:
    """Stand in one list with a state of the same country; "Santa Ana, California" is none."""
    joint = _between(text, one, state)
    is_list = _is_state(state) and _LISTED.fullmatch(joint) is not None
    countries = {spot.country for spot in one.spots if spot.kind == "region"}
    is_town = joint == ", " and _lies_in(one, state)
    return is_list and not countries.isdisjoint(spot.country for spot in state.spots) and not is_town


def _is_in_list(text: str, toponyms: Sequence[Toponym], number: int) -> bool:
    """Stand in one list with two states, after or before them: "Tennessee, Utah, Washington"."""
    for run in (toponyms[max(0, number - 2) : number + 1], toponyms[number : number + 3]):
        states = sum(map(_is_state, run)) - _is_state(toponyms[number])
        if states == 2 and all(_LISTED.fullmatch(_between(text, left, right)) for left, right in pairwise(run)):
            return True
    return False


def _is_state(toponym: Toponym) -> bool:
    """Be a region's name, and no big city's."""
    is_region = any(spot.kind == "region" for spot in toponym.spots)
    return is_region and all(spot.people < BIG_CITY for spot in toponym.spots)


def _between(text: str, one: Toponym, other: Toponym) -> str:
    first, last = sorted((one.span, other.span))
    return text[first.end : last.start]


def _lies_in(town: Toponym, region: Toponym) -> bool:
    """Be a town in what may be the region, and no part of a city of its name: "Queens, New York"."""
    towns = [spot for spot in town.spots if spot.kind == "city"]
    areas = [spot for spot in region.spots if spot.kind == "region"]
    cities = [spot for spot in region.spots if spot.people >= BIG_CITY]
    if any(_distance(spot, city) < _PART_OF_CITY for spot in towns for city in cities):
        return False
    return any(_nearness(spot, area) > 0 for spot in towns for area in areas)


def _areas(place: Toponym, beside: Toponym) -> tuple[Spot, ...]:
    """Give the countries and regions that a place may lie in by what stands beside it.

    A big city that has a small region of its name is meant by its own: "Caracas, Tehran and Moscow" is a list.
    """
    areas = tuple(spot for spot in beside.spots if spot.kind in ("country", "region"))
    is_city = any(spot.people >= BIG_CITY for spot in beside.spots) and all(map(_is_small, areas))
    return () if is_city and not _lies_in(place, beside) else areas


def _meaning(toponym: Toponym, context: _Context) -> Spot | None:
    """Give the likeliest meaning, or None where a town of that name stands only in countries not spoken of."""
    areas = context.beside.get(toponym.key, ())
    lands = context.lands.union(area.country for area in areas if not _is_small(area))
    spots = [
        spot
        for spot in toponym.spots
        if not (spot.kind == "city" or _is_small(spot)) or spot.people >= KNOWN_CITY or spot.country in lands
    ]
    if toponym.span.start in context.as_regions:
        spots = [spot for spot in toponym.spots if spot.kind == "region"]
    if toponym.tail.lower() in _COUNTIES:
        spots = [spot for spot in spots if _gives_county(spot, areas)]
    if any(area.kind == "region" and not _is_small(area) for area in areas):
        beside = [spot for spot in spots if any(_nearness(spot, area) for area in areas)]
        spots = beside or [spot for spot in spots if spot.kind != "city"]
    spots = [spot for spot in spots if not _is_outshone(spot, spots, areas, context)] or spots
    return max(spots, key=lambda spot: _weight(spot, toponym, context), default=None)


def _is_outshone(spot: Spot, spots: Sequence[Spot], areas: Sequence[Spot], context: _Context) -> bool:
    """Be a town far smaller than a city of its name, where only its country speaks for it: Geneva, New York."""
    biggest = max((other.people for other in spots), default=0)
    if spot.kind != "city" or biggest < KNOWN_CITY or spot.people * _FAR_BIGGER > biggest:
        return False
    is_beside = any(_nearness(spot, area) for area in areas)
    return not is_beside and not any(_distance(spot, other) < NEAR for other in context.certain)


def _gives_county(spot: Spot, areas: Sequence[Spot]) -> bool:
    """Be near the state beside, or a city's; American counties need no town of their name."""
    is_near = any(_distance(spot, area) < NEAR for area in areas if area.kind == "region")
    return is_near or spot.country != "us" or spot.people >= KNOWN_CITY


def _weight(spot: Spot, toponym: Toponym, context: _Context) -> float:
    is_small = _is_small(spot) and not toponym.tail
    weight = _SMALL if is_small else _SIZES.get(spot.kind, math.log10(spot.people + 1000))
    if named := context.countries.get(spot.country or "", 0):
        weight += _NAMED + _EACH_NAMING * min(named, 10)
    if toponym.word is not None and toponym.word.kind == "capital" and _is_seat(toponym, spot):
        weight += _CAPITAL
    if any(spot is not other and _distance(spot, other) < NEAR for other in context.certain):
        weight += _NEARBY
    return weight + max((_nearness(spot, area) for area in context.beside.get(toponym.key, ())), default=0.0)


def _nearness(spot: Spot, area: Spot) -> float:
    """Count for most where the place lies in the area named beside it, and the more the nearer its middle."""
    if spot.country != area.country or spot.kind == area.kind:
        return 0.0
    if area.kind == "country":
        return _BESIDE
    distance = _distance(spot, area)
    return _BESIDE + 1 - distance / IN_REGION if distance < IN_REGION else 0.0


def _distance(one: Spot, other: Spot) -> float:
    """Give the kilometres between two places, by the great circle."""
    north, south = math.radians(one.lat), math.radians(other.lat)
    east = math.radians(other.lon - one.lon)
    haversine = math.sin((south - north) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(east / 2) ** 2
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(haversine)))


def _is_seat(toponym: Toponym, spot: Spot) -> bool:
    """Be the capital that the word means; Brussels is the European Union's."""
    return toponym.word is not None and toponym.word.country in (spot.country, "eu")


def _home(text: str, toponyms: Sequence[Toponym], spots: Sequence[Spot | None]) -> str | None:
    """Give the country that the story is datelined from, or the only one that it is about, or None."""
    for index, (toponym, spot) in enumerate(zip(toponyms, spots, strict=True)):
        if is_dateline(text, toponym.span):
            known = spot or next(iter(spots[index + 1 : index + 2]), None)
            return known.country if known else None
    countries = {spot.country for spot in spots if spot is not None and spot.country is not None}
    return countries.pop() if len(countries) == 1 else None


def _country(toponym: Toponym, context: _Context, home: str | None) -> str | None:
    """Give the country of a place that no table knows: the one beside it, or the story's own."""
    areas = context.beside.get(toponym.key, ())
    if areas:
        return areas[0].country
    return None if toponym.spots else home


def _is_government(text: str, sentences: Sequence[Sentence], toponym: Toponym, spot: Spot) -> bool:
    is_capital = toponym.word is not None and toponym.word.kind == "capital" and spot.kind == "city"
    is_short = toponym.span.of(text) in SHORT_NAMES  # stands in news as a capital does
    if not (is_short or (is_capital and _is_seat(toponym, spot))) or is_dateline(text, toponym.span):
        return False
    at = bisect_right(sentences, toponym.span.start, key=lambda sentence: sentence.span.start) - 1
    return at >= 0 and stands_for_government(sentences[at], toponym.span)


def _unknown(place_id: PlaceId, toponym: Toponym, text: str, country: str | None) -> Place:
    words = toponym.span.of(text)
    return Place(id=place_id, name=words.title() if words.isupper() else words, span=toponym.span, country=country)


def _known(place_id: PlaceId, toponym: Toponym, spot: Spot, *, literal: bool) -> Place:
    return Place(
        id=place_id,
        name=spot.name if _is_small(spot) else f"{spot.name} {toponym.tail}".strip(),
        span=toponym.span,
        geonames_id=None if toponym.tail and spot.kind == "city" else spot.number,
        country=spot.country,
        lat=spot.lat,
        lon=spot.lon,
        literal=literal,
    )
