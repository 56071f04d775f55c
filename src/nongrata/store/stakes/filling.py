"""What a file of stakes tells, into the tables and out of them again."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence

from nongrata.ownership.holder import Holder
from nongrata.ownership.holdings import words_of
from nongrata.ownership.stakes import Stake
from nongrata.store.stakes.rows import stake_row, told_of
from nongrata.values import Skipped, fold

WHOLE = "="  # begins a whole name among the words
_BATCH = 10_000
_MOST_TOLD = 100  # of what is skipped of one file


class Filling:
    """What a file tells, on its way into the tables."""

    def __init__(self, base: sqlite3.Connection, source: int) -> None:
        self.base, self.source = base, source
        self.counts = [0, 0, 0]
        self.first_skipped: list[Skipped] = []
        self.named: set[str] = set()
        self.described: set[str] = set()
        self.waiting: dict[str, list[tuple[object, ...]]] = defaultdict(list)

    def take(self, rows: Iterable[Stake | Holder | Skipped]) -> None:
        """Put the rows into the tables, and count them."""
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
                    if len(self.first_skipped) < _MOST_TOLD:
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
            for word in (*words_of(names), *(WHOLE + name for name in dict.fromkeys(map(fold, names)))):
                self._put("word", (word, id_, self.source))

    def _put(self, table: str, row: tuple[object, ...]) -> None:
        self.waiting[table].append(row)
        if len(self.waiting[table]) >= _BATCH:
            self._flush(table)

    def _flush(self, table: str) -> None:
        rows = self.waiting.pop(table)
        self.base.executemany(f"insert or ignore into {table} values ({', '.join('?' * len(rows[0]))})", rows)


def take_away(base: sqlite3.Connection, name: str) -> int:
    """Take the sources of this name or digest out of the tables; give how many."""
    wanted = "select id from source where name = ? or sha256 = ?"
    gone = [row[0] for row in base.execute(wanted, (name, name)).fetchall()]
    for number in gone:
        for table in ("stake", "holder", "word", "number", "describer"):
            base.execute(f"delete from {table} where source = ?", (number,))
        base.execute("delete from source where id = ?", (number,))
    return len(gone)
