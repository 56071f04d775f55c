"""Files and folders that are there whole or not at all, and one writer at a time."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import get_ident
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

UNFINISHED = (".adding-", ".current-", ".damaged-", ".pruned-")  # what a killed process may leave behind


def write_file(path: Path, data: bytes) -> None:
    """Write a file so that it lasts through a power cut."""
    with path.open("wb") as out:
        out.write(data)
        flush(out)


def put_in_place(path: Path, parts: Iterable[bytes]) -> None:
    """Write a file beside its place and put it there in one step: whoever reads finds the old one or the new one whole.

    Raises OSError where its folder cannot be written.
    """
    beside = path.with_name(f".{path.name}-{os.getpid()}-{get_ident()}")  # of this thread alone
    try:
        with beside.open("wb") as out:
            out.writelines(parts)
            flush(out)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def flush(out: BinaryIO) -> None:
    """Make what was written to a file last through a power cut."""
    out.flush()
    os.fsync(out.fileno())


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last through a power cut."""
    if sys.platform == "win32":
        return  # a folder cannot be opened there
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a folder for one writer; another one waits. A process that is killed lets go of it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with (folder.parent / f".{folder.name}.lock").open("ab") as file:
        _lock(file)
        yield


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold a lock file for this process; one that is killed lets go of it. Raises BlockingIOError: another has it."""
    with path.open("ab") as file:
        try:
            if sys.platform == "win32":
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise BlockingIOError(str(path)) from error
        yield


def _lock(file: BinaryIO) -> None:
    if sys.platform == "win32":
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
    else:
        fcntl.flock(file, fcntl.LOCK_EX)


def sweep(folder: Path) -> None:
    """Take away what killed processes left in a folder that this process holds."""
    if not folder.is_dir():
        return
    for child in folder.iterdir():
        if child.name.startswith(UNFINISHED):
            remove(child)


def remove(path: Path) -> None:
    """Take away a file or a folder; what cannot be removed is left for the next sweep."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
