"""Sensitivity: which single fact that is missing would change the verdict, and from what share on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from nongrata.ownership.reckoning.missing_shares import Case, Fact, ancestors_of, facts_about_shares, stakes_in
from nongrata.ownership.reckoning.solve import Solved, floors_of
from nongrata.ownership.reckoning.spread import Plan, spread

_MOST = 50  # facts given
_PERSONS = 20  # where each person is reckoned alone


def missing_facts(solved: Solved, party: str) -> tuple[Fact, ...]:
    """Give the facts, each of which by itself would get the party caught; none where it is caught already."""
    node = solved.graph.numbers.get(party)
    if node is None or solved.verdict(node) in ("blocked", "control"):
        return ()
    about_shares = (fact for case in _cases(solved, node) for fact in facts_about_shares(case))
    found: dict[str, Fact] = {}
    for fact in chain(about_shares, _control_facts(solved, node), _joint_facts(solved, node)):
        found.setdefault(fact.says, fact)
        if len(found) == _MOST:
            break
    return tuple(found.values())


def _cases(solved: Solved, node: int) -> Iterator[Case]:
    if solved.rule.added:
        yield Case(solved=solved, node=node, base=solved.caught["low"], whose="")
        return
    graph = solved.graph
    floors = floors_of(graph, (*solved.rule.owns, *solved.rule.controls))
    above = ancestors_of(graph, node)
    for person in [each for each in above if each in solved.listed][:_PERSONS]:
        plan = Plan(
            graph=graph, amounts=graph.lows, floors=floors, capped=False, control=graph.control, joint=solved.joint
        )
        yield Case(solved=solved, node=node, base=spread(plan, (person,)), whose=graph.names[person])


def _control_facts(solved: Solved, node: int) -> Iterator[Fact]:
    """Where control is enough: the caught holders of a part might have it."""
    if not solved.rule.control:
        return
    graph, owned = solved.graph, solved.graph.names[node]
    for at in graph.into[graph.start[node] : graph.start[node + 1]]:
        if graph.owners[at] in solved.caught["low"].rank:
            owner = graph.names[graph.owners[at]]
            yield Fact(
                kind="control",
                owner=owner,
                owned=owned,
                verdict="control",
                says=f"if {owner} controls {owned}: control",
            )


def _joint_facts(solved: Solved, node: int) -> Iterator[Fact]:
    """Where holdings of several persons are not added: they might be held jointly."""
    if solved.rule.added:
        return
    graph, reached = solved.graph, solved.caught["low"]
    for measure, floor in enumerate(floors_of(graph, solved.rule.owns)):
        held = [at for at in stakes_in(graph, node * 2 + measure) if graph.owners[at] in reached.rank]
        if floor is None or sum(graph.lows[at] for at in held) < floor:
            continue
        names = ", ".join(dict.fromkeys(graph.names[graph.owners[at]] for at in held[:8]))
        owned = graph.names[node]
        says = f"if {names} hold {owned} under a joint arrangement: blocked"
        yield Fact(kind="joint", owner=names, owned=owned, says=says)
