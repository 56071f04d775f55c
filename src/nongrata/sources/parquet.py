"""Parquet files, read and written. The one file that knows pyarrow, which comes with the extra `parquet`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from nongrata.values import SourceError
from nongrata.values.loading import load

EXTRA = "parquet"
Kind = Literal["string", "int64", "float64", "bool", "binary", "list"]
Cells = Mapping[str, object]
_BATCH = 1_000
_TYPES: Mapping[Kind, str] = {kind: kind for kind in ("string", "int64", "float64", "binary")} | {"bool": "bool_"}


def columns_of(path: Path) -> tuple[str, ...]:
    """Give the columns' names. Raises SourceError for what is no sound parquet, MissingExtra without pyarrow."""
    with _told(path), load("pyarrow.parquet:ParquetFile", extra=EXTRA)(path) as file:
        return tuple(file.schema_arrow.names)


def groups_in(path: Path) -> int:
    """Say in how many groups of rows a file is. Raises as `columns_of`."""
    with _told(path), load("pyarrow.parquet:ParquetFile", extra=EXTRA)(path) as file:
        return int(file.num_row_groups)


def read_rows(
    path: Path, columns: Sequence[str], *, groups: Sequence[int] | None = None, batch: int = _BATCH
) -> Iterator[dict[str, object]]:
    """Give the rows, of these groups or all; only the columns that are named are unpacked. Raises as `columns_of`."""
    with _told(path), load("pyarrow.parquet:ParquetFile", extra=EXTRA)(path) as file:
        for part in file.iter_batches(batch_size=batch, row_groups=groups, columns=list(columns)):
            yield from part.to_pylist()


def write_rows(path: Path, kinds: Mapping[str, Kind], rows: Sequence[Cells]) -> None:
    """Write rows as a new file. Raises OSError, MissingExtra without pyarrow."""
    schema = load("pyarrow:schema", extra=EXTRA)([(name, _type(kind)) for name, kind in kinds.items()])
    table = load("pyarrow:Table", extra=EXTRA).from_pylist([dict(row) for row in rows], schema=schema)
    load("pyarrow.parquet:write_table", extra=EXTRA)(table, path, compression="zstd")


def _type(kind: Kind) -> object:
    if kind == "list":
        return load("pyarrow:list_", extra=EXTRA)(load("pyarrow:string", extra=EXTRA)())
    return load(f"pyarrow:{_TYPES[kind]}", extra=EXTRA)()


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what a damaged file raises into one line."""
    damage = load("pyarrow:ArrowException", extra=EXTRA)
    try:
        yield
    except (damage, OSError) as error:
        found = " ".join(str(error).split())[:100]
        raise SourceError(str(path), f"found a damaged parquet file ({found}); wanted the whole file") from None
