"""Families of names: one name of people in many languages and scripts, as Wikidata knows them.

Packed: the sums (CRC-32) of all spellings in order, each with the number of its family; so a spelling is found by
bisection, and nothing is kept of the spellings themselves.
"""

from __future__ import annotations

import sys
import unicodedata
import zlib
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate, pairwise

from nongrata.names.tables import tables

_BYTES = 4
FIRST_NICKNAME = 1 << 24  # numbers of families from here on are those of nicknames
_ALEF = str.maketrans(
    {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ة": "ه",
        "ۀ": "ه",
        "ک": "ك",
        "ؤ": "و",
        "ئ": "ي",
        "ـ": None,
    }
)


@dataclass(frozen=True, slots=True)
class _Families:
    sums: array[int]
    numbers: array[int]


@lru_cache(maxsize=65_536)
def families_of(form: str) -> frozenset[int]:
    """Give the numbers of the families that a word belongs to, in Latin letters or its own.

    >>> bool(families_of("vladimir") & families_of("wladimir")), bool(families_of("bill") & families_of("william"))
    (True, True)
    """
    packed, wanted = _families(), sum_of(form)
    at = bisect_left(packed.sums, wanted)
    found = set()
    while at < len(packed.sums) and packed.sums[at] == wanted:
        found.add(packed.numbers[at])
        at += 1
    return frozenset(found.union(number + FIRST_NICKNAME for number in tables().nicknames.get(form, ())))


def sum_of(form: str) -> int:
    """Give the sum of a spelling, without vowel points and with one letter alef."""
    if not form.isascii():
        form = "".join([letter for letter in form.translate(_ALEF) if not unicodedata.combining(letter)])
    return zlib.crc32(form.encode("utf-8", "replace"))


def pack_families(rows: list[tuple[int, int]]) -> bytes:
    """Give pairs of a sum and a number as families.bin holds them: differences of sums, then numbers, byte by byte."""
    rows = sorted(rows)
    steps = array("I", [later - earlier for earlier, later in pairwise([0, *(total for total, _number in rows)])])
    whole = (steps.tobytes(), array("I", [number for _total, number in rows]).tobytes())
    return zlib.compress(b"".join(part[at::_BYTES] for part in whole for at in range(_BYTES)), 9)


@lru_cache(maxsize=1)
def _families() -> _Families:
    packed = zlib.decompress(files("nongrata.names").joinpath("families.bin").read_bytes())
    half = len(packed) // 2
    return _Families(array("I", accumulate(_together(packed[:half]))), _together(packed[half:]))


def _together(planes: bytes) -> array[int]:
    """Give the numbers whose lowest bytes come first, then all their second bytes, and so on."""
    count = len(planes) // _BYTES
    whole = bytearray(len(planes))
    for at in range(_BYTES):
        whole[at::_BYTES] = planes[at * count : (at + 1) * count]
    found = array("I", bytes(whole))
    if sys.byteorder == "big":
        found.byteswap()
    return found
