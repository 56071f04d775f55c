"""The rows of OFAC's csv files: which layout a file has, and each row with its columns."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nongrata.lists.fields import MAX_UNUSABLE, too_many
from nongrata.lists.files import text_of
from nongrata.values import ListError, Skipped

_TYPES = ("individual", "vessel", "aircraft", "")
_END = "\x1a"  # the end of a file in CP/M; OFAC writes it to this day
_WHOLE_END = re.compile(r'("|-0- )\r?$')
MAX_ROWS = 100_000  # five times what the largest of the files has today
MAX_FIELD = 100_000  # characters; sdn_comments.csv has 9,000
MAX_NAME = 1_000
_MAX_SHOWN = 20  # bad rows that are listed one by one; the others are counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One of OFAC's four files: how many columns it has, and which of them must say something."""

    role: str
    columns: int
    wanted: tuple[int, ...]
    one_each: bool = False  # one row for each entry


PRIMARY = Layout(role="sdn.csv", columns=12, wanted=(1,), one_each=True)
ALT = Layout(role="alt.csv", columns=5, wanted=(3,))
ADD = Layout(role="add.csv", columns=6, wanted=())
COMMENTS = Layout(role="sdn_comments.csv", columns=2, wanted=(1,))
LAYOUTS = {layout.columns: layout for layout in (PRIMARY, ALT, ADD, COMMENTS)}


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the entry it is about, and its columns ("" for OFAC's "-0- ")."""

    entity: str
    fields: tuple[str, ...]


def layout_of(text: str) -> Layout | None:
    """Give the layout that the first rows of a text have, or None: no OFAC file.

    >>> layout_of('36,12,"aka","AERO-CARIBBEAN",-0- \\r\\n').role
    'alt.csv'
    """
    lines = text.split("\n")
    # The last line may be cut by whoever took only the head of the file.
    for line in lines[:-1][:20] or lines[:1]:
        try:
            fields = next(csv.reader((line,), strict=True), [])
        except csv.Error:
            continue
        layout = LAYOUTS.get(len(fields))
        if layout is not None and _flaw(fields, layout) is None and _looks_like(fields, layout):
            return layout
    return None


def read_rows(path: Path | None, layout: Layout, skipped: list[Skipped]) -> list[Row]:
    """Give the rows of a file that can be used, and add the others to `skipped`.

    Raises ListError where the file ends early, or where too many rows cannot be used.
    """
    if path is None:
        return []
    lines = _whole_lines(path, layout)
    rows: list[Row] = []
    bad: list[tuple[int, str]] = []
    seen: set[str] = set()
    for number, fields in _parsed(lines):
        flaw = fields if isinstance(fields, str) else _flaw(fields, layout)
        if flaw is None and layout.one_each and fields[0] in seen:
            flaw = f"entry {fields[0]} a second time"
        if flaw is None and not isinstance(fields, str):
            seen.add(fields[0])
            rows.append(Row(fields[0], tuple("" if field in ("-0- ", "-0-") else field for field in fields)))
        else:
            bad.append((number, flaw or ""))
    if too_many(len(bad), len(lines)) or not rows:
        number, flaw = bad[0] if bad else (1, "no rows")
        raise ListError(
            f"{path}:{number}",
            f"{flaw} ({len(bad)} of {len(lines)} rows cannot be used)",
            f"rows of {layout.columns} columns as in OFAC's {layout.role}, at most {MAX_UNUSABLE:.0%} bad",
        )
    skipped += [Skipped(stage="lists", item=f"{path}:{number}", reason=flaw) for number, flaw in bad[:_MAX_SHOWN]]
    if len(bad) > _MAX_SHOWN:
        skipped.append(Skipped(stage="lists", item=str(path), reason=f"{len(bad) - _MAX_SHOWN} more rows like these"))
    return rows


def _whole_lines(path: Path, layout: Layout) -> list[str]:
    text = text_of(path)
    body = text.rstrip("\r\n" + _END)
    if "\x00" in body:  # a stretch lost by a disk or a download: nobody knows how many rows it held
        raise ListError(f"{path}:{body[: body.index(chr(0))].count(chr(10)) + 1}", "bytes that are zero", "text")
    if body.count("\n") >= MAX_ROWS:
        raise ListError(str(path), f"more than {MAX_ROWS:,} rows", f"OFAC's {layout.role}")
    lines = body.split("\n")
    for number, line in enumerate(lines, start=1):
        if len(line) > MAX_FIELD:  # damage, and no row to pass over: what it swallowed nobody knows
            raise ListError(f"{path}:{number}", f"a line of {len(line):,} characters", f"rows of OFAC's {layout.role}")
    # Without its 0x1A a file may have been cut; then its last row must at least be whole.
    if _END not in text[len(body) :]:
        fields = _fields(lines[-1])
        if isinstance(fields, str) or len(fields) != layout.columns or not _WHOLE_END.search(lines[-1]):
            found = f"a last row cut short: {lines[-1][-40:]!r}"
            raise ListError(f"{path}:{len(lines)}", found, f"a whole {layout.role}; fetch it again")
    return lines


def _parsed(lines: list[str]) -> Iterator[tuple[int, list[str] | str]]:
    """Give each line's number with its columns, or with what is wrong with it."""
    try:
        rows = list(csv.reader(lines, strict=True))
    except csv.Error:
        rows = []
    if len(rows) == len(lines):
        yield from enumerate(rows, start=1)
        return
    # One stray quote swallows the rows behind it: read line by line, and lose only its own.
    for number, line in enumerate(lines, start=1):
        yield number, _fields(line)


def _fields(line: str) -> list[str] | str:
    try:
        return next(csv.reader((line,), strict=True), [])
    except csv.Error as error:
        return f"a line that is no csv ({error})"


def _flaw(fields: list[str], layout: Layout) -> str | None:
    """Say what is wrong with a row, or None."""
    if len(fields) != layout.columns:
        return f"{len(fields)} columns instead of {layout.columns}"
    if not (fields[0].isascii() and fields[0].isdecimal() and len(fields[0]) < 12):
        return f"{fields[0][:40]!r} where an entry's number should be"
    for column in layout.wanted:
        if fields[column].strip() in ("", "-0-"):
            return f"nothing in column {column + 1}"
        if len(fields[column]) > (MAX_FIELD if layout is COMMENTS else MAX_NAME):
            return f"{len(fields[column]):,} characters in column {column + 1}"
    whole = "".join(fields)
    if any("\udc80" <= letter <= "\udcff" for letter in ("" if whole.isascii() else whole)):
        return "bytes that are no text"
    return None


def _looks_like(fields: list[str], layout: Layout) -> bool:
    if layout is PRIMARY:
        return fields[2].strip().removeprefix("-0-") in _TYPES
    if layout is ALT:
        return fields[1].isdecimal() and fields[2].strip().lower() in ("aka", "fka", "nka")
    return layout is COMMENTS or fields[1].isdecimal()
