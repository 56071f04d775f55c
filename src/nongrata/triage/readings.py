"""A page's words read in other ways than English ones: as its language spells names, or as its script sounds them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from nongrata.triage.bones import FLAGS
from nongrata.triage.heard import HEARD_IN, heard_number
from nongrata.triage.page import Page, numbers_of, page_of, page_with, text_of
from nongrata.triage.plain import plain_words
from nongrata.triage.ways import OWN_WAYS, Way


def readings_of(body: bytes, *, charset: str | None = None) -> Iterator[Page]:
    """Give a page in each way in which it can be read, the English one first, which tells what the page is about."""
    page = page_of(body, charset=charset)
    yield page
    for way in OWN_WAYS.get(page.language, ()):
        yield _in_way(page, way)
    if page.language in HEARD_IN:
        yield _by_sound(page, HEARD_IN[page.language], body, charset)


def _in_way(page: Page, way: Way) -> Page:
    """Give the runs of a page in which a word is another one where it is read in this way."""
    told = numbers_of(page.words, way)
    read = replace(page_with(page.words, page.language, told), way=way)
    others = np.unique(read.runs[told[read.places] != numbers_of(page.words)[read.places]])
    return read.only(np.isin(read.runs, others))


def _by_sound(page: Page, script: str, body: bytes, charset: str | None) -> Page:
    """Give a page in a script that writes foreign names as it hears them by the sounds of its words."""
    words = plain_words(body, charset=charset, by_letter=False) if script == "Hangul" else page.words
    flags = numbers_of(words) & np.uint64(FLAGS)
    told = np.fromiter((heard_number(text_of(word), script) for word in words), np.uint64, len(words))
    return replace(page_with(words, page.language, told | flags), script=script)
