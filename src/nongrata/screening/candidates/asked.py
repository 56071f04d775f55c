"""A name that is looked up: its words, what each weighs, and the listed words like each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from nongrata.names.ready import Ready
from nongrata.names.record import Token
from nongrata.screening.candidates.nearwords import Near


class Asked(NamedTuple):
    """A name's words, the listed words like each, and what each weighs."""

    name: Ready
    kind: int  # its place in KINDS, or BODIES
    tokens: Sequence[Token]  # behind those that cost something where they find no partner, places and numbers
    heavy: int  # how many do
    weights: Sequence[float]  # where they find no partner
    full: Sequence[float]  # where they find one
    marks: Sequence[int]  # of a body's: leftmarks.py; LIKE_FORM at either end alone
    initial: Sequence[bool]  # whether each is a mere initial
    near: Sequence[Near]
    held: Sequence[int]  # how many readings of its kind hold a word like each, some counted twice
    covers: Sequence[float]  # what a listed word weighs at most that is like one of them
    total: float  # what all of it weighs
    light: float  # what the words of the name tell that are none of these: legal forms, titles, particles
    is_person: bool  # and not told by a title of office: one word may tell that
    spare: int  # how many more listed words than words asked for may find a partner


def marks_of(asked: Asked) -> Sequence[float]:
    """Give the marks of its words."""
    return asked.marks


def full_of(asked: Asked) -> Sequence[float]:
    """Give what its words weigh where they find a partner."""
    return asked.full


def weights_of(asked: Asked) -> Sequence[float]:
    """Give what its words weigh where they find none."""
    return asked.weights


def covers_of(asked: Asked) -> Sequence[float]:
    """Give what a listed word weighs at most that is like each of its words."""
    return asked.covers


def initials_of(asked: Asked) -> Sequence[float]:
    """Give whether each of its words is a mere initial."""
    return asked.initial
