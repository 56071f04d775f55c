"""Letters: what is invisible dropped, what only looks alike put right, words told apart in any script."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from nongrata.names.reading.kana import has_kana, kana
from nongrata.names.reading.respelled import respelled
from nongrata.names.tables import tables
from nongrata.values import fold

LONGEST = 1000  # characters of a name that are read

# Combining marks are no letters to `re`, yet belong to words: Hebrew, Arabic, Indic, Thai, Lao, Burmese, Khmer.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0dff"
    "\u0e31-\u0e4e\u0eb1-\u0ece\u102b-\u103e\u1056-\u1059\u17b4-\u17d3\u1ab0-\u1aff\u1dc0-\u1dff\ua67c\ua67d"
)
_APOSTROPHES = "'’ʼ`´‘ʻʹʿʾ′׳"
_WORD = re.compile(rf"[^\W_][\w{_MARKS}{_APOSTROPHES}]*|[{_APOSTROPHES}][^\W_][\w{_MARKS}{_APOSTROPHES}]*")
_POSSESSIVE = re.compile(rf"(?<=\w\w)[{_APOSTROPHES}]s(?!\w)", re.I)
_NOT_SHOWN = dict.fromkeys((*range(32), *range(127, 160)), " ")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")


def clean(text: str) -> str:
    """Give a text cut to what is read of a name, without invisible characters, in its plainest letters.

    >>> clean("G\\u200bASMI  Ｌｔｄ\\u202e")
    'GASMI  Ltd'
    """
    text = text[:LONGEST].translate(_NOT_SHOWN)
    if text.isascii():
        return text
    shown = [letter for letter in text if unicodedata.category(letter) not in ("Cf", "Cs", "Co", "Cn")]
    return unicodedata.normalize("NFKC", "".join(shown))[:LONGEST]


def words_of(text: str) -> list[str]:
    """Give the words of a cleaned text as written, letters that pretend to be of another script put right.

    >>> words_of("ВАRВОSА-Putin's (Пyтин)")
    ['BARBOSA', 'Putin', 'Путин']
    """
    words = _WORD.findall(_POSSESSIVE.sub("", text))
    if text.isascii():
        return words
    is_latin = sum(bool(_LATIN.search(word)) for word in words) * 2 > len(words)
    return [word if word.isascii() else _put_right(word, is_latin=is_latin) for word in words]


@lru_cache(maxsize=16_384)
def _put_right(word: str, *, is_latin: bool) -> str:
    """Undo a disguise: Cyrillic or Greek letters in a Latin word, Latin letters in a Cyrillic one."""
    looks = tables().lookalikes
    if _LATIN.search(word):
        plain = word.translate(looks.other).translate(looks.to_latin)
        if not _is_foreign(plain):
            return plain
        cyrillic = word.translate(looks.to_cyrillic)
        return word if _LATIN.search(cyrillic) else cyrillic
    if is_latin and not _is_foreign(plain := word.translate(looks.to_latin)):
        return plain.translate(looks.other) if plain != word else word
    return word


def _is_foreign(word: str) -> bool:
    """Have letters of Greek or Cyrillic."""
    return any("\u0370" <= letter <= "\u052f" for letter in word)


@lru_cache(maxsize=65_536)
def latin(word: str) -> str:
    """Give a word in lower-case Latin letters, Greek and Armenian pairs of letters by their sound.

    >>> latin("Μπακογιάννη"), latin("Պուտին"), latin("Путин"), latin("أحمد")
    ('bakogianni', 'putin', 'putin', 'ahmd')
    """
    if not word.isascii() and _PAIRED.search(word):
        plain = "".join([letter for letter in unicodedata.normalize("NFD", word.lower()) if letter != "\u0301"])
        word = _PAIRS.sub(lambda found: _PAIR_SOUNDS[found.group()], plain)
    if has_kana(word):
        word = kana(word)
    form = fold(respelled(word)).replace(" ", "")
    return f"a{form}" if word[:1] in _FIRST_VOWELS and form[:1] not in _VOWELS else form


# Alef and ayin, which AnyAscii leaves out where they carry a word's first vowel.
_FIRST_VOWELS = frozenset("اأإآٱعאע")
_VOWELS = frozenset("aeiou")
_PAIRED = re.compile("[\u0370-\u03ff\u1f00-\u1fff\u0530-\u058f]")
_PAIR_SOUNDS = {
    "μπ": "b",
    "ντ": "d",
    "γκ": "g",
    "γγ": "ng",
    "τσ": "ts",
    "τζ": "tz",
    "ου": "u",
    "αυ": "av",
    "ευ": "ev",
    "ու": "u",
}
_PAIRS = re.compile("|".join(_PAIR_SOUNDS))


@lru_cache(maxsize=8192)
def without_digits(word: str) -> str:
    """Give a word with the digits and signs that stand for letters in it as letters; other words as they are.

    >>> without_digits("Sech1n"), without_digits("SIVAK0V"), without_digits("AR16"), without_digits("737")
    ('Sechin', 'SIVAKoV', 'AR16', '737')
    """
    letters = sum(letter.isalpha() for letter in word)
    if letters < 3 or letters == len(word) or letters * 2 < len(word) or word[-2:].isdigit():
        return word
    return word.translate(tables().lookalikes.digits)
