"""Clients: the names that a desk watches for of its own, in named lists."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from nongrata.store.sql.database import Database, Json, Row, json_text, moment_of, text_of

ClientId = NewType("ClientId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """A client: a name, and what is known of them (FollowTheMoney's properties)."""

    id: ClientId
    list: str  # "clients", or the name of the file
    name: str
    schema: str
    about: Json
    added_at: datetime


@dataclass(frozen=True, slots=True)
class ClientShelf:
    """The clients."""

    database: Database

    def replace(self, list_name: str, clients: Iterable[Client]) -> int:
        """Keep these as the whole of a list; who stood on it before keeps the day they were added. Give how many."""
        with self.database.transaction():
            known = {each.id: each.added_at for each in self.all(list_name)}
            self.database.run("DELETE FROM client WHERE list = ?", list_name)
            count = 0
            for each in clients:
                count += self.database.run(
                    "INSERT INTO client (id, list, name, schema, about, added_at) VALUES (?, ?, ?, ?, ?, ?)"
                    " ON CONFLICT DO NOTHING",
                    *(each.id, list_name, each.name, each.schema, json_text(each.about)),
                    text_of(known.get(each.id, each.added_at)),
                )
        return count

    def all(self, list_name: str | None = None) -> tuple[Client, ...]:
        """Give the clients of a list, or of all."""
        found = self.database.rows(
            "SELECT id, list, name, schema, about, added_at FROM client WHERE (list = ? OR ? = '') ORDER BY list, id",
            *(list_name or "", list_name or ""),
        )
        return tuple(map(_client, found))


def _client(row: Row) -> Client:
    own, list_name, name, schema, about, added_at = row
    return Client(
        id=ClientId(own),
        list=list_name,
        name=name,
        schema=schema,
        about=json.loads(about),
        added_at=moment_of(added_at),
    )
