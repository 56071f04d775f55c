"""/api/v1/stories, dossiers, parties, events: what was read, listed, searched and joined across stories."""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from nongrata.dossiers.from_json import from_json
from nongrata.outputs.api.access import AsReader
from nongrata.outputs.api.own.answers import answer
from nongrata.outputs.api.problems import Refusal
from nongrata.outputs.api.service import Service, ServiceOf
from nongrata.ownership import ExposureKind
from nongrata.store.record import DossierId, KeptStory, Member, MemberId, StoryId, ToldId
from nongrata.store.stories.happenings import EventQuery
from nongrata.store.stories.query import StoryQuery
from nongrata.values.loading import load

router = APIRouter(prefix="/api/v1", tags=["stories"])
Id = Annotated[str, Field(max_length=200)]
MOST = 200


class StoryParams(BaseModel):
    """Which stories are asked for; all conditions together."""

    model_config = ConfigDict(extra="forbid")

    words: Annotated[str, Field(max_length=500)] = ""
    exposure: Annotated[list[ExposureKind], Field(max_length=5)] = Field(default_factory=list)
    party: Id | None = None
    since: date | None = None
    until: date | None = None
    copies: bool = True
    before: Id | None = None
    limit: Annotated[int, Field(ge=1, le=MOST)] = 50


class EventParams(BaseModel):
    """Which events are asked for; all conditions together."""

    model_config = ConfigDict(extra="forbid")

    type: Annotated[list[Annotated[str, Field(max_length=30)]], Field(max_length=20)] = Field(default_factory=list)
    party: Id | None = None
    since: date | None = None
    until: date | None = None
    before: Id | None = None
    limit: Annotated[int, Field(ge=1, le=MOST)] = 100


@router.get("/stories", summary="Stories that were read")
def stories(params: Annotated[StoryParams, Query()], service: ServiceOf, caller: AsReader) -> Response:
    """Give the stories asked for, those kept last first; `before` is the last id of the page before."""
    return answer({"stories": service.store.stories.find(query_of(params))})


@router.get("/stories/{story_id}", summary="A story with its parties and events")
def story(story_id: str, service: ServiceOf, caller: AsReader) -> Response:
    """Give a story's row, its parties and its events; the whole answer is its dossier."""
    kept, store = found_story(service, story_id), service.store
    parties, events = store.parties.of_story(kept.id), store.happenings.of_story(kept.id)
    return answer({"story": kept, "parties": parties, "events": events, "alerts": store.alerts.of_story(kept.id)})


@router.get("/dossiers/{dossier_id}", summary="A dossier")
def dossier(
    dossier_id: str,
    service: ServiceOf,
    caller: AsReader,
    number: Annotated[int | None, Query(ge=1, le=1_000_000)] = None,
) -> Response:
    """Give a dossier, version 1, as it was answered last; `number` gives an earlier answer."""
    return answer(found_dossier(service, dossier_id, number))


@router.get("/dossiers/{dossier_id}/answers", summary="Which answers were given")
def dossier_answers(dossier_id: str, service: ServiceOf, caller: AsReader) -> Response:
    """Give when which answer was given: another one where a list had changed or somebody had judged."""
    found_dossier(service, dossier_id)
    return answer({"answers": service.store.dossiers.answers(DossierId(dossier_id))})


@router.get("/dossiers/{dossier_id}/ftm", summary="A dossier as FollowTheMoney entities")
def dossier_ftm(dossier_id: str, service: ServiceOf, caller: AsReader) -> Response:
    """Give the dossier's entities, one JSON object a line."""
    entities = load("nongrata.outputs.story.as_ftm:as_ftm")(from_json(found_dossier(service, dossier_id)))
    lines = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in entities)
    return Response(lines.encode("utf-8", "replace"), media_type="application/json+ftm")


@router.get("/parties", summary="Parties of stories by name")
def parties(name: Annotated[str, Query(max_length=300)], service: ServiceOf, caller: AsReader) -> Response:
    """Give the parties of stories whose names have these words; each may be another one: only its `canonical` says."""
    return answer({"parties": service.store.parties.named(name)})


@router.get("/parties/{member_id}", summary="A party across stories")
def party(member_id: str, service: ServiceOf, caller: AsReader) -> Response:
    """Give a party by the id of any story's party that it is: its members, what lists say, its stories, its events."""
    members, store = found_party(service, member_id), service.store
    return answer(
        {
            "members": members,
            "findings": [each for member in members for each in store.parties.findings(member.id)],
            "stories": store.stories.find(StoryQuery(party=members[0].id)),
            "events": store.happenings.find(EventQuery(party=members[0].id)),
        }
    )


@router.get("/events", summary="Events across stories")
def events(params: Annotated[EventParams, Query()], service: ServiceOf, caller: AsReader) -> Response:
    """Give the first telling of each event asked for, those told last first."""
    query = EventQuery(
        types=tuple(params.type),
        party=None if params.party is None else MemberId(params.party),
        since=params.since,
        until=params.until,
        before=None if params.before is None else ToldId(params.before),
        limit=params.limit,
    )
    return answer({"events": service.store.happenings.find(query)})


@router.get("/events/{event_id}", summary="An event with all who tell it")
def event(event_id: str, service: ServiceOf, caller: AsReader) -> Response:
    """Give every telling of an event, with its speaker and its status: their disagreements are kept."""
    told = service.store.happenings.get(ToldId(event_id[:200]))
    if not told:
        raise Refusal(404, f"found no event {event_id[:60]!r}")
    return answer({"told": told})


def query_of(params: StoryParams) -> StoryQuery:
    """Give what the store is asked."""
    return StoryQuery(
        words=params.words,
        exposures=tuple(params.exposure),
        party=None if params.party is None else MemberId(params.party),
        since=params.since,
        until=params.until,
        copies=params.copies,
        before=None if params.before is None else StoryId(params.before),
        limit=params.limit,
    )


def found_story(service: Service, story_id: str) -> KeptStory:
    """Give a story's row. Raises Refusal for none."""
    kept = service.store.stories.get(StoryId(story_id[:200]))
    if kept is None:
        raise Refusal(404, f"found no story {story_id[:60]!r}")
    return kept


def found_dossier(service: Service, dossier_id: str, number: int | None = None) -> dict[str, object]:
    """Give a dossier's answer. Raises Refusal for none."""
    told = service.store.dossiers.get(DossierId(dossier_id[:200]), answer=number)
    if told is None:
        raise Refusal(
            404, f"found no dossier {dossier_id[:60]!r}" + ("" if number is None else f" with answer {number}")
        )
    return dict(told)


def found_party(service: Service, member_id: str) -> tuple[Member, ...]:
    """Give a party's members. Raises Refusal for none."""
    members = service.store.parties.get(MemberId(member_id[:200]))
    if not members:
        raise Refusal(404, f"found no party {member_id[:60]!r}")
    return members
