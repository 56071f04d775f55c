"""The listed words that a word may stand for, and the names that hold them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice, takewhile

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from nongrata.names.align import NEAR_JOINED
from nongrata.names.keys import (
    Keys,
    asked_keys,
    bare_key,
    bare_of,
    slips_of,
    sound_key,
    sound_keys,
    spelling_keys_of,
    word_key,
)
from nongrata.names.keys_joined import LONG, joined_keys_of, letters_of, runs_of
from nongrata.names.record import Name, Token
from nongrata.names.sounds import sounds_of
from nongrata.screening.postings import NameTable, Numbers, Shares, distinct

MOST_KEPT = 20_000  # words whose near ones are kept
MOST_NEAR = 600  # listed words that one may be by its spelling, its sound, its beginning
SHORTEST_START = 3
# The most that names/alike.py gives: for the same word, one of the same meaning, …
SAME, ALIKE, WITHOUT_VOWELS, INITIAL = 1.0, 0.96, 0.9, 0.75
SLIPS = (  # … for one slip and two, by the letters of the longer word
    (0.0, 0.0, 0.0, 0.6, 0.75, 0.82, 0.87, 0.89, 0.91, 0.93, 0.94, 0.95),
    (0.0, 0.0, 0.0, 0.0, 0.0, 0.5, 0.55, 0.67, 0.78, 0.82, 0.84, 0.88),
)
# … by how many vowels differ, for words of one sounded consonant, two, three, …
BY_VOWELS = ((0.9,), (0.95, 0.85), (0.96, 0.9, 0.8), (0.97, 0.92, 0.88, 0.75), (0.97, 0.94, 0.9, 0.85, 0.72))
BEGUN, ENDING, LONGEST_ENDING = (0.47, 0.42), 0.93, 3
OTHER_INITIALS = str.maketrans(
    {"e": "ey", "y": "yeij", "i": "iyj", "j": "jyzg", "c": "ckts", "k": "kcq", "v": "vw", "w": "wv"}
)
_NONE: Numbers = np.zeros(0, dtype=np.uint32)


@dataclass(frozen=True, slots=True)
class Near:
    """Listed words like one word, how like at most, and in how many readings they stand."""

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
        if len(table.near) >= MOST_KEPT:
            table.near.clear()
        found = table.near[token] = _near_words(table, token)
    return found


def is_initial(token: Token) -> bool:
    """Be a first letter, or what stands for one: Yu."""
    return token.kind == "initial" or len(token.form) == 1


def _near_words(table: NameTable, token: Token) -> Near:
    if is_initial(token):
        found = dict.fromkeys(table.by_key(_as_keys([word_key(token.form)])).tolist(), SAME)
        telling = list(found)
    else:
        found = _alike(table, token)
        telling = list(found)
        found |= dict.fromkeys(_initials(table, token.form), INITIAL)
    words = np.array(sorted(found), dtype=np.uint32)
    return Near(
        words=words,
        scores=np.array([found[word] for word in words.tolist()], dtype=np.float32),
        telling=telling,
        held=sum(len(table.readings_with(word)) for word in telling),
        joined=_writing_as_several(table, token.form),
    )


def _alike(table: NameTable, token: Token) -> dict[int, float]:
    """Give the listed words that share a key with this one, with the most that names/alike.py would score them."""
    form, forms = token.form, table.forms
    found = _beginnings(table, form)
    keyed = {word: forms[word] for word in table.by_key(spelling_keys_of(form)).tolist()}
    near = process.extract(form, keyed, scorer=OSA.distance, score_cutoff=slips_of(form), limit=MOST_NEAR)
    likest = ((word, _by_slips(slips, max(len(form), len(other)))) for other, slips, word in near)
    known = ((word, ALIKE) for word in table.by_key(_as_keys(asked_keys(token))).tolist())
    same = ((word, SAME) for word in _same(table, form))
    for word, score in (*likest, *_sounding(table, form), *known, *same):
        found[word] = max(found.get(word, 0.0), score)
    return found


def _by_slips(slips: int, length: int) -> float:
    return SAME if slips == 0 else SLIPS[slips - 1][min(length, len(SLIPS[0]) - 1)]


def _sounding(table: NameTable, form: str) -> Iterator[tuple[int, float]]:
    """Give the listed words that sound alike, and those that are alike but for vowels left out."""
    for sound in sounds_of(form):
        words = table.by_key(_as_keys([sound_key(sound)])).tolist()
        scores = BY_VOWELS[min(len(sound.consonants), len(BY_VOWELS)) - 1]
        ways = {(word, way): said for word in words for way, said in enumerate(table.sounds[word].split(" "))}
        near = process.extract(sound.full, ways, scorer=OSA.distance, score_cutoff=len(scores) - 1, limit=MOST_NEAR)
        yield from ((word, scores[differ]) for _said, differ, (word, _way) in near)
    bare, forms = bare_of(form), table.forms
    for word in table.by_key(_as_keys([bare_key(bare)])).tolist():
        short, long = sorted((form, forms[word]), key=len)
        if len(short) < 2 * len(bare) + 2 and _is_within(short, long):
            yield word, WITHOUT_VOWELS


def _is_within(short: str, long: str) -> bool:
    """Have the letters of one word in the other, in their order."""
    rest = iter(long)
    return all(letter in rest for letter in short)


def _same(table: NameTable, form: str) -> Iterator[int]:
    at = bisect_left(table.forms, form)
    while at < len(table.forms) and table.forms[at] == form:
        yield at
        at += 1


def _beginnings(table: NameTable, form: str) -> dict[int, float]:
    """Give the listed words that begin with this one, and those with which it begins."""
    forms = table.forms
    if len(form) < SHORTEST_START:
        return {}
    begun = islice(range(bisect_left(forms, form), len(forms)), MOST_NEAR)
    longer = takewhile(lambda word: forms[word].startswith(form), begun)
    starts = (word_key(form[:length]) for length in range(SHORTEST_START, len(form)))
    shorter = (word for word in table.by_key(_as_keys(starts)).tolist() if form.startswith(forms[word]))
    lengths = ((word, len(form) / len(forms[word])) for word in (*longer, *shorter))
    return {word: _by_beginning(min(share, 1 / share), len(form)) for word, share in lengths}


def _by_beginning(share: float, length: int) -> float:
    """Say how like words are of which one is a share of the other; a few letters more may be an ending."""
    is_ending = length / share - length <= LONGEST_ENDING or length - length * share <= LONGEST_ENDING
    return ENDING if is_ending else BEGUN[0] + BEGUN[1] * share


def _initials(table: NameTable, form: str) -> list[int]:
    """Give the listed initials that may stand for a word."""
    letters = {form[:1], *form[:1].translate(OTHER_INITIALS), form[:2]}
    words = table.by_key(_as_keys(map(word_key, letters))).tolist()
    return [word for word in words if is_initial(table.words[word])]


def readings_of_run(table: NameTable, run: str) -> list[Numbers]:
    """Give the readings with a word that may be these neighbouring words written as one."""
    sounds = sound_keys(run) if len(run) >= LONG else ()
    words = table.by_key(_as_keys((word_key(run), *sounds))).tolist()
    return [table.readings_with(word) for word in words if _is_near(table.forms[word], run)]


def _writing_as_several(table: NameTable, form: str) -> Numbers:
    """Give the readings that write a word as several, or by whose first letters it is made."""
    found = table.by_joined(_as_keys(joined_keys_of(form)))
    near = [place for place in found.tolist() if _is_of(form, table.reading(place).name)]
    return np.array(near, dtype=np.uint32)


def _is_of(form: str, name: Name) -> bool:
    return form in letters_of(name) or any(_is_near(run, form) for run in runs_of(name.forms))


def _is_near(form: str, run: str) -> bool:
    return OSA.normalized_similarity(form, run, score_cutoff=NEAR_JOINED) >= NEAR_JOINED


def _as_keys(keys: Iterable[int]) -> Keys:
    return np.array(sorted(keys), dtype=np.uint32)
