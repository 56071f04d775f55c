"""Alerts kept, and to whom each was handed on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from nongrata.dossiers.alerts import Alert, AlertId, AlertState
from nongrata.store.sql.database import Database, Row, json_text, moment_of, text_of
from nongrata.store.stories.turns import LAST

_COLUMNS = "a.id, a.rule, a.story, a.made_at, a.says, a.about, a.state"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """An alert that a channel ("webhook", "mail") still has to be told."""

    alert: Alert
    channel: str
    tries: int


@dataclass(frozen=True, slots=True)
class AlertShelf:
    """The alerts."""

    database: Database

    def put(self, alerts: Iterable[Alert], *, channels: Sequence[str] = ()) -> tuple[Alert, ...]:
        """Keep the alerts that are not there yet, due on these channels; give those."""
        added = []
        with self.database.transaction():
            for alert in alerts:
                if self._insert(alert):
                    added.append(alert)
                    for channel in channels:
                        self.database.run(
                            "INSERT INTO delivery (alert, channel, tries, due) VALUES (?, ?, 0, ?)",
                            *(alert.id, channel, text_of(alert.made_at)),
                        )
        return tuple(added)

    def get(self, alert: AlertId) -> Alert | None:
        """Give one alert."""
        found = self.database.rows(f"SELECT {_COLUMNS} FROM alert a WHERE a.id = ?", alert)
        return _alert(found[0]) if found else None

    def find(
        self, *, state: AlertState | None = None, before: AlertId | None = None, limit: int = 50
    ) -> tuple[Alert, ...]:
        """Give the alerts in a state, or all, the newest first; with `before`, the page after that one."""
        asked: tuple[tuple[str, str | None], ...] = (
            ("a.state = ?", state),
            ("(a.made_at, a.id) < (SELECT made_at, id FROM alert WHERE id = ?)", before),
        )
        where = " AND ".join(condition for condition, value in asked if value is not None) or "1 = 1"
        found = self.database.rows(
            f"SELECT {_COLUMNS} FROM alert a WHERE {where} ORDER BY a.made_at DESC, a.id DESC LIMIT ?",
            *(value for _condition, value in asked if value is not None),
            limit,
        )
        return tuple(map(_alert, found))

    def of_story(self, story: str) -> tuple[Alert, ...]:
        """Give the alerts about a story."""
        found = self.database.rows(f"SELECT {_COLUMNS} FROM alert a WHERE a.story = ? ORDER BY a.made_at, a.id", story)
        return tuple(map(_alert, found))

    def count(self, *, state: AlertState | None = None, most: int = LAST) -> int:
        """Give how many alerts are in a state, or in all; counted to `most`."""
        where, values = ("1 = 1", ()) if state is None else ("state = ?", (state,))
        held = f"SELECT 1 FROM alert WHERE {where} LIMIT ?"
        return int(self.database.rows(f"SELECT count(*) FROM ({held}) held", *values, most)[0][0])

    def mark(self, alert: AlertId, state: AlertState) -> bool:
        """Put an alert in another state; say whether there is such an alert."""
        return self.database.run("UPDATE alert SET state = ? WHERE id = ?", state, alert) == 1

    def due(self, channel: str, *, now: datetime, limit: int = 100) -> tuple[Delivery, ...]:
        """Give what a channel has to be told by now, the oldest first."""
        found = self.database.rows(
            f"SELECT {_COLUMNS}, d.tries FROM delivery d JOIN alert a ON a.id = d.alert"
            " WHERE d.channel = ? AND d.done_at IS NULL AND d.due <= ? ORDER BY a.made_at, a.id LIMIT ?",
            *(channel, text_of(now), limit),
        )
        return tuple(Delivery(alert=_alert(row[:7]), channel=channel, tries=row[7]) for row in found)

    def delivered(self, alert: AlertId, channel: str, *, at: datetime) -> None:
        """Write down that a channel was told."""
        self.database.run(
            "UPDATE delivery SET done_at = ?, error = NULL, tries = tries + 1 WHERE alert = ? AND channel = ?",
            *(text_of(at), alert, channel),
        )

    def failed(self, alert: AlertId, channel: str, *, error: str, again: datetime) -> None:
        """Write down that a channel could not be told, why, and when to try again."""
        self.database.run(
            "UPDATE delivery SET due = ?, error = ?, tries = tries + 1 WHERE alert = ? AND channel = ?",
            *(text_of(again), error, alert, channel),
        )

    def _insert(self, alert: Alert) -> bool:
        return (
            self.database.run(
                "INSERT INTO alert (id, rule, story, made_at, says, about, state) VALUES (?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT DO NOTHING",
                *(alert.id, alert.rule, alert.story, text_of(alert.made_at), alert.says),
                *(json_text(dict(alert.about)), alert.state),
            )
            == 1
        )


def _alert(row: Row) -> Alert:
    own, rule, story, made_at, says, about, state = row
    told: dict[str, Any] = json.loads(about)
    return Alert(
        id=AlertId(own), rule=rule, story=story, made_at=moment_of(made_at), says=says, about=told, state=state
    )
