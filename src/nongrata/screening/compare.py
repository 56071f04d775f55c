"""How alike two names are, and in which words they differ. Names only: the story's context comes after."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from importlib import resources

from rapidfuzz import fuzz

Tokens = tuple[str, ...]
Weigh = Callable[[str], float]  # how telling a token is: 0 to 1

_WORDS = json.loads(resources.files("nongrata.screening").joinpath("words.json").read_text("utf-8"))
LEGAL_FORMS: frozenset[str] = frozenset(_WORDS["legal_forms"])
GENERIC: frozenset[str] = frozenset(_WORDS["generic"])
EVERY_STATE: frozenset[str] = frozenset(_WORDS["every_state"])
OTHER_TRADES: frozenset[str] = frozenset(_WORDS["other_trades"])
ALIKE: dict[str, str] = _WORDS["alike"]  # a word: the first of the words that mean the same in company names
SWAPPED = 0.9  # how alike two words of one such group are
APART = 0.8  # the most that names score which differ by their most telling word
CLOSE = 80  # the lowest ratio at which two spellings of a token count as one


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How much of each name the other one holds (0 to 1), and the words that found no partner."""

    score: float
    of_query: float
    of_listed: float
    query_only: Tokens
    listed_only: Tokens
    is_exact: bool  # the same words, in whatever order


def compare_people(query: Tokens, listed: Tokens) -> Likeness:
    """Compare a person's names: what only the list has (a patronymic) costs little, what only the story has much.

    One word alone never makes a person: it scores at most a half.

    >>> compare_people(("vladimir", "putin"), ("putin", "vladimir", "vladimirovich")).score > 0.9
    True
    >>> compare_people(("roman", "putin"), ("putin", "vladimir", "vladimirovich")).score < 0.7
    True
    """
    likeness = _aligned(query, listed, weigh=lambda _token: 1.0)
    matched = len(query) - len(likeness.query_only)
    score = likeness.of_query * (0.85 + 0.15 * likeness.of_listed)
    if "".join(query) == "".join(listed):
        score = 1.0
    return _scored(likeness, score if matched >= 2 or likeness.is_exact else min(score, 0.5))


def compare_bodies(query: Tokens, listed: Tokens, *, weigh: Weigh, excused: frozenset[str]) -> Likeness:
    """Compare the names of companies, bodies and ships: telling words must agree both ways.

    `excused` are the listed name's words that the story says of the party elsewhere (its town, its country):
    "Komsomolsk-on-Amur" in the listed name of a plant that the story places there. Numbers must agree.

    >>> listed = ("joint", "stock", "company", "alfa", "bank")
    >>> compare_bodies(("alfa", "bank"), listed, weigh=telling, excused=frozenset()).score
    1.0
    """
    left = tuple(token for token in query if token not in LEGAL_FORMS) or query
    right = tuple(token for token in listed if token not in LEGAL_FORMS and token not in excused - set(query)) or listed
    likeness = _aligned(left, right, weigh=weigh)
    score = likeness.of_query * (0.55 + 0.45 * likeness.of_listed)
    if _numbers(left) != _numbers(right):
        score *= 0.5
    if "".join(left) == "".join(right):
        score = 1.0
    shared = set(left) & set(right)
    if all(token in GENERIC for token in shared) and not likeness.is_exact:
        score = min(score, 0.5)
    elif likeness.listed_only and max(map(weigh, likeness.listed_only)) > max(map(weigh, shared), default=0.0):
        score = min(score, APART)  # the one telling word is missing: siblings in a group
    return _scored(likeness, score)


def telling(token: str) -> float:
    """Weigh a token by its kind alone, where no list can tell its rarity."""
    return 0.35 if token in GENERIC else 1.0


def _numbers(tokens: Tokens) -> list[str]:
    return sorted(token for token in tokens if token.isdigit() or (len(token) <= 4 and set(token) <= set("ivx")))


def _scored(likeness: Likeness, score: float) -> Likeness:
    return Likeness(
        score=round(score, 4),
        of_query=likeness.of_query,
        of_listed=likeness.of_listed,
        query_only=likeness.query_only,
        listed_only=likeness.listed_only,
        is_exact=likeness.is_exact,
    )


def _aligned(query: Tokens, listed: Tokens, *, weigh: Weigh) -> Likeness:
    """Pair each word of the one with its likest of the other, the likest pairs first."""
    pairs = sorted(
        (
            (alike, i, j)
            for i, left in enumerate(query)
            for j, right in enumerate(listed)
            if (alike := _alike(left, right))
        ),
        reverse=True,
    )
    left_done: dict[int, float] = {}
    right_done: dict[int, float] = {}
    for alike, i, j in pairs:
        if i not in left_done and j not in right_done:
            left_done[i] = right_done[j] = alike
    return Likeness(
        score=0.0,
        of_query=_coverage(query, left_done, weigh),
        of_listed=_coverage(listed, right_done, weigh),
        query_only=tuple(token for i, token in enumerate(query) if i not in left_done),
        listed_only=tuple(token for j, token in enumerate(listed) if j not in right_done),
        is_exact=sorted(query) == sorted(listed),
    )


def _coverage(tokens: Tokens, done: dict[int, float], weigh: Weigh) -> float:
    total = sum(weigh(token) for token in tokens)
    return sum(weigh(token) * done.get(i, 0.0) for i, token in enumerate(tokens)) / total if total else 0.0


def _alike(left: str, right: str) -> float:
    if left == right:
        return 1.0
    if 1 in (len(left), len(right)):
        return 0.75 if left[0] == right[0] else 0.0  # an initial
    if left in ALIKE and ALIKE[left] == ALIKE.get(right):
        return SWAPPED
    if min(len(left), len(right)) < 4:
        return 0.0
    ratio = fuzz.ratio(left, right)
    return ratio / 100 if ratio >= CLOSE else 0.0
