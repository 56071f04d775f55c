"""Who wrote or published a story, where only a line's neighbours show it: a name over an outlet, a field "From:"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from nongrata.articles.furniture.blocks import Block

_WORDED = ("body", "headline")
_HEAD = 8  # blocks
_LONG_HEAD = 14  # of pages that name their fields
_FIELD = re.compile(r"(?:from|by|authors?|published by|issued by|location|delivered on|sources?)\s?:", re.I)
NAME = re.compile(r"[^\W\d_a-z][\w.'’-]+(?: (?:[^\W\d_a-z][\w.'’-]*|de|da|van|von|der|al|bin)){1,3}")
_NAMES = re.compile(rf"{NAME.pattern}(?:, {NAME.pattern}){{0,3}}(?:,? (?:and|&) {NAME.pattern})?")
_OUTLET = re.compile(
    r"\b(?:News|Times|Post|Press|Herald|Gazette|Courier|Tribune|Media|Radio|TV|Correspondent|correspondent|[Rr]eporter"
    r"|[Ee]ditor|[Ww]riter|[Ss]taff|[Dd]esk)\b"
)
_WORDS = range(2, 13)  # of an outlet's or a desk's line
_SIGNED = re.compile(
    rf"{NAME.pattern}(?:,? (?:and|&) {NAME.pattern})? in [^\W\d_a-z][\w.'’ -]+"
    rf"(?:,? and {NAME.pattern} in [^\W\d_a-z][\w.'’ -]+)?"
)
_VERB = re.compile(
    r"\b\w+(?:s|ed) in\b|\b(?:Meet|Meets|Talks|Visit|Visits|War|Day|News|Live|Protests?|Fire|Attack|Attacks)\b"
)


def mark_signature(text: str, blocks: list[Block]) -> list[Block]:
    """Take a name over an outlet's or a desk's line, near the title, as who wrote the story."""
    marked = list(blocks)
    for i, (name, outlet) in enumerate(pairwise(blocks[:_HEAD])):
        lines = name.span.of(text), outlet.span.of(text)
        is_free = (
            name.kind in _WORDED and outlet.kind in _WORDED and any(each.kind == "headline" for each in blocks[:i])
        )
        if is_free and NAME.fullmatch(lines[0]) and _OUTLET.search(lines[1]) and len(lines[1].split()) in _WORDS:
            marked[i], marked[i + 1] = replace(name, kind="byline"), replace(outlet, kind="byline")
    return marked


def mark_name(text: str, blocks: list[Block]) -> list[Block]:
    """Take names alone between the title and a line with the day, or an address, as who wrote the story."""
    marked = list(blocks)
    for i, (name, day) in enumerate(pairwise(blocks[:_HEAD])):
        is_free = name.kind in _WORDED and any(each.kind == "headline" for each in blocks[:i])
        if is_free and day.kind in ("date", "byline") and _NAMES.fullmatch(name.span.of(text)):
            marked[i] = replace(name, kind="byline")
    return marked


def mark_name_in_place(text: str, blocks: list[Block]) -> list[Block]:
    """Take a line near the title that is a name and a place, "Jane Doe in Lisbon", as who wrote the story."""
    title = next((i for i, block in enumerate(blocks[:3]) if block.kind == "headline"), len(blocks))
    for i in range(title + 1, min(title + 4, len(blocks) - 1)):
        line = blocks[i].span.of(text)
        if blocks[i].kind in _WORDED and _SIGNED.fullmatch(line) and not _VERB.search(line):
            return [*blocks[:i], replace(blocks[i], kind="byline"), *blocks[i + 1 :]]
    return blocks


def mark_fields(text: str, blocks: list[Block]) -> list[Block]:
    """Take a page's field over its story, "From:", and what stands under it as who published it."""
    marked = list(blocks)
    for i, (name, value) in enumerate(pairwise(blocks[:_LONG_HEAD])):
        if _FIELD.fullmatch(name.span.of(text)):
            marked[i] = as_navigation(marked[i])
            if value.kind in _WORDED and value.dateline is None and not value.span.of(text).endswith("."):
                marked[i + 1] = replace(value, kind="byline")
    return marked


def as_navigation(block: Block) -> Block:
    """Give a block as the page's own, where it is not known to be anything else."""
    return replace(block, kind="navigation") if block.kind in _WORDED else block
