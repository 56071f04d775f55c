"""A story's lines on their page: where its title and its paragraphs stand, and what each line is surrounded by."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from nongrata.articles.furniture.blocks import OUTSIDE, Block, is_sentence
from nongrata.articles.furniture.titles import telling
from nongrata.articles.furniture.wording import content_of, voices_in

_FEWEST_ANNOUNCING = 4  # words over a list
_LONG = 12  # words of a sentence that bounds the story
_OFTEN = 0.2  # of the story's sentences
_BEGUN = 0.6  # of a story: what it asks of its readers, and tells of itself, stands further down
_LONGEST = 800  # characters of a line that are looked at
_TAIL = 200
_HEAP = 3  # lines


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
        lines = tuple(_clipped(block.span.of(text)) for block in blocks)
        long = [
            i for i, block in enumerate(blocks)
            if i not in apart and is_sentence(text, block) and len(lines[i].split()) >= _LONG
        ]  # fmt: skip
        kinds = tuple("apart" if i in apart else _coarse(block) for i, block in enumerate(blocks))
        if len(long) > 1 and _is_behind_a_heap(kinds, long[-1]):
            long.pop()
        first, last = (long[0], long[-1]) if long else (len(blocks), len(blocks))
        headlines = [i for i in range(first) if blocks[i].kind == "headline" and i not in apart]
        title = min(telling(lines, headlines, [lines[i] for i in long[:2]]) or headlines, default=0)
        return cls(
            lines=lines,
            kinds=kinds,
            again=frozenset(line for line, times in Counter(lines).items() if times > 1),
            short=frozenset(line.lower() for line in lines if len(line.split()) in (2, 3)),
            about=frozenset(word for i in (title, *long[:2]) if i < len(lines) for word in content_of(lines[i])),
            voices=_voices([lines[i] for i in long[: math.ceil(len(long) * _BEGUN)]]),
            title=title,
            first=first,
            last=last,
        )

    def zone(self, here: int) -> str:
        """Give where in the page a line stands."""
        if here < self.title:
            return "over"
        if here < self.first:
            return "head"
        return "tail" if here > self.last else "story"

    def around(self, place: int) -> str:
        """Give what stands at a place that may lie beyond the page."""
        return self.kinds[place] if 0 <= place < len(self.kinds) else "edge"


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


def _voices(sentences: Sequence[str]) -> frozenset[str]:
    """Give in whose name many of a story's sentences speak."""
    said = Counter(name for line in sentences for name in voices_in(line))
    return frozenset(name for name, times in said.items() if times > _OFTEN * len(sentences))


def _is_behind_a_heap(kinds: Sequence[str], here: int) -> bool:
    """Stand by itself below several lines that are no story, as what a paper says of itself does."""
    return all(kind == "apart" for kind in (*kinds[max(0, here - _HEAP) : here], *kinds[here + 1 :])) and here > _HEAP


def _coarse(block: Block) -> str:
    if block.kind in OUTSIDE:
        return "apart"
    return {"body": "text", "headline": "headline", "date": "date"}.get(block.kind, "desk")


def _clipped(line: str) -> str:
    return line if len(line) <= _LONGEST else line[: _LONGEST - _TAIL] + line[-_TAIL:]
