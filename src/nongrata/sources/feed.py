"""A feed (RSS 0.9 to 2.0, Atom) as captures: each entry with its own title, day and text.

Layouts: the RSS 2.0 specification; RFC 4287 (Atom); the RSS 1.0 modules `content` and Dublin Core.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from lxml import etree

from nongrata.sources.record import Capture
from nongrata.values import Skipped
from nongrata.values.moments import day_of_header

_MOST_ENTRIES = 500  # the longest feeds of news have some 200
_LONGEST_TITLE = 300
_ITEMS = ("item", "entry")
_TEXTS = ("encoded", "content", "description", "summary")  # the fullest first
_DAYS = ("pubDate", "published", "issued", "date", "created", "updated", "modified")
_TAG = re.compile(r"<[a-zA-Z/!][^>]*>")


def read_feed(capture: Capture) -> Iterator[Capture | Skipped]:
    """Give each entry's text as a page of its own, or why it has none."""
    # Broken feeds are read as far as they go; entities and document types are not.
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(capture.body, parser)
    except (etree.LxmlError, ValueError):
        root = None
    entries = [] if root is None else [each for each in root.iter(etree.Element) if _name(each) in _ITEMS]
    if not entries:
        yield _skipped(capture.uri, "found a feed without entries; wanted one with stories: check the address")
    for number, entry in enumerate(entries[:_MOST_ENTRIES], start=1):
        yield _entry(capture, entry, number)
    if len(entries) > _MOST_ENTRIES:
        told = f"found {len(entries):,} entries; wanted at most {_MOST_ENTRIES:,}: the later ones are left out"
        yield _skipped(capture.uri, told)


def _entry(capture: Capture, entry: etree._Element, number: int) -> Capture | Skipped:
    parts: dict[str, etree._Element] = {}
    for child in entry.iterchildren(etree.Element):
        parts.setdefault(_name(child), child)
    link = _link(entry)
    uri = link or f"{capture.uri}#{number}"
    text = max((_text(parts[name]) for name in _TEXTS if name in parts), key=len, default="")
    title = (
        " ".join(_TAG.sub(" ", html.unescape("".join(map(str, parts["title"].itertext())))).split())
        if "title" in parts
        else ""
    )
    if not _TAG.sub("", text).strip():
        where = f": read {link}" if link else ""
        return _skipped(
            uri, f"found an entry without a text ({title[:80] or 'untitled'}); wanted one with its story{where}"
        )
    return replace(
        capture,
        uri=uri,
        body=text.encode("utf-8", "replace"),
        media_type="text/html",
        charset="utf-8",
        title=title[:_LONGEST_TITLE] or None,
        published=next((day for name in _DAYS if name in parts and (day := _day(parts[name])) is not None), None),
        is_whole=True,
    )


def _text(element: etree._Element) -> str:
    """Give an entry's text as HTML: as it stands, or with its tags where it was XHTML."""
    if any(True for _ in element.iterchildren(etree.Element)):
        inner = "".join(etree.tostring(child, encoding="unicode") for child in element)
        return (element.text or "") + inner.replace("html:", "")
    text = (element.text or "") + "".join(_named_sign(child) + (child.tail or "") for child in element)
    is_plain = element.get("type") == "text" or not _TAG.search(text)
    if not is_plain:
        return text
    lines = (html.escape(line, quote=False) if "<" in line else line for line in text.splitlines())
    return "".join(f"<p>{line}</p>" for line in lines if line.strip())


def _named_sign(child: etree._Element) -> str:
    """Give the sign that HTML calls so, which XML does not know: "&nbsp;"; what a document type names says nothing."""
    told = child.text or ""
    sign = html.unescape(told)
    return sign if isinstance(child, etree._Entity) and sign != told else ""


def _link(entry: etree._Element) -> str | None:
    """Give the address of the entry's page."""
    told = [each for each in entry.iterchildren(etree.Element) if _name(each) in ("link", "guid", "id", "origLink")]
    for each in sorted(told, key=lambda each: _name(each) != "link"):
        if each.get("rel", "alternate") != "alternate":
            continue
        link = (each.get("href") or each.text or "").strip()
        if link.startswith(("http://", "https://")) and link.isprintable() and len(link) <= 2_000:
            return link
    return None


def _day(element: etree._Element) -> date | None:
    """Give the day that an entry tells, as RSS or as Atom writes it."""
    told = (element.text or "").strip()
    try:
        return datetime.fromisoformat(told).date()
    except ValueError:
        return day_of_header(told)


def _name(element: etree._Element) -> str:
    # A broken feed may have tags that are no names, so QName is of no use.
    return str(element.tag).rpartition("}")[2].rpartition(":")[2]


def _skipped(item: str, reason: str) -> Skipped:
    return Skipped(stage="sources", item=item, reason=reason)
