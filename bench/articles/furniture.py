"""Score furniture and story splits on texts of our own: python -m bench furniture

Each of sets/furniture/*.txt was written and labelled before it was read by the program. In [[double brackets]] stands
what is no story; [[ignore|…]] counts neither way (a line with a day), [[new]] begins another story, [[truncated]] marks
where one breaks off before a wall. Furniture is scored by its characters, as the labelled stories are.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench.quality import Score
from bench.sections import Section
from nongrata.articles import Article, read_article
from nongrata.sources import Capture

TEXTS = Path(__file__).parent / "sets" / "furniture"
_HEAD = 300  # letters: a digest's head has no more; what is longer is a story
_MARK = re.compile(r"\[\[(?:(new)|(truncated)|(ignore\|)?(.*?))\]\](?!\])", re.S)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A text, and what in it is furniture, where its stories begin, and how many of them break off."""

    name: str
    text: str
    furniture: frozenset[int]  # characters
    ignored: frozenset[int]
    starts: tuple[int, ...]  # of the second and later stories
    truncated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How one text was read."""

    name: str
    hits: int
    labelled: int
    found: int
    story: int  # characters that are the stories' own
    split_right: bool
    truncated_right: bool
    wrong: tuple[str, ...]  # stretches taken wrongly (+) or missed (-)


def texts() -> Iterator[Labelled]:
    """Give the labelled texts, by name."""
    for path in sorted(TEXTS.glob("*.txt")):
        yield labelled(path.stem, path.read_text("utf-8"))


def labelled(name: str, marked: str) -> Labelled:
    """Give a text without its marks, and what they say.

    >>> found = labelled("x", "Talks[[new]] end.[[Sign up]]")
    >>> found.text, sorted(found.furniture)[0], found.starts
    ('Talks end.Sign up', 10, (5,))
    """
    text, at, truncated = "", 0, 0
    furniture: set[int] = set()
    ignored: set[int] = set()
    starts: list[int] = []
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark[1]:
            starts.append(len(text))
        elif mark[2]:
            truncated += 1
        else:
            (ignored if mark[3] else furniture).update(range(len(text), len(text) + len(mark[4])))
            text += mark[4]
    return Labelled(
        name=name,
        text=text + marked[at:],
        furniture=frozenset(furniture),
        ignored=frozenset(ignored),
        starts=tuple(starts),
        truncated=truncated,
    )


def result_of(one: Labelled) -> Result:
    """Read one text and compare."""
    capture = Capture(uri=one.name, body=one.text.encode(), media_type="text/plain", fetched_at=datetime.now(UTC))
    article = read_article(capture, published=None)
    stories = article.stories if isinstance(article, Article) else ()
    found = {i for story in stories for each in story.furniture for i in range(each.span.start, each.span.end)}
    found = {i for i in found if i not in one.ignored and not one.text[i].isspace()}
    wanted = {i for i in one.furniture if not one.text[i].isspace()}
    story = sum(not letter.isspace() for letter in one.text) - len(wanted)
    starts = [max(i for i in (0, *one.starts) if i <= story.span.start) for story in stories]
    expected = [[0, *one.starts]]
    if one.starts and _letters_before(one, one.starts[0]) < _HEAD:
        expected += [[*one.starts], [0, *one.starts[1:]]]  # a digest's head goes with the first item or with none, too
    return Result(
        name=one.name,
        hits=len(found & wanted),
        labelled=len(wanted),
        found=len(found),
        story=story - sum(not one.text[i].isspace() for i in one.ignored),
        split_right=starts in expected,
        truncated_right=sum(story.truncated for story in stories) == one.truncated,
        wrong=(*_stretches(one.text, found - wanted, "+"), *_stretches(one.text, wanted - found, "-")),
    )


def _letters_before(one: Labelled, place: int) -> int:
    """Count the letters of a story that stand before a place."""
    return sum(not one.text[i].isspace() and i not in one.furniture | one.ignored for i in range(place))


def _stretches(text: str, places: set[int], sign: str) -> Iterator[str]:
    lines = re.finditer(r"[^\n]+", text)
    for line in lines:
        inside = [i for i in places if line.start() <= i < line.end()]
        if inside:
            yield f"{sign} {text[min(inside) : max(inside) + 1]}"


def measured(results: Sequence[Result]) -> dict[str, float]:
    """Give the measures over all texts."""
    hits = sum(each.hits for each in results)
    precision = hits / max(1, sum(each.found for each in results))
    recall = hits / max(1, sum(each.labelled for each in results))
    lost = sum(each.found - each.hits for each in results) / sum(each.story for each in results)
    return {
        "furniture of our texts, F1": round(2 * precision * recall / max(1e-9, precision + recall), 4),
        "stories of our texts split right": round(sum(each.split_right for each in results) / len(results), 4),
        "truncated told right": round(sum(each.truncated_right for each in results) / len(results), 4),
        "letters of our stories not taken for furniture": round(1 - lost, 4),
    }


def section(_shared: Path) -> Section:
    """Measure, and give the section."""
    known = list(texts())
    results = [result_of(each) for each in known]
    measures = measured(results)
    rows = ["| measure | reached |", "|---|---|", *(f"| {name} | {value:.3f} |" for name, value in measures.items())]
    not_right = [each.name for each in results if each.wrong or not each.split_right or not each.truncated_right]
    rows += ["", f"{len(known)} texts; not wholly right: {', '.join(not_right) or 'none'}."]
    digest = hashlib.sha256("".join(each.text for each in known).encode()).hexdigest()
    score = Score(name="furniture", digest=digest, measures=measures)
    return Section(digest=f"`{digest[:16]}`", page=rows, scores=[score])
