"""What a word costs a name that the other lacks it, at most: see compare_people.py and compare_bodies.py in names."""

from __future__ import annotations

from nongrata.names.compare_bodies import GENERIC_LEFT, MILD, MILD_LEFT, WITHIN
from nongrata.names.compare_people import counts_of
from nongrata.names.meant import meant
from nongrata.names.ready import Ready
from nongrata.names.record import Token
from nongrata.names.tables import tables
from nongrata.names.telling import CITIES, HOLLOW

_OF_CITIES = frozenset(word for city in CITIES for word in city.split())  # where a body is, not what it is called


def left_weights(name: Ready) -> list[float]:
    """Say of each word what it costs a name at most that the other lacks it; nothing for titles and legal forms."""
    return [_left_weight(token, weight, name) for token, weight in zip(name.tokens, name.weights, strict=True)]


def _left_weight(token: Token, weight: float, name: Ready) -> float:
    if name.is_person:
        light = token.kind in ("title", "particle", "legal")
        return 0.0 if light else weight * counts_of(token, is_inner=True)
    if token.kind not in ("word", "initial", "generic") or token.form in HOLLOW or token.form in _OF_CITIES:
        return 0.0
    if meant(token.form) in tables().long_words:
        return 0.0  # with its neighbours it may be a legal form with a slip in it
    if token.kind == "generic":
        return WITHIN * (MILD_LEFT if token.symbol in MILD else GENERIC_LEFT)
    return WITHIN * weight
