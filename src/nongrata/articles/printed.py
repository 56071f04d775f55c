"""Printed lines as a text: columns one after the other, page heads off, broken words and paragraphs whole again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

_EDGE = 0.12  # of the page's height: where heads and feet stand
_NUMBER = re.compile(r"\W*(?:page|p\.|seite|стр\.)?\s*\d{1,4}\s*(?:(?:of|/|von|из)\s*\d{1,4})?\W*", re.I)
_DIGITS = re.compile(r"\d+")
_END = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_HYPHEN = re.compile(r"(?<=[^\W_])[-\u2010\u00ad]$")
_LAST_WORD = re.compile(r"([^\W_][\w'’\u2010-]*)[-\u2010\u00ad]$")
_FIRST_WORD = re.compile(r"[\w'’\u2010-]+")
_LETTER = 0.5  # of the size: a letter's usual width
_SAME_HEIGHT = 0.4  # of the size
_GUTTER = 1.2  # of the size: what parts two columns, at least
_LEADING = 1.35  # of the usual distance between lines: more is a paragraph's
_INDENT = 0.8  # of the size
_SHORT = 0.72  # of the usual length: a paragraph's last line


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line, or a piece of one, where it stands on its page."""

    page: int
    x: float
    y: float
    size: float
    height: float  # of the page, 0 at its foot and 1 at its head
    words: str

    @property
    def end(self) -> float:
        """Give about where it ends."""
        return self.x + len(self.words) * self.size * _LETTER


def text_of(lines: Iterable[Line]) -> str:
    """Give the text of printed lines, one line for each paragraph and a blank one between them."""
    pages = [_whole(_in_order(list(page))) for _, page in groupby(lines, key=lambda line: line.page)]
    ordered = _without_heads(pages)
    known = Counter(word for line in ordered for word in _FIRST_WORD.findall(line.words))
    paragraphs: list[str] = []
    before: Line | None = None
    usual = _Usual.of(ordered)
    for line in ordered:
        words = " ".join(line.words.split())
        if before is not None and usual.goes_on(before, line):
            paragraphs[-1] = _joined(paragraphs[-1], words, known)
        else:
            paragraphs.append(words)
        before = line
    return "\n\n".join(paragraphs) + "\n" if paragraphs else ""


def _in_order(lines: list[Line]) -> list[Line]:
    """Give a page's pieces in reading order: as written, or column by column where they were written row by row."""
    rows = [(a, b) for a, b in pairwise(lines) if _is_level(a, b) and _is_apart(a, b)]
    if len(rows) < 4 or len(rows) * 4 < len(lines):
        return lines
    gutter = median(right.x for _, right in rows)
    head = next((i for i, line in enumerate(lines) if any(line is left for left, _ in rows)), 0)
    left = [line for line in lines[head:] if line.x < gutter - line.size]
    right = [line for line in lines[head:] if line.x >= gutter - line.size]
    return [*lines[:head], *left, *_in_order(right)] if left else lines


def _is_level(a: Line, b: Line) -> bool:
    return abs(a.y - b.y) <= _SAME_HEIGHT * max(a.size, b.size)


def _is_apart(a: Line, b: Line) -> bool:
    return b.x - a.end > _GUTTER * max(a.size, b.size) and b.x - a.x > 8 * max(a.size, b.size)


def _whole(pieces: Sequence[Line]) -> list[Line]:
    """Give lines of pieces that stand one beside the other."""
    lines: list[Line] = []
    for piece in pieces:
        last = lines[-1] if lines else None
        if last is not None and _is_level(last, piece) and piece.x >= last.x and not _is_apart(last, piece):
            space = "" if last.words.endswith(" ") or piece.words.startswith(" ") else " "
            lines[-1] = replace(last, words=last.words + space + piece.words)
        else:
            lines.append(piece)
    return lines


def _without_heads(pages: Sequence[Sequence[Line]]) -> list[Line]:
    """Give all lines without page numbers, and without what stands at the head or foot of most pages."""
    at_edges = Counter(
        key for page in pages for key in {_key(line) for line in page if not _EDGE < line.height < 1 - _EDGE}
    )
    many = max(2, len(pages) // 2 + 1)

    def is_head(line: Line) -> bool:
        if _EDGE < line.height < 1 - _EDGE:
            return False
        return bool(_NUMBER.fullmatch(line.words)) or at_edges[_key(line)] >= many

    return [line for page in pages for line in page if not is_head(line)]


def _key(line: Line) -> str:
    return _DIGITS.sub("#", " ".join(line.words.split()).lower())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Usual:
    """What is usual for lines of one size."""

    leading: dict[int, float]
    length: dict[int, float]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> _Usual:
        steps: dict[int, list[float]] = {}
        lengths: dict[int, list[int]] = {}
        for a, b in pairwise(lines):
            if a.page == b.page and 0 < a.y - b.y < 4 * a.size and _same_size(a, b):
                steps.setdefault(round(a.size), []).append(a.y - b.y)
        for line in lines:
            lengths.setdefault(round(line.size), []).append(len(line.words))
        return cls(
            leading={size: sorted(each)[len(each) // 4] for size, each in steps.items()},
            length={size: float(sorted(each)[len(each) * 3 // 4]) for size, each in lengths.items()},
        )

    def goes_on(self, a: Line, b: Line) -> bool:
        """Tell that the second line goes on with the first one's paragraph."""
        if not _same_size(a, b):
            return False
        ends = _END.search(a.words) is not None
        is_short = len(a.words) < _SHORT * self.length.get(round(a.size), 0.0)
        step = a.y - b.y
        if a.page != b.page or step <= 0:  # the next column or page
            return not is_short and not (ends and b.words[:1].isupper()) and b.words[:1] not in "•–—-*"
        if step > _LEADING * self.leading.get(round(a.size), a.size * _LEADING):
            return False
        is_indented = b.x - a.x > _INDENT * a.size
        return not (is_indented and ends) and not (is_short and ends)


def _same_size(a: Line, b: Line) -> bool:
    return abs(a.size - b.size) <= 0.1 * max(a.size, b.size)


def _joined(before: str, line: str, known: Counter[str]) -> str:
    """Give two lines as one; a word broken at the line's end is whole again.

    >>> _joined("sanctions of the inter-", "national bodies", Counter())
    'sanctions of the international bodies'
    >>> _joined("built at Komsomolsk-", "on-Amur", Counter())
    'built at Komsomolsk-on-Amur'
    """
    start, rest = _LAST_WORD.search(before), _FIRST_WORD.match(line)
    if _HYPHEN.search(before) is None or start is None or rest is None:
        return f"{before} {line}"
    stem, tail = start[1], rest[0]
    is_soft = before.endswith("\u00ad") or known[stem + tail] > known[f"{stem}-{tail}"]
    keeps = not is_soft and (known[f"{stem}-{tail}"] > 0 or not tail[0].islower() or "-" in tail)
    return f"{before[:-1]}{'-' if keeps else ''}{line}"
