"""What is left of a word when it is written in another script: the sounds that the script keeps apart."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from nongrata.names.scripts_of import script_of
from nongrata.names.sounds.latin import single


class _Way(NamedTuple):
    """How a script writes foreign sounds: its letters by groups that it does not keep apart."""

    groups: re.Pattern[str]
    either: dict[str, tuple[str, ...]]  # letters that stand for several groups
    has_vowels: bool  # a vowel at the beginning is written


def _way(groups: str, *v: str, has_vowels: bool = False, h: tuple[str, ...] = ("H", "")) -> _Way:
    """Give a way by its groups, and what V (for v and w) and H may be written as."""
    named = "|".join(f"(?P<{name}>{letters})" for name, letters in (part.split(":") for part in groups.split()))
    either = {
        "H": h,
        "V": v,
        "W": tuple(filter(None, v)) or ("",),
        "X": ("K", "H"),
        "U": ("T", "TH"),
        "E": ("D", "DH", "S"),
        "Q": ("S", "TS"),
        "Y": ("S", "DS"),
        "Z": ("S", "T"),
        "I": ("N", "R", "RN"),
        "O": ("G", "K"),
    }
    return _Way(re.compile(f"{named}|(?P<_>.)"), either, has_vowels)


# A group of letters, by the letter that stands for it; whatever is in none is not written.
_ABJAD = _way(
    "S:tsch|tch|tsh|shch|sch|sh|ch|cz|cs|zh|dzh|j|x|z|s|c(?=[eiy]) Q:ts|tz Y:dj|dz K:kh|gh|ck|k|q|g|c "
    "U:th E:dh T:t D:d B:b|p(?!h) F:ph|f V:v|w H:h M:m N:n L:l R:r",
    *("F", ""),
    has_vowels=True,
)
_HEBREW = _way(
    "S:ch$|tsch|tch|tsh|shch|sch|sh|cz|cs|zh|dzh|dj|j|ts|tz|x|z|s|c(?=[eiy]) K:kh|gh|ck|k|q|g|c "
    "T:th|t D:dh|d B:ph|b|p|f V:v|w H:ch|h M:m N:n L:l R:r",
    *("B", ""),
    has_vowels=True,
)
_KANA = _way(
    "S:shch|sch|sh|sz|sj|th|s|c(?=[eiy])|z(?=[fkpt]) T:tsch|tch|ch|cz|cs|ts|tz|t D:dzh|zh|dj|dz|j|z|d "
    "X:kh K:ck|k|q|c|x G:gh|g F:ph|f|h(?=u) H:h B:b "
    "W:v$|^[vw](?=[aeiouy]) V:v|w P:p M:m(?![pb])|n(?=m) N:ng(?![aeiouy])|n|m R:l|r",
    *("B", "F", ""),
    has_vowels=True,
    h=("H", "F", ""),
)
_HANGUL = _way(
    "O:(?<!n)g(?![aeiouwy]) S:shch|sch|sh|sz|th|s|c(?=[eiy])|z(?=[fkpt]) C:tsch|tch|ch|cz|cs|ts|tz "
    "J:dzh|zh|dj|dz|j|z T:t D:d K:kh|ck|k|q|c|x G:gh|g B:b W:v$|^v(?=[aeiouy]) V:v P:ph|p|f M:m N:n R:l|r",
    *("B", "P", ""),
    has_vowels=True,
)
_HAN = _way(
    "S:shch|sch|sh|sz|th|s|x T:tsch|tch|ch|cz|cs|ts|tz|zh|dzh|dj|dz|j|z|q|t|d|c(?=[eiy]) "
    "K:kh|ck|gh|k|q|c|g P:b|p(?!h) F:ph|f W:v$ V:v|w M:m|ng?(?=[pb]) N:ng|n R:l|r",
    *("F", ""),
)
_OF_SOUTH = (
    "S:shch|sch|sh|tsch|tch|ch|cz|cs|ts|tz|zh|dzh|dj|dz|c(?=[eiy])|j|z|s|x T:th|dh|t|d "
    "K:kh|ck|gh|k|q|c|g B:ph|bh|b|p|f|v|w M:m N:ng|n R:l|r"
)
_SOUTH = _way(_OF_SOUTH, "")
_THAI = _way(f"Z:s$|ch$|j$ I:rn?$|l$|n$ {_OF_SOUTH}", "")  # at the end S is read T, and R and L are N
_INDIC = _way(
    "S:shch|sch|sh|s|c(?=[eiy]) J:dzh|zh|dj|dz|j|z C:tsch|tch|ch|cz|cs|ts|tz K:kh|ck|k|q|c G:gh|g "
    "T:th|t D:dh|d B:bh|b V:v|w F:ph|f P:p M:m N:n R:r L:l",
    *("B", ""),
)

_BY_SCRIPT = {
    script: way
    for way, scripts in (
        (_ABJAD, "Arabic Syriac Thaana"),
        (_HEBREW, "Hebrew"),
        (_KANA, "Katakana Hiragana"),
        (_HANGUL, "Hangul"),
        (_HAN, "Han Bopomofo"),
        (_THAI, "Thai Lao"),
        (_SOUTH, "Khmer Myanmar Tamil Malayalam Tibetan"),
        (_INDIC, "Devanagari Bengali Gurmukhi Gujarati Oriya Telugu Kannada Sinhala Ethiopic Mongolian"),
    )
    for script in scripts.split()
}
_OPEN = str.maketrans("HVWXUEQYZIO", "hvwxueqyzio")  # while it is open what they stand for
MOST_EITHER = 3  # letters of a word, of one kind, that are tried as each group: Medvedev has two
ABJADS = frozenset(("Arabic", "Hebrew", "Syriac"))


@lru_cache(maxsize=65_536)
def script_of_word(native: str) -> str | None:
    """Give the script of a word whose letters tell less, or other, than Latin ones would; None for all others."""
    if native.isascii():
        return None
    script = script_of(native)
    return script if script in _BY_SCRIPT else None


@lru_cache(maxsize=65_536)
def bones_of(form: str, script: str) -> frozenset[str]:
    """Give the consonants of a word as far as a script keeps them apart; two ways where a V may be left out.

    >>> sorted(bones_of("vladimir", "Arabic") & bones_of("wldymyr", "Arabic"))
    ['ALDMR', 'FLDMR']
    """
    way = _BY_SCRIPT[script]
    if "x" in form and script != "Han":
        form = form.replace("x", "ks")
    bones = "".join([letter.lastgroup or "" for letter in way.groups.finditer(form)]).replace("_", "")
    starts = {True: form, False: form[1:]}  # without an H at its beginning a word begins with a vowel
    found = {(bones.translate(_OPEN), form)}
    for letter, groups in way.either.items():
        if letter not in bones:
            continue
        has_first = letter == "H" == bones[:1]
        for at in range(min(bones.count(letter), MOST_EITHER)):
            found = {
                (each.replace(letter.lower(), to, 1), starts[bool(to)] if has_first and not at else rest)
                for each, rest in found
                for to in groups
            }
        found = {(each.replace(letter.lower(), groups[0]), rest) for each, rest in found}
    if way.has_vowels:
        return frozenset([single(_with_vowel(each, rest)) for each, rest in found])
    return frozenset([single(each) for each, _rest in found])


def _with_vowel(bones: str, form: str) -> str:
    """Mark that a word begins with a vowel, or with a V that is none."""
    begins = form[:1]
    is_vowel = begins in _FIRST_VOWELS or (begins in _MAYBE_VOWELS and bones[:1] not in _LIPS)
    return f"A{bones}" if is_vowel else bones


_FIRST_VOWELS, _MAYBE_VOWELS, _LIPS = frozenset("aeiouy"), frozenset("vw"), frozenset("BPHF")


@lru_cache(maxsize=65_536)
def vowels_of(form: str) -> str:
    """Give a word's vowels as Japanese writes them, without the o and u that it puts between consonants."""
    return single("".join([_FRONT.get(letter, "") for letter in form]))


_FRONT = {"a": "a", "e": "i", "i": "i", "y": "i"}
