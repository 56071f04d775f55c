"""Watching: each place is asked when it is due, what is new in it is read and kept, and what fails is tried later."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from nongrata.newsroom.keep import Room, keep_dossier
from nongrata.sources import Capture
from nongrata.sources.ask import Answer, Ask, Conditions, NotChanged, Refused
from nongrata.sources.kinds import document_type, media_type_of
from nongrata.sources.manners import Manners
from nongrata.sources.unpack import each_of, read_sources
from nongrata.sources.watched import Found, found_in, kind_of
from nongrata.store.record import Kept
from nongrata.store.sources import Entry, Source
from nongrata.values import Skipped

EVERY = timedelta(minutes=15)
_LONGEST_PAUSE = timedelta(days=1)
_MOST_PLACES = 2_000  # that one OPML file, or one sitemap of sitemaps, may name


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """What asks the web, with manners; and how often a place is asked."""

    ask: Ask
    manners: Manners
    every: timedelta = EVERY


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What became of one thing that a place held."""

    place: str
    entry: str
    kept: Kept | None = None
    said: str | None = None  # why it could not be read


Clock = Callable[[], datetime]


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
        yield from _read_files(room, source, clock=clock)
        room.store.sources.put(_done(source, "folder", Conditions(), web, now=clock()))
        return
    told = _asked(web, source.uri, Conditions(etag=source.etag, last_modified=source.last_modified))
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
        yield from _read_new(room, web, source, found, clock=clock)
    # Only now: whoever was killed on the way asks for all of it again, and passes over what is kept.
    room.store.sources.put(_done(source, kind_of(place), told.conditions, web, now=clock()))


def _asked(web: Web, url: str, conditions: Conditions) -> Answer | NotChanged | Refused:
    refusal = web.manners.refusal(url)
    if refusal is not None:
        return Refused(url=url, reason=refusal)
    web.manners.wait(url)
    return web.ask(url, conditions)


def captured(told: Answer, *, now: datetime) -> Capture:
    """Give an answer as a capture."""
    media_type = document_type(told.body) or (told.media_type if told.media_type in _TEXTS else None)
    return Capture(
        uri=told.url,
        body=told.body,
        media_type=media_type or media_type_of(told.body, name=told.url),
        charset=told.charset,
        fetched_at=now,
    )


_TEXTS = frozenset(("text/html", "text/plain"))


def _read_new(room: Room, web: Web, source: Source, found: Found | Skipped, *, clock: Clock) -> Iterator[Read]:
    if isinstance(found, Skipped):
        yield Read(place=source.uri, entry=found.item, said=found.reason)
    elif not room.store.sources.has(source.uri, found.key):
        if found.is_place and found.link is not None:
            yield from _add_place(room, source, found, now=clock())
        else:
            yield from _read_entry(room, web, source, found, clock=clock)


def _add_place(room: Room, source: Source, found: Found, *, now: datetime) -> Iterator[Read]:
    """Watch a place that another one names; the entry tells that it was seen, so that what is let go stays so."""
    named = [each for each in room.store.sources.all() if each.found_in is not None]
    if len(named) >= _MOST_PLACES:
        said = f"found more than {_MOST_PLACES:,} places named by others; wanted fewer: watch this one by itself"
        yield Read(place=source.uri, entry=found.key, said=said)
        return
    with room.store.database.transaction():
        known = room.store.sources.get(str(found.link))
        root = source.found_in or source.uri
        fresh = Source(uri=str(found.link), found_in=root, kind="unknown", due=now)
        room.store.sources.put(fresh if known is None else replace(known, due=now))
        room.store.sources.add_entry(source.uri, Entry(entry=found.key, seen_at=now, dossier=None, said=None))


def _read_entry(room: Room, web: Web, source: Source, found: Found, *, clock: Clock) -> Iterator[Read]:
    capture, said = found.capture, None
    if found.is_teaser and found.link is not None:
        told = _asked(web, found.link, Conditions())
        if isinstance(told, Answer):
            page = captured(told, now=clock())
            told_by = found.capture
            capture = replace(page, published=None if told_by is None else told_by.published)
        elif isinstance(told, Refused):
            said = told.reason
            if told.status is None or told.status >= 500 or told.status == 429:
                capture = None  # it may answer the next time
                yield Read(place=source.uri, entry=found.key, said=said)
                return
    if capture is None:
        _note(room, source, found.key, said or "found no text", now=clock())
        yield Read(place=source.uri, entry=found.key, said=said or "found no text; wanted a story")
        return
    yield from _keep_entry(room, source, found.key, capture, clock=clock)


def _keep_entry(room: Room, source: Source, key: str, capture: Capture, *, clock: Clock) -> Iterator[Read]:
    """Keep all stories of an entry, and that it was read: both, or neither. Reading them holds nobody up."""
    parts = [(part, part if isinstance(part, Skipped) else room.desk.read_capture(part)) for part in each_of(capture)]
    reads = []
    with room.store.database.transaction():
        for part, told in parts:
            if isinstance(told, Skipped) or isinstance(part, Skipped):
                said = told.reason if isinstance(told, Skipped) else None
                reads.append(Read(place=source.uri, entry=key, said=said))
            else:
                kept = keep_dossier(room, told, now=clock(), capture=part)
                reads.append(Read(place=source.uri, entry=key, kept=kept))
        dossier = next((each.kept.dossier for each in reads if each.kept is not None), None)
        said = next((each.said for each in reads if each.said is not None), None)
        room.store.sources.add_entry(source.uri, Entry(entry=key, seen_at=clock(), dossier=dossier, said=said))
    yield from reads


def _note(room: Room, source: Source, key: str, said: str, *, now: datetime) -> None:
    room.store.sources.add_entry(source.uri, Entry(entry=key, seen_at=now, dossier=None, said=said))


def _read_files(room: Room, source: Source, *, clock: Clock) -> Iterator[Read]:
    """Read the files of a folder that are new or have changed; a file that names feeds adds them."""
    path = Path(source.uri)
    files = sorted(each for each in path.rglob("*") if each.is_file()) if path.is_dir() else [path]
    for file in files:
        if file.is_symlink() or any(part.startswith(".") for part in file.relative_to(path).parts):
            continue
        for captured_file in read_sources(str(file), now=clock(), stdin=io.BytesIO(), fetch=None):
            if isinstance(captured_file, Skipped):
                yield Read(place=source.uri, entry=captured_file.item, said=captured_file.reason)
            else:
                yield from _read_held(room, source, captured_file, clock=clock)


def _read_held(room: Room, source: Source, capture: Capture, *, clock: Clock) -> Iterator[Read]:
    if kind_of(capture) == "opml":
        for found in found_in(capture):
            if isinstance(found, Found) and not room.store.sources.has(source.uri, found.key):
                yield from _add_place(room, source, found, now=clock())
        return
    key = f"{capture.uri} {capture.sha256[:16]}"
    if not room.store.sources.has(source.uri, key):
        yield from _keep_entry(room, source, key, capture, clock=clock)


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
