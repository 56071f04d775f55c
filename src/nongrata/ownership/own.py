"""The answer on one party: who is above and below it, and what each regime's law makes of that."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from nongrata.lists import ListVersion
from nongrata.ownership.answer import Answer
from nongrata.ownership.around import Around
from nongrata.ownership.graph import graph_of
from nongrata.ownership.missing import Fact
from nongrata.ownership.reckon import Answers, exposure_in
from nongrata.ownership.seats import SEATS, Seat, seats_of
from nongrata.ownership.stakes import Conflict


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime:
    """What one regime makes of the party."""

    seat: Seat
    answer: Answer
    missing: tuple[Fact, ...]  # single facts that would change the verdict
    listed: tuple[str, ...]  # the parties around it that this regime lists


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
    answers: dict[str, Answers] = {}
    regimes = []
    for seat in SEATS:
        if seats and seat.id not in seats and seat.regime not in seats:
            continue
        listed = tuple(label for label, found in counted.items() if seat.id in found)
        answers[seat.id] = exposure_in(graph, listed, seat.regime)
        answer = answers[seat.id].of(around.party.label)
        missing = answers[seat.id].missing(around.party.label) if listed else ()
        regimes.append(Regime(seat=seat, answer=answer, missing=missing, listed=listed))
    conflicts = dict.fromkeys((*graph.conflicts, *around.conflicts))
    return Owned(around=around, as_of=as_of, regimes=tuple(regimes), answers=answers, conflicts=tuple(conflicts))


def _seats(around: Around, label: str, versions: Iterable[ListVersion], as_of: date | None) -> frozenset[str]:
    found = (seats_of(each, versions, as_of) for each in around.members[label].listed if each.verdict == "match")
    return frozenset().union(*found)
