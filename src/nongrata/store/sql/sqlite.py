"""The store in one SQLite file: a connection for each thread, readers beside one writer (write-ahead log)."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nongrata.store.sql.database import Dialect, Row, Value, keepable
from nongrata.store.sql.threads import PerThread
from nongrata.values import StoreError

_WAIT = 30.0  # seconds for another writer
_OLDEST = (3, 37, 0)  # STRICT tables
_WANTED = "a file that is a store of nongrata and can be read and written (NONGRATA_STORE, NONGRATA_HOME)"

SQLITE = Dialect(
    name="sqlite",
    words={
        "serial": "INTEGER PRIMARY KEY AUTOINCREMENT",
        "blob": "BLOB",
        "real": "REAL",
        "big": "INTEGER",
        "strict": "STRICT",
        "keyed": "STRICT, WITHOUT ROWID",
        "plain": "TEXT",
        "ordinal": "CAST(julianday(coalesce(s.published, substr(s.kept_at, 1, 10))) - 1721424.5 AS INTEGER)",
        "joined": "group_concat(t.word, char(10))",
    },
    has_words="story_words MATCH ?",
    as_words="?",
    turn="rowid",
)


class SqliteDatabase:
    """A Database in a file."""

    dialect = SQLITE

    def __init__(self, path: Path) -> None:
        if sqlite3.sqlite_version_info < _OLDEST:
            raise StoreError(str(path), f"SQLite {sqlite3.sqlite_version}", "SQLite 3.37 or later: update Python")
        self._path = path
        self._connections = PerThread(self._opened)
        self._own = threading.local()  # whether this thread is within a transaction

    def rows(self, sql: str, *values: Value) -> list[Row]:
        """Give the rows that a statement gives."""
        with self._told():
            return self._connections.get().execute(sql, keepable(values)).fetchall()

    def run(self, sql: str, *values: Value) -> int:
        """Run a statement; give how many rows it changed."""
        with self._told():
            return self._connections.get().execute(sql, keepable(values)).rowcount

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Hold the file for changes that are all made, or none of them."""
        if getattr(self._own, "is_held", False):
            yield
            return
        self.run("BEGIN IMMEDIATE")
        self._own.is_held = True
        try:
            yield
        except BaseException:
            self.run("ROLLBACK")
            raise
        else:
            self.run("COMMIT")
        finally:
            self._own.is_held = False

    def words_asked(self, phrases: tuple[str, ...]) -> str:
        """Give an FTS5 query: each phrase, the last word as the beginning of one."""
        return " ".join(f'"{phrase}"' for phrase in phrases) + ("" if " " in phrases[-1] else "*")

    def close(self) -> None:
        """Close the connections of all threads."""
        self._connections.close()

    def _opened(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        # Each thread has its own; only close() goes through those of the others.
        opened = sqlite3.connect(self._path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
        opened.execute("PRAGMA journal_mode = WAL")
        opened.execute("PRAGMA synchronous = FULL")  # what was told to be kept lasts through a power cut
        opened.execute("PRAGMA foreign_keys = ON")
        opened.execute("PRAGMA trusted_schema = OFF")
        return opened

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise StoreError(str(self._path), str(error), _WANTED) from error
        except OSError as error:
            raise StoreError(str(self._path), (error.strerror or str(error)).lower(), _WANTED) from error
