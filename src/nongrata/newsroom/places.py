"""The places that are watched: added, paused, let go, shown; who did it stands in the audit log."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from nongrata.store.opened import Store
from nongrata.store.sources import Source
from nongrata.values import SettingError

LONGEST = 2_000  # letters of an address
_MOST = 5_000  # places that people may name
_IDLE = timedelta(minutes=10)  # behind its time, a place is not late yet
_WANTED = "the address of a feed, a sitemap, an OPML file or a page: https://news.example/feed.xml"


def add_places(store: Store, places: Iterable[str], *, now: datetime) -> None:
    """Watch these places from now on; those that are watched already keep their pace."""
    for place in places:
        known = store.sources.get(place)
        if known is None:
            store.sources.put(Source(uri=place, kind="unknown", due=now))
        elif not known.is_watched:  # let go once, and wanted again: what was read of it stays read
            again = replace(known, is_watched=True, is_paused=False, found_in=None, due=now, failures=0, said=None)
            store.sources.put(again)


def add_by(store: Store, told: str, *, by: str, now: datetime) -> Source:
    """Let somebody have a place on the web watched. Raises SettingError for what is none."""
    place = _checked(told)
    with store.database.transaction():
        known = store.sources.get(place)
        if known is not None and known.is_watched:
            return known
        if len(watched(store)) >= _MOST:
            raise SettingError("place", place[:80], f"at most {_MOST:,} places: remove one that is not needed")
        add_places(store, [place], now=now)
        store.audit.add(who=by, did="had a place watched", about=place, at=now)
    return store.sources.get(place) or Source(uri=place, kind="unknown", due=now)


def pause_by(store: Store, place: str, *, by: str, now: datetime, is_paused: bool) -> tuple[Source, ...]:
    """Let a place, and those that it named, not be asked for the time being, or be asked again; give them."""
    with store.database.transaction():
        named = tuple(
            replace(each, is_paused=is_paused, due=each.due if is_paused else min(each.due, now))
            for each in _named(store, place)
        )
        for each in named:
            store.sources.put(each)
        if named:
            store.audit.add(who=by, did="paused a place" if is_paused else "resumed a place", about=place, at=now)
    return named


def let_go_by(store: Store, place: str, *, by: str, now: datetime) -> tuple[Source, ...]:
    """Let somebody have a place watched no more, nor those that it named; give them."""
    with store.database.transaction():
        gone = let_go(store, place)
        if gone:
            store.audit.add(who=by, did="let go of a place", about=place, at=now)
    return gone


def let_go(store: Store, place: str) -> tuple[Source, ...]:
    """Watch a place no more, nor those that it named; give them. What was read of them is kept."""
    gone = _named(store, place)
    for each in gone:
        store.sources.put(replace(each, is_watched=False))
    return gone


def watched(store: Store) -> tuple[Source, ...]:
    """Give the places that are watched, each followed by those that it named."""
    places = [each for each in store.sources.all() if each.is_watched]
    return tuple(sorted(places, key=lambda each: (each.found_in or each.uri, each.found_in is not None, each.uri)))


def is_watching(places: Iterable[Source], *, now: datetime) -> bool:
    """Say whether somebody asks the places: none of them is long behind its time."""
    return all(each.is_paused or each.due + _IDLE > now for each in places)


def _named(store: Store, place: str) -> tuple[Source, ...]:
    return tuple(each for each in watched(store) if place in (each.uri, each.found_in))


def _checked(told: str) -> str:
    """Give an address on the web as it is kept; whether it leads into a network of ours is seen when it is asked."""
    place = told.strip()
    try:
        parts = urlsplit(place)
        is_good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        has_secret = parts.username is not None or parts.password is not None
    except ValueError:
        is_good, has_secret = False, False
    if not is_good or len(place) > LONGEST or not place.isprintable() or " " in place:
        raise SettingError("place", place[:80], _WANTED)
    if has_secret:
        raise SettingError("place", "an address with a name or a password in it", _WANTED)
    return place
