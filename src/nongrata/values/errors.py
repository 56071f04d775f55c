"""Every error that Nongrata raises on purpose.

    NongrataError
    ├── SettingError    an option, variable or argument that cannot be used
    ├── SourceError     a source that cannot be read, where nothing else was asked for
    ├── ListError       a list file that cannot be trusted or read
    ├── StoreError      a home folder or store that cannot be read or written
    └── MissingExtra    a part that is not installed

Bad input inside a stream is a value (`Skipped`), not an error. Each message says what was found and
what was wanted, on one line.
"""

from __future__ import annotations

import sys


class NongrataError(Exception):
    """The root of the tree: catch it to catch all that we raise on purpose."""


class SettingError(NongrataError):
    """An option, variable or argument that cannot be used."""

    def __init__(self, name: str, value: str, wanted: str) -> None:
        super().__init__(f"{name}={value!r}: wanted {wanted}")
        self.name, self.value, self.wanted = name, value, wanted


class SourceError(NongrataError):
    """A source that cannot be read, where the caller asked for this one only."""

    def __init__(self, item: str, reason: str) -> None:
        super().__init__(f"{item}: {reason}")
        self.item, self.reason = item, reason


class ListError(NongrataError):
    """A list file that cannot be read, or that must not replace a good one."""

    def __init__(self, path: str, found: str, wanted: str) -> None:
        super().__init__(f"{path}: found {found}; wanted {wanted}")
        self.path, self.found, self.wanted = path, found, wanted


class StoreError(NongrataError):
    """A home folder that cannot be read or written."""

    def __init__(self, path: str, found: str, wanted: str) -> None:
        super().__init__(f"{path}: found {found}; wanted {wanted}")
        self.path, self.found, self.wanted = path, found, wanted


class MissingExtra(NongrataError):
    """A part that is not installed; `packages` are what to install for it."""

    def __init__(self, part: str, extra: str, packages: str) -> None:
        super().__init__(f"{part} is not installed: run  {sys.executable or 'python'} -m pip install {packages}")
        self.part, self.extra = part, extra
