"""The places that are watched: how each does and what it brought; where one is added, paused, let go."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Query
from starlette.responses import Response

from nongrata.newsroom.places import LONGEST, add_by, is_watching, let_go_by, pause_by, watched
from nongrata.outputs.api.own.places import no_place
from nongrata.outputs.pages.site import Judges, Looks, Visit, go
from nongrata.store.sources import Entry, Source
from nongrata.values import SettingError

router = APIRouter(include_in_schema=False)
_SHOWN = 100
Place = Annotated[str, Form(max_length=LONGEST)]


@router.get("/watch")
def places(visit: Looks) -> Response:
    """Show what is watched."""
    return _shown(visit)


@router.get("/watch/place")
def place_page(visit: Looks, place: Annotated[str, Query(max_length=LONGEST)]) -> Response:
    """Show how one place does, and what it brought."""
    sources = visit.service.store.sources
    source = sources.get(place)
    if source is None:
        raise no_place(place)
    rows = [(entry, _title(visit, entry)) for entry in sources.entries(place, limit=_SHOWN)]
    row = _row(visit, source)
    return visit.page("place", area="watch", title=place, row=row, rows=rows, shown=_SHOWN, now=visit.service.now)


@router.post("/pages/places")
def add(visit: Judges, place: Place = "") -> Response:
    """Have a place watched."""
    try:
        add_by(visit.service.store, place, by=visit.caller.name, now=visit.service.now)
    except SettingError as error:
        return _shown(visit, wrong=f"Found “{error.value}”; wanted {error.wanted}.", told=place)
    return go("/watch")


@router.post("/pages/places/pause")
def pause(visit: Judges, place: Place, *, is_paused: Annotated[bool, Form()] = True) -> Response:
    """Let a place not be asked for the time being, or be asked again."""
    pause_by(visit.service.store, place, by=visit.caller.name, now=visit.service.now, is_paused=is_paused)
    return go("/watch")


@router.post("/pages/places/remove")
def remove(visit: Judges, place: Place) -> Response:
    """Watch a place no more; what was read of it is kept."""
    let_go_by(visit.service.store, place, by=visit.caller.name, now=visit.service.now)
    return go("/watch")


def _shown(visit: Visit, *, wrong: str | None = None, told: str = "") -> Response:
    sources, now = watched(visit.service.store), visit.service.now
    return visit.page(
        "watch",
        area="watch",
        title="Watched places",
        status=200 if wrong is None else 422,
        rows=[_row(visit, each) for each in sources],
        is_watching=is_watching(sources, now=now),
        wrong=wrong,
        told=told,
        now=now,
        longest=LONGEST,
    )


def _row(visit: Visit, source: Source) -> tuple[Source, int, int]:
    """Give a place, how much it held, and how many stories that were."""
    sources = visit.service.store.sources
    return source, sources.count(source.uri), sources.brought(source.uri)


def _title(visit: Visit, entry: Entry) -> tuple[str, str] | None:
    """Give the id and the headline of the story that an entry was; None for one that was none."""
    stories = () if entry.dossier is None else visit.service.store.stories.of_dossier(entry.dossier)
    return (stories[0].id, stories[0].title or "A story without a headline") if stories else None
