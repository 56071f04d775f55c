"""Parquet as rows. The one file that knows pyarrow, which comes with the extra `parquet`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from nongrata.rows.entity import texts_of
from nongrata.rows.flaws import shown
from nongrata.rows.party import row_from
from nongrata.rows.place import place_columns
from nongrata.rows.record import BadRow, Layout, Row, Say
from nongrata.values import SourceError
from nongrata.values.loading import load

_BATCH = 1_000


def rows_in_parquet(path: Path, layout: Layout, source: str, say: Say) -> Iterator[Row | BadRow]:
    """Give the rows; only the columns that are read are unpacked.

    Raises SourceError for what is no sound parquet, MissingExtra where pyarrow is not installed.
    """
    damage = load("pyarrow:ArrowException", extra="parquet")
    try:
        yield from _rows(path, layout, source, say)
    except (damage, OSError) as error:
        found = " ".join(str(error).split())[:100]
        raise SourceError(source, f"found a damaged parquet file ({found}); wanted the whole file") from None


def _rows(path: Path, layout: Layout, source: str, say: Say) -> Iterator[Row | BadRow]:
    with load("pyarrow.parquet:ParquetFile", extra="parquet")(path) as file:
        texts = list(file.schema_arrow.names)
        heads = place_columns([texts], layout, source)
        kinds = {texts[at]: kind for kind, places in heads.columns.items() for at in places}
        say(f"read {', '.join(f'{shown(head)!r} as {kind}' for head, kind in kinds.items())}")
        number = 0
        for batch in file.iter_batches(batch_size=_BATCH, columns=list(kinds)):
            for told in batch.to_pylist():
                number += 1
                cells: dict[str, list[str]] = {}
                for head, value in told.items():
                    cells.setdefault(kinds[head], []).extend(texts_of(value))
                yield row_from(number, cells, layout)
