"""A web archive (WARC 1.0 or 1.1, packed or not) as captures: each page in it, from where and when it was taken.

Layout: ISO 28500:2017; RFC 9112 for the answers in it. Read as a stream: an archive may be larger than memory.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO

from nongrata.sources.kinds import binary_kind, document_type, media_type_of
from nongrata.sources.record import Capture
from nongrata.sources.warc_records import LONGEST, DamagedError, Record, fields_of, records_in
from nongrata.values import Skipped
from nongrata.values.moments import parse_moment

_NO_STORIES = frozenset({"warcinfo", "request", "metadata", "continuation"})
_SIZE = re.compile(rb"\s*([0-9a-fA-F]{1,8})\s*(?:;[^\r\n]*)?\r?\n")
_READABLE = ("text/html", "application/xhtml+xml", "text/plain")


def read_warc(file: BinaryIO, *, uri: str, now: datetime) -> Iterator[Capture | Skipped]:
    """Give each page of an archive; what is no page, or broken, is skipped with its reason."""
    start = file.read(2)
    file.seek(0)
    stream = gzip.GzipFile(fileobj=file) if start == b"\x1f\x8b" else file
    number = given = 0
    try:
        for number, record in enumerate(records_in(stream), start=1):
            found = record if isinstance(record, Skipped) else capture_of(record, item=f"{uri}#{number}", now=now)
            if found is not None:
                given += 1
                yield found
        if not given:
            yield _skipped(uri, f"found {number:,} records and no page among them; wanted pages")
    except DamagedError as damaged:
        yield _skipped(uri, f"found {damaged} after {number:,} records; wanted a whole WARC: what came before is read")
    except (EOFError, OSError, zlib.error) as error:
        told = " ".join(str(error).split())[:100] or type(error).__name__
        yield _skipped(
            uri, f"found damage after {number:,} records ({told}); wanted a whole WARC: what came before is read"
        )


def capture_of(record: Record, *, item: str, now: datetime) -> Capture | Skipped | None:
    """Give the page of a record, or why it holds none; None for what only tells of other records."""
    told = record.head.get("warc-target-uri", "").strip("<>")
    uri = told if told.isprintable() and told else item
    kind, taken = record.head.get("warc-type", ""), record.head.get("content-type", "").lower()
    if kind in _NO_STORIES or uri.startswith("metadata:") or uri.endswith("/robots.txt"):
        return None
    if kind == "response" and taken.startswith("application/http"):
        answer = _answer(record.body)
    elif kind in ("resource", "conversion"):
        answer = record.body, taken
    else:
        answer = f"found a {kind[:40] or 'nameless'} record; wanted a page that was taken whole"
    if isinstance(answer, str):
        return _skipped(uri, answer)
    body, content_type = answer
    media_type, _, rest = content_type.partition(";")
    reason = _no_page(body, media_type.strip())
    if reason is not None:
        return _skipped(uri, reason)
    return Capture(
        uri=uri,
        body=body,
        media_type=document_type(body) or media_type_of(body),
        charset=rest.partition("charset=")[2].strip(" \"'") or None,
        fetched_at=parse_moment(record.head.get("warc-date", "")) or now,
    )


def _no_page(body: bytes, told: str) -> str | None:
    if not body.strip():
        return "found nothing in it; wanted a page"
    kind = None if document_type(body) is not None else binary_kind(body)
    if kind is not None:
        return f"found {kind}; wanted a page"
    if told and told not in _READABLE and document_type(body) is None:
        return f"found {' '.join(told.split())[:80]}; wanted a page"  # a header may be folded over lines
    return None


def _answer(body: bytes) -> tuple[bytes, str] | str:
    """Give the body of an HTTP answer unpacked, and its content type; or why it is none."""
    head, _, rest = body.partition(b"\r\n\r\n")
    lines = head.split(b"\r\n")
    status = lines[0].split(maxsplit=2)[1:2]
    if status != [b"200"]:
        return f"found HTTP {b''.join(status).decode('ascii', 'replace')[:20] or 'nothing'}; wanted a page (200)"
    fields = fields_of(lines[1:])
    if "chunked" in fields.get("transfer-encoding", "").lower():
        rest = _unchunked(rest)
    packed = " ".join(fields.get("content-encoding", "identity").lower().split())
    if packed not in ("identity", ""):
        unpacked = _unpacked(rest, packed)
        if unpacked is None:
            return f"found a page packed as {packed[:40]}, or broken; wanted gzip or none"
        rest = unpacked
    return rest, fields.get("content-type", "").lower()


def _unchunked(body: bytes) -> bytes:
    """Give a body put together again; as it is where an archiver did so and left the field."""
    parts: list[bytes] = []
    here = 0
    while (size := _SIZE.match(body, here)) is not None:
        length = int(size[1], 16)
        if length == 0:
            break
        parts.append(body[size.end() : size.end() + length])
        here = size.end() + length
        here += 2 if body.startswith(b"\r\n", here) else 0
    return b"".join(parts) if parts else body


def _unpacked(body: bytes, packed: str) -> bytes | None:
    if packed not in ("gzip", "x-gzip", "deflate"):
        return None
    if packed != "deflate" and not body.startswith(b"\x1f\x8b"):
        return body  # an archiver unpacked it and left the field
    for wbits in (47, -15):
        try:
            unpack = zlib.decompressobj(wbits=wbits)
            found = unpack.decompress(body, LONGEST)
            return None if unpack.unconsumed_tail else found
        except zlib.error:
            continue
    return None


def _skipped(item: str, reason: str) -> Skipped:
    return Skipped(stage="sources", item=item, reason=reason)
