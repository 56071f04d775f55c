"""Ownership as each regime's law reckons it: the stakes that are known, the listed persons, one regime, the answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from nongrata.ownership.law.rules import rule_of
from nongrata.ownership.reckoning.answer import Answer, answer_of
from nongrata.ownership.reckoning.graph import Graph, graph_of
from nongrata.ownership.reckoning.missing import missing_facts
from nongrata.ownership.reckoning.missing_shares import Fact
from nongrata.ownership.reckoning.solve import Solved, solve
from nongrata.ownership.stakes import Conflict


class Answers(Mapping[str, Answer]):
    """The answer for each party: solved at once, worded when asked for."""

    def __init__(self, solved: Solved) -> None:
        self.solved = solved
        self._by_party: dict[str, list[Conflict]] = {}
        for conflict in solved.graph.conflicts:
            for party in conflict.parties:
                self._by_party.setdefault(party, []).append(conflict)

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """All that cannot be right in what was told."""
        return tuple(self.solved.graph.conflicts)

    def of(self, party: str) -> Answer:
        """Give the answer on a party, "unknown" on one that nobody mentions."""
        return answer_of(self.solved, party, self._by_party.get(party, ()))

    def lists(self, party: str) -> bool:
        """Say that the party is listed itself; no sum is reckoned for that."""
        return self.solved.graph.numbers.get(party) in self.solved.listed

    def missing(self, party: str) -> tuple[Fact, ...]:
        """Give the single facts that nobody tells, each of which would get the party caught.

        >>> answers = exposure([["X", "A", 42], ["free", "A", 38]], ["X"], "us_ofac")
        >>> [fact.says for fact in answers.missing("A")][0]
        'if X holds 8 % or more of the untold 20 % of A: A is blocked'
        """
        return missing_facts(self.solved, party)

    def __getitem__(self, party: str) -> Answer:
        if party not in self.solved.graph.numbers:
            raise KeyError(party)
        return self.of(party)

    def __iter__(self) -> Iterator[str]:
        return iter(self.solved.graph.names)

    def __len__(self) -> int:
        return len(self.solved.graph.names)


def exposure(  # noqa: PLR0913 - the facts, each in its own words
    stakes: Iterable[object],
    listed: Iterable[str],
    regime: str,
    control: Iterable[object] = (),
    joint: Iterable[object] = (),
    *,
    as_of: date | None = None,
) -> Answers:
    """Reckon ownership as one regime's law does: for each party its verdict, sum and paths.

    `stakes` are rows [owner, owned, percent], the percent a number, a range [low, high], words ("more than 25") or
    None where nobody tells it; or mappings with owner, owned, percent, kind, since, until and source. `listed` are
    the parties listed under the regime; `control` rows [owner, controlled]; `joint` rows [X, Y, …, entity] of a joint
    arrangement. Without `as_of`, stakes that have ended do not count.

    >>> answers = exposure([["X", "A", 50], ["A", "B", 25], ["X", "B", 25]], ["X"], "us_ofac")
    >>> answers["B"].verdict, answers["B"].says
    ('blocked', 'X 25 % + A 25 % = 50 %; wanted 50 percent or more of the shares: blocked')
    >>> [path.says for path in answers["B"].paths]
    ['X 25 % of B', 'X 50 % of A, A 25 % of B, of which 25 % counts in full']
    """
    listed, joint = list(listed), list(joint)
    known = [*listed, *(str(each) for row in joint if isinstance(row, list | tuple) for each in row)]
    graph = graph_of(stakes, as_of=as_of, control=control, parties=known)
    return exposure_in(graph, listed, regime, joint)


def exposure_in(graph: Graph, listed: Iterable[str], regime: str, joint: Iterable[object] = ()) -> Answers:
    """Give the answers of one more regime over a graph that is loaded already."""
    return Answers(solve(graph, rule_of(regime), listed, joint))
