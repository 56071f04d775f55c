"""Which folded words are ordinary, and how telling others are."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from nongrata.mentions.names.bodies import BODIES
from nongrata.names.ordinary import ORDINARY_WORDS
from nongrata.names.tables import tables
from nongrata.names.telling import CITIES, telling
from nongrata.triage.bones import folded
from nongrata.values import fold
from nongrata.values.countries import country_named, country_words

KNOWN: frozenset[str] = frozenset(map(fold, BODIES))  # bodies that the news names every day
ORDINARY: frozenset[str] = frozenset(
    form for word in country_words() for part in word.split() if (form := folded(part))
) | (ORDINARY_WORDS - KNOWN)
# What may stand before a name and be none of it: "Mr Putin", "Ayatollah Khamenei".
TITLES: frozenset[str] = ORDINARY | frozenset(tables().titles) | frozenset(tables().first_titles)


def weight_of(words: Iterable[str]) -> float:
    """Say how telling words are together."""
    return sum(map(word_weight, words))


@lru_cache(maxsize=100_000)
def word_weight(word: str) -> float:
    """Weigh a folded word, 0 to 1, by how few parties bear it and how rare it is elsewhere.

    >>> word_weight("deripaska") > 0.9 > 0.4 > word_weight("bank"), word_weight("44")
    (True, 0.1)
    """
    if word.isdigit():
        return 0.1
    weight = telling(word)
    if word in ORDINARY or word in CITIES or country_named(word):
        weight = min(weight, 0.3)
    return min(weight, 0.6) if len(word) <= 3 and word.isascii() else weight
