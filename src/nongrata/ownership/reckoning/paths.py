"""The paths that count: from a listed person down to the party, each step a holding of somebody who is caught."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from nongrata.ownership.reckoning.solve import Solved, Verdict
from nongrata.ownership.reckoning.spread import Reached
from nongrata.ownership.shares import in_words

MOST_PATHS = 100
_MOST_STEPS = 3_000  # looked at for one answer
_CONTROL = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One step: who holds how much of whom, in percent, and who says so."""

    owner: str
    owned: str
    kind: str  # shares, votes, control, joint
    low: Fraction | None  # None: control
    high: Fraction | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """One way down to the party. Its last step is what counts in the sum."""

    links: tuple[Link, ...]
    says: str
    cut: bool = False  # longer upward than is shown


def counted_holdings(solved: Solved, node: int, verdict: Verdict) -> list[int]:
    """Give the holdings in the party that count, those of the earliest caught first."""
    reached, graph = _by(solved, verdict), solved.graph
    person = _person(solved, reached, node)
    into = graph.into[graph.start[node] : graph.start[node + 1]] if node + 1 < len(graph.start) else ()
    counted = [at for at in into if _counts(solved, reached, at, person)]
    return sorted(counted, key=lambda at: reached.rank.get(graph.owners[at], len(reached.rank)))


def _by(solved: Solved, verdict: Verdict) -> Reached:
    if verdict == "blocked":
        return solved.owned["low"]
    return solved.caught["low" if verdict == "control" else "high"]


def _person(solved: Solved, reached: Reached, node: int) -> int | None:
    """Where holdings are not added: the person who holds most of the party."""
    if solved.rule.added:
        return None
    best = [
        (reached.held[key], reached.best[key])
        for key in (node * 2, node * 2 + 1)
        if solved.graph.keys and key in reached.best
    ]
    return max(best)[1] if best else next(iter(reached.roots.get(node, ())), None)


def _counts(solved: Solved, reached: Reached, at: int, person: int | None) -> bool:
    graph = solved.graph
    measures = {each.measure for each in (*solved.rule.owns, *solved.rule.covers, *solved.rule.controls)}
    if ("votes" if graph.keys[at] % 2 else "shares") not in measures:
        return False
    return any(_is_theirs(solved, reached, graph.owners[each], person) for each in solved.joint.get(at, (at,)))


def _is_theirs(solved: Solved, reached: Reached, owner: int, person: int | None) -> bool:
    if solved.rule.added:
        return owner in reached.rank
    return owner == person or person in reached.roots.get(owner, ())


def paths_to(solved: Solved, node: int, verdict: Verdict) -> tuple[tuple[Path, ...], bool]:
    """Give the paths, at most MOST_PATHS, and whether there are more."""
    if node in solved.listed:
        return (), False
    found: list[Path] = []
    for ways, cut in _walk(solved, node, verdict):
        if len(found) == MOST_PATHS:
            return tuple(found), True
        found.append(_path(solved, ways, cut=cut))
    shown = {path.links[-1] for path in found}
    for step in _steps_up(solved, node, verdict):
        if len(found) < MOST_PATHS and _link(solved, *step) not in shown:
            found.append(_path(solved, _first_way(solved, step, verdict), cut=False))
    return tuple(found), bool(found) and found[-1].cut


def _first_way(solved: Solved, step: tuple[int, int, int], verdict: Verdict) -> list[tuple[int, int, int]]:
    """Give the way up by the earliest caught; for a holding that comes round to the party itself."""
    ways = [step]
    while ways[-1][0] not in solved.listed and len(ways) < MOST_PATHS:
        above = _steps_up(solved, ways[-1][0], verdict)
        if not above:
            break
        ways.append(above[0])
    return ways


def _walk(solved: Solved, node: int, verdict: Verdict) -> Iterator[tuple[list[tuple[int, int, int]], bool]]:
    """Walk upward without meeting a party twice, the earliest caught first: that way always ends at a listed person."""
    looked = 0
    stack = [iter(_steps_up(solved, node, verdict))]
    way: list[tuple[int, int, int]] = []
    on_it = {node}
    while stack:
        step = next(stack[-1], None)
        if step is None:
            stack.pop()
            if way:
                on_it.discard(way.pop()[0])
            continue
        looked += 1
        owner = step[0]
        if owner in on_it:
            continue
        if looked > _MOST_STEPS:
            yield [*way, step], True
            return
        if owner in solved.listed or not (above := _steps_up(solved, owner, verdict)):
            yield [*way, step], False
            continue
        way.append(step)
        on_it.add(owner)
        stack.append(iter(above))


def _steps_up(solved: Solved, node: int, verdict: Verdict) -> list[tuple[int, int, int]]:
    """Give (owner, owned, holding) for what counts in the node; the holding is _CONTROL where there is none."""
    reached, graph = _by(solved, verdict), solved.graph
    steps = [(graph.owners[at], node, at) for at in counted_holdings(solved, node, verdict)]
    if solved.rule.control and verdict != "blocked":
        person = _person(solved, reached, node)
        steps += [
            (owner, node, _CONTROL)
            for owner in graph.controllers.get(node, ())
            if (owner in reached.rank if person is None else _is_theirs(solved, reached, owner, person))
        ]
    return steps


def _path(solved: Solved, ways: list[tuple[int, int, int]], *, cut: bool) -> Path:
    links = tuple(_link(solved, *way) for way in reversed(ways))
    shown = links if len(links) <= 12 else (*links[:3], *links[-3:])
    parts = [f"{link.owner} {_held(link)} of {link.owned}" for link in shown]
    counts = f", of which {_held(links[-1])} counts in full" if len(links) > 1 and links[-1].low is not None else ""
    return Path(links=links, says=("… " if cut else "") + ", ".join(parts) + counts, cut=cut)


def _held(link: Link) -> str:
    if link.low is None or link.high is None:
        return "in control"
    if link.low == link.high:
        return f"{in_words(link.low)} %"
    return f"{in_words(link.low)} to {in_words(link.high)} %"


def _link(solved: Solved, owner: int, owned: int, at: int) -> Link:
    graph = solved.graph
    if at == _CONTROL:
        return Link(owner=graph.names[owner], owned=graph.names[owned], kind="control", low=None, high=None, sources=())
    return Link(
        owner=graph.names[owner],
        owned=graph.names[owned],
        kind="joint" if at in solved.joint else ("votes" if graph.keys[at] % 2 else "shares"),
        low=graph.low(graph.lows[at]),
        high=graph.high(graph.highs[at]),
        sources=tuple(dict.fromkeys(stake.source for stake in graph.told_of(at) if stake.source)),
    )
