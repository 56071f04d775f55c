"""How a word in Latin letters sounds, roughly, in any of the languages that it may be spelled by."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

_SOFT, _SOFT_C = re.compile("c(?=[eiy])"), "ç"  # a C that hisses, and how it stands in the ways below
_HISSES = (
    "stsch|schtsch|shtsh|shch|szcz|tzsch|tsch|tzh|tsj|tch|tsh|dsch|dzh|cz|cs|tx|tj|dj|dz|zh|sch|sh|sz|sj|ts|tz"
    f"|{_SOFT_C}|z|s"
)


class _Way(NamedTuple):
    """A way to read letters: how they are cut, and what each piece sounds like; a letter without a sound is its own."""

    cut: re.Pattern[str]
    sounds: dict[str, str]


def _way(**pieces: str) -> _Way:
    """Give a way by the pieces of each sound. A GU of its own is one before E and I."""
    cut = "|".join(pieces.values()).replace("gu", "gu(?=[ei])")
    return _Way(
        re.compile(f"{cut}|."),
        {piece: sound.strip("_") for sound, all_of in pieces.items() for piece in all_of.split("|")},
    )


_MOST_READ = {"g": "gh|g", "v": "ph|f|v|w", "t": "th|t", "d": "dh|d", "ks": "x", "u": "oe|oo|ou|o|u", "_": "h"}
# Ways to read the letters that languages differ in: as in English, as in Spanish or Hungarian, as in German or Polish.
_WAYS = (
    _way(s=f"{_HISSES}|ch|j", k="kh|ck|q|k|c", i="ee|ie|ei|ey|e|i|y", **_MOST_READ),
    _way(
        s=_HISSES,
        h="ch|kh|x|h",
        k="ck|q|k|c",
        d="gy|dh|d",
        g="gh|gu|g",
        v="ph|f|v",
        t="th|ty|t",
        u="oo|ou|o|u|w",
        i="ee|ie|ei|ey|e|i|y|j",
    ),
    _way(s=_HISSES, k="ch|kh|ck|q|k|c", i="ee|ie|ei|ey|e|i|y|j", **_MOST_READ),
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
    ways: tuple[str, ...] = (form, form.replace("gh", "q")) if "gh" in form else (form,)
    if "h" in form and _SLAVIC.search(form):
        ways += (_UKRAINIAN_H.sub("g", form),)
    return tuple(dict.fromkeys(_sound(each, way) for each in ways for way in _WAYS))


# What Ukraine and Belarus write H, others write G, in names with endings of theirs: Hrytsenko, Gritsenko.
_SLAVIC = re.compile("(?:[kn]o|uk|iuk|yuk|[iy]ch|[ei]v|ov|iy?|yy|ii|yi|k|ets|ts|da|in|yn|n[iy]a)$")
_UKRAINIAN_H = re.compile("(?<![bcdgkprstwz])h(?!$)")


def _sound(form: str, way: _Way) -> Sound:
    if "c" in form:
        form = _SOFT.sub(_SOFT_C, form)
    full = single("".join([way.sounds.get(piece, piece) for piece in way.cut.findall(form)]))
    return Sound(full, full.translate(_VOWELS))


def single(letters: str) -> str:
    """Give letters with those said twice once.

    >>> single("hassan")
    'hasan'
    """
    if _AGAIN.search(letters) is None:
        return letters
    return "".join([letter for letter, _again in groupby(letters)])


_AGAIN = re.compile(r"(.)\1", re.DOTALL)
