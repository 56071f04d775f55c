"""The likest two names of two parties, over all names of both: weak aliases count less, former names are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from heapq import nlargest

from rapidfuzz import fuzz

from nongrata.lists import ListedName
from nongrata.names.compare import NOTHING, Likeness, Words, compare_ready
from nongrata.names.parse import parse_name
from nongrata.names.ready import Ready, ready
from nongrata.names.record import NameClass
from nongrata.screening.properties import Subject
from nongrata.screening.properties_words import Kind
from nongrata.values import fold

MOST_PAIRS = 150  # of names that are looked at closely: parties with dozens of names each have thousands
MOST_MAIN_NAMES = 5
# Entries of official lists whose aliases are alike and whose main names score below: 7 pairs of one person, 47 of two.
OTHER_MAIN_NAME, ALIASES_ONLY = 0.5, 0.8
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
    is_aliases_only: bool = False  # the main names are another's
    words: tuple[Words, ...] = ()  # which word stands for which

    @property
    def says(self) -> str:
        """The comparison in a sentence."""
        same = "the same" if self.is_exact and not self.left_only and not self.right_only else "alike"
        words = same if self.score >= 0.7 else "not alike enough"
        says = f"the names are {words}: {_quoted(self.left.text)} and {_quoted(self.right.text)}"
        for side, only in (("left", self.left_only), ("right", self.right_only)):
            says += f"; only the {side} has “{' '.join(only)}”" if only else ""
        odd = [name for name in (self.left, self.right) if name.kind in ("weak", "former")]
        says += " (two aliases; their main names are not alike)" if self.is_aliases_only else ""
        return says + "".join(f" ({_quoted(name.text)} is a {name.kind} {_NOUN[name.kind]})" for name in odd)


def _quoted(name: str) -> str:
    """Give a name in quotes, its own quotes turned into inner ones."""
    return f"“{name.translate(_INNER)}”"


_INNER = str.maketrans({"“": "‘", "”": "’", "„": "‘", "«": "‘", "»": "’", '"': "’"})
_OF_BODIES = frozenset(("legal", "generic", "number"))
_NOUN = {"weak": "alias", "former": "name"}


def likest_names(left: Subject, right: Subject) -> Named | None:
    """Give the likest two names; None where one side has none."""
    kinds = _name_kinds(left.kinds & right.kinds)
    found = (_compared(ours, theirs, kinds) for ours, theirs in _worth_comparing(left, right, kinds[0]))
    best = max(found, key=lambda each: (each.score, each.rank), default=None)
    if best is None or "primary" in (best.left.kind, best.right.kind) or kinds != ("person",):
        return best
    main = [_compared(ours, theirs, kinds).score for ours in _primary(left) for theirs in _primary(right)]
    if not main or max(main) >= OTHER_MAIN_NAME:
        return best
    return replace(best, score=best.score * ALIASES_ONLY, rank=best.rank * ALIASES_ONLY, is_aliases_only=True)


def _primary(subject: Subject) -> list[ListedName]:
    return [name for name in subject.names if name.kind == "primary"][:MOST_MAIN_NAMES]


def _worth_comparing(left: Subject, right: Subject, kind: NameClass) -> list[tuple[ListedName, ListedName]]:
    """Give the names that are the same but for case and signs; where there are none, each with each, up to a bound."""
    pairs = [(ours, theirs) for ours in left.names for theirs in right.names]
    strong = [pair for pair in pairs if "weak" not in (pair[0].kind, pair[1].kind)]
    same = [pair for pair in strong if _joined(pair[0].text, kind) & _joined(pair[1].text, kind)]
    if same:
        return same[:MOST_PAIRS]
    return pairs if len(pairs) <= MOST_PAIRS else nlargest(MOST_PAIRS, pairs, key=_roughly)


def _roughly(pair: tuple[ListedName, ListedName]) -> float:
    """Say roughly how alike two names are, for a microsecond: which of many are worth a closer look."""
    return fuzz.token_set_ratio(*(fold(name.text) for name in pair))


def _joined(text: str, kind: NameClass) -> frozenset[str]:
    return frozenset(reading.joined for reading in _readings(text, kind) if reading.joined)


def _name_kinds(kinds: frozenset[Kind]) -> tuple[NameClass, ...]:
    """Give what the names are read as: what is not told to be a person or a ship is read as a person and as a body."""
    if kinds == {"person"}:
        return ("person",)
    if "person" in kinds:
        return ("person", "body")
    return ("vessel",) if kinds == {"vessel"} else ("body",)


def _compared(left: ListedName, right: ListedName, kinds: Sequence[NameClass]) -> Named:
    if len(kinds) > 1 and (_has_body_word(left.text) or _has_body_word(right.text)):
        kinds = kinds[1:]
    share = WEAK if "weak" in (left.kind, right.kind) else 1.0
    likeness = max((_likeness(left.text, right.text, kind) for kind in kinds), key=lambda each: (each.score, each.rank))
    return Named(
        left=left,
        right=right,
        score=likeness.score * share,
        rank=likeness.rank * share,
        is_exact=likeness.is_exact,
        left_only=likeness.query_only,
        right_only=likeness.listed_only,
        words=likeness.pairs,
    )


def _likeness(left: str, right: str, kind: NameClass) -> Likeness:
    found = [compare_ready(ours, theirs) for ours in _readings(left, kind) for theirs in _readings(right, kind)]
    return max(found, key=lambda each: (each.score, each.rank), default=NOTHING)


@lru_cache(maxsize=16_384)
def _has_body_word(text: str) -> bool:
    """Have a word that people's names have not: a legal form, an activity, a number."""
    return any(token.kind in _OF_BODIES for each in parse_name(text, "body")[:1] for token in each.tokens)


@lru_cache(maxsize=16_384)
def _readings(text: str, kind: NameClass) -> tuple[Ready, ...]:
    """Give the readings of a name; each is compared with many."""
    return tuple(ready(name) for name in parse_name(text, kind))
