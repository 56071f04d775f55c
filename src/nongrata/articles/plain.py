"""Plain text as an article: the text is the input, unchanged."""

from __future__ import annotations

from datetime import date

from nongrata.articles.decode import decode
from nongrata.articles.record import Article
from nongrata.articles.stories import PageFacts, find_stories
from nongrata.sources import Capture
from nongrata.values import Skipped

_MOST_CHARACTERS = 400_000  # a hundred and fifty pages; some stages compare each name with each other one
_LONGEST_LINE = 50_000  # characters: a line is a paragraph, and some stages take its square
_MOST_LINES = 6_000  # each is parsed by itself, in a millisecond or two


def read_plain(capture: Capture, published: date | None) -> Article | Skipped:
    """Give the article of a plain text, or why it is none."""
    text = decode(capture.body, charset=capture.charset)
    if text is None:
        return _skipped(capture, "found bytes in no encoding we can tell; wanted text: save it as UTF-8")
    return article_of(capture, text=text, published=published, page=PageFacts(published=capture.published))


def article_of(
    capture: Capture, *, text: str, published: date | None, page: PageFacts | None = None
) -> Article | Skipped:
    """Give the article with this text, or Skipped where no story is in it."""
    if not text.strip():
        return _skipped(capture, "found nothing but white space; wanted a story's text")
    lines = text.count("\n") + text.count("\r")
    if len(text) > _MOST_CHARACTERS or lines > _MOST_LINES:
        found = f"found {len(text):,} characters in {lines:,} lines"
        return _skipped(
            capture, f"{found}; wanted at most {_MOST_CHARACTERS:,} in {_MOST_LINES:,}: cut it into its stories"
        )
    longest = max(map(len, text.splitlines()), default=0)
    if longest > _LONGEST_LINE:
        wanted = f"wanted paragraphs of at most {_LONGEST_LINE:,}: break it into lines"
        return _skipped(capture, f"found a line of {longest:,} characters; {wanted}")
    stories = find_stories(text, published=published, page=page)
    if not stories:
        return _skipped(capture, "found no story, only menus, captions or notices; wanted a headline or a paragraph")
    return Article(
        uri=capture.uri,
        sha256=capture.sha256,
        fetched_at=capture.fetched_at.isoformat(),
        media_type=capture.media_type,
        text=text,
        stories=stories,
    )


def _skipped(capture: Capture, reason: str) -> Skipped:
    return Skipped(stage="articles", item=capture.uri, reason=reason)
