"""What a word of a body's name is where the other name lacks it: see compare_bodies.py and cut_short.py in names."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from nongrata.names.comparing.compare_bodies import BRANCHES
from nongrata.names.comparing.cut_short import LONGEST_FORM
from nongrata.names.record import Token
from nongrata.names.tables import tables
from nongrata.names.telling import CITIES, HOLLOW

PLACE = 1  # left over, it is where the body is
OWN = 2  # no activity, place or number: it may tell whose body it is
TELLS = 4  # the name goes on with it: what stands before it stands within the name
LIKE_FORM = 8  # at either end, it may be a legal form with a slip in it
BRANCH = 16  # words beside it may say where it is, and cost nothing then


@lru_cache(maxsize=65_536)
def marks_of(token: Token) -> int:
    """Give the marks of a word.

    >>> marks_of(Token(form="gmbg", native="gmbg")) == OWN | TELLS | LIKE_FORM
    True
    """
    is_place = token.kind == "place" or token.form in CITIES
    is_telling = token.kind in ("word", "generic") and token.form not in HOLLOW
    return (
        PLACE * is_place
        | OWN * (token.kind in ("word", "initial"))
        | TELLS * is_telling
        | LIKE_FORM * _is_like_form(token.form)
        | BRANCH * (token.form in BRANCHES)
    )


def _is_like_form(form: str) -> bool:
    if len(form) == 1 or len(form) > LONGEST_FORM:
        return len(form) == 1
    near = [each for part in _with_a_letter_less(form) for each in _short_forms().get(part, ())]
    return any(OSA.distance(form, each, score_cutoff=1) <= 1 for each in near)


@lru_cache(maxsize=1)
def _short_forms() -> dict[str, list[str]]:
    """Give the short legal forms by themselves and by what is left of each without one of its letters."""
    bodies = tables().bodies
    words = [word for word, (kind, _symbol) in bodies.words.items() if kind == "legal"]
    runs = ["".join(words) for found in bodies.longer.values() for words, (kind, _symbol) in found if kind == "legal"]
    forms: dict[str, list[str]] = {}
    for form in dict.fromkeys([*words, *runs]):
        for part in _with_a_letter_less(form) if 1 < len(form) <= LONGEST_FORM else ():
            forms.setdefault(part, []).append(form)
    return forms


def _with_a_letter_less(form: str) -> set[str]:
    return {form, *(form[:at] + form[at + 1 :] for at in range(len(form)))}
