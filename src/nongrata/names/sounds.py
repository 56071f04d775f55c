"""How a word in Latin letters sounds, roughly, in any of the languages that it may be spelled by."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

_HISSES = (
    "stsch|schtsch|shtsh|shch|szcz|tzsch|tsch|tzh|tsj|tch|tsh|dsch|dzh|cz|cs|tx|tj|dj|dz|zh|sch|sh|sz|sj|ts|tz"
    "|c(?=[eiy])|z|s"
)
# Ways to read the letters that languages differ in: as in English, as in Spanish or Hungarian, as in German or Polish.
_WAYS = (
    re.compile(
        rf"(?P<s>{_HISSES}|ch|j)|(?P<k>kh|ck|q|k|c)|(?P<g>gh|g)|(?P<v>ph|f|v|w)|(?P<t>th|t)|(?P<d>dh|d)"
        r"|(?P<x>x)|(?P<u>oe|oo|ou|o|u)|(?P<i>ee|ie|ei|ey|e|i|y)|(?P<_>h)|."
    ),
    re.compile(
        rf"(?P<s>{_HISSES})|(?P<h>ch|kh|x|h)|(?P<k>ck|q|k|c)|(?P<d>gy|dh|d)|(?P<g>gh|gu(?=[ei])|g)|(?P<v>ph|f|v)|(?P<t>th|ty|t)"
        r"|(?P<u>oo|ou|o|u|w)|(?P<i>ee|ie|ei|ey|e|i|y|j)|."
    ),
    re.compile(
        rf"(?P<s>{_HISSES})|(?P<k>ch|kh|ck|q|k|c)|(?P<g>gh|g)|(?P<v>ph|f|v|w)|(?P<t>th|t)|(?P<d>dh|d)|(?P<x>x)"
        r"|(?P<u>oe|oo|ou|o|u)|(?P<i>ee|ie|ei|ey|e|i|y|j)|(?P<_>h)|."
    ),
)
_VOWELS = str.maketrans("", "", "aiu")


class Sound(NamedTuple):
    """A word by its sounds, and by its consonants alone."""

    full: str
    consonants: str


@lru_cache(maxsize=65_536)
def sounds_of(form: str) -> tuple[Sound, ...]:
    """Give the ways in which a word may sound, one letter for each sound.

    >>> sounds_of("vladimirovich")[0] == sounds_of("wladimirowitsch")[0]
    True
    >>> sounds_of("poutine")[0].full, sounds_of("putyin")[0].full
    ('putini', 'putin')
    """
    # One letter of Persian and Arabic is written Q, GH and G: Qasem, Ghassem.
    ways = (form, form.replace("gh", "q")) if "gh" in form else (form,)
    return tuple(dict.fromkeys(_sound(each, way) for each in ways for way in _WAYS))


def _sound(form: str, way: re.Pattern[str]) -> Sound:
    classes = "".join([letter.lastgroup or letter[0] for letter in way.finditer(form)])
    full = single(classes.replace("_", "").replace("x", "ks"))
    return Sound(full, full.translate(_VOWELS))


def single(letters: str) -> str:
    """Give letters with those said twice once.

    >>> single("hassan")
    'hasan'
    """
    return "".join([letter for letter, _again in groupby(letters)])
