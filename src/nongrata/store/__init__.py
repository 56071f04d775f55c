"""Shelves: where lists (and later dossiers) are kept."""

from nongrata.store.lists import ListShelf
from nongrata.store.snapshot import Addition, Kept

__all__ = ["Addition", "Kept", "ListShelf"]
