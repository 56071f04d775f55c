"""A text's stories: where each begins and ends, and what stands at its head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise, takewhile

from nongrata.articles.dateline import Dateline, agency_of
from nongrata.articles.furniture.blocks import Block, find_blocks
from nongrata.articles.furniture.boxes import mark_boxes
from nongrata.articles.furniture.bylines import find_authors, names_authors
from nongrata.articles.furniture.gatherings import is_gathering
from nongrata.articles.furniture.headings import is_comments
from nongrata.articles.furniture.marks import mark_trail
from nongrata.articles.furniture.scraps import mark_index
from nongrata.articles.furniture.weighed import mark_weighed
from nongrata.articles.language import find_language
from nongrata.articles.published import find_published, first_date
from nongrata.articles.record import Furniture, Story
from nongrata.articles.splits import find_starts
from nongrata.values import Span

_HEAD = 4  # blocks
_WALL_SIGNS = ("…", "...")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What a page's metadata tells of its story."""

    published: date | None = None
    authors: tuple[str, ...] = ()
    headed: str | None = None  # the line over several stories that gives their day
    is_cut: bool = False  # what stood around the story is off already: no line is doubted for its looks


def find_stories(text: str, *, published: date | None, page: PageFacts | None = None) -> tuple[Story, ...]:
    """Give the stories of a text, in order; none where nothing but furniture stands in it.

    `published` is the day that the user gives, `page` what the page's own metadata tells.
    """
    page = page or PageFacts()
    blocks = find_marked(text)
    parts = find_parts(text, blocks)
    if not page.is_cut:
        parts = [mark_weighed(text, part) for part in parts]
    if len(parts) > 1 and page.published is None:
        page = replace(page, headed=_headed_on(text, blocks))
    if len(parts) > 1 and is_gathering(text, blocks):
        parts[0] = _without_head(parts[0])
    stories = [_story(text, part, published=published, page=page) for part in parts]
    return tuple(story for story in stories if story is not None)


def find_marked(text: str) -> list[Block]:
    """Give a text's blocks with the page's trail and index marked."""
    return mark_index(text, mark_trail(text, find_blocks(text)))


def find_parts(text: str, blocks: Sequence[Block]) -> list[list[Block]]:
    """Give the blocks of each story, with those marked whose words or place tell what they are."""
    starts = find_starts(text, blocks)
    return [mark_boxes(text, blocks[start:end]) for start, end in pairwise([*starts, len(blocks)])]


def _story(text: str, blocks: Sequence[Block], *, published: date | None, page: PageFacts) -> Story | None:
    inside = [i for i, block in enumerate(blocks) if block.is_story]
    body = [i for i in inside if blocks[i].kind == "body"]
    if not body and not any(blocks[i].kind == "headline" for i in inside):
        return None
    title = _title(blocks, body[0] if body else len(blocks))
    first = title if title is not None else inside[0]
    own = blocks[first : inside[-1] + 1]
    span = Span(own[0].span.start, own[-1].span.end)
    dateline = next((block.dateline for block in own if block.dateline is not None), None)
    lines = _dated_lines(text, blocks)
    if page.headed is not None:
        lines.append(page.headed)
    return Story(
        span=span,
        title=None if title is None else blocks[title].span,
        agency=_agency(text, blocks, dateline),
        bylines=_authors(text, blocks) or page.authors,
        datelines=dateline.places if dateline is not None else (),
        language=find_language(span.of(text)),
        published=find_published(given=published, metadata=page.published, dateline=dateline, lines=lines),
        paragraphs=tuple(b.span for b in own if b.kind in ("headline", "body", "caption", "date")),
        furniture=tuple(_furniture(blocks)),
        truncated=_is_truncated(text, blocks),
    )


def _without_head(blocks: Sequence[Block]) -> list[Block]:
    """Give a digest's first item without the digest's own headline, where the item has one too."""
    body = next((i for i, block in enumerate(blocks) if block.kind == "body"), len(blocks))
    titles = [i for i, block in enumerate(blocks[:body]) if block.kind == "headline"]
    return [replace(block, kind="date") if i in titles[:-1] else block for i, block in enumerate(blocks)]


def _headed_on(text: str, blocks: Sequence[Block]) -> str | None:
    """Give the line at a digest's or live blog's head that gives its day."""
    lines = (block.span.of(text) for block in blocks[:_HEAD] if block.kind in ("date", "headline", "navigation"))
    return next((line for line in lines if first_date(line) is not None), None)


def _title(blocks: Sequence[Block], first_body: int) -> int | None:
    """Give the place of the first headline before the body."""
    return next((i for i, block in enumerate(blocks[:first_body]) if block.kind == "headline"), None)


def _furniture(blocks: Sequence[Block]) -> list[Furniture]:
    return [
        Furniture(span=block.span, kind=block.kind)
        for block in blocks
        if block.kind != "body" and block.kind != "headline" and block.kind != "date"
    ]


def _dated_lines(text: str, blocks: Sequence[Block]) -> list[str]:
    kinds = ("date", "byline", "navigation", "credit")
    return [block.span.of(text) for block in blocks if block.kind in kinds]


def _agency(text: str, blocks: Sequence[Block], dateline: Dateline | None) -> str | None:
    if dateline is not None and dateline.agency is not None:
        return dateline.agency
    signed = (block.span.of(text) for block in blocks if block.kind in ("byline", "credit", "headline"))
    parts = (part for line in signed for part in line.replace("|", ",").replace(" - ", ",").split(",")[-2:])
    return next((agency for part in parts if (agency := agency_of(part.strip(" –—-")))), None)


def _authors(text: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    signed = ((block.kind, block.span.of(text)) for block in blocks)
    lines = (line for kind, line in signed if kind == "byline" or (kind == "credit" and names_authors(line)))
    return tuple(dict.fromkeys(name for line in lines for name in find_authors(line)))


def _is_truncated(text: str, blocks: Sequence[Block]) -> bool:
    """Have a wall after the last body paragraph, or a body that breaks off before an offer."""
    last = max((i for i, block in enumerate(blocks) if block.kind == "body"), default=None)
    if last is None:
        return False
    under = takewhile(lambda block: not is_comments(block.span.of(text)), blocks[last + 1 :])
    after = {block.kind for block in under}  # a wall before the comments is none before the story
    breaks_off = blocks[last].span.of(text).endswith(_WALL_SIGNS)
    return "paywall" in after or (breaks_off and "subscribe" in after)
