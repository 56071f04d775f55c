"""One holding told more than once: tranches of one source are added, statements of several sources are compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from nongrata.ownership.shares import ALL, NONE, Share
from nongrata.ownership.stakes import Stake


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The share that all the statements leave possible."""

    share: Share
    conflict: str  # "" where they agree


def told_together(stakes: Sequence[Stake], vague: Set[int] = frozenset()) -> Told:
    """Give what the sources leave possible together; where they contradict each other, all of what they say.

    Rows of one source are holdings beside each other (two classes of shares), and are added. Rows of two sources
    tell of the same holding: what both allow holds; where nothing does, the range over both, and a conflict.
    `vague` has the stakes (by identity) that may have begun later or ended before.
    """
    by_source: dict[str, list[Share]] = {}
    for stake in stakes:
        by_source.setdefault(stake.source, []).append(_maybe(stake.share) if id(stake) in vague else stake.share)
    shares = {source: _added(each) for source, each in by_source.items()}
    conflict = _repeated(stakes)
    told = [share for share in shares.values() if share.told]
    if len(told) < 2:
        return Told(share=told[0] if told else next(iter(shares.values())), conflict=conflict)
    if agreed := _agreed(told):
        return Told(share=agreed, conflict=conflict)
    says = "; ".join(f"{source or 'without a source'}: {share}" for source, share in shares.items())
    return Told(share=_over(told), conflict=f"the sources contradict each other: {says}")


def _repeated(stakes: Sequence[Stake]) -> str:
    told = sorted((stake for stake in stakes if stake.share.told), key=_row)
    alike = [one for one, other in pairwise(told) if _row(one) == _row(other)]
    if not alike:
        return ""
    return f"told twice by {alike[0].source or 'the same source'}: {alike[0].share} is counted each time"


def _row(stake: Stake) -> tuple[str, str, str, str]:
    return stake.source, str(stake.share), str(stake.since), str(stake.until)


def _maybe(share: Share) -> Share:
    return Share(low=NONE, high=share.high, below=share.below, told=share.told)


def _added(shares: Iterable[Share]) -> Share:
    """Give the sum. It may go over 100; the conflict of sums shows that."""
    shares = list(shares)
    if len(shares) == 1:
        return shares[0]
    low = sum((share.low for share in shares), NONE)
    high = max(low, min(ALL, sum((share.high for share in shares), NONE)))
    return Share(
        low=low,
        high=high,
        above=low < high and any(share.above for share in shares),
        below=low < high < ALL and any(share.below for share in shares),
        told=any(share.told for share in shares),
    )


def _agreed(shares: Sequence[Share]) -> Share | None:
    """Give the range that all the shares allow."""
    low, above = max((share.low, share.above) for share in shares)
    high, not_below = min((share.high, not share.below) for share in shares)
    if low > high or (low == high and (above or not not_below)):
        return None
    return Share(low=low, high=high, above=above, below=not not_below)


def _over(shares: Sequence[Share]) -> Share:
    low, above = min((share.low, share.above) for share in shares)
    high, not_below = max((share.high, not share.below) for share in shares)
    return Share(low=low, high=high, above=above, below=not not_below)
