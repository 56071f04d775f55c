"""Score named persons, bodies and places on GUM's news beside spaCy alone.

python -m bench.reading.gum SHARED [--misses]

GUM marks every noun phrase with its kind. A name is a phrase of a person, an organization or a place whose head is a
proper noun; its extent is from its first to its last proper noun around the head. A name counts as found where one of
ours of the same kind has a character in common with it, each used once.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
import tarfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from nongrata.articles import Published, Story
from nongrata.mentions.model import parse_story
from nongrata.mentions.read import read_story
from nongrata.parties import find_cast
from nongrata.values import Span

ARCHIVE = "data/news/gum_wikinews/gum_news_xml_tsv_conllu.tar.gz"
KINDS = ("person", "organization", "place")
MARK = re.compile(r"\((?P<id>\d+)-(?P<kind>[a-z]+)-[^()]*(?P<alone>\))?|(?P<end>\d+)\)")
Name = tuple[Span, str]


@dataclass(slots=True)
class Document:
    """A piece of news, its words joined again, and the names that GUM marks."""

    name: str
    text: str = ""
    paragraphs: list[Span] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    bearers: list[tuple[Span, str]] = field(default_factory=list)  # each name, and GUM's number of who bears it


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place, part of speech and the number of its head in the sentence."""

    span: Span
    pos: str
    head: int


def documents(shared: Path) -> Iterator[Document]:
    """Give GUM's pieces of news."""
    with tarfile.open(shared / ARCHIVE) as archive:
        for member in archive:
            if member.name.startswith("dep/") and (file := archive.extractfile(member)) is not None:
                yield _document(Path(member.name).stem, io.TextIOWrapper(file, "utf-8"))


def _document(name: str, lines: io.TextIOWrapper) -> Document:
    document, words, marks = Document(name), list[Word](), list[tuple[int, str]]()
    start = 0
    for line in lines:
        cells = line.rstrip("\n").split("\t")
        if line.startswith("# newpar_block") or (line.startswith("# newdoc") and document.text):
            _close(document, start)
            start = len(document.text)
        elif len(cells) == 10 and cells[0].isdigit():
            at = len(document.text)
            document.text += cells[1] + ("" if "SpaceAfter=No" in cells[9] else " ")
            words.append(Word(Span(at, at + len(cells[1])), cells[3], int(cells[6])))
            entity = re.search(r"Entity=([^|]+)", cells[9])
            marks.append((len(words), entity[1] if entity else ""))
        elif not line.strip() and words:
            named = list(_names(words, marks))
            document.names += [(span, kind) for span, kind, _bearer in named]
            document.bearers += [(span, bearer) for span, kind, bearer in named if kind != "place"]
            words, marks = [], []
    _close(document, start)
    return document


def _close(document: Document, start: int) -> None:
    if document.text[start:].strip():
        document.paragraphs.append(Span(start, len(document.text.rstrip())))
        document.text = document.text.rstrip() + "\n\n"


def _names(words: Sequence[Word], marks: Sequence[tuple[int, str]]) -> Iterator[tuple[Span, str, str]]:
    """Give the names of a sentence: phrases that begin and end in it, of the kinds asked for, headed by a name.

    Each with its kind and the number of who bears it.
    """
    open_: dict[str, tuple[int, str]] = {}
    for number, mark in marks:
        for found in MARK.finditer(mark):
            if found["end"]:
                begun = open_.pop(found["end"], None)
            elif found["alone"]:
                begun = (number, found["kind"])
            else:
                open_[found["id"]] = (number, found["kind"])
                continue
            if begun is not None and begun[1] in KINDS and (span := _proper(words, begun[0], number)):
                yield span, begun[1], found["end"] or found["id"]


def _proper(words: Sequence[Word], first: int, last: int) -> Span | None:
    """Give the proper nouns around the head of a phrase; None where the head is none."""
    inside = range(first, last + 1)
    head = next((n for n in inside if words[n - 1].head not in inside), first)
    if words[head - 1].pos != "PROPN":
        return None
    low = high = head
    while low > first and words[low - 2].pos in ("PROPN", "ADP", "DET", "PUNCT", "NUM", "CCONJ"):
        low -= 1
    while high < last and words[high].pos in ("PROPN", "PART", "NUM"):
        high += 1
    while words[low - 1].pos != "PROPN":
        low += 1
    return Span(words[low - 1].span.start, words[high - 1].span.end)


def _kind(schema: str) -> str:
    return {"Person": "person", "Place": "place"}.get(schema, "organization")


def of_model(document: Document, story: Story) -> list[Name]:
    """Give what spaCy's model alone sees."""
    parsed = parse_story(document.text, story)
    return [(name.span, _kind(name.schema)) for name in parsed.names if name.schema != "Nationality"]


def of_ours(document: Document, story: Story) -> list[Name]:
    """Give what our reading sees, without any list."""
    reading = read_story(document.text, story, known=lambda folded: None)
    cast = find_cast(document.text, story, reading)
    named = [(party.schema, mention) for party in cast.parties for mention in party.mentions]
    names = [(mention.span, _kind(schema)) for schema, mention in named if mention.kind != "pronoun"]
    return [*names, *((place.span, "place") for place in reading.places)]


def tally_of(shared: Path, say: Callable[[str], None]) -> Mapping[str, Counter[str]]:
    """Give for the model alone and for us how many names were found, made up and missed, by kind."""
    tally: dict[str, Counter[str]] = {"spaCy alone": Counter(), "nongrata": Counter()}
    for document in documents(shared):
        story = Story(
            span=Span(0, len(document.text)),
            published=Published(on=None, basis="unknown"),
            paragraphs=tuple(document.paragraphs),
        )
        for who, read in (("spaCy alone", of_model), ("nongrata", of_ours)):
            _count(document, read(document, story), tally[who], say if who == "nongrata" else lambda _: None)
    return tally


def _count(document: Document, found: list[Name], tally: Counter[str], say: Callable[[str], None]) -> None:
    left = list(found)
    for span, kind in document.names:
        hit = next((name for name in left if name[1] == kind and name[0].overlaps(span)), None)
        tally[f"{kind} {'found' if hit else 'missed'}"] += 1
        if hit:
            left.remove(hit)
        else:
            others = [f"{other[1]} {other[0].of(document.text)!r}" for other in found if other[0].overlaps(span)]
            say(f"missed  {document.name}: {kind} {span.of(document.text)!r}, ours {others}")
    for span, kind in left:
        tally[f"{kind} made up"] += 1
        say(f"made up {document.name}: {kind} {span.of(document.text)!r}")


def f1(tally: Counter[str], kinds: Sequence[str] = KINDS) -> float:
    """Give the F1 over these kinds.

    >>> f1(Counter({"person found": 3, "person missed": 1, "place made up": 1}))
    0.75
    """
    found, missed, made_up = (sum(tally[f"{kind} {what}"] for kind in kinds) for what in ("found", "missed", "made up"))
    return 2 * found / max(1, 2 * found + missed + made_up)


def main() -> int:
    """Print F1 by kind."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--misses", action="store_true", help="print each name missed, and each that GUM lacks")
    options = parser.parse_args()
    for who, tally in tally_of(options.shared, print if options.misses else lambda _: None).items():
        print(f"{who:12}", *(f"{kind} {f1(tally, [kind]):.3f}" for kind in KINDS), f"all {f1(tally):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
