"""Words that no two spellings of one name are, though their consonants may sound alike."""

from __future__ import annotations

import re

_HISS = re.compile("tsch|tch|cz|cs|ch|tz|ts|dz|sz|zh|sh|z|s|c(?=[eiy])|j")
_CH, _Z = frozenset(("tsch", "tch", "ch", "cz")), frozenset(("z", "dz"))
_PLAIN_S = re.compile("s(?!h|z|j|ch)")
_J = re.compile("d?(?:j|zh)")
_BREATH_FIRST, _BREATH_BEHIND = re.compile("h[aeiouy]"), re.compile("[aeiou]h[^aeiouyh]")


def is_hissed_apart(left: str, right: str) -> bool:
    """Tell a word with a plain S from one with a J, or a CH from a plain Z: Song, Jong; Sechin, Zyuzin.

    No two spellings of one name differ so.
    """
    ours, theirs = _HISS.findall(left), _HISS.findall(right)
    if len(ours) == len(theirs) and any(
        {one, other} & _CH and {one, other} & _Z for one, other in zip(ours, theirs, strict=True)
    ):
        return True
    if left[0] != "s":
        left, right = right, left
    return left[0] == "s" and _PLAIN_S.match(left) is not None and _J.match(right) is not None


def is_breathed_apart(left: str, right: str) -> bool:
    """Tell a word that begins with an H from one that has it behind its first vowel: Hamid, Ahmed; Hassan, Ihsan.

    >>> is_breathed_apart("hamid", "ahmed"), is_breathed_apart("hamid", "amid"), is_breathed_apart("ahmet", "akhmet")
    (True, False, False)
    """
    return any(
        _BREATH_FIRST.match(one) and _BREATH_BEHIND.match(other) for one, other in ((left, right), (right, left))
    )
