"""Chinese and Korean syllables, however they are spelled in Latin letters."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

_LONGEST = 12  # letters of a word that may be Chinese or Korean: three long syllables
_MOST = 3  # syllables

_KOREAN = re.compile(
    r"(kk|gg|kh|k|g|n|tt|dd|th|t|d|r|l|m|pp|bb|ph|p|b|ss|sh|s|jj|tch|ch|j|wh|h)?"
    r"(?:(w|y)?(ae|ai|eo|eu|oe|ui|wi|oo|ee|ou|oh|ah|uh|a|e|i|o|u))(ng|ck|k|g|n|t|d|s|l|r|m|p|b)?"
)


def _by_letters(groups: str) -> dict[str, str]:
    """Give for each spelling the sound that it stands for."""
    named = (group.split(":") for group in groups.split(";"))
    return {letters: sound for sound, spellings in named for letters in spellings.split()}


_KOREAN_FIRST = _by_letters(
    "k:kk gg kh k g;n:n;t:tt dd th t d;r:r l;m:m;p:pp bb ph p b;s:ss sh s;c:jj tch ch j;h:h;hw:wh"
)
_KOREAN_LAST = _by_letters("G:ng;k:ck k g;n:n;t:t d s;r:l r;m:m;p:p b")
_KOREAN_VOWELS = {
    "a": "a",
    "ah": "a",
    "ae": "E",
    "ai": "E",
    "e": "E",
    "eo": "O",
    "uh": "O",
    "o": "o O",
    "oh": "o",
    "ou": "O",
}
_KOREAN_VOWELS |= {"u": "u U O", "oo": "u U", "eu": "U", "i": "i", "ee": "i", "oe": "E", "ui": "i", "wi": "i"}


@lru_cache(maxsize=16_384)
def korean(form: str, *, is_exact: bool = False) -> frozenset[str]:
    """Give what a word may be in Korean, syllable by syllable, by any of the ways that Korean is spelled.

    `is_exact`: the spelling is that of the state's own rules, in which each vowel has its letters.

    >>> bool(korean("jongun") & korean("jeongeun")), bool(korean("jongun") & korean("ilsung"))
    (True, False)
    """
    return frozenset(_korean(form, _MOST, is_exact=is_exact)) if len(form) <= _LONGEST else frozenset()


def _korean(form: str, most: int, *, is_exact: bool) -> list[str]:
    """Give all the readings of a word as at most so many syllables."""
    if not form:
        return [""]
    found: list[str] = []
    for end in range(min(len(form), 6), 0, -1) if most else ():
        for syllable in _korean_syllable(form[:end])[: 1 if is_exact else None]:
            found += [syllable + rest for rest in _korean(form[end:], most - 1, is_exact=is_exact)]
    return found


@lru_cache(maxsize=8192)
def _korean_syllable(text: str) -> tuple[str, ...]:
    found = _KOREAN.fullmatch(text)
    if found is None:
        return ()
    first, glide, vowel, last = (part or "" for part in found.groups())
    vowels = _KOREAN_VOWELS[vowel].split()
    if glide == "w" and vowel in ("u", "oo"):
        glide = ""  # Daewoo
    return tuple(f"{_KOREAN_FIRST.get(first, '')}{glide}{each}{_KOREAN_LAST.get(last, '')}." for each in vowels)


_FIRSTS = "b p m f d t n l g k h j q x zh ch sh r z c s y w"
_FINALS = "a o e ai ei ao ou an en ang eng ong er i ia ie iao iu ian in iang ing iong u ua uo uai ui uan un uang ue"
# How Wade and Giles, and the press of Taiwan and Hong Kong before pinyin, write what pinyin begins and ends with.
_OTHER_FIRSTS = {
    "b": "p",
    "d": "t",
    "g": "k",
    "j": "ch",
    "q": "ch",
    "x": "hs sh s",
    "zh": "ch",
    "z": "ts tz",
    "c": "ts tz",
}
_OTHER_FIRSTS |= {"r": "j", "s": "ss sz", "y": "i"}
_OTHER_FINALS = {"ong": "ung", "ie": "ieh", "ian": "ien", "ue": "ueh", "ui": "uei", "uo": "o", "e": "o eh", "i": "ih u"}
_OTHER_FINALS |= {"iong": "iung", "er": "erh", "ou": "u", "an": "en"}
_ONLY_HERE = {
    "an": ("y",),
    "ou": ("y",),
    "i": ("zh", "ch", "sh", "r", "z", "c", "s"),
}  # finals changed after these only


_WITH_U = {"lyu": "lu.", "lv": "lu.", "lyue": "lue.", "nyu": "nu.", "nv": "nu."}  # how passports write Ü


@lru_cache(maxsize=1)
def _spellings() -> dict[str, frozenset[str]]:
    """Give the syllables of pinyin by each way that one may be spelled."""
    found: dict[str, set[str]] = {}
    for first, final in product(["", *_FIRSTS.split()], _FINALS.split()):
        others = _OTHER_FIRSTS.get(first, "").split()
        ends = [final]
        if first in _ONLY_HERE.get(final, (first,)):
            ends += _OTHER_FINALS.get(final, "").split()
        for spelled_first, end in product([first, *others], ends):
            found.setdefault(spelled_first + end, set()).add(f"{first}{final}.")
    for spelling, syllable in _WITH_U.items():
        found.setdefault(spelling, set()).add(syllable)
    return {spelling: frozenset(syllables) for spelling, syllables in found.items()}


@lru_cache(maxsize=16_384)
def chinese(form: str) -> frozenset[str]:
    """Give what a word may be in pinyin, syllable by syllable, by any of the ways that Mandarin is spelled.

    >>> bool(chinese("tsetung") & chinese("zedong")), bool(chinese("hsi") & chinese("xi"))
    (True, True)
    """
    return frozenset(_chinese(form, _MOST)) if len(form) <= _LONGEST else frozenset()


def _chinese(form: str, most: int) -> list[str]:
    if not form:
        return [""]
    found: list[str] = []
    for end in range(min(len(form), 6), 0, -1) if most else ():
        for syllable in _spellings().get(form[:end], ()):
            found += [syllable + rest for rest in _chinese(form[end:], most - 1)]
    return found


def is_pinyin(form: str) -> bool:
    """Be a word in pinyin: syllables that pinyin has."""
    return any(reading.replace(".", "") == form for reading in chinese(form))


@lru_cache(maxsize=65_536)
def may_be_syllables(form: str) -> bool:
    """Tell quickly whether a word may be Chinese or Korean syllables at all."""
    return len(form) <= _LONGEST and _SYLLABLES.fullmatch(form) is not None


_SYLLABLES = re.compile(
    "(?:(?:[bcdfghjklmnpqrstxyz]{1,3}|w)?[aeiouwy]{1,3}(?:h?(?:ng|ck|[bdgklmnprst])|r?h)?){1,3}"
)  # "erh" as well
