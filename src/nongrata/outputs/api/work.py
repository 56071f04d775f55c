"""Long work beside the answers: jobs kept in the store, done one by one in a process of their own.

Reading a story keeps a processor busy for a second; done in the server's own process it would hold up every answer. A
worker that dies or takes too long is ended and another one started; what it was at is told as failed.
"""

from __future__ import annotations

import logging
import secrets
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from time import monotonic

from nongrata.outputs.api.problems import Refusal
from nongrata.settings import Settings
from nongrata.store.jobs import Job, JobId, JobShelf
from nongrata.values import StoreError

Json = Mapping[str, object]
Entry = Callable[[Connection, Settings, Path], None]  # what the worker's process runs
MOST_WAITING = 500
_SECONDS: Mapping[str, float] = {"read": 300.0, "screen": 4 * 3_600.0}
KEPT = timedelta(days=7)  # how long files that were sent, and answers to be fetched, are there
_CLEAR = 3_600.0  # seconds between two looks for such files
_LOOK = 1.0  # seconds between two looks for jobs that another process put there
log = logging.getLogger("nongrata.server")


@dataclass(slots=True, kw_only=True)
class Works:
    """The jobs, and the thread that has them done."""

    jobs: JobShelf
    settings: Settings
    spool: Path  # files that were sent, and answers to be fetched: a folder of the home, for no other user
    entry: Entry
    _asked: threading.Event = field(default_factory=threading.Event, init=False, repr=False)
    _ended: threading.Event = field(default_factory=threading.Event, init=False, repr=False)
    _thread: threading.Thread | None = field(default=None, init=False, repr=False)
    _worker: tuple[SpawnProcess, Connection] | None = field(default=None, init=False, repr=False)

    def start(self) -> None:
        """Begin with what waits; what a killed server left running is begun anew."""
        self.spool.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.jobs.put_back(now=datetime.now(UTC))
        self._thread = threading.Thread(target=self._run, name="works", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the worker; what it was at waits for the next start."""
        self._ended.set()
        self._asked.set()
        self._end_worker()
        if self._thread is not None:
            self._thread.join(timeout=5)

    def ask(self, kind: str, asked: Json, *, by: str) -> Job:
        """Put a job among those that wait. Raises Refusal where too many do."""
        if len(self.jobs.find(state="waiting", limit=MOST_WAITING)) >= MOST_WAITING:
            raise Refusal(429, f"found {MOST_WAITING} jobs that wait; try again later", headers={"retry-after": "30"})
        now = datetime.now(UTC)
        job = Job(id=JobId(secrets.token_urlsafe(12)), kind=kind, asked=asked, made_by=by, made_at=now, changed_at=now)
        self.jobs.put(job)
        self._asked.set()
        return job

    def new_file(self, ending: str) -> Path:
        """Give the path of a new file among those that were sent: its name is ours, never the sender's."""
        return self.spool / f"{secrets.token_hex(16)}{ending}"

    def clear_old(self, *, now: datetime) -> None:
        """Take away the files that were there long enough."""
        for path in self.spool.iterdir():
            with suppress(OSError):  # somebody fetches it, or another server was faster
                if path.stat().st_mtime < (now - KEPT).timestamp():
                    path.unlink()

    def _run(self) -> None:
        cleared = -_CLEAR
        while not self._ended.is_set():
            if monotonic() - cleared > _CLEAR:
                self.clear_old(now=datetime.now(UTC))
                cleared = monotonic()
            try:
                job = self.jobs.take(now=datetime.now(UTC))
            except StoreError as error:
                log.error("jobs: %s", error)
                job = None
            if job is None:
                self._asked.wait(_LOOK)
                self._asked.clear()
                continue
            self._do(job)

    def _do(self, job: Job) -> None:
        until = monotonic() + _SECONDS.get(job.kind, 300.0)
        try:
            _process, pipe = self._ready_worker()
            pipe.send((job.id, job.kind, dict(job.asked), job.made_by))
            while True:
                if not pipe.poll(max(0.0, min(1.0, until - monotonic()))):
                    if monotonic() >= until:
                        raise TimeoutError
                    if self._ended.is_set():
                        return
                    continue
                what, told = pipe.recv()
                if what == "progress":
                    job = replace(job, done=told[0], total=told[1])
                    self._keep(job)
                    continue
                self._keep(replace(job, state=what, **({"result": told} if what == "done" else {"error": told})))
                return
        except (EOFError, OSError, TimeoutError) as error:
            if not self._ended.is_set():
                self._end_worker()
                says = "took too long" if isinstance(error, TimeoutError) else "the worker came to an end over it"
                log.warning("job %s (%s): %s", job.id, job.kind, says)
                self._keep(replace(job, state="failed", error=says))

    def _keep(self, job: Job) -> None:
        try:
            self.jobs.put(replace(job, changed_at=datetime.now(UTC)))
        except StoreError as error:
            log.error("job %s: %s", job.id, error)

    def _ready_worker(self) -> tuple[SpawnProcess, Connection]:
        if self._worker is not None and self._worker[0].is_alive():
            return self._worker
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(
            target=self.entry, args=(theirs, self.settings, self.spool), name="nongrata-worker", daemon=True
        )
        process.start()
        theirs.close()
        self._worker = (process, ours)
        return self._worker

    def _end_worker(self) -> None:
        if self._worker is not None:
            process, pipe = self._worker
            self._worker = None
            process.terminate()
            process.join(timeout=3)
            if process.is_alive():
                process.kill()
            pipe.close()
