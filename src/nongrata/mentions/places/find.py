"""The places of a story: each name of a place, with the one place that it means here."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from nongrata.articles import Story
from nongrata.mentions.gazetteer import Spot
from nongrata.mentions.places.context import Context, context_of, with_neighbours
from nongrata.mentions.places.countries import SHORT_NAMES, Toponym
from nongrata.mentions.places.evidence import is_dateline
from nongrata.mentions.places.lists import LISTED
from nongrata.mentions.places.meaning import is_seat, meaning_of
from nongrata.mentions.places.metonyms import stands_for_government
from nongrata.mentions.places.near import is_small
from nongrata.mentions.places.scene import sentence_at
from nongrata.mentions.places.toponyms import find_toponyms
from nongrata.mentions.record import Mention, Place, PlaceId, Sentence
from nongrata.values import Span
from nongrata.values.dates import MONTHS

_SITE = re.compile(
    r" (?:prison|jail|camp|airport|airfield|air ?base|base|mine|hospital|(?:oil|gas) ?field|refinery|crossing"
    r"|checkpoint|bridge|dam|market|bazaar|square|street|road|school)\b"
)
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")


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
    context = context_of(text, story.paragraphs, toponyms)
    context = with_neighbours(context, toponyms)
    spots = [meaning_of(toponym, context) for toponym in toponyms]
    home, lands = _home(text, toponyms, spots, context), _lands_by_sentence(sentences, toponyms, spots)
    places = []
    for number, (toponym, spot) in enumerate(zip(toponyms, spots, strict=True), start=1):
        place_id = PlaceId(f"place{number}")
        if spot is None:
            around = lands.get(_sentence_start(sentences, toponym), set())
            places.append(
                _unknown(place_id, toponym, text, _country(text, toponym, context, _agreed(toponym, home, around)))
            )
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


def _home(text: str, toponyms: Sequence[Toponym], spots: Sequence[Spot | None], context: Context) -> str | None:
    """Give the country that the story is datelined from, if none is named far oftener; or the only or leading one."""
    for index, (toponym, spot) in enumerate(zip(toponyms, spots, strict=True)):
        if is_dateline(text, toponym.span):
            known = spot or next(iter(spots[index + 1 : index + 2]), None)
            home = known.country if known else None
            most = max(context.countries.values(), default=0)
            return home if home and 2 * context.countries.get(home, 0) >= most else _leader(context)
    countries = {spot.country for spot in spots if spot is not None and spot.country is not None}
    return countries.pop() if len(countries) == 1 else _leader(context)


def _leader(context: Context) -> str | None:
    """Give the country that is named at least twice, and twice as often as any other."""
    ranked = sorted(context.countries, key=lambda country: -context.countries[country])[:2]
    first, second = ([context.countries[country] for country in ranked] + [0, 0])[:2]
    return ranked[0] if first >= max(2, 2 * second) else None


def _lands_by_sentence(
    sentences: Sequence[Sentence], toponyms: Sequence[Toponym], spots: Sequence[Spot | None]
) -> Mapping[int, Set[str]]:
    """Give the countries of the places that stand in one sentence, by where it starts."""
    lands: defaultdict[int, set[str]] = defaultdict(set)
    for toponym, spot in zip(toponyms, spots, strict=True):
        if spot is not None and spot.country is not None:
            lands[_sentence_start(sentences, toponym)].add(spot.country)
    return lands


def _sentence_start(sentences: Sequence[Sentence], toponym: Toponym) -> int:
    sentence = sentence_at(sentences, toponym.span)
    return sentence.span.start if sentence else -1


def _agreed(toponym: Toponym, home: str | None, around: Set[str]) -> str | None:
    """Give the story's own country, unless the sentence speaks only of others; of a list, the one it speaks of."""
    if toponym.tail == LISTED and len(around) == 1:
        return next(iter(around))
    return home if home in around or not around else None


def _country(text: str, toponym: Toponym, context: Context, home: str | None) -> str | None:
    """Give the country of a place that no table knows: the one beside it, or the story's own, as that of a prison
    that is called as some town elsewhere."""
    areas = [
        area for area in context.beside.get(toponym.key, ()) if not is_small(area) or area.country in context.lands
    ]
    if areas:
        return areas[0].country
    return home if toponym.tail or not toponym.spots or _SITE.match(text, toponym.span.end) else None


def _is_government(text: str, sentences: Sequence[Sentence], toponym: Toponym, spot: Spot) -> bool:
    is_capital = toponym.word is not None and toponym.word.kind == "capital" and spot.kind == "city"
    is_short = toponym.span.of(text) in SHORT_NAMES  # stands in news as a capital does
    if not (is_short or (is_capital and is_seat(toponym, spot))) or is_dateline(text, toponym.span):
        return False
    sentence = sentence_at(sentences, toponym.span)
    return sentence is not None and stands_for_government(sentence, toponym.span)


def _unknown(place_id: PlaceId, toponym: Toponym, text: str, country: str | None) -> Place:
    words = toponym.span.of(text)
    return Place(id=place_id, name=words.title() if words.isupper() else words, span=toponym.span, country=country)


def _known(place_id: PlaceId, toponym: Toponym, spot: Spot, *, literal: bool) -> Place:
    return Place(
        id=place_id,
        name=spot.name if is_small(spot) else f"{spot.name} {toponym.tail}".strip(),
        span=toponym.span,
        geonames_id=None if toponym.tail and spot.kind == "city" else spot.number,
        country=spot.country,
        lat=spot.lat,
        lon=spot.lon,
        literal=literal,
    )
