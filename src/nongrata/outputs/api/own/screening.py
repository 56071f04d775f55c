"""/api/v1/screen, files/screen and compare: names and tables held against the lists, two parties held together."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, File, Form, UploadFile
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from nongrata.outputs.api.access import AsAnalyst, AsReader
from nongrata.outputs.api.own.answers import answer
from nongrata.outputs.api.own.files import taken
from nongrata.outputs.api.own.jobs import Wait, begun, ended, waited
from nongrata.outputs.api.service import Lists, ServiceOf
from nongrata.outputs.screen.answer import Asked, answers
from nongrata.outputs.screen.compare import as_json
from nongrata.outputs.screen.write import answer_as_json
from nongrata.rows import Layout, row_of
from nongrata.screening.entities.compare import compare

router = APIRouter(prefix="/api/v1", tags=["screening"])
MOST = 100
Party = Annotated[str, Field(min_length=1, max_length=1_000)] | dict[str, object]
Threshold = Annotated[float, Field(ge=0.3, le=1)]


class ToScreen(BaseModel):
    """Names, or entities like FollowTheMoney's or flat ones, and what hits are wanted."""

    model_config = ConfigDict(extra="forbid")

    parties: Annotated[list[Party], Field(min_length=1, max_length=MOST, examples=[["Vladimir Putin"]])]
    threshold: Threshold = 0.7
    limit: Annotated[int, Field(ge=1, le=100)] = 5
    as_of: date | None = None
    lists: Annotated[list[Annotated[str, Field(max_length=64)]], Field(max_length=100)] = Field(default_factory=list)
    rejected: bool = False


class ToCompare(BaseModel):
    """Two names or entities."""

    model_config = ConfigDict(extra="forbid")

    left: Party
    right: Party
    on: date | None = None


@router.post("/screen", summary="Screen up to 100 parties")
async def screen(told: ToScreen, service: ServiceOf, caller: AsReader) -> Response:
    """Give, for each party in its order, the listed ones that it may be, each with its listings and reasons."""
    return await run_in_threadpool(_screened, service.lists, told)


def _screened(lists: Lists, told: ToScreen) -> Response:
    asked = Asked(
        threshold=told.threshold,
        limit=told.limit,
        as_of=told.as_of,
        only=frozenset(told.lists),
        rejected=told.rejected,
    )
    rows = (row_of(party, number, Layout()) for number, party in enumerate(told.parties, start=1))
    versions = {each.list_id: {"version": each.version, "sha256": each.sha256} for each in lists.index.versions}
    found = [answer_as_json(each, explain=True) for each in answers(lists.desk, rows, asked)]
    return answer({"schema": "nongrata/screening/1", "lists": versions, "rows": found})


@router.post("/files/screen", summary="Screen a table")
async def screen_file(
    service: ServiceOf,
    caller: AsAnalyst,
    file: Annotated[UploadFile, File(description="csv, xlsx, ods, JSON lines, FollowTheMoney, parquet")],
    threshold: Annotated[float, Form(ge=0.3, le=1)] = 0.7,
    wait: Wait = 0,
) -> Response:
    """Begin to screen a table; give the job, which tells how far it is, and where its answers are once it is done."""
    path, name = await taken(service.works, file)
    asked: dict[str, object] = {"file": path.name, "name": name, "threshold": threshold}
    return ended(await waited(service, await begun(service, "screen", asked, caller), wait))


@router.post("/compare", summary="Hold two parties together")
def compare_two(told: ToCompare, caller: AsReader) -> Response:
    """Say whether two names or entities are one party: a score, a verdict, and the reasons."""
    return answer(as_json(compare(told.left, told.right, on=told.on)))
