"""A sync killed with SIGKILL at random moments, over and over: how often the store then opens, and opens whole."""

from __future__ import annotations

import gzip
import multiprocessing
import os
import random
import re
import signal
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from multiprocessing.connection import Connection
from pathlib import Path

from nongrata.lists import ListId
from nongrata.lists.catalogue import CatalogueEntry, CatalogueFile
from nongrata.store import Kept, ListShelf
from nongrata.store.lists.sync import SyncOptions, sync_list
from nongrata.store.lists.verify import flaws_of
from nongrata.values import NongrataError

LIST = "un/un_consolidated_2026-08-01.xml.gz"
UN = ListId("un_sc")
_DAY = re.compile(rb'(dateGenerated=")[^"]*')


@dataclass(slots=True)
class Killed:
    """What became of the store."""

    kills: int = 0
    at_work: int = 0  # killed before the sync had ended
    whole: int = 0
    faults: list[str] = field(default_factory=list)
    switched: int = 0  # the new version stood

    def in_words(self) -> str:
        """Give the figures."""
        return (
            f"{self.kills} kills, {self.at_work} of them at work; the store opened whole {self.whole} times "
            f"({self.switched} with the new version, the others with the old one)"
        )


def kills(lists: Path, count: int, *, seed: int) -> Killed:
    """Sync a list of which each time another version is published, kill it, and open the store."""
    chance, told = random.Random(seed), Killed()
    with tempfile.TemporaryDirectory() as folder:
        shelf = ListShelf(Path(folder))
        with _publisher(gzip.decompress((lists / LIST).read_bytes())) as port:
            entry = CatalogueEntry(
                list_id=UN,
                title="A list",
                publisher="A publisher",
                files=(CatalogueFile(name="list.xml", url=f"http://127.0.0.1:{port}/list.xml"),),
            )

            def sync() -> None:
                sync_list(shelf, entry, SyncOptions(allow_private=True), say=lambda _: None)

            sync()
            started = time.perf_counter()
            sync()
            takes = time.perf_counter() - started
            for _ in range(count):
                before = _version(shelf)
                was_at_work = _killed(sync, chance.uniform(0, takes))
                # A sync takes longer on a busy machine than the first did: aim so that most are caught, and not all.
                takes *= 1.1 if was_at_work else 0.8
                told.at_work += was_at_work
                told.kills += 1
                _check(shelf, before, told)
    return told


def _killed(work: Callable[[], None], seconds: float) -> bool:
    """Run some work in a process of its own, kill it after so long, and say whether it was still at work."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def _check(shelf: ListShelf, before: str, told: Killed) -> None:
    try:
        after = _version(shelf)
        flaws = [flaw for kept in shelf.versions(UN) if kept.is_current for flaw in _flaws(shelf, kept, told)]
    except NongrataError as error:
        after, flaws = before, [str(error)]
    if after < before:
        flaws.append(f"found version {after} after {before}")
    told.whole += not flaws
    told.switched += after > before
    told.faults += flaws


def _flaws(shelf: ListShelf, kept: Kept, told: Killed) -> tuple[str, ...]:
    """Give what is wrong with a version: each was opened, its digest checked; every tenth is also read anew."""
    return flaws_of(shelf, kept) if told.kills % 10 == 0 else ()


def _version(shelf: ListShelf) -> str:
    (file,) = shelf.current()
    return file.version.version


class _publisher:
    """A server of our own, in a process of its own, that gives the list under another day each time it is asked."""

    def __init__(self, body: bytes) -> None:
        ours, theirs = multiprocessing.Pipe()
        self.told = ours
        self.process = multiprocessing.get_context("spawn").Process(target=_serve, args=(body, theirs), daemon=True)

    def __enter__(self) -> int:
        self.process.start()
        port: int = self.told.recv()
        return port

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.join()


def _serve(body: bytes, told: Connection) -> None:
    days = iter(range(10_000))

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            day = date(2027, 1, 1) + timedelta(days=next(days))
            fresh = _DAY.sub(rb"\g<1>" + day.isoformat().encode(), body, count=1)
            self.send_response(200)
            self.send_header("Content-Length", str(len(fresh)))
            self.end_headers()
            self.wfile.write(fresh)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        server.handle_error = lambda request, client_address: None  # type: ignore[method-assign]
        told.send(server.server_port)
        server.serve_forever()
