"""Facts about shares that nobody tells, each of which would get a party caught: from what share on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from nongrata.ownership.reckoning.graph import Graph
from nongrata.ownership.reckoning.solve import Solved, Verdict, floors_of
from nongrata.ownership.reckoning.spread import Reached
from nongrata.ownership.shares import in_words

_ANCESTORS = 300  # looked at above a party
_FARTHEST = 5_000  # newly caught, looked at below one fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact that nobody tells, and the verdict if it is so."""

    kind: Literal["share", "rest", "owner", "control", "joint"]
    owner: str  # "" for any of the caught
    owned: str
    at_least: Fraction | None = None  # percent; None where no share decides
    above: bool = False  # more than at_least
    verdict: Verdict = "blocked"
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One reckoning that the fact would be added to: of all the listed, or of one person."""

    solved: Solved
    node: int
    base: Reached
    whose: str  # the person, where each is reckoned alone


def ancestors_of(graph: Graph, node: int) -> list[int]:
    """Give the party and those above it, the nearest first."""
    found = {node: None}
    queue = [node]
    for each in queue:
        for at in graph.into[graph.start[each] : graph.start[each + 1]]:
            owner = graph.owners[at]
            if owner not in found and len(found) < _ANCESTORS:
                found[owner] = None
                queue.append(owner)
    return queue


def facts_about_shares(case: Case) -> Iterator[Fact]:
    """Give the facts about shares: of open stakes, of what nobody is told to hold, of owners who might be caught."""
    graph = case.solved.graph
    for entity in ancestors_of(graph, case.node):
        if entity in case.base.rank or not _then(case, entity):
            continue
        for measure, floor in enumerate(floors_of(graph, case.solved.rule.owns)):
            if floor is None:
                continue
            key = entity * 2 + measure
            need = floor - case.base.held.get(key, 0)
            yield from _open_shares(case, key, need)
            yield from _rest(case, key, need)
            if entity == case.node:
                yield from _owners(case, key, need)


def _then(case: Case, entity: int) -> bool:
    """Tell whether the party would be caught, were the entity."""
    graph, base = case.solved.graph, case.base
    floors = floors_of(graph, (*case.solved.rule.owns, *case.solved.rule.controls))
    more: dict[int, int] = {}
    new = {entity: None}
    for each in (queue := [entity]):
        if each == case.node:
            return True
        if len(queue) > _FARTHEST:
            return False
        for at in range(graph.first[each], graph.first[each + 1]):
            key = graph.keys[at]
            more[key] = more.get(key, 0) + graph.lows[at]
            floor, owned = floors[key & 1], key >> 1
            if floor is None or owned in new or owned in base.rank or base.held.get(key, 0) + more[key] < floor:
                continue
            new[owned] = None
            queue.append(owned)
    return False


def _open_shares(case: Case, key: int, need: int) -> Iterator[Fact]:
    """Give the facts of stakes of the caught whose share is a range, or untold."""
    graph = case.solved.graph
    for at in stakes_in(graph, key):
        owner, low, high = graph.owners[at], graph.lows[at], graph.highs[at]
        if owner not in case.base.rank or not low < need + low <= high:
            continue
        told = f"told: {graph.stakes[at].share}" if graph.told[at] else "nobody tells how much"
        yield _fact(case, ("share", graph.names[owner], told), key, need + low)


def _rest(case: Case, key: int, need: int) -> Iterator[Fact]:
    """Give the fact of the share that nobody is told to hold."""
    graph = case.solved.graph
    rest = graph.whole - sum(graph.highs[at] if graph.told[at] else graph.lows[at] for at in stakes_in(graph, key))
    if not 0 < need <= rest or key & 1:
        return
    holders = [graph.owners[at] for at in stakes_in(graph, key) if graph.owners[at] in case.base.rank]
    if not holders and key >> 1 != case.node:
        return  # nothing points to it but that its owners are not known: the fact about the owner says so
    one = graph.names[holders[0]] if len(set(holders)) == 1 else case.whose
    says = f"of the untold {in_words(graph.low(rest))} %"
    yield _fact(case, ("rest", one, says), key, need)


def _owners(case: Case, key: int, need: int) -> Iterator[Fact]:
    """Give the facts of owners with enough who might be caught themselves."""
    graph = case.solved.graph
    for at in stakes_in(graph, key):
        owner = graph.owners[at]
        if owner in case.base.rank or graph.lows[at] < need:
            continue
        name, owned = graph.names[owner], graph.names[key >> 1]
        who = f"{case.whose}'s" if case.whose else "listed, or owned by the listed"
        yield Fact(kind="owner", owner=name, owned=owned, says=f"if {name} is {who}: {owned} is blocked")


def _fact(case: Case, found: tuple[Literal["share", "rest"], str, str], key: int, amount: int) -> Fact:
    """Give the fact that a share reaches an amount, in words."""
    kind, owner, told = found
    graph, owned, party = case.solved.graph, case.solved.graph.names[key >> 1], case.solved.graph.names[case.node]
    at_least, above = graph.low(amount), amount % graph.wide != 0
    share = f"more than {in_words(at_least)} %" if above else f"{in_words(at_least)} % or more"
    part = f"{told} of {owned}" if kind == "rest" else f"of {owned} ({told})"
    what = "" if kind == "rest" else " of the votes" if key & 1 else ""
    return Fact(
        kind=kind,
        owner=owner,
        owned=owned,
        at_least=at_least,
        above=above,
        says=f"if {owner or 'the listed and what they own'} {'holds' if owner else 'hold'} {share}{what} {part}:"
        f" {party} is blocked",
    )


def stakes_in(graph: Graph, key: int) -> list[int]:
    """Give the stakes in a party, by their places: those of its shares, or those of its votes."""
    into = graph.into[graph.start[key >> 1] : graph.start[(key >> 1) + 1]]
    return [at for at in into if graph.keys[at] == key]
