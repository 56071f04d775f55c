"""Other stories' headlines: known by where they stand, not by their words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nongrata.articles.blocks import OUTSIDE, Block

_LABELLED = re.compile(r"[^:]{1,24}:")
_MOST = 6  # more lines than these after the last paragraph are a list that belongs to it
_WORDS = range(5, 17)


def mark_boxes(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Give a story's blocks with those marked that only their place shows to be furniture.

    Headlines glued on, under a box's heading or at the very end are other stories' headlines.
    """
    marked: list[Block] = []
    in_box = False
    for place, block in enumerate(blocks):
        if block.heads_box:
            in_box = True
        elif block.kind == "body" and not _is_label(block.span.of(text)):
            in_box = False
        is_title = block.kind == "headline" or (in_box and block.kind == "body")
        is_other = is_title and (in_box or (block.glued and place > 0))
        marked.append(replace(block, kind="related") if is_other else block)
    return _mark_tail(text, marked)


def _mark_tail(text: str, blocks: list[Block]) -> list[Block]:
    """Take headlines after the last paragraph as other stories', unless they are a list that it announces."""
    last = max((i for i, block in enumerate(blocks) if block.kind == "body"), default=len(blocks))
    tail = [block for block in blocks[last + 1 :] if block.kind == "headline"]
    if not tail or len(tail) > _MOST or blocks[last].span.of(text).endswith(":"):
        return blocks
    if _is_label(blocks[last].span.of(text)) and blocks[last + 1].kind == "headline":
        return blocks  # the last lines of a list
    among_furniture = any(block.kind in OUTSIDE - {"navigation"} for block in blocks[last + 1 :])
    others = {block for block in tail if among_furniture or _is_teaser(block.span.of(text))}
    return [replace(block, kind="related") if block in others else block for block in blocks]


def _is_label(line: str) -> bool:
    """Be a few words without a full stop."""
    return len(line.split()) < _WORDS.stop and not line.endswith((".", "!", ":", ";", "”", '"', ","))


def _is_teaser(line: str) -> bool:
    """Read like a headline even where nothing around it says so."""
    return (
        len(line.split()) in _WORDS
        and line[0].isalpha()
        and not line.isupper()
        and not line.endswith(("?", ")", "]"))
        and not _LABELLED.match(line)
    )
