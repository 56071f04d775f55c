"""Where the paragraphs of a text stand: lines, with hard-wrapped ones put together."""

from __future__ import annotations

import re
from itertools import pairwise

from nongrata.values import Span

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\x00"
_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)\]]*$")
_LONGEST_WRAP = 120  # beyond this a line was not broken by a typewriter, a mailer or fmt(1)
_SHORTEST_WRAP = 30


def split_paragraphs(text: str) -> tuple[Span, ...]:
    r"""Give the paragraphs, in order, without the white space around them.

    A line is a paragraph, unless the text is hard-wrapped: then lines go together until one ends early or
    a blank line follows.

    >>> text = "A headline\n\nOne line.\nAnother."
    >>> [span.of(text) for span in split_paragraphs(text)]
    ['A headline', 'One line.', 'Another.']
    """
    lines = [span for match in _LINE.finditer(text) if (span := trim(text, Span(*match.span())))]
    width = _wrap_width(text, lines)
    if width is None:
        return tuple(lines)
    paragraphs: list[Span] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before is not None and _goes_on(text, before, line, width):
            paragraphs[-1] = Span(paragraphs[-1].start, line.end)
        else:
            paragraphs.append(line)
    return tuple(paragraphs)


def trim(text: str, span: Span) -> Span | None:
    """Give the span without the white space at its ends, or None where nothing else is there."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in _INVISIBLE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _INVISIBLE):
        end -= 1
    return Span(start, end) if start < end else None


def _wrap_width(text: str, lines: list[Span]) -> int | None:
    """Give the width at which the text was wrapped, or None where its lines are paragraphs."""
    if len(lines) < 3:
        return None
    lengths = sorted(len(line) for line in lines)
    width = lengths[int(len(lengths) * 0.9)]
    if not _SHORTEST_WRAP <= width <= _LONGEST_WRAP:
        return None
    pairs = [(a, b) for a, b in pairwise(lines) if _adjoin(text, a, b)]
    broken = [
        b
        for a, b in pairs
        if text[b.start].islower() and _is_full(text, a, b, width) and not _SENTENCE_END.search(a.of(text)[-8:])
    ]
    return width if pairs and len(broken) * 5 >= len(pairs) * 2 else None


def _goes_on(text: str, before: Span, line: Span, width: int) -> bool:
    if not _adjoin(text, before, line) or _indent(text, line) > _indent(text, before):
        return False
    return _is_full(text, before, line, width)


def _adjoin(text: str, before: Span, line: Span) -> bool:
    """Have one line break between them, no more."""
    return len(_BREAK.findall(text, before.end, line.start)) == 1


def _indent(text: str, line: Span) -> int:
    """Give how many blanks stand before the line; its first line's indent begins a paragraph."""
    before = text[max(0, line.start - 80) : line.start]
    return len(before) - len(before.rstrip(" \t\u3000"))


def _is_full(text: str, before: Span, line: Span, width: int) -> bool:
    """Have had no room for the next line's first word, give or take."""
    first_word = len(line.of(text).split(maxsplit=1)[0])
    return len(before) + 1 + first_word > width * 0.8
