"""Where an output goes: a file that can be written, and none of those that are read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from nongrata.values import SettingError


def target_file(option: str, name: str | None, sources: Sequence[str], *, read: str) -> Path | None:
    """Give the file that an option names, looked at before the work and not after it; None where it names none.

    `read` says what the sources are ("story", "table"). Raises SettingError for a folder, for a file in a folder that
    is not there, and for one of the sources, which would be overwritten.
    """
    if name is None:
        return None
    path = Path(name)
    if not name or path.is_dir():
        raise SettingError(option, name, "the name of a file, and found a folder" if name else "the name of a file")
    if not path.parent.is_dir():
        raise SettingError(option, name, f"a file in a folder that is there, and {path.parent} is none")
    if any(_is_same(path, source) for source in sources):
        raise SettingError(option, name, f"another file than the {read} itself, which it would overwrite")
    return path


def replaced_file(option: str, path: Path | None) -> Path | None:
    """Give the same file, which is written beside its place and put there at the end.

    Raises SettingError for a device or a pipe: it would be gone, a plain file in its place.
    """
    if path is not None and path.exists() and not path.is_file():
        raise SettingError(option, str(path), "the name of a file, and found a device or a pipe")
    return path


def _is_same(path: Path, source: str) -> bool:
    try:
        return path.samefile(source)
    except (OSError, ValueError):
        return False
