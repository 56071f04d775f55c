"""Which document a zip archive is: told by the names of its parts. Loaded only when an archive comes."""

from __future__ import annotations

import io
import zipfile
import zlib

from nongrata.sources.kinds import DOCX, ODT

_DAMAGE = (
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)


def office_type(body: bytes) -> str | None:
    """Give the media type of a Word or OpenDocument text; None for any other archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            names = set(archive.namelist())
            if "word/document.xml" in names:
                return DOCX
            if "content.xml" in names and "mimetype" in names:
                kind = archive.open("mimetype").read(len(ODT) + 1)
                return ODT if kind == ODT.encode() else None
    except _DAMAGE:
        return None
    return None
