"""Stories read and kept; and read again, when a list has changed or somebody has judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import cast

from nongrata.desk import Desk, open_desk
from nongrata.dossiers import Dossier
from nongrata.screening.judged import name_key
from nongrata.settings import Settings
from nongrata.sources import Capture
from nongrata.store.opened import Store, open_store
from nongrata.store.record import DossierId, Kept
from nongrata.values import Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A desk and the store that it keeps its stories in."""

    desk: Desk
    store: Store


def open_room(settings: Settings, *, lists: Sequence[Path] = ()) -> Room:
    """Give a desk over the lists in use, and its store. Raises what opening either raises."""
    store = open_store(settings)
    return Room(desk=open_desk(settings, lists=lists), store=store)


def keep_capture(
    room: Room, capture: Capture, *, now: datetime, published: date | None = None, headers: Mapping[str, str] = {}
) -> Kept | Skipped:
    """Read what was fetched and keep it with its dossier; the same story again changes nothing."""
    dossier = room.desk.read_capture(capture, published=published)
    if isinstance(dossier, Skipped):
        return dossier
    return keep_dossier(room, dossier, now=now, capture=capture, headers=headers)


def keeper(desk: Desk, settings: Settings) -> Callable[[Dossier, Capture], Kept]:
    """Give what keeps dossiers in the store, with what they were read from, as they are read."""
    room = Room(desk=desk, store=open_store(settings))
    return lambda dossier, capture: keep_dossier(room, dossier, now=this_moment(), capture=capture)


def keep_dossier(
    room: Room, dossier: Dossier, *, now: datetime, capture: Capture | None = None, headers: Mapping[str, str] = {}
) -> Kept:
    """Keep a dossier that was read, and what it was read from."""
    with room.store.database.transaction():
        from_what = None if capture is None else room.store.captures.put(capture, headers=headers)
        return room.store.dossiers.put(dossier, at=now, capture=from_what)


def reread(room: Room, dossiers: Iterable[DossierId], *, now: datetime) -> Iterator[Kept | Skipped]:
    """Read stored stories again, by the lists and judgements of now; give what became of each."""
    for dossier in dossiers:
        from_what = room.store.dossiers.capture_of(dossier)
        capture = None if from_what is None else room.store.captures.get(from_what)
        if capture is None:
            reason = "found no bytes of it in the store; wanted them, to read it again: read it anew from its place"
            yield Skipped(stage="store", item=dossier, reason=reason)
            continue
        told = room.store.dossiers.get(dossier) or {}
        yield keep_again(room, capture, told, now=now)


def keep_again(room: Room, capture: Capture, told: Mapping[str, object], *, now: datetime) -> Kept | Skipped:
    """Read a capture as it was read before: with the day that was given, and as of the same day."""
    made_by = cast("Mapping[str, object]", told.get("made_by") or {})
    as_of = made_by.get("as_of")
    day = date.fromisoformat(as_of) if isinstance(as_of, str) else None
    dossier = room.desk.read_capture(capture, published=_given_day(told), as_of=day)
    return dossier if isinstance(dossier, Skipped) else keep_dossier(room, dossier, now=now, capture=capture)


def _given_day(told: Mapping[str, object]) -> date | None:
    """Give the day that a user told when the story was read; None where it was found out."""
    for story in cast("Sequence[Mapping[str, Mapping[str, str]]]", told.get("stories") or ()):
        if story["published"]["basis"] == "given":
            return date.fromisoformat(story["published"]["date"])
    return None


def stories_naming(store: Store, names: Iterable[str]) -> tuple[DossierId, ...]:
    """Give the dossiers in which a party bears one of these names."""
    keys = set(map(name_key, names)) - {""}
    found = {
        store_id: None
        for name in names
        for member in store.parties.named(name, limit=10_000)
        if name_key(member.name) in keys
        for store_id in (DossierId(member.story.rpartition(".")[0]),)
    }
    return tuple(found)


def this_moment() -> datetime:
    """Give the present: the clock is read here alone."""
    return datetime.now(UTC)
