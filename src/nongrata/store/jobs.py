"""Long work: what was asked, how far it is, what came out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NewType

from nongrata.store.sql.database import Database, Json, Row, json_text, moment_of, text_of

JobId = NewType("JobId", str)
JobState = Literal["waiting", "running", "done", "failed", "cancelled"]
_COLUMNS = "id, kind, state, done, total, asked, result, error, made_by, made_at, changed_at"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One piece of work."""

    id: JobId
    kind: str  # "read", "screen", …
    state: JobState = "waiting"
    done: int = 0
    total: int | None = None  # None: not known yet
    asked: Json
    result: Json | None = None
    error: str | None = None
    made_by: str
    made_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class JobShelf:
    """The jobs."""

    database: Database

    def put(self, job: Job) -> None:
        """Keep a job as it is now."""
        self.database.run(
            f"INSERT INTO job ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
            " state = excluded.state, done = excluded.done, total = excluded.total, result = excluded.result,"
            " error = excluded.error, changed_at = excluded.changed_at",
            *(job.id, job.kind, job.state, job.done, job.total, json_text(job.asked)),
            None if job.result is None else json_text(job.result),
            *(job.error, job.made_by, text_of(job.made_at), text_of(job.changed_at)),
        )

    def get(self, job: JobId) -> Job | None:
        """Give a job."""
        found = self.database.rows(f"SELECT {_COLUMNS} FROM job WHERE id = ?", job)
        return _job(found[0]) if found else None

    def take(self, *, now: datetime) -> Job | None:
        """Give the job that waits longest, running from now on; None where none waits. No two takers get the same."""
        with self.database.transaction():
            found = self.database.rows(
                f"SELECT {_COLUMNS} FROM job WHERE state = 'waiting' ORDER BY made_at, id LIMIT 1"
            )
            if not found:
                return None
            self.database.run(
                "UPDATE job SET state = 'running', changed_at = ? WHERE id = ?", text_of(now), found[0][0]
            )
            return self.get(JobId(found[0][0]))

    def put_back(self, *, now: datetime) -> int:
        """Let jobs wait again that a killed server left running; give how many."""
        return self.database.run(
            "UPDATE job SET state = 'waiting', done = 0, changed_at = ? WHERE state = 'running'", text_of(now)
        )

    def find(self, *, state: JobState | None = None, limit: int = 50) -> tuple[Job, ...]:
        """Give the jobs in a state, or all, the newest first."""
        found = self.database.rows(
            f"SELECT {_COLUMNS} FROM job WHERE (state = ? OR ? = '') ORDER BY made_at DESC, id DESC LIMIT ?",
            *(state or "", state or "", limit),
        )
        return tuple(map(_job, found))


def _job(row: Row) -> Job:
    own, kind, state, done, total, asked, result, error, made_by, made_at, changed_at = row
    return Job(
        id=JobId(own),
        kind=kind,
        state=state,
        done=done,
        total=total,
        asked=json.loads(asked),
        result=None if result is None else json.loads(result),
        error=error,
        made_by=made_by,
        made_at=moment_of(made_at),
        changed_at=moment_of(changed_at),
    )
