"""What is watched - feeds, sitemaps, folders, pages -, when each is asked next, and what of it was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from nongrata.store.record import DossierId
from nongrata.store.sql.database import Database, Row, maybe_moment, moment_of, text_of

_COLUMNS = "uri, found_in, kind, etag, last_modified, asked_at, due, failures, said, is_watched, is_paused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A place that is watched."""

    uri: str
    found_in: str | None = None  # the OPML file or the sitemap that named it
    kind: str  # "feed", "sitemap", "folder", …; "unknown" before it was asked first
    etag: str | None = None
    last_modified: str | None = None
    asked_at: datetime | None = None
    due: datetime
    failures: int = 0  # one after another
    said: str | None = None  # what was wrong the last time
    is_watched: bool = True
    is_paused: bool = False  # not asked for the time being


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that a source held, and what became of it."""

    entry: str  # its address, its guid, its path with its day and size
    seen_at: datetime
    dossier: DossierId | None  # None: it could not be read
    said: str | None  # why


@dataclass(frozen=True, slots=True)
class SourceShelf:
    """The places that are watched."""

    database: Database

    def put(self, source: Source) -> None:
        """Keep a source as it is now."""
        self.database.run(
            f"INSERT INTO source ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (uri) DO UPDATE SET"
            " found_in = excluded.found_in, kind = excluded.kind, etag = excluded.etag,"
            " last_modified = excluded.last_modified, asked_at = excluded.asked_at, due = excluded.due,"
            " failures = excluded.failures, said = excluded.said, is_watched = excluded.is_watched,"
            " is_paused = excluded.is_paused",
            *(source.uri, source.found_in, source.kind, source.etag, source.last_modified),
            None if source.asked_at is None else text_of(source.asked_at),
            *(text_of(source.due), source.failures, source.said, int(source.is_watched), int(source.is_paused)),
        )

    def get(self, uri: str) -> Source | None:
        """Give a source as it was kept."""
        found = self.database.rows(f"SELECT {_COLUMNS} FROM source WHERE uri = ?", uri)
        return _source(found[0]) if found else None

    def all(self) -> tuple[Source, ...]:
        """Give all sources, by their addresses."""
        return tuple(map(_source, self.database.rows(f"SELECT {_COLUMNS} FROM source ORDER BY uri")))

    def has(self, source: str, entry: str) -> bool:
        """Be an entry that was read, or found unreadable, before."""
        return bool(self.database.rows("SELECT 1 FROM entry WHERE source = ? AND entry = ?", source, entry))

    def add_entry(self, source: str, entry: Entry) -> None:
        """Write down what became of an entry."""
        self.database.run(
            "INSERT INTO entry (source, entry, seen_at, dossier, said) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (source, entry) DO UPDATE SET dossier = excluded.dossier, said = excluded.said",
            *(source, entry.entry, text_of(entry.seen_at), entry.dossier, entry.said),
        )

    def count(self, source: str) -> int:
        """Give how many entries of a source were read, or found unreadable."""
        return int(self.database.rows("SELECT count(*) FROM entry WHERE source = ?", source)[0][0])

    def brought(self, source: str) -> int:
        """Give how many entries of a source were stories."""
        return int(self.database.rows("SELECT count(dossier) FROM entry WHERE source = ?", source)[0][0])

    def entries(self, source: str, *, limit: int = 100) -> tuple[Entry, ...]:
        """Give what a source held, the last one first."""
        found = self.database.rows(
            "SELECT entry, seen_at, dossier, said FROM entry WHERE source = ? ORDER BY seen_at DESC, entry LIMIT ?",
            *(source, limit),
        )
        return tuple(
            Entry(entry=row[0], seen_at=moment_of(row[1]), dossier=row[2] and DossierId(row[2]), said=row[3])
            for row in found
        )


def _source(row: Row) -> Source:
    uri, found_in, kind, etag, last_modified, asked_at, due, failures, said, is_watched, is_paused = row
    return Source(
        uri=uri,
        found_in=found_in,
        kind=kind,
        etag=etag,
        last_modified=last_modified,
        asked_at=maybe_moment(asked_at),
        due=moment_of(due),
        failures=failures,
        said=said,
        is_watched=bool(is_watched),
        is_paused=bool(is_paused),
    )
