"""The lists' own ties, gathered once for the lists in use: HOME/edges.jsonl."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from nongrata.ownership.holder import Holder
from nongrata.ownership.holdings import Register, register_of
from nongrata.ownership.registers.from_lists import edges_of_lists
from nongrata.ownership.stakes import Stake
from nongrata.screening.index import ListIndex
from nongrata.store.files import put_in_place
from nongrata.store.stakes.rows import holder_of, stake_of, stake_row, told_of
from nongrata.values import StoreError
from nongrata.values.compact import compact

SCHEMA = "nongrata/edges/2"


@dataclass(frozen=True, slots=True)
class EdgeShelf:
    """The ties kept under a home folder."""

    home: Path

    @property
    def path(self) -> Path:
        """Where they are."""
        return self.home / "edges.jsonl"

    def edges(self, index: ListIndex, key: str) -> Register:
        """Give the ties of the lists in this index; found now, and kept, where they are not yet kept under its key."""
        found = self._kept(key)
        if found is None:
            found = edges_of_lists(index)
            self._keep(key, found)
        return found

    def _kept(self, key: str) -> Register | None:
        try:
            with self.path.open("rb") as lines:
                if json.loads(lines.readline()) != [SCHEMA, key]:
                    return None
                register = register_of(_rows(json.loads(lines.readline()), json.loads(lines.readline())))
                register.places.update(json.loads(lines.readline()))
                return register
        except (OSError, ValueError, TypeError, AttributeError, RecursionError, StoreError):
            return None  # lost or damaged: they are found again

    def _keep(self, key: str, register: Register) -> None:
        stakes = [stake_row(stake) for each in register.stakes_into.values() for stake in each]
        holders = [(holder.id, told_of(holder)) for holder in register.holders.values()]
        rows: list[object] = [[SCHEMA, key], stakes, holders, register.places]
        with suppress(OSError):  # a home that cannot be written: they are found again the next time
            put_in_place(self.path, (f"{compact(row)}\n".encode(errors="replace") for row in rows))


def _rows(stakes: list[list[str | int | None]], holders: list[tuple[str, str]]) -> Iterator[Stake | Holder]:
    yield from (stake_of(("", *row)) for row in stakes)
    yield from (holder_of(id_, told) for id_, told in holders)
