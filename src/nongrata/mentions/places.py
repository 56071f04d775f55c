"""The places of a story: each name of a place, with the one place that it means here."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nongrata.articles import Story
from nongrata.mentions.evidence import is_dateline
from nongrata.mentions.gazetteer import Spot
from nongrata.mentions.metonyms import stands_for_government
from nongrata.mentions.record import Mention, Place, PlaceId, Sentence
from nongrata.mentions.toponyms import BIG_CITY, Toponym, find_toponyms
from nongrata.values import Span
from nongrata.values.countries import find_country_words

KNOWN_CITY = 100_000  # people: may be meant in a story that does not speak of its country
NEAR = 300.0  # km: places of one story stand together
IN_REGION = 1200.0  # km from the middle of a region to its edge, at most
_EARTH = 6371.0  # km, mean radius
_JOINED = re.compile(r",? \(?| in (?:the )?")
_OWNED = re.compile(r"[’']s (?:[a-z]+ ){0,4}")
# What speaks for a meaning. People count in powers of ten: a country named is worth thirty times the people.
_NAMED, _EACH_NAMING, _CAPITAL, _NEARBY, _BESIDE = 1.5, 0.05, 1.0, 0.7, 6.0
_SIZES = {"country": 7.0, "region": 6.3, "site": 5.5, "water": 7.0, "continent": 7.0}


@dataclass(frozen=True, slots=True)
class _Context:
    """What a story tells of where it happens."""

    countries: Mapping[str, int]  # how often each is named
    beside: Mapping[str, tuple[Spot, ...]]  # by key: the countries and regions that stand right beside a name
    certain: tuple[Spot, ...]  # cities, regions and sites of which there is only one
    lands: frozenset[str | None]  # the countries named, and those of the places that are certain


def find_places(text: str, story: Story, sentences: Sequence[Sentence], names: Sequence[Mention]) -> tuple[Place, ...]:
    """Give every place named in the story, in order, with where it is and whether it is meant as a place.

    `names` are those of parties, which are no places, and those that the model saw as places. What a name means is
    told by the country or region beside it, then by the countries and places of the story, then by its size.
    """
    seen = (*names, *_datelines(text, story))
    toponyms = find_toponyms(text, story.paragraphs, sentences, seen)
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
            if joint.fullmatch(between) and (spots := _areas(other)):
                beside[one.key] = tuple(dict.fromkeys((*beside.get(one.key, ()), *spots)))
    certain = dict.fromkeys(
        one.spots[0]
        for one in toponyms
        if len(one.spots) == 1 and (one.spots[0].kind in ("region", "site") or one.spots[0].people >= BIG_CITY)
    )
    countries = Counter(word.country for word in words if not (word.ambiguous and word.kind == "name"))
    lands = frozenset((*countries, *(spot.country for spot in certain)))
    return _Context(countries=countries, beside=beside, certain=tuple(certain), lands=lands)


def _areas(toponym: Toponym) -> tuple[Spot, ...]:
    return tuple(spot for spot in toponym.spots if spot.kind in ("country", "region"))


def _meaning(toponym: Toponym, context: _Context) -> Spot | None:
    """Give the likeliest meaning, or None where a town of that name stands only in countries not spoken of."""
    areas = context.beside.get(toponym.key, ())
    spots = [
        spot
        for spot in toponym.spots
        if spot.kind != "city" or spot.people >= KNOWN_CITY or spot.country in context.lands
    ]
    if any(area.kind == "region" for area in areas):
        beside = [spot for spot in spots if any(_nearness(spot, area) for area in areas)]
        spots = beside or [spot for spot in spots if spot.kind != "city"]
    return max(spots, key=lambda spot: _weight(spot, toponym, context), default=None)


def _weight(spot: Spot, toponym: Toponym, context: _Context) -> float:
    weight = _SIZES.get(spot.kind, math.log10(spot.people + 1000))
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
    if toponym.word is None or toponym.word.kind != "capital" or not _is_seat(toponym, spot):
        return False
    if is_dateline(text, toponym.span):
        return False
    at = bisect_right(sentences, toponym.span.start, key=lambda sentence: sentence.span.start) - 1
    return at >= 0 and stands_for_government(sentences[at], toponym.span)


def _unknown(place_id: PlaceId, toponym: Toponym, text: str, country: str | None) -> Place:
    words = toponym.span.of(text)
    return Place(id=place_id, name=words.title() if words.isupper() else words, span=toponym.span, country=country)


def _known(place_id: PlaceId, toponym: Toponym, spot: Spot, *, literal: bool) -> Place:
    return Place(
        id=place_id,
        name=f"{spot.name} {toponym.tail}".strip(),
        span=toponym.span,
        geonames_id=None if toponym.tail else spot.number,
        country=spot.country,
        lat=spot.lat,
        lon=spot.lon,
        literal=literal,
    )
