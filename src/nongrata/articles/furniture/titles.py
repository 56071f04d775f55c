"""A story's title among the lines over it: the one that speaks of what the story does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nongrata.articles.furniture.blocks import OUTSIDE, Block, is_sentence
from nongrata.articles.furniture.told import kind_of
from nongrata.articles.furniture.wording import content_of

_WORDS = range(4, 29)
_LETTERS = 4  # of a word that tells: "Kong", "bank"
_TOLD_BY = 2  # of a story's first paragraphs


def telling(lines: Sequence[str], places: Sequence[int], paragraphs: Sequence[str]) -> list[int]:
    """Give the places of the lines that share words with a story's first paragraphs and are as long as a title."""
    said = frozenset(word for each in paragraphs[:_TOLD_BY] for word in content_of(each, least=_LETTERS))
    return [
        i for i in places
        if len(lines[i].split()) in _WORDS and len(said & content_of(lines[i], least=_LETTERS)) > 1
    ]  # fmt: skip


def mark_told(text: str, blocks: list[Block]) -> list[Block]:
    """Take the last telling line over the story as its title, where a box or an index holds it and no other tells."""
    sentences = [i for i, block in enumerate(blocks) if is_sentence(text, block)]
    if not sentences:
        return blocks
    lines = [block.span.of(text) for block in blocks]
    paragraphs = [lines[i] for i in sentences[:_TOLD_BY]]
    over = range(sentences[0])
    if telling(lines, [i for i in over if blocks[i].kind == "headline"], paragraphs):
        return blocks
    held = [i for i in over if blocks[i].kind in OUTSIDE and not blocks[i].glued and kind_of(lines[i]) is None]
    last = max(telling(lines, held, paragraphs), default=None)
    return [replace(block, kind="headline") if i == last else block for i, block in enumerate(blocks)]
