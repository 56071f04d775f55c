"""Stakes that a user added, kept in one SQLite file: HOME/stakes.sqlite, each with its source.

A source is told by its file's name and the digest of its bytes: the same bytes are there once, and a newer file of the
same name takes the place of the older. Parties are found by id, by number, and by the words of their names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from nongrata.lists.files import digest_of
from nongrata.ownership.holder import Holder
from nongrata.ownership.holdings import MOST_LIKE, Source, words_of
from nongrata.ownership.registers.recognise import READERS, kind_of_register
from nongrata.ownership.stakes import Stake
from nongrata.store.stakes.file import StakesFile
from nongrata.store.stakes.filling import WHOLE, Filling, take_away
from nongrata.store.stakes.rows import holder_of, stake_of
from nongrata.values import Skipped, fold

_COMMON = 2_000  # bearers of a word that tells nothing any more
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
    _file: StakesFile = field(init=False)
    _described: dict[str, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._file = StakesFile(self.path)

    @property
    def path(self) -> Path:
        """Where they are."""
        return self.home / "stakes.sqlite"

    def sources(self) -> tuple[Source, ...]:
        """Give the sources, in the order in which they were added."""
        if not self.path.exists():
            return ()
        rows = self._file.rows("select name, kind, sha256, added_at, stakes, parties, skipped from source order by id")
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
        with self._file.writing() as base:
            if older is not None:
                take_away(base, older.sha256)
            number = base.execute(
                "insert into source (name, kind, sha256, added_at) values (?, ?, ?, ?)", named
            ).lastrowid
            filling = Filling(base, number or 0)
            filling.take(READERS[kind][0](path))
            base.execute(
                "update source set stakes = ?, parties = ?, skipped = ? where id = ?", (*filling.counts, number)
            )
        self._described.clear()
        source = _source((*named, *filling.counts))
        return Added(source=source, is_new=True, instead_of=older, skipped=tuple(filling.first_skipped))

    def remove(self, name: str) -> int:
        """Take away the sources of this name or digest; give how many."""
        if not self.path.exists():
            return 0
        with self._file.writing() as base:
            gone = take_away(base, name)
        self._described.clear()
        return gone

    def into(self, id_: str, /) -> Sequence[Stake]:
        """Give the stakes in a party."""
        return self._stakes("where owned = ?", id_)

    def of(self, id_: str, /) -> Sequence[Stake]:
        """Give the stakes that a party has."""
        return self._stakes("where owner = ?", id_)

    def about(self, id_: str, /) -> Holder | None:
        """Give the party as a source describes it; one that is only named bears its id as its name."""
        for (told,) in self._file.rows("select told from holder where id = ? order by source desc limit 1", id_):
            return holder_of(id_, told)
        known = self._file.rows("select 1 from stake where owned = ? or owner = ? limit 1", id_, id_)
        return Holder(id=id_, names=(id_,)) if known else None

    def describes(self, source: str, /) -> bool:
        """Say whether a source describes the parties it speaks of."""
        if source not in self._described:
            rows = self._file.rows("select 1 from describer where said = ? limit 1", source)
            self._described[source] = bool(rows)
        return self._described[source]

    def named(self, names: Sequence[str], numbers: Sequence[str], /) -> Sequence[Holder]:
        """Give the parties that bear one of the numbers, or one of these very names however they are spelt."""
        found: dict[str, None] = {}
        for value in numbers:
            rows = self._file.rows(f"select distinct id from number where value = ? limit {MOST_LIKE}", value)
            found |= {id_: None for (id_,) in rows}
        for name in dict.fromkeys(map(fold, names)):
            rows = self._file.rows(f"select distinct id from word where word = ? limit {MOST_LIKE}", WHOLE + name)
            found |= {id_: None for (id_,) in rows}
        return [holder for id_ in list(found)[:MOST_LIKE] if (holder := self.about(id_)) is not None]

    def like(self, names: Sequence[str], /) -> Sequence[Holder]:
        """Give the parties that share a telling word with one of the names, those that share most first."""
        ask = f"select distinct id from word where word = ? limit {_COMMON + 1}"
        postings = (self._file.rows(ask, word) for word in words_of(names))
        shared = Counter(id_ for posting in postings if len(posting) <= _COMMON for (id_,) in posting)
        likest = [id_ for id_, _count in shared.most_common(MOST_LIKE)]
        return [holder for id_ in likest if (holder := self.about(id_)) is not None]

    def _stakes(self, where: str, id_: str) -> list[Stake]:
        rows = self._file.rows(f"{_STAKE} join source on source.id = stake.source {where}", id_)
        return [stake_of(row) for row in rows]


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
