"""Lists as separated values, row by row: sound text, of a size that lists have, and not cut short."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from nongrata.lists.files import MAX_STREAM, chunks_of, text_of
from nongrata.values import ListError

MAX_ROWS = 400_000  # the European Union's csv has about 60,000
MOST_ROWS = 10_000_000  # of a list of one's own
LONG = 16 * 1024 * 1024  # bytes from which such a table is not taken into memory as one text
MAX_CELL = 100_000  # characters
MAX_LINE = 16_000_000
MAX_COLUMNS = 400

_WANTED = "separated values as the publisher gives them; fetch the file again"


def csv_rows(path: Path, *, delimiter: str = ",") -> Iterator[tuple[int, list[str]]]:
    """Give each row with the number of the line where it ends, empty rows left out.

    Raises ListError for bytes that are zero, a quote that never closes, a field or a table beyond what lists have, and
    for a last row that is cut short.
    """
    return _rows(path, _Lines(path, io.StringIO(text_of(path), newline="")), delimiter, MAX_ROWS)


def long_csv_rows(path: Path, *, delimiter: str = ",", long: int = LONG) -> Iterator[tuple[int, list[str]]]:
    """Give the rows of a table that may be very long: one of many bytes is read line by line, as UTF-8."""
    if not path.is_file() or path.stat().st_size < long:
        yield from csv_rows(path, delimiter=delimiter)
        return
    yield from _rows(path, _Lines(path, _read_lines(path)), delimiter, MOST_ROWS)


def _read_lines(path: Path) -> Iterator[str]:
    decoder, rest = codecs.getincrementaldecoder("utf-8-sig")(errors="surrogateescape"), ""
    for chunk in chunks_of(path, limit=MAX_STREAM):
        *lines, rest = (rest + decoder.decode(chunk)).split("\n")
        yield from (f"{line}\n" for line in lines)
        if len(rest) > MAX_LINE:
            raise ListError(str(path), f"a line that is no csv (more than {MAX_LINE:,} characters)", _WANTED)
    if rest:
        yield rest


class _Lines:
    """The lines of a text, looked at as they go by."""

    def __init__(self, path: Path, lines: Iterable[str]) -> None:
        self._path, self._lines = path, lines
        self.is_ended = True  # whether the last one is whole

    def __iter__(self) -> Iterator[str]:
        for number, line in enumerate(self._lines, start=1):
            if "\x00" in line:
                raise ListError(f"{self._path}:{number}", "bytes that are zero", "text")
            self.is_ended = line.endswith("\n")
            yield line


def _rows(path: Path, lines: _Lines, delimiter: str, most: int) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    width, last = 0, list[str]()
    try:
        for number, row in enumerate(reader):
            if number >= most or len(row) > MAX_COLUMNS:
                raise ListError(f"{path}:{reader.line_num}", f"{number:,} rows, one of {len(row)} columns", _WANTED)
            # Not left to the csv module, whose bound is one for the process: other libraries lift it.
            if (longest := max(map(len, row), default=0)) > MAX_CELL:
                found = f"a line that is no csv (a cell of {longest:,} characters)"
                raise ListError(f"{path}:{reader.line_num}", found, _WANTED)
            if any(map(str.strip, row)):
                width, last = max(width, len(row)), row
                yield reader.line_num, row
    except csv.Error as error:
        raise ListError(f"{path}:{reader.line_num}", f"a line that is no csv ({error})", _WANTED) from None
    if last and not lines.is_ended and len(last) < width:
        found = f"a last row cut short, of {len(last)} columns instead of {width}"
        raise ListError(f"{path}:{reader.line_num}", found, "the whole file; fetch it again")
