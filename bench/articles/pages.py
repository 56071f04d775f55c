"""Score the text that is read from news pages: python -m bench.articles.pages SHARED [--half A|B] [--worst N]

Zyte's 181 pages and their text, by Zyte's own measure: the words' runs of four, precision and recall averaged over the
pages. trafilatura reads the same pages in the same run. The halves are drawn by the pages' names: what is tried out on
A is checked on B.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import sys
import tarfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import trafilatura

from bench.quality import Score
from bench.sections import Section
from nongrata.articles import Article
from nongrata.articles.pages.html import read_html
from nongrata.sources import Capture

FOLDER = "data/gold/articles_zyte"
RUN = 4  # words
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page, and the text of its article."""

    name: str
    url: str
    body: bytes
    text: str

    @property
    def half(self) -> str:
        """Give "A" or "B", always the same for one page."""
        return "AB"[hashlib.sha256(self.name.encode()).digest()[0] % 2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How well one page was read."""

    name: str
    precision: float | None  # None where nothing was found
    recall: float

    @property
    def f1(self) -> float:
        """Give the page's own F1."""
        return _f1(self.precision or 0.0, self.recall)


def pages(shared: Path) -> Iterator[Page]:
    """Give the labelled pages, in the order of the archive."""
    labels = json.loads((shared / FOLDER / "ground-truth.json").read_text("utf-8"))
    with tarfile.open(shared / FOLDER / "html.tar") as archive:
        for member in archive.getmembers():
            stream = archive.extractfile(member) if member.name.endswith(".html.gz") else None
            if stream is not None:
                name = Path(member.name).name.partition(".")[0]
                label = labels[name]
                body = gzip.decompress(stream.read())
                yield Page(name=name, url=label["url"], body=body, text=label["articleBody"])


def ours(page: Page) -> str:
    """Give the text of a page's stories: paragraphs without the titles and what is marked as furniture."""
    capture = Capture(uri=page.url, body=page.body, media_type="text/html", fetched_at=datetime.now(UTC))
    article = read_html(capture, None)
    return body_of(article) if isinstance(article, Article) else ""


def body_of(article: Article) -> str:
    """Give an article's body as it would be read out, later stories with their headlines: the labels have those."""
    title = article.stories[0].title
    return "\n".join(
        paragraph.of(article.text)
        for story in article.stories
        for paragraph in story.paragraphs
        if paragraph != title and all(paragraph != furniture.span for furniture in story.furniture)
    )


def trafilaturas(page: Page) -> str:
    """Give what trafilatura alone makes of a page."""
    return trafilatura.extract(page.body, include_comments=False) or ""


def precisely(page: Page) -> str:
    """Give what trafilatura makes of a page when asked for precision."""
    return trafilatura.extract(page.body, include_comments=False, favor_precision=True) or ""


def fast(page: Page) -> str:
    """Give what trafilatura makes of a page without its fallbacks."""
    return trafilatura.extract(page.body, include_comments=False, fast=True) or ""


READERS: dict[str, Callable[[Page], str]] = {"nongrata": ours, "trafilatura": trafilaturas}
MODES: dict[str, Callable[[Page], str]] = {"trafilatura, precision": precisely, "trafilatura, fast": fast}


def outcome_of(page: Page, text: str) -> Outcome:
    """Compare a reader's text with the label."""
    true, found = _runs(page.text), _runs(text)
    hits = sum((true & found).values())
    return Outcome(
        name=page.name,
        precision=hits / found.total() if found else None,
        recall=hits / true.total() if true else 1.0,
    )


def scores_of(outcomes: Sequence[Outcome]) -> tuple[float, float, float]:
    """Give precision, recall and F1 as Zyte's evaluation does: the means of the pages', and F1 of these."""
    precisions = [outcome.precision for outcome in outcomes if outcome.precision is not None]
    precision = sum(precisions) / max(1, len(precisions))
    recall = sum(outcome.recall for outcome in outcomes) / max(1, len(outcomes))
    return precision, recall, _f1(precision, recall)


def section(shared: Path) -> Section:
    """Measure all pages and each half, and give the section."""
    known = list(pages(shared))
    rows = ["| reader | precision | recall | F1 | F1, half A | F1, half B | pages a second of CPU |", "|---" * 7 + "|"]
    measures: dict[str, float] = {}
    for name, reader in (READERS | MODES).items():
        started = time.process_time()
        found = [outcome_of(page, reader(page)) for page in known]
        speed = len(known) / (time.process_time() - started)
        halves = [[each for page, each in zip(known, found, strict=True) if page.half == half] for half in "AB"]
        precision, recall, f1 = scores_of(found)
        split = " | ".join(f"{scores_of(half)[2]:.3f}" for half in halves)
        rows.append(f"| {name} | {precision:.3f} | {recall:.3f} | {f1:.3f} | {split} | {speed:.0f} |")
        if name == "nongrata":
            measures = {"text of pages F1": round(f1, 4)}
    digest = hashlib.sha256("".join(page.text for page in known).encode()).hexdigest()
    score = Score(name="Zyte's pages", digest=digest, measures=measures)
    return Section(digest=f"Zyte’s {len(known)} pages `{digest[:16]}`", page=rows, scores=[score])


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[i : i + RUN]) for i in range(max(len(words) - RUN + 1, bool(words))))


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def main() -> int:
    """Print each reader's scores, and the pages that we read worst."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--half", choices=("A", "B"), help="only one half of the pages")
    parser.add_argument("--worst", type=int, default=10, help="how many of the worst pages to list")
    options = parser.parse_args()
    chosen = [page for page in pages(options.shared) if options.half in (None, page.half)]
    found: dict[str, list[Outcome]] = {}
    for name, reader in READERS.items():
        started = time.process_time()
        texts = [reader(page) for page in chosen]
        speed = len(chosen) / (time.process_time() - started)
        found[name] = [outcome_of(page, text) for page, text in zip(chosen, texts, strict=True)]
        precision, recall, f1 = scores_of(found[name])
        print(f"{name:12} {len(chosen)} pages  P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}  {speed:.0f} pages/s")
    beside = {outcome.name: outcome for outcome in found["trafilatura"]}
    for page, outcome in sorted(zip(chosen, found["nongrata"], strict=True), key=lambda pair: pair[1].f1)[
        : options.worst
    ]:
        told = f"P {outcome.precision or 0:.2f} R {outcome.recall:.2f}, trafilatura F1 {beside[page.name].f1:.2f}"
        print(f"{page.half} {outcome.f1:.2f} ({told})  {page.name[:12]}  {page.url}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
