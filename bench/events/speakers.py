"""Score who is quoted on GUM's news: python -m bench.events.speakers SHARED [--misses]

GUM marks each clause that attributes another to somebody ("attribution-positive"), and who is one and the same in a
text. The speaker of an attribution is the subject of its clause, or who stands after "according to"; what it attributes
is the clause that it points to. Ours is right where a quotation of ours covers the beginning of what is attributed, and
one of its speakers shares a telling word, or the country, with any phrase that GUM has for the same speaker.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bench.events.plover import content
from bench.reading.gum import ARCHIVE, MARK
from nongrata.articles import Published, Story
from nongrata.events import Actor, Government, Quote, Unnamed
from nongrata.events.find import find_acts
from nongrata.mentions.read import read_story
from nongrata.parties import Cast, find_cast
from nongrata.values import Span
from nongrata.values.countries import find_country_words

_UNIT = re.compile(r"Discourse=(?P<kind>[a-z-]+):(?P<id>\d+)(?:->(?P<of>\d+))?")
_PRONOUNS = frozenset(content("he she it they him her them his its their i we who that this"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of GUM: where it stands, its head in the text, its relation."""

    span: Span
    text: str
    head: int
    relation: str


@dataclass(slots=True, kw_only=True)
class Page:
    """A piece of news with its words, its discourse units and who is one and the same."""

    name: str
    text: str = ""
    paragraphs: list[Span] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    units: dict[int, int] = field(default_factory=dict)  # number: its first word
    attributions: list[tuple[int, int]] = field(default_factory=list)  # unit, and the unit that it attributes
    phrases: list[tuple[int, int, str]] = field(default_factory=list)  # first and last word, who


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is attributed, and to whom, in all forms that the text has for it."""

    start: int
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """An attribution and whether ours is found and right."""

    where: str
    found: bool
    right: bool
    says: str


def main() -> int:
    """Print the measures, and with --misses what came out wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    outcomes = list(outcomes_of(asked.shared))
    found, right = sum(each.found for each in outcomes), sum(each.right for each in outcomes)
    print(f"attributions {len(outcomes)}, found {found}, speaker right {right} ({right / len(outcomes):.3f})")
    for each in outcomes if asked.misses else []:
        if not each.right:
            print(each.where, each.says)
    return 0


def outcomes_of(shared: Path) -> Iterator[Outcome]:
    """Give how each attribution of GUM's news came out."""
    for page in pages(shared):
        whole = Span(0, len(page.text))
        day = Published(on=None, basis="unknown")
        story = Story(span=whole, published=day, paragraphs=tuple(page.paragraphs))
        reading = read_story(page.text, story, known=lambda _name: None)
        cast = find_cast(page.text, story, reading)
        quotes = find_acts(page.text, story, reading, cast).quotes
        for wanted in wanted_in(page):
            yield _outcome(page, wanted, quotes, cast)


def _outcome(page: Page, wanted: Wanted, quotes: Iterable[Quote], cast: Cast) -> Outcome:
    over = [quote for quote in quotes if quote.span.start <= wanted.start < quote.span.end]
    right = any(is_speaker(actor, wanted, cast) for quote in over for actor in quote.sources)
    ours = [quote.sources for quote in over]
    words = page.text[wanted.start : wanted.start + 50]
    says = f"{words!r}: wanted {wanted.forms[:3]}, found {ours}"
    return Outcome(where=page.name, found=bool(over), right=right, says=says)


def is_speaker(actor: Actor, wanted: Wanted, cast: Cast) -> bool:
    """Be the speaker wanted, by a telling word of any of his forms or by his country."""
    if isinstance(actor, Government):
        words = [word for form in wanted.forms for word in find_country_words(form, Span(0, len(form)))]
        return actor.country in {word.country for word in words}
    names = [actor.text] if isinstance(actor, Unnamed) else _names(actor, cast)
    ours = {word for name in names for word in content(name)} - _PRONOUNS
    return bool(ours & {word for form in wanted.forms for word in content(form)})


