"""The rows of the United Kingdom's csv and spreadsheets, gathered by the entry they are about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from nongrata.lists.delimited import csv_rows
from nongrata.lists.fields import once, one_line, too_many
from nongrata.lists.files import head_of
from nongrata.lists.languages import language_of
from nongrata.lists.publishers.uk.entry import MAX_FIELD, MAX_PROSE, UkEntry, take_uk, uk_gathered, uk_whole
from nongrata.lists.publishers.uk.words import uk_date
from nongrata.lists.record import ListedName, ListFile
from nongrata.lists.sheets import rows_of
from nongrata.values import ListError, PartialDate, Skipped

Row: TypeAlias = Mapping[str, str]  # by the names of the columns, in lower case

MAX_ENTRIES = 50_000  # eight times what the list has
_HEADER_WITHIN = 12  # rows
_MAX_SHOWN = 20  # bad rows that are listed one by one
_DATED = re.compile(r"(?:last updated|report date)\W*(.*)", re.I)
_MONTHS = re.compile(r"(\d{1,2})-([A-Za-z]{3,9})-(\d{4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How to tell one publisher's columns, what its rows are about, and what they say of one entry."""

    is_header: Callable[[Sequence[str]], bool]
    id_of: Callable[[Row], str | None]
    entry_of: Callable[[list[Row]], UkEntry]
    wanted: str  # for the message of a file that is otherwise


@dataclass(frozen=True, slots=True)
class Table:
    """A file opened up to its header: the columns, the date above them, and the rows still to come."""

    path: Path
    columns: tuple[str, ...]
    stated: PartialDate | None
    rows: Iterator[tuple[int, list[str]]]
    wanted: str

    def grouped(self, id_of: Callable[[Row], str | None], skipped: list[Skipped]) -> dict[str, tuple[int, list[Row]]]:
        """Give the rows of each entry, with the first one's number, and add those of none to `skipped`."""
        groups: dict[str, tuple[int, list[Row]]] = {}
        lost = count = 0
        for number, cells in self.rows:
            if not any(map(str.strip, cells)):
                continue
            count += 1
            row = dict(zip(self.columns, cells, strict=False))
            found = id_of(row)
            if found is not None:
                groups.setdefault(found, (number, []))[1].append(row)
            else:
                lost += 1
                if lost <= _MAX_SHOWN:
                    reason = f"a row of {len(cells)} columns that does not say which entry it is about"
                    skipped.append(Skipped(stage="lists", item=f"{self.path}:{number}", reason=reason))
            if len(groups) > MAX_ENTRIES:
                raise ListError(f"{self.path}:{number}", f"more than {MAX_ENTRIES:,} entries", self.wanted)
        if too_many(lost, count):
            raise ListError(str(self.path), f"{lost} of {count} rows that say no entry's id", self.wanted)
        return groups


def read_table(path: Path, layout: Layout, *, version: str | None) -> ListFile:
    """Give the list in a csv, xlsx or ods of this layout, under the date above its header.

    Raises ListError where it cannot be trusted as a whole.
    """
    gathered = uk_gathered(path, layout.wanted)
    table = open_table(path, layout.is_header, layout.wanted)
    for number, rows in table.grouped(layout.id_of, gathered.skipped).values():
        take_uk(gathered, layout.entry_of(rows), number)
    return uk_whole(gathered, table.stated.text if table.stated else version)


def open_table(path: Path, is_header: Callable[[Sequence[str]], bool], wanted: str) -> Table:
    """Open a csv, xlsx or ods and read on to its header. Raises ListError where no row is one."""
    is_sheet = head_of(path).startswith(b"PK")
    rows = iter(enumerate(rows_of(path), start=1)) if is_sheet else csv_rows(path)
    stated = None
    for number, row in rows:
        if is_header(row):
            return Table(path, columns_of(row), stated, rows, wanted)
        stated = _stated(row) or stated
        if number >= _HEADER_WITHIN:
            break
    raise ListError(str(path), "no row that names the columns", wanted)


def columns_of(header: Sequence[str]) -> tuple[str, ...]:
    """Give the names of the columns in lower case; of two of one name the last counts."""
    return tuple(" ".join(cell.strip("\ufeff \t").lower().split()) for cell in header)


def values_of(rows: Sequence[Row], *columns: str) -> list[str]:
    """Give what stands in these columns, each text once."""
    texts = (row.get(column, "")[:MAX_FIELD].strip() for column in columns for row in rows)
    return list(once(text for text in texts if text))


def non_latin_names(rows: Sequence[Row]) -> Iterator[ListedName]:
    """Give the names in other scripts, with the language that stands beside them."""
    for row in rows:
        if text := one_line(row.get("name non-latin script", "")[:MAX_FIELD]):
            yield ListedName(text=text, language=language_of(row.get("non-latin script language", "")[:MAX_FIELD]))


def papers_in(rows: Sequence[Row], number: str, about: str) -> list[tuple[str, str]]:
    """Give the numbers in a column with what is said of them in another."""
    pairs = ((row.get(number, "")[:MAX_FIELD].strip(), row.get(about, "")[:MAX_PROSE].strip()) for row in rows)
    return list(once(pair for pair in pairs if pair[0]))


def _stated(row: Sequence[str]) -> PartialDate | None:
    """Give the date in a row above the header: "Last Updated,10/04/2025", "Report Date: 01-Oct-2026"."""
    found = _DATED.match(" ".join(row[:2]).strip("\ufeff \t")[:80])
    text = found[1].strip() if found else ""
    return uk_date(_MONTHS.sub(r"\1 \2 \3", text).split(" 00:")[0])
