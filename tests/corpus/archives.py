"""Pages and archives as crawls make them, written for tests: each page a story of ours in a page's clothes."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

LISTED = (
    "MOSCOW, Sept 13 (Reuters) - North Korean leader Kim Jong Un met Russian President Vladimir Putin on Wednesday.\n"
    "Kim, who is under sanctions of the United Nations, left on Thursday."
)
PLAIN = (
    "SPRINGFIELD, May 3 - The council met on Tuesday to talk of the new bridge over the river.\n"
    "It will be built of wood, the builder said, and nobody needs to pay for it."
)
Page = tuple[str, bytes]  # its address, and it


def page(text: str, *, title: str = "What happened") -> bytes:
    """Give a page with a menu, a script and this story."""
    paragraphs = "".join(f"<p>{line}</p>" for line in text.splitlines())
    return (
        f"<!doctype html><html><head><title>{title}</title><script>var a = '<p>';</script></head><body>"
        f"<nav><a href='/'>Home</a><a href='/world'>World</a></nav><article><h1>{title}</h1>{paragraphs}</article>"
        "</body></html>"
    ).encode()


def pages(count: int, *, every: int = 4) -> Iterator[Page]:
    """Give so many pages, of which one in so many names listed parties."""
    for number in range(count):
        text = LISTED if number % every == 0 else PLAIN
        yield f"https://example.org/{number}", page(f"{text}\nThis was the story of number {number}.")


def record(uri: str, body: bytes, *, kind: str = "response", day: str = "2023-09-15") -> bytes:
    """Give a record of an archive, as a crawler writes it."""
    content = body
    content_type = "text/plain"
    if kind == "response":
        content = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
        content_type = "application/http; msgtype=response"
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: {day}T10:00:00Z\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def members(found: Iterable[Page], *, kind: str = "response") -> list[bytes]:
    """Give records packed one by one, as CC-NEWS has them."""
    info = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\na: b\r\n\r\n"
    return [gzip.compress(each) for each in (info, *(record(uri, body, kind=kind) for uri, body in found))]


def write_warc(path: Path, found: Iterable[Page]) -> Path:
    """Write an archive of these pages."""
    path.write_bytes(b"".join(members(found)))
    return path


def write_lines(path: Path, found: Iterable[Page], *, broken: Sequence[str] = ()) -> Path:
    """Write these pages as JSON lines, and then these lines."""
    lines = [json.dumps({"url": uri, "html": body.decode(), "date": "2023-09-15"}) for uri, body in found]
    path.write_text("\n".join([*lines, *broken]) + "\n", "utf-8")
    return path
