"""Shelves: where lists (and later dossiers) are kept."""

from nongrata.store.lists import ListShelf
from nongrata.store.manifest import Addition, Kept, RawFile

__all__ = ["Addition", "Kept", "ListShelf", "RawFile"]
