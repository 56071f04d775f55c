"""The pages of a shard, whatever it is a part of, in their order."""

from __future__ import annotations

import gzip
import io
import json
import zlib
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from math import inf
from pathlib import Path
from typing import BinaryIO

from nongrata.corpus.record import Shard, ShardKind
from nongrata.sources import Capture, read_sources
from nongrata.sources.kinds import media_type_of
from nongrata.sources.parquet import columns_of, read_rows
from nongrata.sources.read import content_reason
from nongrata.sources.warc import read_warc
from nongrata.sources.warc_parts import read_part
from nongrata.values import Skipped, SourceError
from nongrata.values.moments import parse_moment, with_zone

# The names under which a row may have its page, the page's address, its title and its day; the first that is there.
BODIES = ("body", "html", "text", "content", "raw_html", "articleBody", "article")
ADDRESSES = ("uri", "url", "link", "source_url", "guid", "id")
TITLES = ("title", "headline")
DAYS = ("fetched_at", "warc_date", "crawled_at", "date", "published", "published_at", "date_publish")
_LONGEST_LINE = 50 * 1024 * 1024
_Found = Iterator[Capture | Skipped]


def pages_of(shard: Shard) -> _Found:
    """Give the pages of a shard; what is none is skipped with its reason. A file that cannot be read ends its shard."""
    try:
        yield from _READERS[shard.kind](shard)
    except SourceError as error:
        yield _skipped(error.item, error.reason)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        yield _skipped(
            shard.paths[0], f"found a damaged gzip file ({error}); wanted the whole: what came before is read"
        )
    except OSError as error:
        said = (error.strerror or str(error)).lower()
        yield _skipped(shard.paths[0], f"found {said}; wanted a file that can be read: check the path and its rights")


def _changed_at(path: Path) -> datetime:
    """Give when a file was last changed, which is the same for every run over it."""
    return datetime.fromtimestamp(int(path.stat().st_mtime), UTC)


def _of_warc(shard: Shard) -> _Found:
    path = Path(shard.paths[0])
    with path.open("rb") as file:
        yield from read_warc(file, uri=str(path), now=_changed_at(path))


def _of_warc_part(shard: Shard) -> _Found:
    path = Path(shard.paths[0])
    yield from read_part(path, shard.start, shard.end, now=_changed_at(path))


def _of_files(shard: Shard) -> _Found:
    for path in shard.paths:
        yield from read_sources(path, now=_changed_at(Path(path)), stdin=io.BytesIO(), fetch=None)


def _of_lines(shard: Shard) -> _Found:
    path = Path(shard.paths[0])
    now = _changed_at(path)
    with path.open("rb") as raw:
        packed = raw.read(2) == b"\x1f\x8b"
        raw.seek(0)
        lines = _lines(gzip.GzipFile(fileobj=raw)) if packed else _lines(raw, shard.start, shard.end)
        for at, line in lines:
            yield _of_line(line, item=f"{path}#{at}", now=now)


def _lines(file: BinaryIO | gzip.GzipFile, start: int = 0, end: float = inf) -> Iterator[tuple[int, bytes]]:
    """Give the lines that begin in these bytes, and where each begins; of a packed file all, which is one shard."""
    at = start
    if at:
        file.seek(at - 1)
        at += len(file.readline(_LONGEST_LINE)) - 1  # the rest of a line that began before, or just its end
    while at < end and (line := file.readline(_LONGEST_LINE)):
        if line.strip():
            yield at, line
        at += len(line)


def _of_line(line: bytes, *, item: str, now: datetime) -> Capture | Skipped:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return _skipped(item, "found a line that is no JSON; wanted one object a line")
    if not isinstance(told, dict):
        return _skipped(item, f"found {type(told).__name__}; wanted an object with url and html or text")
    return _of_row(told, item=item, now=now)


def _of_parquet(shard: Shard) -> _Found:
    path = Path(shard.paths[0])
    now, columns = _changed_at(path), columns_of(path)
    wanted = [name for names in (BODIES, ADDRESSES, TITLES, DAYS, ("charset",)) for name in names if name in columns]
    if not any(name in columns for name in BODIES):
        shown = ", ".join(columns)[:200]
        yield _skipped(
            str(path), f"found the columns {shown}; wanted one of {', '.join(BODIES)} and one of url, uri, id"
        )
        return
    groups = range(shard.start, shard.end)
    for number, row in enumerate(read_rows(path, wanted, groups=groups, batch=100)):
        yield _of_row(row, item=f"{path}#{shard.start}.{number}", now=now)


def _of_row(row: Mapping[str, object], *, item: str, now: datetime) -> Capture | Skipped:
    told = next((row[name] for name in BODIES if row.get(name)), None)
    if not isinstance(told, (str, bytes)):
        return _skipped(item, f"found no page in it; wanted one of {', '.join(BODIES)}")
    body = told.encode("utf-8", "replace") if isinstance(told, str) else told
    reason = content_reason(body)
    uri = _text(row, ADDRESSES) or item
    if reason is not None:
        return _skipped(uri, reason)
    return Capture(
        uri=uri,
        body=body,
        media_type=media_type_of(body),
        charset="utf-8" if isinstance(told, str) else _text(row, ("charset",)),
        fetched_at=_time(row) or now,
        title=_text(row, TITLES),
    )


def _text(row: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    found = next((row[name] for name in names if row.get(name)), None)
    if found is None:
        return None
    text = str(found)[:2_000]
    return text if text.isprintable() else "".join(letter for letter in text if letter.isprintable())


def _time(row: Mapping[str, object]) -> datetime | None:
    for name in DAYS:
        told = row.get(name)
        found = with_zone(told) if isinstance(told, datetime) else parse_moment(told) if isinstance(told, str) else None
        if found is not None:
            return found
    return None


def _skipped(item: str, reason: str) -> Skipped:
    return Skipped(stage="sources", item=item, reason=reason)


_READERS: Mapping[ShardKind, Callable[[Shard], _Found]] = {
    "warc": _of_warc,
    "warc part": _of_warc_part,
    "lines": _of_lines,
    "parquet": _of_parquet,
    "files": _of_files,
}
