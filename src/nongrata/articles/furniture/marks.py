"""What only its neighbours show to be furniture: a caption under its credit, a page's trail, a letterhead."""

from __future__ import annotations

import re
from dataclasses import replace

from nongrata.articles.furniture.blocks import Block, is_sentence
from nongrata.articles.furniture.captions import is_picture_credit
from nongrata.articles.furniture.headings import is_contacts
from nongrata.articles.furniture.signatures import NAME, as_navigation
from nongrata.articles.furniture.told import kind_of

_WORDED = ("body", "headline")
_HEAD = 8  # blocks
_LONG_HEAD = 14  # of pages that name their fields
_RELEASE = re.compile(r"(?:for immediate (?:release|publication)|(?:press|news|media) release|statement)\W*$", re.I)
_OFFICE = re.compile(
    r"(?:The )?(?:[\w.&’'-]+ ){0,4}(?:Office|Department|Ministry|Bureau|Division|Directorate|Commission|Council|Board"
    r"|Authority|Agency|Administration|Embassy|Secretariat)(?: (?:of|for|on|to)\b.*|,.*)?$"
)
_IMMEDIATE = re.compile(r"\bimmediate\b", re.I)
_PHONE = re.compile(r"[+(]?\d[\d\s()./-]{6,20}")
_LETTER = re.compile(r"\S+@\S+\.\w+")
_NUMBERS = range(2, 13)  # words of a caption without a full stop
_LONGEST_TRAIL = 3  # words of a section's name
_PARTED = re.compile(r"\s[|>]\s")


def mark_release(text: str, blocks: list[Block]) -> list[Block]:
    """Take the few words above "For immediate release" as the letterhead; with the title above, those below."""
    released = [i for i, each in enumerate(blocks[:_HEAD]) if _RELEASE.match(each.span.of(text).strip("* "))]
    release = next((i for i in released if _IMMEDIATE.search(blocks[i].span.of(text))), min(released, default=0))
    body = next((i for i in range(release, len(blocks)) if len(blocks[i].span.of(text).split()) > _NUMBERS.stop), 0)
    below = [i for i in range(release + 1, body) if blocks[i].kind == "headline"]
    if below and all(_OFFICE.match(blocks[i].span.of(text)) for i in below):
        return [as_navigation(each) if i in below else each for i, each in enumerate(blocks)]
    is_short = all(len(each.span.of(text).split()) <= _NUMBERS.stop for each in blocks[:release])
    return [as_navigation(each) if is_short and i < release else each for i, each in enumerate(blocks)]


def mark_capitals(text: str, blocks: list[Block]) -> list[Block]:
    """Take sentences all in capitals between the title and the first paragraph as a picture's caption."""
    marked = list(blocks)
    has_title = False
    for i, block in enumerate(blocks[:_LONG_HEAD]):
        words = block.span.of(text)
        if has_title and block.kind == "body" and block.dateline is None:
            if not (words.isupper() and len(words.split()) > _LONGEST_TRAIL and words.endswith(".")):
                break
            marked[i] = replace(block, kind="caption")
        has_title = has_title or block.kind == "headline"
    return marked


def mark_trail(text: str, blocks: list[Block]) -> list[Block]:
    """Take names of sections over the title, under the page's "Home", as its trail."""
    title = next((i for i, each in enumerate(blocks) if each.kind == "headline" and not _is_section(text, each)), 0)
    starts = (i for i, each in enumerate(blocks[:title]) if each.kind == "navigation" or "|" in each.span.of(text))
    trail = range(next(starts, title), title)
    return [as_navigation(each) if i in trail and _is_section(text, each) else each for i, each in enumerate(blocks)]


def _is_section(text: str, block: Block) -> bool:
    return all(len(part.split()) <= _LONGEST_TRAIL for part in _PARTED.split(block.span.of(text)))


def mark_title(text: str, blocks: list[Block]) -> list[Block]:
    """Take the last headline of a box over the story as the story's title: a box cannot hold it."""
    body = next((i for i, each in enumerate(blocks) if each.kind == "body"), len(blocks))
    before = blocks[:body]
    others = [i for i, each in enumerate(before) if each.kind == "related" and not each.heads_box and not each.glued]
    others = [i for i in others if kind_of(blocks[i].span.of(text)) is None]
    if not others or any(each.kind == "headline" for each in before):
        return blocks
    return [replace(each, kind="headline") if i == others[-1] else each for i, each in enumerate(blocks)]


def mark_promotion(text: str, blocks: list[Block]) -> list[Block]:
    """Take what stands between an offer of letters and the words "after newsletter promotion" as the offer."""
    marked = list(blocks)
    ends = (i for i, each in enumerate(blocks) if each.span.of(text).lower() == "after newsletter promotion")
    for end in ends:
        offer = next((i for i in range(end - 1, max(-1, end - _HEAD), -1) if blocks[i].kind == "subscribe"), end)
        first = next((i for i in range(max(0, end - _HEAD), end) if blocks[i].kind == "subscribe"), offer)
        marked[first:end] = [
            replace(each, kind="subscribe") if each.kind in _WORDED else each for each in marked[first:end]
        ]
    return marked


def _is_signed_first(text: str, blocks: list[Block], here: int) -> bool:
    """Stand over the story's first paragraph, with the photographer's name right below."""
    if here > _LONG_HEAD or here + 2 >= len(blocks) or any(is_sentence(text, each) for each in blocks[:here]):
        return False
    return NAME.fullmatch(blocks[here + 1].span.of(text).partition(":")[2].strip()) is not None


def mark_captions(text: str, blocks: list[Block]) -> list[Block]:
    """Take a line without a full stop, over or under a picture's credit that says nothing else, as the caption."""
    marked = list(blocks)
    has_title = False
    for i, block in enumerate(blocks):
        around = [blocks[at] for at in (i - 1, i + 1) if 0 <= at < len(blocks)]
        is_short = block.kind in _WORDED and len(block.span.of(text).split()) in _NUMBERS
        is_open = is_short and (_is_signed_first(text, blocks, i) or block.span.of(text)[-1:] not in '.!?:;”"')
        if has_title and is_open and any(is_picture_credit(each.span.of(text)) for each in around):
            marked[i] = replace(block, kind="caption")
        has_title = has_title or block.kind == "headline"
    return marked


def mark_contacts(text: str, blocks: list[Block]) -> list[Block]:
    """Take the names, offices and numbers under "Press contacts" as what to ring."""
    start = next((i for i, each in enumerate(blocks) if is_contacts(each.span.of(text))), len(blocks))
    marked = list(blocks)
    for i in range(start + 1, len(blocks)):
        line = blocks[i].span.of(text)
        is_short = len(line.split()) < _NUMBERS.stop and not line.endswith(".")
        if not (is_short or _PHONE.fullmatch(line) or _LETTER.search(line)):
            break
        marked[i] = as_navigation(blocks[i])
    return marked
