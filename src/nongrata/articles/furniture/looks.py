"""What a line of a page looks like: short names, "ends:." or "word our"; weighed.py gives each its weight."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nongrata.articles.furniture.lines import Page
from nongrata.articles.furniture.wording import case_of, content_of, end_of, signs_in, size_of, voices_in, words_of

NAME = re.compile(r"[^\W\d_][^\W\d_.]+(?: (?:[^\W\d_a-z][\w.’'-]*|de|da|van|von|der|al|bin)){1,3}")
NAMES = re.compile(r"[^\W\d_a-z][\w.’'-]*(?: (?:[^\W\d_a-z][\w.’'-]*|de|da|van|von|der|al|bin|and|&)){0,4}")


def looks_of(page: Page, here: int) -> Iterator[str]:
    """Give the looks of a line: its own, and those that it has from its page."""
    yield from own_looks(page.lines[here])
    yield from page_looks(page, here)


def own_looks(line: str) -> Iterator[str]:
    """Give the looks that a line has wherever it stands."""
    size, end = size_of(line), end_of(line)
    yield from ("any", f"size:{size}", f"ends:{end}", f"{size} {end}")
    yield from signs_in(line, size)
    yield from case_of(line)
    yield from words_of(line)


def page_looks(page: Page, here: int) -> Iterator[str]:
    """Give the looks that a line has from its place and from what the rest of the page says."""
    line = page.lines[here]
    size, zone = size_of(line), page.zone(here)
    yield from _placed(page, here, size, zone)
    for name in voices_in(line):
        yield f"speaks as {name} as ever" if name in page.voices else f"speaks as {name}"
        if name not in page.voices:
            yield f"{size} speaks as {name}"
    shared = min(len(page.about & content_of(line)), 3)
    yield from (f"{zone} shares {shared}", f"{size} shares {shared}")
    if line in page.again:
        yield "again"
    words = line.lower().split()
    if any(" ".join(words[:count]) in page.short for count in (2, 3) if len(words) > count):
        yield f"opens as a line of the page in {zone}"
    if here == page.title:
        yield "title"
    if NAMES.fullmatch(line):
        yield f"names in {zone}"


def _placed(page: Page, here: int, size: str, zone: str) -> Iterator[str]:
    """Give the looks of a place, with the line's length and end, and with what stands around."""
    end = end_of(page.lines[here])
    around = [page.around(here + step) for step in (-2, -1, 1, 2)]
    yield from (f"zone:{zone}", f"{size} in {zone}", f"{end} in {zone}", f"{size} {end} in {zone}")
    yield from (f"{where} {what}" for where, what in zip(("above", "over", "under", "below"), around, strict=True))
    yield from (f"{size} between {around[1]} and {around[2]}", f"{zone} between {around[1]} and {around[2]}")
    yield from (f"{zone} over {around[1]}", f"{zone} under {around[2]}", f"{size} {zone} over {around[1]}")
