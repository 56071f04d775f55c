"""The objects of a JSON file, be it one array or an object a line; bounded, and none lost in silence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from nongrata.lists.files import MAX_STREAM, chunks_of
from nongrata.values import ListError, Skipped

MAX_ARRAY = 256 * 1024 * 1024  # taken into memory as one; a register's snapshot comes in lines
MAX_LINE = 16 * 1024 * 1024


def objects_in(path: Path) -> Iterator[tuple[str, dict[str, object]] | Skipped]:
    """Give each object with where it stands, and what is none with its reason.

    Raises ListError for a file that cannot be read or grows beyond measure.
    """
    chunks = chunks_of(path, limit=MAX_STREAM)
    first = next(chunks, b"")
    if first.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"[":
        yield from _of_array(path, first, chunks)
        return
    for number, line in enumerate(_lines(path, first, chunks), start=1):
        if line.strip():
            yield _object(f"{path}:{number}", _parsed(line))


def _of_array(path: Path, first: bytes, chunks: Iterator[bytes]) -> Iterator[tuple[str, dict[str, object]] | Skipped]:
    data = bytearray(first)
    for chunk in chunks:
        data += chunk
        if len(data) > MAX_ARRAY:
            raise ListError(str(path), f"an array of more than {MAX_ARRAY >> 20} MiB", "one object a line")
    found = _parsed(bytes(data))
    if not isinstance(found, list):
        raise ListError(str(path), "an array that is no JSON", "the whole file; fetch it again")
    for number, item in enumerate(found, start=1):
        yield _object(f"{path} item {number}", item)


def _lines(path: Path, first: bytes, chunks: Iterator[bytes]) -> Iterator[bytes]:
    *whole, rest = first.split(b"\n")
    yield from whole
    for chunk in chunks:
        *whole, rest = (rest + chunk).split(b"\n")
        if len(rest) > MAX_LINE:
            raise ListError(str(path), f"a line of more than {MAX_LINE >> 20} MiB", "one object a line")
        yield from whole
    yield rest


def _parsed(data: bytes) -> object:
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


def _object(where: str, found: object) -> tuple[str, dict[str, object]] | Skipped:
    if isinstance(found, dict):
        return where, found
    return Skipped(
        stage="ownership", item=where, reason="no JSON object: wanted one object a line, or an array of them"
    )
