"""How like words of a page are to those of a listed name."""

from __future__ import annotations

from rapidfuzz.fuzz import ratio

from nongrata.triage.patterns import ORDINARY

_SHORTEST_KANA = 3  # letters of kana that may be any other word
ALIKE, ALIKE_WORD = 80.0, 75.0  # of 100: how like the words must be together, and each


def likeness(said: tuple[str, ...], words: tuple[str, ...]) -> float:
    """Say how like the words are, 0 to 100, each beside its nearest; 0 where one of them is like none.

    >>> likeness(("vladimir", "poutine"), ("putin", "vladimir")) > ALIKE, likeness(("war", "star"), ("war", "stara"))
    (True, 0.0)
    """
    if any(len(word) == 1 for word in words):  # letters of a name without spaces
        return 100.0 * (said == words and (len(words) > _SHORTEST_KANA or words[0] > "\u30ff"))
    total = 0.0
    for word in words:
        nearest = max(_alike(word, other) for other in said)
        if nearest < ALIKE_WORD:
            return 0.0
        total += nearest
    return total / len(words)


def _alike(word: str, said: str) -> float:
    """An ordinary or very short word is like itself alone."""
    if word == said:
        return 100.0
    return 0.0 if said in ORDINARY or min(len(word), len(said)) < 4 else ratio(word, said)
