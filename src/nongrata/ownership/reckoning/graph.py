"""The graph of holdings on one day: whole numbers in flat rows, so that a million stakes stay small and exact.

Each holding has a low and a high bound in whole units: percent × unit (a common denominator) × wide, with one unit
more for "more than" and one less for "less than". Sums of such numbers compare as the law compares shares, with no
rounding anywhere: "more than 50" reached by 25 and a bit plus 25 is more than 50.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from math import lcm

from nongrata.ownership.reckoning.told import Told, told_together
from nongrata.ownership.shares import Share, in_words
from nongrata.ownership.stakes import Conflict, Stake, in_force, read_stake

SHARES, VOTES = 0, 1
_MEASURES = {"shares": SHARES, "parent": SHARES, "votes": VOTES}
_FINEST = 256  # bits of a common denominator; beyond it, bounds are widened outwards to a grid of 10**-30
_GRID = 10**30


@dataclass(slots=True, kw_only=True)
class Graph:
    """Who holds what, by number; `names[number]` is the party."""

    names: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    unit: int = 1
    wide: int = 1
    # by owner: the holdings of party n are first[n] to first[n + 1]
    first: array[int] = field(default_factory=lambda: array("l"))
    owners: array[int] = field(default_factory=lambda: array("l"))
    keys: array[int] = field(default_factory=lambda: array("l"))  # owned × 2 + measure
    lows: list[int] = field(default_factory=list)
    highs: list[int] = field(default_factory=list)
    told: bytearray = field(default_factory=bytearray)
    stakes: list[Stake] = field(default_factory=list)  # the first one told of each
    more: dict[int, tuple[Stake, ...]] = field(default_factory=dict)  # holding: further ones
    # by owned: the holdings in party n are into[start[n] : start[n + 1]]
    start: array[int] = field(default_factory=lambda: array("l"))
    into: array[int] = field(default_factory=lambda: array("l"))
    totals: dict[int, int] = field(default_factory=dict)  # key: the sum of all lows
    control: dict[int, list[int]] = field(default_factory=dict)  # owner: the controlled
    controllers: dict[int, list[int]] = field(default_factory=dict)  # the same, by the controlled
    ties: dict[int, list[Stake]] = field(default_factory=dict)  # owned: ties that own nothing
    conflicts: list[Conflict] = field(default_factory=list)

    @property
    def exact(self) -> bool:
        """Whether every share is one number."""
        return self.lows == self.highs

    @property
    def whole(self) -> int:
        """All of an entity, in the graph's units."""
        return 100 * self.unit * self.wide

    def number(self, name: str) -> int:
        """Give the party's number, a new one at its first sight."""
        found = self.numbers.setdefault(name, len(self.names))
        if found == len(self.names):
            self.names.append(name)
        return found

    def add_control(self, owner: int, owned: int) -> None:
        """Take in that the owner controls the owned."""
        self.control.setdefault(owner, []).append(owned)
        self.controllers.setdefault(owned, []).append(owner)

    def told_of(self, at: int) -> tuple[Stake, ...]:
        """Give all that is told of a holding."""
        return (self.stakes[at], *self.more.get(at, ()))

    def low(self, amount: int) -> Fraction:
        """Give a sum of low bounds in percent."""
        return Fraction(amount // self.wide, self.unit)

    def high(self, amount: int) -> Fraction:
        """Give a sum of high bounds in percent."""
        return Fraction(-(-amount // self.wide), self.unit)


def graph_of(
    stakes: Iterable[object], *, as_of: date | None = None, control: Iterable[object] = (), parties: Iterable[str] = ()
) -> Graph:
    """Give the graph of the stakes held on the day, with what in them cannot be right."""
    graph, drafts = Graph(), _Drafts()
    for name in parties:
        graph.number(name)
    for raw in stakes:
        stake = read_stake(raw)
        if isinstance(stake, Conflict):
            graph.conflicts.append(stake)
        else:
            _take(graph, drafts, stake, as_of)
    for pair in control:
        _take_control(graph, pair)
    _settle(graph, drafts)
    _find_conflicts(graph)
    return graph


_OWNER = 40  # bits: a place is owner << _OWNER | key, a plain number that sorts by owner
_KEY = (1 << _OWNER) - 1


@dataclass(slots=True)
class _Drafts:
    """Holdings as they come in: one per owner, owned and measure."""

    places: dict[int, Stake] = field(default_factory=dict)  # the first stake told
    more: dict[int, list[Stake]] = field(default_factory=dict)  # the others
    vague: set[int] = field(default_factory=set)  # stakes (by identity) whose dates leave the day open


def _take(graph: Graph, drafts: _Drafts, stake: Stake, as_of: date | None) -> None:
    if stake.problem:
        graph.conflicts.append(Conflict(parties=(stake.owner, stake.owned), says=_of(stake) + stake.problem))
    held = in_force(stake, as_of)
    if held is False:
        return
    owner, owned = graph.number(stake.owner), graph.number(stake.owned)
    measure = _MEASURES.get(stake.kind)
    if measure is None:
        if stake.kind == "control" and held:
            graph.add_control(owner, owned)
        else:
            graph.ties.setdefault(owned, []).append(stake)
        return
    if owner == owned:
        says = _of(stake) + f"holds {stake.share} of itself: does not count for anybody"
        graph.conflicts.append(Conflict(parties=(stake.owned,), says=says))
        return
    if held is None:
        drafts.vague.add(id(stake))
    place = owner << _OWNER | owned * 2 + measure
    if drafts.places.setdefault(place, stake) is not stake:
        drafts.more.setdefault(place, []).append(stake)


def _of(stake: Stake) -> str:
    return f"{stake.source}: " if stake.source else ""


def _take_control(graph: Graph, pair: object) -> None:
    if isinstance(pair, Sequence) and not isinstance(pair, str) and len(pair) == 2 and all(pair):
        owner, owned = (graph.number(str(each)) for each in pair)
        graph.add_control(owner, owned)
    else:
        graph.conflicts.append(Conflict(parties=(), says="a row of control that is none: wanted owner and owned"))


def _settle(graph: Graph, drafts: _Drafts) -> None:
    """Put the holdings in the order of their owners, in whole units."""
    places = sorted(drafts.places)
    shares = [_together(graph, drafts, place) for place in places]
    _measure(graph, shares)
    grain: dict[int, tuple[int, int]] = {}  # shares come again and again: each is scaled once
    counts, into_counts = [0] * (len(graph.names) + 1), [0] * (len(graph.names) + 1)
    for place, share in zip(places, shares, strict=True):
        owner, key = place >> _OWNER, place & _KEY
        if (bounds := grain.get(id(share))) is None:
            bounds = grain[id(share)] = _scaled(graph, share)
        graph.owners.append(owner)
        graph.keys.append(key)
        graph.lows.append(bounds[0])
        graph.highs.append(bounds[1])
        graph.told.append(share.told)
        graph.stakes.append(drafts.places[place])
        graph.totals[key] = graph.totals.get(key, 0) + bounds[0]
        counts[owner + 1] += 1
        into_counts[key // 2 + 1] += 1
    graph.more = {at: tuple(drafts.more[place]) for at, place in enumerate(places) if place in drafts.more}
    graph.first, graph.start = _running(counts), _running(into_counts)
    graph.into = array("l", sorted(range(len(places)), key=lambda at: graph.keys[at] >> 1))


def _together(graph: Graph, drafts: _Drafts, place: int) -> Share:
    stake = drafts.places[place]
    if place not in drafts.more and not (drafts.vague and id(stake) in drafts.vague):
        return stake.share
    stakes = (stake, *drafts.more.get(place, ()))
    told: Told = told_together(stakes, frozenset(id(each) for each in stakes) & drafts.vague)
    if told.conflict:
        graph.conflicts.append(Conflict(parties=(stake.owner, stake.owned), says=told.conflict))
    return told.share


def _measure(graph: Graph, shares: Sequence[Share]) -> None:
    """Choose the units: the common denominator of all bounds, and room for one "more than" per holding."""
    denominators = {bound.denominator for share in shares for bound in (share.low, share.high)}
    unit = 1
    for denominator in denominators:
        unit = lcm(unit, denominator)
        if unit.bit_length() > _FINEST:
            unit = _GRID
            graph.conflicts.append(Conflict(parties=(), says="shares finer than 10**-30 percent: taken as ranges"))
            break
    graph.unit, graph.wide = unit, 1 << (len(shares) + 1).bit_length()


def _scaled(graph: Graph, share: Share) -> tuple[int, int]:
    low, high = share.low * graph.unit, share.high * graph.unit
    above, below = share.above, share.below
    if share.exact and not (above or below) and low.denominator == 1:
        return int(low) * graph.wide, int(low) * graph.wide
    return (low.__floor__() * graph.wide + above, high.__ceil__() * graph.wide - below)


def _running(counts: Sequence[int]) -> array[int]:
    total, found = 0, array("l")
    for count in counts:
        total += count
        found.append(total)
    return found


def _find_conflicts(graph: Graph) -> None:
    """Report entities owned more than whole, and circles that own each other whole."""
    for key, total in graph.totals.items():
        if total > graph.whole:
            name, what = graph.names[key // 2], ("shares", "votes")[key % 2]
            says = f"{in_words(graph.low(total))} percent of the {what} of {name} in all: wanted at most 100"
            graph.conflicts.append(Conflict(parties=(name,), says=says))
    wholly = {
        graph.keys[at] // 2: graph.owners[at]
        for at, low in enumerate(graph.lows)
        if low == graph.whole and graph.keys[at] % 2 == SHARES
    }
    for circle in _circles(wholly):
        names = tuple(graph.names[each] for each in circle)
        says = f"{', '.join(names[:8])} own 100 percent of each other in a circle: no owner outside"
        graph.conflicts.append(Conflict(parties=names, says=says))


def _circles(owner_of: dict[int, int]) -> list[list[int]]:
    """Give the circles of a map from owned to its one owner."""
    seen: set[int] = set()
    found = []
    for each in owner_of:
        way: dict[int, None] = {}
        while each in owner_of and each not in seen:
            seen.add(each)
            way[each] = None
            each = owner_of[each]
        if each in way:
            steps = list(way)
            found.append(steps[steps.index(each) :])
    return found
