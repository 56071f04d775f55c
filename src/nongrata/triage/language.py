"""In which language a page is, told cheaply: from its script, or the commonest words among its first ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from nongrata.articles.language import STOP_WORDS

_WORDS_READ = 250
_FEWEST = 5
_HEAD = 4_096  # bytes of a page in which it may state its language: <html lang="tr-TR">, <language>de</language>
_STATED = re.compile(rb"<html\b[^<>]{0,400}?\blang\s*=\s*[\"']?([a-z]{2})\b|<language>\s*([a-z]{2})\b", re.I)
# The first byte of a letter in UTF-8, and the language whose script it is of where nearly one language uses it.
_SCRIPTS: Mapping[int, str] = {
    **dict.fromkeys(range(0xD8, 0xDC), "ar"),
    **dict.fromkeys(range(0xEA, 0xEE), "ko"),
    **dict.fromkeys(range(0xE4, 0xEA), "zh"),
    0xD7: "he",
    0xE3: "ja",
    0xCE: "el",
}
_BY_WORD: dict[bytes, list[str]] = {}
for _code, _words in STOP_WORDS.items():
    for _word in sorted(_words):
        _BY_WORD.setdefault(_word.encode(), []).append(_code)


def language_of(page: Sequence[bytes]) -> str | None:
    """Give the ISO 639-1 code of a page's language from its words, or None where too little tells.

    >>> language_of(b"The minister said that the talks had been of use to both of the sides".split())
    'en'
    """
    found: Counter[str] = Counter()
    step = max(1, len(page) // _WORDS_READ)  # menus stand in front, the story in the middle
    for word in page[::step]:
        for code in _BY_WORD.get(word.rstrip(b"\x01"), ()):
            found[code] += 1
        script = _SCRIPTS.get(word[0])
        if script is not None:
            found[script] += 1
    if found["ja"]:  # Japanese is written with Han letters too
        found["ja"] += found.pop("zh", 0)
    best = max(found, key=lambda code: (found[code], code), default=None)
    return best if best is not None and found[best] >= _FEWEST else None


def stated_language(body: bytes) -> str | None:
    """Give the code of the language that a page says it is in: what few words do not tell. English is often left so.

    >>> stated_language(b'<!doctype html><html class="no-js" lang="tr-TR">'), stated_language(b'<html lang="en">')
    ('tr', None)
    """
    found = _STATED.search(body[:_HEAD])
    code = (found[1] or found[2]).decode().lower() if found else "en"
    return None if code == "en" else code
