"""Given names of two syllables, written as two words by one way of spelling and as one by another: Tse-min, Zemin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nongrata.names.comparing.alike_sounds import are_syllables
from nongrata.names.sounds.east import chinese, is_pinyin, korean, may_be_syllables
from nongrata.names.surnames import korean_surnames

_PINYIN_ALONE = re.compile(
    "zh|x|q|b|d|g|z|c(?!h)"
)  # how no word begins in the ways of Wade and Giles or of Taiwan's press
_TWO = 2


def is_spelled_apart(whole: str, run: str, name: Sequence[str]) -> bool:
    """Tell whether a word is a run of a name's words, syllable by syllable, as Chinese or Korean is spelled.

    Where the run and the name around it are pinyin too, other letters are another name.

    >>> is_spelled_apart("zemin", "tsemin", ("chiang", "tse", "min"))
    True
    >>> is_spelled_apart("mingzhe", "mingche", ("zhang", "ming", "che"))
    False
    """
    if not may_be_syllables(run):
        return False
    if len(run) >= len(whole) and are_syllables(run, whole):
        return not is_pinyin(run) or not any(map(_PINYIN_ALONE.match, name))
    shared = korean(run) & korean(whole) if not korean_surnames().keys().isdisjoint(name) else frozenset()
    return any(syllables.count(".") == _TWO for syllables in shared)


def pinyin_of(run: str) -> list[str]:
    """Give what two Chinese syllables may be in pinyin, if they are spelled by an older way.

    >>> "zemin" in pinyin_of("tsemin"), "lijian" in pinyin_of("lichien"), pinyin_of("johnsmith")
    (True, True, [])
    """
    if not may_be_syllables(run):
        return []
    found = {syllables.replace(".", "") for syllables in chinese(run) if syllables.count(".") == _TWO}
    return sorted(found - {run})
