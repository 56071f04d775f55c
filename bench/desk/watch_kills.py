"""The real command, `nongrata watch`, killed at points drawn by chance, its site and its webhook served from here.

Beside bench.desk.kills, which kills what is already loaded: here the whole command begins anew each time.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from nongrata.settings import Settings
from nongrata.store.opened import open_store
from nongrata.store.stories.query import StoryQuery

TOWNS = ("Omsk", "Kazan", "Perm", "Tula", "Ufa", "Tver")
_SEED = 13
_LONGEST = 600.0  # seconds that a command may take


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What was left once a watch was through."""

    kills: int
    stories: tuple[str, ...]  # their addresses
    alerts: tuple[str, ...]  # ids of those that are kept
    told: tuple[str, ...]  # ids of those that the webhook got, in order

    @property
    def wanted_stories(self) -> tuple[str, ...]:
        """The stories that the site has."""
        return tuple(sorted(f"/{town}" for town in TOWNS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site with a feed, a page for each entry, and a webhook."""

    url: str
    told: list[str] = field(default_factory=list)
    asked: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))


def measure_command_kills(kills: int) -> tuple[int, int, int, int, int]:
    """Give how often it was killed, stories kept once and all, alerts told and all, over as many homes as it takes."""
    chance, done, kept, wanted, told, raised = random.Random(_SEED), 0, 0, 0, 0, 0
    while done < kills:
        with tempfile.TemporaryDirectory() as home:
            left = killed_until_through(Path(home), kills - done, chance)
        done += left.kills
        kept, wanted = kept + (left.stories == left.wanted_stories) * len(TOWNS), wanted + len(TOWNS)
        told, raised = told + len(set(left.told) & set(left.alerts)), raised + len(TOWNS)  # one of each story
        if len(left.alerts) != len(TOWNS):
            raise RuntimeError(f"found {len(left.alerts)} alerts; wanted {len(TOWNS)}")
    return done, kept, wanted, told, raised


def killed_until_through(home: Path, kills: int, chance: random.Random) -> Left:
    """Kill the command after a request drawn by chance, or a little later, so many times; then let it go through.

    The first time at once, and while pages are still to be asked for: a quick machine is never through by then.
    """
    with _site() as site:
        done = int(_killed(home, site, after=chance.randint(1, len(TOWNS) - 1), later=0.0))
        while 0 < done < kills and _killed(home, site, after=chance.randint(1, 8), later=chance.uniform(0, 0.4)):
            done += 1
        status = _started(home, site).wait(timeout=_LONGEST)
        store = open_store(Settings(home=home))
        stories = store.stories.find(StoryQuery(limit=1_000))
        left = Left(
            kills=done,
            stories=tuple(sorted(story.uri.removeprefix(site.url) for story in stories)),
            alerts=tuple(sorted(alert.id for alert in store.alerts.find(limit=10_000))),
            told=tuple(site.told),
        )
        store.close()
    if status != 0:
        raise RuntimeError(f"found the watch at its end with status {status}; wanted 0")
    return left


def _killed(home: Path, site: Site, *, after: int, later: float) -> bool:
    """Kill the command some time after it has asked so often; say whether there was anything left to kill."""
    while site.asked.acquire(blocking=False):
        pass
    watch = _started(home, site)
    for _ in range(after):
        while not site.asked.acquire(timeout=0.2):
            if watch.poll() is not None:
                return False
    try:
        watch.wait(timeout=later)
    except subprocess.TimeoutExpired:
        watch.send_signal(signal.SIGKILL)
    return watch.wait() == -signal.SIGKILL


def _started(home: Path, site: Site) -> subprocess.Popen[bytes]:
    options = (
        "--once",
        "--every",
        "0.001",
        "--pace",
        "0",
        "--private-host",
        "127.0.0.1",
        "--webhook",
        f"{site.url}/hook",
    )
    return subprocess.Popen(
        [sys.executable, "-m", "nongrata", "watch", f"{site.url}/feed", *options],
        env={**os.environ, "NONGRATA_HOME": str(home), "NONGRATA_WEBHOOK_SECRET": "s3cret"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@contextmanager
def _site() -> Iterator[Site]:
    class Line(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = _answer(self.path, site.url)
            self._give(404 if body is None else 200, body or b"")

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            site.told.append(self.headers["Nongrata-Alert"])
            self._give(204, b"")

        def _give(self, status: int, body: bytes) -> None:
            site.asked.release()
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """Who was killed hangs up: that is what this is about."""

    with Quiet(("127.0.0.1", 0), Line) as server:
        site = Site(url=f"http://127.0.0.1:{server.server_port}")
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield site
        server.shutdown()


def _answer(path: str, url: str) -> bytes | None:
    if path == "/feed":
        items = "".join(f"<item><title>{town}</title><link>{url}/{town}</link></item>" for town in TOWNS)
        return f"<rss version='2.0'><channel>{items}</channel></rss>".encode()
    town = path.removeprefix("/")
    if town not in TOWNS:
        return None
    at = TOWNS.index(town) + 3
    return (
        f"<html><body><article><h1>Plant number {at} opened in {town}</h1><p>{town.upper()}, Russia, March {at}"
        f" (Reuters) - Russian President Vladimir Putin inspected plant number {at} in {town} on its opening day"
        f" and praised its {at * 100} workers.</p><p>The {town} plant makes engine part {at * 7}, the governor of"
        f" {town} said.</p></article></body></html>"
    ).encode()
