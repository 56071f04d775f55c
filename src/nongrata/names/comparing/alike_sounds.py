"""Words that sound alike, whichever language or script they are spelled by."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA, Levenshtein

from nongrata.names.record import Token
from nongrata.names.sounds.abroad import chinese_abroad, is_cyrillic, korean_in_cyrillic
from nongrata.names.sounds.apart import is_hissed_apart
from nongrata.names.sounds.east import chinese, is_pinyin, korean, may_be_syllables
from nongrata.names.sounds.latin import Sound, single, sounds_of
from nongrata.names.sounds.scripts import ABJADS, bones_of, script_of_word, vowels_of

Scored = tuple[float, str]

NOTHING: Scored = (0.0, "")
_SYLLABLES = 0.88
_PALLADIUS = 0.95
_IN_CYRILLIC = 0.92
_BOTH_PINYIN = 0.72  # as likely two names as one: Chang and Zhang
_VOWELS = frozenset("aeiouy")
# The score by how many vowels differ, for words of one sounded consonant (or none), two, three, four, and more.
BY_VOWELS = ((0.8,), (0.93, 0.74), (0.95, 0.86, 0.68), (0.96, 0.89, 0.82, 0.66), (0.96, 0.92, 0.87, 0.78, 0.66))
VOWEL_OFF = 0.8  # what words score at least that sound the same throughout
SHORT_SOUND = 4  # letters of a word in which no vowel may differ
_DROPPED = (0.0, 0.0, 0.72, 0.84, 0.9)  # the score of a word with vowels left out, by its consonants
_DOUBLED = 3  # consonants of a word that may double one without telling another word
_SKELETON = (0.0, 0.6, 0.85, 0.92, 0.94)  # the score of the same consonants in two scripts, by their number
_NEAR_SKELETON = (0.0, 0.0, 0.0, 0.0, 0.0, 0.78)  # and of those with one that differs


def by_sound(left: Token, right: Token) -> Scored:
    """Give how surely two words are the same name, spelled by other rules, and by which rule; they are not equal."""
    is_ascii = left.native.isascii() and right.native.isascii()
    script = None if is_ascii else script_of_word(left.native) or script_of_word(right.native)
    one, other, found = _heard(left.form), _heard(right.form), NOTHING
    if script is not None:
        found = by_bones(left.form, right.form, script)
    elif one.bare == other.bare or not one.consonants.isdisjoint(other.consonants):
        found = max(by_sounds(left.form, right.form), _by_dropped(left.form, right.form))
    if not is_ascii and found[0] < _IN_CYRILLIC:
        found = max(found, _by_cyrillic(left, right), _by_cyrillic(right, left))
    if found[0] < _SYLLABLES and one.may_be_syllables and other.may_be_syllables:
        return max(found, _by_syllables(left.form, right.form))
    return found


def _by_cyrillic(cyrillic: Token, other: Token) -> Scored:
    """Hear a Chinese or Korean word in Cyrillic as its own language spells it, and NG where Cyrillic has N alone."""
    if not is_cyrillic(cyrillic.native) or not other.native.isascii():
        return NOTHING
    if (heard := chinese_abroad(cyrillic.native)) and not heard.isdisjoint(chinese(other.form)):
        return _PALLADIUS, "sound"
    if (heard := korean_in_cyrillic(cyrillic.native)) and not heard.isdisjoint(korean(other.form)):
        return _IN_CYRILLIC, "sound"
    if other.form == f"{cyrillic.form}g" and other.form.endswith("ng"):
        return _IN_CYRILLIC, "sound"
    if cyrillic.form.endswith("n") and other.form.endswith("ng"):
        score, rule = by_sounds(f"{cyrillic.form}g", other.form)
        return min(score, _IN_CYRILLIC), rule
    return NOTHING


class _Heard(NamedTuple):
    """What tells at once that two words cannot sound alike."""

    consonants: frozenset[str]
    bare: str  # its consonants as written
    may_be_syllables: bool


@lru_cache(maxsize=65_536)
def _heard(form: str) -> _Heard:
    consonants = frozenset([sound.consonants for sound in sounds_of(form)])
    return _Heard(consonants, _single(form)[1], may_be_syllables(form))


def by_sounds(left: str, right: str) -> Scored:
    """Compare the sounds of two words in Latin letters."""
    if is_hissed_apart(left, right):
        return NOTHING
    best = 0.0
    for one in sounds_of(left):
        for other in sounds_of(right):
            if one.consonants == other.consonants:
                best = max(best, _by_vowels(one, other))
    return (best, "sound") if best >= VOWEL_OFF or (best and len(left) > SHORT_SOUND < len(right)) else NOTHING


def _by_vowels(one: Sound, other: Sound) -> float:
    """Score two words of the same consonants; a vowel on the other side of one is two that differ: Losik, Lutsky."""
    scores = BY_VOWELS[min(max(len(one.consonants) - 1, 0), len(BY_VOWELS) - 1)]
    differ = Levenshtein.distance(one.full, other.full, score_cutoff=len(scores))
    return scores[differ] if differ < len(scores) else 0.0


def _by_dropped(left: str, right: str) -> Scored:
    """Take a word for another without some or all of its vowels."""
    one, other = _single(left), _single(right)
    if one[1] != other[1] or len(left) == len(right):
        return NOTHING
    short, long = (left, right) if len(left) < len(right) else (right, left)
    count = sum(letter not in _VOWELS for letter in short)
    is_doubled = count > _DOUBLED and _is_without_vowels(one[0], other[0])  # hssn for Hasan, but not TSS for Tesa
    if count * 2 <= len(short) or not (is_doubled or _is_without_vowels(short, long)):
        return NOTHING
    return _DROPPED[min(count, len(_DROPPED) - 1)], "vowels"


@lru_cache(maxsize=65_536)
def _single(form: str) -> tuple[str, str]:
    """Give a word without doubled letters, and its consonants, none doubled."""
    consonants = "".join([letter for letter in form if letter not in _VOWELS])
    return single(form), single(consonants)


def _is_without_vowels(short: str, long: str) -> bool:
    short, long = (short, long) if len(short) < len(long) else (long, short)
    at = 0
    for letter in long:
        if at < len(short) and short[at] == letter:
            at += 1
        elif letter not in _VOWELS:
            return False
    return at == len(short)


def by_bones(left: str, right: str, script: str) -> Scored:
    """Compare what the script of one of them keeps of both."""
    left, right = _ENKA.sub("enko", left), _ENKA.sub("enko", right)
    if script in ABJADS and (is_hissed_apart(left, right) or not _has_long_vowels(left, right)):
        return NOTHING
    lefts, rights = bones_of(left, script), bones_of(right, script)
    if shared := lefts & rights:
        count = max(map(len, shared)) + _long_vowels_told(left, right, script) + _vowels_told(left, right, script)
        differ = OSA.distance(vowels_of(left), vowels_of(right)) if script == "Katakana" else 0
        if script == "Katakana" and not differ and min(len(left), len(right)) > SHORT_SOUND:
            count += 1  # no vowel of a longer word differs
        return max(_SKELETON[min(count, len(_SKELETON) - 1)] - _VOWEL_APART * differ, 0.0), "sound"
    longest = max(len(max(lefts, key=len)), len(max(rights, key=len)))
    if longest < len(_NEAR_SKELETON) - 1 or not any(OSA.distance(one, other) == 1 for one in lefts for other in rights):
        return NOTHING
    return _NEAR_SKELETON[min(longest, len(_NEAR_SKELETON) - 1)], "sound"


_ENKA = re.compile("enka$")  # Belarusian's Lukashenka is Russian's Lukashenko


def _has_long_vowels(left: str, right: str) -> bool:
    """Have in each a sound for each W and Y of the other, which write long vowels where others are left out.

    An EI or AI is written: حسن is no Hossein.
    """
    written = [one for one in (left, right) if not _VOWEL.search(one[1:])]
    if len(written) == 1 and "y" not in written[0] and _GLIDE.search(right if written[0] == left else left):
        return False
    return all(
        len(signs.findall(one)) <= len(sounds.findall(other))
        for one, other in ((left, right), (right, left))
        if not _VOWEL.search(one[1:])
        for signs, sounds in _LONG_VOWELS
    )


def _long_vowels_told(left: str, right: str, script: str) -> int:
    """Count the long vowels that Arabic or Hebrew writes in one word and that are heard in the other: hwthy, houthi."""
    if script not in ABJADS:
        return 0
    written = [one for one in (left, right) if not _VOWEL.search(one[1:])]
    if len(written) != 1:
        return 0
    signs = _WRITTEN_IN_HEBREW if script == "Hebrew" else _WRITTEN
    heard = right if written[0] == left else left
    return len(signs.findall(written[0][1:])) + _alefs_told(written[0], heard, script)


def _alefs_told(written: str, heard: str, script: str) -> int:
    """Count the alefs within a word if the other has an A in the place of each: shbab, shabaab."""
    before = [bones_of(written[:at], script) for at in range(1, len(written)) if written[at] == "a"]
    theirs = [bones_of(heard[:at], script) for at in range(1, len(heard)) if heard[at] == "a"]
    return len(before) if all(any(each & one for one in theirs) for each in before) else 0


def _vowels_told(left: str, right: str, script: str) -> int:
    """Count one consonant more where a script that writes all vowels but A has the same ones: azhr, azhar."""
    if script not in _WITHOUT_A:
        return 0
    lefts, rights = ({sound.full.replace("a", "") for sound in sounds_of(form)} for form in (left, right))
    return int(not lefts.isdisjoint(rights))


_WITHOUT_A = frozenset(
    ("Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya", "Telugu", "Kannada", "Malayalam", "Sinhala", "Tamil")
)
_WRITTEN, _WRITTEN_IN_HEBREW = re.compile("[wy]"), re.compile("[vwy]")
_VOWEL = re.compile("[eiou]")
_GLIDE = re.compile("(?<=.)(?:ei|ai|ey|ay)")
_LONG_VOWELS = (
    (re.compile("w"), re.compile("[ouvw]+")),
    (re.compile("(?<!^)y+"), re.compile("[eiyj]+")),
)


_VOWEL_APART = 0.1


def are_syllables(left: str, right: str) -> bool:
    """Be the same Chinese syllables by two ways of spelling them.

    >>> are_syllables("chinping", "jinping"), are_syllables("tsetung", "jinping")
    (True, False)
    """
    may_be = may_be_syllables(left) and may_be_syllables(right)
    return may_be and not chinese(left).isdisjoint(chinese(right))


def _by_syllables(left: str, right: str) -> Scored:
    """Read both as Korean, or as Chinese where one of them is no pinyin: Hsi for Xi, Tse-tung for Zedong."""
    if korean(left) & korean(right):
        return _SYLLABLES, "sound"
    if chinese(left) & chinese(right):
        return (_SYLLABLES if not (is_pinyin(left) and is_pinyin(right)) else _BOTH_PINYIN), "sound"
    return NOTHING
