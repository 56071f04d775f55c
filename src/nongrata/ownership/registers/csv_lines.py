"""The rows of a csv of any size, read line by line and bounded; a bad line is an error that says where."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from nongrata.lists.files import MAX_STREAM, chunks_of
from nongrata.values import ListError

MAX_ROWS = 20_000_000
MAX_LINE = 64 * 1024
_SIGNS = ",;\t|"


def rows_in(path: Path, wanted: str) -> Iterator[tuple[int, list[str]]]:
    """Give each row that is not empty with the number of its line, the head first.

    Raises ListError for a file that cannot be read, a line that is no csv, and a table beyond measure.
    """
    lines = _lines(path, wanted)
    first = next(lines, "")
    sign = max(_SIGNS, key=first.count)
    rows = csv.reader(_again(first, lines), strict=True, delimiter=sign)
    try:
        for row in rows:
            if any(map(str.strip, row)):
                yield rows.line_num, row
    except csv.Error as error:
        raise ListError(f"{path}:{rows.line_num}", f"a line that is no csv ({error})", wanted) from None


def _again(first: str, others: Iterator[str]) -> Iterator[str]:
    yield first
    yield from others


def _lines(path: Path, wanted: str) -> Iterator[str]:
    rest, number = b"", 0
    for chunk in chunks_of(path, limit=MAX_STREAM):
        *whole, rest = (rest + chunk).split(b"\n")
        number += len(whole)
        if len(rest) > MAX_LINE or number > MAX_ROWS:
            raise ListError(f"{path}:{number}", "a line or a table beyond measure", wanted)
        yield from (_text(line) + "\n" for line in whole)
    if rest:
        yield _text(rest)


def _text(line: bytes) -> str:
    return line.decode("utf-8", errors="replace").removeprefix("\ufeff").replace("\x00", "\ufffd")
