"""Who is above and below a party, as a tree of branches that text and picture draw."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from nongrata.outputs.regimes import regime_of
from nongrata.outputs.words import date_words, one_line
from nongrata.ownership.around import Member
from nongrata.ownership.own import Owned
from nongrata.ownership.stakes import Kind, Stake, in_force
from nongrata.screening.force import in_force as stands
from nongrata.screening.join import version_of

DEEPEST = 12
MOST = 200  # branches of one tree
_TIES: dict[Kind, str] = {
    "control": "controls",
    "parent": "parent, share not told",
    "directorship": "director",
    "acting for": "is acted for by",
    "linked": "“linked to”",
}
_CALLED = {"us_ofac_cons": "US non-SDN", "us_csl": "US CSL"}  # lists that block no property by themselves
Way = Literal["up", "down"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A party on the tree, and what ties it to the one nearer to the party asked about."""

    label: str
    tie: str  # "49 %", "60 % of the votes"; "" at the root
    sources: str
    counts: bool  # a stake that is held on the day, no mere tie
    branches: tuple[Branch, ...]
    more: str = ""  # why its own branches are not drawn: "shown above", "…"


def tree(owned: Owned, way: Way) -> Branch:
    """Give the tree upward or downward; a party that stands on it already is not drawn out again."""
    near, far = ("owned", "owner") if way == "up" else ("owner", "owned")
    ties: dict[str, dict[str, list[Stake]]] = defaultdict(lambda: defaultdict(list))
    for stake in owned.around.stakes:
        ties[getattr(stake, near)][getattr(stake, far)].append(stake)
    return _Growing(ties, owned.as_of).branch(owned.label, (), 0)


class _Growing:
    """A tree while it is drawn."""

    def __init__(self, ties: dict[str, dict[str, list[Stake]]], as_of: date | None) -> None:
        self.ties, self.as_of = ties, as_of
        self.seen: set[str] = set()
        self.count = 0

    def branch(self, label: str, stakes: Sequence[Stake], depth: int) -> Branch:
        """Give a party with all its branches, the largest share first."""
        more, branches = "", []
        others = self.ties.get(label, {})
        if label in self.seen and others:
            more = "shown above"
        elif depth >= DEEPEST or self.count >= MOST:
            more = "…" if others else ""
        else:
            self.seen.add(label)
            for other in sorted(others, key=lambda each: _weight(others[each]), reverse=True):
                self.count += 1
                branches.append(self.branch(other, others[other], depth + 1))
        return Branch(
            label=label,
            tie=tie_words(stakes, self.as_of),
            sources=source_words(stakes),
            counts=any(_counts(stake, self.as_of) for stake in stakes),
            branches=tuple(branches),
            more=more,
        )


def _weight(stakes: Sequence[Stake]) -> tuple[bool, Fraction, Fraction]:
    owns = [stake for stake in stakes if stake.kind in ("shares", "votes", "parent", "control")]
    told = [stake.share for stake in owns if stake.share.told]
    return (
        bool(owns),
        max((share.low for share in told), default=Fraction(0)),
        max((s.high for s in told), default=Fraction(0)),
    )


def _counts(stake: Stake, as_of: date | None) -> bool:
    return stake.kind in ("shares", "votes", "parent", "control") and in_force(stake, as_of) is not False


def tie_words(stakes: Iterable[Stake], as_of: date | None) -> str:
    """Give what ties an owner to the owned, each thing once: "49 %", "parent, share not told; controls"."""
    return "; ".join(dict.fromkeys(_tie(stake, as_of) for stake in stakes))


def _tie(stake: Stake, as_of: date | None) -> str:
    words = _TIES.get(stake.kind, "")
    if stake.kind in ("shares", "votes") or stake.share.told:
        words = str(stake.share) if stake.share.told else "share not told"
        words += " of the votes" if stake.kind == "votes" else ""
        words += " (cannot be right)" if stake.problem else ""
    held = in_force(stake, as_of)
    if held is False:
        words += f" until {date_words(str(stake.until))}" if stake.until else f" from {date_words(str(stake.since))}"
        words += ", not counted"
    return words


def source_words(stakes: Iterable[Stake]) -> str:
    """Give who says so, and since when."""
    told = dict.fromkeys(
        one_line(stake.source) + (f", since {date_words(stake.since.text)}" if stake.since else "") for stake in stakes
    )
    return "; ".join(filter(None, told))


def listed_by(owned: Owned, member: Member) -> tuple[str, ...]:
    """Give the regimes whose lists name a party on the day: "US", "EU"."""
    acts = [act for listed in member.listed if listed.verdict == "match" for act in listed.acts]
    there = [act.list_id for act in acts if stands(act, owned.as_of, version_of(act.list_id, ())) is not False]
    called = dict.fromkeys(_CALLED.get(list_id) or regime_of(list_id) for list_id in there)
    if "US" in called or "US non-SDN" in called:
        called.pop("US CSL", None)  # which tells the others again
    return tuple(called)


def caught_by(owned: Owned, label: str) -> tuple[str, ...]:
    """Give the regimes under which a party is caught through its owners, without being listed: "US", "EU"."""
    found = []
    for regime in owned.regimes:
        answer = owned.answers[regime.seat.id].of(label)
        if not answer.listed and answer.verdict in ("blocked", "control"):
            found.append(regime.seat.short)
    # Who is blocked is caught by the directives too.
    return tuple(dict.fromkeys(short for short in found if "US" not in found or not short.startswith("US ")))
