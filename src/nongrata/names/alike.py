"""How alike two words of names are, and by which rule."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from nongrata.names.record import Token

SHORT, LONG = 4, 8  # letters below which words must be equal, and up to which one slip is allowed


class Alike(NamedTuple):
    """How surely two words stand for each other (0 to 1), and why."""

    score: float
    rule: str


SAME = Alike(1.0, "same")
NOT = Alike(0.0, "")


@lru_cache(maxsize=65_536)
def alike(left: Token, right: Token) -> Alike:
    """Say how surely two words stand for each other.

    >>> alike(Token(form="qaddafi", native="qaddafi"), Token(form="qadafi", native="qadafi")).rule
    'spelling'
    """
    if left.form == right.form:
        return SAME
    if left.symbol is not None and left.symbol == right.symbol:
        return Alike(0.95, "symbol")
    if "initial" in (left.kind, right.kind):
        return Alike(0.8, "initial") if left.form[0] == right.form[0] else NOT
    shorter = min(len(left.form), len(right.form))
    if shorter < SHORT:
        return NOT
    slips = OSA.distance(left.form, right.form, score_cutoff=1 + (shorter >= LONG))
    if slips > 1 + (shorter >= LONG):
        return NOT
    return Alike(1 - slips / shorter, "spelling")
