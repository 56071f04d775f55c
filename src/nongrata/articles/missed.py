"""A second look at a page: paragraphs that stand among those of its story and that the first reader left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from nongrata.articles.furniture import kind_of

# What ends a run of text: everything but the marks inside a sentence.
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "cite", "code", "em", "font", "i", "ins", "mark", "q", "s", "small", "span", "strong",
     "sub", "sup", "time", "u", "wbr"}
)  # fmt: skip
_UNREAD = frozenset({"script", "style", "noscript", "template", "svg", "iframe", "button", "select", "textarea", "form",
                     "nav", "aside", "footer", "figure", "figcaption", "table", "head", "dl"})  # fmt: skip
_BOXES = re.compile(
    r"relat|comment|share|social|newsletter|subscri|promo|advert|(?:^|[\s_-])ads?(?:[\s_-]|$)|caption|credit|author|byline"
    r"|bio(?:[\s_-]|$)|foot|side-?bar|most-|popular|trend|recommend|read-?(?:more|next|also)|more-|also|tag|nav|menu|crumb|cookie"
    r"|consent|modal|widget|gallery|slide|teaser|sponsor|copyright|disclaim|sign-?up|pay-?wall|summary|standfirst|deck|meta",
    re.I,
)
_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_SIGNS = re.compile(r"\W+")
_LEAST = 60  # characters of a paragraph that is put back
_SHARE = 0.75  # of the story's characters: what holds them is the story's box
_MOST_LINKED = 0.3
_OPENING = 400  # characters at a run's start by which it is known


@dataclass(slots=True)
class _Run:
    """Words between two breaks."""

    words: str
    linked: int  # characters inside links
    place: HtmlElement


def put_back(tree: HtmlElement, lines: Sequence[str]) -> list[str]:
    """Give a story's lines, with the paragraphs of the page that stand among them and were left out."""
    runs = list(_runs(tree))
    known = {_key(line): number for number, line in enumerate(lines)}
    whole = "".join(known)
    found = [run for run in runs if _key(run.words) in known]
    boxes = _boxes(tree, found)
    after: dict[int, list[str]] = {}
    here = -1
    for run in runs if boxes else ():
        key = _key(run.words)
        if key in known:
            here = known[key]
        elif _is_paragraph(run) and key[:_OPENING] not in whole and _is_within(run.place, boxes):
            after.setdefault(here, []).append(run.words)
    return [*after.get(-1, ()), *(each for i, line in enumerate(lines) for each in (line, *after.get(i, ())))]


def _key(words: str) -> str:
    return _SIGNS.sub("", words).lower()


def _runs(tree: HtmlElement) -> Iterator[_Run]:
    """Give the page's runs of text, in order."""
    pieces: list[str] = []
    linked = 0
    place = tree
    for event, element, text in _walk(tree):
        if event == "break":
            if pieces and (words := " ".join("".join(pieces).split())):
                yield _Run(words=words, linked=linked, place=place)
            pieces, linked = [], 0
            place = element
        else:
            pieces.append(text)
            linked += len(text) if event == "link" else 0


def _walk(tree: HtmlElement) -> Iterator[tuple[str, HtmlElement, str]]:
    """Give texts and breaks in order, without recursion: pages nest as deep as their parser lets them."""
    todo: list[tuple[HtmlElement, str, bool]] = [(tree, "open", False)]
    while todo:
        element, step, in_link = todo.pop()
        kind = "link" if in_link else "text"
        if step == "tail":
            if element.tail:
                yield kind, element, element.tail
            continue
        if step == "close":
            parent = element.getparent()
            yield "break", element if parent is None else parent, ""
            continue
        if not isinstance(element.tag, str) or element.tag in _UNREAD:
            continue
        is_block = element.tag not in _INLINE
        in_link = in_link or element.tag == "a"
        if is_block:
            yield "break", element, ""
            todo.append((element, "close", in_link))
        if element.text:
            yield "link" if in_link else "text", element, element.text
        for child in reversed(element):
            todo.append((child, "tail", in_link))
            todo.append((child, "open", in_link))


def _boxes(tree: HtmlElement, found: Sequence[_Run]) -> list[HtmlElement]:
    """Give the smallest element that holds most of the story, and those beside it of the same make."""
    held: dict[HtmlElement, int] = {}
    for run in found:
        for element in (run.place, *run.place.iterancestors()):
            held[element] = held.get(element, 0) + len(run.words)
    enough = sum(len(run.words) for run in found) * _SHARE
    inner = [element for element, size in held.items() if size >= enough > 0]
    if not inner:
        return []
    box = max(inner, key=lambda element: sum(1 for _ in element.iterancestors()))
    name = box.get("class")
    return [box, *(each for each in _beside(box) if name and each.tag == box.tag and each.get("class") == name)]


def _beside(box: HtmlElement) -> Iterator[HtmlElement]:
    parent = box.getparent()
    if parent is not None:
        yield from (each for each in parent if each is not box)


def _is_paragraph(run: _Run) -> bool:
    if run.words.startswith("©") or kind_of(run.words) is not None:
        return False
    return len(run.words) >= _LEAST and run.linked <= len(run.words) * _MOST_LINKED and bool(_END.search(run.words))


def _is_within(place: HtmlElement, boxes: Sequence[HtmlElement]) -> bool:
    """Stand in one of the boxes, with nothing around it that calls itself something else."""
    for element in (place, *place.iterancestors()):
        if element in boxes:
            return True
        if element.tag in ("li", "ul", "ol") or _BOXES.search(f"{element.get('class', '')} {element.get('id', '')}"):
            return False
    return False
