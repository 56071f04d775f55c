"""Names that the news of other scripts writes as it hears them: بوتين and プーチン where a list has Putin alone.

Of a word only the consonants count that its script keeps apart; what is found so is compared by its sounds afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import product

from rapidfuzz.distance import OSA

from nongrata.names.comparing.alike_sounds import by_bones
from nongrata.names.reading.scripts import latin
from nongrata.names.sounds.east import may_be_syllables
from nongrata.names.sounds.scripts import bones_of, script_of_word, vowels_of
from nongrata.triage.bones import ALL, WORDS, salted_number

# The script in which a language writes what it hears, by the language's code as `language_of` tells it.
HEARD_IN: Mapping[str | None, str] = {"ar": "Arabic", "he": "Hebrew", "ja": "Katakana", "ko": "Hangul"}
# Where it is at home: who is from there is written as he writes himself, and half of all names sound like his.
_AT_HOME: Mapping[str, frozenset[str]] = {
    script: frozenset(countries.split()) for script, countries in WORDS["script_at_home"].items()
}
_FEWEST = 5  # consonants of a name's words together: fewer, and any two words of a page have them
_SYLLABLES = 3  # words of a name of East Asia; of others, the news abroad has two
_ALIKE = 86.0  # of 100: how like the words of a name must sound together
_VOWEL = 10.0  # of 100: what a vowel that differs costs in Korean, which writes all, and EU between consonants
_BEHIND = re.compile("(?<=[가-힣]{2})(?:에게서?|에서|께서|이?라고|으로|까지|부터|처럼|보다|[을를은는이가의와과에씨])$")
# Not told by all who write a script: a first vowel, an H, and what V and W become.
_UNTOLD = {
    script: str.maketrans("", "", letters)
    for script, letters in (("Arabic", "AHF"), ("Hebrew", "AHFB"), ("Katakana", "AHFB"), ("Hangul", "AHBP"))
}


def numbers_of(words: tuple[str, ...], countries: frozenset[str]) -> Iterator[int]:
    """Give the numbers of the name of somebody of these countries, as each of the scripts may write it."""
    if not countries or not all(map(str.isascii, words)):
        return
    if len(words) != 2 and not (len(words) == _SYLLABLES and all(map(may_be_syllables, words))):
        return
    for script in HEARD_IN.values():
        fewest = sum(len(min(bones_of(word, script), key=len)) for word in words)
        if fewest >= _FEWEST and countries.isdisjoint(_AT_HOME[script]):
            for bones in product(*(_bones(word, script) for word in words)):
                yield sum(salted_number(each, script) for each in bones) & ALL


@lru_cache(maxsize=200_000)
def heard(word: str, script: str) -> str:
    """Give a word of a page in Latin letters as its script has it; empty for a word in another script.

    >>> heard("بوتين", "Arabic"), heard("푸틴을", "Hangul"), heard("Putin", "Arabic")
    ('bwtyn', 'putin', '')
    """
    if script_of_word(word) != script:
        return ""
    return latin(_BEHIND.sub("", word) if script == "Hangul" else word)


@lru_cache(maxsize=200_000)
def heard_number(word: str, script: str) -> int:
    """Give the number of a word of a page, as its script has it; 0 for one that can be no name's."""
    form = heard(word, script)
    bones = min(_bones(form, script), key=lambda each: (len(each), each), default="") if form else ""
    return salted_number(bones, script) if bones else 0


def heard_likeness(said: tuple[str, ...], words: tuple[str, ...], *, script: str) -> float:
    """Say how like words of a page sound to those of a name, 0 to 100; 0 where one of either is like none.

    >>> heard_likeness(("fladymyr", "bwtyn"), ("vladimir", "putin"), script="Arabic") > 90
    True
    """
    alike = [[_alike(word, other, script) for other in said] for word in words]
    nearest = list(map(max, alike))
    mean = sum(nearest) / len(words)
    return mean if mean >= _ALIKE and min(*nearest, *map(max, zip(*alike, strict=True))) > 0 else 0.0


def _alike(word: str, said: str, script: str) -> float:
    if word == said:
        return 100.0
    differ = OSA.distance(vowels_of(said.replace("eu", "")), vowels_of(word)) if script == "Hangul" else 0
    return 100.0 * by_bones(said, word, script)[0] - _VOWEL * differ


def _bones(form: str, script: str) -> frozenset[str]:
    return frozenset(each for bones in bones_of(form, script) if (each := bones.translate(_UNTOLD[script])))
