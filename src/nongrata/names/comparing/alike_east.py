"""Words in Chinese or Korean letters beside words in any other."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from rapidfuzz.distance import OSA, Hamming

from nongrata.names.comparing.alike_sounds import NOTHING, Scored, by_bones, by_sounds
from nongrata.names.families import families_of
from nongrata.names.reading.readings import is_cantonese, is_mandarin, pinyin
from nongrata.names.record import Token
from nongrata.names.sounds.abroad import chinese_abroad
from nongrata.names.sounds.east import chinese, is_pinyin, korean
from nongrata.names.sounds.scripts import script_of_word, vowels_of
from nongrata.names.tables import tables
from nongrata.values import fold

EASTERN = frozenset(("Han", "Hangul"))

_READING = (0.92, "sound")
_FAMILY = (0.95, "family")
_ONE_LETTER = (0.6, "family")  # one letter is many names
_NEAR_READING = (0.8, "spelling")
_ONE_LETTER_OFF = (0.7, "spelling")
_FOREIGN = 3  # from so many letters on a word may be a foreign name
_SHORT_FOREIGN, _ALL_BONES = 2, 0.92  # a foreign name of two letters, of which all consonants must agree: 拉登, Laden
_MOST_HANGUL = 3  # syllables that are read one by one
_LONG = 4  # letters of which one may be wrong


def by_eastern(left: Token, right: Token) -> Scored:
    """Give how surely two words are the same name; one at least is in Chinese or Korean letters, and they differ."""
    scripts = script_of_word(left.native), script_of_word(right.native)
    if scripts[0] == scripts[1]:
        return _in_one_script(left.native, right.native, str(scripts[0]))
    if scripts[0] not in EASTERN:
        return by_eastern(right, left)
    return max(_read(left, right, str(scripts[0])), _in_families(left, right))


def _in_one_script(left: str, right: str, script: str) -> Scored:
    if script == "Hangul" and frozenset((left, right)) in tables().twin_surnames:
        return _READING
    is_close = len(left) == len(right) >= _LONG and Hamming.distance(left, right) == 1
    return _ONE_LETTER_OFF if is_close else NOTHING


def _read(eastern: Token, other: Token, script: str) -> Scored:
    """Read the letters aloud, and hear whether the other word is spelled so."""
    is_spoken = script == "Hangul" or is_mandarin(eastern.native, eastern.form)  # as the state's language, no other
    is_written = script_of_word(other.native) is None
    if is_spoken and is_written and _readings(eastern.native, script) & _heard(other.form, script):
        return _READING
    if other.form == eastern.form or other.form in tables().korean_surnames.get(eastern.native, ()):
        return _READING
    if is_written and is_said(eastern, other.form):
        return _READING
    if len(eastern.native) >= _FOREIGN:
        return max(by_foreign(eastern, other.form, script), _by_said(eastern.form, other.form, script))
    if script == "Hangul":  # one syllable is heard above, or is another
        return _of_both(eastern.form, other.form) if len(eastern.native) > 1 else NOTHING
    if not is_spoken and korean(eastern.form) & korean(other.form):
        return _READING
    if is_written and len(eastern.native) == _SHORT_FOREIGN and not chinese(other.form):
        score, rule = by_bones(eastern.form, other.form, script)
        return (score, rule) if score >= _ALL_BONES else NOTHING
    is_near = len(eastern.native) > 1 and not is_spoken and OSA.distance(eastern.form, other.form) == 1
    return _NEAR_READING if is_near and len(eastern.form) > _LONG else NOTHING


def is_said(eastern: Token, form: str) -> bool:
    """Be Chinese: in Cantonese, or in Korean letters."""
    return _is_in_hong_kong(eastern, form) or _is_chinese_in_korean(eastern.native, form)


def is_spelled(eastern: Token, form: str) -> bool:
    """Be Chinese letters in Mandarin, by any of the ways of spelling it: 志强, Chih-chiang."""
    is_spoken = script_of_word(eastern.native) == "Han" and is_mandarin(eastern.native, eastern.form)
    return is_spoken and not _readings(eastern.native, "Han").isdisjoint(chinese(form))


def _is_in_hong_kong(eastern: Token, form: str) -> bool:
    """Be Chinese letters in Cantonese; where they are read in Mandarin, they are so throughout a name."""
    return not is_mandarin(eastern.native, eastern.form) and is_cantonese(eastern.native, form)


def _is_chinese_in_korean(native: str, form: str) -> bool:
    """Be a Chinese name in Korean letters, of two syllables or more: one is a Korean name first."""
    heard = chinese_abroad(native) if len(native) > 1 else frozenset()
    return bool(heard) and is_pinyin(form) and not heard.isdisjoint(chinese(form))


def by_foreign(eastern: Token, form: str, script: str) -> Scored:
    """Take a word for a foreign one by its consonants; in Chinese, if it can have as many syllables as letters write.

    What could be a Chinese name itself must have as many, and vowels like theirs: 長安海連 is no Dinglong.
    """
    if script == "Han" and not _may_write(eastern, form):
        return NOTHING
    return by_bones(eastern.form, form, script)


def _may_write(eastern: Token, form: str) -> bool:
    letters = len(eastern.native)
    if not is_pinyin(form):
        return letters <= _most_syllables(form)
    return vowels_of(eastern.form) == vowels_of(form) and any(each.count(".") == letters for each in chinese(form))


@lru_cache(maxsize=16_384)
def _most_syllables(form: str) -> int:
    """Give the most letters that write a foreign word: one for each vowel, and each consonant without one."""
    return len(_VOWEL.findall(form)) + len(_ALONE.findall(form)) + 1


_VOWEL = re.compile("[aeiouy]")
_ALONE = re.compile("[bcdfghjklmpqrstvwxz](?![aeiouyh])")


def _of_both(form: str, other: str) -> Scored:
    return min(by_bones(form, other, "Hangul"), _by_said(form, other, "Hangul"))


def _by_said(form: str, other: str, script: str) -> Scored:
    """Compare the sounds; Korean writes one letter for L and R, SH as SY, and EU where no vowel is said."""
    if script == "Hangul":
        form, other = form.replace("eu", "").replace("sy", "sh").replace("l", "r"), other.replace("l", "r")
    return by_sounds(form, other) if form and other else NOTHING


def _heard(form: str, script: str) -> frozenset[str]:
    return chinese(form) if script == "Han" else korean(form)


@lru_cache(maxsize=16_384)
def _readings(native: str, script: str) -> frozenset[str]:
    """Give the ways in which letters sound, each by itself: 대동 is no Daesong, though "daed" and "daes" are one."""
    if script == "Han":
        return frozenset(("".join([f"{pinyin(letter)}." for letter in native]),))
    syllables = [[each for each in korean(fold(letter), is_exact=True) if each.count(".") == 1] for letter in native]
    return frozenset(["".join(each) for each in product(*syllables)]) if len(native) <= _MOST_HANGUL else frozenset()


def _in_families(eastern: Token, other: Token) -> Scored:
    if len(eastern.native) == 1 and script_of_word(eastern.native) == "Hangul":
        return NOTHING  # one syllable is any of a hundred names
    theirs = families_of(other.native)
    if script_of_word(other.native) not in EASTERN:
        theirs |= families_of(other.form)
    if not families_of(eastern.native) & theirs:
        return NOTHING
    return _FAMILY if len(eastern.native) > 1 else _ONE_LETTER
