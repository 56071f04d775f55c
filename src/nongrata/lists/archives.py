"""Whether a zip archive that says it is a spreadsheet may be unpacked and parsed."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from nongrata.lists.files import MAX_BYTES, MAX_RATIO
from nongrata.values import ListError

MAX_MEMBERS = 2_000  # parts of the archive; a workbook has 20 to 200
MAX_MEMBER = 192 * 1024 * 1024  # unpacked; the largest sheet of the lists has 30 MB
MAX_TAGS = 4_000_000  # in the sheets and their texts, read in 20 seconds; the largest of the lists has 1.4 million
MAX_SMALL_TAGS = 100_000  # in the parts that are read as a whole: styles, relations


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a spreadsheet may hold."""

    rows: int = 200_000
    columns: int = 256
    unpacked: int = MAX_BYTES
    member: int = MAX_MEMBER
    tags: int = MAX_TAGS


LISTS = Limits()
WANTED = "an xlsx or ods spreadsheet that opens in a spreadsheet program; fetch it again"

_RATIO_FROM = 8 * 1024 * 1024
_CHUNK = 1024 * 1024
_ENCODING = re.compile(rb"""^<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"'>]{0,40})""")
_STREAMED = re.compile(r"(?:^|/)(?:worksheets/[^/]+\.xml|sharedStrings\.xml|content\.xml)$", re.I)


def check_archive(path: Path, archive: zipfile.ZipFile, limits: Limits = LISTS) -> None:
    """Refuse an archive that would unpack to too much, and parts that bring a document type of their own."""
    members = archive.infolist()
    total = sum(member.file_size for member in members)
    if len(members) > MAX_MEMBERS or len({member.filename for member in members}) < len(members):
        raise ListError(str(path), f"an archive of {len(members)} parts, or of parts with one name", WANTED)
    if total > limits.unpacked:
        raise ListError(str(path), f"an archive that unpacks to {total >> 20} MiB", WANTED)
    left = {True: limits.tags, False: MAX_SMALL_TAGS}
    for member in members:
        if flaw := _flaw(archive, member, left, limits):
            raise ListError(str(path), f"{member.filename[:60]!r}, {flaw}", WANTED)


def _flaw(archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: dict[bool, int], limits: Limits) -> str | None:
    """Say what is wrong with a part; `left` is how many tags all parts may still have, streamed ones and others."""
    if member.flag_bits & 1:
        return "which is encrypted"
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "which is packed in a way that spreadsheets are not"
    is_bomb = member.file_size > _RATIO_FROM and member.file_size > member.compress_size * MAX_RATIO
    if is_bomb or member.file_size > limits.member:
        return f"which unpacks to {member.file_size >> 20} MiB"
    if not member.filename.lower().endswith((".xml", ".rels")):
        return None
    is_streamed = _STREAMED.search(member.filename) is not None
    with archive.open(member) as part:
        tags = _tags_in(part, left[is_streamed])
    left[is_streamed] -= tags if isinstance(tags, int) else 0
    return tags if isinstance(tags, str) else None


def _tags_in(part: IO[bytes], max_tags: int) -> int | str:
    """Count the tags of a part before a parser sees it, or say what is wrong with its XML."""
    end, tags, is_first = b"", 0, True
    while chunk := part.read(_CHUNK):
        if is_first:
            head = chunk.removeprefix(b"\xef\xbb\xbf").lstrip()
            encoding = _ENCODING.match(head)
            if not head.startswith(b"<") or b"\0" in head[:4] or (encoding and encoding[1].lower() != b"utf-8"):
                return "which is not XML in UTF-8"
            is_first = False
        tags += chunk.count(b"<")
        if tags > max_tags:
            return "with which the tags are more than can be read"
        if b"<!DOCTYPE" in end + chunk or b"<!ENTITY" in end + chunk:
            return "which has a document type of its own (<!DOCTYPE>)"
        end = chunk[-16:]
    return tags
