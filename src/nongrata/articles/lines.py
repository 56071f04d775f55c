"""What a line of a page looks like: its length, its end, its words, what stands around it and where in the page.

Each look is a short name, "ends:." or "word:our"; [weighed](weighed.py) gives each its weight.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nongrata.articles.blocks import OUTSIDE, Block, is_sentence

_LENGTHS = (1, 2, 3, 5, 8, 12, 20, 40)  # words
_TITLE_WORDS = 4
_FEWEST_ANNOUNCING = 4  # words over a list
_LONG = 12  # words of a sentence that bounds the story
_QUOTED = re.compile(r"[“\"«][^“”\"«»]{2,}[”\"»]|(?<!\w)[‘'][^‘’']{6,}[’'](?!\w)")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_MOST_WORDS = 60  # of a line that are weighed
_CONTENT = 5  # letters of a word that tells what a line is about
NAME = re.compile(r"[^\W\d_][^\W\d_.]+(?: (?:[^\W\d_a-z][\w.’'-]*|de|da|van|von|der|al|bin)){1,3}")
_NAMES = re.compile(r"[^\W\d_a-z][\w.’'-]*(?: (?:[^\W\d_a-z][\w.’'-]*|de|da|van|von|der|al|bin|and|&)){0,4}")
_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("address", re.compile(r"\S@\S|\w+://|www\.|@\w")),
    ("bar", re.compile(r"\s[|•·›»/]\s|\|")),
    ("bracket", re.compile(r"^[(\[].*[)\]]$|[)\]]$")),
    ("bracket of names", re.compile(r"[(\[](?:[^\W\d_a-z][\w.’'-]*[:/,&]? ?){1,6}[)\]]\.?$")),
    ("signed end", re.compile(r"[.!?”’\"')]\s?[^\W\d_a-z][\w.’'-]+(?:[ /](?:[^\W\d_a-z][\w.’'-]+|\(\w+\))){0,4}$")),
    ("colon", re.compile(r"^[^.:]{2,30}:\s")),
    ("credit", re.compile(r"[A-Za-z]/[A-Z]|©|\b[Pp]hoto|\bPHOTO|\b[Ii]mage\b|\b[Pp]icture")),
    ("day", re.compile(r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|20\d\d)\b", re.I)),
    ("digit", re.compile(r"\d")),
    ("figures", re.compile(r"^[\W\d]+$|^\d")),
    ("list sign", re.compile(r"^(?:[-–•*▪·]|\d{1,2}[.)])\s")),
    ("heading sign", re.compile(r"^(?:#{1,4}\s|\*\*)")),
    ("hash", re.compile(r"^#|\s#\w")),
    ("past", re.compile(r"\b(?:\w{3,}ed|was|were|had|did|told|made|took|went|came|met|held|found|sent|sold|bought)\b")),
    ("present", re.compile(r"\b(?:is|are|has|have|does|do)\b")),
    ("price", re.compile(r"[$€£₹¥]\s?\d")),
    ("said", re.compile(r"\b(?:said|says|told|according to|announced|added|warned|reported|wrote|denied|declined)\b")),
    ("shows", re.compile(r"\b\w{3,}[^s\W]s\b (?:a|an|the|at|in|on|with|to|during|outside|near|hands|past|along)\b")),
    ("slash", re.compile(r"\w/\w")),
)
# Who is spoken of: where a story itself often does so, it tells nothing.
_VOICES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("you", re.compile(r"\b(?:you|your|yours)\b", re.I)),
    ("we", re.compile(r"\b(?:we|our|ours|us)\b")),
    ("i", re.compile(r"\b(?:I|my|me)\b")),
)
_SPEAKERS = frozenset({"you", "your", "yours", "we", "our", "ours", "us", "i", "my", "me"})
_OFTEN = 0.2  # of the story's sentences
_BEGUN = 0.6  # of a story: what it asks of its readers, and tells of itself, stands further down


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A story's blocks, with what is asked of each line again and again."""

    lines: tuple[str, ...]
    kinds: tuple[str, ...]
    again: frozenset[str]  # lines that stand there twice
    short: frozenset[str]  # lines of two or three words: perhaps who wrote the story
    about: frozenset[str]  # words of the title and the first paragraphs
    voices: frozenset[str]  # in which the story itself speaks: "we", "you"
    title: int
    first: int  # places of the first and the last long sentence
    last: int

    @classmethod
    def of(cls, text: str, blocks: Sequence[Block], *, apart: frozenset[int] = frozenset()) -> Page:
        """Give the page; `apart` are places known to be no part of the story."""
        lines = tuple(block.span.of(text) for block in blocks)
        long = [
            i for i, block in enumerate(blocks)
            if i not in apart and is_sentence(text, block) and len(lines[i].split()) >= _LONG
        ]  # fmt: skip
        first, last = (long[0], long[-1]) if long else (len(blocks), len(blocks))
        title = _title(lines, [i for i in range(first) if blocks[i].kind == "headline" and i not in apart], long[:2])
        return cls(
            lines=lines,
            kinds=tuple("apart" if i in apart else _coarse(block) for i, block in enumerate(blocks)),
            again=frozenset(line for line, times in Counter(lines).items() if times > 1),
            short=frozenset(line.lower() for line in lines if len(line.split()) in (2, 3)),
            about=frozenset(word for i in (title, *long[:2]) if i < len(lines) for word in _content(lines[i])),
            voices=_voices([lines[i] for i in long[: math.ceil(len(long) * _BEGUN)]]),
            title=title,
            first=first,
            last=last,
        )


