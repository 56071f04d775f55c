"""The listed words that words may stand for, looked up for many words in one go: by spelling, sound and meaning."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from nongrata.names.comparing.align import most_alike
from nongrata.names.keys import asked_keys, bare_keys, slips_of, sound_key, spelling_keys
from nongrata.names.record import Token
from nongrata.names.sounds.latin import single, sounds_of
from nongrata.screening.candidates.forms import Texts, texts_of
from nongrata.screening.candidates.lookup import Numbers, Places, distinct
from nongrata.screening.candidates.postings import NameTable, Shares
from nongrata.screening.candidates.wordbounds import (
    ALIKE,
    MOST_SLIPS,
    MOST_VOWELS,
    SAME,
    WITHOUT_VOWELS,
    Flags,
    by_beginning,
    by_slips,
    by_vowels,
)

FREQUENT = 100  # readings that hold a word which is compared, and not only by what was counted of it
MOST_BEGUN = 5_000  # listed words that one may be the beginning of
SHORTEST_START = 3
_VOWELS = "aeiouy"


class Scored(NamedTuple):
    """Listed words beside the places of the words asked for, and how like they are at most."""

    asked: Places
    words: Numbers
    scores: Shares


def alike_words(table: NameTable, tokens: Sequence[Token]) -> list[tuple[Numbers, Shares]]:
    """Give of each word the listed ones that share a key with it, sorted, with the most that alike.py gives."""
    if not tokens or not len(table.words):
        return [(np.zeros(0, dtype=np.uint32), np.zeros(0, dtype=np.float32))] * len(tokens)
    forms = _Asked(tokens)
    rules = (_spelt, _sounding, _without_vowels, _meaning, _beginning)
    parts = [rule(table, forms) for rule in rules]
    both = np.concatenate([(part.asked.astype(np.uint64) << np.uint64(32)) | part.words for part in parts])
    order = np.argsort(both, kind="stable")
    both, scores = both[order], np.concatenate([part.scores for part in parts])[order]
    firsts = np.flatnonzero(np.concatenate(([True], both[1:] != both[:-1]))) if len(both) else np.zeros(0, np.intp)
    best = np.maximum.reduceat(scores, firsts) if len(both) else scores
    found = Scored(*_parted(both[firsts]), best)
    _compare_frequent(table, tokens, found)
    near = np.flatnonzero(found.scores)
    ends = np.searchsorted(found.asked[near], np.arange(1, len(tokens)))
    return list(zip(np.split(found.words[near], ends), np.split(found.scores[near], ends), strict=True))


def _compare_frequent(table: NameTable, tokens: Sequence[Token], found: Scored) -> None:
    """Score listed words that very many names hold as they are compared: each costs less than looking at its names."""
    for at in np.flatnonzero(table.counts[found.words] >= FREQUENT).tolist():
        found.scores[at] = most_alike(tokens[found.asked[at]], table.words[int(found.words[at])])


class _Asked:
    """The words asked for, in Latin letters."""

    __slots__ = ("is_latin", "lengths", "texts", "tokens", "vowels")

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.texts = texts_of([token.form for token in tokens])
        self.lengths = np.array([len(token.form) for token in tokens], dtype=np.int32)
        self.vowels = np.array([sum(map(token.form.count, _VOWELS)) for token in tokens], dtype=np.int32)
        self.is_latin: Flags = np.array([token.native.isascii() for token in tokens], dtype=np.bool_)


def _spelt(table: NameTable, forms: _Asked) -> Scored:
    """Give those that differ by few letters."""
    keys = spelling_keys(forms.texts.tolist())
    asked, words = _each_once(*table.by_key.pairs(keys.ravel(), np.repeat(np.arange(len(keys)), keys.shape[1])))
    lengths, listed = forms.lengths[asked], table.forms.lengths[words]
    near = np.abs(lengths - listed) <= MOST_SLIPS
    asked, words = asked[near], words[near]
    slips = distances(forms.texts[asked], table.forms.array[words], MOST_SLIPS)
    most = np.array([slips_of(f"{form}?") for form in forms.texts.tolist()])  # a longer word allows more
    near = slips <= most[asked]
    asked, words, slips = asked[near], words[near], slips[near]
    shorter, longer = _by_length(table, forms, asked, words)
    scores = by_slips(slips, shorter, longer, forms.is_latin[asked] & table.is_latin[words])
    near = scores > 0
    return Scored(asked[near], words[near], scores[near])


def _by_length(table: NameTable, forms: _Asked, asked: Places, words: Numbers) -> tuple[Places, Places]:
    """Give the letters of the shorter of each two words, and of the longer."""
    lengths, listed = forms.lengths[asked], table.forms.lengths[words]
    return np.minimum(lengths, listed), np.maximum(lengths, listed)


def distances(left: Texts, right: Texts, most: int) -> NDArray[np.uint8]:
    """Give by how many letters each text differs from the one beside it; `most` + 1 for any more."""
    if not len(left):
        return np.zeros(0, dtype=np.uint8)
    found: NDArray[np.uint8] = cpdist(left, right, scorer=OSA.distance, score_cutoff=most, dtype=np.uint8)
    return found


def _sounding(table: NameTable, forms: _Asked) -> Scored:
    """Give those of the same consonants whose vowels are alike."""
    sounds = [(place, sound) for place, form in enumerate(forms.texts.tolist()) for sound in sounds_of(form)]
    asked = np.array([place for place, _sound in sounds], dtype=np.intp)
    said = texts_of([sound.full for _place, sound in sounds])
    lengths = np.array([len(sound.full) for _place, sound in sounds], dtype=np.int32)
    most = np.array([min(max(len(sound.consonants), 1), MOST_VOWELS + 1) - 1 for _place, sound in sounds])
    keys = np.array([sound_key(sound) for _place, sound in sounds], dtype=np.uint32)
    rows, words = table.by_key.pairs(keys, np.arange(len(keys)))
    found = []
    for way in table.forms.ways:
        near = np.abs(lengths[rows] - way.lengths[words]) <= most[rows]
        row, word = rows[near], words[near]
        differ = distances(said[row], way.texts[word], MOST_VOWELS)
        near = differ <= most[row]
        row, word, differ = row[near], word[near], differ[near]
        shorter, _longer = _by_length(table, forms, asked[row], word)
        is_latin = forms.is_latin[asked[row]] & table.is_latin[word]
        scores = by_vowels(most[row], differ, shorter, is_latin)
        near = scores > 0
        found.append(Scored(asked[row[near]], word[near], scores[near]))
    return _together(found)


def _without_vowels(table: NameTable, forms: _Asked) -> Scored:
    """Give those that are the same but for vowels left out."""
    keyed = [(place, key) for place, form in enumerate(forms.texts.tolist()) for key in bare_keys(form)]
    asked, words = _each_once(*_found(table, keyed))
    lengths, listed = forms.lengths[asked], table.forms.lengths[words]
    vowels = np.where(lengths < listed, forms.vowels[asked], table.forms.vowels[words])
    may_be = np.flatnonzero((2 * vowels <= np.minimum(lengths, listed)) & (lengths != listed))
    pairs = zip(may_be.tolist(), forms.texts[asked[may_be]], table.forms.array[words[may_be]], strict=True)
    kept = np.array([at for at, *two in pairs if _is_within(*sorted(two, key=len))], dtype=np.intp)
    return _all_scored(asked[kept], words[kept], WITHOUT_VOWELS)


def _is_within(short: str, long: str) -> bool:
    """Have the letters of one word in the other, in their order; letters said twice count once."""
    rest = iter(long)
    return all(letter in rest for letter in single(short))


def _meaning(table: NameTable, forms: _Asked) -> Scored:
    """Give those of the same family, meaning, syllables, or letters in another script."""
    keyed = [(place, key) for place, token in enumerate(forms.tokens) for key in asked_keys(token)]
    return _all_scored(*_found(table, keyed), ALIKE)


def _found(table: NameTable, keyed: Sequence[tuple[int, int]]) -> tuple[Places, Numbers]:
    asked = np.array([place for place, _key in keyed], dtype=np.intp)
    return table.by_key.pairs(np.array([key for _place, key in keyed], dtype=np.uint32), asked)


def _beginning(table: NameTable, forms: _Asked) -> Scored:
    """Give those that begin with a word, those with which it begins, and the same."""
    found = [
        (place, word, score)
        for place, form in enumerate(forms.texts.tolist())
        for word, score in _begun(table, form, is_latin=bool(forms.is_latin[place]))
        if score
    ]
    return Scored(
        np.array([place for place, _word, _score in found], dtype=np.intp),
        np.array([word for _place, word, _score in found], dtype=np.uint32),
        np.array([score for _place, _word, score in found], dtype=np.float32),
    )


def _begun(table: NameTable, form: str, *, is_latin: bool) -> Iterator[tuple[int, float]]:
    """Give listed words by how a word begins, each with its score."""
    same, texts = table.forms.same, table.forms.texts
    yield from ((word, SAME) for word in same(form))
    if (length := len(form)) < SHORTEST_START:
        return
    at = bisect_left(texts, form) + len(same(form))
    for word in range(at, min(at + MOST_BEGUN, len(texts))):
        if not texts[word].startswith(form):
            break
        yield word, by_beginning(form, texts[word], is_latin=is_latin and bool(table.is_latin[word]))
    for short in range(SHORTEST_START, length):
        for word in same(form[:short]):
            yield word, by_beginning(form[:short], form, is_latin=is_latin and bool(table.is_latin[word]))


def _each_once(asked: Places, words: Numbers) -> tuple[Places, Numbers]:
    return _parted(distinct((asked.astype(np.uint64) << np.uint64(32)) | words))


def _parted(both: NDArray[np.uint64]) -> tuple[Places, Numbers]:
    return (both >> np.uint64(32)).astype(np.intp), (both & np.uint64(0xFFFFFFFF)).astype(np.uint32)


def _all_scored(asked: Places, words: Numbers, score: float) -> Scored:
    return Scored(asked, words, np.full(len(words), score, dtype=np.float32))


def _together(parts: Sequence[Scored]) -> Scored:
    return Scored(*(np.concatenate(column) for column in zip(*parts, strict=True)))
