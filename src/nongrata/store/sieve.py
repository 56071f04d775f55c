"""The sieve of the first look over the lists in use, kept beside the index: HOME/sieve."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from nongrata.screening import ListedParty
from nongrata.store.files import put_in_place
from nongrata.triage import Sieve, open_sieve, pack_sieve
from nongrata.values.mapped import mapped


@dataclass(frozen=True, slots=True)
class SieveShelf:
    """The sieve kept under a home folder."""

    home: Path

    @property
    def path(self) -> Path:
        """Where it is."""
        return self.home / "sieve"

    def opened(self, index_key: str) -> Sieve | None:
        """Give the sieve made of the index of this key; None where there is none or it is damaged."""
        try:
            with self.path.open("rb") as file:
                data = mapped(file)
        except (OSError, ValueError):  # ValueError: an empty file
            return None
        return open_sieve(memoryview(data), _key(index_key))

    def keep(self, index_key: str, parties: Sequence[ListedParty]) -> None:
        """Make the sieve and keep it. Raises OSError where the home cannot be written."""
        self.home.mkdir(parents=True, exist_ok=True)
        put_in_place(self.path, pack_sieve(parties, _key(index_key)))


def _key(index_key: str) -> str:
    """Give what a sieve is made of: the index, and how we look."""
    digest = hashlib.sha256(index_key.encode())
    for file in sorted(files("nongrata.triage").iterdir(), key=lambda file: file.name):
        digest.update(file.read_bytes() if file.is_file() else b"")
    return digest.hexdigest()
