"""The moments that a page's data give for its story: structured data, metadata, marked elements, its address."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from lxml.html import HtmlElement

from nongrata.articles.pages.written_days import written_days
from nongrata.values import fold

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Story)$")
_NAMES = frozenset(
    {"article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished",
     "date_published", "publish-date", "publish_date", "publication_date", "publication-date", "published-date",
     "published_date", "published_at", "pubdate", "pub_date", "parsely-pub-date", "sailthru.date", "dc.date.issued",
     "cxenseparse:recs:publishtime", "dcterms.issued", "dcterms.created", "dc.date.created", "originalpublicationdate",
     "citation_publication_date", "article.published", "article:post_date", "bt:pubdate", "ptime", "og:pubdate",
     "analyticsattributes.articledate", "article_date_original", "dcsext.articlefirstpublished"}
)  # fmt: skip
# The hour counts where the stamp is in Greenwich's time, or says nothing of its own.
_STAMP = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)"
    r"(?:[T ](?P<hour>\d{2}):?\d{2}(?::?\d{2}(?:\.\d+)?)?\s?(?:Z|[+-]00:?00|UTC|GMT)?$)?"
)
_SECONDS = re.compile(r"(\d{10})(?:\d{3})?")  # since 1970, or thousandths of them
_WANTED = re.compile(r'"(?:datePublished|dateCreated|articleBody)"')
_BROKEN = re.compile(r'"datePublished"\s*:\s*"([^"\n]{6,60})"')
_ASIDE = re.compile(r"comment|relat|recommend|sidebar|popular|trending|footer", re.I)
_ASIDE_TYPE = re.compile(r"(?:Comment|Review|WebPage|Answer)$")
_IN_PATH = re.compile(r"/(20\d{2})(?:/|-|)(\d{2}|[a-z]{3})(?:/|-|)(\d{2})(?=[/_.-]|$)", re.I)
_LONGEST_SCRIPT = 2_000_000
_MOST_NODES = 20_000
_PARAGRAPH = 220  # characters: here the story has begun


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A day, and the hour where it is told in Greenwich's time."""

    on: date
    hour: int | None = None


def told_stamps(tree: HtmlElement, titles: set[str]) -> Iterator[Stamp]:
    """Give the moments in a page's data, the surest first."""
    articles, others = _linked_data(tree, titles)
    for stamp in (*articles, *_metadata(tree), *_marked(tree), *others):
        if stamp is not None:
            yield stamp


def timed(tree: HtmlElement, titles: set[str]) -> Iterator[Stamp]:
    """Give the moments of the time elements between a page's title and its story's first paragraph."""
    is_under = False
    for element in tree.iter("h1", "h2", "p", "time"):
        words = " ".join("".join(map(str, element.itertext())).split())
        if element.tag in ("h1", "h2"):
            is_under = is_under or fold(words[:300]) in titles
        elif element.tag == "p" and is_under and len(words) >= _PARAGRAPH:
            return
        elif element.tag == "time" and is_under and "updat" not in f"{element.get('class')} {words}".lower():
            stamp = _stamp(element.get("datetime", "")) if not _is_aside(element) else None
            if stamp is not None:
                yield stamp


def day_of_address(url: str) -> date | None:
    """Give the day in a page's address, or None.

    >>> day_of_address("https://news.example/world/2024/mar/12/port-closed")
    datetime.date(2024, 3, 12)
    """
    found = _IN_PATH.search(url[:2_000])
    if found is None:
        return None
    year, month, day = found.groups()
    if month.isdigit():
        return _date(int(year), int(month), int(day))
    days = written_days(f"{day} {month} {year}")
    return days[0].on if days else None


def article_nodes(tree: HtmlElement, titles: set[str]) -> Iterator[dict[str, object]]:
    """Give the articles in a page's structured data, those headed as the page is first; the others only where alone."""
    nodes = [node for node in _all_nodes(tree) if _is_article(node)]
    own = [node for node in nodes if _is_headed(node, titles)]
    yield from own or (nodes if len(nodes) == 1 else ())


def _is_headed(node: dict[str, object], titles: set[str]) -> bool:
    return fold(str(node.get("headline") or node.get("name") or "")[:300]) in titles


def _linked_data(tree: HtmlElement, titles: set[str]) -> tuple[list[Stamp | None], list[Stamp | None]]:
    """Give the stamps of articles in a page's structured data, the page's own first, and those of other things."""
    own: list[Stamp | None] = []
    articles: list[Stamp | None] = []
    others: list[Stamp | None] = []
    for node in _all_nodes(tree):
        written = node.get("datePublished") or (node.get("dateCreated") if _is_article(node) else None)
        if written is None:
            continue
        place = (own if _is_headed(node, titles) else articles) if _is_article(node) else others
        place.append(_stamp(str(written)))
    return [*own, *articles], others


def _all_nodes(tree: HtmlElement) -> Iterator[dict[str, object]]:
    for script in tree.iter("script"):
        text = script.text or ""
        if "ld+json" not in script.get("type", "") or not _WANTED.search(text, 0, _LONGEST_SCRIPT):
            continue
        if len(text) > _LONGEST_SCRIPT:
            continue
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            data = [{"@type": "BrokenArticle", "datePublished": each} for each in _BROKEN.findall(text)[:1]]
        yield from _nodes(data)


def _nodes(data: object) -> Iterator[dict[str, object]]:
    """Give the objects in structured data, the outer ones first."""
    todo, seen = deque([data]), 0
    while todo and seen < _MOST_NODES:
        node, seen = todo.popleft(), seen + 1
        if isinstance(node, dict):
            yield node
            todo += [each for each in node.values() if isinstance(each, dict | list)]
        elif isinstance(node, list):
            todo += [each for each in node if isinstance(each, dict | list)]


def _is_article(node: dict[str, object]) -> bool:
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(each, str) and _ARTICLE.search(each) for each in kinds)


def _metadata(tree: HtmlElement) -> Iterator[Stamp | None]:
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if name in _NAMES and not _is_aside(meta):
            yield _stamp(meta.get("content", ""))


def _marked(tree: HtmlElement) -> Iterator[Stamp | None]:
    """Give the days of elements that are marked as the day of publication."""
    for element in tree.iter("time", "span", "div", "abbr", "p", "li"):
        if ("datePublished" in element.get("itemprop", "") or "pubdate" in element.attrib) and not _is_aside(element):
            written = element.get("datetime") or element.get("content") or element.get("title")
            yield _stamp(written or "".join(map(str, element.itertext()))[:100])


def _is_aside(element: HtmlElement) -> bool:
    """Belong to a comment, or to another story's teaser."""
    return any(
        each.tag in ("aside", "nav", "footer")
        or _ASIDE_TYPE.search(each.get("itemtype", ""))
        or (each.tag != "body" and _ASIDE.search(f"{each.get('class', '')} {each.get('id', '')}"))
        for each in element.iterancestors("div", "li", "section", "article", "aside", "nav", "footer")
    )


def _stamp(told: str) -> Stamp | None:
    """Give the moment of a stamp, or the day of a date in words."""
    told = told.strip()
    if seconds := _SECONDS.fullmatch(told):
        moment = datetime.fromtimestamp(int(seconds[1]), UTC)
        return Stamp(on=moment.date(), hour=moment.hour)
    stamp = _STAMP.match(told)
    if stamp is None:
        days = written_days(told[:100])
        return Stamp(on=days[0].on) if days else None
    on = _date(int(stamp[1]), int(stamp[2]), int(stamp[3]))
    return None if on is None else Stamp(on=on, hour=int(stamp["hour"]) if stamp["hour"] else None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
