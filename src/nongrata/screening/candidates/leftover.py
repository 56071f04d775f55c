"""What a word costs a name that the other lacks it, at most: see compare_people.py and compare_bodies.py in names."""

from __future__ import annotations

from collections.abc import Sequence

from nongrata.names.comparing.compare_bodies import GENERIC_LEFT, MILD, MILD_LEFT, WITHIN
from nongrata.names.comparing.compare_people import counts_of
from nongrata.names.reading.meant import meant
from nongrata.names.ready import Ready
from nongrata.names.record import Token
from nongrata.names.tables import tables
from nongrata.names.telling import CITIES, HOLLOW
from nongrata.screening.candidates.leftmarks import BRANCH, LIKE_FORM, OWN, TELLS, marks_of

BESIDE_BRANCH = 0.1  # what is left of such words' weight

_OF_CITIES = frozenset(word for city in CITIES for word in city.split())  # where a body is, not what it is called


def left_weights(name: Ready) -> list[float]:
    """Say of each word what it costs a name at most that the other lacks it; nothing for titles and legal forms."""
    return [_left_weight(token, weight, name) for token, weight in zip(name.tokens, name.weights, strict=True)]


def marks_in(name: Ready) -> list[int]:
    """Give the marks of a body's words in their places: what may be a legal form is so at either end alone."""
    if name.is_person:
        return [0] * len(name.tokens)
    marks = [marks_of(token) for token in name.tokens]
    if any(each & BRANCH for each in marks):
        return [each | LIKE_FORM if each & OWN else each for each in marks]
    return [*marks[:1], *(each & ~LIKE_FORM for each in marks[1:-1]), *marks[1:][-1:]]


def placed_weights(name: Ready, marks: Sequence[int]) -> list[float]:
    """Give the same for words that stand where they do.

    What a body's name begins or ends with is not within it. Beside "branch" any word may be a place; they still are
    looked up, so they weigh something.
    """
    weights = [
        _own_weight(name.tokens[i], name.weights[i]) if _is_no_city(name, i) else weight
        for i, weight in enumerate(left_weights(name))
    ]
    if any(each & BRANCH for each in marks):
        return [weight * BESIDE_BRANCH if each & OWN else weight for weight, each in zip(weights, marks, strict=True)]
    if not name.is_person:
        last = max((i for i, each in enumerate(marks) if each & TELLS), default=0)
        for i in {0, last}:
            weights[i] /= 1.0 if marks[i] & LIKE_FORM else WITHIN
    return weights


def _is_no_city(name: Ready, i: int) -> bool:
    """Be a word of some city's name that with its neighbours names none: Gentil, but not in Port Gentil."""
    if name.is_person or name.forms[i] not in _OF_CITIES or name.forms[i] in CITIES:
        return False
    return not any(" ".join(name.forms[at : at + 2]) in CITIES for at in (i - 1, i) if at >= 0)


def _left_weight(token: Token, weight: float, name: Ready) -> float:
    if name.is_person:
        light = token.kind in ("title", "particle", "legal")
        return 0.0 if light else weight * counts_of(token, is_inner=True)
    if token.form in _OF_CITIES:
        return 0.0
    return _own_weight(token, weight)


def _own_weight(token: Token, weight: float) -> float:
    """Give it for a word of a body's name that is no city's."""
    if token.kind not in ("word", "initial", "generic") or token.form in HOLLOW:
        return 0.0
    if meant(token.form) in tables().long_words:
        return 0.0  # with its neighbours it may be a legal form with a slip in it
    if token.kind == "generic":
        return WITHIN * (MILD_LEFT if token.symbol in MILD else GENERIC_LEFT)
    return WITHIN * weight
