"""Which words of a name may be like which of a listed one, by what was looked up before: most need no comparing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapidfuzz.distance import OSA

from nongrata.names.comparing.align import MayBe
from nongrata.names.ready import Ready
from nongrata.names.record import Token
from nongrata.screening.candidates.nearwords import Near, is_initial, near_words
from nongrata.screening.candidates.postings import NameTable

_LONGEST, _LONG, _SLIPS = 10, 7, 3  # letters of words, and of shorter ones, that may differ by more than keys tell


class LikeWords:
    """A name's words with the listed ones like them."""

    __slots__ = ("_name", "_near")

    def __init__(self, table: NameTable, name: Ready, near: Mapping[Token, Near]) -> None:
        self._name = name
        rest = [token for token in dict.fromkeys(name.tokens) if token not in near]  # legal forms, titles, particles
        every = {**near, **dict(zip(rest, near_words(table, rest), strict=True))}
        self._near = [None if _is_open(token) else every[token].all_words() for token in name.tokens]

    def beside(self, words: Sequence[int], listed: Ready) -> MayBe:
        """Give what says whether a word of the name could be like one of a reading of these words; False is certain."""
        near, forms = self._near, self._name.forms

        def may_be(i: int, j: int) -> bool:
            known = near[i]
            if known is None or words[j] in known:
                return True
            return _is_open(listed.tokens[j]) or _may_have_slips(forms[i], listed.forms[j])

        return may_be


def _is_open(token: Token) -> bool:
    """Be a word that may be like others that share no key with it."""
    return is_initial(token) or not token.native.isascii()


def _may_have_slips(one: str, other: str) -> bool:
    shorter, longer = sorted((len(one), len(other)))
    is_long = shorter >= _LONG and longer >= _LONGEST and longer - shorter <= _SLIPS
    return is_long and OSA.distance(one, other, score_cutoff=_SLIPS) <= _SLIPS
