"""Stakes that a user added, kept in one SQLite file: HOME/stakes.sqlite, each with its source.

A source is told by its file's name and the digest of its bytes: the same bytes are there once, and a newer file of the
same name takes the place of the older. Parties are found by id, by number, and by the words of their names.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from nongrata.lists.files import digest_of
from nongrata.ownership.holder import Holder
from nongrata.ownership.holdings import MOST_LIKE, Source, words_of
from nongrata.ownership.recognise import READERS, kind_of_register
from nongrata.ownership.stakes import Stake
from nongrata.store.stake_rows import holder_of, stake_of, stake_row, told_of
from nongrata.values import Skipped, StoreError, fold

_VERSION = 1
_WANTED = "a home folder that can be read and written (NONGRATA_HOME)"
_BATCH = 10_000
_WHOLE = "="  # begins a whole name among the words
_COMMON = 2_000  # bearers of a word that tells nothing any more
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
_STAKE = "select source.name, owner, owned, low, high, flags, stake.kind, since, until, says, problem from stake"


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What came of adding a file."""

    source: Source
    is_new: bool
    instead_of: Source | None = None  # the older file of this name, which it takes the place of
    skipped: tuple[Skipped, ...]  # the first of them


@dataclass(slots=True)
class StakeShelf:
    """The stakes kept under a home folder; it answers as `Holdings` do."""

    home: Path
    _open: sqlite3.Connection | None = None
    _described: dict[str, bool] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        """Where they are."""
        return self.home / "stakes.sqlite"

    def sources(self) -> tuple[Source, ...]:
        """Give the sources, in the order in which they were added."""
        if not self.path.exists():
            return ()
        rows = self._rows("select name, kind, sha256, added_at, stakes, parties, skipped from source order by id")
        return tuple(map(_source, rows))

    def add(self, path: Path, *, now: datetime) -> Added:
        """Read a file of stakes and keep what it tells, all of it or nothing.

        Raises ListError for a file that is no register, StoreError for the home folder.
        """
        kind, digest = kind_of_register(path), digest_of([path])
        known = next((source for source in self.sources() if source.sha256 == digest), None)
        if known is not None:
            return Added(source=known, is_new=False, skipped=())
        older = next((source for source in self.sources() if source.name == path.name[:200]), None)
        named = (path.name[:200], kind, digest, now.isoformat("T", "seconds"))
        with self._writing() as base:
            if older is not None:
                _take_away(base, older.sha256)
            number = base.execute(
                "insert into source (name, kind, sha256, added_at) values (?, ?, ?, ?)", named
            ).lastrowid
            filling = _Filling(base, number or 0)
            filling.take(READERS[kind][0](path))
            base.execute(
                "update source set stakes = ?, parties = ?, skipped = ? where id = ?", (*filling.counts, number)
            )
        source = _source((*named, *filling.counts))
        return Added(source=source, is_new=True, instead_of=older, skipped=tuple(filling.first_skipped))

    def remove(self, name: str) -> int:
        """Take away the sources of this name or digest; give how many."""
        if not self.path.exists():
            return 0
        with self._writing() as base:
            return _take_away(base, name)

    def into(self, id_: str, /) -> Sequence[Stake]:
        """Give the stakes in a party."""
        return self._stakes("where owned = ?", id_)

    def of(self, id_: str, /) -> Sequence[Stake]:
        """Give the stakes that a party has."""
        return self._stakes("where owner = ?", id_)

    def about(self, id_: str, /) -> Holder | None:
        """Give the party as a source describes it; one that is only named bears its id as its name."""
        for (told,) in self._rows("select told from holder where id = ? order by source desc limit 1", id_):
            return holder_of(id_, told)
        known = self._rows("select 1 from stake where owned = ? or owner = ? limit 1", id_, id_)
        return Holder(id=id_, names=(id_,)) if known else None

    def describes(self, source: str, /) -> bool:
        """Say whether a source describes the parties it speaks of."""
        if source not in self._described:
            rows = self._rows("select 1 from describer where said = ? limit 1", source)
            self._described[source] = bool(rows)
        return self._described[source]

    def named(self, names: Sequence[str], numbers: Sequence[str], /) -> Sequence[Holder]:
        """Give the parties that bear one of the numbers, or one of these very names however they are spelt."""
        found: dict[str, None] = {}
        for value in numbers:
            rows = self._rows(f"select distinct id from number where value = ? limit {MOST_LIKE}", value)
            found |= {id_: None for (id_,) in rows}
        for name in dict.fromkeys(map(fold, names)):
            rows = self._rows(f"select distinct id from word where word = ? limit {MOST_LIKE}", _WHOLE + name)
            found |= {id_: None for (id_,) in rows}
        return [holder for id_ in list(found)[:MOST_LIKE] if (holder := self.about(id_)) is not None]

    def like(self, names: Sequence[str], /) -> Sequence[Holder]:
        """Give the parties that share a telling word with one of the names, those that share most first."""
        ask = f"select distinct id from word where word = ? limit {_COMMON + 1}"
        postings = (self._rows(ask, word) for word in words_of(names))
        shared = Counter(id_ for posting in postings if len(posting) <= _COMMON for (id_,) in posting)
        likest = [id_ for id_, _count in shared.most_common(MOST_LIKE)]
        return [holder for id_ in likest if (holder := self.about(id_)) is not None]

    def _stakes(self, where: str, id_: str) -> list[Stake]:
        rows = self._rows(f"{_STAKE} join source on source.id = stake.source {where}", id_)
        return [stake_of(row) for row in rows]

    def _rows(self, ask: str, *values: str) -> list[tuple]:  # type: ignore[type-arg] # columns of each query
        try:
            if self._open is None:
                if not self.path.exists():
                    return []
                opened = sqlite3.connect(self.path, check_same_thread=False)
                if opened.execute("pragma user_version").fetchone()[0] == 0:  # nothing was ever added whole
                    opened.close()
                    return []
                self._checked(opened)
                self._open = opened
            return self._open.execute(ask, values).fetchall()
        except sqlite3.Error as error:
            raise StoreError(str(self.path), str(error), _WANTED) from None

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """Give the file for writing; what is done in it is kept whole or not at all."""
        try:
            self.home.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.path, timeout=60)) as base, base:
                base.execute("begin immediate")
                if base.execute("pragma user_version").fetchone()[0] == 0:
                    for table in _TABLES.split(";"):
                        base.execute(table)
                    base.execute(f"pragma user_version = {_VERSION}")
                self._checked(base)
                yield base
        except sqlite3.Error as error:
            raise StoreError(str(self.path), str(error), _WANTED) from None
        except OSError as error:
            raise StoreError(str(self.path), (error.strerror or str(error)).lower(), _WANTED) from None
        self._described.clear()

    def _checked(self, base: sqlite3.Connection) -> None:
        version = base.execute("pragma user_version").fetchone()[0]
        if version != _VERSION:
            raise StoreError(str(self.path), f"stakes of layout {version}", f"layout {_VERSION}: take the file away")


