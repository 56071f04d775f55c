"""One regime's answer over the whole graph: surely caught, possibly caught, by ownership alone and with control."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from nongrata.ownership.law.rule import Rule, Threshold
from nongrata.ownership.reckoning.graph import Graph
from nongrata.ownership.reckoning.spread import Floors, Plan, Reached, spread, spread_each

Verdict = Literal["blocked", "not blocked", "control", "depends", "unknown"]
Pass = Literal["low", "high", "told"]  # told: high bounds of the shares that somebody tells
_NEVER = 1 << 4000


@dataclass(slots=True, kw_only=True)
class Solved:
    """The fixpoints. `owned` by ownership alone, `caught` with control."""

    graph: Graph
    rule: Rule
    listed: frozenset[int]
    joint: Mapping[int, Sequence[int]]
    owned: Mapping[Pass, Reached]
    caught: Mapping[Pass, Reached]

    def verdict(self, node: int) -> Verdict:
        """Give the verdict on one party."""
        if node in self.listed or self._in(self.owned["low"], node):
            return "blocked"
        if self._in(self.caught["low"], node):
            return "control"
        if not self._in(self.caught["high"], node):
            return "not blocked"
        return "depends" if self._in(self.caught["told"], node) else "unknown"

    def _in(self, reached: Reached, node: int) -> bool:
        if node in reached.rank:
            return True
        floors = floors_of(self.graph, self.rule.covers)
        return any(
            floor is not None and reached.held.get(node * 2 + measure, -1) >= floor
            for measure, floor in enumerate(floors)
        )


def solve(graph: Graph, rule: Rule, listed: Iterable[str], joint: Iterable[object] = ()) -> Solved:
    """Give the fixpoints of one regime."""
    seeds = frozenset(graph.number(name) for name in listed if name in graph.numbers)
    groups = {} if rule.added else _joint_holdings(graph, joint)
    owned = _passes(graph, rule, seeds, (groups, floors_of(graph, rule.owns, rule.covers), {}))
    with_control = rule.control and (bool(graph.control) or bool(rule.controls))
    floors = floors_of(graph, (*rule.owns, *rule.controls))
    caught = _passes(graph, rule, seeds, (groups, floors, graph.control)) if with_control else owned
    return Solved(graph=graph, rule=rule, listed=seeds, joint=groups, owned=owned, caught=caught)


_Terms = tuple[Mapping[int, Sequence[int]], Floors, Mapping[int, Sequence[int]]]


def _passes(graph: Graph, rule: Rule, seeds: frozenset[int], terms: _Terms) -> Mapping[Pass, Reached]:
    joint, floors, control = terms
    go = spread if rule.added else spread_each

    def one(amounts: Sequence[int], *, capped: bool) -> Reached:
        plan = Plan(graph=graph, amounts=amounts, floors=floors, capped=capped, control=control, joint=joint)
        return go(plan, sorted(seeds))

    low = one(graph.lows, capped=False)
    if graph.exact:
        return {"low": low, "high": low, "told": low}
    high = one(graph.highs, capped=True)
    if all(graph.told):
        return {"low": low, "high": high, "told": high}
    told = [high if told else low for high, low, told in zip(graph.highs, graph.lows, graph.told, strict=True)]
    return {"low": low, "high": high, "told": one(told, capped=True)}


def floors_of(graph: Graph, thresholds: Sequence[Threshold], counted: Sequence[Threshold] = ()) -> Floors:
    """Give the smallest sums that catch; what is only counted never does."""
    floors: dict[str, int] = {each.measure: _NEVER for each in counted}
    for each in thresholds:
        amount = Fraction(each.percent * graph.unit * graph.wide)
        floors[each.measure] = amount.__floor__() + 1 if each.more else amount.__ceil__()
    return floors.get("shares"), floors.get("votes")


def _joint_holdings(graph: Graph, joint: Iterable[object]) -> Mapping[int, Sequence[int]]:
    """Give, for each holding under a joint arrangement, all the holdings under it: [X, Y, …, entity]."""
    found: dict[int, Sequence[int]] = {}
    for row in joint:
        if not isinstance(row, Sequence) or isinstance(row, str) or len(row) < 3:
            continue
        *holders, entity = (graph.numbers.get(str(each), -1) for each in row)
        at = graph.into[graph.start[entity] : graph.start[entity + 1]] if entity >= 0 else ()
        members = tuple(each for each in at if graph.owners[each] in holders)
        for each in members:
            found[each] = tuple(dict.fromkeys((*found.get(each, ()), *members)))
    return found
