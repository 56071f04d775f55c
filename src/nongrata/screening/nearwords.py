"""The listed words that a word may stand for, and the names that hold them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from nongrata.names.record import Token
from nongrata.screening.alikewords import alike_words
from nongrata.screening.joinedwords import Several, written_as_several
from nongrata.screening.lookup import Numbers, gathered
from nongrata.screening.postings import KINDS, NameTable, Shares
from nongrata.screening.wordbounds import SAME

MOST_KEPT = 20_000  # words whose near ones are kept
MOST_GATHERED = 8_000_000  # readings of those that are kept with them, of eight bytes each
BODIES = len(KINDS)  # asks for readings of any kind but persons
STEPS, BELOW_READING = 255, 14  # of likeness; the bits below a reading: its likeness, and six for a word of the name
INITIAL = 0.75  # the most that names/alike.py gives for an initial
OTHER_INITIALS = str.maketrans(
    {"e": "ey", "y": "yeij", "i": "iyj", "j": "jyzg", "c": "ckts", "k": "kcq", "v": "vw", "w": "wv"}
)
_NONE: Numbers = np.zeros(0, dtype=np.uint32)
_NOT_SEVERAL = Several(_NONE, _NONE)
_Alike = tuple[Numbers, Shares]


def is_of_kind(kinds: NDArray[np.uint8], asked: int | NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Say of each kind of reading whether it is asked for, by its place in KINDS, or as one of `BODIES`."""
    is_asked: NDArray[np.bool_] = np.where(np.asarray(asked) == BODIES, kinds > 0, kinds == asked)
    return is_asked


@dataclass(frozen=True, slots=True)
class Near:
    """Listed words like one word, how like at most, and in how many readings they stand."""

    words: Numbers  # initials stand last, where they may stand twice
    scores: Shares  # of each
    telling: Numbers  # those of them that are no mere initials
    held: int  # readings that hold one of these, some counted twice
    several: Several  # readings that may write the word as several
    gathered: dict[int, NDArray[np.uint64]] = field(
        default_factory=dict
    )  # the readings by their kinds, once they are asked for
    known: set[int] = field(default_factory=set)  # the words, once they are asked for

    def readings(self, table: NameTable, kind: int) -> NDArray[np.uint64]:
        """Give the readings of a kind, or of all bodies, that hold one of the words, each once.

        Each stands above `BELOW_READING` bits, of which the lowest tell in steps how like the likest of its words is.
        """
        if kind not in self.gathered:
            words = self.telling.astype(np.intp)
            at, found = gathered(table.postings, table.posting_ends, words, np.arange(len(words)))
            steps = np.ceil(self.scores[: len(words)] * STEPS).astype(np.uint64)
            is_asked = is_of_kind(table.kinds[found], kind)
            both = np.sort(found[is_asked].astype(np.uint64) << np.uint64(BELOW_READING) | steps[at[is_asked]])
            places = both >> np.uint64(BELOW_READING)
            self.gathered[kind] = both[np.append(places[1:] != places[:-1], True)] if len(both) else both
            table.gathered[0] += len(self.gathered[kind])
        return self.gathered[kind]

    def with_more(self, words: Sequence[int]) -> Near:
        """Give the same with these words as well, which are like it."""
        if not words:
            return self
        more = np.array(words, dtype=np.uint32)
        scores = np.append(self.scores, np.full(len(more), SAME, dtype=np.float32))
        return replace(self, words=np.append(self.words, more), scores=scores, gathered={}, known=set())

    def all_words(self) -> set[int]:
        """Give the words as a set."""
        if not self.known:
            self.known.update(self.words.tolist())
        return self.known


def near_words(table: NameTable, tokens: Sequence[Token]) -> list[Near]:
    """Give for each word the listed ones that it may stand for. What was looked up is kept, within bounds."""
    known = table.near
    found = {token: known[token] for token in tokens if token in known}
    if missing := [token for token in dict.fromkeys(tokens) if token not in found]:
        made = dict(zip(missing, _near_words(table, missing), strict=True))
        if len(known) + len(made) > MOST_KEPT or table.gathered[0] > MOST_GATHERED:
            known.clear()
            table.gathered[0] = 0
        known.update(made)
        found |= made
    return [found[token] for token in tokens]


def same_words(table: NameTable, token: Token) -> Near:
    """Give the listed words of the same form alone."""
    words = np.array(table.forms.same(token.form), dtype=np.uint32)
    return _near(table, (words, np.full(len(words), SAME, dtype=np.float32)), (), _NOT_SEVERAL)


def is_initial(token: Token) -> bool:
    """Be a first letter, or what stands for one: Yu."""
    return token.kind == "initial" or len(token.form) == 1


def _near_words(table: NameTable, tokens: Sequence[Token]) -> Iterator[Near]:
    """Look up words that were not looked up before; the alike ones of all of them in one go."""
    alike = {token: found for token in tokens if (found := _known(table, token)) is not None}
    unknown = [token for token in tokens if token not in alike and not is_initial(token)]
    alike |= dict(zip(unknown, alike_words(table, unknown), strict=True))
    written = written_as_several(table, [token.form for token in tokens])
    for token, several in zip(tokens, written, strict=True):
        if token in alike:
            yield _near(table, alike[token], _initials(table, token.form), several)
        else:
            yield same_words(table, token)


def _known(table: NameTable, token: Token) -> _Alike | None:
    """Give what was looked up for a frequent word when the table was made; None for others."""
    for word in table.forms.same(token.form):
        if (found := table.frequent.get(word)) is not None and table.words[word] == token:
            return found
    return None


def _near(table: NameTable, alike: _Alike, initials: Sequence[int], several: Several) -> Near:
    words, scores = alike
    held = int(table.counts[words].sum())
    if not initials:
        return Near(words, scores, words, held, several)
    return Near(
        words=np.concatenate((words, np.array(initials, dtype=np.uint32))),
        scores=np.concatenate((scores, np.full(len(initials), INITIAL, dtype=np.float32))),
        telling=words,
        held=held,
        several=several,
    )


def _initials(table: NameTable, form: str) -> Sequence[int]:
    """Give the listed initials that may stand for a word."""
    begun = form[:2]
    if begun not in table.initials:
        letters = {form[:1], *form[:1].translate(OTHER_INITIALS), begun}
        words = (word for start in letters for word in table.forms.same(start))
        table.initials[begun] = [word for word in words if is_initial(table.words[word])]
    return table.initials[begun]
