"""A story: its text with the names marked, who is in it, what happened, where, and how each answer was made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from threading import Lock
from typing import Annotated

from fastapi import APIRouter, Form, Query
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, Field
from starlette.responses import Response

from nongrata.dossiers import Dossier
from nongrata.dossiers.from_json import from_json
from nongrata.lists import ListVersion
from nongrata.outputs.api.own.jobs import waited
from nongrata.outputs.api.own.judgements import NewJudgement, Said, is_about, judged, read_again, row_of, taken_back
from nongrata.outputs.api.own.stories import found_dossier, found_story
from nongrata.outputs.pages.places import Map, map_of
from nongrata.outputs.pages.site import EXPORTS, Judges, Looks, Visit, go
from nongrata.outputs.regimes import list_title
from nongrata.outputs.story.page import Section, as_page, sections_of
from nongrata.outputs.words import list_words, one_line, starter_notice
from nongrata.store.database import Json
from nongrata.store.record import KeptStory
from nongrata.store.story_query import StoryQuery

router = APIRouter(include_in_schema=False)
_WAIT = 25.0
_MAKING = Lock()  # twenty who ask for a story at once have it made once


@dataclass(frozen=True, slots=True, kw_only=True)
class InDesk:
    """What a story's parts show beside what the page without a server shows."""

    key: str
    may_judge: bool
    back: str
    members: Mapping[str, str]  # by a section's prefix, what begins the ids of its parties
    links: Mapping[str, Mapping[str, str]]  # to each party's own page


@router.get("/stories/{story_id}")
async def story(story_id: str, visit: Looks, answer: Annotated[int | None, Query(ge=1, le=10**6)] = None) -> Response:
    """Show a story as it was answered last, or by an earlier answer."""
    return await run_in_threadpool(_story, story_id, visit, answer)


def _story(story_id: str, visit: Visit, number: int | None) -> Response:
    kept = found_story(visit.service, story_id)
    store = visit.service.store
    answers = store.dossiers.answers(kept.dossier)
    shown = number if number is not None else answers[-1].number
    dossier, section, places = _made(visit, kept, shown)
    members = store.parties.of_story(kept.id)
    used = tuple(replace(v, title=_title(v)) for v in dossier.made_by.lists)
    desk = InDesk(
        key=visit.key,
        may_judge=visit.may_judge and shown == answers[-1].number,
        back=f"/stories/{kept.id}",
        members={section.prefix: kept.id},
        links={section.prefix: {each.party: f"/parties/{each.id}" for each in members}},
    )
    return visit.page(
        "story",
        area="inbox",
        title=section.title,
        s=section,
        is_single=True,
        desk=desk,
        kept=kept,
        places=places,
        answers=answers,
        shown=shown,
        judgements=_judgements(visit, {each.name for each in members}),
        dossier=dossier,
        lists=[{"words": one_line(list_words(v)), "sha256": one_line(v.sha256)} for v in used],
        starter=starter_notice(used),
        exports=(("pdf", "PDF"), *EXPORTS),
        topic=[each for each in store.stories.find(StoryQuery(topic=kept.topic)) if each.id != kept.id],
        alerts=store.alerts.of_story(kept.id),
    )


def _title(version: ListVersion) -> str:
    return "Starter list" if version.is_starter else list_title(version.list_id)


def _made(visit: Visit, kept: KeptStory, number: int) -> tuple[Dossier, Section, Map | None]:
    """Give a story ready for its template; one that was shown before need not be made again."""
    digest = next((a.digest for a in visit.service.store.dossiers.answers(kept.dossier) if a.number == number), "")

    def told() -> Json:
        return found_dossier(visit.service, kept.dossier, number)

    with _MAKING:
        return _section(_Told(f"{kept.dossier}.{number}.{digest}", told), kept.number)


class _Told:
    """An answer that is fetched only when it is not known; told apart by its key."""

    def __init__(self, key: str, fetch: object) -> None:
        self.key, self.fetch = key, fetch

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Told) and self.key == other.key


@lru_cache(maxsize=64)
def _section(told: _Told, number: int) -> tuple[Dossier, Section, Map | None]:
    assert callable(told.fetch)
    dossier = from_json(told.fetch())
    section = sections_of(dossier, "d1")[number - 1]
    return dossier, section, map_of(dossier.stories[number - 1].places)


def _judgements(visit: Visit, names: set[str]) -> list[dict[str, object]]:
    """Give what was judged of parties of these names, the last first."""
    shelf = visit.service.store.judgements
    held = {kept.number for kept in shelf.standing()}
    found = [kept for kept in shelf.all() if any(is_about(kept, name) for name in names)]
    return [row_of(kept, stands=kept.number in held) for kept in reversed(found)]


@router.get("/dossiers/{dossier_id}.html")
def file(dossier_id: str, visit: Looks) -> Response:
    """Give a dossier as one file that needs no server."""
    text = as_page([from_json(found_dossier(visit.service, dossier_id))])
    name = f"dossier-{dossier_id[:12]}.html" if dossier_id.isalnum() else "dossier.html"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(text.encode("utf-8", "replace"), media_type="text/html; charset=utf-8", headers=headers)


class JudgeForm(BaseModel):
    """What a form of ours says of a party and an entry."""

    party: Annotated[str, Field(max_length=300)]
    other: Annotated[str, Field(max_length=300)]
    verdict: Said
    because: Annotated[str, Field(max_length=2_000)] = ""
    back: Annotated[str, Field(max_length=500)] = "/"
    key: str = ""


@router.post("/pages/judge")
async def judge(form: Annotated[JudgeForm, Form()], visit: Judges) -> Response:
    """Keep what somebody says of a party and an entry; show the story by its new answer."""
    told = NewJudgement(party=form.party, other=form.other, verdict=form.verdict, because=form.because.strip())
    kept = await run_in_threadpool(judged, visit.service, told, visit.caller)
    await waited(visit.service, read_again(visit.service, [kept], visit.caller), _WAIT)
    return go(form.back)


@router.post("/pages/take-back")
async def take_back(
    visit: Judges,
    number: Annotated[int, Form(ge=1, le=2**60)],
    because: Annotated[str, Form(max_length=2_000)] = "",
    back: Annotated[str, Form(max_length=500)] = "/",
) -> Response:
    """Take a judgement back; show the story by its new answer."""
    kept = taken_back(visit.service, number, visit.caller, because=because.strip())
    await waited(visit.service, read_again(visit.service, [kept], visit.caller), _WAIT)
    return go(back)
