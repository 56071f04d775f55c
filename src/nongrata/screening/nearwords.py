"""The listed words that a word may stand for, and the names that hold them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from nongrata.names.alike import alike
from nongrata.names.keys import Keys, bones_of, initial_key, key_of, other_keys, slips_of, spelling_keys_of
from nongrata.names.keys_joined import joined_keys_of
from nongrata.names.record import Token
from nongrata.screening.postings import NameTable, Numbers, distinct

MOST_NEAR = 20_000  # words whose near ones are kept; a thousand new ones take about a second
MOST_COMPARED = 600  # listed words that one is compared with
Shares = NDArray[np.float32]
_NONE: Numbers = np.zeros(0, dtype=np.uint32)


@dataclass(frozen=True, slots=True)
class Near:
    """Listed words like one word, how like, and in how many readings they stand."""

    words: Numbers  # sorted
    scores: Shares  # of each
    telling: list[int]  # those of them that are no mere initials
    held: int  # readings that hold one of these, some counted twice
    joined: Numbers  # readings that may write the word as several
    gathered: list[Numbers] = field(default_factory=list)  # the readings, once they are asked for

    def readings(self, table: NameTable) -> Numbers:
        """Give the readings that hold one of the words, each once."""
        if not self.gathered:
            found = [table.readings_with(word) for word in self.telling]
            self.gathered.append(distinct(np.concatenate(found)) if found else _NONE)
        return self.gathered[0]


def near_words(table: NameTable, token: Token) -> Near:
    """Give the listed words that a word may stand for. What was looked up is kept, within bounds."""
    found = table.near.get(token)
    if found is None:
        if len(table.near) >= MOST_NEAR:
            table.near.clear()
        found = table.near[token] = _near_words(table, token)
    return found


def _near_words(table: NameTable, token: Token) -> Near:
    words, scores, telling = [], [], []
    for place in _candidates(table, token):
        word = table.words[place]
        score = alike(token, word).score
        if score > 0.0:
            words.append(place)
            scores.append(score)
            if len(word.form) > 1 or len(token.form) == 1:
                telling.append(place)
    return Near(
        words=np.array(words, dtype=np.uint32),
        scores=np.array(scores, dtype=np.float32),
        telling=telling,
        held=sum(len(table.readings_with(word)) for word in telling),
        joined=table.by_joined(_as_keys(joined_keys_of(token.form))),
    )


def _candidates(table: NameTable, token: Token) -> list[int]:
    """Give listed words that share a key with this one: those of like spelling, then those of like sound or meaning."""
    spelt = table.by_key(spelling_keys_of(token.form)).tolist()
    forms = {word: table.words[word].form for word in spelt}
    slips = slips_of(token.form)
    near = process.extract(token.form, forms, scorer=OSA.distance, score_cutoff=slips, limit=MOST_COMPARED)
    others = table.by_key(_as_keys((*other_keys(token), initial_key(token.form[:1]))))
    return sorted({word for _form, _slips, word in near}.union(others.tolist()))


def readings_of_run(table: NameTable, run: str) -> list[Numbers]:
    """Give the readings with a word that may be these neighbouring words written as one."""
    words = table.by_key(_as_keys(key_of("sound", bones) for bones in bones_of(run))).tolist()
    return [table.readings_with(word) for word in words if table.words[word].form[0] == run[0]]


def _as_keys(keys: Iterable[int]) -> Keys:
    return np.array(sorted(keys), dtype=np.uint32)
