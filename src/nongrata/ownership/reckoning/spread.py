"""The least fixpoint: from the listed persons downward, whatever they catch catches further, each holding once.

A party is caught when the sum of what the caught hold of it reaches the rule's threshold. Nothing lifts itself: two
companies that hold each other are caught only when somebody outside brings one of them over the threshold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from nongrata.ownership.reckoning.graph import Graph

Floors = tuple[int | None, int | None]  # the smallest sum that catches, for shares and votes; None: not counted


@dataclass(slots=True, kw_only=True)
class Plan:
    """What counts, and how much of it."""

    graph: Graph
    amounts: Sequence[int]  # of each holding: its low bound, or its high one
    floors: Floors
    capped: bool  # high bounds: what others surely hold cannot be the caught's
    control: Mapping[int, Sequence[int]]
    joint: Mapping[int, Sequence[int]]  # holding: all the holdings under its joint arrangement


@dataclass(slots=True, kw_only=True)
class Reached:
    """Who is caught, in the order of being caught, and how much the caught hold of each key."""

    rank: dict[int, int] = field(default_factory=dict)
    held: dict[int, int] = field(default_factory=dict)
    # where holdings are not added over persons: whose doing it is
    roots: dict[int, tuple[int, ...]] = field(default_factory=dict)  # party: the persons that catch it
    best: dict[int, int] = field(default_factory=dict)  # key: the person that holds most


def spread(plan: Plan, seeds: Iterable[int]) -> Reached:
    """Give all that is caught from the seeds on, the holdings of all the seeds added."""
    rank = {seed: place for place, seed in enumerate(dict.fromkeys(seeds))}
    sums = _Sums()
    queue = list(rank)
    for node in queue:  # grows on the way
        caught = [key >> 1 for key in _add(plan, sums, node) if _enough(plan, key, sums)]
        for owned in [*caught, *plan.control.get(node, ())]:
            if owned not in rank:
                rank[owned] = len(rank)
                queue.append(owned)
    held = {key: _possible(plan, key, sums) for key in sums.held} if plan.capped else sums.held
    return Reached(rank=rank, held=held)


@dataclass(slots=True)
class _Sums:
    held: dict[int, int] = field(default_factory=dict)
    sure: dict[int, int] = field(default_factory=dict)  # high bounds: how much of `held` is sure
    counted: set[int] = field(default_factory=set)  # joint holdings already added


def _add(plan: Plan, sums: _Sums, node: int) -> list[int]:
    """Add the holdings of one that is caught; give the keys that grew."""
    graph, amounts, joint, held = plan.graph, plan.amounts, plan.joint, sums.held
    keys, grown = graph.keys, []
    for at in range(graph.first[node], graph.first[node + 1]):
        if plan.floors[keys[at] & 1] is None:
            continue
        for each in _joined(joint[at], sums.counted) if at in joint else (at,):
            key = keys[each]
            held[key] = held.get(key, 0) + amounts[each]
            if plan.capped:
                sums.sure[key] = sums.sure.get(key, 0) + graph.lows[each]
            grown.append(key)
    return grown


def _joined(members: Sequence[int], counted: set[int]) -> list[int]:
    new = [each for each in members if each not in counted]
    counted.update(new)
    return new


def _enough(plan: Plan, key: int, sums: _Sums) -> bool:
    floor = plan.floors[key & 1]
    return floor is not None and _possible(plan, key, sums) >= floor


def _possible(plan: Plan, key: int, sums: _Sums) -> int:
    """Give the sum; for high bounds no more than what the others' sure holdings leave, if those can be right."""
    held = sums.held[key]
    if not plan.capped:
        return held
    total, whole = plan.graph.totals[key], plan.graph.whole
    return held if total > whole else min(held, whole - total + sums.sure[key])


def spread_each(plan: Plan, seeds: Iterable[int]) -> Reached:
    """Give all that is caught by one seed or another, each reckoned for itself.

    A seed that another one catches is not reckoned again: all that it would catch, the other catches.
    """
    all_ = Reached()
    for seed in _tops_first(plan, seeds):
        if seed in all_.roots:
            continue
        one = spread(plan, (seed,))
        for node in one.rank:
            all_.rank.setdefault(node, len(all_.rank))
            if node != seed:
                all_.roots[node] = (*all_.roots.get(node, ()), seed)
        for key, amount in one.held.items():
            if amount > all_.held.get(key, -1):
                all_.held[key], all_.best[key] = amount, seed
    return all_


def _tops_first(plan: Plan, seeds: Iterable[int]) -> list[int]:
    """Give the seeds, those that sit higher first (but in circles): they take in those below.

    What one person catches is among what all catch together, so only that part of the graph is walked, once.
    """
    seeds = list(dict.fromkeys(seeds))
    caught = spread(plan, seeds).rank
    left: list[int] = []  # in the order of leaving: those below before those above
    seen: set[int] = set()
    for seed in seeds:
        stack = [] if seed in seen else [(seed, _below(plan, seed))]
        seen.add(seed)
        while stack:
            node, below = stack[-1]
            owned = next((each for each in below if each in caught and each not in seen), None)
            if owned is None:
                left.append(node)
                stack.pop()
            else:
                seen.add(owned)
                stack.append((owned, _below(plan, owned)))
    wanted = set(seeds)
    return [node for node in reversed(left) if node in wanted]


def _below(plan: Plan, node: int) -> Iterator[int]:
    graph = plan.graph
    yield from plan.control.get(node, ())
    for at in range(graph.first[node], graph.first[node + 1]):
        yield graph.keys[at] >> 1
