"""What is screened: names on the command line, or the rows of one table."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from nongrata.desk import Desk
from nongrata.outputs.aside import say
from nongrata.outputs.screen.request import ScreenRequest
from nongrata.rows import BadRow, Row, read_rows, row_of
from nongrata.rows.opened import STDIN, check_source
from nongrata.values import NongrataError, SettingError, SourceError

_TABLES = (
    ".csv",
    ".tsv",
    ".txt",
    ".xlsx",
    ".xlsm",
    ".xls",
    ".ods",
    ".json",
    ".jsonl",
    ".ndjson",
    ".parquet",
    ".gz",
    ".ijson",
)


def table_among(sources: Sequence[str], taken: Sequence[str] = ()) -> str | None:
    """Give the table that is to be screened; None where the sources are names. Raises for a table among names.

    `taken` is what options took that take all that follows them.
    """
    if not sources:
        last = f"{', '.join(taken)} went to an option; names go first, as in  nongrata screen NAME --list ID"
        more = last if taken else "see  nongrata screen --help"
        raise NongrataError(f"found nothing to screen; wanted names, a table of them, or -: {more}")
    tables = [source for source in sources if source == STDIN or _is_there(source)]
    if tables and len(sources) > 1:
        raise NongrataError(f"found {tables[0]} among {len(sources)} sources; wanted names, or one table alone")
    if not tables and (lost := next((source for source in sources if source.lower().endswith(_TABLES)), None)):
        raise SourceError(lost, "found no such file; wanted a table of names, or a name")
    if tables:
        check_source(tables[0])
    return tables[0] if tables else None


def rows_of(request: ScreenRequest, table: str | None) -> Iterator[Row | BadRow]:
    """Give the rows to screen."""
    if table is None:
        return _named(request)
    if request.about:
        name = next(iter(request.about))
        raise SettingError(
            f"--{name.replace('_', '-')}", request.about[name], "names on the command line to tell it of"
        )
    where = "standard input" if table == STDIN else table
    stdin = io.BytesIO() if sys.stdin is None else sys.stdin.buffer
    return read_rows(table, request.layout, stdin=stdin, say=lambda words: say(f"note: {where}: {words}"))


def _named(request: ScreenRequest) -> Iterator[Row | BadRow]:
    for number, name in enumerate(request.sources, start=1):
        row = row_of({"name": name, **request.about}, number, request.layout)
        if isinstance(row, Row) and row.notes and request.about:
            raise NongrataError(f"{name}: found that {'; '.join(row.notes)}; wanted such as 1952-10-07, ru")
        yield row


def check_lists(desk: Desk, ids: frozenset[str]) -> None:
    """Raise SettingError for a list that nothing here is on."""
    known = {*desk.index.spoken_of, *(version.list_id for version in desk.index.versions if not version.is_starter)}
    for list_id in sorted(ids - known):
        raise SettingError("--list", list_id, f"one of {', '.join(sorted(known))}")


def _is_there(source: str) -> bool:
    try:
        return Path(source).exists()
    except (OSError, ValueError):  # a name may be longer than paths can be
        return False
