"""Lines that no phrase tells, weighed by their looks: the weights were fitted by bench/articles/furniture_fit.py.

What is weighed are only lines that the rules left as the story's. A first sum takes each by itself, a second one knows
what the first made of its neighbours. A paragraph lost is worse than a button kept, so the bar is higher for long ones.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib.resources import files
from itertools import chain

from nongrata.articles.furniture.blocks import Block, BlockKind
from nongrata.articles.furniture.gatherings import gathering_titles
from nongrata.articles.furniture.lines import Page, announced
from nongrata.articles.furniture.looks import NAME, own_looks, page_looks
from nongrata.articles.language import find_language

Weights = Mapping[str, float]
_PACKED: Mapping[str, Weights] = json.loads(files("nongrata.articles").joinpath("weights.json").read_text("utf-8"))
ALONE, AMONG = _PACKED["alone"], _PACKED["among"]
_BARS = ((60, 0.55), (160, 0.75))  # characters, and how likely a line must be furniture
_BAR = 0.95
_ALONE_BAR = 0.75  # of a line between two paragraphs, and of a short sentence
_FEWEST_SAID = 4  # words
_HEAPS = frozenset({"teaser", "related", "subscribe"})
_OVER_BAR = 0.3  # of a line over the title
_ROUNDS = 2  # of the second sum: a heap's end tells of its middle
_MOST_BLOCKS = 4_000  # a text of more is a book


def mark_weighed(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Give a story's blocks with those marked that look like furniture."""
    page = Page.of(text, blocks)
    # Without a paragraph there is nothing to hold the others against.
    if len(blocks) > _MOST_BLOCKS or page.first == len(blocks) or not _is_english(text, blocks):
        return list(blocks)
    kept = announced(page)
    own = [tuple(own_looks(line)) for line in page.lines]
    likely = chances(page, own, ALONE)
    for _ in range(_ROUNDS):
        page = page_among(text, blocks, likely, title=page.title)
        likely = chances(page, own, AMONG)
    kept |= {page.title} | gathering_titles(text, blocks[: page.first])
    return [
        replace(block, kind=_kind(page, blocks, i))
        if _is_open(block) and i not in kept and chance > _bar(page, i)
        else block
        for i, (block, chance) in enumerate(zip(blocks, likely, strict=True))
    ]


def _is_english(text: str, blocks: Sequence[Block]) -> bool:
    said = " ".join(block.span.of(text) for block in blocks if block.kind == "body")
    return find_language(said) == "en"


def page_among(text: str, blocks: Sequence[Block], likely: Sequence[float], *, title: int) -> Page:
    """Give the page with the lines set apart that are likely furniture; never its title."""
    doubted = (i for i, chance in enumerate(likely) if chance > 0.5 and i != title)
    return Page.of(text, blocks, apart=frozenset(i for i in doubted if blocks[i].kind in ("body", "headline")))


def chances(page: Page, own: Sequence[Sequence[str]], weights: Weights) -> list[float]:
    """Give how likely each line is furniture; `own` are the looks that it has wherever it stands."""
    sums = (
        sum(weights.get(look, 0.0) for look in chain(looks, page_looks(page, here))) for here, looks in enumerate(own)
    )
    return [1 / (1 + math.exp(-each)) for each in sums]


def _is_open(block: Block) -> bool:
    return block.kind in ("body", "headline") and block.dateline is None and not block.stamped


def _bar(page: Page, here: int) -> float:
    if here < page.title:
        return _OVER_BAR
    beside = page.kinds[max(0, here - 1) : here + 2 : 2] if here else ()
    line = page.lines[here]
    is_sentence = line.endswith((".", ".”", '."', ":")) and len(line.split()) >= _FEWEST_SAID
    least = _ALONE_BAR if is_sentence or beside == ("text", "text") else 0.0  # a crosshead stands so
    return max(least, next((bar for most, bar in _BARS if len(page.lines[here]) <= most), _BAR))


def _kind(page: Page, blocks: Sequence[Block], here: int) -> BlockKind:
    """Give who wrote the story for a name under the title, else what is above in the same heap."""
    line = page.lines[here]
    if page.title < here < page.first and NAME.fullmatch(line) and not any(f"word {w}" in AMONG for w in _words(line)):
        return "byline"
    above = blocks[here - 1].kind if here else "navigation"
    return above if above in _HEAPS else "navigation"


def _words(line: str) -> list[str]:
    return line.lower().split()
