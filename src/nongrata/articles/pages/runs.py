"""The runs of text of a page: the words between two breaks, with where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from nongrata.values import fold

# What ends a run of text: everything but the marks inside a sentence.
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "cite", "code", "em", "font", "i", "ins", "mark", "q", "s", "small", "span", "strong",
     "sub", "sup", "time", "u", "wbr"}
)  # fmt: skip
_LONGEST_TITLE = 300
# What is not read out.
UNREAD = frozenset(
    {"script", "style", "noscript", "template", "svg", "iframe", "button", "select", "textarea", "head", "title"}
)


@dataclass(slots=True, kw_only=True)
class Run:
    """Words between two breaks."""

    words: str
    linked: int  # characters inside links
    place: HtmlElement

    @property
    def folded(self) -> str:
        """Give its words in the form in which titles are compared."""
        return fold(self.words) if len(self.words) <= _LONGEST_TITLE else ""


def runs_of(tree: HtmlElement, *, unread: frozenset[str] = UNREAD) -> Iterator[Run]:
    """Give the page's runs of text, in order."""
    pieces: list[str] = []
    linked = 0
    place = tree
    for event, element, text in _walk(tree, unread):
        if event == "break":
            if pieces and (words := " ".join("".join(pieces).split())):
                yield Run(words=words, linked=linked, place=place)
            pieces, linked = [], 0
            place = element
        else:
            pieces.append(text)
            linked += len(text) if event == "link" else 0


def _walk(tree: HtmlElement, unread: frozenset[str]) -> Iterator[tuple[str, HtmlElement, str]]:
    """Give texts and breaks in order, without recursion: pages nest as deep as their parser lets them."""
    todo: list[tuple[HtmlElement, str, bool]] = [(tree, "open", False)]
    while todo:
        element, step, in_link = todo.pop()
        if step == "tail":
            yield _kind(is_linked=in_link), element, element.tail or ""
        elif step == "close":
            parent = element.getparent()
            yield "break", element if parent is None else parent, ""
        elif isinstance(element.tag, str) and element.tag not in unread:
            in_link = in_link or element.tag == "a"
            if element.tag not in _INLINE:
                yield "break", element, ""
                todo.append((element, "close", in_link))
            yield _kind(is_linked=in_link), element, element.text or ""
            for child in reversed(element):
                todo += [(child, "tail", in_link), (child, "open", in_link)]


def _kind(*, is_linked: bool) -> str:
    return "link" if is_linked else "text"
