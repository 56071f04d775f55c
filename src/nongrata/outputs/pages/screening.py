"""Screening a pasted list or a table, with progress; its answers on the page and as files."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Form, UploadFile
from fastapi.concurrency import run_in_threadpool
from starlette.responses import Response

from nongrata.lists.ftm.entity import make_id
from nongrata.outputs.api.own.files import taken
from nongrata.outputs.api.own.jobs import answers_until, begun, found, waited
from nongrata.outputs.api.problems import Refusal
from nongrata.outputs.pages.pasted import as_table
from nongrata.outputs.pages.site import Judges, Looks, Visit, go
from nongrata.outputs.regimes import list_title, regime_of
from nongrata.outputs.words import one_line
from nongrata.store.jobs import Job

router = APIRouter(include_in_schema=False)
_LETTERS = 2_000_000
_SHOWN = 200  # rows with hits that the page shows; the files have all
_ENDED = ("done", "failed", "cancelled")


@router.get("/screen")
def screen(visit: Looks) -> Response:
    """Show where names are pasted or a table is sent, and what was screened last."""
    return _form(visit)


@router.post("/pages/screen")
async def screen_text(visit: Judges, names: Annotated[str, Form(max_length=_LETTERS)] = "") -> Response:
    """Screen pasted names, one a line."""
    lines = [line.strip() for line in names.splitlines() if line.strip()]
    if not lines:
        return _form(visit, wrong="Paste names, one on each line.")
    table, ending = await run_in_threadpool(as_table, lines)
    path = visit.service.works.new_file(ending)
    await run_in_threadpool(path.write_text, table, "utf-8")
    return await _begun(visit, path, "pasted names")


@router.post("/pages/files/screen")
async def screen_file(visit: Judges, file: UploadFile) -> Response:
    """Screen a table."""
    try:
        path, name = await taken(visit.service.works, file)
    except Refusal as error:
        return _form(visit, wrong=error.detail)
    return await _begun(visit, path, name)


@router.get("/screen/{job_id}")
def screened(job_id: str, visit: Looks) -> Response:
    """Show how far a screening is; the rows with hits once it is done."""
    job = found(visit.service, job_id)
    return visit.page(
        "screened",
        area="screen",
        title=f"Screening {job.asked.get('name', '')}".strip(),
        job=job,
        rows=_rows(visit, job),
        is_ended=job.state in _ENDED,
        shown=_SHOWN,
        until=answers_until(job),
    )


def _rows(visit: Visit, job: Job) -> list[dict[str, Any]]:  # JSON of a file that we wrote
    stem = (job.result or {}).get("answers")
    path = visit.service.works.spool / f"{stem}.jsonl"
    if not isinstance(stem, str) or not path.is_file():
        return []
    with path.open(encoding="utf-8") as lines:
        told = (json.loads(line) for line in lines)
        rows = list(islice((row for row in told if row["verdict"] != "no match"), _SHOWN))
    for hit in (hit for row in rows for hit in row["hits"]):
        hit["path"] = f"/listed/{make_id(hit['listings'][0]['list'], hit['listings'][0]['entity_id'])}"
        hit["chips"] = _chips(hit["listings"])
    return rows


def _chips(listings: Sequence[Mapping[str, Any]]) -> list[tuple[str, str, bool]]:
    """Give each regime once, with its listings in words, and whether one of them is in force for all that is known."""
    told: dict[str, list[Mapping[str, Any]]] = {}
    for each in listings:
        told.setdefault(regime_of(each["list"]), []).append(each)
    return [
        (regime, "; ".join(map(_listing, some)), any(each["in_force"] is not False for each in some))
        for regime, some in told.items()
    ]


def _listing(told: Mapping[str, Any]) -> str:
    since = f", since {told['listed_on']}" if told["listed_on"] else ""
    return one_line(f"{list_title(told['list'])}, {told['entity_id']}{since}")


async def _begun(visit: Visit, path: Path, name: str) -> Response:
    job = await begun(visit.service, "screen", {"file": path.name, "name": name}, visit.caller)
    await waited(visit.service, job, 2.0)
    return go(f"/screen/{job.id}")


def _form(visit: Visit, *, wrong: str | None = None) -> Response:
    jobs = [job for job in visit.service.store.jobs.find(limit=100) if job.kind == "screen"][:10]
    status = 200 if wrong is None else 422
    return visit.page("screen", area="screen", title="Screen names", status=status, wrong=wrong, jobs=jobs)
