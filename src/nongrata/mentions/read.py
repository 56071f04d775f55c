"""Read one story: its sentences, names, places, equipment and times, made to agree with one another."""

from __future__ import annotations

from dataclasses import replace

from nongrata.articles import Story
from nongrata.mentions.equipment import find_equipment
from nongrata.mentions.model import parse_story
from nongrata.mentions.names import KnownNames, find_names
from nongrata.mentions.places import find_places
from nongrata.mentions.record import Equipment, Mention, Place, PlaceId, Reading
from nongrata.mentions.times import find_times
from nongrata.values import Span, overlaps_any


def read_story(text: str, story: Story, *, known: KnownNames, prefix: str = "") -> Reading:
    """Give all that stands in a story, each with its span. Nothing is both equipment or a place and a name."""
    parsed = parse_story(text, story)
    equipment = find_equipment(text, story.span)
    names = find_names(text, story, parsed, known)
    seen = (*names, *(name for name in parsed.names if name.schema == "Place"))
    places = find_places(text, story, parsed.sentences, seen)
    return Reading(
        sentences=parsed.sentences,
        names=tuple(name for name in names if _is_party(text, name, story, places, equipment)),
        places=tuple(replace(place, id=PlaceId(prefix + place.id)) for place in places),
        equipment=tuple(replace(item, id=prefix + item.id) for item in equipment),
        times=find_times(text, parsed.sentences, story.published.on),
        model=parsed.model,
    )


def _is_party(
    text: str, name: Mention, story: Story, places: tuple[Place, ...], equipment: tuple[Equipment, ...]
) -> bool:
    """Be no weapon, no bare place that the model took for a body, and not the agency that sends the story."""
    if overlaps_any(name.span, (item.span for item in equipment)):
        return False
    if name.found_by == "model" and any(place.span.covers(name.span) for place in places):
        return False
    return not (
        story.agency and name.span.of(text).casefold() == story.agency.casefold() and _in_credit(text, name.span)
    )


def _in_credit(text: str, span: Span) -> bool:
    return (
        text[max(0, span.start - 1) : span.start] in ("(", "/") or "via " in text[max(0, span.start - 5) : span.start]
    )
