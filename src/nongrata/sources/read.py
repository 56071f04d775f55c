"""A source as the user names it - a path, a URL or "-" - as a capture."""

from __future__ import annotations

import os
import stat
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Protocol

from nongrata.sources.kinds import LIMIT, binary_kind, document_type, media_type_of
from nongrata.sources.record import Capture
from nongrata.values import Skipped

STDIN = "-"


class Fetch(Protocol):
    """What gets a page from the web: web:fetch_page, or a test's own."""

    def __call__(self, url: str, /, *, now: datetime) -> Capture | Skipped: ...


def read_source(uri: str, *, now: datetime, stdin: BinaryIO, fetch: Fetch | None) -> Capture | Skipped:
    """Give the bytes of a file, a page or the standard input, or why they cannot be used.

    Without `fetch`, URLs are skipped.
    """
    if uri == STDIN:
        return _captured(uri, _read_limited(stdin), now=now)
    scheme, found, _ = uri.partition("://")
    if not found:
        return _read_file(uri, now=now)
    if scheme.lower() not in ("http", "https"):
        return skipped(uri, f"found a {scheme}: address; wanted http:// or https://, a path or -")
    if fetch is None:
        return skipped(uri, "found a URL, and fetching is off; wanted a path or -: save the page and give its path")
    return fetch(uri, now=now)


def skipped(uri: str, reason: str) -> Skipped:
    """Give the record of a source that cannot be used, printable whatever its name holds."""
    return Skipped(stage="sources", item=_printable(uri), reason=reason)


def size_reason(size: int | None = None) -> str:
    """Give the reason for refusing what is too long."""
    found = f"{size / 1024 / 1024:,.0f} MiB" if size is not None else f"more than {LIMIT // 1024 // 1024} MiB"
    return f"found {found}; wanted one story of at most {LIMIT // 1024 // 1024} MiB: cut it into its stories"


def content_reason(body: bytes) -> str | None:
    """Give the reason for refusing these bytes, or None."""
    if not body.strip():
        return "found nothing in it; wanted a story's text"
    if len(body) > LIMIT:
        return size_reason()
    kind = None if document_type(body) is not None else binary_kind(body)
    if kind is None:
        return None
    return f"found {kind}; wanted text, HTML, PDF, Word or e-mail: save the story's text as UTF-8"


def _read_file(uri: str, *, now: datetime) -> Capture | Skipped:
    try:
        reason = _not_readable(uri)
        if reason is not None:
            return skipped(uri, reason)
        with Path(uri).open("rb") as file:
            body = _read_limited(file)
    except (OSError, ValueError) as error:
        said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return skipped(uri, f"found {said.lower()}; wanted a file that can be read: check the path and its rights")
    return _captured(uri, body, now=now)


def _not_readable(uri: str) -> str | None:
    """Give why the path is no file of a fitting size, from its entry alone: nothing is opened."""
    entry = os.stat(uri)  # noqa: PTH116 - Path("") would be the current folder
    if stat.S_ISDIR(entry.st_mode):
        return "found a folder; wanted a file: name the files in it"
    if not stat.S_ISREG(entry.st_mode):
        return "found a device, socket or pipe; wanted a file: pipe it in and give -"
    return size_reason(entry.st_size) if entry.st_size > LIMIT else None


def _read_limited(file: BinaryIO) -> bytes:
    """Give what stands in the file, at most one byte more than the limit."""
    return file.read(LIMIT + 1)


def _captured(uri: str, body: bytes, *, now: datetime) -> Capture | Skipped:
    reason = content_reason(body)
    if reason is not None:
        return skipped(uri, reason)
    return Capture(uri=_printable(uri), body=body, media_type=media_type_of(body, name=uri), fetched_at=now)


def _printable(uri: str) -> str:
    """Give the name with bytes that are no UTF-8, and control characters, written out."""
    readable = uri.encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(letter if letter.isprintable() else repr(letter)[1:-1] for letter in readable)
