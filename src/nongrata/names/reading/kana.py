"""Japanese syllables in Latin letters, as foreign names use them: フ is fu, ファ fa, ティ ti."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
# What syllables are said like where Unicode's names of the letters, which are a table, have another consonant.
_SAID = {"si": "shi", "ti": "chi", "tu": "tsu", "hu": "fu", "zi": "ji", "di": "ji", "du": "zu", "wo": "o"}
_SMALL_Y = frozenset(("ya", "yu", "yo"))
# Syllables before a small vowel, by their consonant alone: ファ, ヴィ, ティ, チェ, ジェ, ツァ, ウィ, クォ.
_BARE = {"fu": "f", "vu": "v", "te": "t", "de": "d", "shi": "sh", "chi": "ch", "ji": "j", "tsu": "ts", "u": "w"}
_BARE |= {"ku": "kw", "gu": "gw", "to": "t", "do": "d", "i": "y"}


def has_kana(word: str) -> bool:
    """Tell whether a word has Japanese syllables.

    >>> has_kana("プーチン"), has_kana("習")
    (True, False)
    """
    return _KANA.search(word) is not None


@lru_cache(maxsize=16_384)
def kana(word: str) -> str:
    """Give the sounds of a word in Japanese syllables; other letters stay, long vowels are not told.

    >>> kana("メドベージェフ"), kana("バッシャール"), kana("ヴォロディン")
    ('medobejefu', 'bassharu', 'vorodin')
    """
    found: list[str] = []
    is_doubled = False
    for letter in unicodedata.normalize("NFKC", word):
        kind, sound = _read(letter)
        if kind == "small" and sound == "tu":
            is_doubled = True
            continue
        if kind == "small" and found and (joined := _joined(found[-1], sound)) is not None:
            found[-1] = joined
            continue
        found.append(_twice(sound) if is_doubled else sound)
        is_doubled = False
    return "".join(found)


def _read(letter: str) -> tuple[str, str]:
    """Give the sound of a letter, and whether it is a small one."""
    if letter == "ー":
        return "large", ""
    name = unicodedata.name(letter, "")
    kind, _letter, sound = name.partition("ANA LETTER ")
    if not sound or not kind.startswith(("KATAK", "HIRAG")):
        return "other", letter
    if sound.startswith("SMALL "):
        return "small", sound.removeprefix("SMALL ").lower()
    sound = sound.lower()
    return "large", _SAID.get(sound, sound)


def _joined(before: str, small: str) -> str | None:
    """Give a syllable with the small one after it: shi and ya are sha, fu and a fa."""
    if small in _SMALL_Y and before.endswith("i"):
        consonant = before[:-1]
        return consonant + (small[1:] if consonant.endswith(("sh", "ch", "j")) else small)
    if small in _SMALL_Y:
        return before[:-1] + small[-1]
    return f"{_BARE[before]}{small}" if before in _BARE else None


def _twice(sound: str) -> str:
    """Give a syllable with its consonant said twice, which is written T before CH."""
    if sound.startswith("ch"):
        return f"t{sound}"
    return sound if sound[:1] in tuple("aeiou") else f"{sound[:1]}{sound}"
