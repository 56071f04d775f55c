"""What a watched place holds: a feed's entries, a sitemap's pages, an OPML file's feeds, or one story."""

from __future__ import annotations

import gzip
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Literal

from lxml import etree

from nongrata.sources.discover import named_feed
from nongrata.sources.feed import read_feed
from nongrata.sources.kinds import FEED, document_type, media_type_of
from nongrata.sources.record import Capture
from nongrata.values import Skipped

Kind = Literal["feed", "json feed", "sitemap", "sitemaps", "opml", "page"]

SHORT = 1_200  # bytes: an entry's text below is a teaser, and its page is read
_MOST = 1_000  # entries of one place
_NEWEST = 200  # pages of one sitemap
_LONGEST = 50 * 1024 * 1024
_LINK = re.compile(r"https?://[^\s<>\"']{1,2000}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One thing that a place holds."""

    key: str  # by which it is known again; another one when it has changed
    link: str | None = None  # the address of its page
    capture: Capture | None = None  # its text, where the place holds that
    is_place: bool = False  # a feed or a sitemap, to be watched itself

    @property
    def is_teaser(self) -> bool:
        """Have a page that tells more than the place does."""
        return self.link is not None and (self.capture is None or len(self.capture.body) < SHORT)


def kind_of(capture: Capture) -> Kind:
    """Say what kind of place this is, by its bytes."""
    head = capture.body[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    for kind, mark in _MARKS:
        if mark.search(head):
            return kind
    return "feed" if capture.media_type == FEED or document_type(capture.body) == FEED else "page"


_MARKS: tuple[tuple[Kind, re.Pattern[bytes]], ...] = (
    ("opml", re.compile(rb"<opml[\s>]", re.I)),
    ("sitemaps", re.compile(rb"<(?:\w+:)?sitemapindex[\s>]")),
    ("sitemap", re.compile(rb"<(?:\w+:)?urlset[\s>]")),
    ("json feed", re.compile(rb'^\{.*"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org', re.S)),
)


def found_in(capture: Capture) -> Iterator[Found | Skipped]:
    """Give what a place holds, in its order; what cannot be used is skipped with its reason."""
    capture = _unzipped(capture)
    yield from READERS[kind_of(capture)](capture)


def _unzipped(capture: Capture) -> Capture:
    """Give a sitemap that was packed as a file, unpacked within bounds."""
    if capture.body[:2] != b"\x1f\x8b":
        return capture
    try:
        body = gzip.GzipFile(fileobj=io.BytesIO(capture.body)).read(_LONGEST + 1)
    except (OSError, EOFError, ValueError):
        return capture
    return capture if len(body) > _LONGEST else replace(capture, body=body, media_type=media_type_of(body))


def _feed(capture: Capture) -> Iterator[Found | Skipped]:
    for entry in read_feed(capture):
        uri = entry.uri if isinstance(entry, Capture) else entry.item
        # An entry without an address of its own bears the feed's and its number: there is no page to ask for.
        link = uri if _LINK.fullmatch(uri) and not uri.startswith(f"{capture.uri}#") and uri != capture.uri else None
        if isinstance(entry, Capture):
            yield Found(key=f"{uri} {entry.sha256[:16]}", link=link, capture=entry)
        elif link is not None:
            yield Found(key=link, link=link)
        else:
            yield entry


def _json_feed(capture: Capture) -> Iterator[Found | Skipped]:
    """Give the items of a JSON Feed (version 1.1, jsonfeed.org)."""
    try:
        items = json.loads(capture.body)["items"]
    except (ValueError, KeyError, TypeError, RecursionError):
        items = None
    if not isinstance(items, list):
        yield _skipped(capture, "found a JSON Feed that is damaged; wanted one with items")
        return
    for number, item in enumerate(items[:_MOST], start=1):
        found = _item(capture, item, number) if isinstance(item, dict) else None
        yield found or _skipped(capture, f"found item {number} without a text or a page; wanted one of them")
    if len(items) > _MOST:
        told = f"found {len(items):,} items; wanted at most {_MOST:,}: the later ones are left out"
        yield _skipped(capture, told)


def _item(capture: Capture, item: dict[str, Any], number: int) -> Found | None:
    html, text = item.get("content_html"), item.get("content_text") or item.get("summary")
    link = next((each for each in (item.get("url"), item.get("id")) if _is_link(each)), None)
    body = html if isinstance(html, str) else text if isinstance(text, str) else ""
    uri = str(link or f"{capture.uri}#{item.get('id', number)}")[:2_000]
    if not body.strip():
        return None if link is None else Found(key=uri, link=link)
    entry = replace(
        capture,
        uri=uri,
        body=body.encode("utf-8", "replace"),
        media_type="text/html" if isinstance(html, str) else "text/plain",
        charset="utf-8",
        title=str(item.get("title") or "")[:300] or None,
        published=_day(item.get("date_published")),
        is_whole=True,
    )
    return Found(key=f"{uri} {entry.sha256[:16]}", link=link, capture=entry)


def _is_link(told: object) -> bool:
    return isinstance(told, str) and _LINK.fullmatch(told) is not None


def _day(told: object) -> date | None:
    try:
        return datetime.fromisoformat(str(told)).date()
    except ValueError:
        return None


def _sitemap(capture: Capture) -> Iterator[Found | Skipped]:
    """Give the pages of a sitemap (sitemaps.org), those changed last first."""
    pages = _newest(capture, "url")
    for changed, link in pages:
        yield Found(key=f"{link} {changed}".strip(), link=link)
    if not pages:
        yield _skipped(capture, "found a sitemap without pages; wanted one with stories")


def _sitemaps(capture: Capture) -> Iterator[Found | Skipped]:
    """Give the sitemaps that one of sitemaps names."""
    maps = _newest(capture, "sitemap")
    for changed, link in maps:
        yield Found(key=f"{link} {changed}".strip(), link=link, is_place=True)
    if not maps:
        yield _skipped(capture, "found a sitemap of sitemaps that names none; wanted one that does")


def _newest(capture: Capture, name: str) -> list[tuple[str, str]]:
    """Give when the addresses in a sitemap's elements of this name were changed, and them; the newest first."""
    told = ((_child(each, "lastmod") or "", _child(each, "loc") or "") for each in _elements(capture, name))
    return sorted(((changed, link) for changed, link in told if _is_link(link)), reverse=True)[:_NEWEST]


def _opml(capture: Capture) -> Iterator[Found | Skipped]:
    """Give the feeds that an OPML file names."""
    outlines = (outline.attrib.items() for outline in _elements(capture, "outline"))
    told = (next((value for name, value in each if str(name).lower() == "xmlurl"), None) for each in outlines)
    links = [str(link) for link in told if _is_link(link)]
    for link in links:
        yield Found(key=link, link=link, is_place=True)
    if not links:
        yield _skipped(capture, "found an OPML file that names no feed on the web; wanted one that does")


def _page(capture: Capture) -> Iterator[Found | Skipped]:
    """Give the feed that a site's page names; else the page itself, as a story."""
    feed = named_feed(capture)
    if feed is not None:
        yield Found(key=feed, link=feed, is_place=True)
        return
    yield Found(key=f"{capture.uri} {capture.sha256[:16]}", capture=capture)


READERS: Mapping[Kind, Callable[[Capture], Iterator[Found | Skipped]]] = {
    "feed": _feed,
    "json feed": _json_feed,
    "sitemap": _sitemap,
    "sitemaps": _sitemaps,
    "opml": _opml,
    "page": _page,
}


def _elements(capture: Capture, name: str) -> list[etree._Element]:
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(capture.body, parser)
    except (etree.LxmlError, ValueError):
        return []
    return [] if root is None else [each for each in root.iter(etree.Element) if _name(each) == name]


def _child(element: etree._Element, name: str) -> str | None:
    return next((str(each.text or "").strip() for each in element if _name(each) == name), None)


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _skipped(capture: Capture, reason: str) -> Skipped:
    return Skipped(stage="sources", item=capture.uri, reason=reason)
