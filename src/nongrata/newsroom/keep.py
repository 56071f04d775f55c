"""Stories read and kept; and read again, when a list has changed or somebody has judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import cast

from nongrata.desk import Desk, open_desk
from nongrata.dossiers import Dossier
from nongrata.dossiers.alerts import Sighting, alerts_for, is_over
from nongrata.newsroom.clients import clients_in
from nongrata.screening import ListIndex
from nongrata.screening.judged import name_key
from nongrata.settings import Settings
from nongrata.sources import Capture
from nongrata.sources.read import content_reason
from nongrata.store.opened import Store, open_store
from nongrata.store.record import DossierId, Kept
from nongrata.store.stories.dossiers import dossier_id
from nongrata.values import Skipped, fold

NONGRATA = "nongrata"  # who does what nobody did by hand


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A desk and the store that it keeps its stories in."""

    desk: Desk
    store: Store
    clients: ListIndex | None = None  # names watched for beside the lists
    channels: tuple[str, ...] = ()  # who is told of alerts: "terminal", "webhook", "mail"
    rules: frozenset[str] | None = None  # the rules by which alerts are raised; None: all of them


def open_room(settings: Settings) -> Room:
    """Give a desk over the lists in use, and its store. Raises what opening either raises."""
    store = open_store(settings)
    return Room(desk=open_desk(settings), store=store)


def keep_capture(room: Room, capture: Capture, *, now: datetime, published: date | None = None) -> Kept | Skipped:
    """Read what was fetched and keep it with its dossier; the same story again changes nothing."""
    dossier = room.desk.read_capture(capture, published=published)
    if isinstance(dossier, Skipped):
        return dossier
    return keep_dossier(room, dossier, now=now, capture=capture)


def keep_text(room: Room, text: str, *, now: datetime, uri: str = "-", published: date | None = None) -> Kept | Skipped:
    """Read a text already at hand and keep it. `uri` says where it came from: the same text from there is kept once."""
    body = text.encode("utf-8", "replace")
    reason = content_reason(body)
    if reason is not None:
        return Skipped(stage="sources", item=uri, reason=reason)
    capture = Capture(uri=uri, body=body, media_type="text/plain", charset="utf-8", fetched_at=now)
    return keep_capture(room, capture, now=now, published=published)


def keeper(desk: Desk, settings: Settings) -> Callable[[Dossier, Capture], Kept]:
    """Give what keeps dossiers in the store, with what they were read from, as they are read."""
    room = Room(desk=desk, store=open_store(settings))
    return lambda dossier, capture: keep_dossier(room, dossier, now=this_moment(), capture=capture)


def keep_dossier(room: Room, dossier: Dossier, *, now: datetime, capture: Capture | None = None) -> Kept:
    """Keep a dossier that was read, and what it was read from."""
    with room.store.database.transaction():  # the story and its alerts: both, or neither
        before = _exposed_before(room.store, dossier_id(dossier))
        from_what = None if capture is None else room.store.captures.put(capture)
        kept = room.store.dossiers.put(dossier, at=now, capture=from_what)
        if kept.is_new or kept.has_changed:
            seen = tuple(sightings(room, dossier, kept.dossier))
            alerts = [alert for each in seen for alert in alerts_for(before, each, at=now)]
            wanted = [alert for alert in alerts if room.rules is None or alert.rule in room.rules]
            room.store.alerts.put(wanted, channels=room.channels)
            for each in seen if kept.has_changed else ():
                _close_alerts(room.store, each, now=now)
    return kept


def _close_alerts(store: Store, again: Sighting, *, now: datetime) -> None:
    """Close what is over: somebody judged it away, or a list has changed; the audit log says so."""
    for alert in store.alerts.of_story(again.story):
        if alert.state != "closed" and is_over(alert, again):
            store.alerts.mark(alert.id, "closed")
            name = {"name": alert.about.get("name")}
            store.audit.add(who=NONGRATA, did="closed an alert that is over", about=alert.id, at=now, detail=name)


def _exposed_before(store: Store, dossier: DossierId) -> frozenset[str] | None:
    """Give who was listed or owned when the story was read before; None where it was not."""
    if store.dossiers.answers(dossier) == ():
        return None
    members = store.parties.of_dossier(dossier)
    return frozenset(fold(each.name) for each in members if each.exposure in ("listed", "owned"))


def sightings(room: Room, dossier: Dossier, kept: DossierId) -> Iterator[Sighting]:
    """Give the stories of a dossier as the rules of alerts look at them."""
    for row, report in zip(room.store.stories.of_dossier(kept), dossier.stories, strict=True):
        yield Sighting(
            story=row.id,
            text_id=row.copy_of,
            uri=dossier.article.uri,
            text=dossier.article.text,
            report=report,
            clients=clients_in(dossier, report, room.clients),
        )


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
