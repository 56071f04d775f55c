"""What a name of a place means here: by what stands beside it, by the story, by its size."""

from __future__ import annotations

import math
from collections.abc import Sequence

from nongrata.mentions.gazetteer import Spot, folded
from nongrata.mentions.places.cities import KNOWN_CITY
from nongrata.mentions.places.context import Context
from nongrata.mentions.places.countries import Toponym
from nongrata.mentions.places.near import is_beside, is_close, is_own_name, is_small, nearness

_COUNTIES = frozenset({"county", "parish"})
# What speaks for a meaning. People count in powers of ten: a country named is worth thirty times the people.
_NAMED, _EACH_NAMING, _CAPITAL, _NEARBY, _BESIDE = 1.5, 0.05, 1.0, 0.7, 0.6
_SPOKEN, _MOST_BESIDE = 0.5, 3  # where only towns and states tell the country; towns a short drive away
_OTHER_NAME = 1.0  # Callao is called El Callao, too, but El Callao is nothing else
_FAR_BIGGER = 5  # times the people of a town of the same name
_SMALL = 4.2  # a region that is not in our table: its name is sooner a city's
_SIZES = {"country": 7.0, "region": 6.3, "district": 6.0, "site": 5.5, "water": 7.0, "continent": 7.0}


def meaning_of(toponym: Toponym, context: Context) -> Spot | None:
    """Give the likeliest meaning, or None where a town of that name stands only in countries not spoken of."""
    areas = context.beside.get(toponym.key, ())
    lands = context.lands.union(area.country for area in areas if not is_small(area))
    spots = [
        spot
        for spot in toponym.spots
        if not (spot.kind == "city" or is_small(spot)) or _is_known(spot, toponym) or spot.country in lands
    ] or _sole_region(toponym)
    if toponym.span.start in context.as_regions:
        spots = [spot for spot in toponym.spots if spot.kind == "region"]
    if toponym.tail.lower() in _COUNTIES:
        spots = [spot for spot in spots if _gives_county(spot, areas)]
    if any(area.kind == "region" and not is_small(area) for area in areas):
        beside = [spot for spot in spots if any(nearness(spot, area) for area in areas)]
        spots = beside or [spot for spot in spots if spot.kind != "city"]
    spots = _without_namesakes(spots, areas, context)
    spots = [spot for spot in spots if not _is_outshone(spot, spots, areas, context)] or spots
    return max(spots, key=lambda spot: _weight(spot, toponym, context), default=None)


def _is_known(spot: Spot, toponym: Toponym) -> bool:
    """Be a city that a story may name without its country, by its own name: to few is Thane known as Tanna."""
    return spot.people >= KNOWN_CITY and (toponym.word is not None or is_own_name(spot, toponym))


def _without_namesakes(spots: list[Spot], areas: Sequence[Spot], context: Context) -> list[Spot]:
    """Leave out districts of one name that nothing near tells apart: there are eleven Scott Counties."""
    if sum(spot.kind == "district" for spot in spots) < 2:
        return spots
    return [spot for spot in spots if spot.kind != "district" or _is_near(spot, areas, context)]


def _is_near(spot: Spot, areas: Sequence[Spot], context: Context) -> bool:
    """Lie in an area named beside it, or close to a place that is certain."""
    in_area = any(nearness(spot, area) for area in areas if area.kind != "country")
    return in_area or any(is_close(spot, other) for other in context.certain)


def _sole_region(toponym: Toponym) -> list[Spot]:
    """Give the only region of a name that calls itself one: "the Kvemo-Kartli region"."""
    regions = [spot for spot in toponym.spots if is_small(spot)]
    return regions if toponym.tail and len(regions) == 1 else []


def _is_outshone(spot: Spot, spots: Sequence[Spot], areas: Sequence[Spot], context: Context) -> bool:
    """Be a town far smaller than a city of its name, where only its country speaks for it: Geneva, New York."""
    biggest = max((other.people for other in spots if folded(other.name) == folded(spot.name)), default=0)
    if spot.kind != "city" or biggest < KNOWN_CITY or spot.people * _FAR_BIGGER > biggest:
        return False
    return not _is_near(spot, areas, context) and not any(nearness(spot, area) for area in areas)


def _gives_county(spot: Spot, areas: Sequence[Spot]) -> bool:
    """Be near the state beside, or a city's; American counties need no town of their name."""
    is_near = any(is_close(spot, area) for area in areas if area.kind == "region")
    return is_near or spot.country != "us" or spot.people >= KNOWN_CITY


def _weight(spot: Spot, toponym: Toponym, context: Context) -> float:
    weight = _SMALL if is_small(spot) and not toponym.tail else _SIZES.get(spot.kind, math.log10(spot.people + 1000))
    if spot.kind == "city" and not is_own_name(spot, toponym):
        weight -= _OTHER_NAME
    if named := context.countries.get(spot.country or "", 0):
        weight += _NAMED + _EACH_NAMING * min(named, 10)
    elif spot.country in context.lands:
        weight += _SPOKEN
    if toponym.word is not None and toponym.word.kind == "capital" and is_seat(toponym, spot):
        weight += _CAPITAL
    others = [other for other in context.certain if other not in toponym.spots]
    if any(is_close(spot, other) for other in others):
        weight += _NEARBY
    weight += _BESIDE * min(sum(is_beside(spot, other) for other in others), _MOST_BESIDE)
    return weight + max((nearness(spot, area) for area in context.beside.get(toponym.key, ())), default=0.0)


def is_seat(toponym: Toponym, spot: Spot) -> bool:
    """Be the capital that the word means; Brussels is the European Union's."""
    return toponym.word is not None and toponym.word.country in (spot.country, "eu")
