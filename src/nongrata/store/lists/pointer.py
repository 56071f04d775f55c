"""Which snapshot of a list is in use: a pointer that is replaced in one step, and a line of history for each change."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from nongrata.store.files import sync_folder, write_file
from nongrata.store.lists.manifest import Addition
from nongrata.store.lists.snapshot import NAME_LENGTH
from nongrata.values import StoreError


def pointed_at(folder: Path) -> str | None:
    """Give the snapshot in use in a list's folder; None where none is. Raises StoreError for a damaged pointer."""
    path = folder / "current"
    with told_by_folder(path):
        if not path.exists():
            return None
        text = path.read_text("utf-8", errors="replace")
    try:
        name = json.loads(text)["snapshot"]
    except (ValueError, TypeError, KeyError):
        name = None
    if isinstance(name, str) and is_snapshot(name):
        return name
    raise StoreError(str(path), f"{text[:40]!r}", "the name of a snapshot: add the list again")


def switch_to(folder: Path, name: str, addition: Addition) -> None:
    """Put a snapshot in use, in one step, and write it down in the history."""
    line = (json.dumps({"snapshot": name, **asdict(addition)}) + "\n").encode()
    pointer = folder / f".current-{os.getpid()}-{name[:8]}"
    write_file(pointer, line)
    pointer.replace(folder / "current")
    with (folder / "history").open("ab") as history:
        history.write(line)
    sync_folder(folder)


def is_snapshot(name: str) -> bool:
    """Be what a snapshot's folder may be called."""
    return len(name) == NAME_LENGTH and name.isalnum() and name.isascii()


@contextmanager
def told_by_folder(path: Path) -> Iterator[None]:
    """Turn what a folder cannot do into a StoreError that says where."""
    try:
        yield
    except OSError as error:
        where = error.filename if isinstance(error.filename, str) else str(path)
        what = (error.strerror or type(error).__name__).lower()
        raise StoreError(where, what, "a home folder that can be read and written (NONGRATA_HOME)") from error
