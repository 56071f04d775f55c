"""What stands below a story: a wall's offers, its readers' comments, other stories' headlines."""

from __future__ import annotations

import re
from dataclasses import replace

from nongrata.articles.furniture.blocks import OUTSIDE, Block, is_sentence
from nongrata.articles.furniture.headings import is_comments
from nongrata.values import Span

_LABELLED = re.compile(r"[^:]{1,24}:")
_MOST = 6  # more lines than these after the last paragraph are a list that belongs to it
_WORDS = range(5, 17)
_FEWEST_SIGNS = 2  # of an exchange
_LONGEST_OFFER = 320  # characters
_SAID = re.compile(r"\b(?:said|says|told|according to|added|announced|reported)\b")
_WORDED = ("body", "headline")
_OFFER = re.compile(
    r"[$€£]\s?\d{1,3}(?:\.\d\d)?\s?(?:for|per|a|/|every)\b"
    r"|\b(?:subscri\w+|free trial|digital access|unlimited access)\b"
    r"|\b(?:cancel (?:any|your)|per (?:month|week|year)|billed)\b",
    re.I,
)
_BROKEN_OFF = re.compile(
    r"\s(?:of|the|an?|to|in|for|and|or|that|which|with|by|on|at|from|as|its|his|her|their|was|is|were|are)$"
)
_EXCHANGE = re.compile(
    r"^(?:reply|report|like|share|flag|upvote)\b.{0,20}$|\b(?:\d{1,3}|an?) \w{3,7} ago$|\breplied\b.{0,20}$", re.I
)


def mark_offers(text: str, blocks: list[Block]) -> list[Block]:
    """Take short lines after a wall's first offer that speak of prices and plans as more of it."""
    wall = next((i for i, block in enumerate(blocks) if block.kind == "paywall"), len(blocks))
    marked = list(blocks)
    for i in range(len(blocks) - 1, wall, -1):
        block, under = marked[i], marked[i + 1].kind if i + 1 < len(blocks) else None
        is_plan = under == "subscribe" and is_label(block.span.of(text))  # "Standard Digital", over its price
        if block.kind in _WORDED and (is_plan or _is_offer(block.span, text)):
            marked[i] = replace(block, kind="subscribe")
    return marked


def mark_comments(text: str, blocks: list[Block]) -> list[Block]:
    """Take what stands under "Comments" as its readers', where it looks like an exchange."""
    heading = next((i for i, block in enumerate(blocks) if is_comments(block.span.of(text))), len(blocks))
    above, below = (sum(is_sentence(text, block) for block in part) for part in (blocks[:heading], blocks[heading:]))
    has_story = any(block.kind == "body" for block in blocks[:heading]) and (above > 1 or below < 2)
    signs = sum(1 for block in blocks[heading + 1 :] if _EXCHANGE.search(block.span.of(text)[-80:]))
    if not has_story or signs < _FEWEST_SIGNS:
        return blocks
    return [replace(block, kind="related") if i > heading else block for i, block in enumerate(blocks)]


def mark_tail(text: str, blocks: list[Block]) -> list[Block]:
    """Take headlines after the last paragraph as other stories', unless they are a list that it announces."""
    last = max((i for i, block in enumerate(blocks) if block.kind == "body"), default=len(blocks))
    tail = [block for block in blocks[last + 1 :] if block.kind == "headline"]
    if not tail or len(tail) > _MOST or blocks[last].span.of(text).endswith(":"):
        return blocks
    if is_label(blocks[last].span.of(text)) and blocks[last + 1].kind == "headline":
        return blocks  # the last lines of a list
    among_furniture = any(block.kind in OUTSIDE - {"navigation"} for block in blocks[last + 1 :])
    tail = [block for block in tail if not _BROKEN_OFF.search(block.span.of(text))]
    others = {block for block in tail if among_furniture or _is_teaser(block.span.of(text))}
    return [replace(block, kind="related") if block in others else block for block in blocks]


def is_label(line: str) -> bool:
    """Be a few words without a full stop."""
    return len(line.split()) < _WORDS.stop and not line.endswith((".", "!", ":", ";", "”", '"', ","))


def _is_offer(span: Span, text: str) -> bool:
    words = span.of(text)
    return len(span) <= _LONGEST_OFFER and _OFFER.search(words) is not None and not _SAID.search(words)


def _is_teaser(line: str) -> bool:
    """Read like a headline even where nothing around it says so."""
    return (
        len(line.split()) in _WORDS
        and line[0].isalpha()
        and not line.isupper()
        and not line.endswith(("?", ")", "]"))
        and not _LABELLED.match(line)
    )
