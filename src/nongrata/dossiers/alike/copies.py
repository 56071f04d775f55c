"""Near-copies: one text, though cut short, under another headline, in another spelling, with a paragraph more.

A text is its runs of four words, in their order. Of two texts that are one, most runs of the shorter one stand in the
longer one, those of its beginning too: papers cut copy from the end. Of two reports on one event a few do; and of two
releases of one office, which end with the same pages of law, many do, but few of their beginnings.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from nongrata.values import fold

Shingles = tuple[int, ...]  # in the order of the text, each once

RUN = 4  # words
ONE_IN = 8  # of the runs by which copies are looked up
MOST = 24  # of those, the lowest ones: copies of a long text share enough of them
ENOUGH = 0.5  # of the shorter text's runs in the longer one
FEW = 30  # runs: below, two texts must agree in nearly all
ENOUGH_OF_FEW = 0.85
BEGINNING = 3  # the first third of each text, and how much of it is in the other: a paragraph may have been put
ENOUGH_OF_SHORTER, ENOUGH_OF_LONGER = 0.4, 0.4  # before it, and the shorter one may be cut there
SHORT = 0xFFFF_FFFF  # a run is told by 32 bits: of two texts, hardly one run is alike by chance
_LONGEST = 200_000  # letters
# British and American spellings of one word, by their endings.
_SPELLINGS = (
    (re.compile(r"is(e|ed|es|ing|ation|ations|er|ers)$"), r"iz\1"),
    (re.compile(r"ys(e|ed|es|ing)$"), r"yz\1"),
    (re.compile(r"our(s|ed|ing|ite|ites|able|al|er|ers|less|ful)?$"), r"or\1"),
    (re.compile(r"([bt])re(s|d)?$"), r"\1er\2"),
    (re.compile(r"ll(ed|ing|er|ers)$"), r"l\1"),
    (re.compile(r"ence(s?)$"), r"ense\1"),
    (re.compile(r"ogue(s?)$"), r"og\1"),
    (re.compile(r"amme(s?)$"), r"am\1"),
    (re.compile(r"^(gr)ey"), r"\1ay"),
)


def shingles_of(paragraphs: Iterable[str]) -> Shingles:
    """Give a text's runs of words, as numbers; none goes from one paragraph into the next.

    >>> one = shingles_of(["The ministry organised a programme in the harbour."])
    >>> one == shingles_of(["The ministry organized a program in the harbor"])
    True
    """
    found: dict[int, None] = {}
    left = _LONGEST
    for paragraph in paragraphs:
        words = [_spelt(word) for word in fold.__wrapped__(paragraph[:left]).split()]
        left -= len(paragraph)
        found |= dict.fromkeys(_number(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
        if left <= 0:
            break
    return tuple(found)


def looked_up(shingles: Shingles) -> tuple[int, ...]:
    """Give the runs by which a text's copies are looked up: the same ones in each of them."""
    return tuple(sorted(each for each in shingles if each % ONE_IN == 0)[:MOST])


def is_near_copy(one: Shingles, other: Shingles) -> bool:
    """Be one text: nearly all of the shorter one stands in the longer one."""
    shorter, longer = sorted((one, other), key=len)
    if not shorter:
        return False
    there = set(longer)
    return (
        _share(shorter, there) >= (ENOUGH if len(shorter) >= FEW else ENOUGH_OF_FEW)
        and _share(_beginning(shorter), there) >= ENOUGH_OF_SHORTER
        and _share(_beginning(longer), set(shorter)) >= ENOUGH_OF_LONGER
    )


def _beginning(runs: Shingles) -> Shingles:
    return runs[: max(1, len(runs) // BEGINNING)]


def _share(runs: Shingles, there: set[int]) -> float:
    return sum(run in there for run in runs) / len(runs)


def _spelt(word: str) -> str:
    """Give a word in one spelling: "organised" as "organized"."""
    if len(word) > 4:
        for british, american in _SPELLINGS:
            word, changed = british.subn(american, word, count=1)
            if changed:
                break
    return word


def _number(words: list[str]) -> int:
    digest = hashlib.blake2b(" ".join(words).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1 & SHORT
