"""/api/v1/judgements: people's word on who is who; it rules from then on, and the stories it touches are read again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from nongrata.lists.joins.judgements import Verdict
from nongrata.newsroom.entries import entry_caption
from nongrata.newsroom.judge import JudgedMatch, facts_told, judge_match, judge_members, judge_name, take_back
from nongrata.newsroom.keep import stories_naming
from nongrata.outputs.api.access import AsAnalyst, AsReader, Caller
from nongrata.outputs.api.own.answers import answer
from nongrata.outputs.api.own.jobs import Wait, shown, waited
from nongrata.outputs.api.problems import Refusal
from nongrata.outputs.api.service import Service, ServiceOf
from nongrata.screening.judged import Subject
from nongrata.store.jobs import Job
from nongrata.store.judgements import KeptJudgement
from nongrata.store.record import MemberId

router = APIRouter(prefix="/api/v1/judgements", tags=["judgements"])
Said = Literal["same", "not same", "unsure"]
VERDICTS: Mapping[Said, Verdict] = {"same": Verdict.SAME, "not same": Verdict.NOT_SAME, "unsure": Verdict.UNSURE}
WORDS: Mapping[Verdict, Said] = {verdict: said for said, verdict in VERDICTS.items()}
Text = Annotated[str, Field(max_length=2_000)]


class NewJudgement(BaseModel):
    """What somebody says of a party and an entry of a list, or of two parties of stories."""

    model_config = ConfigDict(extra="forbid")

    party: Annotated[str, Field(min_length=1, max_length=300, description="a story's party by its id, or a name")]
    other: Annotated[str, Field(min_length=1, max_length=300, examples=["us_ofac_sdn:35096"])]
    verdict: Said
    because: Text = ""
    birth_date: Annotated[str, Field(max_length=30, pattern=r"^\d{4}")] | None = None  # of a name
    country: Annotated[str, Field(min_length=2, max_length=8)] | None = None


@router.get("", summary="What was judged")
def judgements(
    service: ServiceOf,
    caller: AsReader,
    party: Annotated[str | None, Query(max_length=300, description="an id, or a part of a name")] = None,
    which: Annotated[Literal["all", "standing"], Query(description="all, or only what is held now")] = "all",
) -> Response:
    """Give the judgements, the first one first; each says whether it still stands."""
    shelf = service.store.judgements
    held = {kept.number for kept in shelf.standing()}
    rows = [row_of(kept, stands=kept.number in held) for kept in shelf.all() if party is None or is_about(kept, party)]
    return answer({"judgements": [row for row in rows if row["stands"] or which == "all"]})


@router.post("", summary="Judge", status_code=201)
async def judge(told: NewJudgement, service: ServiceOf, caller: AsAnalyst, wait: Wait = 0) -> Response:
    """Keep what the caller says; the stories that name the party are read again by a job, which the answer names."""
    kept, job = await run_in_threadpool(judged, service, told, caller)
    return answer({"judgement": row_of(kept, stands=True), "job": shown(await waited(service, job, wait))}, status=201)


@router.delete("/{number}", summary="Take a judgement back")
async def back(
    number: int,
    service: ServiceOf,
    caller: AsAnalyst,
    because: Annotated[str, Query(max_length=2_000)] = "",
    wait: Wait = 0,
) -> Response:
    """Take a judgement back by a new one; the old one stays to be seen."""
    kept, job = await run_in_threadpool(taken_back, service, number, caller, because=because)
    return answer({"judgement": row_of(kept, stands=False), "job": shown(await waited(service, job, wait))})


def judged(service: Service, told: NewJudgement, caller: Caller) -> tuple[KeptJudgement, Job]:
    """Keep a judgement; give it, and the job that reads the stories again that name the party.

    Raises NongrataError for a party or an entry that is none.
    """
    kept = _judged(service, told, caller)
    return kept, _read_again(service, kept, caller)


def _judged(service: Service, told: NewJudgement, caller: Caller) -> KeptJudgement:
    store = service.store
    said = JudgedMatch(verdict=VERDICTS[told.verdict], by=caller.name, on=service.now, because=told.because)
    stored = bool(store.parties.get(MemberId(told.party)))
    if stored and store.parties.get(MemberId(told.other)):
        return judge_members(store, MemberId(told.party), MemberId(told.other), said)
    caption = entry_caption(service.lists.index, told.other)
    if stored:
        return judge_match(store, MemberId(told.party), told.other, said, caption=caption or "")
    if caption is None:
        raise Refusal(404, f"found no entry {told.other[:100]!r} on the lists in use; wanted LIST:ID")
    subject = Subject(names=(told.party,), facts=facts_told(birth_date=told.birth_date, country=told.country))
    return judge_name(store, subject, told.other, said, caption=caption)


def taken_back(service: Service, number: int, caller: Caller, *, because: str) -> tuple[KeptJudgement, Job]:
    """Take a judgement back; give that, and the job that reads the stories again. Raises Refusal where it is none."""
    if number not in {kept.number for kept in service.store.judgements.standing()}:
        raise Refusal(404, f"found no judgement {number} that stands")
    kept = take_back(service.store, number, by=caller.name, on=service.now, because=because)
    return kept, _read_again(service, kept, caller)


def _read_again(service: Service, kept: KeptJudgement, caller: Caller) -> Job:
    """Have the stories read again that name whom a judgement is about."""
    names = () if kept.about is None else kept.about.subject.names
    return service.works.ask("reread", {"dossiers": list(stories_naming(service.store, names))}, by=caller.name)


def is_about(kept: KeptJudgement, asked: str) -> bool:
    """Be about an id, or about a name with these letters in it."""
    names = () if kept.about is None else (*kept.about.subject.names, kept.about.caption)
    ids = (kept.judgement.left, kept.judgement.right)
    return asked in ids or any(asked.casefold() in name.casefold() for name in names)


def row_of(kept: KeptJudgement, *, stands: bool) -> dict[str, object]:
    """Give a judgement as our routes and pages show it."""
    made, about = kept.judgement, kept.about
    return {
        "number": kept.number,
        "left": made.left,
        "right": made.right,
        "verdict": WORDS[made.verdict],
        "by": made.by,
        "on": made.on.isoformat(),
        "because": made.because,
        "taken_back": made.taken_back is not None,
        "stands": stands,
        "names": [] if about is None else list(about.subject.names),
        "caption": None if about is None else about.caption,
    }
