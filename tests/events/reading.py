"""Stories for the tests of events: our own sentences, read by the model, with the parties that a test names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from nongrata.articles import Published, Story
from nongrata.events import Actor, Event, Government, Unnamed
from nongrata.events.find import find_events
from nongrata.mentions import Reading, Time
from nongrata.mentions.model import parse_story
from nongrata.mentions.times.find import find_times
from nongrata.parties import Cast, Fact, Party, PartyId, PartyMention
from nongrata.values import Span

PUBLISHED = date(2024, 5, 17)  # a Friday


def story_of(text: str) -> Story:
    """Give a text as one story without title; each line is a paragraph."""
    paragraphs = tuple(Span(match.start(), match.end()) for match in re.finditer(r"[^\n]+", text))
    return Story(
        span=Span(0, len(text)), published=Published(on=PUBLISHED, basis="given"), paragraphs=paragraphs, title=None
    )


def events_in(text: str, people: Mapping[str, str] | None = None, bodies: tuple[str, ...] = ()) -> tuple[Event, ...]:
    """Give the events of a text with these people (name: position) and bodies as its parties."""
    story = story_of(text)
    parsed = parse_story(text, story)
    times: tuple[Time, ...] = find_times(text, parsed.sentences, PUBLISHED)
    reading = Reading(
        sentences=parsed.sentences, names=parsed.names, places=(), equipment=(), times=times, model=parsed.model
    )
    return find_events(text, story, reading, cast_of(text, people or {}, bodies))


def cast_of(text: str, people: Mapping[str, str], bodies: tuple[str, ...]) -> Cast:
    """Give the parties; a person is meant by the full name and by its last word."""
    parties = [_party(text, name, "Person", position) for name, position in people.items()]
    return Cast(parties=(*parties, *(_party(text, name, "Organization", "") for name in bodies)))


def _party(text: str, name: str, schema: str, position: str) -> Party:
    words = (name, name.split()[-1]) if schema == "Person" else (name,)
    spans = [Span(m.start(), m.end()) for m in re.finditer("|".join(map(re.escape, words)), text)]
    mentions = tuple(PartyMention(span=span, text=span.of(text), kind="full") for span in spans)
    facts = (Fact(kind="position", value=position, span=spans[0]),) if position else ()
    return Party(id=PartyId(name), name=name, schema=schema, mentions=mentions, facts=facts)


def brief(event: Event) -> tuple[str, str, str, str]:
    """Give an event as a test reads it: type, status, who, to whom."""
    return event.type, event.status, names(event.actors), names(event.recipients)


def names(actors: tuple[Actor, ...]) -> str:
    """Give actors as words: "us kr", "Wei Zhang", "rebels"."""
    return " + ".join(map(_name, actors))


def _name(actor: Actor) -> str:
    if isinstance(actor, Government):
        return actor.country
    return actor.text if isinstance(actor, Unnamed) else actor
