"""Shelves: where lists (and later dossiers) are kept."""
