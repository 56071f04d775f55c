"""How sure the names alone make it that two are one company, body or ship."""

from __future__ import annotations

from nongrata.names.comparing.abroad import is_unit_abroad
from nongrata.names.comparing.align import Alignment
from nongrata.names.comparing.coined import doubt_of, is_told_by_none
from nongrata.names.comparing.cut_short import is_cut_short, is_form_with_slip, without_initials
from nongrata.names.comparing.natures import is_of_one_own_word, is_of_other_nature
from nongrata.names.ready import LIGHT, Ready
from nongrata.names.telling import CITIES, HOLLOW

APART = 0.6  # the most for names that differ by a word: "Alfa Exports", "Alfa Imports"
OTHER_NUMBER = 0.4  # Plant 3, Plant 7
NUMBER_MORE = 0.62  # Orion, Orion 3
PLACE_MORE = 0.78  # X Bank, Dubai: a branch, or a company of the same group
OTHER_FORM = 0.97  # GmbH for AG
OTHER_NATURE = 0.69  # a non-profit organisation for a company
CUT_SHORT = 0.75  # a name that a form's field cut off within a word
ONE_INITIAL = 0.95  # what each word costs of which one name has the first letter only
WITHIN = 0.6  # what a word weighs more lightly that is dropped from within a name
MILD_LEFT = 0.35  # … and one that hardly tells anything of that: international
GENERIC_LEFT = 0.9  # what a word of activity weighs that only one name has: it makes a subsidiary
MORE = 0.95  # what such words cost, by their share of what is told
TELLING = 0.5
SHORT, SHORT_SHIP = 8, 0.7  # letters below which a ship's name must be the same, and what is left where it is not
_BY_LETTERS = frozenset(("spelling", "sound", "vowels", "ending", "truncation"))
MILD = frozenset(("intl", "natl", "global", "world", "general", "industry", "special", "grp", "holding"))
BRANCHES = frozenset(("branch", "representativeoffice", "filial", "sucursal"))


def score_bodies(found: Alignment, told: float, quality: float) -> float:
    """Give 0 to 1; numbers must agree, and so must each word that could tell two of a group apart."""
    score = quality * _numbers(found) * _forms(found) * _letters(found)
    if told <= LIGHT["particle"] or is_of_other_nature(found):
        return min(score, APART)
    if is_cut_short(found.query, found.listed) or is_cut_short(found.listed, found.query):
        return max(score, CUT_SHORT) if _numbers(found) == 1.0 else score
    query_left, listed_left, initials = without_initials(found)
    score *= ONE_INITIAL**initials
    query_more, query_places = _left(found.query, query_left, found.listed, listed_left)
    listed_more, listed_places = _left(found.listed, listed_left, found.query, query_left)
    if (query_more or query_places) and (listed_more or listed_places):
        return score * APART * told / (told + min(query_more + query_places, listed_more + listed_places))
    if (query_more and _is_for_form(found.query, query_left, found.listed, listed_left)) or (
        listed_more and _is_for_form(found.listed, listed_left, found.query, query_left)
    ):
        score = min(score, APART)
    if is_unit_abroad(found.query, found.query_left) or is_unit_abroad(found.listed, found.listed_left):
        score = min(score, APART)
    strongest = max([pair.told for pair in found.pairs])
    if query_more or listed_more:
        score *= 1 - MORE * (query_more + listed_more) / (told + query_more + listed_more)
        score = min(score, APART) if max(query_more, listed_more) > strongest else score
    elif (query_places or listed_places) and strongest < TELLING:
        score = min(score, APART)
    score *= PLACE_MORE if query_places or listed_places else 1.0
    return min(score, APART) if _may_be_anybodys(found) else score * doubt_of(found, among_many=False)


def _may_be_anybodys(found: Alignment) -> bool:
    return is_told_by_none(found) or is_of_one_own_word(found)


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


def _left(name: Ready, left: list[int], other: Ready, other_left: list[int]) -> tuple[float, float]:
    """Weigh the words of name and of activity that found no partner, and the places."""
    more = places = 0.0
    is_drop = not any(other.tokens[j].kind in ("word", "generic") for j in other_left)
    named = _places(name, left) if left else frozenset()
    for i in left:
        token = name.tokens[i]
        if token.kind == "place" or i in named:
            places += LIGHT["place"]
        elif (
            token.form in HOLLOW
            or _is_said_twice(name, i, left, is_drop=is_drop)
            or is_form_with_slip(name, i, other, other_left)
        ):
            continue
        elif token.kind in ("word", "initial"):
            more += name.weights[i] * (WITHIN if is_drop and _is_within(name, i, left) else 1.0)
        elif token.kind == "generic":
            more += (MILD_LEFT if token.symbol in MILD else GENERIC_LEFT) * (
                WITHIN if is_drop and _is_within(name, i, left) else 1.0
            )
    return more, places


def _is_for_form(name: Ready, left: list[int], other: Ready, other_left: list[int]) -> bool:
    """Tell whether a name has a word where the other has its legal form, or behind its own: X Zvezda, X Ltd."""
    forms = [i for i, token in enumerate(name.tokens) if token.kind == "legal"]
    if forms:
        last = len(name.tokens) - 1
        return last in left and name.tokens[last].kind == "word" and last - 1 in forms and last > 1
    return any(other.tokens[j].kind == "legal" for j in other_left)


def _is_said_twice(name: Ready, i: int, left: list[int], *, is_drop: bool) -> bool:
    form, symbol = name.forms[i], name.tokens[i].symbol
    return any(
        j not in left
        and (name.forms[j] == form or (is_drop and symbol is not None and name.tokens[j].symbol == symbol))
        for j in range(len(name.forms))
    )


def _is_within(name: Ready, i: int, left: list[int]) -> bool:
    """Tell whether the name goes on behind a word: what a body is stands last, what it is like before that."""
    return i > 0 and any(
        j not in left and name.tokens[j].kind in ("word", "generic") and name.forms[j] not in HOLLOW
        for j in range(i + 1, len(name.tokens))
    )


def _places(name: Ready, left: list[int]) -> frozenset[int]:
    """Give the words that name cities, and all words beside "branch": where it is."""
    if any(name.forms[i] in BRANCHES for i in left):
        return frozenset(i for i in left if name.tokens[i].kind == "word")
    named = {i for i in left if name.forms[i] in CITIES}
    for i in left:
        if i + 1 in left and f"{name.forms[i]} {name.forms[i + 1]}" in CITIES:
            named |= {i, i + 1}
    return frozenset(named)


def _forms(found: Alignment) -> float:
    """Doubt bodies of other legal forms a little, and a company that would be a charity or a cooperative much."""
    left = {token.symbol or token.form for token in found.query.tokens if token.kind == "legal"}
    right = {token.symbol or token.form for token in found.listed.tokens if token.kind == "legal"}
    if not left or not right or left & right:
        return 1.0
    return OTHER_NATURE if ("ngo" in left) != ("ngo" in right) else OTHER_FORM
