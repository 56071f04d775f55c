"""What kind of bytes these are: text, a page, or something that holds no story we can read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath

LIMIT = 50 * 1024 * 1024  # bytes: the longest page anyone has a use for is a hundredth of it

_BY_SUFFIX: Mapping[str, str] = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".shtml": "text/html",
    ".json": "application/json",
    ".jsonl": "application/json",
    ".csv": "text/csv",
    ".xml": "application/xml",
    ".rss": "application/xml",
}
# The first bytes of files, from each format's specification (and file(1)'s magic).
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"RIFF", "an image, sound or film"),
    (b"ID3", "a sound recording"),
    (b"OggS", "a sound recording"),
    (b"\x1aE\xdf\xa3", "a film"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")  # UTF-16 and UTF-32: their text holds NULs
_SPACE = b" \t\r\n\f\xef\xbb\xbf"
_PAGE = re.compile(
    rb"(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,200}\?>\s*)*<(?:!doctype\s+html|html|head|body|title|meta|article|div|p)\b",
    re.I | re.S,
)
_XML = re.compile(rb"<\?xml|<rss\b|<feed\b")
_HEAD = 4096


def binary_kind(body: bytes) -> str | None:
    """Give what the bytes are where they are no text, or None.

    >>> binary_kind(b"%PDF-1.7 ...")
    'a PDF'
    """
    named = next((kind for signature, kind in _SIGNATURES if body.startswith(signature)), None)
    if named is not None:
        return named
    if body[4:8] == b"ftyp":
        return "a film or image"
    if b"\x00" in body and not body.startswith(_WIDE_MARKS):
        return "binary bytes (NULs)"
    return None


def media_type_of(body: bytes, *, name: str = "") -> str:
    """Give the media type, from the bytes where they tell and else from the file's name.

    >>> media_type_of(b"<!DOCTYPE html><title>Talks</title>", name="story.txt")
    'text/html'
    """
    head = _narrow(body[:_HEAD]).lstrip(_SPACE)
    if _PAGE.match(head):
        return "text/html"
    if _XML.match(head):
        return "application/xml"
    by_name = _BY_SUFFIX.get(PurePath(name).suffix.lower(), "text/plain")
    return "text/plain" if by_name == "text/html" and b"<" not in _narrow(body) else by_name


def _narrow(body: bytes) -> bytes:
    """Give the bytes without the NULs and mark of UTF-16: enough to see tags."""
    return body[2:].replace(b"\x00", b"") if body.startswith(_WIDE_MARKS) else body
