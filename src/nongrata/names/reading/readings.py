"""How Chinese letters are read: in Mandarin, as pinyin writes it, and in Cantonese, as Hong Kong's names do."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

from nongrata.names.tables import tables

_HARD = str.maketrans("bdg", "ptk")  # as Hong Kong writes hard consonants, or not: ga chiu, ka chiu
_LONGEST = 8  # letters of a name of a body that is read in Cantonese


@lru_cache(maxsize=16_384)
def pinyin(run: str) -> str:
    """Give letters in pinyin, as names have them.

    >>> pinyin("長江".translate(tables().simplified)), pinyin("习近平")
    ('changjiang', 'xijinping')
    """
    known = tables().pinyin
    return "".join([known.get(letter) or anyascii(letter).lower() for letter in run]).replace(" ", "")


def family_pinyin(surname: str) -> str:
    """Give a Chinese family name in pinyin: some letters are read otherwise there.

    >>> family_pinyin("薄"), pinyin("薄")
    ('bo', 'bao')
    """
    return tables().pinyin_surnames.get(surname) or pinyin(surname)


def is_mandarin(native: str, form: str) -> bool:
    """Be the reading of these letters in Mandarin."""
    return form in (pinyin(native), tables().pinyin_surnames.get(native))


def cantonese(run: str) -> str | None:
    """Give letters in Cantonese, by the first of their readings each; None where one has none."""
    read = [tables().cantonese.get(letter) for letter in run]
    return "".join([sounds[0] for sounds in read if sounds]) if all(read) else None


def is_cantonese(native: str, form: str) -> bool:
    """Be these letters in Cantonese, by any of their readings and in any of the ways of writing them.

    >>> is_cantonese("新鸿基", "sunhungkei"), is_cantonese("新鸿基", "sunhungkwan")
    (True, False)
    """
    pattern = _in_cantonese(native)
    return pattern is not None and pattern.fullmatch(form.translate(_HARD)) is not None


@lru_cache(maxsize=16_384)
def _in_cantonese(native: str) -> re.Pattern[str] | None:
    read = [tables().cantonese.get(letter) for letter in native] if len(native) <= _LONGEST else [None]
    if not all(read):
        return None
    either = ("|".join([sound.translate(_HARD) for sound in sounds]) for sounds in read if sounds)
    return re.compile("".join([f"(?:{sounds})" for sounds in either]))
