"""The index over the lists in use, kept so that the next start need not build it: HOME/index."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from nongrata.screening.index import ListIndex
from nongrata.screening.packed import open_index
from nongrata.store.files import put_in_place, remove
from nongrata.values.mapped import mapped

# What an index comes from besides the lists: when one of these changes, it is built again.
_MADE_BY = (
    ("lists", "as_json.py"),
    ("lists.joins", "numbers.py"),
    ("lists.joins", "pair.py"),
    ("lists.joins", "profile.py"),
    ("lists.joins", "rules.py"),
    ("lists.joins", "words.py"),
    ("lists", "joins.json"),
    ("lists.joins", "join.py"),
    ("lists", "past.py"),
    ("lists", "starter.json"),
    ("screening", "index.py"),
    ("screening", "join.py"),
    ("screening", "pack.py"),
    ("screening", "packed.py"),
    ("screening.candidates", "leftover.py"),
    ("screening.candidates", "nearwords.py"),
    ("screening.candidates", "postings.py"),
    ("screening.candidates", "postings_build.py"),
    ("screening.candidates", "forms.py"),
    ("screening", "words.json"),
    ("screening", "words.py"),
    ("values", "names.py"),
)


@dataclass(frozen=True, slots=True)
class IndexShelf:
    """The index kept under a home folder."""

    home: Path

    @property
    def path(self) -> Path:
        """Where it is."""
        return self.home / "index"

    def opened(self, key: str) -> ListIndex | None:
        """Give the index kept under this key; None where there is none or it is damaged: it is built again."""
        try:
            with self.path.open("rb") as file:
                data = mapped(file)
        except (OSError, ValueError):  # ValueError: an empty file
            return None
        return open_index(memoryview(data), key)

    def keep(self, key: str, index: Iterable[bytes]) -> ListIndex | None:
        """Write the bytes of an index, and open it; None where the home cannot be written, which is no fault."""
        try:
            self.home.mkdir(parents=True, exist_ok=True)
            for left in self.home.glob(".index-*"):  # by a process that was killed: it may be large
                remove(left)
            put_in_place(self.path, index)
        except (OSError, OverflowError):
            return None
        return self.opened(key)


def key_of(in_use: Sequence[tuple[str, str]], judgements: Path) -> str:
    """Give what an index is made of: the snapshots in use and kept, what people judged, our tables and rules."""
    digest = hashlib.sha256(json.dumps(sorted(in_use)).encode())
    try:
        digest.update(judgements.read_bytes())
    except OSError:
        digest.update(b"none")
    for package, name in _MADE_BY:
        digest.update(files(f"nongrata.{package}").joinpath(name).read_bytes())
    for file in sorted(files("nongrata.names").iterdir(), key=lambda file: file.name):  # how names are read, all of it
        digest.update(file.read_bytes() if file.is_file() else b"")
    return digest.hexdigest()
