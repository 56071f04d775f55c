"""Part of a large web archive: the records whose packed bytes begin between two places of the file.

Archives of crawls (CC-NEWS, WARC and WET) pack each record as a gzip member of its own: reading can begin at any of
them. A damaged member costs its own record: reading goes on at the next.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from nongrata.sources.record import Capture
from nongrata.sources.warc import capture_of
from nongrata.sources.warc_records import DamagedError, Record, records_in
from nongrata.values import Skipped

_MAGIC = b"\x1f\x8b\x08"
_CHUNK = 256 * 1024
_MOST_UNPACKED = 64 * 1024 * 1024  # bytes of one member
_HEAD = 4096


def is_by_record(path: Path) -> bool:
    """Be packed record by record: the first gzip member ends with the first record. Raises OSError."""
    with path.open("rb") as file:
        if file.read(3) != _MAGIC:
            return False
        file.seek(0)
        try:
            member, _length = _unpacked(file)
            return sum(1 for each in records_in(io.BytesIO(member), is_whole=True) if isinstance(each, Record)) == 1
        except (DamagedError, zlib.error, EOFError):
            return False


def read_part(path: Path, start: int, end: int, *, now: datetime) -> Iterator[Capture | Skipped]:
    """Give each page whose record begins in these bytes; what is no page, or broken, is skipped with its reason.

    Raises OSError.
    """
    with path.open("rb") as file:
        at = _next_member(file, start, end)
        while at is not None:
            file.seek(at)
            item, length = f"{path}#{at}", 1
            try:
                member, length = _unpacked(file)
                for record in records_in(io.BytesIO(member), is_whole=True):
                    found = capture_of(record, item=item, now=now) if isinstance(record, Record) else record
                    if found is not None:
                        yield found
            except (DamagedError, zlib.error, EOFError) as error:
                told = " ".join(str(error).split())[:100] or type(error).__name__
                yield _skipped(item, f"found damage ({told}); wanted a whole record: the next ones are read")
            at = _next_member(file, at + length, end)


def _unpacked(file: BinaryIO) -> tuple[bytes, int]:
    """Give a member unpacked, and how long it is packed. Raises zlib.error, EOFError, DamagedError."""
    unpack = zlib.decompressobj(wbits=31)
    parts: list[bytes] = []
    read = size = 0
    while not unpack.eof:
        chunk = unpack.unconsumed_tail or file.read(_CHUNK)
        if not chunk:
            raise EOFError("a member that ends too early")
        read += 0 if unpack.unconsumed_tail else len(chunk)
        parts.append(unpack.decompress(chunk, _CHUNK * 16))
        size += len(parts[-1])
        if size > _MOST_UNPACKED:
            raise DamagedError(f"more than {_MOST_UNPACKED >> 20} MiB in one member")
    return b"".join(parts), read - len(unpack.unused_data)


def _next_member(file: BinaryIO, at: int, end: int) -> int | None:
    """Give where the next record's member begins, at this place or behind it; None where none begins before the end."""
    while at < end:
        file.seek(at)
        chunk = file.read(_CHUNK + len(_MAGIC) - 1)
        found = chunk.find(_MAGIC)
        if found >= 0 and at + found < end:
            if _begins_record(file, at + found):
                return at + found
            at += found + 1
        elif len(chunk) < _CHUNK:
            return None
        else:
            at += _CHUNK
    return None


def _begins_record(file: BinaryIO, at: int) -> bool:
    file.seek(at)
    try:
        return zlib.decompressobj(wbits=31).decompress(file.read(_HEAD), 16).startswith(b"WARC/")
    except zlib.error:
        return False


def _skipped(item: str, reason: str) -> Skipped:
    return Skipped(stage="sources", item=item, reason=reason)
