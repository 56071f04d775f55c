"""A table's bytes: from a file, a pipe or the standard input, unpacked where it is gzipped, a piece at a time.

What is read of a stream to see what it is comes again for whoever reads it.
"""

from __future__ import annotations

import gzip
import io
import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO, cast

from nongrata.values import SourceError

STDIN = "-"
HEAD_BYTES = 1024 * 1024
MAX_WHOLE = 256 * 1024 * 1024  # of what cannot be read piece by piece from a pipe: a workbook
_GZIP = b"\x1f\x8b"


class _Again(io.RawIOBase):
    """A stream whose first bytes were read already, from its start."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override] # io's own type is a private protocol
        size = len(buffer)
        piece = self._head[:size] if self._head else self._rest.read(size)
        self._head = self._head[size:]
        buffer[: len(piece)] = piece
        return len(piece)


@contextmanager
def opened(source: str, stdin: BinaryIO) -> Iterator[tuple[bytes, BinaryIO]]:
    """Give the first 1 MiB of a table, unpacked, and the whole of it as a stream. Raises SourceError."""
    with _told(source), _raw(source, stdin) as raw:
        head, stream = _seen(raw)
        if head.startswith(_GZIP):
            head, stream = _seen(cast(BinaryIO, gzip.GzipFile(fileobj=stream)))
        if not head.strip():
            raise SourceError(source, "found nothing in it; wanted a table of names")
        yield head, stream


def check_source(source: str) -> None:
    """Raise SourceError for what is neither a file, a pipe nor the standard input."""
    if source == STDIN:
        return
    if not source.strip():
        raise SourceError(source, "found no words in it; wanted a name, or the path of a file")
    if "\0" in source:
        raise SourceError(source, "found a NUL in it; wanted the path of a file")
    with _told(source):
        mode = Path(source).stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):  # a device may never end
        what = "a folder" if stat.S_ISDIR(mode) else "no regular file"
        raise SourceError(source, f"found {what}; wanted a file: csv, xlsx, ods, JSON lines or parquet")


def is_file(source: str) -> bool:
    """Be a file that can be read again from its start, which a pipe cannot."""
    try:
        return source != STDIN and stat.S_ISREG(Path(source).stat().st_mode)
    except (OSError, ValueError):
        return False


@contextmanager
def _raw(source: str, stdin: BinaryIO) -> Iterator[BinaryIO]:
    check_source(source)
    if source == STDIN:
        yield stdin
        return
    with Path(source).open("rb") as file:
        yield file


def _seen(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    head = b""
    while len(head) < HEAD_BYTES and (piece := stream.read(HEAD_BYTES - len(head))):
        head += piece
    if stream.seekable():
        stream.seek(-len(head), os.SEEK_CUR) if not isinstance(stream, gzip.GzipFile) else stream.seek(0)
        return head, stream
    return head, io.BufferedReader(_Again(head, stream), HEAD_BYTES)


@contextmanager
def _told(source: str) -> Iterator[None]:
    """Turn what opening and reading raise into one line."""
    try:
        yield
    except (EOFError, zlib.error, gzip.BadGzipFile):
        raise SourceError(source, "found a gzip file that is damaged or ends early; wanted the whole file") from None
    except UnicodeError as error:  # not those of the encoding that was told
        found = f"found bytes of another encoding ({error})"
        raise SourceError(source, f"{found}; wanted the file's own: --encoding NAME") from None
    except FileNotFoundError:
        raise SourceError(source, "found no such file; wanted a table of names") from None
    except OSError as error:
        raise SourceError(source, f"found {(error.strerror or str(error)).lower()}; wanted a file to read") from None
