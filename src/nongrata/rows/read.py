"""A table of parties, whatever it is written in, as rows: recognised by its bytes, not by its name."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from nongrata.lists.archives import Limits
from nongrata.rows.delimited import NO_DELIMITER, delimiter_of, records_in
from nongrata.rows.heads import MOST_ABOVE, find_heads
from nongrata.rows.lines import is_whole, rows_in_lines, rows_in_whole
from nongrata.rows.opened import MAX_WHOLE, is_file, opened
from nongrata.rows.parquet import rows_in_parquet
from nongrata.rows.place import rows_under_heads
from nongrata.rows.record import BadRow, Layout, NumberedCells, Row, Say
from nongrata.rows.text import check_encoding, decoded, encoding_of, lines_in
from nongrata.values import ListError, SettingError, SourceError
from nongrata.values.loading import load

Sheets = Iterable[tuple[str, Iterator[list[str]]]]
SheetsOf = Callable[[Path, Limits], Sheets]

# Excel's own number of rows; a workbook that unpacks to more is slow in any program, and better sent as csv.
TABLES = Limits(rows=1_048_576, columns=1_000, unpacked=512 * 1024 * 1024, member=512 * 1024 * 1024, tags=40_000_000)

_CHUNK = 1024 * 1024
_ZIP, _PARQUET, _OLD_OFFICE = b"PK\x03\x04", b"PAR1", b"\xd0\xcf\x11\xe0"


def read_rows(source: str, layout: Layout, *, stdin: BinaryIO, say: Say) -> Iterator[Row | BadRow]:
    """Give the rows of a table one by one: a file, a pipe, or "-" for the standard input.

    `say` takes what a reader should know of the table as a whole. Raises SourceError for a table that cannot be read,
    SettingError for a layout that does not fit it, MissingExtra for parquet where pyarrow is not installed.
    """
    with opened(source, stdin) as (head, stream):
        if head.startswith(_ZIP):
            with _as_file(source, stream) as path:
                yield from _in_sheets(path, layout, source, say)
        elif head.startswith(_PARQUET):
            with _as_file(source, stream) as path:
                yield from rows_in_parquet(path, layout, source, say)
        elif head.startswith(_OLD_OFFICE):
            raise SourceError(source, "found an old or encrypted Office file; wanted xlsx or csv: save it as one")
        else:
            yield from _in_text(head, stream, layout, source, say)


def digest_of(source: str) -> str:
    """Give the SHA-256 of a file's bytes."""
    with Path(source).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _in_text(head: bytes, stream: BinaryIO, layout: Layout, source: str, say: Say) -> Iterator[Row | BadRow]:
    encoding = _encoding(head, layout, source, say)
    text = decoded(head, encoding) or head.decode(encoding, errors="replace")
    if text.lstrip()[:1] in ("{", "["):
        if is_whole(text):
            yield from rows_in_whole(stream, encoding, layout, source)
        else:
            yield from rows_in_lines(lines_in(stream, encoding), layout)
        return
    if text.lstrip()[:1] == "<":
        raise SourceError(source, "found XML or HTML; wanted csv, xlsx, ods, JSON lines or parquet")
    delimiter = layout.delimiter or _delimiter(text, source)
    lines = lines_in(stream, encoding)
    yield from rows_under_heads(records_in(lines, delimiter), layout, source, say)


def _encoding(head: bytes, layout: Layout, source: str, say: Say) -> str:
    if layout.encoding is not None:
        try:
            return check_encoding(layout.encoding)
        except LookupError:
            raise SettingError("--encoding", layout.encoding, "an encoding such as utf-8, cp1251, gb18030") from None
    found = encoding_of(head, source)
    if found.is_guess:
        say(f"not in UTF-8; read as {found.name}. Where letters look wrong, tell it: --encoding NAME")
    return found.name


def _delimiter(text: str, source: str) -> str:
    lines = text.splitlines(keepends=True)[:-1] or [text]  # the last one may be cut
    found = delimiter_of(lines)
    if source.lower().endswith(".txt") and find_heads(_cells(records_in(lines[:MOST_ABOVE], found))) is None:
        return NO_DELIMITER  # a name on each line: "PUTIN, Vladimir"
    return found


def _cells(rows: NumberedCells) -> list[list[str]]:
    return [list(cells) for _number, cells in rows if not isinstance(cells, str)]


@contextmanager
def _as_file(source: str, stream: BinaryIO) -> Iterator[Path]:
    """Give a file that can be read here and there: the source itself, else a copy for as long as it is needed."""
    if is_file(source):
        yield Path(source)
        return
    with tempfile.NamedTemporaryFile(prefix="nongrata-") as copy:
        size = 0
        while piece := stream.read(_CHUNK):
            size += len(piece)
            if size > MAX_WHOLE:
                raise SourceError(source, f"found a workbook of more than {MAX_WHOLE >> 20} MiB; wanted csv")
            copy.write(piece)
        copy.flush()
        yield Path(copy.name)


def _in_sheets(path: Path, layout: Layout, source: str, say: Say) -> Iterator[Row | BadRow]:
    sheets_of: SheetsOf = load("nongrata.lists.sheets:sheets_of")  # openpyxl takes a while to import
    try:
        title = _sheet_with_names(sheets_of(path, TABLES), layout, source, say)
        for name, rows in sheets_of(path, TABLES):
            if name == title:
                yield from rows_under_heads(iter(enumerate(rows, start=1)), layout, source, say)
                return
    except ListError as error:
        raise SourceError(source, f"found {error.found}; wanted {error.wanted}") from None


def _sheet_with_names(sheets: Sheets, layout: Layout, source: str, say: Say) -> str:
    """Give the title of the sheet to read: the one told, else the first that has heads with names, else the first."""
    titles: list[str] = []
    chosen: str | None = None
    first: str | None = None
    for number, (title, rows) in enumerate(sheets, start=1):
        titles.append(title)
        if layout.sheet is not None:
            chosen = title if layout.sheet in (title, str(number)) and chosen is None else chosen
            continue
        some = [cells for cells in islice(rows, MOST_ABOVE) if any(map(str.strip, cells))]
        first = title if first is None and some else first
        if chosen is None and find_heads(some) is not None:
            chosen = title
    if layout.sheet is not None and chosen is None:
        raise SettingError("--sheet", layout.sheet, f"one of {', '.join(titles)[:200]}")
    chosen = chosen or first
    if chosen is None:
        raise SourceError(source, "found no rows in it; wanted a table of names")
    others = [title for title in titles if title != chosen]
    if others and layout.sheet is None:
        say(f"read the sheet {chosen!r}; not read: {', '.join(map(repr, others))[:200]} (--sheet NAME)")
    return chosen
