"""Paragraphs in pieces that the model can bear: what it takes grows faster than what it is given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nongrata.articles.dateline import read_dateline
from nongrata.values import Span

LONGEST = 5_000  # characters; the longest paragraphs of the news have some 3,000
LONGEST_WORD = 1_000  # without white space: nothing but an address is so long

_SENTENCE_END = re.compile(r"[.!?][\"”’)\]]*\s+")
_BREAK = re.compile(rf"\s+|\S{{{LONGEST_WORD}}}")


def pieces_of(text: str, paragraph: Span) -> Iterator[Span]:
    """Give a paragraph as it is; one beyond all measure in pieces, cut after a sentence, else a word, else anywhere.

    A dateline without an agency is a piece: of "HARARE - Kudakwashe Tagwirei" the model makes one name, and of TEHRAN
    in "TEHRAN, June 20 - The EU lifted" who lifts. With an agency in brackets it reads them right.

    >>> [len(piece) for piece in pieces_of("So it is. " * 2_000, Span(0, 20_000))]
    [5000, 5000, 5000, 5000]
    """
    dateline = read_dateline(paragraph.of(text))
    start = paragraph.start + (dateline.length if dateline and dateline.agency is None else 0)
    if start > paragraph.start:
        yield Span(paragraph.start, start)
    while start < paragraph.end:
        end = _end_of_piece(text, start, paragraph.end)
        yield Span(start, end)
        start = end


def _end_of_piece(text: str, start: int, end: int) -> int:
    limit = min(end, start + LONGEST)
    breaks = list(_BREAK.finditer(text, start, limit))
    unbroken = next((match.end() for match in breaks if not match[0].isspace()), None)
    if unbroken is not None and unbroken < limit:
        return unbroken
    if limit == end:
        return end
    last = max((match.end() for match in _SENTENCE_END.finditer(text, start, limit)), default=None)
    return last or (breaks[-1].end() if breaks else limit)
