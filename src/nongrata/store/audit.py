"""Who did what, and when: lines that are only added, each with the digest of the one before.

Whoever changes or leaves out a line breaks the chain from there on. The last digest, kept elsewhere, shows that
no lines were taken from the end.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

from nongrata.store.sql.database import Database, Json, Row, json_text, keepable, moment_of, text_of

START = "0" * 64
_COLUMNS = "number, at_time, who, did, about, detail, before_it, digest"
_PAGE = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditLine:
    """One thing that somebody did."""

    number: int
    at: datetime
    who: str
    did: str  # "judged", "read", "made a token", …
    about: str  # the id of what it was done to
    detail: Json
    before: str  # the digest of the line before
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """Whether the chain holds: how many lines, the last digest, and what is wrong first."""

    lines: int
    last: str
    broken: str | None = None
    first: int = 1  # the line from which it was gone through


@dataclass(frozen=True, slots=True)
class AuditShelf:
    """The audit log."""

    database: Database

    def add(self, *, who: str, did: str, about: str, at: datetime, detail: Json | None = None) -> AuditLine:
        """Write down what somebody did."""
        with self.database.transaction():
            last = self.database.rows("SELECT number, digest FROM audit ORDER BY number DESC LIMIT 1")
            number, before = (last[0][0] + 1, last[0][1]) if last else (1, START)
            # The digest is of what the database takes: a name in letters of another encoding loses some of them.
            told = keepable((number, text_of(at), who, did, about, json_text(detail or {}), before))
            kept = (*told, line_digest(told))
            self.database.run(f"INSERT INTO audit ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", *kept)
            return _line(kept)

    def find(self, *, about: str | None = None, before: int | None = None, limit: int = 100) -> tuple[AuditLine, ...]:
        """Give the lines, or those about one thing, the newest first; with `before`, those under that number."""
        found = self.database.rows(
            f"SELECT {_COLUMNS} FROM audit WHERE (about = ? OR ? = '') AND (number < ? OR ? = 0)"
            " ORDER BY number DESC LIMIT ?",
            *(about or "", about or "", before or 0, before or 0, limit),
        )
        return tuple(map(_line, found))

    def has(self, digest: str) -> bool:
        """Be the digest of a line."""
        return digest == START or bool(self.database.rows("SELECT 1 FROM audit WHERE digest = ?", digest))

    def verify(self, *, newest: int | None = None) -> Verified:
        """Go through the whole chain, or through its newest lines."""
        number, last = (0, START) if newest is None else self._before(newest)
        first = number + 1
        while rows := self.database.rows(
            f"SELECT {_COLUMNS} FROM audit WHERE number > ? ORDER BY number LIMIT ?", number, _PAGE
        ):
            for row in rows:
                broken = _broken(row, number, last)
                if broken is not None:
                    return Verified(lines=number, last=last, broken=broken, first=first)
                number, last = row[0], row[7]
        return Verified(lines=number, last=last, first=first)

    def _before(self, newest: int) -> tuple[int, str]:
        """Give the number and the digest of the line before the newest ones; those of the start where all are new."""
        asked = "SELECT number, digest FROM audit ORDER BY number DESC LIMIT 1 OFFSET ?"
        found = self.database.rows(asked, newest)
        return (int(found[0][0]), str(found[0][1])) if found else (0, START)


def line_digest(told: Row) -> str:
    """Give the digest of a line: of all that it says, the digest of the line before with it."""
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


def _broken(row: Row, number: int, last: str) -> str | None:
    if row[0] != number + 1:
        return f"line {number + 1} is missing: after line {number} comes line {row[0]}"
    if row[6] != last:
        return f"line {row[0]} does not follow line {number}: one of them was changed"
    if row[7] != line_digest(row[:7]):
        return f"line {row[0]} was changed: it no longer has its digest"
    return None


def _line(row: Row) -> AuditLine:
    number, at, who, did, about, detail, before, digest = row
    return AuditLine(
        number=number,
        at=moment_of(at),
        who=who,
        did=did,
        about=about,
        detail=json.loads(detail),
        before=before,
        digest=digest,
    )
