"""The places that are watched: added, let go, shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from nongrata.store.opened import Store
from nongrata.store.sources import Source


def add_places(store: Store, places: Iterable[str], *, now: datetime) -> None:
    """Watch these places from now on; those that are watched already keep their pace."""
    for place in places:
        known = store.sources.get(place)
        if known is None:
            store.sources.put(Source(uri=place, kind="unknown", due=now))
        elif not known.is_watched:  # let go once, and wanted again: what was read of it stays read
            store.sources.put(replace(known, is_watched=True, found_in=None, due=now, failures=0, said=None))


def let_go(store: Store, place: str) -> tuple[Source, ...]:
    """Watch a place no more, nor those that it named; give them. What was read of them is kept."""
    gone = tuple(each for each in watched(store) if place in (each.uri, each.found_in))
    for each in gone:
        store.sources.put(replace(each, is_watched=False))
    return gone


def watched(store: Store) -> tuple[Source, ...]:
    """Give the places that are watched, each followed by those that it named."""
    places = [each for each in store.sources.all() if each.is_watched]
    return tuple(sorted(places, key=lambda each: (each.found_in or each.uri, each.found_in is not None, each.uri)))
