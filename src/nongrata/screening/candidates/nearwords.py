"""The listed words that a word may stand for, and the names that hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from nongrata.names.record import Token
from nongrata.screening.candidates.alikewords import alike_words
from nongrata.screening.candidates.joinedwords import Several, written_as_several
from nongrata.screening.candidates.lookup import Numbers, Places, gathered, in_order, lasts_of
from nongrata.screening.candidates.postings import KINDS, NameTable, Shares
from nongrata.screening.candidates.wordbounds import SAME

MOST_KEPT = 20_000  # words whose near ones are kept
MOST_GATHERED = 8_000_000  # readings of those that are kept with them, of eight bytes each
BODIES = len(KINDS)  # asks for readings of any kind but persons
STEPS, BELOW_READING = 255, 14  # of likeness; the bits below a reading: its likeness, and six for a word of the name
_ROW = np.uint64(32 + BELOW_READING)  # the bits below what a reading was looked up for
_BELOW_ROW = (np.uint64(1) << _ROW) - np.uint64(1)
INITIAL = 0.75  # the most that names/comparing/alike.py gives for an initial
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
    held: tuple[int, int]  # persons' readings that hold one of these, and others'; some counted twice
    several: Several  # readings that may write the word as several
    gathered: dict[int, NDArray[np.uint64]] = field(
        default_factory=dict
    )  # the readings by their kinds, once they are asked for
    in_steps: list[NDArray[np.uint64]] = field(default_factory=list)  # how like they are, once that is asked for
    sure: dict[float, Near] = field(default_factory=dict)  # without those in doubt, once asked for: doubted.py
    known: set[int] = field(default_factory=set)  # the words, in doubt or not, once they are asked for

    @property
    def steps(self) -> NDArray[np.uint64]:
        """Give how like those are, in steps."""
        if not len(self.in_steps):
            self.in_steps.append(np.ceil(self.scores[: len(self.telling)] * STEPS).astype(np.uint64))
        return self.in_steps[0]

    def with_more(self, words: Sequence[int]) -> Near:
        """Give the same with these words as well, which are like it."""
        if not words:
            return self
        more = np.array(words, dtype=np.uint32)
        scores = np.append(self.scores, np.full(len(more), SAME, dtype=np.float32))
        return replace(self, words=np.append(self.words, more), scores=scores, gathered={}, sure={}, known=set())

    def all_words(self) -> set[int]:
        """Give the words as a set."""
        if not self.known:
            self.known.update(self.words.tolist())
        return self.known


def gather_readings(table: NameTable, wanted: Iterable[tuple[Near, int]]) -> None:
    """Look up the readings of a kind, or of all bodies, that hold one of the words; they are kept with the words.

    Each reading stands once, above `BELOW_READING` bits, of which the lowest tell in steps how like the likest of its
    words is.
    """
    rows = list({(id(near), kind): (near, kind) for near, kind in wanted if kind not in near.gathered}.values())
    if not rows:
        return
    words = np.concatenate([near.telling for near, _kind in rows])
    steps = np.concatenate([near.steps for near, _kind in rows])
    row = np.repeat(np.arange(len(rows), dtype=np.uint64), [len(near.telling) for near, _kind in rows])
    kinds = np.array([kind for _near, kind in rows], dtype=np.uint8)
    at, found = gathered(table.postings, table.posting_ends, words.astype(np.intp), np.arange(len(words)))
    at, found = _of_kinds(table, at, found, kinds[row])
    both = in_order(row[at] << _ROW | found.astype(np.uint64) << np.uint64(BELOW_READING) | steps[at])
    both = both[lasts_of(both >> np.uint64(BELOW_READING))]
    ends = np.searchsorted(both, np.arange(1, len(rows) + 1).astype(np.uint64) << _ROW).tolist()
    both &= _BELOW_ROW
    for (near, kind), first, last in zip(rows, [0, *ends], ends, strict=False):
        near.gathered[kind] = both[first:last]
    table.gathered[0] += len(both)


def _of_kinds(table: NameTable, at: Places, found: Numbers, asked: NDArray[np.uint8]) -> tuple[Places, Numbers]:
    """Leave the readings of the kinds that are asked for with their words."""
    is_asked = is_of_kind(table.kinds[found], asked[at])
    return at[is_asked], found[is_asked]


def near_words(table: NameTable, tokens: Sequence[Token]) -> list[Near]:
    """Give for each word the listed ones that it may stand for. What was looked up is kept, within bounds."""
    known = table.near
    if missing := list(dict.fromkeys([token for token in tokens if token not in known])):
        made = dict(zip(missing, _near_words(table, missing), strict=True))
        if len(known) + len(made) > MOST_KEPT or table.gathered[0] > MOST_GATHERED:
            made |= {token: known[token] for token in tokens if token in known}
            known.clear()
            table.gathered[0] = 0
        known.update(made)
    return [known[token] for token in tokens]


def same_words(table: NameTable, token: Token) -> Near:
    """Give the listed words of the same form alone."""
    words = np.array(table.forms.same(token.form), dtype=np.uint32)
    return _near(table, (words, np.full(len(words), SAME, dtype=np.float32)), _NONE, _NOT_SEVERAL)


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


def _near(table: NameTable, alike: _Alike, initials: Numbers, several: Several) -> Near:
    words, scores = alike
    if not len(initials):
        return near_of(table, alike, words, several)
    likeness = np.full(len(initials), INITIAL, dtype=np.float32)
    return near_of(table, (np.concatenate((words, initials)), np.concatenate((scores, likeness))), words, several)


def near_of(table: NameTable, alike: _Alike, telling: Numbers, several: Several) -> Near:
    """Give listed words like one word with the readings that hold one of those that are no initials counted."""
    people = int(table.people_counts[telling].sum())
    return Near(*alike, telling, (people, int(table.counts[telling].sum()) - people), several)


def _initials(table: NameTable, form: str) -> Numbers:
    """Give the listed initials that may stand for a word."""
    begun = form[:2]
    if begun not in table.initials:
        letters = {form[:1], *form[:1].translate(OTHER_INITIALS), begun}
        words = (word for start in letters for word in table.forms.same(start))
        table.initials[begun] = np.array([word for word in words if is_initial(table.words[word])], dtype=np.uint32)
    return table.initials[begun]
