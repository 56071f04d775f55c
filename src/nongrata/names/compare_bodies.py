"""How sure the names alone make it that two are one company, body or ship."""

from __future__ import annotations

from nongrata.names.align import Alignment
from nongrata.names.ready import Ready
from nongrata.names.telling import HOLLOW

APART = 0.6  # the most for names that differ by a word: "Alfa Exports", "Alfa Imports"
OTHER_NUMBER = 0.4  # Plant 3, Plant 7
NUMBER_MORE = 0.62  # Orion, Orion 3
PLACE_MORE = 0.78  # X Bank, Dubai: a branch, or a company of the same group
OTHER_FORM = 0.97  # GmbH for AG
GENERIC_LEFT = 0.65  # what a word of activity weighs that only one name has: it makes a subsidiary
MORE = 0.95  # what such words cost, by their share of what is told
TELLING = 0.5


def score_bodies(found: Alignment, told: float, quality: float) -> float:
    """Give 0 to 1; numbers must agree, and so must each word that could tell two of a group apart."""
    score = quality * _numbers(found) * _forms(found)
    asked, listed = _left(found.query, found.query_left), _left(found.listed, found.listed_left)
    asked_places, listed_places = _places(found.query, found.query_left), _places(found.listed, found.listed_left)
    if (asked or asked_places) and (listed or listed_places):
        return score * APART * told / (told + min(sum(asked) + asked_places, sum(listed) + listed_places))
    more, strongest = asked or listed, max(pair.low * pair.score for pair in found.pairs)
    if more:
        score *= 1 - MORE * sum(more) / (told + sum(more))
        score = min(score, APART) if max(more) > strongest else score
    elif (found.query_left or found.listed_left) and strongest < TELLING:
        score = min(score, APART)
    return score * (PLACE_MORE if asked_places or listed_places else 1.0)


def _numbers(found: Alignment) -> float:
    left, right = found.query.numbers, found.listed.numbers
    if left == right:
        return 1.0
    return OTHER_NUMBER if left and right else NUMBER_MORE


def _left(name: Ready, left: list[int]) -> list[float]:
    """Weigh the words of name and of activity that found no partner."""
    weights = []
    for i in left:
        token = name.tokens[i]
        if token.form in HOLLOW or name.forms.count(token.form) > 1:
            continue
        if token.kind in ("word", "initial"):
            weights.append(name.weights[i])
        elif token.kind == "generic":
            weights.append(GENERIC_LEFT)
    return weights


def _places(name: Ready, left: list[int]) -> float:
    return sum([name.weights[i] for i in left if name.tokens[i].kind == "place"])


def _forms(found: Alignment) -> float:
    left = {token.symbol or token.form for token in found.query.tokens if token.kind == "legal"}
    right = {token.symbol or token.form for token in found.listed.tokens if token.kind == "legal"}
    return OTHER_FORM if left and right and not left & right else 1.0
