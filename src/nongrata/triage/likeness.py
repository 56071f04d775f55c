"""How like words of a page are to those of a listed name."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from nongrata.triage.telling import ORDINARY

_SHORTEST_KANA = 3  # letters of kana that may be any other word
_SPELLED = {
    **dict.fromkeys(("tsch", "tch", "cz", "ch"), "c"),
    **dict.fromkeys(("sch", "sh", "sz"), "s"),
    **{"zh": "z", "kh": "h", "gh": "g", "ph": "f", "ou": "u", "oo": "u", "ie": "e", "ye": "e", "je": "e"},
    **{"w": "v", "j": "i", "y": "i", "iy": "i", "ij": "i", "ii": "i", "x": "ks"},
}
_WAYS = re.compile("|".join(sorted(_SPELLED, key=len, reverse=True)))
_VOWELS, _TWICE = str.maketrans("eo", "au"), re.compile(r"(.)\1")
ALIKE, ALIKE_WORD = 80.0, 75.0  # of 100: how like the words must be together, and each


def likeness(said: tuple[str, ...], words: tuple[str, ...], *, abroad: bool = False) -> float:
    """Say how like the words are, 0 to 100, each beside its nearest; 0 where one of either is like none.

    `abroad`: they may be spelled by the rules of another language than English.

    >>> likeness(("vladimir", "poutine"), ("putin", "vladimir")) > ALIKE, likeness(("war", "star"), ("war", "stara"))
    (True, 0.0)
    >>> likeness(("chung", "yong"), ("yong", "jong"))  # one of them for both
    0.0
    """
    if any(len(word) == 1 for word in words):  # letters of a name without spaces
        return 100.0 * (said == words and (len(words) > _SHORTEST_KANA or words[0] > "\u30ff"))
    alike = (_alike_abroad if len(words) > 1 else _alike_alone) if abroad else _alike
    total = 0.0
    for word in words:
        nearest = max([alike(word, other) for other in said])
        if nearest < ALIKE_WORD:
            return 0.0
        total += nearest
    if len(said) > 1 and any(max([alike(word, other) for word in words]) < ALIKE_WORD for other in said):
        return 0.0
    return total / len(words)


def likeness_own(said: tuple[str, ...], words: tuple[str, ...]) -> float:
    """Say likewise for words read by another language's own ways; a word alone is like itself alone.

    >>> likeness_own(("mikhail", "sharikov"), ("zharikov", "mikhail")) > ALIKE, likeness_own(("gazprom",), ("gazprom",))
    (True, 100.0)
    >>> likeness_own(("tekhnologie",), ("tekhnologiya",))
    0.0
    """
    return likeness(said, words, abroad=True) if len(words) > 1 or said == words else 0.0


def _alike(word: str, said: str) -> float:
    """An ordinary or very short word is like itself alone."""
    if word == said:
        return 100.0
    return 0.0 if said in ORDINARY or min(len(word), len(said)) < 4 else ratio(word, said)


def _alike_alone(word: str, said: str) -> float:
    found = _alike(word, said)
    return found and max(found, ratio(_plain(word), _plain(said)))


def _alike_abroad(word: str, said: str) -> float:
    """Words whose consonants are the same: beside another word, their vowels tell little."""
    found = _alike(word, said)
    return found and max(found, ratio(*(_plain(each).translate(_VOWELS) for each in (word, said))))


@lru_cache(maxsize=100_000)
def _plain(word: str) -> str:
    """Give a word without the ways in which languages spell one sound.

    >>> _plain("miedwiediew") == _plain("medvedev"), _plain("setchin") == _plain("sechin"), _plain("essad")
    (True, True, 'esad')
    """
    return _TWICE.sub(r"\1", _WAYS.sub(lambda found: _SPELLED[found[0]], word))
