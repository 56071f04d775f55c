"""Where a text's second and later stories begin: wires one under the other, digests, live blogs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nongrata.articles.furniture.blocks import Block, is_sentence
from nongrata.articles.furniture.gatherings import FULL_HEADLINE, HEAD_KINDS, body_under, find_items

_RULE = re.compile(r"(?:[*#=~•-]\s*){3,}")  # a line of "_" parts the sections of one story
_INTRODUCTION = 120  # characters: less is a greeting


def find_starts(text: str, blocks: Sequence[Block]) -> list[int]:
    """Give the places of the blocks with which stories begin, the first one's first."""
    if not blocks:
        return []
    if items := find_items(text, blocks):
        introduction = sum(len(block.span) for block in blocks[: items[0]] if block.kind == "body")
        return [0, *items] if introduction >= _INTRODUCTION else [0, *items[1:]]
    body, dated = _first_bodies(text, blocks)
    return [0, *(i for i in range(body + 1, len(blocks)) if _begins(text, blocks, i, is_dated=i > dated))]


def _first_bodies(text: str, blocks: Sequence[Block]) -> tuple[int, int]:
    """Give the places of the first paragraph and of the first one with a dateline."""
    body = next((i for i, block in enumerate(blocks) if is_sentence(text, block)), len(blocks))
    dated = next((i for i, block in enumerate(blocks) if block.dateline is not None), len(blocks))
    return body, dated


def _begins(text: str, blocks: Sequence[Block], here: int, *, is_dated: bool) -> bool:
    """Be another story's head: a headline over a dateline or byline, or, where one came before, a signed dateline."""
    block = blocks[here]
    if block.kind != "headline" and not (is_dated and _is_short_title(text, blocks, here)):
        is_signed = block.dateline is not None and block.dateline.is_signed
        return is_dated and is_signed and _is_first_of_its_head(text, blocks, here)
    under = body_under(blocks, here)
    return under is not None and (
        blocks[under].dateline is not None
        or any(b.kind == "byline" for b in blocks[here + 1 : under])
        or _is_ruled_off(text, blocks, here)
    )


def _is_short_title(text: str, blocks: Sequence[Block], here: int) -> bool:
    """Be two or three words without a full stop, right over a dateline: "Yard sued"."""
    words, under = blocks[here].span.of(text), blocks[here + 1 : here + 2]
    if here and blocks[here - 1].kind == "headline":
        return False  # who wrote what stands under it
    is_short = blocks[here].kind == "body" and len(words.split()) < FULL_HEADLINE and words[-1:].isalnum()
    return is_short and any(block.dateline is not None for block in under)


def _is_first_of_its_head(text: str, blocks: Sequence[Block], here: int) -> bool:
    """Have no headline above it that has begun this story already."""
    i = here - 1
    while i > 0 and blocks[i].kind in HEAD_KINDS:
        i -= 1
    return blocks[i].kind != "headline" and not (here - i == 1 and _is_short_title(text, blocks, i))


def _is_ruled_off(text: str, blocks: Sequence[Block], here: int) -> bool:
    """Be a headline, no crosshead, under a line of stars or dashes."""
    words = blocks[here].span.of(text)
    is_full = len(words.split()) >= FULL_HEADLINE and not words.isupper() and not words.endswith("?")
    return is_full and _RULE.fullmatch(blocks[here - 1].span.of(text)) is not None
