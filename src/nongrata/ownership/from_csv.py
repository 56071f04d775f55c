"""A user's own table of stakes: a CSV with a header line, read row by row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from nongrata.lists.files import MAX_STREAM, chunks_of
from nongrata.ownership.stakes import Conflict, Stake, read_stake
from nongrata.values import ListError, Skipped

MAX_ROWS = 20_000_000
MAX_LINE = 64 * 1024
_HEADS = {
    "owner": "owner",
    "owned": "owned",
    "asset": "owned",
    "company": "owned",
    "percent": "percent",
    "percentage": "percent",
    "share": "percent",
    "kind": "kind",
    "since": "since",
    "from": "since",
    "start": "since",
    "until": "until",
    "to": "until",
    "end": "until",
    "source": "source",
}
_WANTED = "a csv with a header line: owner, owned, percent; if known kind, since, until, source"


def stakes_in_csv(path: Path) -> Iterator[Stake | Skipped]:
    """Give the stakes of a CSV, and each row that is none with its reason.

    Raises ListError for a file that cannot be read, or that has no column of owners or of the owned.
    """
    rows = csv.reader(_lines(path), strict=True)
    try:
        head = [_HEADS.get(cell.strip().casefold(), "") for cell in next(rows, [])]
        if not {"owner", "owned"} <= set(head):
            raise ListError(f"{path}:1", "no columns owner and owned", _WANTED)
        for row in rows:
            if any(map(str.strip, row)):
                yield _stake(path, rows.line_num, dict(zip(head, map(str.strip, row), strict=False)))
    except csv.Error as error:
        raise ListError(f"{path}:{rows.line_num}", f"a line that is no csv ({error})", _WANTED) from None


def _stake(path: Path, line: int, cells: dict[str, str]) -> Stake | Skipped:
    found = read_stake({**cells, "source": cells.get("source") or path.name})
    if isinstance(found, Conflict):
        return Skipped(stage="ownership", item=f"{path}:{line}", reason=found.says)
    return found


def _lines(path: Path) -> Iterator[str]:
    rest, number = b"", 0
    for chunk in chunks_of(path, limit=MAX_STREAM):
        *whole, rest = (rest + chunk).split(b"\n")
        number += len(whole)
        if len(rest) > MAX_LINE or number > MAX_ROWS:
            raise ListError(f"{path}:{number}", "a line or a table beyond measure", _WANTED)
        yield from (_text(line) + "\n" for line in whole)
    if rest:
        yield _text(rest)


def _text(line: bytes) -> str:
    return line.decode("utf-8", errors="replace").removeprefix("\ufeff").replace("\x00", "\ufffd")
