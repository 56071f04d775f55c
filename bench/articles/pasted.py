"""Score furniture on real pages pasted whole: python -m bench.articles.pasted SHARED [--half A|B] [--misses]

Of Zyte's pages, the lines that a reader would copy, from the title to some lines after the story's end, as plain text.
What stands in the labelled article is the story, the rest furniture; lines with a day count neither way. Only pages in
English: news, but blogs and shops' offers, too. Nothing is fitted on them, and half B was never read.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml.html import HtmlElement, HTMLParser, document_fromstring

from bench.articles.furniture import Labelled, measured, result_of
from bench.articles.pages import Page, pages
from nongrata.articles.language import find_language
from nongrata.articles.pages.clear import clear_hidden
from nongrata.articles.pages.runs import UNREAD, Run, runs_of
from nongrata.articles.published import is_date_line

OVER, UNDER = 3, 16  # lines copied over the title and from the story's end on
FAR = 40  # lines between title and story: more, and the heading is another's
FEWEST = 3  # lines of a story
SURE, LIKELY, SHORT = 25, 12, 4  # letters of a line that is found in the article


def pasted(page: Page) -> Labelled | None:
    """Give a page as a reader pastes it, labelled; None where its story is not found or not in English."""
    tree = document_fromstring(page.body, parser=HTMLParser(encoding="utf-8"))
    clear_hidden(tree)
    runs = list(runs_of(tree, unread=UNREAD - {"button"}))
    article = _key(page.text)
    body = [i for i, run in enumerate(runs) if len(_key(run.words)) >= SURE and _key(run.words) in article]
    if len(body) < FEWEST or find_language(" ".join(runs[i].words for i in body)) != "en":
        return None
    titles = [i for i in range(max(0, body[0] - FAR), body[0] + 1) if _is_title(runs[i].place)]
    title = titles[-1] if titles else body[0]
    return _labelled(page, runs, range(max(0, title - OVER), min(len(runs), body[-1] + UNDER)), (title, *body))


def _labelled(page: Page, runs: Sequence[Run], shown: range, known: Sequence[int]) -> Labelled:
    article, first, last = _key(page.text), known[0], known[-1]
    text = ""
    furniture: set[int] = set()
    ignored: set[int] = set()
    for i in shown:
        words = runs[i].words
        key = _key(words)
        span = range(len(text), len(text) + len(words))
        is_story = i == first or (len(key) >= (SHORT if first < i < last else LIKELY) and key in article)
        if not is_story:
            (ignored if is_date_line(words) else furniture).update(span)
        text += f"{words}\n\n"
    name = page.name
    return Labelled(
        name=name, text=text, furniture=frozenset(furniture), ignored=frozenset(ignored), starts=(), truncated=0
    )


def _is_title(place: HtmlElement) -> bool:
    return place.tag == "h1" or any(each.tag == "h1" for each in place.iterancestors())


def _key(words: str) -> str:
    return re.sub(r"\W+", "", words).lower()


def labelled_pages(shared: Path, half: str) -> Iterator[Labelled]:
    """Give the pages of one half that can be pasted."""
    found = (pasted(page) for page in pages(shared) if page.half == half)
    return (each for each in found if each is not None)


def main() -> int:
    """Measure; of half A alone, print what came out wrong."""
    parser = argparse.ArgumentParser(prog="bench.articles.pasted", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--half", choices=("A", "B"), nargs="+", default=["A", "B"])
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    for half in options.half:
        results = [result_of(each) for each in labelled_pages(options.shared, half)]
        print(f"{half}: {len(results)} pages, F1 {measured(results)['furniture of our texts, F1']:.3f}")
        if options.misses and half == "A":
            print("\n".join(line[:150] for each in results for line in each.wrong))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
