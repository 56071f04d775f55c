"""The likest two names of two parties, over all names of both: weak aliases count less, former names are told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from heapq import nlargest

from rapidfuzz import fuzz

from nongrata.lists import ListedName
from nongrata.names.comparing.compare import NOTHING, Likeness, Words, compare_ready
from nongrata.names.comparing.turned import is_korean
from nongrata.names.reading.parse import parse_name
from nongrata.names.ready import Ready, ready
from nongrata.names.record import NameClass
from nongrata.names.tables import tables
from nongrata.names.telling import telling
from nongrata.screening.entities.properties import Subject
from nongrata.screening.entities.properties_words import Kind
from nongrata.values import fold

MOST_PAIRS = 150  # of names that are looked at closely: parties with dozens of names each have thousands
MOST_MAIN_NAMES = 5
# Entries of official lists whose aliases are alike and whose main names score below: 7 pairs of one person, 47 of two.
OTHER_MAIN_NAME, ALIASES_ONLY, COMMON_ALIASES_ONLY = 0.5, 0.8, 0.68
TELLING_ALIAS = 1.3  # what the words of an alias tell that few others bear: Abu Bilal and Haji Sahib are many
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
    def told(self) -> float:
        """How telling it is that the words agree; titles tell nothing, wherever they stand: Haji Sahib."""
        return sum(telling(pair.listed) * pair.score for pair in self.words if pair.listed not in _titles())

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


@cache
def _titles() -> frozenset[str]:
    known = tables()
    return known.titles | known.first_titles | known.last_titles


_OF_BODIES = frozenset(("legal", "generic", "number"))
_NOUN = {"weak": "alias", "former": "name"}


def likest_names(left: Subject, right: Subject, *, is_either_way: bool = False) -> Named | None:
    """Give the likest two names; None where one side has none.

    A word that only the left has costs more than one that only the right has, but `is_either_way`.
    """
    named = _likest_names(left, right)
    turned = _likest_names(right, left) if is_either_way else None
    return named if named is None or turned is None or turned.score <= named.score else _turned(turned)


def _turned(named: Named) -> Named:
    """Give names that were compared the other way about as if they had not been."""
    words = tuple(Words(pair.listed, pair.query, pair.score, pair.rule) for pair in named.words)
    return replace(
        named, left=named.right, right=named.left, left_only=named.right_only, right_only=named.left_only, words=words
    )


def _likest_names(left: Subject, right: Subject) -> Named | None:
    kinds = _name_kinds(left.kinds & right.kinds)
    found = [_compared(ours, theirs, kinds) for ours, theirs in _worth_comparing(left, right, kinds[0])]
    best = _likest(found)
    if best is None or "primary" in (best.left.kind, best.right.kind) or kinds != ("person",):
        return best
    main = [_compared(ours, theirs, kinds).score for ours in _primary(left) for theirs in _primary(right)]
    if not main or max(main) >= OTHER_MAIN_NAME:
        return best
    share = ALIASES_ONLY if best.told >= TELLING_ALIAS else COMMON_ALIASES_ONLY
    aliases = replace(best, score=best.score * share, rank=best.rank * share, is_aliases_only=True)
    named = [(ours, theirs) for ours in left.names for theirs in right.names if "primary" in (ours.kind, theirs.kind)]
    return _likest([aliases, *(_compared(ours, theirs, kinds) for ours, theirs in named[:MOST_PAIRS])])


def _likest(found: Iterable[Named]) -> Named | None:
    return max(found, key=lambda each: (each.score, each.rank), default=None)


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
    if len(kinds) > 1:
        is_body = _has_body_word(left.text) or _has_body_word(right.text) or _are_single(left.text, right.text)
        kinds = kinds[1:] if is_body else kinds[:1] if _are_korean(left.text, right.text) else kinds
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


def _are_single(left: str, right: str) -> bool:
    """Be one word each: a letter more makes another company, "Russneft" of "Rosneft"; people have two names."""
    return " " not in left.strip() and " " not in right.strip()


def _likeness(left: str, right: str, kind: NameClass) -> Likeness:
    found = [compare_ready(ours, theirs) for ours in _readings(left, kind) for theirs in _readings(right, kind)]
    return max(found, key=lambda each: (each.score, each.rank), default=NOTHING)


def _are_korean(*names: str) -> bool:
    """Be names of Koreans, whose syllables change places in no other spelling; words of a body's name may."""
    return all(any(is_korean(reading) for reading in _readings(name, "person")) for name in names)


@lru_cache(maxsize=16_384)
def _has_body_word(text: str) -> bool:
    """Have a word that people's names have not: a legal form, an activity, a number."""
    return any(token.kind in _OF_BODIES for each in parse_name(text, "body")[:1] for token in each.tokens)


@lru_cache(maxsize=16_384)
def _readings(text: str, kind: NameClass) -> tuple[Ready, ...]:
    """Give the readings of a name; each is compared with many."""
    return tuple(ready(name) for name in parse_name(text, kind))
