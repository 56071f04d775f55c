"""Parquet as rows of names, by the extra `parquet`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from nongrata.rows.entity import texts_of
from nongrata.rows.flaws import shown
from nongrata.rows.party import row_from
from nongrata.rows.place import place_columns
from nongrata.rows.record import BadRow, Layout, Row, Say
from nongrata.sources.parquet import columns_of, read_rows
from nongrata.values import SourceError


def rows_in_parquet(path: Path, layout: Layout, source: str, say: Say) -> Iterator[Row | BadRow]:
    """Give the rows; only the columns that are read are unpacked.

    Raises SourceError for what is no sound parquet, MissingExtra where pyarrow is not installed.
    """
    try:
        texts = list(columns_of(path))
        heads = place_columns([texts], layout, source)
        kinds = {texts[at]: kind for kind, places in heads.columns.items() for at in places}
        say(f"read {', '.join(f'{shown(head)!r} as {kind}' for head, kind in kinds.items())}")
        for number, told in enumerate(read_rows(path, list(kinds)), start=1):
            cells: dict[str, list[str]] = {}
            for head, value in told.items():
                cells.setdefault(kinds[head], []).extend(texts_of(value))
            yield row_from(number, cells, layout)
    except SourceError as error:  # the file may stand for another: a pipe, the standard input
        raise SourceError(source, error.reason) from None
