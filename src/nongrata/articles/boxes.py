"""Other stories' headlines: known by where they stand, not by their words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from nongrata.articles.blocks import OUTSIDE, Block, BlockKind, is_sentence
from nongrata.articles.headings import is_comments
from nongrata.articles.marks import (
    mark_capitals,
    mark_captions,
    mark_contacts,
    mark_fields,
    mark_name,
    mark_promotion,
    mark_release,
    mark_signature,
    mark_title,
)
from nongrata.articles.scraps import mark_life, mark_scraps
from nongrata.articles.titles import mark_told
from nongrata.values import Span

_LABELLED = re.compile(r"[^:]{1,24}:")
_MOST = 6  # more lines than these after the last paragraph are a list that belongs to it
_WORDS = range(5, 17)
_LONGEST_TEASER = 320  # characters
_FEWEST_TEASERS = 2
_LONGEST_OFFER = 320
_SAID = re.compile(r"\b(?:said|says|told|according to|added|announced|reported)\b")
_WORDED = ("body", "headline")
_OFFER = re.compile(
    r"[$€£]\s?\d{1,3}(?:\.\d\d)?\s?(?:for|per|a|/|every)\b"
    r"|\b(?:subscri\w+|free trial|digital access|unlimited access)\b"
    r"|\b(?:cancel (?:any|your)|per (?:month|week|year)|billed)\b",
    re.I,
)
_PERSON = r"[^\W\d_a-z][\w.'’-]+(?: (?:[^\W\d_a-z][\w.'’-]*|de|da|van|von|der|al|bin)){1,3}"
_SIGNED = re.compile(
    rf"{_PERSON}(?:,? (?:and|&) {_PERSON})? in [^\W\d_a-z][\w.'’ -]+(?:,? and {_PERSON} in [^\W\d_a-z][\w.'’ -]+)?"
)
_VERB = re.compile(
    r"\b\w+(?:s|ed) in\b|\b(?:Meet|Meets|Talks|Visit|Visits|War|Day|News|Live|Protests?|Fire|Attack|Attacks)\b"
)
_BROKEN_OFF = re.compile(
    r"\s(?:of|the|an?|to|in|for|and|or|that|which|with|by|on|at|from|as|its|his|her|their|was|is|were|are)$"
)
_EXCHANGE = re.compile(
    r"^(?:reply|report|like|share|flag|upvote)\b.{0,20}$|\b(?:\d{1,3}|an?) \w{3,7} ago$|\breplied\b.{0,20}$", re.I
)


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
        elif block.kind == "body" and place not in teasers and not _is_label(block.span.of(text)):
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
    bodies = [i for i in box if blocks[i].kind == "body" and not _is_label(blocks[i].span.of(text))]
    # Once a paragraph follows a paragraph, the story goes on: a box in mid-story has one line or two.
    return frozenset(alone) if len(alone) >= _FEWEST_TEASERS and set(bodies) <= set(alone) else frozenset()


def _mark_names(text: str, blocks: list[Block]) -> list[Block]:
    """Take a line near the title that is a name and a place, "Jane Doe in Lisbon", as who wrote the story."""
    title = next((i for i, block in enumerate(blocks[:3]) if block.kind == "headline"), len(blocks))
    for i in range(title + 1, min(title + 4, len(blocks) - 1)):
        line = blocks[i].span.of(text)
        if blocks[i].kind in _WORDED and _SIGNED.fullmatch(line) and not _VERB.search(line):
            return [*blocks[:i], replace(blocks[i], kind="byline"), *blocks[i + 1 :]]
    return blocks


def _mark_offers(text: str, blocks: list[Block]) -> list[Block]:
    """Take short lines after a wall's first offer that speak of prices and plans as more of it."""
    wall = next((i for i, block in enumerate(blocks) if block.kind == "paywall"), len(blocks))
    marked = list(blocks)
    for i in range(len(blocks) - 1, wall, -1):
        block, under = marked[i], marked[i + 1].kind if i + 1 < len(blocks) else None
        is_plan = under == "subscribe" and _is_label(block.span.of(text))  # "Standard Digital", over its price
        if block.kind in _WORDED and (is_plan or _is_offer(block.span, text)):
            marked[i] = replace(block, kind="subscribe")
    return marked


def _is_offer(span: Span, text: str) -> bool:
    words = span.of(text)
    return len(span) <= _LONGEST_OFFER and _OFFER.search(words) is not None and not _SAID.search(words)


def _mark_comments(text: str, blocks: list[Block]) -> list[Block]:
    """Take what stands under "Comments" as its readers', where it looks like an exchange."""
    heading = next((i for i, block in enumerate(blocks) if is_comments(block.span.of(text))), len(blocks))
    above, below = (sum(is_sentence(text, block) for block in part) for part in (blocks[:heading], blocks[heading:]))
    has_story = any(block.kind == "body" for block in blocks[:heading]) and (above > 1 or below < 2)
    signs = sum(1 for block in blocks[heading + 1 :] if _EXCHANGE.search(block.span.of(text)[-80:]))
    if not has_story or signs < _FEWEST_TEASERS:
        return blocks
    return [replace(block, kind="related") if i > heading else block for i, block in enumerate(blocks)]


def _mark_tail(text: str, blocks: list[Block]) -> list[Block]:
    """Take headlines after the last paragraph as other stories', unless they are a list that it announces."""
    last = max((i for i, block in enumerate(blocks) if block.kind == "body"), default=len(blocks))
    tail = [block for block in blocks[last + 1 :] if block.kind == "headline"]
    if not tail or len(tail) > _MOST or blocks[last].span.of(text).endswith(":"):
        return blocks
    if _is_label(blocks[last].span.of(text)) and blocks[last + 1].kind == "headline":
        return blocks  # the last lines of a list
    among_furniture = any(block.kind in OUTSIDE - {"navigation"} for block in blocks[last + 1 :])
    tail = [block for block in tail if not _BROKEN_OFF.search(block.span.of(text))]
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
    _mark_names,
    _mark_offers,
    _mark_comments,
    mark_life,
    _mark_tail,
    mark_scraps,
    mark_told,
)
