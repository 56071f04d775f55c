"""Captures kept: the bytes once, and for each place they came from when, and what its server told."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NewType

from nongrata.sources import Capture
from nongrata.store.sql.database import (
    Database,
    day_text,
    digest_of,
    json_text,
    maybe_day,
    moment_of,
    packed,
    text_of,
    unpacked,
)

CaptureId = NewType("CaptureId", str)


def capture_id(capture: Capture) -> CaptureId:
    """Give the id of these bytes from this place, as told there."""
    day = "" if capture.published is None else capture.published.isoformat()
    return CaptureId(digest_of(capture.uri, capture.sha256, capture.title or "", day, str(capture.is_whole)))


@dataclass(frozen=True, slots=True)
class CaptureShelf:
    """What was fetched, unread."""

    database: Database

    def put(self, capture: Capture, *, headers: Mapping[str, str] = {}) -> CaptureId:
        """Keep a capture; one that is kept already stays as it is."""
        kept = capture_id(capture)
        with self.database.transaction():
            self.database.run(
                "INSERT INTO body (sha256, size, packed) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                *(capture.sha256, len(capture.body), packed(capture.body)),
            )
            self.database.run(
                "INSERT INTO capture (id, sha256, uri, media_type, charset, fetched_at, title, published, is_whole,"
                " headers) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                *(kept, capture.sha256, capture.uri, capture.media_type, capture.charset),
                *(text_of(capture.fetched_at), capture.title),
                day_text(capture.published),
                *(int(capture.is_whole), json_text(dict(headers))),
            )
        return kept

    def get(self, capture: CaptureId) -> Capture | None:
        """Give a capture as it was; None for an unknown id."""
        found = self.database.rows(
            "SELECT c.uri, b.packed, c.media_type, c.charset, c.fetched_at, c.title, c.published, c.is_whole"
            " FROM capture c JOIN body b ON b.sha256 = c.sha256 WHERE c.id = ?",
            capture,
        )
        for uri, body, media_type, charset, fetched_at, title, published, is_whole in found:
            return Capture(
                uri=uri,
                body=unpacked(bytes(body)),
                media_type=media_type,
                charset=charset,
                fetched_at=moment_of(fetched_at),
                title=title,
                published=maybe_day(published),
                is_whole=bool(is_whole),
            )
        return None

    def headers(self, capture: CaptureId) -> Mapping[str, str]:
        """Give what the server told beside the bytes."""
        found = self.database.rows("SELECT headers FROM capture WHERE id = ?", capture)
        told: Mapping[str, str] = json.loads(found[0][0]) if found else {}
        return told
