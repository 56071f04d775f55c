"""English words, of which the commonest make no name telling: "Transatlantic Partners" may be anybody's."""

from __future__ import annotations

import json
from importlib import resources

_PACKED = json.loads(resources.files("nongrata.names").joinpath("ordinary.json").read_text("utf-8"))
ORDINARY_WORDS: frozenset[str] = frozenset(_PACKED["words"].split())
_RARER: frozenset[str] = frozenset(_PACKED["rarer"].split())
_PREFIXES = ("trans", "inter", "multi", "euro", "super", "over", "under", "non", "pan")


def is_ordinary(word: str) -> bool:
    """Be a folded word of everyday English, or one made of such a word and a prefix.

    >>> is_ordinary("partners"), is_ordinary("transatlantic"), is_ordinary("sovcomflot")
    (True, True, False)
    """
    return word in ORDINARY_WORDS or any(
        word.startswith(prefix) and word.removeprefix(prefix) in ORDINARY_WORDS for prefix in _PREFIXES
    )


def is_english(word: str) -> bool:
    """Be a folded word of English at all, a rare one too: nobody coined it.

    >>> is_english("typhoon"), is_english("sovcomflot")
    (True, False)
    """
    return word in _RARER or is_ordinary(word)
