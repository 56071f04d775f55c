"""What every shelf of the store asks of a database: rows, changes, and work that is done whole or not at all.

The statements are written once, in the SQL that SQLite and PostgreSQL share, with `?` for a value. Where the two differ
the database tells its own words: `Dialect`.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Protocol

from nongrata.values import StoreError

Value = str | int | float | bytes | None
Row = tuple[Any, ...]  # its columns are of the types that the migrations say; each shelf makes a record of it at once
Json = Mapping[str, object]

_MOST_UNPACKED = 1 << 28  # bytes: five times the longest capture


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """Where the two databases have different words for one thing."""

    name: str  # "sqlite", "postgres": which of the dialects' own migrations are run
    words: Mapping[str, str]  # for the migrations: ${serial}, ${blob}, ${real}, ${strict}…
    has_words: str  # the condition that a row of `story_words` holds the words asked for
    as_words: str  # the value of its column `words`
    turn: str  # its column of turns
    months: str | None = None  # what gives its tables, the newest month's first; None: it is one, in the order of turns
    make_month: str | None = None  # what makes the table of a turn's month


class Database(Protocol):
    """A database: of these three calls all shelves are made."""

    @property
    def dialect(self) -> Dialect:
        """What it says otherwise than others do."""

    def rows(self, sql: str, *values: Value) -> list[Row]:
        """Give the rows that a statement gives."""

    def run(self, sql: str, *values: Value) -> int:
        """Run a statement; give how many rows it changed."""

    def transaction(self) -> AbstractContextManager[None]:
        """Hold the database for changes that are all made, or none of them. Within one, another is the same one."""

    def words_asked(self, phrases: tuple[str, ...]) -> str:
        """Give the value for `dialect.has_words`: phrases; a last one of a single word is the beginning of a word."""

    def close(self) -> None:
        """Let go of the database."""


def keepable(values: tuple[Value, ...]) -> tuple[Value, ...]:
    """Give the values as any database takes them: without NULs and halves of characters, which PostgreSQL refuses.

    >>> keepable(("a\\0b", 1, None))
    ('ab', 1, None)
    """
    return tuple(
        each.replace("\0", "").encode("utf-8", "replace").decode("utf-8") if isinstance(each, str) else each
        for each in values
    )


def text_of(moment: datetime) -> str:
    """Give an instant as it is kept: in UTC, of one length, so that texts sort as instants do.

    >>> text_of(datetime(2026, 3, 1, 12, 30, tzinfo=UTC))
    '2026-03-01T12:30:00.000000+00:00'
    """
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment_of(text: str) -> datetime:
    """Give the instant that was kept."""
    return datetime.fromisoformat(text)


def maybe_moment(text: str | None) -> datetime | None:
    """Give the instant that was kept; None for none."""
    return None if text is None else moment_of(text)


def maybe_day(text: str | None) -> date | None:
    """Give the day that was kept; None for none."""
    return None if text is None else date.fromisoformat(text)


def day_text(day: date | None) -> str | None:
    """Give a day as it is kept; None for none."""
    return None if day is None else day.isoformat()


def json_text(value: object) -> str:
    """Give a value as JSON, always the same for the same value.

    >>> json_text({"b": 1, "a": "é"})
    '{"a":"é","b":1}'
    """
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of(*parts: str) -> str:
    """Give an id for what is told apart by these texts: 32 hexadecimal digits."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def packed(body: bytes) -> bytes:
    """Give the bytes as they are kept, made small."""
    return zlib.compress(body, 6)


def unpacked(body: bytes) -> bytes:
    """Give the bytes that were kept. Raises StoreError where they are damaged."""
    unpack = zlib.decompressobj()
    try:
        found = unpack.decompress(body, _MOST_UNPACKED)
    except zlib.error as error:
        raise StoreError("store", f"kept bytes that cannot be unpacked ({error})", "a store that is whole") from None
    if not unpack.eof:
        raise StoreError("store", "kept bytes that are cut short", "a store that is whole")
    return found
