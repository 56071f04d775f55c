"""Sites' pages that name their feed, and stories that do too."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from nongrata.sources import Capture
from nongrata.sources.discover import named_feed

NOW = datetime(2026, 3, 1, tzinfo=UTC)
RSS = '<link rel="alternate" type="application/rss+xml" title="News" href="/feed.xml">'


def page(head: str, uri: str = "https://a.example/news/") -> Capture:
    body = f"<!DOCTYPE html><html><head>{head}</head><body><p>Talks in Geneva.</p></body></html>".encode()
    return Capture(uri=uri, body=body, media_type="text/html", charset=None, fetched_at=NOW)


@pytest.mark.parametrize(
    ("head", "feed"),
    [
        (RSS, "https://a.example/feed.xml"),
        ('<LINK REL=alternate TYPE=application/atom+xml HREF="atom">', "https://a.example/news/atom"),
        (
            '<link rel="feed alternate" type="application/feed+json; charset=utf-8" href="//b.example/f.json">',
            "https://b.example/f.json",
        ),
        ('<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">' + RSS,
         "https://a.example/feed.xml"),
        ('<meta property="og:type" content="website">' + RSS, "https://a.example/feed.xml"),
        ('<link rel="alternate" hreflang="de" href="/de">', None),
        ('<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">', None),
        ('<link rel="alternate" type="application/rss+xml" href="file:///etc/passwd">', None),
        ('<link rel="alternate" type="application/rss+xml" href="http://[">', None),
        ('<link rel="alternate" type="application/rss+xml">', "https://a.example/news/"),
    ],
)  # fmt: skip
def test_a_sites_page_names_its_feed(head: str, feed: str | None) -> None:
    assert named_feed(page(head)) == feed


@pytest.mark.parametrize(
    "mark",
    [
        '<meta property="og:type" content="article">',
        '<script type="application/ld+json">{"@graph": [{"@type": "ReportageNewsArticle"}]}</script>',
        '<script type="application/ld+json">{"@type": ["Article"]}</script>',
    ],
)
def test_a_story_is_read_itself_though_its_page_names_the_sites_feed(mark: str) -> None:
    assert named_feed(page(RSS + mark)) is None
