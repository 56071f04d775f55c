"""Score publication dates of pages: python -m bench dates

Two sets: Zyte's pages that show a day which a person can read (page_dates.json, read by hand), and pages of our own in
the shapes that real ones have (page_dates_made.py). htmldate and trafilatura read the same pages in the same run; a
date counts only when it is exact.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

import trafilatura

from bench.articles.page_dates_made import made_pages
from bench.articles.pages import pages
from bench.quality import Score
from bench.sections import Section
from nongrata.articles import Article
from nongrata.articles.pages.html import read_html
from nongrata.sources import Capture

LABELS = Path(__file__).with_name("page_dates.json")
FETCHED = {"Zyte": datetime(2019, 11, 20, 12, tzinfo=UTC), "made": datetime(2026, 3, 1, tzinfo=UTC)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A page, and the day on which it was published."""

    name: str
    url: str
    body: bytes
    day: str
    fetched: datetime


def zyte_pages(shared: Path) -> Iterable[Dated]:
    """Give Zyte's pages whose day a reader can see."""
    labels: Mapping[str, str] = json.loads(LABELS.read_text("utf-8"))
    for page in pages(shared):
        if (day := labels.get(page.name[:12])) is not None:
            yield Dated(name=page.name[:12], url=page.url, body=page.body, day=day, fetched=FETCHED["Zyte"])


def own_pages() -> Iterable[Dated]:
    """Give the pages made for this."""
    for shape, body in made_pages():
        yield Dated(name=shape.name, url=shape.url, body=body, day=str(shape.on), fetched=FETCHED["made"])


def ours(page: Dated) -> str | None:
    """Give the day that we read."""
    capture = Capture(uri=page.url, body=page.body, media_type="text/html", fetched_at=page.fetched)
    article = read_html(capture, None)
    found = article.stories[0].published.on if isinstance(article, Article) else None
    return None if found is None else str(found)


def htmldates(page: Dated) -> str | None:
    """Give the day that htmldate finds, asked for the first date, with its extensive search."""
    find_date: Callable[..., str | None] = import_module("htmldate").find_date
    return find_date(_text(page), original_date=True, url=page.url, max_date=page.fetched.date().isoformat())


def trafilaturas(page: Dated) -> str | None:
    """Give the day in trafilatura's metadata."""
    found = trafilatura.extract_metadata(_text(page), default_url=page.url)
    return None if found is None else found.date


READERS: Mapping[str, Callable[[Dated], str | None]] = {
    "nongrata": ours,
    "htmldate": htmldates,
    "trafilatura": trafilaturas,
}


def _text(page: Dated) -> str:
    return page.body.decode("utf-8", "replace")


def section(shared: Path) -> Section:
    """Measure, and give the section."""
    sets: Mapping[str, Sequence[Dated]] = {
        "Zyte’s pages, read by hand": list(zyte_pages(shared)),
        "pages made": list(own_pages()),
    }
    rows = ["| pages | exact: nongrata | htmldate | trafilatura |", "|---|---|---|---|"]
    measures: dict[str, float] = {}
    wrong: list[str] = []
    for name, each in sets.items():
        right = {reader: [read(page) == page.day for page in each] for reader, read in READERS.items()}
        rows.append(f"| {name} ({len(each)}) | " + " | ".join(f"{sum(told)}" for told in right.values()) + " |")
        measures[f"publication date exact, {name}"] = round(sum(right["nongrata"]) / len(each), 4)
        wrong += [page.name for page, is_right in zip(each, right["nongrata"], strict=True) if not is_right]
    rows += ["", f"Not exact: {', '.join(wrong) or 'none'}."]
    digest = hashlib.sha256(
        repr([(each.name, each.day) for group in sets.values() for each in group]).encode()
    ).hexdigest()
    return Section(
        digest=f"`{digest[:16]}`", page=rows, scores=[Score(name="publication dates", digest=digest, measures=measures)]
    )
