"""The listed words that a word may stand for, and the names that hold them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice, takewhile

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from nongrata.names.align import NEAR_JOINED
from nongrata.names.keys import (
    Keys,
    asked_keys,
    bare_keys,
    slips_of,
    sound_key,
    spelling_keys_of,
)
from nongrata.names.keys_joined import LONG, LONGEST, SHORTEST, joined_keys_of, letters_of, runs_of
from nongrata.names.record import Token
from nongrata.names.sounds import Sound, sounds_of
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


def same_words(table: NameTable, token: Token) -> Near:
    """Give the listed words of the same form alone."""
    words = list(_same(table, token.form))
    return _near(table, dict.fromkeys(words, SAME), words, _NONE)


def is_initial(token: Token) -> bool:
    """Be a first letter, or what stands for one: Yu."""
    return token.kind == "initial" or len(token.form) == 1


def _near_words(table: NameTable, token: Token) -> Near:
    if is_initial(token):
        found = dict.fromkeys(_same(table, token.form), SAME)
        telling = sorted(found)
    else:
        found = _known(table, token) or alike_words(table, token)
        telling = sorted(found)
        found |= dict.fromkeys(_initials(table, token.form), INITIAL)
    return _near(table, found, telling, _writing_as_several(table, token.form))


def _known(table: NameTable, token: Token) -> dict[int, float]:
    """Give what was looked up for a frequent word when the table was made; nothing for others."""
    for word in _same(table, token.form):
        if word in table.frequent and table.words[word] == token:
            words, scores = table.frequent[word]
            return dict(zip(words.tolist(), scores.tolist(), strict=True))
    return {}


def _near(table: NameTable, found: dict[int, float], telling: list[int], joined: Numbers) -> Near:
    words = np.array(sorted(found), dtype=np.uint32)
    scores = np.array([found[word] for word in words.tolist()], dtype=np.float32)
    held = int(table.counts[telling].sum()) if telling else 0
    return Near(words=words, scores=scores, telling=telling, held=held, joined=joined)


def alike_words(table: NameTable, token: Token) -> dict[int, float]:
    """Give the listed words that share a key with this one, with the most that names/alike.py would score them."""
    form, sounds, bare = token.form, sounds_of(token.form), bare_keys(token.form)
    spelling = spelling_keys_of(form)
    others = (*map(sound_key, sounds), *bare, *asked_keys(token))
    by_key = table.by_key.each(np.concatenate((spelling, np.array(others, dtype=np.uint32))))
    of_sounds, rest = by_key[len(spelling) :][: len(sounds)], by_key[len(spelling) + len(sounds) :]
    found = dict.fromkeys(chain.from_iterable(words.tolist() for words in rest[len(bare) :]), ALIKE)
    scored = [
        *_spelt(table, form, set(chain.from_iterable(words.tolist() for words in by_key[: len(spelling)]))),
        *_without_vowels(table, form, chain.from_iterable(words.tolist() for words in rest[: len(bare)])),
        *chain.from_iterable(_sounding(table, sound, words) for sound, words in zip(sounds, of_sounds, strict=True)),
        *_beginnings(table, form),
        *((word, SAME) for word in _same(table, form)),
    ]
    for word, score in scored:
        found[word] = max(found.get(word, 0.0), score)
    return found


def _spelt(table: NameTable, form: str, words: Iterable[int]) -> Iterator[tuple[int, float]]:
    """Give those of these words that differ by few letters."""
    forms = {word: table.forms[word] for word in words}
    most = slips_of(form + "?")  # a longer word allows more
    near = process.extract(form, forms, scorer=OSA.distance, score_cutoff=most, limit=MOST_NEAR)
    return ((word, _by_slips(slips, max(len(form), len(other)))) for other, slips, word in near)


def _by_slips(slips: int, length: int) -> float:
    return SAME if slips == 0 else SLIPS[slips - 1][min(length, len(SLIPS[0]) - 1)]


def _sounding(table: NameTable, sound: Sound, words: Numbers) -> Iterator[tuple[int, float]]:
    """Give those of these words, of the same consonants, whose vowels are alike."""
    scores = BY_VOWELS[min(max(len(sound.consonants), 1), len(BY_VOWELS)) - 1]
    most = len(scores) - 1
    for way in (0, 1):
        said, lengths = table.ways(way)
        near = words[np.abs(lengths[words] - len(sound.full)) <= most].tolist()
        texts = [said[word] for word in near]
        found = process.extract(sound.full, texts, scorer=OSA.distance, score_cutoff=most, limit=MOST_NEAR)
        yield from ((near[place], scores[differ]) for _text, differ, place in found)


def _without_vowels(table: NameTable, form: str, words: Iterable[int]) -> Iterator[tuple[int, float]]:
    """Give those of these words that are the same but for vowels left out."""
    for word in words:
        short, long = sorted((form, table.forms[word]), key=len)
        if sum(map(short.count, "aeiouy")) * 2 <= len(short) and _is_within(short, long):
            yield word, WITHOUT_VOWELS


def _is_within(short: str, long: str) -> bool:
    """Have the letters of one word in the other, in their order."""
    rest = iter(long)
    return all(letter in rest for letter in short)


def _same(table: NameTable, form: str) -> Iterator[int]:
    """Give the listed words of this form."""
    at = bisect_left(table.forms, form)
    while at < len(table.forms) and table.forms[at] == form:
        yield at
        at += 1


def _beginnings(table: NameTable, form: str) -> Iterator[tuple[int, float]]:
    """Give the listed words that begin with this one, and those with which it begins."""
    forms, length = table.forms, len(form)
    if length < SHORTEST_START:
        return
    begun = islice(range(bisect_left(forms, form), len(forms)), MOST_NEAR)
    for word in takewhile(lambda word: forms[word].startswith(form), begun):
        yield word, _by_beginning(length, len(forms[word]))
    for short in range(SHORTEST_START, length):
        yield from ((word, _by_beginning(short, length)) for word in _same(table, form[:short]))


def _by_beginning(short: int, long: int) -> float:
    """Say how like two words are of which one is the beginning of the other; a few letters more may be an ending."""
    return ENDING if long - short <= LONGEST_ENDING else BEGUN[0] + BEGUN[1] * short / long


def _initials(table: NameTable, form: str) -> list[int]:
    """Give the listed initials that may stand for a word."""
    letters = {form[:1], *form[:1].translate(OTHER_INITIALS), form[:2]}
    words = (word for start in letters for word in _same(table, start))
    return [word for word in words if is_initial(table.words[word])]


def readings_of_run(table: NameTable, run: str) -> list[Numbers]:
    """Give the readings with a word that may be these neighbouring words written as one."""
    words = set(_same(table, run))
    if len(run) >= LONG:
        near = table.by_key(_as_keys(bare_keys(run))).tolist()
        words.update(word for word in near if _is_near(table.forms[word], run))
    return [table.readings_with(word) for word in words]


def _writing_as_several(table: NameTable, form: str) -> Numbers:
    """Give the readings that write a word as several, or by whose first letters it is made."""
    found = table.by_joined(_as_keys(joined_keys_of(form))).tolist()
    near = [place for place in found if any(_is_near(run, form) for run in runs_of(table.forms_of(place)))]
    if SHORTEST <= len(form) <= LONGEST:
        near += [place for place in found if form in letters_of(table.reading(place).name)]
    return np.array(near, dtype=np.uint32)


def _is_near(form: str, run: str) -> bool:
    return OSA.normalized_similarity(form, run, score_cutoff=NEAR_JOINED) >= NEAR_JOINED


def _as_keys(keys: Iterable[int]) -> Keys:
    return np.array(sorted(keys), dtype=np.uint32)
