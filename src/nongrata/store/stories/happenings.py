"""Events across stories: each telling of the same event, with its speaker, its status and its disagreements."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from nongrata.store.parties import canonical_of
from nongrata.store.record import MemberId, StoryId, Told, ToldId
from nongrata.store.sql.database import Database, Row, Value, day_text

_COLUMNS = (
    "t.id, t.story, t.event, t.type, t.mode, t.status, t.at_day, t.place, t.actors, t.recipients, t.sources,"
    " t.sentence, t.happening"
)
_MEMBERS = 500  # the newest members of a party in very many stories, whose events are looked through


@dataclass(frozen=True, slots=True, kw_only=True)
class EventQuery:
    """Which events are asked for; all conditions together."""

    types: tuple[str, ...] = ()
    party: MemberId | None = None  # the id of any member of the party that acts, is acted on or speaks
    story: StoryId | None = None
    since: date | None = None
    until: date | None = None
    before: ToldId | None = None  # the next page
    limit: int = 100


@dataclass(frozen=True, slots=True)
class HappeningShelf:
    """The events of all stories."""

    database: Database

    def get(self, told: ToldId) -> tuple[Told, ...]:
        """Give all tellings of the event that a telling's id names, the oldest first; nothing for an unknown id."""
        found = self.database.rows(
            f"SELECT {_COLUMNS} FROM told t WHERE t.happening = (SELECT happening FROM told WHERE id = ?)"
            " ORDER BY t.turn, t.id",
            told,
        )
        return tuple(map(_told, found))

    def of_story(self, story: StoryId) -> tuple[Told, ...]:
        """Give the events of a story."""
        return tuple(
            map(_told, self.database.rows(f"SELECT {_COLUMNS} FROM told t WHERE t.story = ? ORDER BY t.id", story))
        )

    def find(self, query: EventQuery) -> tuple[Told, ...]:
        """Give the first telling of each event asked for, those told last first."""
        asked: list[tuple[str, tuple[Value, ...]]] = []
        if query.types:
            asked.append((f"t.type IN ({', '.join('?' * len(query.types))})", query.types))
        optional: tuple[tuple[str, Value], ...] = (
            (_OF_PARTY, None if query.party is None else canonical_of(self.database, query.party)),
            ("t.story = ?", query.story),
            ("substr(t.at_day, 1, 10) >= ?", day_text(query.since)),
            ("substr(t.at_day, 1, 10) <= ?", day_text(query.until)),
            ("(t.turn, t.id) < (SELECT turn, id FROM told WHERE id = ?)", query.before),
        )
        asked += [(condition, (value,)) for condition, value in optional if value is not None]
        if query.story is None:
            asked.append(("t.happening = t.id", ()))
        where = " AND ".join(condition for condition, _values in asked) or "1 = 1"
        values = [value for _condition, each in asked for value in each]
        found = self.database.rows(
            f"SELECT {_COLUMNS} FROM told t WHERE {where} ORDER BY t.turn DESC, t.id DESC LIMIT ?",
            *(*values, query.limit),
        )
        return tuple(map(_told, found))


_OF_PARTY = (
    "t.id IN (SELECT tt.happening FROM part p JOIN told tt ON tt.id = p.told WHERE p.member IN (SELECT id FROM member"
    f" WHERE canonical = ? ORDER BY turn DESC LIMIT {_MEMBERS}))"
)


def _told(row: Row) -> Told:
    return Told(
        id=ToldId(row[0]),
        story=StoryId(row[1]),
        event=row[2],
        type=row[3],
        mode=row[4],
        status=row[5],
        when=row[6],
        place=row[7],
        actors=tuple(json.loads(row[8])),
        recipients=tuple(json.loads(row[9])),
        sources=tuple(json.loads(row[10])),
        sentence=row[11],
        happening=ToldId(row[12]),
    )
