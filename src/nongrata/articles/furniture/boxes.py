"""Other stories' headlines: known by where they stand, not by their words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from nongrata.articles.furniture.blocks import Block, BlockKind
from nongrata.articles.furniture.ends import is_label, mark_comments, mark_offers, mark_tail
from nongrata.articles.furniture.marks import (
    mark_capitals,
    mark_captions,
    mark_contacts,
    mark_promotion,
    mark_release,
    mark_title,
)
from nongrata.articles.furniture.scraps import mark_life, mark_scraps
from nongrata.articles.furniture.signatures import mark_fields, mark_name, mark_name_in_place, mark_signature
from nongrata.articles.furniture.titles import mark_told

_LONGEST_TEASER = 320  # characters
_FEWEST_TEASERS = 2


def mark_boxes(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Give a story's blocks with those marked that only their place shows to be furniture.

    Headlines glued on, under a box's heading or at the very end are other stories' headlines; the paragraph under each
    of several in a box is its teaser. What follows a wall's offers is an offer, what follows "Comments" a comment.
    """
    marked: list[Block] = []
    in_box = False
    teasers = _teasers(text, blocks)
    for place, block in enumerate(blocks):
        if block.heads_box:
            in_box = True
        elif block.stamped:
            in_box = False  # a live blog's next entry
        elif block.kind == "body" and place not in teasers and not is_label(block.span.of(text)):
            in_box = False
        is_title = block.kind == "headline" or (in_box and block.kind == "body")
        is_other = is_title and (in_box or (block.glued and place > 0))
        kind: BlockKind = "teaser" if place in teasers else "related" if is_other else block.kind
        marked.append(replace(block, kind=kind))
    for mark in _MARKS:
        marked = mark(text, marked)
    return marked


def _teasers(text: str, blocks: Sequence[Block]) -> frozenset[int]:
    """Give the places of paragraphs under other stories' headlines: several in a box, or one that breaks off."""
    heading = next((i for i, block in enumerate(blocks) if block.heads_box), len(blocks))
    box = list(range(heading + 1, len(blocks)))
    alone = [
        i for i in box
        if blocks[i].kind == "body" and blocks[i - 1].kind in ("headline", "related") and not blocks[i - 1].heads_box
        and len(blocks[i].span) <= _LONGEST_TEASER and (i + 1 == len(blocks) or blocks[i + 1].kind != "body")
    ]  # fmt: skip
    bodies = [i for i in box if blocks[i].kind == "body" and not is_label(blocks[i].span.of(text))]
    # Once a paragraph follows a paragraph, the story goes on: a box in mid-story has one line or two.
    return frozenset(alone) if len(alone) >= _FEWEST_TEASERS and set(bodies) <= set(alone) else frozenset()


# In turn: each sees what those before it have marked.
_MARKS: tuple[Callable[[str, list[Block]], list[Block]], ...] = (
    mark_release,
    mark_title,
    mark_signature,
    mark_name,
    mark_capitals,
    mark_captions,
    mark_contacts,
    mark_fields,
    mark_promotion,
    mark_name_in_place,
    mark_offers,
    mark_comments,
    mark_life,
    mark_tail,
    mark_scraps,
    mark_told,
)
