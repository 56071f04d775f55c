"""Korean names whose syllables differ: Kim Jong Il is not Kim Yong Il, though one letter alone tells them apart."""

from __future__ import annotations

from functools import lru_cache

from nongrata.names.comparing.align import Alignment
from nongrata.names.ready import Ready
from nongrata.names.sounds.east import korean
from nongrata.names.surnames import korean_surnames

_WORDS = 3  # a family name and two syllables


def is_another_syllable(found: Alignment) -> bool:
    """Have two Korean names, family name and two syllables each, of which a pair is no spelling of one syllable.

    By any of the ways that Korean is spelled: "Chong" is "Jong", "Tong" is "Dong", and "Ryong" is "Yong" in the South.
    """
    if len(found.query.tokens) != _WORDS or len(found.listed.tokens) != _WORDS or len(found.pairs) != _WORDS:
        return False
    if all(pair.score == 1.0 for pair in found.pairs) or not (_is_korean(found.query) and _is_korean(found.listed)):
        return False
    return any(
        pair.score < 1.0 and not _is_one(found.query.forms[pair.query[0]], found.listed.forms[pair.listed[0]])
        for pair in found.pairs
    )


def _is_korean(name: Ready) -> bool:
    """Be a Korean family name, at either end, and syllables."""
    forms = name.forms
    return any(form in korean_surnames() for form in (forms[0], forms[-1])) and all(_syllables(form) for form in forms)


def _is_one(left: str, right: str) -> bool:
    shared = korean_surnames().get(left, frozenset()) & korean_surnames().get(right, frozenset())  # Lee, Ri, Yi
    return bool(shared) or not _syllables(left).isdisjoint(_syllables(right))


@lru_cache(maxsize=8192)
def _syllables(form: str) -> frozenset[str]:
    """Give what one syllable a word may be; R and N fall silent before Y and I in the South."""
    found = {each for each in korean(form) if each.count(".") == 1}
    return frozenset(found | {each[1:] for each in found if each[0] in "rn" and each[1] in "yi"})
