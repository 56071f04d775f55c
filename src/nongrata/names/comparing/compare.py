"""How alike two names are, in which words they differ, and how telling it is that they agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from nongrata.names.acronyms import is_acronym
from nongrata.names.comparing.align import Alignment, MayBe, Pair, align
from nongrata.names.comparing.alike_east import EASTERN
from nongrata.names.comparing.coined import doubt_of
from nongrata.names.comparing.compare_bodies import score_bodies
from nongrata.names.comparing.compare_people import score_people
from nongrata.names.comparing.turned import is_turned
from nongrata.names.reading.parse import parse_name
from nongrata.names.ready import Ready, ready
from nongrata.names.record import Name, NameClass
from nongrata.names.telling import Weigh, telling

DEFAULT_THRESHOLD = 0.70
BY_LETTERS = 0.72  # UAC for United Aircraft Corporation: other bodies may share the letters


class Words(NamedTuple):
    """Words that stand for each other, how surely, and by which rule."""

    query: str
    listed: str
    score: float
    rule: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """How sure the names alone make it that both are one party, and why."""

    score: float  # 0 to 1; DEFAULT_THRESHOLD and above: to be looked at
    rank: float  # higher: more telling; without bound, to order what scores alike
    of_query: float  # the share of the query's weight that found a partner
    of_listed: float
    pairs: tuple[Words, ...]
    query_only: tuple[str, ...]
    listed_only: tuple[str, ...]
    is_exact: bool  # the same words, in whatever order
    among_many: float = 1.0  # what is left of the score where very many names are searched


NOTHING = Likeness(
    score=0.0, rank=0.0, of_query=0.0, of_listed=0.0, pairs=(), query_only=(), listed_only=(), is_exact=False
)


def compare_texts(query: str, listed: str, kind: NameClass) -> Likeness:
    """Compare two names as written, each in the reading that makes them likest.

    >>> compare_texts("Rosneft Trading", "Rosneft Marine", "body").score < DEFAULT_THRESHOLD
    True
    """
    lefts = [ready(name) for name in parse_name(query, kind)]
    rights = [ready(name) for name in parse_name(listed, kind)]
    found = [compare_ready(left, right) for left in lefts for right in rights]
    return max(found, key=lambda likeness: (likeness.score, likeness.rank), default=NOTHING)


def compare_names(query: Name, listed: Name, *, weigh: Weigh = telling) -> Likeness:
    """Compare two readings of names; compare_ready is the same for names that are compared often.

    >>> (left,), (right,) = parse_name("Putin, Vladimir", "person"), parse_name("Vladimir Putin", "person")
    >>> compare_names(left, right).score
    1.0
    """
    return compare_ready(ready(query, weigh), ready(listed, weigh))


def compare_ready(query: Ready, listed: Ready, *, at_least: float = 0.0, may_be: MayBe | None = None) -> Likeness:
    """Compare two names made ready; NOTHING, and sooner, where the score is below what is asked for."""
    found = align(query, listed, may_be)
    told = sum([pair.told for pair in found.pairs])
    is_whole = not found.query_left and not found.listed_left
    is_exact = is_whole and all(pair.rule == "same" for pair in found.pairs)
    if (is_exact and not (query.is_person and is_turned(found))) or _is_run_together(query, listed):
        return _likeness(found, 1.0, told, is_exact=is_exact)
    if not query.is_person and (is_acronym(query, listed) or is_acronym(listed, query)):
        return _likeness(found, BY_LETTERS, 0.0, is_exact=False)
    if not found.pairs:
        return NOTHING
    quality = sum([pair.high * pair.score for pair in found.pairs]) / sum([pair.high for pair in found.pairs])
    score = score_people(found, told, quality) if query.is_person else score_bodies(found, told, quality)
    if score < at_least:
        return NOTHING
    among_many = 1.0 if query.is_person else doubt_of(found, among_many=True)
    return _likeness(found, score, told, is_exact=False, among_many=among_many)


def _is_run_together(query: Ready, listed: Ready) -> bool:
    """Be the same letters, wherever the words end; Chinese letters that only sound the same are others."""
    if query.joined != listed.joined:
        return False
    script = query.name.script
    return script not in EASTERN or script != listed.name.script or _written(query) == _written(listed)


def _written(name: Ready) -> str:
    return "".join([token.native for token in name.tokens])


def _likeness(found: Alignment, score: float, told: float, *, is_exact: bool, among_many: float = 1.0) -> Likeness:
    query, listed = found.query, found.listed
    return Likeness(
        score=round(score, 4),
        rank=round(score * (1 + told), 4),
        of_query=_share(query, found.query_left),
        of_listed=_share(listed, found.listed_left),
        pairs=tuple([_words(query, listed, pair) for pair in found.pairs]),
        query_only=tuple([query.forms[i] for i in found.query_left]),
        listed_only=tuple([listed.forms[j] for j in found.listed_left]),
        is_exact=is_exact,
        among_many=among_many,
    )


def _share(name: Ready, left: list[int]) -> float:
    total = sum(name.weights)
    return 1.0 - sum(name.weights[i] for i in left) / total if total and left else 1.0


def _words(query: Ready, listed: Ready, pair: Pair) -> Words:
    left = " ".join(query.forms[i] for i in pair.query)
    return Words(left, " ".join(listed.forms[j] for j in pair.listed), round(pair.score, 3), pair.rule)