def _names(party: str, cast: Cast) -> list[str]:
    return [m.text for each in cast.parties if each.id == party for m in each.mentions]


def wanted_in(page: Page) -> Iterator[Wanted]:
    """Give the attributions of a page whose speaker is told."""
    starts = sorted(page.units.values())
    for unit, of in page.attributions:
        first = page.units[unit]
        last = next((start for start in starts if start > first), len(page.words))
        speaker = _speaker(page, first, last)
        if speaker is not None and of in page.units and (forms := _forms(page, speaker)):
            yield Wanted(start=page.words[page.units[of]].span.start, forms=forms)


def _speaker(page: Page, first: int, last: int) -> int | None:
    if page.words[first].text.lower() == "according":
        return page.words[first].head
    inside = range(first, last)
    subjects = [n for n in inside if page.words[n].relation.startswith("nsubj") and page.words[n].head in inside]
    objects = [n for n in inside if page.words[n].relation == "obj" and page.words[n].head == first]
    return next(iter([*subjects, *objects]), None)


def _forms(page: Page, word: int) -> tuple[str, ...]:
    """Give all phrases of the one whom a word means; none where only pronouns tell him."""
    around = [(last - first, who) for first, last, who in page.phrases if first <= word <= last]
    if not around:
        return (page.words[word].text,) if page.words[word].text.lower() not in _PRONOUNS else ()
    who = min(around)[1]
    spans = [(first, last) for first, last, other in page.phrases if other == who and last - first < 12]
    forms = [page.text[page.words[first].span.start : page.words[last].span.end] for first, last in spans]
    return tuple(form for form in dict.fromkeys(forms) if form.lower() not in _PRONOUNS)


def pages(shared: Path) -> Iterator[Page]:
    """Give GUM's pieces of news."""
    with tarfile.open(shared / ARCHIVE) as archive:
        for member in sorted(archive.getmembers(), key=lambda each: each.name):
            if member.name.startswith("dep/") and (file := archive.extractfile(member)) is not None:
                yield _page(Path(member.name).stem, io.TextIOWrapper(file, "utf-8"))


def _page(name: str, lines: io.TextIOWrapper) -> Page:
    page, start, open_ = Page(name=name), 0, dict[str, list[int]]()
    base = 0
    for line in lines:
        cells = line.rstrip("\n").split("\t")
        if line.startswith("# newpar_block") and page.text:
            start = _close(page, start)
        elif not line.strip():
            base = len(page.words)
        elif len(cells) == 10 and cells[0].isdigit():
            _add(page, cells, base, open_)
    _close(page, start)
    return page


def _close(page: Page, start: int) -> int:
    if page.text[start:].strip():
        page.paragraphs.append(Span(start, len(page.text.rstrip())))
        page.text = page.text.rstrip() + "\n\n"
    return len(page.text)


def _add(page: Page, cells: list[str], base: int, open_: dict[str, list[int]]) -> None:
    at, number = len(page.text), len(page.words)
    page.text += cells[1] + ("" if "SpaceAfter=No" in cells[9] else " ")
    head = base + int(cells[6]) - 1 if cells[6] != "0" else number
    page.words.append(Word(span=Span(at, at + len(cells[1])), text=cells[1], head=head, relation=cells[7]))
    if (unit := _UNIT.search(cells[9])) is not None:
        page.units[int(unit["id"])] = number
        if unit["kind"].startswith("attribution") and unit["of"]:
            page.attributions.append((int(unit["id"]), int(unit["of"])))
    marks = re.search(r"Entity=([^|]+)", cells[9])
    for found in MARK.finditer(marks[1] if marks else ""):
        if found["end"]:
            if begun := open_.get(found["end"]):
                page.phrases.append((begun.pop(), number, found["end"]))
        elif found["alone"]:
            page.phrases.append((number, number, found["id"]))
        else:
            open_.setdefault(found["id"], []).append(number)


if __name__ == "__main__":
    sys.exit(main())
