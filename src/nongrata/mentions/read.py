"""Read one story: its sentences, names, places, equipment and times, made to agree with one another."""

from __future__ import annotations

import re
from dataclasses import replace

from nongrata.articles import Story
from nongrata.mentions.arms import find_arms
from nongrata.mentions.equipment import find_equipment
from nongrata.mentions.identifiers import find_identifiers
from nongrata.mentions.model import parse_story
from nongrata.mentions.names.find import find_names
from nongrata.mentions.names.listed import KnownNames, nobody
from nongrata.mentions.places.find import find_places
from nongrata.mentions.record import Equipment, IdNumber, Mention, Place, PlaceId, Reading
from nongrata.mentions.times.find import find_times
from nongrata.values import Span
from nongrata.values.placed import Placed

_FILED = re.compile(r"[^\W\d_a-z][^\n()]{2,80} \(")  # "RIGA, Aug. 19 (", and an agency that no table knows
_IN_DATELINE = re.compile(r"\) ?(?:--?|[–—]) ?")
_IN_A_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Ff]rom|[Tt]o|[Nn]ear|[Oo]utside|[Ii]nto|[Vv]ia|[Aa]round|city of|port of) $"
)
_CREDIT = re.compile(r"\b(?:via|[Hh]andout|[Pp]hoto|[Cc]ourtesy)\b")

_CREDITED = re.compile(  # "… in the village. Photo: SNA"
    r"(?<=[.!?”] )(?:Photo(?:graph)?|PHOTO|Picture|Image|Credit)s?(?::| by| \||/) ?(?:[A-Z][\w.’'-]*[ /,]*){1,5}$"
)


def read_story(text: str, story: Story, *, known: KnownNames, called: KnownNames = nobody, prefix: str = "") -> Reading:
    """Give all that stands in a story, each with its span. Nothing is both equipment or a place and a name.

    `known` knows the lists' whole names, `called` the words by which news calls listed bodies for short.
    """
    parsed = parse_story(text, story)
    equipment = find_equipment(text, story.span)
    numbers = tuple(number for paragraph in story.paragraphs for number in find_identifiers(text, paragraph))
    numbered = Placed((number.whole, number) for number in numbers)
    names = tuple(
        name for name in find_names(text, story, parsed, known, called) if not _is_in_number(name.span, numbered)
    )
    seen = (*names, *(name for name in parsed.names if name.schema == "Place"))
    places = find_places(text, story, parsed.sentences, seen)
    placed, armed = (Placed((place.span, place) for place in places), Placed((item.span, item) for item in equipment))
    parties = tuple(name for name in names if _is_party(text, name, story, placed, armed))
    named = Placed((name.span, name) for name in parties)
    times = find_times(text, parsed.sentences, story.published.on)
    return Reading(
        sentences=parsed.sentences,
        names=parties,
        places=tuple(replace(place, id=PlaceId(prefix + place.id)) for place in places),
        equipment=tuple(replace(item, id=prefix + item.id) for item in equipment),
        arms=tuple(item for item in find_arms(text, story.span) if not armed.touching(item.span)),
        times=tuple(time for time in times if not _is_in_name(time.span, named)),
        identifiers=numbers,
        model=parsed.model,
    )


def _is_party(text: str, name: Mention, story: Story, places: Placed[Place], equipment: Placed[Equipment]) -> bool:
    """Be no weapon, no dateline, no bare place that the model took for a body, and not the agency of the story."""
    if equipment.touching(name.span):
        return False
    if _is_whereabouts(text, name, places):
        return False
    if name.found_by == "model" and any(span.covers(name.span) for span, _place in places.touching(name.span)):
        return False
    if all(part.strip() in story.datelines for part in name.span.of(text).split("/")):
        return False
    if _IN_DATELINE.match(text, name.span.end) and _FILED.fullmatch(
        text, text.rfind("\n", 0, name.span.start) + 1, name.span.start
    ):
        return False
    is_agency = story.agency is not None and name.span.of(text).casefold() == story.agency.casefold()
    return not (
        _in_picture_credit(text, name.span) or (is_agency and text[name.span.start - 1 : name.span.start] == "(")
    )


def _is_whereabouts(text: str, name: Mention, places: Placed[Place]) -> bool:
    """Be the city in which something happens, whatever a list has of its name: "to meet in | Astrakhan"."""
    if " " in name.span.of(text) or not _IN_A_PLACE.search(text, max(0, name.span.start - 12), name.span.start):
        return False
    return any(span == name.span and place.geonames_id is not None for span, place in places.touching(name.span))


def _is_in_number(span: Span, numbers: Placed[IdNumber]) -> bool:
    """Be a number that names a party, or its label: "IMO", "LEI"; an aircraft's tail number is its name as well."""
    return any(whole.covers(span) and number.kind != "tail_number" for whole, number in numbers.touching(span))


def _is_in_name(span: Span, names: Placed[Mention]) -> bool:
    """Be a part of a party's name: "March 23 Movement"."""
    return any(name.covers(span) and len(name) > len(span) for name, _mention in names.touching(span))


def _in_picture_credit(text: str, span: Span) -> bool:
    """Stand where a caption says whose picture it is: "(Government of Russia via Telegram/Handout via Reuters)"."""
    line = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    credited = _CREDITED.search(text[line[0] : line[1] if line[1] >= 0 else None][-120:])
    if credited is not None and span.of(text) in credited[0]:
        return True
    start = max(text.rfind("\n", 0, span.start), text.rfind(")", 0, span.start)) + 1
    opening, closing = text.find("(", start, span.start), text.find(")", span.end, span.end + 120)
    return opening >= 0 and closing >= 0 and _CREDIT.search(text, opening, closing) is not None
