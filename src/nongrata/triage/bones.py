"""Words as numbers that are equal for words that may be one in another spelling, case or script.

A number is made from a word's bones: its letters folded to Latin, digraphs as one letter, without vowels and h. So
Putin, Putina, ПУТИНЫМ and Poutine are one. What is found by bones is compared letter by letter afterwards.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from importlib import resources
from json import loads

from nongrata.names.tables import tables
from nongrata.screening.words import LEGAL_FORMS
from nongrata.triage.plain import CLOSED, OPENED, PART
from nongrata.triage.ways import Way
from nongrata.values import fold

# The lowest bits of a word's number on a page are flags.
ENDS_RUN, IS_LOW, OF_SANCTIONS, OF_SHIPS, IS_SHOUTED, ENDS_PART, OPENS_LINK, CLOSES_LINK, IS_FORM = (
    1 << bit for bit in range(9)
)
FLAGS = 511
_MARKS = {bytes((PART,)): ENDS_RUN | ENDS_PART, bytes((OPENED,)): OPENS_LINK, bytes((CLOSED,)): CLOSES_LINK}
ALL = (1 << 64) - 1
_MOST_KEPT = 400_000  # words whose numbers are kept

WORDS = loads(resources.files("nongrata.triage").joinpath("words.json").read_text("utf-8"))
_OF_NO_NAME = frozenset(WORDS["passed_over"].split())
_PASSED_OVER = _OF_NO_NAME | LEGAL_FORMS
_FORMS = LEGAL_FORMS - _OF_NO_NAME
_ABBREVIATED = frozenset(WORDS["abbreviated"].split())
_SANCTIONS, _SHIPS = (tuple(WORDS[name].split()) for name in ("sanction_words", "ship_words"))
# What one language writes sch another writes sh, ch, sz, s, and one's ch is another's tsch, tch, cz, c.
_DIGRAPHS = {
    **dict.fromkeys(("shch", "tsch", "sch", "tch", "sh", "ch", "zh", "sz", "cz", "ts", "tz", "c", "z"), "s"),
    **dict.fromkeys(("dsch", "dzh", "dj"), "j"),
    **{"kh": "h", "gh": "g", "ph": "f", "th": "t", "dh": "d", "ck": "k", "q": "k", "w": "v", "x": "ks"},
}
_DIGRAPH = re.compile("|".join(sorted(_DIGRAPHS, key=len, reverse=True)))
_SOFT = str.maketrans("", "", "aeiouyh")
_LIKE_VOWELS = str.maketrans("eyo", "iiu")
_TWICE = re.compile(r"(.)\1+")
_CYRILLIC = re.compile("[а-яёіїєґ]")
# The endings of names in the Slavic languages written in Cyrillic, the longest first.
_CASES = re.compile(
    "(?:ого|его|ому|ему|ыми|ими|ами|ями|ові|еві|ым|им|ом|ем|єм|ой|ей|ою|ею|єю|ах|ях|ам|ям|[аяуюыиіїеоёьй])$"
)
_ARABIC = re.compile("[\u0600-\u06ff]")
_ARABIC_SIGNS = str.maketrans("أإآٱىةؤئ", "ااااياوي", "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670")
_ARABIC_FRONT = re.compile("^و?(?:ال|[بكل]ال|لل|[بلك](?=.{4}))?")
_SHORTEST_STEM = 3
_KATAKANA = re.compile("[\u30a1-\u30fc]{2,}")


class WordNumbers(dict[bytes, int]):
    """The number of each word of a page read in one way, flags included; 0 for a word that is passed over. Bounded."""

    __slots__ = ("way",)

    def __init__(self, way: Way = ()) -> None:
        super().__init__()
        self.way = way

    def __missing__(self, word: bytes) -> int:
        if len(self) >= _MOST_KEPT:
            self.clear()
        number = self[word] = _number_on_page(word, self.way)
        return number


def _number_on_page(word: bytes, way: Way) -> int:
    if word in _MARKS:
        return _MARKS[word]
    ends = word.endswith(b"\x01")
    bare = word.rstrip(b"\x01")
    if not bare:
        return ENDS_RUN
    flag = ENDS_RUN if ends and len(bare) > 1 and bare.lower().decode("utf-8", "replace") not in _ABBREVIATED else 0
    text = bare.decode("utf-8", "replace")
    lower = text.lower()
    flag |= OF_SANCTIONS * lower.startswith(_SANCTIONS) | OF_SHIPS * lower.startswith(_SHIPS)
    if 97 <= bare[0] <= 122 and text in _PASSED_OVER:
        return flag
    if text[0].islower():
        return flag | IS_LOW
    flag |= IS_FORM * (lower in _FORMS)
    form = folded(text, way)
    return number_of(form) | flag | IS_SHOUTED * text.isupper() if form else flag


@lru_cache(maxsize=200_000)
def folded(word: str, way: Way = ()) -> str:
    """Give a word in lower-case Latin letters, or as it is where it is one letter of Han, kana, Hangul or Thai.

    Case endings of Cyrillic names and what Arabic writes together with a name are off; a name in Latin letters is as it
    is read in this way. Empty: a word to pass over.

    >>> folded("Владимиром"), folded("Putin's"), folded("of"), folded("习")
    ('vladimir', 'putin', '', '习')
    """
    if _KATAKANA.fullmatch(word):
        return word  # as lists write it, or another name: in Latin letters it would be like some
    if len(word) == 1:
        return word.translate(tables().simplified) if word >= "\u0e00" else ""
    text = word.lower().removesuffix("'s").removesuffix("'")
    for found, becomes in way:
        text = found.sub(becomes, text)
    if not text.isascii():
        if _CYRILLIC.search(text):
            text = _without_case(text)
        elif _ARABIC.search(text):
            text = text.translate(_ARABIC_SIGNS)
            text = text if len(text) < 4 else _ARABIC_FRONT.sub("", text) or text
    form = fold(text).replace(" ", "") if not text.isalnum() or not text.isascii() else text
    return "" if len(form) < 2 or form in _PASSED_OVER else form


def number_of(form: str) -> int:
    """Give a folded word's number, without flags: the same for words of the same bones."""
    return salted_number(bones(form), "")


def salted_number(text: str, salt: str) -> int:
    """Give a number for a text, without flags, never 0; another one with another salt."""
    digest = hashlib.blake2b(f"{salt}{text}".encode(), digest_size=8).digest()
    return (int.from_bytes(digest, "little") & ~FLAGS) or FLAGS + 1


def bones(form: str) -> str:
    """Give what is left of a folded word without vowels.

    >>> bones("hizballah") == bones("hezbollah"), bones("usama") == bones("osama"), bones("2024")
    (True, True, '2024')
    """
    if not form.isascii() or form.isdigit():
        return form
    said = _DIGRAPH.sub(lambda found: _DIGRAPHS[found[0]], form)
    first = "a" if said[0] in "aeiouy" else said[0]
    found = _TWICE.sub(r"\1", first + said[1:].translate(_SOFT))
    is_told = len(found) > 1 + (first == "a")
    return found if is_told else _TWICE.sub(r"\1", form.translate(_LIKE_VOWELS))  # Ali and Xi have but one consonant


def _without_case(word: str) -> str:
    while (ending := _CASES.search(word)) is not None and ending.start() >= _SHORTEST_STEM:
        word = word[: ending.start()]
    return word
