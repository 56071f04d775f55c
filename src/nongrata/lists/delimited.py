"""Lists as separated values, row by row: sound text, of a size that lists have, and not cut short."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from nongrata.lists.files import text_of
from nongrata.values import ListError

MAX_ROWS = 400_000  # the European Union's csv has about 60,000
MAX_CELL = 100_000  # characters
MAX_COLUMNS = 400

_WANTED = "separated values as the publisher gives them; fetch the file again"


def csv_rows(path: Path, *, delimiter: str = ",") -> Iterator[tuple[int, list[str]]]:
    """Give each row with the number of the line where it ends, empty rows left out.

    Raises ListError for bytes that are zero, a quote that never closes, a field or a table beyond what lists have, and
    for a last row that is cut short.
    """
    text = text_of(path)
    if "\x00" in text:
        raise ListError(f"{path}:{text[: text.index(chr(0))].count(chr(10)) + 1}", "bytes that are zero", "text")
    is_ended = text.endswith("\n")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    width, last = 0, list[str]()
    try:
        for number, row in enumerate(reader):
            if number >= MAX_ROWS or len(row) > MAX_COLUMNS:
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
    if last and not is_ended and len(last) < width:
        found = f"a last row cut short, of {len(last)} columns instead of {width}"
        raise ListError(f"{path}:{reader.line_num}", found, "the whole file; fetch it again")
