"""Which kept versions may go: not the one in use, not the newest, none of the last year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from nongrata.store.lists.manifest import Kept

KEEP = 10
LAST_YEAR = timedelta(days=366)


def to_prune(kept: Sequence[Kept], *, today: date, keep: int = KEEP) -> tuple[Kept, ...]:
    """Give the versions of one list that may go: those behind the `keep` newest that are older than a year."""
    newest_first = sorted(kept, key=lambda each: (each.day, each.addition.added_at), reverse=True)
    old = (each for each in newest_first[keep:] if today - each.day > LAST_YEAR)
    return tuple(each for each in old if not each.is_current)
