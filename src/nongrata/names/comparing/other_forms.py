"""What a word of a name may be without what its language adds, or as another writes it: Prigožinas, Prigozhin."""

from __future__ import annotations

import re
from functools import lru_cache

from nongrata.names.record import Token

_BALTIC = re.compile("(?:ijus|ius|as|is|us|s)$")  # endings of men's names in Lithuanian and Latvian
_BALTIC_LETTERS = re.compile("[āčēėģīķļņšūųžąęįż]", re.IGNORECASE)
_LONG = 8  # letters of a word with an ending that it may lack
_SHORTEST = 4  # letters of what is left without an ending
_SOFT = re.compile("dz(?=[eiv])")  # what Belarusian writes for a soft D


def bare(form: str) -> str:
    """Give a long word without a Baltic ending.

    >>> bare("aleksandras"), bare("thomas")
    ('aleksandr', 'thomas')
    """
    return _BALTIC.sub("", form) if len(form) >= _LONG and not form.endswith("ss") else form


@lru_cache(maxsize=65_536)
def other_forms(token: Token) -> tuple[str, ...]:
    """Give the word's other forms in Latin letters; none of a word in plain ones.

    >>> other_forms(Token(form="prigozinas", native="Prigožinas")), other_forms(Token(form="asadi", native="ასადი"))
    (('prigozin',), ('asad',))
    >>> other_forms(Token(form="tsarev", native="Царёв")), other_forms(Token(form="tsarev", native="Tsarev"))
    (('tsarov', 'tsaryov'), ())
    """
    form, native = token.form, token.native.lower()
    if native.isascii():
        return ()
    found: list[str] = []
    if "\u10a0" <= native[:1] <= "\u10ff" and form.endswith("i"):
        found.append(form[:-1])  # Georgian names a man with an I
    elif _BALTIC_LETTERS.search(native):
        found.append(_BALTIC.sub("", form))
    elif "ё" in native:
        found += (_with(form, native, "o"), _with(form, native, "yo"))
    if "дз" in native:
        found.append(_SOFT.sub("d", form))
    return tuple(dict.fromkeys(each for each in found if each != form and len(each) >= min(_SHORTEST, len(form))))


def _with(form: str, native: str, letters: str) -> str:
    """Give a word whose Ё is read so, where its letters stand one for one up to it."""
    at = native.index("ё")
    before = len(form) - len(native[at + 1 :]) - 1
    return letters if form == "e" else f"{form[:before]}{letters}{form[before + 1 :]}" if form[before] == "e" else form
