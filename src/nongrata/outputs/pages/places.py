"""Places on a map: which part of the world is shown, where each dot and its name stand. No map comes from outside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nongrata.mentions import Place
from nongrata.outputs.words import one_line
from nongrata.values import fold
from nongrata.values.countries import country_name

_LEAST = 24.0  # degrees of longitude that are shown at the least: nearer, the coast is too coarse
_ASPECT = 2.1
_LETTER, _SIZE = 0.72, 2.5  # a wide face's letter in its height; a name's height in hundredths of the map's width


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A place on the map, in the map's own units: degrees, south is down. A name that has no room is not shown."""

    name: str
    x: float
    y: float
    label: tuple[float, float, str] | None = None  # where its name stands: x, y, and which end of it is there


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """The part of the world that holds all places."""

    left: float
    top: float
    width: float
    height: float
    dots: tuple[Dot, ...]

    @property
    def unit(self) -> float:
        """A hundredth of the map's width: dots and letters are so many of it."""
        return self.width / 100


def map_of(places: Iterable[Place]) -> Map | None:
    """Give the map of the places that are meant as places; None where none has coordinates.

    A country is shown only where nothing nearer is told: its middle is nowhere in particular.
    """
    found = [place for place in places if place.lat is not None and place.lon is not None]
    found = [place for place in found if place.literal] or found
    found = [place for place in found if not _is_country(place)] or found
    at = {(place.lon or 0.0, -(place.lat or 0.0)): one_line(place.name) for place in found}
    if not at:
        return None
    xs, ys = [x for x, _y in at], [y for _x, y in at]
    width = min(360.0, max(1.5 * (max(xs) - min(xs)), 1.6 * _ASPECT * (max(ys) - min(ys)), _LEAST))
    height = width / _ASPECT
    left = min(max(-180.0, (min(xs) + max(xs) - width) / 2), 180.0 - width)
    top = min(max(-90.0, (min(ys) + max(ys) - height) / 2), 90.0 - height)
    return Map(left=left, top=top, width=width, height=height, dots=tuple(_dots(at, left, width)))


def _is_country(place: Place) -> bool:
    return place.country is not None and fold(country_name(place.country)) == fold(place.name)


Box = tuple[float, float, float, float]  # left, top, right, bottom


def _dots(at: dict[tuple[float, float], str], left: float, width: float) -> Iterator[Dot]:
    """Give each dot, its name right of it, left, above or below: the first that meets no other name or dot."""
    unit = width / 100
    taken: list[Box] = [(x - unit, y - unit, x + unit, y + unit) for x, y in at]
    for (x, y), name in at.items():
        dot = Dot(name=name, x=x, y=y)
        for label, box in _ways(x, y, len(name) * _LETTER * _SIZE * unit, unit):
            is_inside = box[0] >= left and box[2] <= left + width
            if is_inside and not any(_meet(box, other) for other in taken):
                taken.append(box)
                dot = Dot(name=name, x=x, y=y, label=label)
                break
        yield dot


def _ways(x: float, y: float, long: float, unit: float) -> Iterator[tuple[tuple[float, float, str], Box]]:
    high, gap = _SIZE * unit, 1.6 * unit
    yield (x + gap, y + high * 0.35, "start"), (x + gap, y - high / 2, x + gap + long, y + high / 2)
    yield (x - gap, y + high * 0.35, "end"), (x - gap - long, y - high / 2, x - gap, y + high / 2)
    yield (x, y - gap, "middle"), (x - long / 2, y - gap - high, x + long / 2, y - gap)
    yield (x, y + gap + high * 0.8, "middle"), (x - long / 2, y + gap, x + long / 2, y + gap + high)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
