"""The folder of a run's answers, which a kill at any instant leaves such that the next run goes on.

    dossiers/day=2024-05-17/part-000042.parquet    the rows of shard 42 that are of this day; likewise
    parties/ matches/ events/ skips/ dropped/
    report.json                                    what the whole run came to
    .corpus/plan.json                              what is asked, and the shards
    .corpus/done/000042.json                       shard 42 is in its place; what its pages came to
    .corpus/work-000042-4711/                      shard 42 as process 4711 writes it

A shard's files get their names in one step each, then its mark is set. Without the mark it is done again, and its
files, being of the same names and rows, replace those that are there.
"""

from __future__ import annotations

import json
import os
from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from nongrata.corpus.record import Counts, Shard, counts_of, shard_of
from nongrata.corpus.tables import TABLES, Row
from nongrata.sources.parquet import write_rows
from nongrata.store.files import held, put_in_place, remove, sync_folder
from nongrata.values import NongrataError, StoreError

SCHEMA = "nongrata/corpus/1"


class Output:
    """The folder of a run's answers."""

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)
        self._own = self.folder / ".corpus"

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Hold the folder for this run, without what a killed one left half written. Raises for a second run."""
        (self._own / "done").mkdir(parents=True, exist_ok=True)
        try:
            with held(self._own / "lock"):
                for left in self._own.glob("work-*"):
                    remove(left)
                yield
        except BlockingIOError:
            raise NongrataError(f"{self.folder}: found another run that writes to it; wanted one at a time") from None

    def plan(self, key: str, shards: Sequence[Shard]) -> None:
        """Keep what is asked. Raises StoreError where the folder holds the answers to something else."""
        path = self._own / "plan.json"
        if path.exists():
            if self._read(path).get("key") != key:
                found = "answers to something else: other sources, lists, options or version"
                raise StoreError(str(self.folder), found, "an empty folder, or the same command as before")
            return
        if any((self.folder / table).exists() for table in TABLES):
            raise StoreError(str(self.folder), "tables that no run of ours has planned", "an empty folder")
        told = {"schema": SCHEMA, "key": key, "shards": [each.as_json() for each in shards]}
        self._write(path, told)

    def planned(self) -> tuple[Shard, ...]:
        """Give the shards that are planned."""
        path = self._own / "plan.json"
        shards = self._read(path).get("shards") if path.exists() else ()
        return tuple(map(shard_of, shards)) if isinstance(shards, list) else ()

    def done(self, wanted: Container[str] | None = None) -> dict[str, Counts]:
        """Give the shards that are in their place, of all or of these names, and what each came to."""
        marks = (self._own / "done").glob("*.json")
        found = sorted(mark for mark in marks if wanted is None or mark.stem in wanted)
        return {mark.stem: counts_of(self._read(mark)) for mark in found}

    def put(self, shard: Shard, rows: Mapping[tuple[str, str], Sequence[Row]], counts: Counts) -> None:
        """Put a shard's rows in their place, whole. Raises OSError; then nothing counts as done."""
        work = self._own / f"work-{shard.name}-{os.getpid()}"
        try:
            written = [(self._written(work, table, day, rows[table, day]), table, day) for table, day in sorted(rows)]
            for path, table, day in written:
                place = self.folder / table / f"day={day}"
                place.mkdir(parents=True, exist_ok=True)
                path.replace(place / f"part-{shard.name}.parquet")
            self._write(self._own / "done" / f"{shard.name}.json", counts.as_json())
        finally:
            remove(work)

    def report(self, told: Mapping[str, object]) -> None:
        """Keep what the whole run came to."""
        self._write(self.folder / "report.json", told)

    def _written(self, work: Path, table: str, day: str, rows: Sequence[Row]) -> Path:
        path = work / f"{table}-{day}.parquet"
        work.mkdir(parents=True, exist_ok=True)
        write_rows(path, TABLES[table], rows)
        with path.open("rb") as file:
            os.fsync(file.fileno())
        return path

    def _write(self, path: Path, told: Mapping[str, object]) -> None:
        put_in_place(path, [json.dumps(told, indent=1, ensure_ascii=False).encode() + b"\n"])
        sync_folder(path.parent)

    def _read(self, path: Path) -> dict[str, object]:
        try:
            told = json.loads(path.read_text("utf-8"))
        except ValueError:
            raise StoreError(str(path), "a damaged file", "the run's own: begin anew in an empty folder") from None
        return told if isinstance(told, dict) else {}
