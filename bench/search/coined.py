"""Words that a longer list has and the real ones have not, as many as a real list gains while it grows.

A list made of the words of the real ones alone has no new word, however long: each of its words is borne by ten times
as many where it is ten times as long, and ten times as many names are like any other. Real lists are not so. Half of
the parties of the official lists have two thirds of all words (Heaps' law: the words grow with a power of the names,
some .7); of a longer list the frequent words are borne by more, and most others are new and borne by few.
So of a list that is made longer, words are replaced by coined ones, the rare sooner than the frequent: by the
Pitman-Yor process, which follows that law, a word borne by c names is borne by (c - d) T + d in a list T times as long,
where d is the power. Coined words are made of two rare ones of the same kind of name, the beginning of the one and the
end of the other, so that they look and sound like names, and have as many others near them as those have.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from math import log2

Pool = Sequence[tuple[str, str]]  # names, each behind its kind of party
BLOCK = 50  # names of the pool, which stand party by party, that are taken or left together
RARE = 2  # names that bear a rare word at most


class Coined:
    """Replaces words of names by new ones, as often as in a list so many times as long as the pool."""

    def __init__(self, pool: Pool, times: float) -> None:
        self._pool, self._times = pool, times
        words = [(schema, word.lower()) for schema, text in pool for word in text.split()]
        self._counts = Counter(words)
        self._rare: dict[str, list[str]] = {}
        for (schema, word), count in self._counts.items():
            if count <= RARE and word.isalpha():
                self._rare.setdefault(schema, []).append(word)

    @cached_property
    def power(self) -> float:
        """With which the words grow as the names do: from half of the pool to all of it."""
        half = [row for at, row in enumerate(self._pool) if at // BLOCK % 2 == 0]
        return log2(len(self._counts) / len({(schema, word.lower()) for schema, text in half for word in text.split()}))

    @cached_property
    def many(self) -> int:
        """How many words there are to be coined for each kind of name."""
        gained = len(self._counts) * (self._times**self.power - 1) / len(self._rare)
        return max(1, int(gained))

    def __call__(self, schema: str, word: str, chance: random.Random) -> str:
        """Give a word, or in its stead a coined one."""
        if (
            self._times <= 1
            or chance.random() >= self.power * (1 - 1 / self._times) / self._counts[schema, word.lower()]
        ):
            return word
        return self._coined(schema, int(chance.random() ** 2 * self.many))

    def _coined(self, schema: str, number: int) -> str:
        chance = random.Random(number)
        first, second = chance.choice(self._rare[schema]), chance.choice(self._rare[schema])
        return (first[: max(2, len(first) // 2)] + second[len(second) // 2 :]).capitalize()
