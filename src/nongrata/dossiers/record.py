"""A Dossier: all that Nongrata says of one source, ready to be quoted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nongrata.articles import Article, Story
from nongrata.events import Claim, Event, Quote
from nongrata.lists import ListVersion
from nongrata.mentions import Equipment, Place, Time
from nongrata.ownership import Exposure, ExposureKind
from nongrata.parties import Party
from nongrata.screening import Match


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenedParty:
    """A party of the story with what the lists and the law say of it."""

    party: Party
    exposure: ExposureKind
    matches: tuple[Match, ...] = ()
    ownership: tuple[Exposure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryReport:
    """One story, read."""

    story: Story
    parties: tuple[ScreenedParty, ...]
    places: tuple[Place, ...]
    equipment: tuple[Equipment, ...]
    times: tuple[Time, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    quotes: tuple[Quote, ...] = ()
    arms: tuple[Equipment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBy:
    """What made the answer, so that it can be given again."""

    nongrata: str  # our version
    model: str
    lists: tuple[ListVersion, ...]
    as_of: date | None  # given; None: each story's own date


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One source's record ("nongrata/dossier/1")."""

    article: Article
    made_by: MadeBy
    stories: tuple[StoryReport, ...]
