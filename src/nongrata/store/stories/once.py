"""What very many answers and stories have in common, kept once: by which lists, model and program they were made."""

from __future__ import annotations

from nongrata.store.sql.database import Database, digest_of, json_text


def told_once(database: Database, value: object) -> int:
    """Give where a value is kept; it is laid there where it is new."""
    asked, text = "SELECT id FROM told_once WHERE digest = ?", json_text(value)
    if not database.rows(asked, digest_of(text)):
        insert = "INSERT INTO told_once (digest, text) VALUES (?, ?) ON CONFLICT DO NOTHING"
        database.run(insert, digest_of(text), text)
    return int(database.rows(asked, digest_of(text))[0][0])
