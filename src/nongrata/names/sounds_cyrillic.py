"""Chinese and Korean syllables in Cyrillic letters, as Russian papers write them: Чэнь Цюаньго is Chen Quanguo."""

from __future__ import annotations

from functools import lru_cache

from nongrata.names.sounds_east import korean
from nongrata.names.tables import tables

_MOST = 3  # syllables of a word
_LONGEST = 6  # letters of a syllable
_SOFT = ("и", "я", "е", "ю")  # how finals begin before which цз, ц and с are j, q and x
_SOFTENED = {"z": "j", "c": "q", "s": "x"}
_LONGEST_KOREAN = 5  # letters of a Korean syllable
_KOREAN = (("чж", "j"), ("дж", "j"), ("ч", "ch"), ("х", "h"), ("ы", "eu"), ("ё", "yo"), ("е", "e"), ("э", "e"))
_KOREAN += (("ю", "yu"), ("я", "ya"), ("ль", "l"), ("в", "w"), ("й", "i"))
_PLAIN = str.maketrans("абгдзиклмнопрсту", "abgdziklmnoprstu")


def is_cyrillic(native: str) -> bool:
    """Be a word in letters of Cyrillic."""
    return "\u0400" <= native[:1] <= "\u052f"


@lru_cache(maxsize=16_384)
def chinese_in_cyrillic(native: str) -> frozenset[str]:
    """Give what a word may be in pinyin, syllable by syllable, by the rules of Palladius.

    >>> sorted(chinese_in_cyrillic("цюаньго")), sorted(chinese_in_cyrillic("сечин"))
    (['quan.guo.'], ['xie.ching.'])
    """
    return frozenset(_chinese(native, _MOST)) if len(native) <= _MOST * _LONGEST else frozenset()


def _chinese(native: str, most: int) -> list[str]:
    if not native:
        return [""]
    found: list[str] = []
    for end in range(1, min(len(native), _LONGEST) + 1) if most else ():
        for syllable in _syllables().get(native[:end], ()):
            found += [syllable + rest for rest in _chinese(native[end:], most - 1)]
    return found


@lru_cache(maxsize=1)
def _syllables() -> dict[str, frozenset[str]]:
    """Give the syllables of pinyin by their spelling in Cyrillic."""
    firsts, finals, alone = tables().palladius
    found: dict[str, set[str]] = {native: {f"{form}."} for native, form in alone.items()}
    for first, sound in firsts.items():
        for final, ends in finals.items():
            begin = _SOFTENED.get(sound, sound) if final.startswith(_SOFT) else sound
            found.setdefault(first + final, set()).update([f"{begin}{end}." for end in ends.split("/")])
    return {native: frozenset(forms) for native, forms in found.items()}


@lru_cache(maxsize=16_384)
def korean_in_cyrillic(native: str) -> frozenset[str]:
    """Give what one syllable of Korean a word may be; Russian papers write names apart, and N for NG.

    >>> bool(korean_in_cyrillic("чжон") & korean("jong")), bool(korean_in_cyrillic("роман"))
    (True, False)
    """
    if len(native) > _LONGEST_KOREAN:
        return frozenset()
    form = native
    for cyrillic, latin in _KOREAN:
        form = form.replace(cyrillic, latin)
    found = [each for each in korean(form.translate(_PLAIN)) if each.count(".") == 1]
    return frozenset([*found, *(f"{each[:-2]}G." for each in found if each.endswith("n."))])
