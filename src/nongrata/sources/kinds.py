"""What kind of bytes these are: text, a page, a document, something that holds several, or no story we can read."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from pathlib import PurePath

from nongrata.values.loading import load

LIMIT = 50 * 1024 * 1024  # bytes: the longest page anyone has a use for is a hundredth of it

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
FEED = "application/rss+xml"  # RSS or Atom
EMAIL = "message/rfc822"
MAILBOX = "application/mbox"
WARC = "application/warc"
# What holds several stories: `unpack` gives them one by one.
CONTAINERS = frozenset({FEED, EMAIL, MAILBOX, WARC})

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
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document, or one under a password"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"filedesc://", "an ARC archive (the form before WARC)"),
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
_FEED = re.compile(
    rb"(?:<\?xml[^>]{0,400}\?>|<\?xml-stylesheet[^>]{0,400}\?>|<!--.{0,2000}?-->|\s)*<(?:rss|feed|rdf:RDF)[\s>]",
    re.S | re.I,
)
_HEADER = re.compile(rb"[!-9;-~]{1,60}:[ \t]")
_MAIL = re.compile(
    rb"^(?:mime-version|received|message-id|return-path|delivered-to|content-type|x-mailer):", re.I | re.M
)
_MAIL_SURE = re.compile(
    rb"^(?:from|sender):.*?^(?:subject|date):|^(?:subject|date):.*?^(?:from|sender):", re.I | re.M | re.S
)
_MAILBOX = re.compile(rb"From \S+ .{10,60}\d{4}\r?\n[!-9;-~]{1,60}:[ \t]")
_HEAD = 4096


def document_type(body: bytes) -> str | None:
    """Give the media type of a document or a container that its own bytes tell, or None.

    >>> document_type(b"%PDF-1.7 ...")
    'application/pdf'
    """
    if body.startswith(b"%PDF-"):
        return PDF
    if body.startswith(b"PK\x03\x04"):
        told: str | None = load("nongrata.sources.zipped:office_type")(body)
        return told
    if body.startswith(b"WARC/") or (body.startswith(b"\x1f\x8b") and _unzipped_head(body).startswith(b"WARC/")):
        return WARC
    head = body[:_HEAD].lstrip(_SPACE)
    if _FEED.match(head):
        return FEED
    if _MAILBOX.match(head):
        return MAILBOX
    return EMAIL if _is_mail(head) else None


def _is_mail(head: bytes) -> bool:
    """Begin with the lines of a mail's head; a text may have some of them too, but not those that a server adds."""
    top = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    return bool(_HEADER.match(top) and _MAIL.search(top) and _MAIL_SURE.search(top))


def _unzipped_head(body: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(body[:_HEAD], 16)
    except zlib.error:
        return b""


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
    told = document_type(body)
    if told is not None:
        return told
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
