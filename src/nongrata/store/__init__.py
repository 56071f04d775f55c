"""Shelves: where lists (and later dossiers) are kept."""

from nongrata.store.lists.manifest import Addition, Kept, RawFile
from nongrata.store.lists.shelf import ListShelf

__all__ = ["Addition", "Kept", "ListShelf", "RawFile"]
