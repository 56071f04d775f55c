"""What the shelves hand out: a story as a list shows it, a party and an event across stories."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NewType

from nongrata.lists import EntityId, ListId
from nongrata.ownership import ExposureKind
from nongrata.parties import PartyId
from nongrata.screening.record import Verdict

DossierId = NewType("DossierId", str)
StoryId = NewType("StoryId", str)  # the dossier's, a dot and the story's number in it
MemberId = NewType("MemberId", str)  # a story's, a dot and the party's id in it
ToldId = NewType("ToldId", str)  # a story's, a dot and the event's id in it


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What became of a dossier that was put on the shelf."""

    dossier: DossierId
    answer: int  # the number of the answer that counts now
    is_new: bool  # the story was not there
    has_changed: bool  # it was, and the answer is another one now


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptStory:
    """A story as a list of stories shows it."""

    id: StoryId
    dossier: DossierId
    number: int
    uri: str
    title: str | None
    agency: str | None
    language: str | None
    published: date | None
    kept_at: datetime
    exposure: ExposureKind  # the worst of its parties
    parties: int
    listed: int
    events: int
    made_by: Mapping[str, str]  # which version of each list
    copy_of: StoryId  # the first story with this text; its own id for a text that came first
    topic: StoryId  # the first story that tells of the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A party of a stored story. `canonical` is the id of the first member that is the same party."""

    id: MemberId
    story: StoryId
    party: PartyId
    name: str
    schema: str
    exposure: ExposureKind
    facts: tuple[tuple[str, str], ...]  # kind and value
    anchors: tuple[str, ...]  # what it is known by: "us_ofac_sdn:20157", "imo:9312884"
    canonical: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one list says of a stored party."""

    member: MemberId
    list_id: ListId
    entity_id: EntityId
    caption: str
    verdict: Verdict
    score: float
    in_force: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event as one stored story tells it. `happening` is the id of the first telling of the same event."""

    id: ToldId
    story: StoryId
    event: str
    type: str
    mode: str | None
    status: str
    when: str | None  # EDTF
    place: str | None  # as the story names it
    actors: tuple[str, ...]  # "party:" and a member's id, "country:us", or "text:" and the words for the unnamed
    recipients: tuple[str, ...]
    sources: tuple[str, ...]
    sentence: str
    happening: ToldId
