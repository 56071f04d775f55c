"""Events across stories in words: who, what, whom, when, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from nongrata.events import Status
from nongrata.outputs.story.acts import act_words
from nongrata.outputs.words import and_words, as_start, country_words, date_words, one_line
from nongrata.store.opened import Store
from nongrata.store.record import MemberId, Told


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingRow:
    """One event as the first story tells it."""

    day: str
    status: str
    says: str
    sentence: str
    by: str
    story: str
    tellings: int


def telling_rows(events: Iterable[Told], store: Store) -> tuple[TellingRow, ...]:
    """Give events by their days, the newest first; those without one last."""
    rows = [_row(each, store) for each in events]
    return tuple(row for _when, row in sorted(rows, key=lambda pair: pair[0], reverse=True))


def _row(told: Told, store: Store) -> tuple[str, TellingRow]:
    actors, recipients = _names(told.actors, store), _names(told.recipients, store)
    act = act_words(told.type, told.mode, cast("Status", told.status), has_recipient=bool(recipients))
    where = "" if told.place is None else f" · {one_line(told.place)}"
    who = as_start(and_words(actors)) if actors else "Somebody not named"
    row = TellingRow(
        day="No date" if told.when is None else date_words(told.when),
        status=told.status,
        says=f"{who} {act} {and_words(recipients)}".strip() + where,
        sentence=one_line(told.sentence),
        by=and_words(_names(told.sources, store)) or "the story",
        story=told.story,
        tellings=len(store.happenings.get(told.id)),
    )
    return told.when or "", row


def _names(actors: Iterable[str], store: Store) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_each(actors, store)))


def _each(actors: Iterable[str], store: Store) -> Iterator[str]:
    for actor in actors:
        kind, _, value = actor.partition(":")
        if kind == "country":
            yield country_words(value)
        elif kind == "text":
            yield one_line(value)
        else:
            member = store.parties.one(MemberId(value))
            yield "?" if member is None else one_line(member.name)
