"""A second look at a page: paragraphs that stand among those of its story and that the first reader left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from nongrata.articles.furniture.told import kind_of
from nongrata.articles.pages.runs import UNREAD, Run, runs_of

_UNREAD = UNREAD | {"form", "nav", "aside", "footer", "figure", "figcaption", "table", "dl"}
_BOXES = re.compile(
    r"relat|comment|share|social|newsletter|subscri|promo|advert|caption|credit|author|byline|foot|side-?bar|popular|trend"
    r"|recommend|crumb|cookie|consent|modal|widget|gallery|slide|sponsor|copyright|disclaim|sign-?up|pay-?wall|standfirst"
    r"|(?:^|[\s_-])(?:ads?|also|bio|deck|menu|meta|more|most|nav|next|summary|tags?|teasers?)(?:[\s_-]|$)",
    re.I,
)
_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_SIGNS = re.compile(r"\W+")
_LEAST = 60  # characters of a paragraph that is put back
_LEVELS = 3  # boxes around the story's that may come in several
_SHARE = 0.75  # of the story's characters: what holds them is the story's box
_MOST_LINKED = 0.3
_OPENING = 400  # characters at a run's start by which it is known


def put_back(tree: HtmlElement, lines: Sequence[str]) -> list[str]:
    """Give a story's lines, with the paragraphs of the page that stand among them and were left out."""
    runs = list(runs_of(tree, unread=_UNREAD))
    known = {_key(line): number for number, line in enumerate(lines)}
    whole = "".join(known)
    found = [run for run in runs if _key(run.words) in known]
    boxes = _boxes(found)
    kin = {run.place.getparent() for run in found} | {run.place for run in found}
    after: dict[int, list[str]] = {}
    here = -1
    for run in runs if boxes else ():
        key = _key(run.words)
        if key in known:
            here = known[key]
        elif _is_paragraph(run) and key[:_OPENING] not in whole and _is_within(run.place, boxes, kin):
            after.setdefault(here, []).append(run.words)
    return [*after.get(-1, ()), *(each for i, line in enumerate(lines) for each in (line, *after.get(i, ())))]


def _key(words: str) -> str:
    return _SIGNS.sub("", words).lower()


def _boxes(found: Sequence[Run]) -> list[HtmlElement]:
    """Give the smallest element that holds most of the story, then those of its make beside it."""
    held: dict[HtmlElement, int] = {}
    for run in found:
        for element in (run.place, *run.place.iterancestors()):
            held[element] = held.get(element, 0) + len(run.words)
    enough = sum(len(run.words) for run in found) * _SHARE
    inner = [element for element, size in held.items() if size >= enough > 0]
    if not inner:
        return []
    box = max(inner, key=lambda element: sum(1 for _ in element.iterancestors()))
    around = islice((box, *box.iterancestors()), _LEVELS)
    return [box, *(each for element in around for each in _kin(element))]


def _kin(box: HtmlElement) -> Iterator[HtmlElement]:
    """Give what stands beside a box and has its make, but no headline of its own: the story's next part."""
    parent, name = box.getparent(), box.get("class")
    for each in () if parent is None or not name or box.tag == "article" else parent:
        is_like = each is not box and each.tag == box.tag and each.get("class") == name
        if is_like and next(each.iter("h1", "h2", "article"), None) is None:
            yield each


def _is_paragraph(run: Run) -> bool:
    if run.words.startswith("©") or kind_of(run.words) is not None:
        return False
    return len(run.words) >= _LEAST and run.linked <= len(run.words) * _MOST_LINKED and bool(_END.search(run.words))


def _is_within(place: HtmlElement, boxes: Sequence[HtmlElement], kin: set[HtmlElement | None]) -> bool:
    """Stand beside paragraphs of the story, or in a box of its make, under nothing that calls itself something else."""
    beside = place in kin or place.getparent() in kin
    for element in (place, *place.iterancestors()):
        if element in boxes:
            return beside or element is not boxes[0]
        if element.tag in ("li", "ul", "ol") or _BOXES.search(f"{element.get('class', '')} {element.get('id', '')}"):
            return False
    return False
