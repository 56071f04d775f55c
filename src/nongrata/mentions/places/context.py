"""What a story tells of where it happens: the countries it names, what stands beside a name, what is certain."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from nongrata.mentions.gazetteer import Spot
from nongrata.mentions.places.cities import BIG_CITY
from nongrata.mentions.places.countries import Toponym
from nongrata.mentions.places.near import is_own_name, is_small, lies_in
from nongrata.values import Span
from nongrata.values.countries import find_country_words

_PART = r"(?:the )?(?:(?:(?:north|south)?(?:east|west)|north|south)(?:ern)? |central |upper |lower )?"
_SORT = r"(?:city|town|village|hamlet|suburb|port|capital|township|community|district|area)"
_JOINED = re.compile(  # "Adre in eastern Chad", "Wyryki, a village in Poland", "Nyala, the capital of"
    rf",? \(?|,?(?: located)? in {_PART}|, (?:an?|the) (?:[a-z]+ ){{0,3}}{_SORT} (?:in|of|near) {_PART}"
)
_LISTED = re.compile(r",? (?:and |or )?|, ")
_STATE_OF = re.compile(r"\b(?:state|province|region|territory) of $")
_GOVERNED = re.compile(r" (?:Gov(?:ernor|\.)|Attorney General|Legislature|[Ss]tate )")
_FAR_BIGGER = 10  # times all other cities of the name
_OWNED = re.compile(
    rf"[’']s (?:[a-z]+ ){{0,4}}| (?:neighbou?rhood|{_SORT}) of "
)  # "Chad's Adre", "the Abidjan suburb of"


@dataclass(frozen=True, slots=True)
class Context:
    """What a story tells of where it happens."""

    countries: Mapping[str, int]  # how often each is named
    beside: Mapping[str, tuple[Spot, ...]]  # by key: the countries and regions that stand right beside a name
    certain: tuple[Spot, ...]  # cities, regions and sites of which there is only one
    lands: frozenset[str | None]  # the countries named, and those of the places that are certain
    as_regions: frozenset[int]  # where a name starts that means a region, not its city: "Buffalo, New York"


def context_of(text: str, paragraphs: Sequence[Span], toponyms: Sequence[Toponym]) -> Context:
    """Give what the names of places in these paragraphs tell of one another."""
    words = [word for paragraph in paragraphs for word in find_country_words(text, paragraph)]
    beside: dict[str, tuple[Spot, ...]] = {}
    for left, right in pairwise(toponyms):
        between = text[left.span.end : right.span.start]
        for one, other, joint in ((left, right, _JOINED), (right, left, _OWNED)):
            if joint.fullmatch(between) and (spots := _areas(one, other)):
                beside[one.key] = tuple(dict.fromkeys((*beside.get(one.key, ()), *spots)))
    certain = dict.fromkeys(one.spots[0] for one in toponyms if _is_sure(one))
    told = {one.span for one in toponyms if len(one.spots) == 1}  # Chad, where nobody of that name is meant
    countries = Counter(
        word.country for word in words if not (word.ambiguous and word.kind == "name") or word.span in told
    )
    lands = frozenset((*countries, *(spot.country for spot in certain)))
    regions = frozenset(_read_as_regions(text, toponyms))
    return Context(countries=countries, beside=beside, certain=tuple(certain), lands=lands, as_regions=regions)


def with_neighbours(context: Context, toponyms: Sequence[Toponym]) -> Context:
    """Add the towns and regions that are alone of their name in the story's countries: others lie near them."""
    at_home = ([spot for spot in one.spots if spot.country in context.lands] for one in toponyms if _is_open(one))
    alone = (spots[0] for spots in at_home if len(spots) == 1 and spots[0].kind in ("city", "district", "region"))
    return replace(context, certain=tuple(dict.fromkeys((*context.certain, *alone))))


def _is_open(toponym: Toponym) -> bool:
    """Be no country or capital, but for Georgia, which is a state, too."""
    return toponym.word is None or (len(toponym.spots) > 1 and toponym.word.kind == "name")


def _is_sure(toponym: Toponym) -> bool:
    """Be one region or site of our table, or a big city, by its own name, beside which the others of it are small."""
    spots = toponym.spots
    if len(spots) == 1 and spots[0].kind in ("region", "site"):
        return not is_small(spots[0])
    people = [spot.people for spot in spots if spot.kind == "city"]
    is_big = (
        max(people, default=0) >= BIG_CITY
        and (toponym.word is not None or is_own_name(spots[0], toponym))
        and sum(people) * _FAR_BIGGER < max(people) * (_FAR_BIGGER + 1)
    )
    return is_big and all(spot.kind == "city" or is_small(spot) for spot in spots)


def _read_as_regions(text: str, toponyms: Sequence[Toponym]) -> Iterator[int]:
    """Give where a name starts that is a region's by what stands beside it, though a city has it too."""
    for number, one in enumerate(toponyms):
        if {spot.kind for spot in one.spots} >= {"city", "region"}:
            before = toponyms[number - 1] if number else None
            beside = [other for other in (before, *toponyms[number + 1 : number + 2]) if other is not None]
            in_list = any(_are_listed(text, one, other) for other in beside) or _is_in_list(text, toponyms, number)
            of_city = before is not None and _between(text, before, one) == ", " and lies_in(before, one)
            is_told = _STATE_OF.search(text, max(0, one.span.start - 20), one.span.start) is not None
            if in_list or of_city or is_told or _GOVERNED.match(text, one.span.end):
                yield one.span.start


def _are_listed(text: str, one: Toponym, state: Toponym) -> bool:
    """Stand in one list with a state of the same country; "Santa Ana, California" is none."""
    joint = _between(text, one, state)
    is_list = _is_state(state) and _LISTED.fullmatch(joint) is not None
    countries = {spot.country for spot in one.spots if spot.kind == "region"}
    is_town = joint == ", " and lies_in(one, state)
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


def _areas(place: Toponym, beside: Toponym) -> tuple[Spot, ...]:
    """Give the countries and regions that a place may lie in by what stands beside it.

    A big city that has a small region of its name is meant by its own: "Caracas, Tehran and Moscow" is a list.
    """
    areas = tuple(spot for spot in beside.spots if spot.kind in ("country", "region", "district"))
    is_city = not beside.tail and any(spot.people >= BIG_CITY for spot in beside.spots) and all(map(is_small, areas))
    return () if is_city and not lies_in(place, beside) else areas
