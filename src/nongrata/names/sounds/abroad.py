"""Chinese and Korean syllables in letters of their neighbours: Чэнь Цюаньго is Chen Quanguo, and 리커창 Li Keqiang."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from nongrata.names.sounds.east import korean
from nongrata.names.tables import tables

_MOST = 3  # syllables of a word
_LONGEST = 6  # letters of a syllable
_SOFT = ("и", "я", "е", "ю")  # how finals begin before which цз, ц and с are j, q and x
_SOFTENED = {"z": "j", "c": "q", "s": "x"}
_SILENT = "\u110b"  # the ㅇ that a syllable of Korean without a consonant begins with
_FIRSTS = dict(
    zip(
        "ㄱㄴㄷㄹㅁㅂㅅㅆㅈㅉㅊㅋㅌㅍㅎ",
        "\u1100\u1102\u1103\u1105\u1106\u1107\u1109\u110a\u110c\u110d\u110e\u110f\u1110\u1111\u1112",
        strict=True,
    )
)
_WITHOUT_Y = str.maketrans("\u1163\u1168\u1172\u1167", "\u1161\u1166\u116e\u1165")  # ㅑ ㅖ ㅠ ㅕ behind ㅈ, ㅉ and ㅊ
_LONGEST_KOREAN = 5  # letters of a Korean syllable
_KOREAN = {"чж": "j", "дж": "j", "ч": "ch", "х": "h", "ы": "eu", "ё": "yo", "е": "e", "э": "e", "ю": "yu", "я": "ya"}
_KOREAN |= {"ль": "l", "в": "w", "й": "i"}
_PLAIN = str.maketrans("абгдзиклмнопрсту", "abgdziklmnoprstu")


def is_cyrillic(native: str) -> bool:
    """Be a word in letters of Cyrillic."""
    return "\u0400" <= native[:1] <= "\u052f"


def chinese_abroad(native: str) -> frozenset[str]:
    """Give what a word may be in pinyin, syllable by syllable; nothing where it is in neither of the scripts.

    >>> "quan.guo." in chinese_abroad("цюаньго"), sorted(chinese_abroad("сечин"))
    (True, ['xie.ching.'])
    >>> "ke.qiang." in chinese_abroad("커창"), chinese_abroad("keqiang")
    (True, frozenset())
    """
    script = "Cyrillic" if is_cyrillic(native) else "Hangul" if "\uac00" <= native[:1] <= "\ud7a3" else None
    return frozenset() if script is None else _chinese_in(native, script)


@lru_cache(maxsize=16_384)
def _chinese_in(native: str, script: str) -> frozenset[str]:
    return frozenset(_parsed(native, script, _MOST)) if len(native) <= _MOST * _LONGEST else frozenset()


def _parsed(native: str, script: str, most: int) -> list[str]:
    if not native:
        return [""]
    found: list[str] = []
    for end in range(1, min(len(native), _LONGEST) + 1) if most else ():
        for syllable in _syllables(script).get(native[:end], ()):
            found += [syllable + rest for rest in _parsed(native[end:], script, most - 1)]
    return found


@lru_cache(maxsize=2)
def _syllables(script: str) -> dict[str, frozenset[str]]:
    """Give the syllables of pinyin by their spelling in a script."""
    found: dict[str, set[str]] = {}
    for native, form in _spelled(script):
        found.setdefault(native, set()).add(f"{form}.")
    return {native: frozenset(forms) for native, forms in found.items()}


def _spelled(script: str) -> Iterator[tuple[str, str]]:
    firsts, finals, alone = tables().pinyin_in[script]
    yield from alone.items()
    joined = _in_cyrillic if script == "Cyrillic" else _in_hangul
    for first, sounds in firsts.items():
        for final, ends in finals.items():
            for sound in sounds.split("/"):
                native, begin = joined(first, final, sound)
                yield from ((native, f"{begin}{end}") for end in ends.split("/"))


def _in_cyrillic(first: str, final: str, sound: str) -> tuple[str, str]:
    return first + final, _SOFTENED.get(sound, sound) if final.startswith(_SOFT) else sound


def _in_hangul(first: str, final: str, sound: str) -> tuple[str, str]:
    letters = unicodedata.normalize("NFD", final).replace(_SILENT, _FIRSTS[first], 1)
    if first in "ㅈㅉㅊ":
        letters = letters[:2].translate(_WITHOUT_Y) + letters[2:]
    return unicodedata.normalize("NFC", letters), sound


@lru_cache(maxsize=16_384)
def korean_in_cyrillic(native: str) -> frozenset[str]:
    """Give what one syllable of Korean a word may be; Russian papers write names apart, and N for NG.

    >>> bool(korean_in_cyrillic("чжон") & korean("jong")), bool(korean_in_cyrillic("роман"))
    (True, False)
    """
    if len(native) > _LONGEST_KOREAN:
        return frozenset()
    form = native
    for cyrillic, latin in _KOREAN.items():
        form = form.replace(cyrillic, latin)
    found = [each for each in korean(form.translate(_PLAIN)) if each.count(".") == 1]
    return frozenset([*found, *(f"{each[:-2]}G." for each in found if each.endswith("n."))])
