"""A watch killed again and again, at points drawn by chance, until it is through: every story once, every alert once.

The model is loaded once, in a process that forks the watchers: what is killed is asking, reading, keeping and telling.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from nongrata.desk import Desk, open_desk
from nongrata.newsroom.deliver import deliver
from nongrata.newsroom.keep import Room
from nongrata.newsroom.places import add_places
from nongrata.newsroom.read_new import Web
from nongrata.newsroom.watch import watch_round
from nongrata.settings import Settings
from nongrata.sources.ask import Answer, Conditions, NotChanged, Refused
from nongrata.sources.manners import Manners
from nongrata.store.opened import Store, open_store
from nongrata.store.stories.query import StoryQuery

SEED, STORIES = 11, 12
_SITE = "https://a.example"
_FORK = multiprocessing.get_context("fork")
_TOWNS = ("Omsk", "Kazan", "Perm", "Tula", "Ufa", "Tver", "Chita", "Pskov", "Kursk", "Sochi", "Anapa", "Orsk")


@dataclass(frozen=True, slots=True, kw_only=True)
class Survived:
    """What was left after all the kills."""

    kills: int
    stories: int
    wanted: int
    alerts: int
    wanted_alerts: int
    told_twice: int  # alerts that reached the channel more than once: killed between telling and writing it down


def measure_kills(kills: int) -> Survived:
    """Kill a watch so many times, begin anew whenever it is through, and count what is kept each time."""
    chance = random.Random(SEED)
    desk = open_desk(Settings(home=Path(tempfile.mkdtemp())))
    _undisturbed(desk)  # the model is loaded with the first story
    wanted, seconds = _undisturbed(desk)
    done, told, rounds = 0, Survived(kills=0, stories=0, wanted=0, alerts=0, wanted_alerts=0, told_twice=0), 0
    while done < kills:
        with tempfile.TemporaryDirectory() as home:
            done += _killed_until_through(desk, Path(home), kills - done, chance, seconds)
            rounds += 1
            told = _counted(Path(home), told, wanted)
    return replace(told, kills=done)


def _undisturbed(desk: Desk) -> tuple[int, float]:
    """Give how many alerts a watch raises that nobody kills, and how long it takes."""
    with tempfile.TemporaryDirectory() as home:
        began = time.monotonic()
        _run(desk, Path(home))
        store = open_store(Settings(home=Path(home)))
        count = store.alerts.count()
        store.close()
        return count, time.monotonic() - began


def _killed_until_through(desk: Desk, home: Path, kills: int, chance: random.Random, seconds: float) -> int:
    """Start the watch and kill it, until it is through or was killed so often; then let it go through."""
    for number in range(kills):
        watcher = _FORK.Process(target=_run, args=(desk, home))
        watcher.start()
        watcher.join(chance.uniform(0, seconds))
        if watcher.exitcode is not None:
            return number
        os.kill(watcher.pid or 0, signal.SIGKILL)
        watcher.join()
    _run(desk, home)
    return kills


def _run(desk: Desk, home: Path) -> None:
    """Watch until nothing is new; tell of alerts by adding lines to a file."""
    settings = Settings(home=home)
    store = open_store(settings)
    room = Room(desk=desk, store=store, channels=("file",))
    now = datetime(2026, 3, 1, tzinfo=UTC)
    manners = Manners(_ask, clock=lambda: 0.0, sleep=lambda _seconds: None)
    add_places(room.store, [f"{_SITE}/feed"], now=now)
    for _read in watch_round(room, Web(ask=_ask, manners=manners), clock=lambda: now):
        pass
    with (home / "told").open("a", encoding="utf-8") as out:

        def tell(alert: object) -> None:
            out.write(f"{getattr(alert, 'id', '')}\n")
            out.flush()

        deliver(store, "file", tell, now=now + timedelta(days=1))
    store.close()


def _counted(home: Path, before: Survived, wanted: int) -> Survived:
    store = open_store(Settings(home=home))
    lines = (home / "told").read_text("utf-8").split()
    uris = [story.uri for story in store.stories.find(StoryQuery(limit=1_000))]
    missing = set(_alert_ids(store)) - set(lines)
    found = Survived(
        kills=0,
        stories=before.stories + len(uris),
        wanted=before.wanted + STORIES,
        alerts=before.alerts + store.alerts.count() - len(missing),
        wanted_alerts=before.wanted_alerts + wanted,
        told_twice=before.told_twice + len(lines) - len(set(lines)),
    )
    store.close()
    return found


def _alert_ids(store: Store) -> Iterator[str]:
    return (alert.id for alert in store.alerts.find(limit=10_000))


def _ask(url: str, _conditions: Conditions) -> Answer | NotChanged | Refused:
    """Answer as a site would that has a feed of short entries, and a page for each."""
    told = Conditions(etag='"1"')
    if url == f"{_SITE}/feed":
        items = "".join(f"<item><title>{town}</title><link>{_SITE}/{town}</link></item>" for town in _TOWNS)
        body = f"<rss version='2.0'><channel>{items}</channel></rss>"
        return Answer(url=url, body=body.encode(), media_type=None, charset="utf-8", conditions=told)
    town = url.rpartition("/")[2]
    if town not in _TOWNS:
        return Refused(url=url, reason="found HTTP 404", status=404)
    return Answer(url=url, body=_page(town).encode(), media_type=None, charset="utf-8", conditions=told)


def _page(town: str) -> str:
    at = _TOWNS.index(town) + 3
    return (
        f"<html><body><article><h1>Plant number {at} opened in {town}</h1><p>{town.upper()}, Russia, March {at}"
        f" (Reuters) - Russian President Vladimir Putin inspected plant number {at} in {town} on its opening day"
        f" and praised its {at * 100} workers.</p>"
        f"<p>The {town} plant makes engine part {at * 7}, the governor of {town} said.</p>"
        "</article></body></html>"
    )
