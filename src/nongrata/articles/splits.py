"""Where a text's second and later stories begin: wires one under the other, digests, live blogs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from nongrata.articles.blocks import SENTENCE_END, Block, is_sentence

_HEAD_KINDS = frozenset({"byline", "caption", "credit", "date"})
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
_RULE = re.compile(r"(?:[*#=~•-]\s*){3,}")  # a line of "_" parts the sections of one story
_LONGEST_TITLE = 120
_FULL_HEADLINE = 5  # words
_LONG = 80  # characters of a story's paragraph
_INTRODUCTION = 120  # characters: less is a greeting
_LABELLED = re.compile(
    r"(?:[^\W\da-z][^\W\da-z.'’&/-]{2,}(?: [^\W\da-z.'’&/-]{2,}){0,4}|[A-Z][\w'’ -]{2,30})"
    r"\s*(?::|—|–|--)\s+(?=[A-Z“\"])"
)
_ITEM = re.compile(rf"(\d{{1,2}})[.)]\s+{_LABELLED.pattern}")
_FEWEST = 2  # entries of a live blog, items of a digest


def find_starts(text: str, blocks: Sequence[Block]) -> list[int]:
    """Give the places of the blocks with which stories begin, the first one's first."""
    if not blocks:
        return []
    head = _head(text, blocks)
    starts = _live_starts(text, blocks) if any(map(_LIVE.search, head)) else []
    if not starts and len(numbered := _numbered(text, blocks)) >= _FEWEST:
        starts = numbered
    if not starts and (any(map(_DIGEST.search, head)) or _lists_contents(text, blocks)):
        starts = [i for i in _headed(blocks) if i > 0]
        if len(starts) < _FEWEST:
            starts = _labelled(text, blocks)
    if len(starts) < _FEWEST:
        body, dated = _first_bodies(text, blocks)
        return [0, *(i for i in range(body + 1, len(blocks)) if _begins(text, blocks, i, is_dated=i > dated))]
    introduction = sum(len(block.span) for block in blocks[: starts[0]] if block.kind == "body")
    return [0, *starts] if introduction >= _INTRODUCTION else [0, *starts[1:]]


def _lists_contents(text: str, blocks: Sequence[Block]) -> bool:
    """Say over the first paragraph what the letter's items are: "In this issue: …"."""
    first = next((i for i, block in enumerate(blocks) if is_sentence(text, block) and len(block.span) > _LONG), 0)
    return any(_CONTENTS.search(block.span.of(text).replace("’", "'")) for block in blocks[:first])


def is_gathering(text: str, blocks: Sequence[Block]) -> bool:
    """Be headed as a live blog or a digest: the line on top is no item's title."""
    head = _head(text, blocks)
    return any(_LIVE.search(line) or _DIGEST.search(line) for line in head) or _lists_contents(text, blocks)


def gathering_titles(text: str, blocks: Sequence[Block]) -> frozenset[int]:
    """Give the places of headlines that head a live blog or a digest, whatever stands between them and its items."""
    lines = ((i, block.span.of(text)) for i, block in enumerate(blocks) if block.kind == "headline")
    return frozenset(
        i for i, line in lines
        if len(line.split()) >= _FULL_HEADLINE and (_LIVE.search(line) or _DIGEST.search(line))
    )  # fmt: skip


def _head(text: str, blocks: Sequence[Block]) -> list[str]:
    # "Watch live" is a button.
    return [each.span.of(text) for each in blocks[:3] if len(each.span) <= _LONGEST_TITLE and each.kind != "related"]


def _live_starts(text: str, blocks: Sequence[Block]) -> list[int]:
    """Give the places of a live blog's time stamps with a paragraph under them: a list of key events has none."""
    stamps = [i for i, block in enumerate(blocks) if block.stamped]
    return [at for at, end in pairwise((*stamps, len(blocks))) if any(_ends(text, one) for one in blocks[at:end])]


def _ends(text: str, block: Block) -> bool:
    return block.kind == "body" and SENTENCE_END.search(block.span.of(text)) is not None


def _headed(blocks: Sequence[Block]) -> list[int]:
    """Give the places of headlines with a paragraph under them."""
    return [i for i, block in enumerate(blocks) if block.kind == "headline" and _body_under(blocks, i) is not None]


def _numbered(text: str, blocks: Sequence[Block]) -> list[int]:
    """Give the places of a letter's items, each under a number and its place: "1. VIENNA — …", "2. BATUMI — …"."""
    items = [(i, _ITEM.match(blocks[i].span.of(text))) for i in _headed(blocks)]
    found = [i for i, item in items if item is not None]
    numbers = [int(item[1]) for _, item in items if item is not None]
    return found if numbers == list(range(1, len(numbers) + 1)) else []


def _labelled(text: str, blocks: Sequence[Block]) -> list[int]:
    """Give the places of a digest's paragraphs that begin with their country or subject: "FRANCE: The port …"."""
    bodies = [i for i, block in enumerate(blocks) if block.kind == "body"]
    labelled = [i for i in bodies if _LABELLED.match(blocks[i].span.of(text)[:80])]
    return labelled if len(labelled) * 2 > len(bodies) else []


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
    under = _body_under(blocks, here)
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
    is_short = blocks[here].kind == "body" and len(words.split()) < _FULL_HEADLINE and words[-1:].isalnum()
    return is_short and any(block.dateline is not None for block in under)


def _body_under(blocks: Sequence[Block], headline: int) -> int | None:
    """Give the place of the paragraph under a headline, with nothing but a story's head between them."""
    for i in range(headline + 1, len(blocks)):
        if blocks[i].kind == "body":
            return i
        if blocks[i].kind not in _HEAD_KINDS:
            return None
    return None


def _is_first_of_its_head(text: str, blocks: Sequence[Block], here: int) -> bool:
    """Have no headline above it that has begun this story already."""
    i = here - 1
    while i > 0 and blocks[i].kind in _HEAD_KINDS:
        i -= 1
    return blocks[i].kind != "headline" and not (here - i == 1 and _is_short_title(text, blocks, i))


def _is_ruled_off(text: str, blocks: Sequence[Block], here: int) -> bool:
    """Be a headline, no crosshead, under a line of stars or dashes."""
    words = blocks[here].span.of(text)
    is_full = len(words.split()) >= _FULL_HEADLINE and not words.isupper() and not words.endswith("?")
    return is_full and _RULE.fullmatch(blocks[here - 1].span.of(text)) is not None
