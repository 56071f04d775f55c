"""The likest two names of two parties, over all names of both: weak aliases count less, former names are told."""

from __future__ import annotations

from dataclasses import dataclass

from nongrata.lists import ListedName
from nongrata.screening.compare import Likeness, compare_bodies, compare_people, telling
from nongrata.screening.properties import Subject
from nongrata.screening.properties_words import Kind
from nongrata.values import tokens_of

WEAK = 0.8  # what a weak alias is worth


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The likest two names: what each side calls itself, how alike they are, and what only one of them has."""

    left: ListedName
    right: ListedName
    score: float
    rank: float
    is_exact: bool
    left_only: tuple[str, ...] = ()
    right_only: tuple[str, ...] = ()

    @property
    def says(self) -> str:
        """The comparison in a sentence."""
        same = "the same" if self.is_exact and not self.left_only and not self.right_only else "alike"
        words = same if self.score >= 0.7 else "not alike enough"
        says = f"the names are {words}: “{self.left.text}” and “{self.right.text}”"
        for side, only in (("left", self.left_only), ("right", self.right_only)):
            says += f"; only the {side} has “{' '.join(only)}”" if only else ""
        odd = [name for name in (self.left, self.right) if name.kind in ("weak", "former")]
        return says + "".join(f" (“{name.text}” is a {name.kind} {_NOUN[name.kind]})" for name in odd)


_NOUN = {"weak": "alias", "former": "name"}


def likest_names(left: Subject, right: Subject) -> Named | None:
    """Give the likest two names; None where one side has none."""
    kinds = left.kinds & right.kinds
    best: Named | None = None
    for ours in left.names:
        for theirs in right.names:
            found = _compared(ours, theirs, kinds)
            if best is None or (found.score, found.rank) > (best.score, best.rank):
                best = found
            if best.score >= 1.0:
                return best
    return best


def _compared(left: ListedName, right: ListedName, kinds: frozenset[Kind]) -> Named:
    share = WEAK if "weak" in (left.kind, right.kind) else 1.0
    found = [_likeness(left.text, right.text, kind) for kind in ("person", "body") if kind in kinds or kind == "body"]
    likeness = max(found, key=lambda each: each.score)
    return Named(
        left=left,
        right=right,
        score=likeness.score * share,
        rank=likeness.score * share,
        is_exact=likeness.is_exact,
        left_only=likeness.query_only,
        right_only=likeness.listed_only,
    )


def _likeness(left: str, right: str, kind: str) -> Likeness:
    ours, theirs = tokens_of(left), tokens_of(right)
    if kind == "person":
        return compare_people(ours, theirs)
    return compare_bodies(ours, theirs, weigh=telling, excused=frozenset())
