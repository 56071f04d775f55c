"""Stakes and parties as rows of a table, and back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from fractions import Fraction

from nongrata.ownership.holder import Holder
from nongrata.ownership.shares import Share
from nongrata.ownership.stakes import KINDS, Stake
from nongrata.values import PartialDate, StoreError

_ABOVE, _BELOW, _TOLD = 1, 2, 4


def stake_row(stake: Stake) -> tuple[object, ...]:
    """Give a stake as columns."""
    share = stake.share
    flags = _ABOVE * share.above | _BELOW * share.below | _TOLD * share.told
    since, until = (None if day is None else day.text for day in (stake.since, stake.until))
    ends = (stake.owner, stake.owned)
    return (*ends, str(share.low), str(share.high), flags, stake.kind, since, until, stake.source, stake.problem)


def stake_of(row: Sequence[str | int | None]) -> Stake:
    """Give the stake of columns, the source's name before them. Raises StoreError for what no stake can be."""
    name, owner, owned, low, high, flags, kind, since, until, says, problem = row
    assert isinstance(flags, int)
    if kind not in KINDS:
        raise StoreError(
            "stakes.sqlite", f"a stake of kind {kind!r}", "a whole file: take it away, add the stakes again"
        )
    share = Share(
        low=Fraction(str(low)),
        high=Fraction(str(high)),
        above=bool(flags & _ABOVE),
        below=bool(flags & _BELOW),
        told=bool(flags & _TOLD),
    )
    return Stake(
        owner=str(owner),
        owned=str(owned),
        share=share,
        kind=kind,  # type: ignore[arg-type] # one of KINDS
        since=PartialDate(str(since)) if since else None,
        until=PartialDate(str(until)) if until else None,
        source=str(says or name),
        problem=str(problem or ""),
    )


def told_of(holder: Holder) -> str:
    """Give what is told of a party as one text."""
    return json.dumps(
        [holder.names, holder.schema, holder.countries, holder.birth_dates, holder.numbers, holder.source],
        ensure_ascii=False,
    )


def holder_of(id_: str, told: str) -> Holder:
    """Give the party that a text tells of."""
    names, schema, countries, births, numbers, source = json.loads(told)
    return Holder(
        id=id_,
        names=tuple(names),
        schema=schema,
        countries=tuple(countries),
        birth_dates=tuple(births),
        numbers=tuple((kind, value) for kind, value in numbers),
        source=source,
    )
