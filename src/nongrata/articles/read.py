"""Captures as articles, by their media type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial

from nongrata.articles.plain import read_plain
from nongrata.articles.record import Article
from nongrata.sources import Capture
from nongrata.sources.kinds import CONTAINERS, DOCX, ODT, PDF
from nongrata.sources.unpack import each_of
from nongrata.values import MissingExtra, Skipped
from nongrata.values.loading import load

Reader = Callable[[Capture, date | None], Article | Skipped]


def _later(where: str, *, extra: str | None = None) -> Reader:
    """Give a reader that is imported when the first capture of its kind comes: some take a second."""

    def read(capture: Capture, published: date | None) -> Article | Skipped:
        try:
            reader: Reader = load(where, extra=extra)
        except MissingExtra as missing:
            return _skipped(capture, f"found {capture.media_type}; wanted the part that reads it: {missing}")
        return reader(capture, published)

    return read


READERS: Mapping[str, Reader] = {
    "text/plain": read_plain,
    "text/html": _later("nongrata.articles.pages.html:read_html"),
    "application/xhtml+xml": _later("nongrata.articles.pages.html:read_html"),
    DOCX: _later("nongrata.articles.office:read_office"),
    ODT: _later("nongrata.articles.office:read_office"),
    PDF: _later("nongrata.articles.pdf:read_pdf", extra="pdf"),
}


def read_article(
    capture: Capture, *, published: date | None, readers: Mapping[str, Reader] = READERS
) -> Article | Skipped:
    """Give the article in a capture, or why there is none. `published` is the day that the user gives."""
    if capture.media_type in CONTAINERS:
        return _read_only(capture, published=published, readers=readers)
    reader = readers.get(capture.media_type)
    if reader is None:
        return _skipped(capture, f"found {capture.media_type}; wanted one of {', '.join(sorted(readers))}")
    return reader(capture, published)


def _read_only(capture: Capture, *, published: date | None, readers: Mapping[str, Reader]) -> Article | Skipped:
    """Give the article of a letter, a feed or an archive that holds one thing to read; of others, say how many."""
    held = list(each_of(capture))
    captures = [each for each in held if isinstance(each, Capture)]
    if len(captures) != 1:
        reason = f"found {len(captures)} stories in one {capture.media_type}; wanted one: take it apart first"
        return held[0] if len(held) == 1 and isinstance(held[0], Skipped) else _skipped(capture, reason)
    return read_article(captures[0], published=published, readers=readers)


def read_articles(
    captures: Iterable[Capture], *, published: date | None, readers: Mapping[str, Reader] = READERS
) -> Iterator[Article | Skipped]:
    """Give the article of each capture, in order."""
    return map(partial(read_article, published=published, readers=readers), captures)


def _skipped(capture: Capture, reason: str) -> Skipped:
    return Skipped(stage="articles", item=capture.uri, reason=reason)
