"""Keys: what two spellings of one word have in common, so that the one is found by the other without comparing all.

A key is a number of 32 bits. Words that share a key may be alike, and are compared; words that share none are not.
Keys of spelling are those of symmetric deletion: what is left of a word's first letters when up to two are dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from nongrata.names.families import families_of
from nongrata.names.record import Token
from nongrata.names.sounds.abroad import chinese_abroad, is_cyrillic, korean_in_cyrillic
from nongrata.names.sounds.east import chinese, korean, may_be_syllables
from nongrata.names.sounds.latin import Sound, single, sounds_of
from nongrata.names.sounds.scripts import bones_of, script_of_word, vowels_of

Keys = NDArray[np.uint32]

WIDTH = 7  # letters that keys of spelling look at: two more than a word of five, the longest with one slip only
ONE_SLIP, TWO_SLIPS = 3, 6  # from how many letters on a word may differ by one, by two

_DROPPED = [drop for count in range(3) for drop in combinations(range(WIDTH), count)]
_KEPT = np.array([[i for i in range(WIDTH) if i not in drop] + [WIDTH] * len(drop) for drop in _DROPPED])
_SLIPS = np.array([len(drop) for drop in _DROPPED])
_POWERS = np.array([pow(1_000_003, i + 1, 2**32) for i in range(WIDTH)], dtype=np.uint32)

_FIRST, _MASKED, _NATIVE = 33, 90, 0x5BD1E995  # to count slips in letters of any script
_ADJECTIVE = re.compile("(.{2,})sk(?:iy|yy|y|i|ii|ij|aya|aia|aja|oe|oye|oje|ogo|oy|oi|oj|om|ie|ikh)")
_VOWELS = str.maketrans("", "", "aeiouy")
FEWEST_BONES = 3  # consonants that a word must have to be known by them in another script
# Scripts that write the sounds of Latin letters in different ways, one of each way.
SCRIPTS = ("Arabic", "Hebrew", "Katakana", "Hangul", "Han", "Thai", "Devanagari")
_LIKE = {
    **dict.fromkeys(("Syriac", "Thaana"), "Arabic"),
    **dict.fromkeys(("Lao", "Khmer", "Myanmar", "Tamil", "Malayalam", "Tibetan"), "Thai"),
    **dict.fromkeys(("Bengali", "Gurmukhi", "Gujarati", "Oriya", "Telugu", "Kannada"), "Devanagari"),
    **dict.fromkeys(("Sinhala", "Ethiopic", "Mongolian"), "Devanagari"),
    "Hiragana": "Katakana",
    "Bopomofo": "Han",
}


def spelling_keys(forms: Sequence[str]) -> Keys:
    """Give each word's keys of spelling, a row each; a short word's row repeats a key.

    >>> smith, smyth, jones = spelling_keys(["smith", "smyth", "jones"]).tolist()
    >>> bool({*smith} & {*smyth}), bool({*smith} & {*jones})
    (True, False)
    """
    if not forms:
        return np.zeros((0, len(_KEPT)), dtype=np.uint32)
    letters = np.zeros((len(forms), WIDTH + 1), dtype=np.uint32)
    head = np.array([form[:WIDTH].encode("ascii", "replace") for form in forms], dtype=f"S{WIDTH}")
    letters[:, :WIDTH] = head.view(np.uint8).reshape(len(forms), WIDTH)
    slips = np.array([slips_of(form) for form in forms])
    keys = np.empty((len(forms), len(_KEPT)), dtype=np.uint32)
    for column, kept in enumerate(_KEPT):
        keys[:, column] = letters[:, kept] @ _POWERS
    return np.where(_SLIPS[None, :] <= slips[:, None], keys, keys[:, :1])


def spelling_keys_of(form: str) -> Keys:
    """Give one word's keys of spelling, each once."""
    letters = np.zeros(WIDTH + 1, dtype=np.uint32)
    head = np.frombuffer(form[:WIDTH].encode("ascii", "replace"), dtype=np.uint8)
    letters[: len(head)] = head
    return np.unique(letters[_KEPT[slips_of(form) >= _SLIPS]] @ _POWERS)


def slips_of(form: str) -> int:
    """Say by how many letters another spelling of a word may differ.

    >>> slips_of("li"), slips_of("kim"), slips_of("petrov")
    (0, 1, 2)
    """
    return (len(form) >= ONE_SLIP) + (len(form) >= TWO_SLIPS)


