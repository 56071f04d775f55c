"""Live blogs, digests and letters: several stories under one head, each behind its hour, title, number or place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from nongrata.articles.furniture.blocks import SENTENCE_END, Block, is_sentence

HEAD_KINDS = frozenset({"byline", "caption", "credit", "date"})
FULL_HEADLINE = 5  # words
_LIVE = re.compile(r"\blive\b|\bas it happened\b|\bminute by minute\b|\blatest updates\b|\brolling coverage\b", re.I)
_DIGEST = re.compile(
    r"\b(?:digest|briefs|in brief|news brief|round-?up|(?:morning|evening|daily|weekly|news) briefing|at a glance"
    r"|news summary|week in review|\w+ headlines|headlines (?:at|of|for|from)"
    r"|things (?:to know|we learned)|(?:you )?need to know|what to know)\b",
    re.I,
)
_CONTENTS = re.compile(
    r"\b(?:in|inside) (?:this|today's|this week's) (?:issue|edition|letter|newsletter|bulletin)\b", re.I
)
_GREETING = re.compile(r"(?:Hello|Hi|Hey|Good (?:morning|afternoon|evening)|Dear (?:readers?|friends|all))\b")
_LONGEST_TITLE = 120
_LONG = 80  # characters of a story's paragraph
_LABELLED = re.compile(
    r"(?:[^\W\da-z][^\W\da-z.'’&/-]{2,}(?: [^\W\da-z.'’&/-]{2,}){0,4}|[A-Z][\w'’ -]{2,30})"
    r"\s*(?::|—|–|--)\s+(?=[A-Z“\"])"
)
_ITEM = re.compile(rf"(\d{{1,2}})[.)]\s+{_LABELLED.pattern}")
_FEWEST = 2  # entries of a live blog, items of a digest


def find_items(text: str, blocks: Sequence[Block]) -> list[int]:
    """Give the places of the blocks with which the items of a live blog, a digest or a letter begin; else none."""
    head = _head(text, blocks)
    starts = _live_starts(text, blocks) if any(map(_LIVE.search, head)) else []
    if not starts and len(numbered := _numbered(text, blocks)) >= _FEWEST:
        starts = numbered
    if not starts and (any(map(_DIGEST.search, head)) or _lists_contents(text, blocks) or _greets(text, blocks)):
        starts = [i for i in _headed(text, blocks) if i > 0]
        if len(starts) < _FEWEST:
            starts = _labelled(text, blocks)
    return starts if len(starts) >= _FEWEST else []


def is_gathering(text: str, blocks: Sequence[Block]) -> bool:
    """Be headed as a live blog or a digest: the line on top is no item's title."""
    head = _head(text, blocks)
    return any(_LIVE.search(line) or _DIGEST.search(line) for line in head) or _lists_contents(text, blocks)


def gathering_titles(text: str, blocks: Sequence[Block]) -> frozenset[int]:
    """Give the places of headlines that head a live blog or a digest, whatever stands between them and its items."""
    lines = ((i, block.span.of(text)) for i, block in enumerate(blocks) if block.kind == "headline")
    return frozenset(
        i for i, line in lines
        if len(line.split()) >= FULL_HEADLINE and (_LIVE.search(line) or _DIGEST.search(line))
    )  # fmt: skip


def _greets(text: str, blocks: Sequence[Block]) -> bool:
    """Greet the reader over the first title: a letter of one story has its title on top."""
    title = next(iter(_headed(text, blocks)), 0)
    return any(block.kind == "body" and _GREETING.match(block.span.of(text)) for block in blocks[:title])


def _lists_contents(text: str, blocks: Sequence[Block]) -> bool:
    """Say over the first paragraph what the letter's items are: "In this issue: …"."""
    first = next((i for i, block in enumerate(blocks) if is_sentence(text, block) and len(block.span) > _LONG), 0)
    return any(_CONTENTS.search(block.span.of(text).replace("’", "'")) for block in blocks[:first])


def _head(text: str, blocks: Sequence[Block]) -> list[str]:
    # "Watch live" is a button.
    return [each.span.of(text) for each in blocks[:3] if len(each.span) <= _LONGEST_TITLE and each.kind != "related"]


def _live_starts(text: str, blocks: Sequence[Block]) -> list[int]:
    """Give the places of a live blog's time stamps with a paragraph under them: a list of key events has none."""
    stamps = [i for i, block in enumerate(blocks) if block.stamped]
    return [at for at, end in pairwise((*stamps, len(blocks))) if any(_ends(text, one) for one in blocks[at:end])]


def _ends(text: str, block: Block) -> bool:
    return block.kind == "body" and SENTENCE_END.search(block.span.of(text)) is not None


def _headed(text: str, blocks: Sequence[Block]) -> list[int]:
    """Give the places of headlines with a paragraph under them, no list of titles."""
    under = {i: body_under(blocks, i) for i, block in enumerate(blocks) if block.kind == "headline"}
    return [i for i, body in under.items() if body is not None and _ends(text, blocks[body])]


def _numbered(text: str, blocks: Sequence[Block]) -> list[int]:
    """Give the places of a letter's items, each under a number and its place: "1. VIENNA — …", "2. BATUMI — …"."""
    items = [(i, _ITEM.match(blocks[i].span.of(text))) for i in _headed(text, blocks)]
    found = [i for i, item in items if item is not None]
    numbers = [int(item[1]) for _, item in items if item is not None]
    return found if numbers == list(range(1, len(numbers) + 1)) else []


def _labelled(text: str, blocks: Sequence[Block]) -> list[int]:
    """Give the places of a digest's paragraphs that begin with their country or subject: "FRANCE: The port …"."""
    bodies = [i for i, block in enumerate(blocks) if block.kind == "body"]
    labelled = [i for i in bodies if _LABELLED.match(blocks[i].span.of(text)[:80])]
    return labelled if len(labelled) * 2 > len(bodies) else []


def body_under(blocks: Sequence[Block], headline: int) -> int | None:
    """Give the place of the paragraph under a headline, with nothing but a story's head between them."""
    for i in range(headline + 1, len(blocks)):
        if blocks[i].kind == "body":
            return i
        if blocks[i].kind not in HEAD_KINDS:
            return None
    return None
