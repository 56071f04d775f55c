"""Watching: each place is asked when it is due, and what fails is tried later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from nongrata.newsroom.keep import Room
from nongrata.newsroom.read_new import Clock, Read, Web, ask_kindly, captured, read_files, read_new
from nongrata.sources.ask import Conditions, NotChanged, Refused
from nongrata.sources.watched import found_in, kind_of
from nongrata.store.sources import Source

_LONGEST_PAUSE = timedelta(days=1)


def watch_round(room: Room, web: Web, *, clock: Clock, only: frozenset[str] | None = None) -> Iterator[Read]:
    """Ask every place that is due, of these or of all, and read what is new in it."""
    asked: set[str] = set()
    while due := [each for each in _due(room, clock(), only) if each.uri not in asked]:
        for source in due:
            asked.add(source.uri)
            yield from _ask_place(room, web, source, clock=clock)


def _due(room: Room, now: datetime, only: frozenset[str] | None) -> list[Source]:
    return [
        each
        for each in room.store.sources.all()
        if (each.is_watched and not each.is_paused and each.due <= now)
        and (only is None or each.uri in only or each.found_in in only)
    ]


def _ask_place(room: Room, web: Web, source: Source, *, clock: Clock) -> Iterator[Read]:
    if not _is_url(source.uri):
        yield from read_files(room, source, clock=clock)
        room.store.sources.put(_done(source, "folder", Conditions(), web, now=clock()))
        return
    told = ask_kindly(web, source.uri, Conditions(etag=source.etag, last_modified=source.last_modified))
    if isinstance(told, Refused):
        room.store.sources.put(_failed(source, told, web, now=clock()))
        yield Read(place=source.uri, entry=source.uri, said=told.reason)
        return
    if isinstance(told, NotChanged):
        same = Conditions(etag=source.etag, last_modified=source.last_modified)
        room.store.sources.put(_done(source, source.kind, same, web, now=clock()))
        return
    place = captured(told, now=clock())
    for found in found_in(place):
        yield from read_new(room, web, source, found, clock=clock)
    # Only now: whoever was killed on the way asks for all of it again, and passes over what is kept.
    room.store.sources.put(_done(source, kind_of(place), told.conditions, web, now=clock()))


def _done(source: Source, kind: str, conditions: Conditions, web: Web, *, now: datetime) -> Source:
    return replace(
        source,
        kind=kind,
        etag=conditions.etag,
        last_modified=conditions.last_modified,
        asked_at=now,
        due=now + web.every,
        failures=0,
        said=None,
    )


def _failed(source: Source, told: Refused, web: Web, *, now: datetime) -> Source:
    """Give the source as it is asked later: twice as late with each failure, and not before the server wants."""
    pause = min(web.every * 2 ** min(source.failures + 1, 10), _LONGEST_PAUSE)
    due = now + max(pause, timedelta(seconds=told.wait))
    return replace(source, asked_at=now, due=due, failures=source.failures + 1, said=told.reason)


def _is_url(place: str) -> bool:
    return place.startswith(("http://", "https://"))
