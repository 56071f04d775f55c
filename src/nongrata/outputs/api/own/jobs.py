"""/api/v1/jobs: long work, how far it is, and what came out."""

from __future__ import annotations

import asyncio
from datetime import datetime
from time import monotonic
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from fastapi.concurrency import run_in_threadpool
from starlette.responses import FileResponse, Response

from nongrata.outputs.api.access import AsReader, Caller
from nongrata.outputs.api.own.answers import answer
from nongrata.outputs.api.problems import Refusal
from nongrata.outputs.api.service import Service, ServiceOf
from nongrata.outputs.api.work import KEPT
from nongrata.store.jobs import Job, JobId, JobState

router = APIRouter(prefix="/api/v1/jobs", tags=["jobs"])
Wait = Annotated[float, Query(ge=0, le=60, description="seconds to wait for the end before answering 202")]
_ENDED = ("done", "failed", "cancelled")
_TYPES = {"csv": "text/csv; charset=utf-8", "jsonl": "application/jsonl"}


@router.get("", summary="The jobs, the newest first")
def jobs(
    service: ServiceOf,
    caller: AsReader,
    state: JobState | None = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
) -> Response:
    """Give the jobs in a state, or all."""
    return answer({"jobs": [shown(job) for job in service.store.jobs.find(state=state, limit=limit)]})


@router.get("/{job_id}", summary="One job")
async def job(job_id: str, service: ServiceOf, caller: AsReader, wait: Wait = 0) -> Response:
    """Give a job; with `wait`, once it has ended or so many seconds later."""
    return ended(await waited(service, found(service, job_id), wait))


@router.get("/{job_id}/answers.{ending}", summary="A screening's answers as a file")
def answers(job_id: str, ending: Literal["csv", "jsonl"], service: ServiceOf, caller: AsReader) -> Response:
    """Give the answers of a table that was screened; they are kept for a week."""
    stem = (found(service, job_id).result or {}).get("answers")
    path = service.works.spool / f"{stem}.{ending}"
    if not isinstance(stem, str) or not path.is_file():
        raise Refusal(404, "found no answers of this job; wanted a screening that is done, in the last week")
    return FileResponse(path, media_type=_TYPES[ending], filename=f"answers.{ending}")


def found(service: Service, job_id: str) -> Job:
    """Give the job of that id. Raises Refusal for none."""
    held = service.store.jobs.get(JobId(job_id[:100]))
    if held is None:
        raise Refusal(404, f"found no job {job_id[:60]!r}")
    return held


async def waited(service: Service, job: Job, seconds: float) -> Job:
    """Give a job once it has ended, or so many seconds later."""
    until, pause = monotonic() + seconds, 0.02
    while job.state not in _ENDED and monotonic() < until:
        await asyncio.sleep(pause)
        pause = min(0.5, pause * 1.5)
        job = found(service, job.id)
    return job


def ended(job: Job) -> Response:
    """Give a job as an answer: 200 once it has ended, 202 before."""
    headers = {"location": f"/api/v1/jobs/{job.id}"}
    return answer(shown(job), status=200 if job.state in _ENDED else 202, headers=headers)


def shown(job: Job) -> dict[str, object]:
    """Give a job without what was sent for it, which may be long."""
    return {
        "id": job.id,
        "kind": job.kind,
        "state": job.state,
        "done": job.done,
        "total": job.total,
        "result": job.result,
        "error": job.error,
        "answers_until": answers_until(job),
        "made_by": job.made_by,
        "made_at": job.made_at,
        "changed_at": job.changed_at,
    }


def answers_until(job: Job) -> datetime | None:
    """Give when the files of a job's answers are taken away; None where it has none."""
    return job.changed_at + KEPT if "answers" in (job.result or {}) else None


async def begun(service: Service, kind: str, asked: dict[str, object], caller: Caller) -> Job:
    """Begin a job, and give it. A thread writes it down: nobody else's answer waits for another writer of the store."""
    return await run_in_threadpool(_begun, service, kind, asked, caller)


def _begun(service: Service, kind: str, asked: dict[str, object], caller: Caller) -> Job:
    job = service.works.ask(kind, asked, by=caller.name)
    did = {"read": "had a story read", "screen": "had a list screened"}.get(kind, f"had a job done: {kind}")
    detail = {"name": asked["name"]} if "name" in asked else {}
    service.store.audit.add(who=caller.name, did=did, about=job.id, at=service.now, detail=detail)
    return job
