"""The language of a name, as the lists tell it: by a code of two or three letters, or by its English name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

# ISO 639-1: English names, and the codes of ISO 639-2 and 639-3.
_LANGUAGES: Mapping[str, tuple[str, ...]] = {
    "ar": ("arabic", "ara"),
    "az": ("azerbaijani", "azeri", "aze"),
    "be": ("belarusian", "belarussian", "bel"),
    "bg": ("bulgarian", "bul"),
    "bn": ("bengali", "bangla", "ben"),
    "bs": ("bosnian", "bos"),
    "cs": ("czech", "ces", "cze"),
    "de": ("german", "deu", "ger"),
    "el": ("greek", "ell", "gre"),
    "en": ("english", "eng"),
    "es": ("spanish", "spa"),
    "fa": ("persian", "farsi", "dari", "fas", "per", "prs", "pes"),
    "fr": ("french", "fra", "fre"),
    "he": ("hebrew", "heb"),
    "hi": ("hindi", "hin"),
    "hr": ("croatian", "hrv"),
    "hy": ("armenian", "hye", "arm"),
    "it": ("italian", "ita"),
    "ja": ("japanese", "jpn"),
    "ka": ("georgian", "kat", "geo"),
    "kk": ("kazakh", "kaz"),
    "ko": ("korean", "kor"),
    "ku": ("kurdish", "kur"),
    "ky": ("kyrgyz", "kirghiz", "kir"),
    "mk": ("macedonian", "mkd", "mac"),
    "my": ("burmese", "myanmar", "mya", "bur"),
    "pl": ("polish", "pol"),
    "ps": ("pashto", "pashtu", "pushto", "pus"),
    "pt": ("portuguese", "por"),
    "ro": ("romanian", "ron", "rum"),
    "ru": ("russian", "rus"),
    "so": ("somali", "som"),
    "sr": ("serbian", "srp"),
    "th": ("thai", "tha"),
    "ti": ("tigrinya", "tir"),
    "tr": ("turkish", "tur"),
    "uk": ("ukrainian", "ukr"),
    "ur": ("urdu", "urd"),
    "uz": ("uzbek", "uzb"),
    "vi": ("vietnamese", "vie"),
    "zh": ("chinese", "mandarin", "cantonese", "zho", "chi"),
}
_CALLED = {name: code for code, names in _LANGUAGES.items() for name in names}
_CODE = re.compile(r"[a-z]{2,3}")
# Scripts that write one language only: a name in Cyrillic or Arabic letters may be in any of several.
_OF_SCRIPT = frozenset({"armenian", "chinese", "georgian", "greek", "hebrew", "japanese", "korean", "thai"})


@lru_cache(maxsize=1_024)
def language_of(text: str) -> str | None:
    """Give the code of the language that a list's field states, by ISO 639-1 where that has one; None if it tells none.

    >>> language_of("RU"), language_of("rus"), language_of("Farsi/Persian"), language_of("prg"), language_of("Unknown")
    ('ru', 'ru', 'fa', 'prg', None)
    """
    code = text.strip().lower()
    if _CODE.fullmatch(code):
        return None if code in ("und", "mul", "zxx") else _CALLED.get(code, code)
    return next((_CALLED[word] for word in re.findall(r"[a-z]{4,}", code) if word in _CALLED), None)


def language_of_script(script: str) -> str | None:
    """Give the language that a script tells, as OFAC calls the scripts; None for one that writes several.

    >>> language_of_script("Chinese Simplified"), language_of_script("Cyrillic"), language_of_script("Arabic")
    ('zh', None, None)
    """
    word = script.strip().partition(" ")[0].lower()
    return _CALLED[word] if word in _OF_SCRIPT else None
