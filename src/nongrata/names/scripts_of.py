"""Which script a text is written in."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

_LETTER = re.compile("[A-Za-z]")


def script_of(text: str) -> str | None:
    """Give the script that most letters of a text are of, by Unicode's names of them; None for a text without letters.

    >>> script_of("Иван ПЕТРОВ"), script_of("習近平"), script_of("김정은"), script_of("4X-1")
    ('Cyrillic', 'Han', 'Hangul', 'Latin')
    """
    if text.isascii():
        return "Latin" if _LETTER.search(text) else None
    found = Counter([script for letter in text if (script := _script(letter)) is not None])
    return found.most_common(1)[0][0] if found else None


@lru_cache(maxsize=8192)
def _script(letter: str) -> str | None:
    if not letter.isalpha():
        return None
    words = unicodedata.name(letter, "").split("-")[0].split()
    word = next((word for word in words if word not in _WIDTHS), None)
    return "Han" if word in ("CJK", "IDEOGRAPHIC") else word.capitalize() if word else None


_WIDTHS = frozenset(("FULLWIDTH", "HALFWIDTH", "MODIFIER", "LETTER", "MATHEMATICAL"))
