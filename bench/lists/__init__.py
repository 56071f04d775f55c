"""The official lists: loaded, joined, damaged, killed while they sync."""
