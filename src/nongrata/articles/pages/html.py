"""A page as an article: its story's text, by trafilatura, with its own title and date.

Only this file imports trafilatura, which is slow to import: `desk` loads it when the first page comes.
"""

from __future__ import annotations

import logging
import re
from copy import deepcopy
from dataclasses import dataclass
from datetime import date

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura import bare_extraction
from trafilatura.settings import Document

from nongrata.articles.decode import decode
from nongrata.articles.furniture.bylines import find_authors
from nongrata.articles.pages.clear import clear, clear_hidden
from nongrata.articles.pages.dates import published_on
from nongrata.articles.pages.missed import put_back
from nongrata.articles.pages.runs import runs_of
from nongrata.articles.pages.structured import better_text
from nongrata.articles.plain import article_of
from nongrata.articles.record import Article
from nongrata.articles.stories import PageFacts
from nongrata.sources import Capture
from nongrata.values import Skipped, fold

_MOST_BYTES = 10 * 1024 * 1024  # ten times the longest live blog; reading takes time in proportion
_MOST_ELEMENTS = 30_000
_MOST_LETTERS = 1_500_000  # of a page's words, menus and comments included
_MOST_ATTRIBUTES = 500  # of one tag: libxml2's time grows with their square
_LONG_TAG = 10_000
_LONGEST_TITLE = 300
_HEAD_LINES = 6  # in which the title comes again
_LONG_LINE = 80  # characters: a paragraph
_SHORTEST_PARAGRAPH = 40  # characters, of the longest one

_TAG = re.compile(rb"<[a-zA-Z][^<>]{%d,}" % _LONG_TAG)
_QUOTED = re.compile(rb"\"[^\"]*\"|'[^']*'")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.I)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_PARTS = re.compile(r"\s+[|–—-]\s+|\s+::\s+")
_BREAKS = re.compile(r"\s*\n\s*")

# It logs what it discards, on standard error unless told otherwise; we hand on a reason instead.
for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)


def read_html(capture: Capture, published: date | None) -> Article | Skipped:
    """Give the article of a page: its story's title and paragraphs, menus and boxes left out; or why it has none."""
    if len(capture.body) > _MOST_BYTES:
        return _skipped(
            capture, f"found a page of {len(capture.body) // 2**20} MiB; wanted at most 10: save it as text"
        )
    named = _CHARSET.search(capture.body[:4096])
    page = decode(capture.body, charset=capture.charset or (named[1].decode("ascii") if named else None))
    if page is None:
        return _skipped(capture, "found bytes in no encoding we can tell; wanted a page: save it as UTF-8")
    tree = _tree(page)
    if isinstance(tree, str):
        return _skipped(capture, tree)
    told = _told_whole(capture, tree) if capture.is_whole else _extracted(capture, tree)
    if told is None or not told.text:
        return _skipped(capture, "found a page without a story; wanted one with paragraphs: save the story's text")
    facts = PageFacts(published=told.published or capture.published, authors=told.authors, is_cut=True)
    return article_of(capture, text=told.text, published=published, page=facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What a page tells: its text, and what stands about it in its metadata."""

    text: str
    published: date | None = None
    authors: tuple[str, ...] = ()


def _tree(page: str) -> HtmlElement | str:
    """Give a page's tree, or the reason for refusing it."""
    source = page.encode("utf-8")
    if any(len(_QUOTED.sub(b"", tag).split()) > _MOST_ATTRIBUTES for tag in _TAG.findall(source)):
        return "found a tag with hundreds of attributes; wanted a news page: save the story's text"
    parser = HTMLParser(encoding="utf-8", huge_tree=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(source, parser)
    except etree.LxmlError:
        return "found no HTML that can be read; wanted a news page: save the story's text"
    elements = 0
    for element in tree.iter():
        elements += 1
        _clean(element)
    if elements > _MOST_ELEMENTS:
        return f"found a page of {elements:,} elements; wanted at most {_MOST_ELEMENTS:,}: save the story's text"
    letters = sum(len(run.words) for run in runs_of(tree))
    if letters > _MOST_LETTERS:
        return f"found a page of {letters:,} characters; wanted at most {_MOST_LETTERS:,}: save the story's text"
    return tree


def _clean(element: HtmlElement) -> None:
    """Take out the control characters that a page brings in: nothing that holds them can be written back."""
    if element.text and _CONTROL.search(element.text):
        element.text = _CONTROL.sub("", element.text)
    if element.tail and _CONTROL.search(element.tail):
        element.tail = _CONTROL.sub("", element.tail)


def _told_whole(capture: Capture, tree: HtmlElement) -> _Told:
    """Give all the words of a page that is nothing but its story: a feed's entry, a letter."""
    clear_hidden(tree)
    lines = [run.words for run in runs_of(tree)]
    return _Told(text=_text(capture.title or "", _once(lines, _titles(tree, capture.title or ""))))


def _extracted(capture: Capture, tree: HtmlElement) -> _Told | None:
    """Give what trafilatura and a second look make of a page; None where it has no story."""
    # Without the extensive search a date is one that the page's own metadata gives, no guess from its text.
    dates = {"extensive_search": False, "original_date": True}
    runs = list(runs_of(tree))
    clear(tree)
    first = bare_extraction(deepcopy(tree), include_comments=False, with_metadata=True, date_extraction_params=dates)
    first = first if isinstance(first, Document) else Document()
    lines = put_back(tree, [line for line in _BREAKS.split((first.text or "").strip()) if line])
    title = " ".join((first.title or _heading(tree)).split())
    titles = _titles(tree, title)
    lines = better_text(tree, titles, lines) or lines
    if not any(len(line) >= _SHORTEST_PARAGRAPH for line in lines):
        return None  # a menu's words
    return _Told(
        text=_text(title, _once(lines, titles)),
        published=published_on(tree, runs, titles, capture=capture, guess=_day(first.date)),
        authors=find_authors(f"By {first.author}") if first.author else (),
    )


def _heading(tree: HtmlElement) -> str:
    heading = next(tree.iter("h1", "title"), None)
    return "" if heading is None else "".join(map(str, heading.itertext()))


def _titles(tree: HtmlElement, title: str) -> set[str]:
    """Give the forms in which a page says its story's title, folded."""
    told = [title, *("".join(map(str, each.itertext())) for each in tree.iter("h1"))]
    told += [part for each in tree.iter("title") for part in _PARTS.split(each.text or "")[:1]]
    told += [str(each.get("content", "")) for each in tree.iter("meta") if each.get("property") == "og:title"]
    return {folded for each in told if (folded := fold(" ".join(each.split())))}


def _once(lines: list[str], titles: set[str]) -> list[str]:
    """Give a story's lines without its title, and, where the story is there twice, without the second time."""
    kept = [
        line
        for number, line in enumerate(lines)
        if number >= _HEAD_LINES or len(line) > _LONGEST_TITLE or fold(line) not in titles
    ]
    first = next((line for line in kept if len(line) >= _LONG_LINE), None)
    return list(dict.fromkeys(kept)) if kept.count(first or "") > 1 else kept


def _text(title: str, lines: list[str]) -> str:
    """Give the story's text: its title, then its paragraphs, a blank line between them."""
    parts = [title, *lines] if 0 < len(title) <= _LONGEST_TITLE else lines
    return "\n\n".join(parts) + "\n" if lines else ""


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None


def _skipped(capture: Capture, reason: str) -> Skipped:
    return Skipped(stage="articles", item=capture.uri, reason=reason)
