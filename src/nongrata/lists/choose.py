"""Of several versions of one list, the one to use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from nongrata.lists.record import ListFile, ListId
from nongrata.values import Skipped, parse_date


def newest_of(files: Iterable[tuple[ListFile, str]], *, as_of: date | None = None) -> tuple[ListFile, ...]:
    """Give each list once, in the order they came first: of several versions the newest, with a note on the others.

    With `as_of`, the newest that is not after that day, else the oldest. Each file comes with where it is from.
    """
    versions: dict[ListId, list[tuple[ListFile, str]]] = {}
    for file, where in files:
        versions.setdefault(file.version.list_id, []).append((file, where))
    return tuple(_with_note(of_one, chosen(_days(of_one), as_of=as_of)) for of_one in versions.values())


def chosen(days: Sequence[str], *, as_of: date | None = None) -> int:
    """Give the place of the newest of these versions, or of the newest that is not after a day, else of the oldest.

    What is no date counts as older than any. Of two alike the first is chosen.

    >>> chosen(["2024-05-02", "2026-08", "undated"]), chosen(["2024-05-02", "2026-08"], as_of=date(2025, 1, 1))
    (1, 0)
    """
    ordered = sorted(range(len(days)), key=lambda place: (day_of(days[place]), -place))
    if as_of is None:
        return ordered[-1]
    return next((place for place in reversed(ordered) if day_of(days[place]) <= as_of), ordered[0])


def day_of(version: str) -> date:
    """Give the day of a version, the first of its month or year where it tells no more; long ago for none."""
    parsed = parse_date(version)
    return date.min if parsed is None else parsed.earliest


def _days(files: Sequence[tuple[ListFile, str]]) -> list[str]:
    return [file.version.version for file, _ in files]


def _with_note(files: Sequence[tuple[ListFile, str]], place: int) -> ListFile:
    file, _ = files[place]
    others = tuple(_note(other, its, file) for at, (other, its) in enumerate(files) if at != place)
    return replace(file, skipped=(*file.skipped, *others)) if others else file


def _note(other: ListFile, where: str, used: ListFile) -> Skipped:
    about = used.version
    reason = f"another version of {about.list_id} ({other.version.version}): version {about.version} is used"
    return Skipped(stage="lists", item=where, reason=reason)
