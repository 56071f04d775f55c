"""A file's bytes where they lie: read as they are asked for, and shared by all who map the file."""

from __future__ import annotations

import mmap
from typing import IO


def mapped(file: IO[bytes]) -> mmap.mmap:
    """Give the bytes of an open file. Raises ValueError for an empty one; the file may be closed after."""
    return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
