"""/api/v1/places: what is watched, how each place does, and what it brought."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from nongrata.newsroom.places import LONGEST, add_by, let_go_by, pause_by, watched
from nongrata.outputs.api.access import AsAnalyst, AsReader
from nongrata.outputs.api.own.answers import answer
from nongrata.outputs.api.problems import Refusal
from nongrata.outputs.api.service import Service, ServiceOf
from nongrata.outputs.desk.watch_places import SCHEMA, place_json
from nongrata.store.sources import Source
from nongrata.values import SettingError

router = APIRouter(prefix="/api/v1/places", tags=["places"])
Place = Annotated[str, Query(max_length=LONGEST)]


class NewPlace(BaseModel):
    """A place to be watched."""

    model_config = ConfigDict(extra="forbid")

    place: Annotated[str, Field(min_length=1, max_length=LONGEST)]


class PlaceState(BaseModel):
    """What a place is from now on."""

    model_config = ConfigDict(extra="forbid")

    place: Annotated[str, Field(min_length=1, max_length=LONGEST)]
    is_paused: bool


@router.get("", summary="What is watched")
def places(service: ServiceOf, caller: AsReader) -> Response:
    """Give all places that are watched, each followed by those that it named."""
    return _shown(service, watched(service.store))


@router.post("", summary="Watch a place", status_code=201)
def add_place(told: NewPlace, service: ServiceOf, caller: AsAnalyst) -> Response:
    """Have a feed, a sitemap, an OPML file or a page watched; it is asked by `nongrata watch`."""
    try:
        source = add_by(service.store, told.place, by=caller.name, now=service.now)
    except SettingError as error:
        raise Refusal(422, f"found {error.value!r}; wanted {error.wanted}") from None
    return answer(place_json(service.store, source), status=201)


@router.patch("", summary="Pause a place, or resume it")
def pause_place(told: PlaceState, service: ServiceOf, caller: AsAnalyst) -> Response:
    """Let a place, and those that it named, not be asked for the time being, or be asked again."""
    changed = pause_by(service.store, told.place, by=caller.name, now=service.now, is_paused=told.is_paused)
    return _shown(service, _some(changed, told.place))


@router.delete("", summary="Watch a place no more")
def drop_place(place: Place, service: ServiceOf, caller: AsAnalyst) -> Response:
    """Let go of a place and of those that it named; what was read of them is kept."""
    return _shown(service, _some(let_go_by(service.store, place, by=caller.name, now=service.now), place))


@router.get("/entries", summary="What a place brought")
def entries(
    place: Place, service: ServiceOf, caller: AsReader, limit: Annotated[int, Query(ge=1, le=500)] = 100
) -> Response:
    """Give what a place held, the last one first: the dossier of each, or why it could not be read."""
    if service.store.sources.get(place) is None:
        raise no_place(place)
    return answer({"entries": service.store.sources.entries(place, limit=limit)})


def _shown(service: Service, sources: tuple[Source, ...]) -> Response:
    return answer({"schema": SCHEMA, "places": [place_json(service.store, each) for each in sources]})


def no_place(place: str) -> Refusal:
    """Give the refusal of what is not watched."""
    return Refusal(404, f"found no place {place[:80]!r} among those watched")


def _some(found: tuple[Source, ...], place: str) -> tuple[Source, ...]:
    if not found:
        raise no_place(place)
    return found
