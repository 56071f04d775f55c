"""The records of a web archive, one after the other. Layout: ISO 28500:2017.

A record whose length is wrong ends where the next one begins; that is told, and both are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Protocol

from nongrata.values import Skipped

LONGEST = 50 * 1024 * 1024  # bytes of a record
_MOST_RECORDS = 100_000
_MOST_UNPACKED = 4 * 1024**3  # bytes of all records
_LONGEST_HEAD = 64 * 1024
_CHUNK = 1024 * 1024
_LONGEST_LENGTH = 12  # digits
_MOST_WRONG = 1_000  # lengths of an archive: each may cost the reading of a longest record
_BETWEEN, _BEGINS = b"\r\n\r\n", b"WARC/1."
_NEXT = _BETWEEN + _BEGINS


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record of an archive."""

    head: Mapping[str, str]
    body: bytes


class DamagedError(Exception):
    """What is wrong with an archive; becomes a Skipped where pages are given."""


class Stream(Protocol):
    """What an archive is read from."""

    def read(self, size: int, /) -> bytes: ...
    def readline(self, size: int, /) -> bytes: ...


class _Source:
    """A stream that takes back what was read too much of it."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._kept: list[BytesIO] = []  # what was taken back, the last first

    def read(self, size: int) -> bytes:
        parts: list[bytes] = []
        while size > 0 and self._kept:
            parts.append(self._kept[-1].read(size))
            size -= len(parts[-1])
            if size:
                self._kept.pop()
        return b"".join(parts) + self._stream.read(size) if size else b"".join(parts)

    def readline(self) -> bytes:
        line = b""
        while self._kept and not line.endswith(b"\n"):
            part = self._kept[-1].readline(_LONGEST_HEAD)
            line += part
            if len(part) == _LONGEST_HEAD:
                return line
            if not part.endswith(b"\n"):
                self._kept.pop()
        return line if line.endswith(b"\n") else line + self._stream.readline(_LONGEST_HEAD)

    def put_back(self, rest: bytes) -> None:
        if rest:
            self._kept.append(BytesIO(rest))


def records_in(stream: Stream, *, is_whole: bool = False) -> Iterator[Record | Skipped]:
    """Give the records of an archive; `is_whole`: nothing of it is cut off. Raises DamagedError, what a gzip raises."""
    source, unpacked, wrong = _Source(stream), 0, 0
    for _ in range(_MOST_RECORDS):
        head = _head(source)
        if head is None:
            return
        size = _length(head)
        body = source.read(min(max(size, 0), LONGEST))
        if size > len(body) == LONGEST and _NEXT not in body:
            _pass(source, size - LONGEST)
            yield _skipped(head, f"found {size >> 20} MiB; wanted a page of at most {LONGEST >> 20}")
            continue
        if len(body) != size or not _is_at_end(source):
            mended = _to_next(body, source, size, is_whole=is_whole)
            if mended != body or len(body) != size:
                wrong += 1
                told = f"found a record of {len(mended):,} bytes that says {size:,}; wanted its length"
                yield _skipped(head, f"{told}: it is read to where the next one begins")
            body = mended
        unpacked += len(body)
        if unpacked > _MOST_UNPACKED or wrong > _MOST_WRONG:
            raise DamagedError(f"more than {_MOST_UNPACKED >> 30} GiB, or {_MOST_WRONG:,} wrong lengths")
        yield Record(head=head, body=body)
    raise DamagedError(f"more than {_MOST_RECORDS:,} records")


def _length(head: Mapping[str, str]) -> int:
    """Give what a record says of its length; -1 where it says none."""
    told = head.get("content-length", "")
    return int(told) if told.isdecimal() and len(told) <= _LONGEST_LENGTH else -1


def _head(source: _Source) -> dict[str, str] | None:
    """Give a record's fields, by their names in lower case; None at the end."""
    line = b"\r\n"
    while line and not line.strip():
        line = source.readline()
    if not line:
        return None
    if not line.startswith(_BEGINS):
        raise DamagedError("no record where one was due")
    lines: list[bytes] = []
    while (line := source.readline()).strip():
        lines.append(line)
        if sum(map(len, lines)) > _LONGEST_HEAD:
            raise DamagedError("a record's head without end")
    if not line:
        raise DamagedError("a record that ends too early")
    return fields_of(lines)


def fields_of(lines: list[bytes]) -> dict[str, str]:
    """Give the fields of a head, by their names in lower case."""
    parted = (line.decode("utf-8", "replace").partition(":") for line in lines)
    return {name.strip().lower(): value.strip() for name, colon, value in parted if colon}


def _pass(source: _Source, size: int) -> None:
    while size > 0 and (chunk := source.read(min(size, _CHUNK))):
        size -= len(chunk)


def _is_at_end(source: _Source) -> bool:
    """Be where a record ends: at the end of all, or before another one."""
    read: list[bytes] = []
    while (line := source.readline()) and not line.strip():
        read.append(line)
    source.put_back(b"".join(read) + line)
    return not line or line.startswith(_BEGINS)


def _to_next(body: bytes, source: _Source, size: int, *, is_whole: bool) -> bytes:
    """Give the body of a record up to where the next one begins; where none does, as long as it is told to be.

    Raises DamagedError where it ends before that, unless nothing is cut off.
    """
    read, looked = bytearray(body), 0
    while (end := read.find(_NEXT, max(0, looked - len(_NEXT)))) < 0:
        looked = len(read)
        read += source.read(_CHUNK)
        if len(read) == looked or looked > LONGEST:
            if len(body) < size and not is_whole:
                raise DamagedError("a record that ends too early")
            keeps = size if len(body) == size else looked
            source.put_back(bytes(read[keeps:]))
            return bytes(read[:keeps])
    source.put_back(bytes(read[end + len(_BETWEEN) :]))
    return bytes(read[:end])


def _skipped(head: Mapping[str, str], reason: str) -> Skipped:
    return Skipped(stage="sources", item=head.get("warc-target-uri", "a record"), reason=reason)
