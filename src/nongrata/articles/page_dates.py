"""When a page says that its story was published: in its structured data, its metadata, beside its title."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lxml.html import HtmlElement

from nongrata.articles.published import first_date, is_date_line
from nongrata.articles.runs import Run

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Story)$")
_NAMES = frozenset(
    {"article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished",
     "date_published", "publish-date", "publish_date", "publication_date", "publication-date", "published-date",
     "pubdate", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued",
     "dcterms.issued", "dcterms.created", "dc.date.created", "originalpublicationdate", "citation_publication_date",
     "article.published", "article:post_date", "bt:pubdate", "ptime", "analyticsattributes.articledate"}
)  # fmt: skip
# The hour counts where the stamp is in Greenwich's time, or says nothing of its own.
_STAMP = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})(?!\d)(?:[T ](?P<hour>\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]00:?00| UTC| GMT)?$)?"
)
_NOON = 12
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_SLASHES = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
_UPDATED = re.compile(
    r"\b(?:updated|modified|last|edited|revised|aktualisiert|mis à jour|actualizado|обновлено)\b", re.I
)
_LONGEST_SCRIPT = 2_000_000
_MOST_NODES = 20_000
_LONGEST = 160  # characters of a line with a date
_PARAGRAPH = 220  # characters: here the story has begun
_BEFORE, _AFTER, _INTO = 5, 40, 2  # lines before the title, after it, and into the story
_EARLIEST = date(1990, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stamp:
    """A day, and the hour where it is told in Greenwich's time."""

    on: date
    hour: int | None = None

    def may_be(self, shown: date | None) -> bool:
        """Be the moment of a day shown elsewhere: in America it is still yesterday, in Asia already tomorrow."""
        if shown is None or self.hour is None:
            return False
        return shown - self.on == timedelta(days=-1 if self.hour < _NOON else 1)


def published_on(tree: HtmlElement, runs: Sequence[Run], titles: set[str], *, guess: date | None) -> date | None:
    """Give the day a page's story was published: as its data tell, else as shown at its head, else the guess.

    Data often give the moment in Greenwich's time; the day shown to readers, one off, is the one that they would cite.
    """
    told = _told(tree)
    alone, among = _shown(runs, titles)
    if told is None:
        return alone or guess or among
    return next((day for day in (alone, guess) if day is not None and told.may_be(day)), told.on)


def _told(tree: HtmlElement) -> _Stamp | None:
    """Give the moment in a page's structured data or metadata."""
    articles, others = _linked_data(tree)
    stamps = (*articles, *_metadata(tree), *_marked(tree), *others)
    return next((stamp for stamp in stamps if stamp is not None and stamp.on > _EARLIEST), None)


def _linked_data(tree: HtmlElement) -> tuple[list[_Stamp | None], list[_Stamp | None]]:
    """Give the stamps of articles in a page's structured data, and those of other things."""
    found: tuple[list[_Stamp | None], list[_Stamp | None]] = ([], [])
    for script in tree.iter("script"):
        text = script.text or ""
        if "ld+json" not in script.get("type", "") or len(text) > _LONGEST_SCRIPT or "datePublished" not in text:
            continue
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            if "datePublished" in node:
                found[0 if _is_article(node) else 1].append(_stamp(str(node["datePublished"])))
    return found


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


def _metadata(tree: HtmlElement) -> Iterator[_Stamp | None]:
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if name in _NAMES:
            yield _stamp(meta.get("content", ""))


def _marked(tree: HtmlElement) -> Iterator[_Stamp | None]:
    """Give the days of elements that are marked as the day of publication."""
    for element in tree.iter("time", "span", "div", "abbr", "p"):
        if "datePublished" in element.get("itemprop", "") or "pubdate" in element.attrib:
            yield _stamp(element.get("datetime") or element.get("content") or element.get("title") or "")


def _shown(runs: Sequence[Run], titles: set[str]) -> tuple[date | None, date | None]:
    """Give the day that stands under the title on a line of its own, and one that stands near it among other words."""
    start = next((i for i, run in enumerate(runs) if run.folded in titles), 0)
    before, near = runs[max(0, start - _BEFORE) : start], list(runs[start : start + _AFTER])
    body = next((i for i, run in enumerate(near) if len(run.words) >= _PARAGRAPH), len(near))
    under = near[: body + _INTO]
    return _best(run for run in under if is_date_line(run.words)), _best((*under, *before))


def _best(runs: Iterable[Run]) -> date | None:
    """Give the first day, rather one that is not of a later change."""
    days = [
        (bool(_UPDATED.search(run.words)), day)
        for run in runs
        if len(run.words) <= _LONGEST and (day := day_in(run.words)) is not None and day > _EARLIEST
    ]
    return min(days, key=lambda pair: pair[0])[1] if days else None


def day_in(words: str) -> date | None:
    """Give the day that a line states, in words or figures; none where day and month could be exchanged.

    >>> day_in("Erschienen am 12.03.2024 um 9 Uhr"), day_in("03/04/2024"), day_in("03/24/2024")
    (datetime.date(2024, 3, 12), None, datetime.date(2024, 3, 24))
    """
    if (day := first_date(words)) is not None:
        return day
    if found := _DAY_FIRST.search(words):
        return _date(int(found[3]), int(found[2]), int(found[1]))
    if found := _SLASHES.search(words):
        first, second = int(found[1]), int(found[2])
        if first > 12:
            return _date(int(found[3]), second, first)
        return _date(int(found[3]), first, second) if second > 12 or first == second else None
    return None


def _stamp(told: str) -> _Stamp | None:
    """Give the moment of a stamp, or the day of a date in words."""
    stamp = _STAMP.match(told.strip())
    if stamp is None:
        day = day_in(told[:100])
        return None if day is None else _Stamp(on=day)
    on = _date(int(stamp[1]), int(stamp[2]), int(stamp[3]))
    return None if on is None else _Stamp(on=on, hour=int(stamp["hour"]) if stamp["hour"] else None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
