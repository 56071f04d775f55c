"""A page's scraps around its story: words without a sentence, an index of its own headings, who the author is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from nongrata.articles.furniture.blocks import FEWEST_WORDS, OUTSIDE, SENTENCE_END, Block, BlockKind, is_sentence
from nongrata.articles.furniture.bylines import find_authors
from nongrata.articles.furniture.gatherings import is_gathering

_WORDED = ("body", "headline")
_MOST = 3  # words of a scrap
_LONGEST_TAIL = 300  # lines
_LONGEST_LIFE = 400  # characters
_LISTED = re.compile(r"[-*•–—·▪]|\d{1,3}[.)]|\(?[a-z]\)\s")
_WORD = re.compile(r"\w{5,}")
_SHOWN = re.compile(r"(?:video|watch|gallery|photos|audio|podcast|listen|in pictures)\W*", re.I)
_NUMBER = re.compile(r"[\d.,\s]{1,8}[kKmM]?")
_CAPITALS = re.compile(r"[^\W\d_a-z]{3,}(?:[ /-][^\W\d_a-z]{2,}){0,2}(?:, [^\W\d_a-z]\w+)?")
_LIFE = re.compile(
    r"(?:,? who)?,? (?:is|are|was) (?:an?|the|our|based)\b"
    r"|(?:,? who)? (?:also )?(?:covers?|writes?|reports?|edits?|leads?|joined|specialis[ez]s|specializes|focuses"
    r"|has (?:been|covered|worked|written|reported))\b"
)


def mark_index(text: str, blocks: list[Block]) -> list[Block]:
    """Take lines that come again as a heading, where no story follows them, as the page's index of its own."""
    lines = [block.span.of(text) if block.kind == "headline" else "" for block in blocks]
    again = {line for line, times in Counter(lines).items() if line and times > 1}
    return [
        replace(block, kind="navigation") if line in again and not _heads(text, blocks, i) else block
        for i, (block, line) in enumerate(zip(blocks, lines, strict=True))
    ]


def _heads(text: str, blocks: Sequence[Block], here: int) -> bool:
    """Have a story's head or its first words below."""
    under = blocks[here + 1] if here + 1 < len(blocks) else None
    return under is not None and (under.kind in ("byline", "date", "caption", "credit") or is_sentence(text, under))


def mark_scraps(text: str, blocks: list[Block]) -> list[Block]:
    """Take a word or two over the title, under the last sentence or among furniture as the page's, not the story's."""
    sentences = [i for i, block in enumerate(blocks) if is_sentence(text, block)]
    if len(sentences) < 2 or blocks[sentences[-1]].span.of(text).endswith(":"):
        return blocks
    marked = list(blocks)
    title = _title(text, blocks, sentences)
    long = max((i for i, block in enumerate(blocks) if block.kind == "body" and _is_long(text, block)), default=0)
    zone = (title, sentences[0], sentences[-1], long)
    for i, block in enumerate(blocks[: sentences[-1] + _LONGEST_TAIL]):
        kind = _scrap_kind(text, marked, i, zone=zone)
        if kind is not None and block.kind in _WORDED:
            marked[i] = replace(block, kind=kind)
    return marked


def _title(text: str, blocks: Sequence[Block], sentences: Sequence[int]) -> int:
    """Give the place of the title: a digest's own line, or the first headline.

    With a byline or a day under one, it is the first of the run of headlines over it, or one that shares a word with
    the story's first paragraphs: what stands above is the page's.
    """
    titles = [i for i, block in enumerate(blocks[: sentences[0]]) if block.kind == "headline"]
    run = next((i for i in titles if blocks[i + 1].kind in ("byline", "date")), None)
    if run is None or is_gathering(text, blocks[:1]):
        return 0 if is_gathering(text, blocks[:1]) else min(titles, default=-1)
    while run - 1 in titles:
        run -= 1
    said = set().union(*(_words(text, blocks[i]) for i in sentences[:3]))
    return next((i for i in titles if i < run and said & _words(text, blocks[i])), run)


def _words(text: str, block: Block) -> set[str]:
    return set(_WORD.findall(block.span.of(text).lower()))


def _is_long(text: str, block: Block) -> bool:
    return len(block.span.of(text).split()) >= FEWEST_WORDS


def _scrap_kind(text: str, blocks: Sequence[Block], here: int, *, zone: tuple[int, int, int, int]) -> BlockKind | None:
    """Give what kind of scrap a block is, or None where it may be the story's."""
    title, first, last, long = zone
    words = blocks[here].span.of(text)
    if SENTENCE_END.search(words) or words.endswith((":", ";", ",")) or _LISTED.match(words):
        return None
    few = len(words.split())
    if here < title or (here != title and _NUMBER.fullmatch(words)):
        return "navigation"
    if here + 1 == first and here != title and _CAPITALS.fullmatch(words):
        return "date"  # a place over the first paragraph: its dateline
    if here > last:
        return _in_tail(blocks, here, last, few) if few <= _MOST or here > long else None
    over = here - 2 if blocks[here - 1].kind == "date" else here - 1
    if blocks[here].kind == "headline" and here > first and _SHOWN.fullmatch(blocks[over].span.of(text)):
        return "related"  # what a film or a gallery in mid-story is called
    beside = [*blocks[here - 1 : here], *blocks[here + 1 : here + 2]]
    is_among = all(each.kind not in _WORDED for each in beside) and here != title
    return "navigation" if is_among and few <= _MOST else None


def _in_tail(blocks: Sequence[Block], here: int, last: int, few: int) -> BlockKind | None:
    """Give the kind of a line under the last sentence: as what stands above it, or the page's own."""
    above = [block.kind for block in blocks[last + 1 : here] if block.kind not in _WORDED and block.kind != "date"]
    if above:
        return "related" if above[-1] in ("related", "teaser") else "navigation"
    is_scrap = few <= _MOST and any(block.kind in OUTSIDE for block in blocks[here + 1 : here + 3])
    return "navigation" if is_scrap else None


def mark_life(text: str, blocks: list[Block]) -> list[Block]:
    """Take a paragraph near the end that tells who a story's author is as the desk's."""
    names = {
        name for block in blocks if block.kind in ("byline", "credit") for name in find_authors(block.span.of(text))
    }
    names |= {name.split()[0] for name in names}
    marked = list(blocks)
    for i in range(len(blocks) // 2, len(blocks)):
        words = blocks[i].span.of(text)
        name = max((name for name in names if words.startswith(name)), key=len, default=None)
        if name is None or blocks[i].kind not in _WORDED or len(words) > _LONGEST_LIFE:
            continue
        if words == name or _LIFE.match(words[len(name) :].partition(".")[0]):
            marked[i] = replace(blocks[i], kind="credit")
    return marked
