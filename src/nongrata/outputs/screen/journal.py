"""A file of answers that a kill cannot spoil: no row of it is lost or doubled when the command is run again.

    results.csv.part      the answers so far
    results.csv.journal   what they answer (a key), then again and again: so many rows are in so many bytes
    results.csv           all answers, put there in one step at the end

Answers are written first, then the line that counts them. Whoever goes on cuts the answers off behind the last count.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import BinaryIO

from nongrata.store.files import flush, sync_folder
from nongrata.values import NongrataError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

SCHEMA = "nongrata/screen-journal/1"
_SECONDS = 0.5  # between two counts: what is done again after a kill
_LONGEST_LINE = 4_096


@dataclass(slots=True)
class Written:
    """An answer file under way: how many rows are in it, and what they came to."""

    path: Path
    rows: int = 0
    size: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    is_done: bool = False
    left_out: bool = False  # answers to another question were begun here; they are written over
    _answers: BinaryIO = field(init=False)
    _journal: BinaryIO = field(init=False)
    _saved_at: float = field(init=False, default=0.0)

    def write(self, text: str, outcome: str | None = None) -> None:
        """Write an answer, or with no outcome what stands around the answers."""
        data = text.encode("utf-8", errors="backslashreplace")
        self._answers.write(data)
        self.size += len(data)
        if outcome is not None:
            self.rows += 1
            self.counts[outcome] = self.counts.get(outcome, 0) + 1
        if outcome is not None and monotonic() - self._saved_at >= _SECONDS:
            self.save()

    def save(self) -> None:
        """Make what was written so far last, then count it."""
        flush(self._answers)
        told = {"rows": self.rows, "size": self.size, "counts": self.counts, "is_done": self.is_done}
        self._journal.write(json.dumps(told).encode() + b"\n")
        flush(self._journal)
        self._saved_at = monotonic()

    def finish(self) -> None:
        """Put the answers in their place."""
        self.is_done = True
        self.save()
        self._answers.close()
        _put_in_place(self.path)


@contextmanager
def answer_file(path: Path, key: str) -> Iterator[Written]:
    """Give the file to write to: where answers under the same key were begun, with those in it.

    One that was whole when the command was killed says `is_done`. Raises NongrataError where another process writes it.
    """
    part, journal = part_of(path), journal_of(path)
    with journal.open("ab+") as counts:
        _hold(counts, path)
        written = _written_before(path, key, counts) or Written(path=path, left_out=part.exists())
        written._journal = counts
        if written.is_done:
            _put_in_place(path)
            yield written
            return
        if not written.rows:
            counts.truncate(0)
            counts.write(json.dumps({"schema": SCHEMA, "key": key}).encode() + b"\n")
            flush(counts)
        with part.open("r+b" if written.rows else "wb") as answers:
            answers.truncate(written.size)
            answers.seek(written.size)
            written._answers = answers
            yield written


def part_of(path: Path) -> Path:
    """Give where the answers are until they are whole."""
    return path.with_name(f"{path.name}.part")


def journal_of(path: Path) -> Path:
    """Give where they are counted."""
    return path.with_name(f"{path.name}.journal")


def _put_in_place(path: Path) -> None:
    if part_of(path).exists():
        part_of(path).replace(path)
        sync_folder(path.absolute().parent)
    journal_of(path).unlink(missing_ok=True)


def _written_before(path: Path, key: str, journal: BinaryIO) -> Written | None:
    """Give what the last whole line of the journal counts; None for another key, or where the answers are not there."""
    journal.seek(0)
    if not _is_of(journal.readline(_LONGEST_LINE), key):
        return None
    last: Written | None = None
    end = journal.tell()
    while (line := journal.readline(_LONGEST_LINE)).endswith(b"\n"):
        end = journal.tell()
        last = _counted(path, line) or last
    journal.truncate(end)  # a line that a kill cut short
    if last is None or not (last.rows or last.is_done):
        return None
    place = part_of(path)
    if last.is_done and not place.exists():
        return last if path.exists() and path.stat().st_size == last.size else None
    return last if place.exists() and place.stat().st_size >= last.size else None


def _is_of(line: bytes, key: str) -> bool:
    try:
        return bool(json.loads(line) == {"schema": SCHEMA, "key": key})
    except ValueError:
        return False


def _counted(path: Path, line: bytes) -> Written | None:
    try:
        told = json.loads(line)
        return Written(path, int(told["rows"]), int(told["size"]), dict(told["counts"]), bool(told["is_done"]))
    except (ValueError, TypeError, KeyError):
        return None


def _hold(file: BinaryIO, path: Path) -> None:
    """Hold the journal for this process; one that is killed lets go of it."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        found = f"{path}: found another process that writes it (process {os.getpid()} gives way)"
        raise NongrataError(f"{found}; wanted one at a time") from None
