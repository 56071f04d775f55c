"""The feed that a site's page names: <link rel="alternate" type="application/rss+xml"> (WHATWG HTML, 4.6.7)."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from nongrata.sources.record import Capture

_FEEDS = frozenset(("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"))
_STORY = re.compile(r'"@type"\s*:\s*\[?\s*"\w*(?:Article|BlogPosting)"')  # schema.org's kinds of articles
_COMMENTS = re.compile(r"\bcomments?\b", re.I)
_LINK = re.compile(r"https?://[^\s<>\"']{1,2000}")
_HEAD = 200_000  # bytes: links stand at the top


def named_feed(page: Capture) -> str | None:
    """Give the first feed that a page names, None where the page is a story: its site's feed was not asked for."""
    if page.media_type != "text/html" or b"alternate" not in page.body[:_HEAD]:
        return None
    try:
        root = document_fromstring(page.body[:_HEAD].decode(page.charset or "utf-8", "replace"))
    except (etree.LxmlError, LookupError, ValueError):
        return None
    return None if _is_story(root) else next(filter(None, (_feed(link, page.uri) for link in root.iter("link"))), None)


def _feed(link: HtmlElement, uri: str) -> str | None:
    rel, kind = link.get("rel", "").lower().split(), link.get("type", "").partition(";")[0].strip().lower()
    if "alternate" not in rel or kind not in _FEEDS:
        return None
    try:
        href = str(urljoin(uri, link.get("href", "").strip()))
    except ValueError:
        return None
    is_usable = _LINK.fullmatch(href) and not _COMMENTS.search(f"{href} {link.get('title', '')}")
    return href if is_usable else None


def _is_story(root: HtmlElement) -> bool:
    """Be marked as an article: by Open Graph, or by schema.org."""
    for meta in root.iter("meta"):
        if meta.get("property") == "og:type":
            return meta.get("content", "").strip().lower() == "article"
    told = (str(each.text or "") for each in root.iter("script") if each.get("type") == "application/ld+json")
    return any(map(_STORY.search, told))