def _source(row: Sequence[object]) -> Source:
    name, kind, sha256, added_at, *counts = row
    stakes, parties, skipped = (int(str(count)) for count in counts)
    return Source(
        name=str(name),
        kind=str(kind),
        sha256=str(sha256),
        added_at=str(added_at),
        stakes=stakes,
        parties=parties,
        skipped=skipped,
    )


def _take_away(base: sqlite3.Connection, name: str) -> int:
    wanted = "select id from source where name = ? or sha256 = ?"
    gone = [row[0] for row in base.execute(wanted, (name, name)).fetchall()]
    for number in gone:
        for table in ("stake", "holder", "word", "number", "describer"):
            base.execute(f"delete from {table} where source = ?", (number,))
        base.execute("delete from source where id = ?", (number,))
    return len(gone)


class _Filling:
    """What a file tells, on its way into the tables."""

    def __init__(self, base: sqlite3.Connection, source: int) -> None:
        self.base, self.source = base, source
        self.counts = [0, 0, 0]
        self.first_skipped: list[Skipped] = []
        self.named: set[str] = set()
        self.described: set[str] = set()
        self.waiting: dict[str, list[tuple[object, ...]]] = defaultdict(list)

    def take(self, rows: Iterable[Stake | Holder | Skipped]) -> None:
        for row in rows:
            match row:
                case Stake():
                    self.counts[0] += 1
                    self._put("stake", (self.source, *stake_row(row)))
                    self._name(row.owner, (row.owner,))
                    self._name(row.owned, (row.owned,))
                case Holder():
                    self._take_holder(row)
                case Skipped():
                    self.counts[2] += 1
                    if len(self.first_skipped) < 100:
                        self.first_skipped.append(row)
        for table in list(self.waiting):
            self._flush(table)

    def _take_holder(self, holder: Holder) -> None:
        self.counts[1] += 1
        self._put("holder", (holder.id, self.source, told_of(holder)))
        if holder.source not in self.described:
            self.described.add(holder.source)
            self._put("describer", (holder.source, self.source))
        self.named.discard(holder.id)
        self._name(holder.id, holder.names)
        for _, value in holder.numbers:
            self._put("number", (value, holder.id, self.source))

    def _name(self, id_: str, names: Sequence[str]) -> None:
        if id_ not in self.named:
            self.named.add(id_)
            for word in (*words_of(names), *(_WHOLE + name for name in dict.fromkeys(map(fold, names)))):
                self._put("word", (word, id_, self.source))

    def _put(self, table: str, row: tuple[object, ...]) -> None:
        self.waiting[table].append(row)
        if len(self.waiting[table]) >= _BATCH:
            self._flush(table)

    def _flush(self, table: str) -> None:
        rows = self.waiting.pop(table)
        self.base.executemany(f"insert or ignore into {table} values ({', '.join('?' * len(rows[0]))})", rows)
