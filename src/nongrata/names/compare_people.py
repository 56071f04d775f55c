"""How sure the names alone make it that two are one person."""

from __future__ import annotations

from nongrata.names.align import Alignment, Pair
from nongrata.names.ready import Ready

APART = 0.6  # the most for names that differ by a word: another given name in one family
ONE_WORD = 0.5  # the most for one word that stands in a longer name
IN_OFFICE = 0.72  # for an office and a telling family name: "President Putin"
TOLD_ENOUGH = 0.95  # how telling agreeing words must be where they agree by spelling or initials only
TOLD_TO_DROP = 1.4  # … and where words are left over on one side
ASKED_MORE = 0.6  # what a word costs that only the query has, by its share of what is told
LISTED_MORE = 0.45  # … that only the listed name has
PATRONYMIC = 0.5  # what a patronymic counts of another word where only one name has it
OFFICES = frozenset(("president", "prime minister", "king", "chancellor"))
_PATRONYMICS = ("ovich", "evich", "ovych", "evych", "ovna", "evna", "ivna", "owitsch", "owicz", "ovitch", "evitch")
_SLIGHT = frozenset(("title", "particle", "legal"))
_NOT_FULL = frozenset(("initial", "title", "particle"))


def score_people(found: Alignment, told: float, quality: float) -> float:
    """Give 0 to 1; other names of a kind cannot pass for each other, left-out names can if the rest tells enough."""
    asked_more = _left(found.query, found.query_left)
    listed_more = _left(found.listed, found.listed_left)
    if asked_more and listed_more:
        return quality * APART * (told / (told + min(asked_more, listed_more)))
    if asked_more or listed_more:
        cost = ASKED_MORE * asked_more + LISTED_MORE * listed_more
        return _of_part(found, quality * (1 - cost / (told + asked_more + listed_more)), told)
    return quality * (told / TOLD_ENOUGH) ** 0.7 if quality < 1.0 and told < TOLD_ENOUGH else quality


def _of_part(found: Alignment, score: float, told: float) -> float:
    """Score a name that holds the whole of the other, and more."""
    full = [pair for pair in found.pairs if _is_full(found, pair)]
    if len(full) < 2:
        return IN_OFFICE if full and _is_in_office(found, full[0]) else min(score, ONE_WORD)
    return score if told >= TOLD_TO_DROP else score * (told / TOLD_TO_DROP) ** 0.7


def _left(name: Ready, left: list[int]) -> float:
    """Weigh the words that found no partner: a word said twice, a title or a particle does not count."""
    total = 0.0
    for i in left:
        token = name.tokens[i]
        if token.kind not in _SLIGHT and name.forms.count(token.form) == 1:
            total += name.weights[i] * (PATRONYMIC if token.form.endswith(_PATRONYMICS) else 1.0)
    return total


def _is_full(found: Alignment, pair: Pair) -> bool:
    """Be words written out on both sides."""
    query, listed = found.query.tokens, found.listed.tokens
    return query[pair.query[0]].kind not in _NOT_FULL and listed[pair.listed[0]].kind not in _NOT_FULL


def _is_in_office(found: Alignment, pair: Pair) -> bool:
    """Be an office with a family name that few bear, at one end of the listed name."""
    has_office = any(token.symbol in OFFICES for token in found.query.tokens if token.kind == "title")
    return has_office and pair.low >= 0.9 and pair.listed[-1] in (0, len(found.listed.tokens) - 1)
