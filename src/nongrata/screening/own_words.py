"""Words that are one party's own: of no language's daily use, of no census, on no map."""

from __future__ import annotations

from nongrata.names.ordinary import is_english
from nongrata.names.telling import CITIES
from nongrata.names.telling import telling as telling_of
from nongrata.screening.context.names import is_common_name

COINED = 5  # letters of a word that is a party's own


def is_coined(word: str) -> bool:
    """Be a word of no language's daily use, of no census and no map, that few parties have.

    >>> is_coined("triliance"), is_coined("falcon"), is_coined("minsk")
    (True, False, False)
    """
    return len(word) >= COINED and not is_anybodys(word) and word not in CITIES and telling_of(word) >= 1.0


def is_anybodys(word: str) -> bool:
    """Be an English word, or a name that many people have."""
    return is_english(word) or is_common_name([word])
