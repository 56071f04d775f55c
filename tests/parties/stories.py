"""Short stories of our own, read by the model into a reading and a cast."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from nongrata.articles import Published, Story
from nongrata.mentions import Mention, Reading
from nongrata.mentions.read import read_story
from nongrata.parties import Cast, FactKind, Party, PartyMention, find_cast
from nongrata.values import Span, fold

FRIDAY = date(2024, 5, 17)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A text as one story, with everything that was read in it."""

    text: str
    story: Story
    reading: Reading
    cast: Cast

    def party(self, name: str) -> Party:
        """Give the party that bears this name as one of its mentions; fails unless it is exactly one."""
        (found,) = [party for party in self.cast.parties if any(m.text == name for m in party.mentions)]
        return found

    def names(self) -> list[str]:
        """Give the names of the parties, in order."""
        return [party.name for party in self.cast.parties]


def story_of(text: str, *, agency: str | None = None) -> Story:
    """Give a text as one story of a Friday; each line is a paragraph."""
    paragraphs = tuple(Span(*match.span()) for match in re.finditer(r"[^\n]+", text))
    published = Published(on=FRIDAY, basis="given")
    return Story(span=Span(0, len(text)), published=published, paragraphs=paragraphs, agency=agency)


def tell(text: str, *, listed: Mapping[str, str] | None = None, agency: str | None = None) -> Told:
    """Read a text, with these names (and their schemata) on the lists."""
    known = {fold(name): schema for name, schema in (listed or {}).items()}
    story = story_of(text, agency=agency)
    reading = read_story(text, story, known=known.get)
    return Told(text=text, story=story, reading=reading, cast=find_cast(text, story, reading))


def brief(told: Told) -> dict[str, str]:
    """Give the names as they stand in the text, with their schemata."""
    return {name.span.of(told.text): name.schema for name in told.reading.names}


def said(party: Party, *kinds: FactKind) -> list[str]:
    """Give the values of a party's facts of these kinds."""
    return [fact.value for fact in party.facts if fact.kind in kinds]


def words(mentions: Iterable[PartyMention]) -> list[tuple[str, str]]:
    """Give mentions as text and kind."""
    return [(mention.text, mention.kind) for mention in mentions]


def extents(names: Iterable[Mention], text: str) -> list[str]:
    """Give the words of names."""
    return [name.span.of(text) for name in names]
