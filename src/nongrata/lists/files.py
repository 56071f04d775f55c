"""List files as bytes: unpacked, bounded, and refused in one line when they cannot be."""

from __future__ import annotations

import hashlib
import stat
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from nongrata.values import ListError

HEAD_BYTES = 64 * 1024
MAX_BYTES = 256 * 1024 * 1024  # twice the largest official list (OFAC's advanced XML, 120 MB)
# Of lines that are read one by one and never lie in memory together: OpenSanctions' default dataset has 4 GB of them.
MAX_STREAM = 16 * 1024 * 1024 * 1024
MAX_TEXT = 64 * 1024 * 1024  # of a list that is taken into memory as one text; OFAC's csv are 5 MB
MAX_RATIO = 100  # lists pack to a fifth or a tenth of their size; a bomb to a thousandth
_RATIO_FROM = 8 * 1024 * 1024  # below this size no ratio is a danger
_CHUNK = 256 * 1024
_GZIP = b"\x1f\x8b"
_WHOLE = "the whole file; fetch it again"


def chunks_of(path: Path, *, limit: int = MAX_BYTES) -> Iterator[bytes]:
    """Give a file's bytes in pieces, unpacked where it is gzipped, never more than `limit`.

    Raises ListError for what is no regular file, cannot be read, is too large, or unpacks to too much.
    """
    total = 0
    try:
        # Asked before opening: opening a pipe or a device would wait for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            raise ListError(str(path), "no regular file", "a list file, or a folder of them")
        with path.open("rb") as file:
            for chunk in _unpacked(path, file):
                total += len(chunk)
                if total > limit:
                    raise ListError(str(path), f"more than {limit >> 20} MiB", "a list of this format")
                yield chunk
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise ListError(str(path), _what(error), "a file that can be read") from error


def head_of(path: Path) -> bytes:
    """Give the first 64 KiB of a file, unpacked."""
    head = b""
    for chunk in chunks_of(path):
        head += chunk
        if len(head) >= HEAD_BYTES:
            break
    return head[:HEAD_BYTES]


def text_of(path: Path) -> str:
    """Give a file's text, `MAX_TEXT` bytes at most; see `decoded`."""
    return decoded(b"".join(chunks_of(path, limit=MAX_TEXT)), str(path))


def decoded(data: bytes, where: str) -> str:
    """Give the text of bytes: in the encoding of their byte order mark, else UTF-8, else Windows-1252.

    Single bad bytes in what is otherwise good UTF-8 stay as lone surrogates, so that a reader can refuse the
    row they stand in. Raises ListError for UTF-16 that is none.

    >>> decoded("Zürich".encode("cp1252"), "sdn.csv")
    'Zürich'
    """
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return data.decode("utf-16")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.encoding.startswith("utf-16"):
            raise ListError(where, f"bytes that are not UTF-16 at {error.start}", "the encoding it states") from None
    text = data.decode("utf-8-sig", errors="surrogateescape")
    foreign = text.encode("ascii", errors="ignore")
    bad = sum("\udc80" <= letter <= "\udcff" for letter in text)
    return data.decode("cp1252", errors="replace") if 2 * bad > len(text) - len(foreign) else text


def digest_of(paths: Iterable[Path]) -> str:
    """Give the SHA-256 of the files' unpacked bytes, one after the other (`cat FILES | sha256sum`)."""
    digest = hashlib.sha256()
    for path in paths:
        for chunk in chunks_of(path, limit=MAX_STREAM):
            digest.update(chunk)
    return digest.hexdigest()


def _unpacked(path: Path, file: BinaryIO) -> Iterator[bytes]:
    packed = file.read(_CHUNK)
    if packed.startswith(_GZIP):
        yield from _gunzipped(path, file, packed)
        return
    while packed:
        yield packed
        packed = file.read(_CHUNK)


def _gunzipped(path: Path, file: BinaryIO, packed: bytes) -> Iterator[bytes]:
    """Give the bytes of one gzip member after the other; zeros between and behind them are padding."""
    read, given, member, is_whole = len(packed), 0, zlib.decompressobj(wbits=31), False
    while True:
        try:
            chunk = member.decompress(packed, _CHUNK)
        except zlib.error:
            raise ListError(str(path), "a damaged gzip file", _WHOLE) from None
        given += len(chunk)
        if given > _RATIO_FROM and given > read * MAX_RATIO:
            raise ListError(str(path), f"a gzip file that unpacks to over {MAX_RATIO} times its size", "a list file")
        yield chunk
        packed = member.unconsumed_tail
        if member.eof:
            is_whole, packed, member = True, member.unused_data.lstrip(b"\0"), zlib.decompressobj(wbits=31)
        if not packed and len(chunk) < _CHUNK:
            packed = file.read(_CHUNK)
            read += len(packed)
            packed = packed.lstrip(b"\0") if is_whole else packed
            if not packed:
                break
        is_whole = is_whole and not packed
    if not is_whole:
        raise ListError(str(path), "a gzip file that ends early", _WHOLE)


def _what(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    return str(getattr(error, "strerror", None) or error).lower()
