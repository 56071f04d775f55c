"""Captures as articles, by their media type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial

from nongrata.articles.plain import read_plain
from nongrata.articles.record import Article
from nongrata.sources import Capture
from nongrata.sources.kinds import DOCX, ODT, PDF
from nongrata.values import MissingExtra, Skipped
from nongrata.values.loading import load

Reader = Callable[[Capture, date | None], Article | Skipped]


def _later(where: str, *, extra: str | None = None) -> Reader:
    """Give a reader that is imported when the first capture of its kind comes: some take a second."""

    def read(capture: Capture, published: date | None) -> Article | Skipped:
        try:
            reader: Reader = load(where, extra=extra)
        except MissingExtra as missing:
            reason = f"found {capture.media_type}; wanted the part that reads it: {missing}"
            return Skipped(stage="articles", item=capture.uri, reason=reason)
        return reader(capture, published)

    return read


# HTML is read by html:read_html, which takes a second to import: the desk adds it when the first page comes.
READERS: Mapping[str, Reader] = {
    "text/plain": read_plain,
    DOCX: _later("nongrata.articles.office:read_office"),
    ODT: _later("nongrata.articles.office:read_office"),
    PDF: _later("nongrata.articles.pdf:read_pdf", extra="pdf"),
}


def read_article(
    capture: Capture, *, published: date | None, readers: Mapping[str, Reader] = READERS
) -> Article | Skipped:
    """Give the article in a capture, or why there is none. `published` is the day that the user gives."""
    reader = readers.get(capture.media_type)
    if reader is None:
        reason = f"found {capture.media_type}; wanted one of {', '.join(sorted(readers))}"
        return Skipped(stage="articles", item=capture.uri, reason=reason)
    return reader(capture, published)


def read_articles(
    captures: Iterable[Capture], *, published: date | None, readers: Mapping[str, Reader] = READERS
) -> Iterator[Article | Skipped]:
    """Give the article of each capture, in order."""
    return map(partial(read_article, published=published, readers=readers), captures)
