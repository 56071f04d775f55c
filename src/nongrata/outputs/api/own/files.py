"""Files that are sent: written under a name of ours into a folder of ours, never where or as their sender says."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from fastapi import UploadFile

from nongrata.outputs.api.problems import Refusal
from nongrata.outputs.api.work import Works

_CHUNK = 1024 * 1024
_ENDING = re.compile(r"(?:\.ftm)?\.[a-z0-9]{1,8}")
_LONGEST_NAME = 120


async def taken(works: Works, upload: UploadFile) -> tuple[Path, str]:
    """Give where a sent file was written, and what its sender called it, without a path."""
    name = file_name(upload.filename or "file")
    ending = "".join(PurePosixPath(name.lower()).suffixes[-2:])
    if not _ENDING.fullmatch(ending):
        last = PurePosixPath(name.lower()).suffix
        ending = last if _ENDING.fullmatch(last) else ""
    path = works.new_file(ending)
    size = 0
    with path.open("xb") as out:
        while piece := await upload.read(_CHUNK):
            size += len(piece)
            out.write(piece)
    if not size:
        path.unlink()
        raise Refusal(422, f"{name}: found an empty file; wanted one with something in it")
    return path, name


def file_name(told: str) -> str:
    """Give the last part of a name, in letters that can be shown.

    >>> file_name("../../etc/passwd"), file_name("C:\\\\temp\\\\a.csv"), file_name("x\\x00y.csv")
    ('passwd', 'a.csv', 'x y.csv')
    """
    last = told.replace("\\", "/").rpartition("/")[2]
    shown = "".join(letter if letter.isprintable() else " " for letter in last).strip(". ")
    return shown[-_LONGEST_NAME:] or "file"
