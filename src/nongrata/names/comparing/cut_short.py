"""Names of bodies of which a part was lost: cut off by a field's length, a word left as its initial."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from nongrata.names.comparing.align import Alignment
from nongrata.names.ready import Ready

_SHORTEST = 14  # letters of a name that a field would cut
_TOLD = 0.9  # what the words before the cut must tell
LONGEST_FORM = 5  # letters of a legal form in short
_ADJECTIVE = re.compile("(.{2,})sk(?:iy|yy|y|i|ii|ij|aya|aia|aja|oe|oye|oje|ogo|oy|oi|oj|om|ie|ikh)")


def is_cut_short(short: Ready, whole: Ready) -> bool:
    """Tell whether a name is the beginning of the other, cut off within a word."""
    size = len(short.joined)
    if not _SHORTEST <= size < len(whole.joined) or not whole.joined.startswith(short.joined):
        return False
    last = short.tokens[-1]
    if last.kind not in ("word", "initial", "particle") or last.form in whole.forms:
        return False
    told = sum(short.weights[i] for i, token in enumerate(short.tokens[:-1]) if token.kind not in ("legal", "title"))
    return told + _cut_word(short, whole) >= _TOLD


def _cut_word(short: Ready, whole: Ready) -> float:
    """Weigh the word that was cut, by what is left of it."""
    last = short.forms[-1]
    cut = next((i for i, form in enumerate(whole.forms) if form.startswith(last)), None)
    return whole.weights[cut] * min(1.0, 2 * len(last) / len(whole.forms[cut]) - 0.5) if cut is not None else 0.0


def is_form_with_slip(name: Ready, i: int, other: Ready, other_left: list[int]) -> bool:
    """Tell whether a short word at either end is a legal form of the other name with a slip in it, or its initial."""
    form = name.forms[i]
    if i not in (0, len(name.forms) - 1) or len(form) > LONGEST_FORM:
        return False
    for j in other_left:
        token = other.tokens[j]
        if token.kind == "legal" and (
            (len(form) == 1 and token.form[0] == form)
            or (len(form) > 1 and len(token.form) <= LONGEST_FORM and OSA.distance(form, token.form) == 1)
        ):
            return True
    return False


def without_initials(found: Alignment) -> tuple[list[int], list[int], int]:
    """Give what is left of both names without words that stand for each other after all, and how many these are.

    They are those of which the other name has the first letter, or the adjective: Permskiy zavod, the Perm plant.
    """
    query_left, listed_left, count = list(found.query_left), list(found.listed_left), 0
    sides = ((found.query, query_left, found.listed, listed_left), (found.listed, listed_left, found.query, query_left))
    for short, short_left, long, long_left in sides:
        for i in [i for i in short_left if short.tokens[i].kind == "word"]:
            whole = next((j for j in long_left if _is_initial_of(short, i, long, j) or _is_of(short, i, long, j)), None)
            if whole is not None:
                short_left.remove(i)
                long_left.remove(whole)
                count += 1
    return query_left, listed_left, count


def _is_initial_of(short: Ready, i: int, long: Ready, j: int) -> bool:
    token = long.tokens[j]
    return short.forms[i] == token.form[0] and token.kind in ("generic", "place", "word") and abs(i - j) <= 1


def _is_of(name: Ready, i: int, other: Ready, j: int) -> bool:
    """Tell whether a word is the Russian adjective of a place that the other name has."""
    return other.tokens[j].kind in ("word", "place") and is_adjective_of(name.forms[i], other.forms[j])


def is_adjective_of(word: str, place: str) -> bool:
    """Tell whether a word is a Russian adjective of a place.

    >>> is_adjective_of("kaluzhskiy", "kaluga"), is_adjective_of("moskovskaya", "moscow")
    (True, True)
    """
    if (found := _ADJECTIVE.fullmatch(_plain(word))) is None:
        return False
    name = _plain(place)
    return name == f"{found[1]}sk" or name.rstrip("aeiouy").replace("zh", "g") == found[1].replace("zh", "g")


def _plain(word: str) -> str:
    return word.replace("ye", "e").replace("yo", "o").replace("c", "k").replace("w", "v")
