"""Wikinews' stories of 2019, as the shared folder has them."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

WIKINEWS = "data/news/wikinews_en/wikinews_2019.csv"
_LONGEST = 10_000_000  # characters of a cell; Python's own bound is less than some stories have


def read_wikinews(shared: Path) -> list[tuple[str, str, date]]:
    """Give title, text and day of each story. The csv module's bound is put back: it is one for the whole process."""
    before = csv.field_size_limit(_LONGEST)
    try:
        with (shared / WIKINEWS).open(encoding="utf-8", newline="") as file:
            return [(row["title"], row["text"], date.fromisoformat(row["date"])) for row in csv.DictReader(file)]
    finally:
        csv.field_size_limit(before)
