"""Sources cut into shards: each small enough to be done again after a kill, and large enough to be worth its files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from nongrata.corpus.record import Shard, ShardKind
from nongrata.sources.kinds import WARC, document_type
from nongrata.sources.parquet import groups_in
from nongrata.sources.warc_parts import is_by_record
from nongrata.values import SourceError

WARC_BYTES = 16 * 1024 * 1024  # packed: some 500 to 1,000 pages
LINES_BYTES = 16 * 1024 * 1024
FILES = 200
_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
_Part = tuple[ShardKind, tuple[str, ...], int, int]


def shards_of(sources: Iterable[str], *, warc_bytes: int = WARC_BYTES) -> tuple[Shard, ...]:
    """Give the shards of all sources, the same for the same sources."""
    parts: list[_Part] = []
    for source in sources:
        parts += _parts_of(_files_in(Path(source)), warc_bytes)
    return tuple(
        Shard(name=f"{number:06d}", kind=kind, paths=paths, start=start, end=end)
        for number, (kind, paths, start, end) in enumerate(parts)
    )


def files_of(sources: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    """Give each file of the sources, its size and when it was last changed. Raises SourceError for one not there."""
    for source in sources:
        if not Path(source).exists():
            raise SourceError(source, "found nothing there; wanted a file or a folder of pages")
        for path in _files_in(Path(source)):
            entry = path.stat()
            yield str(path), entry.st_size, int(entry.st_mtime)


def _files_in(path: Path) -> Sequence[Path]:
    """Give a folder's files by name, without links and hidden ones; a file as itself."""
    if not path.is_dir():
        return [path]
    files = sorted(each for each in path.rglob("*") if each.is_file() and not each.is_symlink())
    return [each for each in files if not any(part.startswith(".") for part in each.relative_to(path).parts)]


def _parts_of(files: Iterable[Path], warc_bytes: int) -> Iterator[_Part]:
    """Give the parts of large files, and the small files in bunches."""
    bunch: list[str] = []
    for path in files:
        parts = list(_parts_of_large(path, warc_bytes))
        yield from parts
        if not parts:
            bunch.append(str(path))
        if len(bunch) == FILES:
            yield "files", tuple(bunch), 0, 0
            bunch = []
    if bunch:
        yield "files", tuple(bunch), 0, 0


def _parts_of_large(path: Path, warc_bytes: int) -> Iterator[_Part]:
    size = path.stat().st_size
    name = path.name.lower()
    if name.endswith(".parquet"):
        yield from (("parquet", (str(path),), group, group + 1) for group in range(_groups(path)))
    elif name.endswith(_LINES):
        step = size if name.endswith(".gz") else LINES_BYTES
        yield from _cut(path, "lines", size, step)
    elif _is_warc(path) and is_by_record(path):
        yield from _cut(path, "warc part", size, warc_bytes)
    elif _is_warc(path):
        yield "warc", (str(path),), 0, size


def _cut(path: Path, kind: ShardKind, size: int, step: int) -> Iterator[_Part]:
    for start in range(0, size, max(1, step)):
        yield kind, (str(path),), start, min(size, start + step)
    if not size:
        yield kind, (str(path),), 0, 0


def _groups(path: Path) -> int:
    """Say in how many groups of rows a file is; one for a damaged one, so that reading it tells of the damage."""
    try:
        return groups_in(path)
    except SourceError:
        return 1


def _is_warc(path: Path) -> bool:
    with path.open("rb") as file:
        return document_type(file.read(4096)) == WARC
