"""Names made comparable: folded, in Latin letters, in tokens."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

_APOSTROPHES = re.compile(r"[’'ʼ`´‘ʻʹʿʾ\"“”]")
_NOT_WORD = re.compile(r"[^0-9a-z]+")


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """Give a name in lower-case Latin letters and digits, one space between tokens.

    Accents go, other scripts are written in Latin letters (AnyAscii's tables), apostrophes close up.
    The empty string means that nothing readable was there.

    >>> fold("Komsomolsk-on-Amur  Aviation Plant")
    'komsomolsk on amur aviation plant'
    >>> fold("Владимир Путин")
    'vladimir putin'
    """
    if not name.isascii():
        name = anyascii(unicodedata.normalize("NFKC", name))
    return _NOT_WORD.sub(" ", _APOSTROPHES.sub("", name).lower()).strip()


def tokens_of(name: str) -> tuple[str, ...]:
    """Give a name's folded tokens, in their order.

    >>> tokens_of("KIM, Jong Un")
    ('kim', 'jong', 'un')
    """
    return tuple(fold(name).split())
