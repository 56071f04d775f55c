"""A page's tree without what its readers never see, and without the links to other stories inside its story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_POPUP = re.compile(r"(?:^|[\s_-])(?:tool-?tip|pop-?over|pop-?up|roll-?over|hover-?card)(?=[\s_-]|$)", re.I)
_TWEET = re.compile(r"twitter-(?:tweet|video)|instagram-media|bluesky-embed|mastodon-embed")
_INLINE = frozenset({"a", "b", "em", "i", "span", "strong", "u", "font", "small", "br"})
_TITLE_WORDS = range(4, 26)
_MOST_HIDDEN = 0.3  # of the page's paragraphs: more is a story that a script shows later
_FEWEST_BESIDE = 3  # paragraphs of a story
_PARAGRAPH = 80  # characters
_LEAST = 40
_CELL, _LONG_CELL = 400, 800  # characters


def clear(tree: HtmlElement) -> None:
    """Take out what is hidden, what pops up over a paragraph, and what only links to other stories."""
    clear_hidden(tree)
    for table in [table for table in tree.iter("table") if _is_layout(table)]:
        _flatten(table)
    for popup in [element for element in tree.iter("span", "div") if _is_popup(element)]:
        _drop(popup)
    story = _Story.of(tree)
    for link in [element for element in tree.iter("p") if _is_promotion(element, story)]:
        _drop(link)
    for links in [element for element in tree.iter("ul", "ol") if _is_link_list(element, story)]:
        _drop(links)
    for quote in [quote for quote in tree.iter("blockquote") if _TWEET.search(quote.get("class", ""))]:
        # Readers take an embedded post for an advertisement; it is what somebody in the story said.
        _open(quote)


def clear_hidden(tree: HtmlElement) -> None:
    """Take out what is hidden, unless it is what a script is to show later: most of the page."""
    whole = _said(tree)
    for hidden in [element for element in tree.iter(etree.Element) if _is_hidden(element)]:
        if _said(hidden) <= whole * _MOST_HIDDEN:
            _drop(hidden)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Story:
    """How many paragraphs of a story stand in each element, and where the last of them is."""

    paragraphs: Counter[HtmlElement]
    last: Mapping[HtmlElement, int]
    order: Mapping[HtmlElement, int]

    @classmethod
    def of(cls, tree: HtmlElement) -> _Story:
        order = {element: number for number, element in enumerate(tree.iter("p", "ul", "ol"))}
        paragraphs: Counter[HtmlElement] = Counter()
        last: dict[HtmlElement, int] = {}
        for element, number in order.items():
            parent = element.getparent()
            if element.tag == "p" and parent is not None and len(_words(element)) >= _PARAGRAPH:
                paragraphs[parent] += 1
                last[parent] = number
        return cls(paragraphs=paragraphs, last=last, order=order)

    def goes_on_after(self, element: HtmlElement) -> bool:
        """Have a paragraph of the story after this element in its box."""
        parent = element.getparent()
        return parent is not None and self.last.get(parent, -1) > self.order.get(element, 0)


def _is_hidden(element: HtmlElement) -> bool:
    return "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style", "")))


def _is_popup(element: HtmlElement) -> bool:
    """Be a box that opens over a word of a paragraph: a portrait and links beside a name."""
    if not _POPUP.search(element.get("class", "")) or not any(True for _ in element.iterancestors("p")):
        return False
    inside = element.getparent()
    return inside is not None and not (inside.tag == "p" and _words(inside) == _words(element))


def _is_promotion(element: HtmlElement, story: _Story) -> bool:
    """Be a paragraph, between paragraphs of a story, that is nothing but a link with a headline's words."""
    parent = element.getparent()
    if parent is None or story.paragraphs[parent] < _FEWEST_BESIDE:
        return False
    links = list(element.iter("a"))
    words = _words(element)
    if len(links) != 1 or words != _words(links[0]) or len(words.split()) not in _TITLE_WORDS or words[-1] in '.…:”"':
        return False
    return all(child.tag in _INLINE for child in element.iterdescendants() if isinstance(child.tag, str))


def _is_link_list(element: HtmlElement, story: _Story) -> bool:
    """Be a list of other stories: each item a link with a headline's words, perhaps with a line under it."""
    items = element.findall("li")
    if len(items) < _FEWEST_BESIDE:
        return False
    linked = [" ".join(_words(link) for link in item.iter("a")).split() for item in items]
    if not all(linked) or sum(map(len, linked)) < len(items) * _TITLE_WORDS.start:
        return False
    return all(len(_words(item).split()) <= len(words) for item, words in zip(items, linked, strict=True)) or (
        not story.goes_on_after(element) and all(_leads(item) for item in items)
    )


def _leads(item: HtmlElement) -> bool:
    """Begin with a link."""
    link = next(item.iter("a"))
    return _words(item).startswith(_words(link))


def _is_layout(table: HtmlElement) -> bool:
    """Be a table that places a page's columns, as old pages have them: a cell holds paragraphs."""
    return any(
        length >= _LONG_CELL or cell.find("p") is not None or len(cell.findall("br")) > _FEWEST_BESIDE
        for cell in table.iter("td")
        if (length := len(_words(cell))) >= _CELL
    )


def _flatten(table: HtmlElement) -> None:
    table.tag = "div"
    for part in table.iter("tbody", "tr", "td", "th"):
        if next(part.iterancestors("table"), None) is None:
            part.tag = "div"


def _said(element: HtmlElement) -> int:
    """Give how many characters stand in an element's paragraphs."""
    own = [element] if element.tag == "p" else element.iter("p")
    return sum(length for each in own if (length := len(_words(each))) >= _LEAST)


def _words(element: HtmlElement) -> str:
    return " ".join(_pieces(element)).strip()


def _pieces(element: HtmlElement) -> Iterator[str]:
    for piece in element.itertext():
        yield from str(piece).split()


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _open(quote: HtmlElement) -> None:
    """Make an embedded post plain paragraphs of the story, and the boxes around it plain boxes."""
    quote.attrib.pop("class", None)
    for box in quote.iterancestors("div", "figure"):
        if _said(box) > _said(quote) * 1.5:
            break
        box.attrib.pop("class", None)
        box.tag = "div"