def listed_keys(word: Token) -> Iterator[int]:
    """Give a listed word's keys besides those of its spelling; `asked_keys` gives those that it is to be found by."""
    yield from _keys(word)
    own = _way_of(word.native)
    for script in SCRIPTS if own is None else (own,):
        kind = f"Latin for {script}" if own is None else f"{script} for Latin"
        yield from (key_of(kind, told) for told in _told_in(word.form, script))


def asked_keys(word: Token) -> Iterator[int]:
    """Give the keys of the listed words that this one may be, besides those of its spelling."""
    yield from _keys(word)
    own = _way_of(word.native)
    for script in SCRIPTS if own is None else (own,):
        kind = f"{script} for Latin" if own is None else f"Latin for {script}"
        yield from (key_of(kind, told) for told in _told_in(word.form, script))


def _told_in(form: str, script: str) -> Iterator[str]:
    """Give what a script tells of a word: its consonants, and in Japanese its vowels too."""
    vowels = vowels_of(form) if script == "Katakana" else ""
    return (f"{bones} {vowels}" for bones in bones_of(form, script) if len(bones) >= FEWEST_BONES)


def _way_of(native: str) -> str | None:
    script = script_of_word(native)
    return None if script is None else _LIKE.get(script, script)


def _keys(word: Token) -> Iterator[int]:
    """Give the keys that alike words share whichever of them is listed: by family, meaning, letters, syllables."""
    form = word.form
    for family in families_of(form) | families_of(word.native):
        yield key_of("family", str(family))
    if word.symbol is not None:
        yield key_of("symbol", word.symbol)
    if not word.native.isascii():
        yield key_of("native", word.native)
    if script_of_word(word.native) is not None:
        masked = "".join([chr(_FIRST + ord(letter) % _MASKED) for letter in word.native])
        yield from (key ^ _NATIVE for key in spelling_keys_of(masked).tolist())
    if not word.native.isascii():
        yield from (key_of("chinese", syllables) for syllables in chinese_abroad(word.native))
        if is_cyrillic(word.native):
            yield from (key_of("korean", syllables) for syllables in korean_in_cyrillic(word.native))
    yield from _place_keys(form)
    if may_be_syllables(form):
        yield from (key_of("korean", syllables) for syllables in korean(form))
        yield from (key_of("chinese", syllables) for syllables in chinese(form))


def _place_keys(form: str) -> Iterator[int]:
    """Give the keys of a Russian adjective of a place and of the place: kaluzhskiy, kaluga."""
    plain = form.replace("ye", "e").replace("yo", "o").replace("c", "k").replace("w", "v").replace("zh", "g")
    found = _ADJECTIVE.fullmatch(plain)
    yield key_of("place", plain.rstrip("aeiouy").removesuffix("sk") if found is None else found[1])


def sound_keys(form: str) -> Iterator[int]:
    """Give the keys of a word's consonants: as they sound, and as they are written, for a word without its vowels.

    >>> bool({*sound_keys("vladimir")} & {*sound_keys("wladimir")})
    True
    >>> bool({*sound_keys("mhmd")} & {*sound_keys("muhammad")})
    True
    """
    yield from map(sound_key, sounds_of(form))
    yield from bare_keys(form)


def sound_key(sound: Sound) -> int:
    """Give the key of a word's consonants by one way to say it; one consonant alone does not tell without vowels."""
    return key_of("sound", sound.consonants if len(sound.consonants) > 1 else sound.full)


def bare_keys(form: str) -> frozenset[int]:
    """Give the keys of a word's consonants as they are written, and with those said twice once."""
    return frozenset(key_of("bare", one.translate(_VOWELS) or one) for one in (form, single(form)))


def number_key(value: str) -> int:
    """Give the key of an identifier, by its letters and digits alone."""
    return key_of("number", "".join(char for char in value.upper() if char.isalnum()))


def sum_of_numbers(numbers: Iterable[str]) -> int:
    """Give one number for all the numbers in a name; 0 for a name without. Names of other numbers have another.

    >>> sum_of_numbers(("7", "12")) == sum_of_numbers(("12", "7")) != sum_of_numbers(("7",))
    True
    """
    return sum(key_of("in a name", number) | 1 for number in numbers) % 2**32


def key_of(kind: str, text: str) -> int:
    """Give the key of a text of some kind; different texts may have the same, one in 4,000 million."""
    return crc32(f"{kind}\n{text}".encode("utf-8", "replace"))
