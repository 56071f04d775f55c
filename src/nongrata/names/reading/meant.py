"""Words of legal forms and activities in other dress: transliterated otherwise, without vowels, with a slip."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from nongrata.names.tables import tables

_SHORTEST_WITH_SLIP = 4
_SHORTEST_STEM = 5
_SHORTEST_SKELETON = 4
_SHORTEST_OF_FORM = 3
_INNER_VOWELS = re.compile("(?<=.)[aeiou](?=.)")
# One sound of Russian as several transliterations write it, and the endings that adjectives and cases take.
_SPELLINGS = (
    ("shch", "sh"), ("sch", "sh"), ("tc", "ts"), ("kh", "h"), ("ye", "e"), ("ja", "ya"), ("ia", "ya"), ("ju", "yu"),
    ("iu", "yu"), ("ij", "y"), ("yj", "y"), ("iy", "y"), ("yy", "y"), ("ii", "y"), ("yi", "y"), ("oi", "oy"),
    ("bye", "be"), ("yo", "o"),
)  # fmt: skip
_ENDINGS = re.compile("(?:ogo|omu|oe|oy|aya|uyu|ymi|yh|ih|om|e|y|a|i|o|yu)$")


@lru_cache(maxsize=65_536)
def meant(form: str) -> str:
    """Give the known word that a word in another dress is meant for, or the word itself.

    >>> meant("cornpany"), meant("obschestvo"), meant("aktsionernaia"), meant("prdctn"), meant("gazprom")
    ('company', 'obshchestvo', 'aktsionernoe', 'production', 'gazprom')
    """
    if form in tables().bodies.words or form in tables().long_words:
        return form
    if (found := _by_stem().get(stem(form)) or _by_skeleton().get(form)) is not None:
        return found
    if len(form) < _SHORTEST_WITH_SLIP:
        return form
    slip = process.extractOne(form.replace("rn", "m"), tables().long_words, scorer=OSA.distance, score_cutoff=1)
    return str(slip[0]) if slip else form


def is_slip(form: str) -> bool:
    """Tell whether a word is meant for another only because it differs from it by a slip."""
    if form in tables().bodies.words or form in tables().long_words:
        return False
    return stem(form) not in _by_stem() and form not in _by_skeleton()


def stem(form: str) -> str:
    """Give what the transliterations and the endings of a Russian word have in common.

    >>> stem("nauchnoye") == stem("nauchnaia"), stem("shipping")
    (True, 'shipping')
    """
    for spelled, plain in _SPELLINGS:
        form = form.replace(spelled, plain)
    return _ENDINGS.sub("", form)


@lru_cache(maxsize=1)
def _by_stem() -> dict[str, str]:
    """Give the known words of Russian by their stems; they are those of legal forms, and those with its endings."""
    found: dict[str, str] = {}
    for word in (*tables().long_words, *tables().bodies.words):
        key = stem(word)
        if len(key) >= _SHORTEST_STEM and key != word and _is_known(word):
            found.setdefault(key, word)
    return found


@lru_cache(maxsize=1)
def _by_skeleton() -> dict[str, str]:
    """Give the long known words without their inner vowels; none that two words share."""
    found: dict[str, str] = {}
    for word in (*tables().long_words, *tables().bodies.words):
        skeleton = _INNER_VOWELS.sub("", word)
        shortest = _SHORTEST_OF_FORM if word in tables().long_words else _SHORTEST_SKELETON
        if len(skeleton) >= shortest and len(skeleton) < len(word) and _is_known(word):
            found.setdefault(skeleton, word)
    return found


def _is_known(word: str) -> bool:
    return word in tables().long_words or tables().bodies.words[word][0] in ("legal", "generic")
