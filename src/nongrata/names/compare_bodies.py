"""How sure the names alone make it that two are one company, body or ship."""

from __future__ import annotations

from nongrata.names.align import Alignment
from nongrata.names.ready import LIGHT, Ready
from nongrata.names.telling import CITIES, HOLLOW

APART = 0.6  # the most for names that differ by a word: "Alfa Exports", "Alfa Imports"
OTHER_NUMBER = 0.4  # Plant 3, Plant 7
NUMBER_MORE = 0.62  # Orion, Orion 3
PLACE_MORE = 0.78  # X Bank, Dubai: a branch, or a company of the same group
OTHER_FORM = 0.97  # GmbH for AG
GENERIC_LEFT = 0.9  # what a word of activity weighs that only one name has: it makes a subsidiary
MORE = 0.95  # what such words cost, by their share of what is told
TELLING = 0.5
SHORT, SHORT_SHIP = 8, 0.7  # letters below which a ship's name must be the same, and what is left where it is not
_BY_LETTERS = frozenset(("spelling", "sound", "vowels", "ending", "truncation"))
_BRANCHES = frozenset(("branch", "representativeoffice", "filial", "sucursal"))


def score_bodies(found: Alignment, told: float, quality: float) -> float:
    """Give 0 to 1; numbers must agree, and so must each word that could tell two of a group apart."""
    score = quality * _numbers(found) * _forms(found) * _letters(found)
    query_more, query_places = _left(found.query, found.query_left)
    listed_more, listed_places = _left(found.listed, found.listed_left)
    if (query_more or query_places) and (listed_more or listed_places):
        return score * APART * told / (told + min(query_more + query_places, listed_more + listed_places))
    strongest = max([pair.told for pair in found.pairs])
    if query_more or listed_more:
        score *= 1 - MORE * (query_more + listed_more) / (told + query_more + listed_more)
        score = min(score, APART) if max(query_more, listed_more) > strongest else score
    elif (query_places or listed_places) and strongest < TELLING:
        score = min(score, APART)
    return score * (PLACE_MORE if query_places or listed_places else 1.0)


def _numbers(found: Alignment) -> float:
    left, right = found.query.numbers, found.listed.numbers
    if left == right:
        return 1.0
    return OTHER_NUMBER if left and right else NUMBER_MORE


def _letters(found: Alignment) -> float:
    """Doubt a short ship's name that differs by a letter: there are many ships."""
    if found.query.name.kind != "vessel" or max(len(found.query.joined), len(found.listed.joined)) >= SHORT:
        return 1.0
    return 1.0 if all(pair.rule not in _BY_LETTERS for pair in found.pairs) else SHORT_SHIP


def _left(name: Ready, left: list[int]) -> tuple[float, float]:
    """Weigh the words of name and of activity that found no partner, and the places."""
    more = places = 0.0
    named = _places(name, left) if left else frozenset()
    for i in left:
        token = name.tokens[i]
        if token.kind == "place" or i in named:
            places += LIGHT["place"]
        elif token.form in HOLLOW or name.forms.count(token.form) > 1:
            continue
        elif token.kind in ("word", "initial"):
            more += name.weights[i]
        elif token.kind == "generic":
            more += GENERIC_LEFT
    return more, places


def _places(name: Ready, left: list[int]) -> frozenset[int]:
    """Give the words that name cities, and all words beside "branch": where it is."""
    if any(name.forms[i] in _BRANCHES for i in left):
        return frozenset(i for i in left if name.tokens[i].kind == "word")
    named = {i for i in left if name.forms[i] in CITIES}
    for i in left:
        if i + 1 in left and f"{name.forms[i]} {name.forms[i + 1]}" in CITIES:
            named |= {i, i + 1}
    return frozenset(named)


def _forms(found: Alignment) -> float:
    left = {token.symbol or token.form for token in found.query.tokens if token.kind == "legal"}
    right = {token.symbol or token.form for token in found.listed.tokens if token.kind == "legal"}
    return OTHER_FORM if left and right and not left & right else 1.0
