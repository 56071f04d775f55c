"""Keys: what two spellings of one word have in common, so that the one is found by the other without comparing all.

A key is a number of 32 bits. Words that share a key may be alike, and are compared; words that share none are not.
Keys of spelling are those of symmetric deletion: what is left of a word's first letters when up to two are dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from nongrata.names.families import families_of
from nongrata.names.record import Token

Keys = NDArray[np.uint32]

WIDTH = 7  # letters that keys of spelling look at: two more than a word of five, the longest with one slip only
ONE_SLIP, TWO_SLIPS = 3, 6  # from how many letters on a word may differ by one, by two

_DROPPED = [drop for count in range(3) for drop in combinations(range(WIDTH), count)]
_KEPT = np.array([[i for i in range(WIDTH) if i not in drop] + [WIDTH] * len(drop) for drop in _DROPPED])
_SLIPS = np.array([len(drop) for drop in _DROPPED])
_POWERS = np.array([pow(1_000_003, i + 1, 2**32) for i in range(WIDTH)], dtype=np.uint32)


def _pairs(text: str) -> dict[str, str]:
    words = (pair.partition("=") for pair in text.split())
    return {letters: sound for letters, _, sound in words}


# Letters that other spellings write for one another: as they sound, and as those write who hear or read them otherwise.
_SOUNDS = (
    _pairs("sch=s tch=s ch=s gh=k kh=h ph=f sh=s th=t zh=s dj=s dz=s ts=s tz=s ck=k x=ks"),
    _pairs("sch=s tch=s ch=k gh=h kh=k ph=f sh=s th=t zh=s dj=y dz=s ts=s tz=s ck=k x=ks j=y"),
)
_WAYS = tuple((re.compile("|".join(sounds)), sounds) for sounds in _SOUNDS)
_LETTERS = str.maketrans("bcdfgjqwz", "pktvkskvs")
_SILENT = str.maketrans("", "", "aeiouyh")
_TWICE = re.compile(r"(.)\1+")


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


def other_keys(token: Token) -> Iterator[int]:
    """Give a word's keys besides those of its spelling: its sounds, its families, its meaning, its own script."""
    for bones in bones_of(token.form):
        yield key_of("sound", bones)
    for family in families_of(token.form) | families_of(token.native):
        yield key_of("family", str(family))
    if token.symbol is not None:
        yield key_of("symbol", token.symbol)
    if not token.native.isascii():
        yield key_of("native", token.native)
    if len(token.form) == 1:
        yield initial_key(token.form)


def initial_key(letter: str) -> int:
    """Give the key of an initial, and of every word as far as it may be written as one."""
    return key_of("initial", letter)


def bones_of(form: str) -> frozenset[str]:
    """Give a word's consonants by their sound, one letter each, with no vowel but the first; two ways where they vary.

    >>> bones_of("muhammad") == bones_of("mohamed") == bones_of("mhmd")
    True
    >>> bones_of("aleksandr") == bones_of("alexander"), bool(bones_of("khadafi") & bones_of("qaddafi"))
    (True, True)
    """
    return frozenset(_bones(_said(form, *way)) for way in _WAYS if form)


def _said(form: str, groups: re.Pattern[str], sounds: dict[str, str]) -> str:
    return groups.sub(lambda found: sounds[found.group()], form)


def _bones(text: str) -> str:
    text = text.translate(_LETTERS)
    return _TWICE.sub(r"\1", ("a" if text[0] in "aeiouy" else text[0]) + text[1:].translate(_SILENT))


def key_of(kind: str, text: str) -> int:
    """Give the key of a text of some kind; different texts may have the same, one in 4,000 million."""
    return crc32(f"{kind}\n{text}".encode("utf-8", "replace"))
