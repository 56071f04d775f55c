"""Which stories are asked for, and the conditions that say so in SQL."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from nongrata.ownership import ExposureKind
from nongrata.store.record import MemberId, StoryId
from nongrata.store.sql.database import Value, day_text

Condition = tuple[str, tuple[Value, ...]]
DAY = "coalesce(s.published, substr(s.kept_at, 1, 10))"
_OF_ENTRY = (
    "EXISTS (SELECT 1 FROM finding f WHERE f.list = ? AND f.entity = ? AND f.verdict = 'match' AND f.turn = s.turn)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryQuery:
    """Which stories are asked for; all conditions together."""

    words: str = ""
    exposures: tuple[ExposureKind, ...] = ()
    party: MemberId | None = None  # the id of any member of the party
    entry: tuple[str, str] | None = None  # a list and its entity that some party was found to be
    since: date | None = None  # published, or kept where that is not known
    until: date | None = None
    topic: StoryId | None = None
    copies: bool = True  # False: of each text the first story alone
    before: StoryId | None = None  # the next page: those after this one
    limit: int = 50


def conditions(query: StoryQuery) -> Iterator[Condition]:
    """Give what is asked of each story; who is in it, its words and the page before are asked for otherwise."""
    if query.exposures:
        yield f"s.exposure IN ({', '.join('?' * len(query.exposures))})", query.exposures
    if query.entry is not None and query.party is not None:
        yield _OF_ENTRY, query.entry
    if query.since is not None and query.since == query.until:
        yield f"{DAY} = ?", (day_text(query.since),)
    else:
        optional = ((f"{DAY} >= ?", day_text(query.since)), (f"{DAY} <= ?", day_text(query.until)))
        yield from ((condition, (value,)) for condition, value in optional if value is not None)
    if query.topic is not None:
        yield "s.topic = ?", (query.topic,)
    if not query.copies:
        yield "s.copy_of = s.id", ()


def among(turns: Sequence[int]) -> Condition:
    """Be one of these."""
    return f"s.turn IN ({', '.join('?' * len(turns))})", tuple(turns)


def together(asked: Sequence[Condition]) -> tuple[str, list[Value]]:
    """Give the conditions as one, and its values."""
    where = " AND ".join(condition for condition, _values in asked) or "1 = 1"
    return where, [value for _condition, values in asked for value in values]
