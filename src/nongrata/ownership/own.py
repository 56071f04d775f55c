"""The answer on one party: who is above and below it, and what each regime's law makes of that."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from nongrata.lists import ListVersion
from nongrata.ownership.around import Around
from nongrata.ownership.reckoning.answer import Answer
from nongrata.ownership.reckoning.graph import Graph, graph_of
from nongrata.ownership.reckoning.missing_shares import Fact
from nongrata.ownership.reckoning.reckon import Answers, exposure_in
from nongrata.ownership.seats import SEATS, Seat, seats_of
from nongrata.ownership.stakes import Conflict


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime:
    """What one regime makes of the party."""

    seat: Seat
    answer: Answer
    missing: tuple[Fact, ...]  # single facts that would change the verdict
    listed: tuple[str, ...]  # of the party and those above it, whom this regime lists


@dataclass(frozen=True, slots=True, kw_only=True)
class Owned:
    """A party with its owners and what follows from them."""

    around: Around
    as_of: date | None
    regimes: tuple[Regime, ...]
    answers: Mapping[str, Answers]  # by seat, on everybody around
    conflicts: tuple[Conflict, ...]

    @property
    def label(self) -> str:
        """What the party is called."""
        return self.around.party.label


def reckoned(
    around: Around, versions: Sequence[ListVersion], *, as_of: date | None, seats: Collection[str] = ()
) -> Owned:
    """Give what each regime makes of a party; with `seats` only these."""
    counted = {label: _seats(around, label, versions, as_of) for label in around.members}
    graph = graph_of(around.stakes, as_of=as_of, parties=around.members)
    above = _above(around)
    answers: dict[str, Answers] = {}
    regimes = []
    for seat in SEATS:
        if seats and seat.id not in seats and seat.regime not in seats:
            continue
        listed = tuple(label for label, found in counted.items() if seat.id in found)
        answers[seat.id] = exposure_in(graph, listed, seat.regime)
        answer = answers[seat.id].of(around.party.label)
        missing = answers[seat.id].missing(around.party.label) if above.intersection(listed) else ()
        if answer.verdict not in ("blocked", "control"):
            missing = (*_if_they_are(around, graph, (seat, listed), versions, as_of), *missing)
        there = tuple(label for label in listed if label in above)
        regimes.append(Regime(seat=seat, answer=answer, missing=missing, listed=there))
    conflicts = dict.fromkeys((*graph.conflicts, *around.conflicts))
    return Owned(around=around, as_of=as_of, regimes=tuple(regimes), answers=answers, conflicts=tuple(conflicts))


def _above(around: Around) -> set[str]:
    """Give the party and all above it, or tied to it."""
    owners: dict[str, set[str]] = {}
    for stake in around.stakes:
        owners.setdefault(stake.owned, set()).add(stake.owner)
    found = {around.party.label: None}
    for label in (queue := list(found)):
        for owner in owners.get(label, ()):
            if owner not in found:
                found[owner] = None
                queue.append(owner)
    return set(found)


def _if_they_are(
    around: Around,
    graph: Graph,
    about: tuple[Seat, tuple[str, ...]],
    versions: Sequence[ListVersion],
    as_of: date | None,
) -> Iterator[Fact]:
    """Give the facts that somebody above who may be a listed party is it, where that changes the verdict."""
    seat, listed = about
    party = around.party.label
    for label, member in around.members.items():
        for maybe in [each for each in member.listed if each.verdict == "possible"][:1]:
            if label == party or label in listed or seat.id not in seats_of(maybe, versions, as_of):
                continue
            verdict = exposure_in(graph, (*listed, label), seat.regime).of(party).verdict
            if verdict in ("blocked", "control"):
                says = f"if {label} is the listed {maybe.caption} ({maybe.keys[0]}): {party} is {_SO[verdict]}"
                yield Fact(
                    kind="owner", owner=label, owned=party, at_least=None, above=False, verdict=verdict, says=says
                )


_SO = {"blocked": "blocked", "control": "under control"}


def _seats(around: Around, label: str, versions: Iterable[ListVersion], as_of: date | None) -> frozenset[str]:
    found = (seats_of(each, versions, as_of) for each in around.members[label].listed if each.verdict == "match")
    return frozenset().union(*found)
