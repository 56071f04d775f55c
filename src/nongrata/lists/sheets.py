"""Lists in spreadsheets, row by row: Excel's xlsx and OpenDocument's ods, both zip archives that may be hostile.

Layouts: ECMA-376 (xlsx), OASIS OpenDocument 1.3 part 3 (ods), sections 9.1 and 19.385.
"""

from __future__ import annotations

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from xml.etree.ElementTree import ParseError

import openpyxl
from lxml import etree

from nongrata.lists.archives import LISTS, WANTED, Limits, check_archive
from nongrata.lists.files import chunks_of
from nongrata.values import ListError

MAX_ROWS = LISTS.rows
MAX_COLUMNS = LISTS.columns
MAX_CELL = 100_000  # characters; Excel's own limit is 32,767
MAX_SHEETS = 200

_BATCH = 500
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
# What zipfile, zlib, expat and openpyxl raise on archives and workbooks that are damaged in one place or another.
_DAMAGE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    ParseError,
    RuntimeError,
    TypeError,
    ValueError,
    etree.LxmlError,
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
)

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_MARKS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}


def rows_of(path: Path, *, sheet: int = 0) -> Iterator[list[str]]:
    """Give the rows of one sheet as texts: dates as ISO, whole numbers without a point, nothing as "".

    Empty cells at the end of a row and empty rows at the end of a sheet are left out; an empty row between others
    is []. Raises ListError for what is no sound spreadsheet, and where there is no such sheet.
    """
    for number, (_, rows) in enumerate(sheets_of(path)):
        if number == sheet:
            yield from rows
            return
    raise ListError(str(path), f"no sheet {sheet + 1}", "a spreadsheet with that sheet")


def sheets_of(path: Path, limits: Limits = LISTS) -> Iterator[tuple[str, Iterator[list[str]]]]:
    """Give each sheet's title and its rows (see `rows_of`), to be read before the next sheet is asked for."""
    _check_file(path)
    with _refusing(path), zipfile.ZipFile(path) as archive:
        check_archive(path, archive, limits)
        names = set(archive.namelist())
        if "content.xml" in names:
            yield from _ods(path, archive, limits)
        elif "[Content_Types].xml" in names and "xl/workbook.xml" in names:
            yield from _xlsx(path, limits)
        else:
            raise ListError(str(path), "a zip archive that is no spreadsheet", WANTED)


def _check_file(path: Path) -> None:
    head = next(chunks_of(path), b"")  # refuses what is no regular file
    if not head.startswith(b"PK"):
        is_old = head.startswith(b"\xd0\xcf\x11\xe0")
        raise ListError(str(path), "an old or encrypted Office file" if is_old else "no zip archive", WANTED)


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Turn what a damaged archive or workbook raises into a ListError."""
    try:
        yield
    except _DAMAGE as error:
        found = " ".join(str(error).split())[:120] or type(error).__name__
        raise ListError(str(path), f"a damaged spreadsheet ({found})", WANTED) from error


def _xlsx(path: Path, limits: Limits) -> Iterator[tuple[str, Iterator[list[str]]]]:
    with path.open("rb") as file:  # opened here: openpyxl would judge a file by its name
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl's: of styles and extensions that it leaves out
            book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
        try:
            for sheet in book.worksheets[:MAX_SHEETS]:
                sheet.reset_dimensions()  # a wrong one would cut the sheet short
                yield sheet.title, _guarded(path, _as_texts(sheet.iter_rows(values_only=True)), limits)
        finally:
            book.close()


def _as_texts(rows: Iterable[tuple[object, ...]]) -> Iterator[tuple[int, list[str]]]:
    rows = iter(rows)
    while True:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            batch = list(islice(rows, _BATCH))
        if not batch:
            return
        for row in batch:
            yield 1, [_as_text(value) for value in row]


def _as_text(value: object) -> str:
    """Give a cell's value as text.

    >>> _as_text(datetime(2014, 7, 31)), _as_text(5.0), _as_text(None), _as_text("a_x000D_")
    ('2014-07-31', '5', '', 'a\\r')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value) if "_x" in value else value
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bool):
        return str(value).upper()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _guarded(path: Path, rows: Iterable[tuple[int, list[str]]], limits: Limits) -> Iterator[list[str]]:
    # The rows are asked for by the caller, so what they raise does not pass through `sheets_of`.
    with _refusing(path):
        yield from _without_end(path, rows, limits)


