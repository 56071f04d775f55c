"""A story: its text with the names marked, who is in it, what happened, where, and how each answer was made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from threading import Lock
from typing import Annotated

from fastapi import APIRouter, Form, Query
from fastapi.concurrency import run_in_threadpool
from markupsafe import Markup
from pydantic import BaseModel, Field
from starlette.responses import Response

from nongrata.dossiers import Dossier
from nongrata.dossiers.from_json import from_json
from nongrata.lists import ListVersion
from nongrata.outputs.api.own.jobs import waited
from nongrata.outputs.api.own.judgements import NewJudgement, Said, judged, row_of, taken_back
from nongrata.outputs.api.own.stories import found_dossier, found_story
from nongrata.outputs.pages.places import Map, map_of
from nongrata.outputs.pages.site import EXPORTS, Judges, Looks, Visit, go
from nongrata.outputs.regimes import list_title
from nongrata.outputs.story.page import Section, as_page, sections_of, templates
from nongrata.outputs.words import list_words, one_line, starter_notice
from nongrata.parties import PartyId
from nongrata.store.record import KeptStory, Member, StoryId
from nongrata.store.stories.query import StoryQuery

router = APIRouter(include_in_schema=False)
_WAIT = 25.0
_MAKING = Lock()  # twenty who ask for a story at once have it made once


@dataclass(frozen=True, slots=True, kw_only=True)
class InDesk:
    """What a story's parts show beside what the page without a server shows."""

    key: str
    may_judge: bool
    story: StoryId
    parties: frozenset[PartyId]  # those that have a page of their own


@router.get("/stories/{story_id}")
def story(story_id: str, visit: Looks, answer: Annotated[int | None, Query(ge=1, le=10**6)] = None) -> Response:
    """Show a story as it was answered last, or by an earlier answer."""
    kept = found_story(visit.service, story_id)
    answers = visit.service.store.dossiers.answers(kept.dossier)
    shown = answer if answer is not None else answers[-1].number
    members = visit.service.store.parties.of_story(kept.id)
    desk = InDesk(
        key=visit.key,
        may_judge=visit.may_judge and shown == answers[-1].number,
        story=kept.id,
        parties=frozenset(each.party for each in members),
    )
    asked = _asked(visit, kept, shown, digest=next((each.digest for each in answers if each.number == shown), ""))
    with _MAKING:
        dossier, section, places = _section(asked)
        body = _body(asked, desk)
    used = _lists_of(dossier)
    return visit.page(
        "story",
        area="inbox",
        title=section.title,
        s=section,
        body=body,
        desk=desk,
        kept=kept,
        places=places,
        answers=answers,
        shown=shown,
        dossier=dossier,
        exports=(("pdf", "PDF"), *EXPORTS),
        lists=[{"words": one_line(list_words(each)), "sha256": one_line(each.sha256)} for each in used],
        starter=starter_notice(used),
        judgements=_judgements(visit, members),
        topic=_topic(visit, kept),
        alerts=visit.service.store.alerts.of_story(kept.id),
    )


def _lists_of(dossier: Dossier) -> tuple[ListVersion, ...]:
    """Give the lists that the answer hangs on, under the names that the desk's users know."""
    return tuple(replace(version, title=_title(version)) for version in dossier.made_by.lists)


def _judgements(visit: Visit, members: Sequence[Member]) -> list[dict[str, object]]:
    """Give what people judged of parties of these names, and whether it stands."""
    found = visit.service.book.of(member.name for member in members)
    return [row_of(kept, stands=stands) for kept, stands in found]


def _topic(visit: Visit, kept: KeptStory) -> list[KeptStory]:
    """Give the other stories on the same events."""
    found = visit.service.store.stories.find(StoryQuery(topic=kept.topic))
    return [each for each in found if each.id != kept.id]


def _title(version: ListVersion) -> str:
    return "Starter list" if version.is_starter else list_title(version.list_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """An answer that is asked for; it is fetched only when it is not known by what it is told apart by."""

    story: StoryId
    place: int  # of the story in its dossier
    number: int
    digest: str
    fetch: Callable[[], Dossier] = field(compare=False)


def _asked(visit: Visit, kept: KeptStory, number: int, *, digest: str) -> _Asked:
    return _Asked(
        story=kept.id,
        place=kept.number,
        number=number,
        digest=digest,
        fetch=lambda: from_json(found_dossier(visit.service, kept.dossier, number)),
    )


@lru_cache(maxsize=64)
def _section(asked: _Asked) -> tuple[Dossier, Section, Map | None]:
    dossier, number = asked.fetch(), asked.place - 1
    return dossier, sections_of(dossier, "d1")[number], map_of(dossier.stories[number].places)


@lru_cache(maxsize=64)
def _body(asked: _Asked, desk: InDesk) -> Markup:
    """Give the part of the page that takes longest to write: the text, the parties, what happened, the claims."""
    parts = templates().get_template("parts.html.j2").make_module({"desk": desk, "is_single": True})
    return Markup(parts.story(_section(asked)[1]))  # type: ignore[attr-defined] # noqa: S704 # a macro; it escapes what it is given


@router.get("/dossiers/{dossier_id}.html")
def file(dossier_id: str, visit: Looks) -> Response:
    """Give a dossier as one file that needs no server."""
    text = as_page([from_json(found_dossier(visit.service, dossier_id))])
    name = f"dossier-{dossier_id[:12]}.html" if dossier_id.isalnum() else "dossier.html"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(text.encode("utf-8", "replace"), media_type="text/html; charset=utf-8", headers=headers)


class JudgeForm(BaseModel):
    """What a form of ours says of a party and an entry."""

    party: Annotated[str, Field(min_length=1, max_length=300)]
    other: Annotated[str, Field(min_length=1, max_length=300)]
    verdict: Said
    because: Annotated[str, Field(max_length=2_000)] = ""
    back: Annotated[str, Field(max_length=500)] = "/"
    key: str = ""


@router.post("/pages/judge")
async def judge(form: Annotated[JudgeForm, Form()], visit: Judges) -> Response:
    """Keep what somebody says of a party and an entry; show the story by its new answer."""
    told = NewJudgement(party=form.party, other=form.other, verdict=form.verdict, because=form.because.strip())
    _kept, job = await run_in_threadpool(judged, visit.service, told, visit.caller)
    await waited(visit.service, job, _WAIT)
    return go(form.back)


@router.post("/pages/take-back")
async def take_back(
    visit: Judges,
    number: Annotated[int, Form(ge=1, le=2**60)],
    because: Annotated[str, Form(max_length=2_000)] = "",
    back: Annotated[str, Form(max_length=500)] = "/",
) -> Response:
    """Take a judgement back; show the story by its new answer."""
    because = because.strip()
    _kept, job = await run_in_threadpool(taken_back, visit.service, number, visit.caller, because=because)
    await waited(visit.service, job, _WAIT)
    return go(back)