def _title(lines: Sequence[str], headlines: Sequence[int], long: Sequence[int]) -> int:
    """Give the place of the first headline that speaks of what the story does: a section's name may stand above it."""
    said = frozenset(word for i in long for word in _content(lines[i]))
    telling = [i for i in headlines if len(lines[i].split()) >= _TITLE_WORDS and len(said & _content(lines[i])) > 1]
    return min(telling or headlines, default=0)


def announced(page: Page) -> frozenset[int]:
    """Give the places of the short lines under a paragraph that ends in a colon: a list of the story's."""
    found: set[int] = set()
    is_list = False
    for i, (line, kind) in enumerate(zip(page.lines, page.kinds, strict=True)):
        words = len(line.split())
        if kind == "text" and line.endswith(":") and words >= _FEWEST_ANNOUNCING:
            is_list = True
        elif kind not in ("text", "headline") or words > _LONG:
            is_list = False
        elif is_list:
            found.add(i)
    return frozenset(found)


def looks_of(page: Page, here: int) -> Iterator[str]:
    """Give the looks of a line, in the order in which they come to mind."""
    line = page.lines[here]
    size, end, zone = _size(line), _end(line), _zone(page, here)
    around = [_around(page, here + step) for step in (-2, -1, 1, 2)]
    yield "any"
    yield from (f"{name}:{value}" for name, value in (("size", size), ("ends", end), ("zone", zone)))
    yield from (f"{size} {end}", f"{size} in {zone}", f"{end} in {zone}", f"{size} {end} in {zone}")
    yield from (f"{where} {what}" for where, what in zip(("above", "over", "under", "below"), around, strict=True))
    yield from (f"{size} between {around[1]} and {around[2]}", f"{zone} between {around[1]} and {around[2]}")
    yield from (f"{zone} over {around[1]}", f"{zone} under {around[2]}", f"{size} {zone} over {around[1]}")
    yield from _signs(line, size)
    yield from (f"{size} speaks as {name}" for name, sign in _spoken(line) if name not in page.voices)
    yield from (f"speaks as {name}{' as ever' * (name in page.voices)}" for name, sign in _spoken(line))
    yield from _case(line)
    shared = len(page.about & _content(line))
    yield f"{zone} shares {min(shared, 3)}"
    yield f"{size} shares {min(shared, 3)}"
    if line in page.again:
        yield "again"
    words = line.lower().split()
    if any(" ".join(words[:count]) in page.short for count in (2, 3) if len(words) > count):
        yield f"opens as a line of the page in {zone}"
    if here == page.title:
        yield "title"
    if _NAMES.fullmatch(line):
        yield f"names in {zone}"
    yield from _words(line)


def _signs(line: str, size: str) -> Iterator[str]:
    bare = _QUOTED.sub(" ", line)
    for name, sign in _SIGNS:
        if sign.search(bare):
            yield f"has {name}"
            yield f"{size} has {name}"
    if bare != line:
        yield "has quote"
        yield f"{size} has quote"


def _spoken(line: str) -> list[tuple[str, re.Pattern[str]]]:
    bare = _QUOTED.sub(" ", line)
    return [(name, sign) for name, sign in _VOICES if sign.search(bare)]


def _voices(sentences: Sequence[str]) -> frozenset[str]:
    """Give in whose name many of a story's sentences speak."""
    said = Counter(name for line in sentences for name, _ in _spoken(line))
    return frozenset(name for name, times in said.items() if times > _OFTEN * len(sentences))


def _case(line: str) -> Iterator[str]:
    words = _WORD.findall(line)
    capital = sum(word[0].isupper() for word in words if len(word) > 3)
    long = sum(len(word) > 3 for word in words)
    if line.isupper():
        yield "case all"
    elif line[:1].islower():
        yield "case lower"
    elif long > 2 and capital == long:
        yield "case title"
    elif long > 2 and capital * 3 > long * 2:
        yield "case mostly"


def _words(line: str) -> Iterator[str]:
    """Give the words outside quotations, each once, and the first two as what the line opens with."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(_QUOTED.sub(" ", line))[:_MOST_WORDS]]
    words = [word for word in words if word not in _SPEAKERS]
    yield from (f"word {word}" for word in sorted(set(words)))
    yield from (f"pair {a} {b}" for a, b in sorted(set(pairwise(words))))
    yield from (f"opens {' '.join(words[:count])}" for count in (1, 2) if len(words) >= count)


def _content(line: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(line) if len(word) >= _CONTENT)


def _size(line: str) -> str:
    count = len(line.split())
    return f"{next((most for most in _LENGTHS if count <= most), 'many')}w"


def _end(line: str) -> str:
    bare = line.rstrip("\"'”’)] ")
    last = bare[-1:] or line[-1:]
    return last if last in ".!?:;,…" else "digit" if last.isdigit() else "word"


def _zone(page: Page, here: int) -> str:
    if here < page.title:
        return "over"
    if here < page.first:
        return "head"
    return "tail" if here > page.last else "story"


def _around(page: Page, place: int) -> str:
    return page.kinds[place] if 0 <= place < len(page.kinds) else "edge"


def _coarse(block: Block) -> str:
    if block.kind in OUTSIDE:
        return "apart"
    return {"body": "text", "headline": "headline", "date": "date"}.get(block.kind, "desk")
