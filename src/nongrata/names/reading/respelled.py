"""Words of Arabia, India and Thailand, respelled where AnyAscii's tables, letter by letter, miss what is read."""

from __future__ import annotations

import re

_BLOCKS = (0x0900, 0x0980, 0x0A00, 0x0A80, 0x0B00, 0x0C00, 0x0C80, 0x0D00)  # of India's scripts: one order of letters
_NASAL = "".join([chr(block + 0x02) for block in _BLOCKS]) + "\u0a70\u0d82"  # anusvara, Gurmukhi's tippi
_LIPS = "".join([chr(block + at) for block in _BLOCKS for at in range(0x2A, 0x2F)]) + "\u0db4-\u0db8"
_ANUSVARA = re.compile(f"[{_NASAL}](?![{_LIPS}])")  # an N, but an M before lips: नरेंद्र
_NG = re.compile("\u0982(?!\\w)")  # at a word's end Bengali's is an NG
_CHA = re.compile("[" + "".join([chr(block + 0x1A) for block in _BLOCKS]) + "\u0b9a\u0da0]")
# Letters of Hindi that a dot below turns into sounds of Persian and Arabic.
_NUKTA = "\u093c"
_DOTTED_SOUNDS = {"क": "q", "ख": "kh", "ग": "gh", "ज": "z", "ड": "r", "ढ": "rh", "फ": "f"}
_DOTTED = re.compile(f"([{''.join(_DOTTED_SOUNDS)}]){_NUKTA}")
# The sign of Thai above a letter that is not heard, in words of Sanskrit with the one before: ลักษณ์ is lak, จันทร์ chan.
# Above the letters of foreign names it tells that they end a syllable, and Latin letters keep those: เซียร์เกย์, Sergei.
_SILENT = re.compile("(?:ทร|ตร|ษณ|[ดต]ิ|(?<=ต)น|[ณธษศฐฒ][\u0e34\u0e38]?)\u0e4c")
_THAI = (
    (re.compile("รร(?=[ก-ฮ])"), "ะ"),  # วรรณ is wan
    (re.compile("รร"), "น"),
    (re.compile("ษ(?=[ฎฏฐ])"), ""),  # ราษฎร is rat
    (re.compile("(?<=[ก-ฮะ-ู])ญ(?![ะ-ฺเ-ไ])"), "น"),  # at the end of a syllable: เจริญ
)
# Vowels that Thai writes before the consonant after which they are heard, and the letter that only bears a vowel.
_BEFORE, _BEARER = re.compile("([เแโใไ])([ก-ฮ])"), re.compile("(?<![ก-ฮะ-ฺ])อ(?=[ะ-ฺ])")
# Letters of Hebrew that a stroke turns into sounds of other languages: ג'ונג is Jong.
_STROKE = re.compile("([גזצץ])['׳’]")
_STROKED = {"ג": "j", "ז": "zh", "צ": "ch", "ץ": "ch"}
_ALEF = re.compile("(?<=[\u0620-\u064a\u06a9-\u06cc])ا")  # within a word it is an A
_ARABIC = str.maketrans("ضؤہھۃ", "ظوههه")  # Z in Persian and D in Arabic, as the other is: Reza, Riyadh; and a W: داؤد


def respelled(word: str) -> str:
    """Give a word as it is to be read letter by letter.

    >>> respelled("จันทร์"), respelled("โยจอง"), respelled("داؤد"), respelled("ג'ונג")
    ('จัน', 'ยโจอง', 'دaود', 'jונג')
    """
    if word.isascii():
        return word
    if "\u0900" <= word[:1] <= "\u0dff":
        word = _NG.sub("ng", word)
        word = _CHA.sub("ch", _ANUSVARA.sub("n", _DOTTED.sub(lambda found: _DOTTED_SOUNDS[found[1]], word)))
    elif "\u0e00" <= word[:1] <= "\u0e7f":
        word = _BEARER.sub("", _BEFORE.sub(r"\2\1", _SILENT.sub("", word)))
        for letters, read in _THAI:
            word = letters.sub(read, word)
    elif "\u0620" <= word[:1] <= "\u06d5":
        word = _ALEF.sub("a", word).translate(_ARABIC)
    elif "\u0590" <= word[:1] <= "\u05ff":
        word = _STROKE.sub(lambda found: _STROKED[found[1]], word)
    elif "\u1000" <= word[:1] <= "\u109f":
        word = word.replace("\u1005", "s")
    return word
