"""Score time expressions on GUM's news: python -m bench.reading.times SHARED [--misses]

GUM marks dates in TEI (<date when="2015-09-18">Friday</date>). A date is hit where a Time of ours has a character in
common with it and the same value; one end of a range of ours counts for a date of GUM's that stands within it,
because GUM marks the two ends apart. The document's own date is what a reader would be given.
"""

from __future__ import annotations

import argparse
import re
import sys
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lxml import etree

from nongrata.articles import Published, Story
from nongrata.mentions import Time
from nongrata.mentions.model import parse_story
from nongrata.mentions.times.find import find_times
from nongrata.values import Span, overlaps_any

ARCHIVE = "data/news/gum_wikinews/gum_news_xml_tsv_conllu.tar.gz"
SIZES = {10: "days", 7: "months", 4: "years"}  # by the length of the value
BLOCKS = {"p", "head", "caption", "item"}
TIGHT_BEFORE = re.compile(r"[.,;:!?%)\]’”]|['’]\w{1,2}|n['’]t")
TIGHT_AFTER = ("(", "[", "$", "“", "£", "#")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A date that GUM marks."""

    span: Span
    when: str | None  # a day, a month or a year; None for stretches


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A piece of news, its words joined again."""

    name: str
    text: str
    paragraphs: tuple[Span, ...]
    published: date | None
    dates: tuple[Gold, ...]


class Joiner:
    """Joins tokens to text as they come, and remembers where dates stood."""

    def __init__(self) -> None:
        self.text = ""
        self.dates: list[Gold] = []

    def walk(self, element: etree._Element) -> None:
        """Take in an element: its own words, its children, and the words after each."""
        is_block = element.tag in BLOCKS
        if is_block:
            self.part()
        start = len(self.text)
        self.say(element.text)
        for child in element:
            self.walk(child)
            self.say(child.tail)
        while start < len(self.text) and self.text[start].isspace():
            start += 1
        if element.tag == "date":
            self.dates.append(Gold(span=Span(start, len(self.text)), when=element.get("when")))
        if is_block:
            self.part()

    def part(self) -> None:
        """Begin a new paragraph."""
        if self.text and not self.text.endswith("\n"):
            self.text += "\n\n"

    def say(self, lines: str | None) -> None:
        """Take in lines of a token each, with what GUM says of it after a tab."""
        for line in (lines or "").splitlines():
            word = line.split("\t")[0]
            if "\t" in line and word:
                tight = TIGHT_BEFORE.fullmatch(word) or self.text.endswith(("\n", *TIGHT_AFTER)) or not self.text
                self.text += word if tight else f" {word}"


def documents(shared: Path) -> Iterator[Document]:
    """Give the news of GUM from the shared folder."""
    with tarfile.open(shared / ARCHIVE) as archive:
        for member in sorted(archive.getmembers(), key=lambda member: member.name):
            stream = archive.extractfile(member) if member.name.endswith(".xml") else None
            if stream is None:
                continue
            root = etree.fromstring(stream.read(), etree.XMLParser(resolve_entities=False, no_network=True))
            joiner = Joiner()
            joiner.walk(root)
            yield Document(
                name=Path(member.name).stem,
                text=joiner.text,
                paragraphs=tuple(Span(*line.span()) for line in re.finditer(r"[^\n]+", joiner.text)),
                published=date.fromisoformat(root.attrib["dateCreated"]),
                dates=tuple(joiner.dates),
            )


def times_of(document: Document) -> tuple[Time, ...]:
    """Read the document as the reader would."""
    story = Story(
        span=Span(0, len(document.text)),
        published=Published(on=document.published, basis="given"),
        paragraphs=document.paragraphs,
    )
    return find_times(document.text, parse_story(document.text, story).sentences, document.published)


def is_hit(gold: Gold, times: tuple[Time, ...]) -> bool:
    """Have a time of ours at the date, with its value."""
    for time in times:
        if time.span.overlaps(gold.span) and time.value is not None:
            ends = time.value.split("/") if time.span.covers(gold.span) else ()
            if gold.when == time.value or gold.when in ends:
                return True
    return False


def tally_of(shared: Path, say: Callable[[str], None]) -> dict[str, tuple[int, int]]:
    """Give hits and totals: days, months and years of GUM's, and how many of our times GUM marks at all."""
    tally = dict.fromkeys(("days", "months", "years", "marked"), (0, 0))
    for document in documents(shared):
        times = times_of(document)
        for gold in document.dates:
            if (name := SIZES.get(len(gold.when or ""))) is None:
                continue
            hit = is_hit(gold, times)
            tally[name] = tally[name][0] + hit, tally[name][1] + 1
            if not hit:
                ours = [(time.text, time.value) for time in times if time.span.overlaps(gold.span)]
                say(f"missed  {document.name}: {gold.span.of(document.text)!r} {gold.when}, ours {ours}")
        for time in times:
            known = overlaps_any(time.span, (gold.span for gold in document.dates))
            tally["marked"] = tally["marked"][0] + known, tally["marked"][1] + 1
            if not known:
                around = document.text[max(0, time.span.start - 40) : time.span.end + 30].replace("\n", " ")
                say(f"unmarked  {document.name}: {time.text!r} {time.value} | {around}")
    return tally


def main() -> int:
    """Print hits of total."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--misses", action="store_true", help="print each date missed, and each time that GUM lacks")
    options = parser.parse_args()
    for name, (hits, total) in tally_of(options.shared, print if options.misses else lambda _: None).items():
        print(f"{name:8}{hits}/{total}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