def _without_end(path: Path, rows: Iterable[tuple[int, list[str]]], limits: Limits) -> Iterator[list[str]]:
    """Give rows, each as often as it is told to come, without empty cells or empty rows at the end; refuse too many."""
    count = empty = 0
    for times, row in rows:
        while row and not row[-1]:
            row.pop()
        if not row:
            empty += times
            continue
        count += empty + times
        if count > limits.rows or len(row) > limits.columns or max(map(len, row)) > MAX_CELL:
            found = f"{count} rows, {len(row)} columns, or a cell of {max(map(len, row))} characters"
            raise ListError(f"{path}:{count}", found, "a sheet of a list")
        yield from ([] for _ in range(empty))
        yield from (list(row) for _ in range(times))
        empty = 0


def _ods(path: Path, archive: zipfile.ZipFile, limits: Limits) -> Iterator[tuple[str, Iterator[list[str]]]]:
    with archive.open("content.xml") as content:
        events = etree.iterparse(
            content,
            events=("start", "end"),
            tag=(f"{_TABLE}table", f"{_TABLE}table-row"),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
        )
        for event, element in events:
            if event == "start" and element.tag == f"{_TABLE}table":
                rows = _guarded(path, _ods_rows(path, events), limits)
                yield element.get(f"{_TABLE}name", ""), rows
                for _ in rows:  # what the caller left unread
                    pass


def _ods_rows(path: Path, events: Iterable[tuple[str, etree._Element]]) -> Iterator[tuple[int, list[str]]]:
    depth = 1  # a cell may hold a table of its own
    for event, element in events:
        if element.tag == f"{_TABLE}table":
            depth += 1 if event == "start" else -1
            if depth == 0:
                return
        elif event == "end" and depth == 1:
            yield _repeats(element, "rows"), _ods_cells(path, element)
            element.clear()
            parent = element.getparent()
            while parent is not None and element.getprevious() is not None:
                del parent[0]


def _ods_cells(path: Path, row: etree._Element) -> list[str]:
    cells: list[str] = []
    empty = 0
    for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
        text, times = _ods_text(cell), _repeats(cell, "columns")
        if not text:
            empty += times
            continue
        if len(cells) + empty + times > MAX_COLUMNS:
            raise ListError(f"{path}:{row.sourceline}", f"more than {MAX_COLUMNS} columns", "a sheet of a list")
        cells += [""] * empty + [text] * times
        empty = 0
    return cells


def _repeats(element: etree._Element, what: str) -> int:
    stated = element.get(f"{_TABLE}number-{what}-repeated", "1")
    return max(1, int(stated)) if stated.isdecimal() and len(stated) < 10 else 1


def _ods_text(cell: etree._Element) -> str:
    kind = cell.get(f"{_OFFICE}value-type")
    if kind == "date":
        return cell.get(f"{_OFFICE}date-value", "").removesuffix("T00:00:00")
    if kind == "float":
        number = cell.get(f"{_OFFICE}value", "")
        return number.removesuffix(".0")
    return "\n".join("".join(_pieces(paragraph)) for paragraph in cell.iterchildren(f"{_TEXT}p"))


def _pieces(element: etree._Element) -> Iterator[str]:
    """Give the pieces of a paragraph's text, with the white space that stands as elements; no comments beside it."""
    yield element.text or ""
    for child in element:
        if child.tag == f"{_TEXT}s":
            stated = child.get(f"{_TEXT}c", "1")
            yield " " * (min(int(stated), MAX_CELL) if stated.isdecimal() and len(stated) < 10 else 1)
        elif child.tag in _MARKS:
            yield _MARKS[str(child.tag)]
        elif isinstance(child.tag, str) and not child.tag.startswith(_OFFICE):
            yield from _pieces(child)
        yield child.tail or ""
