"""What is new in a place: read once and kept, or noted with why it could not be read."""

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
_MOST_PLACES = 2_000  # that one OPML file, or one sitemap of sitemaps, may name
_TEXTS = frozenset(("text/html", "text/plain"))

Clock = Callable[[], datetime]


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


def ask_kindly(web: Web, url: str, conditions: Conditions) -> Answer | NotChanged | Refused:
    """Ask for a page when its site wants to be asked; not at all where its robots.txt says so."""
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


def read_new(room: Room, web: Web, source: Source, found: Found | Skipped, *, clock: Clock) -> Iterator[Read]:
    """Read what a place holds where it was not read before; a place that it names is watched from now on."""
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
    """Read an entry: its own text, or the page of what is only teased."""
    capture, said = found.capture, "found no text; wanted a story"
    if found.is_teaser and found.link is not None:
        told = ask_kindly(web, found.link, Conditions())
        if isinstance(told, Answer):
            day = None if found.capture is None else found.capture.published
            capture = replace(captured(told, now=clock()), published=day)
        elif isinstance(told, Refused):
            said = told.reason
            if told.status is None or told.status >= 500 or told.status == 429:  # it may answer the next time
                yield Read(place=source.uri, entry=found.key, said=said)
                return
    if capture is None:
        room.store.sources.add_entry(source.uri, Entry(entry=found.key, seen_at=clock(), dossier=None, said=said))
        yield Read(place=source.uri, entry=found.key, said=said)
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


def read_files(room: Room, source: Source, *, clock: Clock) -> Iterator[Read]:
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
            if isinstance(found, Skipped):
                yield Read(place=source.uri, entry=found.item, said=found.reason)
            elif not room.store.sources.has(source.uri, found.key):
                yield from _add_place(room, source, found, now=clock())
        return
    key = f"{capture.uri} {capture.sha256[:16]}"
    if not room.store.sources.has(source.uri, key):
        yield from _keep_entry(room, source, key, capture, clock=clock)
