"""Joins between lists, drawn at random to be read, and what was read of them before.

joins.json keeps the reading: [list, id, list, id, verdict, why], the verdict "same", "not same" or "unsure".
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from nongrata.lists import ListFile, Listing
from nongrata.lists.joins.join import Join, Member
from nongrata.lists.joins.judgements import id_of, member_of

READING = Path(__file__).with_name("joins.json")
_MOST = 6  # values of one field, and characters of a long one:
_LONG = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """How the joins made now stand to those that were read."""

    same: int
    refuted: int  # judged to be two parties
    wrong: tuple[str, ...]  # judged to be two parties, and joined again
    lost: tuple[str, ...]  # judged to be one party, and no longer of one
    unsure: int

    @property
    def precision(self) -> float:
        """The share of right ones among the joins that were read and are made now; unsure ones count as wrong."""
        made = self.same + len(self.wrong) + self.unsure
        return self.same / made if made else 0.0

    def in_words(self) -> str:
        """Give the figures."""
        made = self.same + len(self.wrong) + self.unsure
        again = f"{len(self.wrong)} of {self.refuted} read as wrong made again, {len(self.lost)} right ones lost"
        return f"{self.precision:.3f} of {made} drawn by chance and read; {again}"


def drawn(joins: Sequence[Join], count: int, *, seed: int) -> list[Join]:
    """Draw joins by chance; where a rule changes, those that are still made are drawn again."""

    def lot(join: Join) -> bytes:
        return sha256(f"{seed}\n{id_of(join.left)}\n{id_of(join.right)}".encode()).digest()

    return sorted(joins, key=lot)[:count]


def compared(joins: Iterable[Join], path: Path = READING) -> Read:
    """Compare the joins made now with those that were read. Parties count: a join may be made by way of others."""
    made = {frozenset((join.left, join.right)) for join in joins}
    party = _parties(made)
    same = unsure = refuted = 0
    wrong, lost = [], []
    for left, right, verdict, _ in reading(path):
        is_one = frozenset((left, right)) in made or (left in party and party[left] == party.get(right))
        words = f"{id_of(left)} = {id_of(right)}"
        refuted += verdict == "not same"
        if verdict == "same":
            same += is_one
            lost += [] if is_one else [words]
        elif is_one:
            wrong += [words] if verdict == "not same" else []
            unsure += verdict == "unsure"
    return Read(same=same, refuted=refuted, wrong=tuple(wrong), lost=tuple(lost), unsure=unsure)


def reading(path: Path = READING) -> Iterator[tuple[Member, Member, str, str]]:
    """Give each join that was read, with its verdict and why."""
    for our_list, our_id, their_list, their_id, verdict, why in json.loads(path.read_text("utf-8")):
        left, right = member_of(f"{our_list}:{our_id}"), member_of(f"{their_list}:{their_id}")
        if left is None or right is None or verdict not in ("same", "not same", "unsure"):
            raise ValueError(f"{path}: found {our_list}:{our_id} {their_list}:{their_id} {verdict!r}")
        yield left, right, verdict, why


def _parties(made: Iterable[frozenset[Member]]) -> dict[Member, int]:
    members: dict[Member, set[Member]] = {}
    for left, right in map(sorted, made):
        ours, theirs = members.setdefault(left, {left}), members.setdefault(right, {right})
        if ours is not theirs:
            ours |= theirs
            members.update(dict.fromkeys(theirs, ours))
    return {member: id(of_party) for member, of_party in members.items()}


def to_read(joins: Iterable[Join], files: Iterable[ListFile]) -> Iterator[str]:
    """Give each join with what both lists say, for reading."""
    entries = {
        (act.list_id, act.entity_id): each for file in files for each in file.listings for act in each.designations
    }
    for number, join in enumerate(joins, start=1):
        yield f"{number}. {id_of(join.left)} = {id_of(join.right)} ({join.score:.2f}): {'; '.join(join.why)}"
        yield from _facts(join.left, entries)
        yield from _facts(join.right, entries)


def _facts(member: Member, entries: Mapping[Member, Listing]) -> Iterator[str]:
    listing = entries[member]
    act = listing.designations[0]
    told = {
        "names": [name.text for name in listing.names],
        "born": map(str, listing.birth_dates),
        "at": listing.birth_places,
        "countries": listing.countries,
        "positions": listing.positions,
        "numbers": [f"{each.kind} {each.value}" for each in listing.identifiers],
        "addresses": [each.text for each in listing.addresses],
        "programmes": act.programs,
        "since": [act.listed_on] if act.listed_on else [],
        "reason": [act.reason[:_LONG]] if act.reason else [],
    }
    parts = (
        f"{name}: {' | '.join(str(value)[:_LONG] for value in list(values)[:_MOST])}" for name, values in told.items()
    )
    yield f"    {id_of(member)} {listing.schema}  " + "; ".join(part for part in parts if not part.endswith(": "))
