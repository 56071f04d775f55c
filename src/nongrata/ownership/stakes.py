"""Stakes: who holds what of whom, as a source tells it, and what in it cannot be right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, get_args

from nongrata.ownership.shares import Share, read_share
from nongrata.values.dates import PartialDate

# shares: of the capital; votes: voting rights; control: the power to decide without a share; parent: a parent company
# whose share nobody tells; directorship, acting for, linked: ties that own nothing by themselves.
Kind = Literal["shares", "votes", "control", "parent", "directorship", "acting for", "linked"]
_PLAIN = (list, tuple)
_CACHED = frozenset({int, float, str})
KINDS: frozenset[str] = frozenset(get_args(Kind))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stake:
    """One statement of one source."""

    owner: str
    owned: str
    share: Share
    kind: Kind = "shares"
    since: PartialDate | None = None
    until: PartialDate | None = None
    source: str = ""
    problem: str = ""  # what cannot be right in it; the share then counts as untold


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """What the sources tell that cannot be right, or cannot both be: kept and shown, never repaired."""

    parties: tuple[str, ...]
    says: str


def read_stake(raw: object) -> Stake | Conflict:
    """Give the stake of a row [owner, owned, percent], a mapping, or a Stake; else a Conflict with the reason.

    >>> read_stake(["X", "A", 50]).share.low
    Fraction(50, 1)
    >>> read_stake({"owner": "X", "owned": "A", "percent": "25-50", "kind": "votes", "since": "2019"}).kind
    'votes'
    >>> read_stake(["X"]).says
    'a row that is no stake: wanted owner, owned and percent'
    """
    if type(raw) in _PLAIN and len(raw) == 3:  # type: ignore[arg-type] # the most common by far
        return _of_parts(*raw)  # type: ignore[misc] # as above
    if isinstance(raw, Stake):
        return raw
    if isinstance(raw, Mapping):
        return _of_mapping(raw)
    if isinstance(raw, Sequence) and not isinstance(raw, str | bytes) and len(raw) in (2, 3):
        return _of_parts(raw[0], raw[1], raw[2] if len(raw) == 3 else None)
    return Conflict(parties=(), says="a row that is no stake: wanted owner, owned and percent")


def _of_mapping(raw: Mapping[str, object]) -> Stake | Conflict:
    share = raw.get("percent", raw.get("share"))
    if share is None and ("low" in raw or "high" in raw):
        share = (raw.get("low"), raw.get("high"))
    return _of_parts(raw.get("owner"), raw.get("owned"), share, raw)


def _of_parts(
    owner: object, owned: object, value: object, told: Mapping[str, object] | None = None
) -> Stake | Conflict:
    if not isinstance(owner, str) or not isinstance(owned, str) or not owner or not owned:
        return Conflict(parties=(), says="a stake without owner or owned: wanted a name or id for both")
    share, problem = _share(value)
    if told is None:
        return Stake(owner=owner, owned=owned, share=share, problem=problem)
    kind = told.get("kind") or "shares"
    if kind not in KINDS:
        return Conflict(parties=(owner, owned), says=f"a tie of kind {kind!r:.40}: wanted one of {', '.join(KINDS)}")
    since, until = _day(told.get("since")), _day(told.get("until"))
    wrong = [f"a date that cannot be read: {day!r:.40}" for day in (since, until) if isinstance(day, str)]
    return Stake(
        owner=owner,
        owned=owned,
        share=share,
        kind=kind,  # type: ignore[arg-type] # one of KINDS
        since=None if isinstance(since, str) else since,
        until=None if isinstance(until, str) else until,
        source=str(told.get("source") or "")[:300],
        problem="; ".join(filter(None, [problem, *wrong])),
    )


def _share(value: object) -> tuple[Share, str]:
    """Give the share; the numbers that come again and again are read once."""
    return _share_known(value) if type(value) in _CACHED else read_share(value)


@lru_cache(maxsize=20_000, typed=True)
def _share_known(value: object) -> tuple[Share, str]:
    return read_share(value)


def _day(value: object) -> PartialDate | str | None:
    """Give the date, None where none is told, or the words that are no date."""
    if not value or isinstance(value, PartialDate):
        return value or None  # type: ignore[return-value] # nothing, or a date
    words = value.isoformat()[:10] if isinstance(value, date) else str(value)
    return _known_day(words[:40])


@lru_cache(maxsize=20_000)
def _known_day(words: str) -> PartialDate | str:
    try:
        return PartialDate(words)
    except ValueError:
        return words


def in_force(stake: Stake, as_of: date | None) -> bool | None:
    """Tell whether the stake was held on the day; None where its dates are too coarse to tell.

    Without a day, all that has no end is held.

    >>> stake = read_stake({"owner": "X", "owned": "A", "percent": 50, "since": "2019", "until": "2021-06-30"})
    >>> [in_force(stake, date(*day)) for day in [(2018, 1, 1), (2019, 5, 1), (2020, 1, 1), (2021, 7, 1)]]
    [False, None, True, False]
    """
    if as_of is None:
        return stake.until is None
    since, until = stake.since, stake.until
    if (since and as_of < since.earliest) or (until and as_of > until.latest):
        return False
    if (since and as_of < since.latest) or (until and as_of > until.earliest):
        return None
    return True
