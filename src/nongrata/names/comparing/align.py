"""Which word of one name stands for which of the other, and which words are left over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from nongrata.names.comparing.alike import NOT, Alike, alike, by_letters
from nongrata.names.comparing.joins import joins_of
from nongrata.names.comparing.other_forms import bare
from nongrata.names.ready import Ready
from nongrata.names.record import Token
from nongrata.names.scripts_of import script_of
from nongrata.names.sounds.scripts import script_of_word

JOINED = 0.97  # two words written as one
LOOSE = 2.5  # how fast agreement tells less as it gets looser: many words sound like "hsn"
LOOSE_BETWEEN_SCRIPTS = 4.5
LOOSE_NICKNAME = 5.0  # many names have the same short forms
_TOLD_WHOLE = frozenset(("same", "symbol", "initial", "joined"))
TRANSLATED = Alike(0.6, "translation")
ONE_SPELLING = 0.66  # how alike the letters of two spellings of a name are at least
DOUBTFUL, SHORT = 0.5, 5  # spellings no liker than this are no pair in words of fewer letters
DOUBTFUL_ABROAD = 0.7  # … nor where the scripts differ, in none: Rajesh, Rakesh
SOUND_BETWEEN_SCRIPTS = 0.86  # … and the sounds, where the scripts differ
SOUND_OF_LAST = 0.8  # … of the last word, where all others have their partners
_OF_LAST = frozenset(("sound", "spelling"))
NEAR_JOINED = 0.88  # how alike one word and two others together must be at least


class Pair(NamedTuple):
    """Words that stand for each other (by their places), how surely, and by which rule."""

    query: tuple[int, ...]
    listed: tuple[int, ...]
    score: float
    rule: str
    low: float  # what the less telling side weighs
    high: float  # … the more telling one
    told: float  # how telling it is that they agree


@dataclass(slots=True)
class Alignment:
    """Two names with their words paired as far as they go."""

    query: Ready
    listed: Ready
    pairs: list[Pair]
    query_left: list[int]
    listed_left: list[int]

    @property
    def is_whole(self) -> bool:
        """Have no word without a partner."""
        return not self.query_left and not self.listed_left

    def pair(self, query: tuple[int, ...], listed: tuple[int, ...], score: float, rule: str) -> None:
        """Take these words as a pair."""
        if len(query) == len(listed) == 1:
            left, right = self.query.weights[query[0]], self.listed.weights[listed[0]]
        else:
            left = min(1.0, sum([self.query.weights[i] for i in query]))
            right = min(1.0, sum([self.listed.weights[j] for j in listed]))
        low, high = (left, right) if left < right else (right, left)
        told = low if rule in _TOLD_WHOLE else low * max(0.0, 1.0 - self._loose(query, listed, rule) * (1.0 - score))
        self.pairs.append(Pair(query, listed, score, rule, low, high, told))

    def _loose(self, query: tuple[int, ...], listed: tuple[int, ...], rule: str) -> float:
        is_latin = self.query.tokens[query[0]].native.isascii() and self.listed.tokens[listed[0]].native.isascii()
        if rule == "nickname":
            return LOOSE_NICKNAME
        return LOOSE if is_latin or rule != "sound" else LOOSE_BETWEEN_SCRIPTS


MayBe = Callable[[int, int], bool]  # whether a word of the query (by its place) could be like one of the listed name


def align(query: Ready, listed: Ready, may_be: MayBe | None = None) -> Alignment:
    """Pair the words of two names: the equal first, then two written as one, then the likest.

    With `may_be`, words of which it is known that they cannot be alike are not compared.
    """
    left: list[int] = []
    right = list(range(len(listed.forms)))
    found = Alignment(query, listed, [], left, right)
    keys = listed.keys
    for i, key in enumerate(query.keys):
        j = next((j for j in right if keys[j] == key), -1) if key in keys else -1
        if j < 0:
            left.append(i)
        else:
            right.remove(j)
            found.pair((i,), (j,), 1.0, "same")
    if left and right:
        if len(left) != len(right) or len(left) > 1:
            _pair_joined(found, at_least=1.0)
        _pair_alike(found, may_be)
        if left and right:
            _pair_joined(found, at_least=NEAR_JOINED)
        if len(left) == len(right) == 1 and left == right and found.pairs:
            _pair_last(found)
    return found


def _pair_last(found: Alignment) -> None:
    """Pair the one word that each name has left, in one place of both, though its sound alone would be too little."""
    (i,), (j,) = found.query_left, found.listed_left
    left, right = found.query.tokens[i], found.listed.tokens[j]
    if "word" == left.kind == right.kind and script_of_word(left.native) != script_of_word(right.native):
        likeness = alike(left, right)
        if likeness.rule in _OF_LAST and likeness.score >= SOUND_OF_LAST:
            found.query_left.clear()
            found.listed_left.clear()
            found.pair((i,), (j,), likeness.score, likeness.rule)


def _pair_alike(found: Alignment, may_be: MayBe | None) -> None:
    """Pair what is left, the likest first; of equally like ones the heavier."""
    left, right = found.query, found.listed
    ranked = []
    for i in found.query_left:
        for j in found.listed_left:
            if may_be is not None and not may_be(i, j):
                continue
            likeness = _KNOWN.get((left.keys[i], right.keys[j])) or _likeness(left, i, right, j)
            if likeness.score > 0.0:
                ranked.append((likeness.score, max(left.weights[i], right.weights[j]), -i, -j, likeness.rule))
    if len(ranked) > 1:
        ranked.sort(reverse=True)
    for score, _weight, minus_i, minus_j, rule in ranked:
        if -minus_i in found.query_left and -minus_j in found.listed_left:
            found.query_left.remove(-minus_i)
            found.listed_left.remove(-minus_j)
            found.pair((-minus_i,), (-minus_j,), score, rule)


_KNOWN: dict[tuple[str, str], Alike] = {}  # by the words' keys: asked again and again, in bulk
MOST_KNOWN = 200_000


def _likeness(left: Ready, i: int, right: Ready, j: int) -> Alike:
    if len(_KNOWN) >= MOST_KNOWN:
        _KNOWN.clear()
    likeness = _KNOWN[left.keys[i], right.keys[j]] = _held(left.tokens[i], right.tokens[j])
    return likeness


def _held(left: Token, right: Token) -> Alike:
    """Give how alike two words are, held to more where two languages or two scripts meet.

    One name in two languages is no other spelling of it: John is not taken for Juan. Between scripts many words
    sound a little alike.
    """
    likeness = alike(left, right)
    if not likeness.score:
        return likeness
    is_latin = _is_latin(left.native) and _is_latin(right.native)
    if is_latin and likeness.rule == "family" and left.kind == "word":
        is_spelling = (
            max(OSA.normalized_similarity(bare(left.form), bare(right.form)), by_letters(left, right).score)
            >= ONE_SPELLING
        )
        return likeness if is_spelling else TRANSLATED
    if likeness.rule == "spelling" and likeness.score <= _most_doubtful(left, right):
        return NOT
    return NOT if not is_latin and likeness.rule == "sound" and likeness.score < SOUND_BETWEEN_SCRIPTS else likeness


def most_alike(left: Token, right: Token) -> float:
    """Give how alike two words are where they count the most: as the last ones left, their sound may be less clear."""
    held = _held(left, right).score
    if held or script_of_word(left.native) == script_of_word(right.native):
        return held
    likeness = alike(left, right)
    return likeness.score if likeness.rule in _OF_LAST and likeness.score >= SOUND_OF_LAST else 0.0


def _most_doubtful(left: Token, right: Token) -> float:
    """Give how alike in spelling two words may be and no pair: short ones, and of scripts that write other letters."""
    if script_of_word(left.native) != script_of_word(right.native):
        return DOUBTFUL_ABROAD
    return DOUBTFUL if min(len(left.form), len(right.form)) < SHORT else 0.0


@lru_cache(maxsize=65_536)
def _is_latin(native: str) -> bool:
    return native.isascii() or script_of(native) == "Latin"


def _pair_joined(found: Alignment, *, at_least: float) -> None:
    """Pair neighbouring words of one name with the one word of the other that they make together."""
    query, listed = found.query, found.listed
    if len(found.query_left) > 1:
        for whole, run, score in joins_of(query, found.query_left, (listed, found.listed_left), at_least):
            found.pair(run, (whole,), score * JOINED, "joined")
    if len(found.listed_left) > 1:
        for whole, run, score in joins_of(listed, found.listed_left, (query, found.query_left), at_least):
            found.pair((whole,), run, score * JOINED, "joined")
