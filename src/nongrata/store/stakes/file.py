"""The SQLite file in which added stakes lie: its layout, asking it, and writing all of a file or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from nongrata.store.sql.database import keepable
from nongrata.values import StoreError

_VERSION = 1
_WANTED = "a home folder that can be read and written (NONGRATA_HOME)"
_TABLES = """
create table source (id integer primary key, name text, kind text, sha256 text unique, added_at text,
                     stakes integer, parties integer, skipped integer);
create table stake (source integer, owner text, owned text, low text, high text, flags integer, kind text,
                    since text, until text, says text, problem text);
create table holder (id text, source integer, told text, primary key (id, source)) without rowid;
create table word (word text, id text, source integer, primary key (word, id, source)) without rowid;
create table describer (said text, source integer, primary key (said, source)) without rowid;
create table number (value text, id text, source integer, primary key (value, id, source)) without rowid;
create index stake_owned on stake (owned);
create index stake_owner on stake (owner);
"""


@dataclass(slots=True)
class StakesFile:
    """A file of stakes, which need not be there yet."""

    path: Path
    _open: sqlite3.Connection | None = None

    def rows(self, ask: str, *values: str) -> list[tuple]:  # type: ignore[type-arg] # columns of each query
        """Give what a query finds; nothing where nothing was ever added."""
        try:
            if self._open is None:
                if not self.path.exists():
                    return []
                opened = sqlite3.connect(self.path, check_same_thread=False)
                if _layout(opened) == 0:  # nothing was ever added whole
                    opened.close()
                    return []
                self._checked(opened)
                self._open = opened
            return self._open.execute(ask, keepable(values)).fetchall()
        except sqlite3.Error as error:
            raise StoreError(str(self.path), str(error), _WANTED) from None

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give the file for writing; what is done in it is kept whole or not at all."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.path, timeout=60)) as base, base:
                base.execute("begin immediate")
                if _layout(base) == 0:
                    for table in _TABLES.split(";"):
                        base.execute(table)
                    base.execute(f"pragma user_version = {_VERSION}")
                self._checked(base)
                yield base
        except sqlite3.Error as error:
            raise StoreError(str(self.path), str(error), _WANTED) from None
        except OSError as error:
            raise StoreError(str(self.path), (error.strerror or str(error)).lower(), _WANTED) from None

    def _checked(self, base: sqlite3.Connection) -> None:
        if (layout := _layout(base)) != _VERSION:
            raise StoreError(str(self.path), f"stakes of layout {layout}", f"layout {_VERSION}: take the file away")


def _layout(base: sqlite3.Connection) -> int:
    return int(base.execute("pragma user_version").fetchone()[0])
