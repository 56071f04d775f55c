"""A story's text cut for showing: every character once and in order, with what stands over it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeVar

from nongrata.articles import Article
from nongrata.articles.record import FurnitureKind
from nongrata.dossiers import StoryReport
from nongrata.parties import MentionKind, PartyId
from nongrata.values import Span

T = TypeVar("T")
BlockKind = Literal["title", "paragraph", "gap"]


@dataclass(frozen=True, slots=True)
class Name:
    """Which mention of which party a stretch of text is: `number` counts the party's mentions from 0."""

    party: PartyId
    number: int
    kind: MentionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Text under one name, or under none."""

    text: str
    name: Name | None
    is_first: bool  # a name cut in two by a claim's end is one name: only its first run has the anchor


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """Text under one claim (its place in the order of the claims), or under none."""

    claim: int | None
    is_first: bool  # the anchor stands on the claim's first stretch
    is_last: bool  # the verdict stands after its last
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Text that is one kind of furniture, or the story itself (None)."""

    furniture: FurnitureKind | None
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, or the white space between two."""

    kind: BlockKind
    span: Span
    stretches: tuple[Stretch, ...]

    @property
    def text(self) -> str:
        """All of the block's text, exactly as in the article."""
        return "".join(run.text for part in self.stretches for clause in part.clauses for run in clause.runs)

    @property
    def furniture(self) -> FurnitureKind | None:
        """The kind of furniture that the whole block is, or None."""
        kinds = {part.furniture for part in self.stretches}
        return kinds.pop() if len(kinds) == 1 else None


def blocks_of(article: Article, report: StoryReport, region: Span) -> tuple[Block, ...]:
    """Cut a region of the article's text into blocks whose texts, joined, are the region's text."""
    return tuple(
        Block(kind=kind, span=span, stretches=tuple(_stretches(article.text, report, span)))
        for kind, span in _kinds(article.text, report, region)
    )


def regions_of(article: Article, reports: Sequence[StoryReport]) -> tuple[Span, ...]:
    """Share an article's text out among its stories: each keeps what follows it, up to the next one."""
    if not reports:
        return ()
    starts = [0, *(min(report.story.span.start, len(article.text)) for report in reports[1:]), len(article.text)]
    return tuple(Span(start, max(start, end)) for start, end in pairwise(starts))


def cut(region: Span, marks: Iterable[tuple[Span, T]]) -> Iterator[tuple[Span, T | None]]:
    """Cut a region along its marks; where two overlap, the one that starts first, then the longer, goes on.

    >>> list(cut(Span(0, 9), [(Span(2, 5), "a"), (Span(4, 7), "b")]))
    [(Span(start=0, end=2), None), (Span(start=2, end=5), 'a'), (Span(start=5, end=7), 'b'), \
(Span(start=7, end=9), None)]
    """
    at = region.start
    for span, mark in sorted(marks, key=lambda pair: (pair[0].start, -pair[0].end)):
        start, end = max(span.start, at), min(span.end, region.end)
        if start >= end:
            continue
        if at < start:
            yield Span(at, start), None
        yield Span(start, end), mark
        at = end
    if at < region.end:
        yield Span(at, region.end), None


def _kinds(text: str, report: StoryReport, region: Span) -> Iterator[tuple[BlockKind, Span]]:
    """Give the paragraphs and what lies between: furniture outside them is a paragraph of its own."""
    story = report.story
    paragraphs = [(span, True) for span in story.paragraphs]
    furniture = [(piece.span, False) for piece in story.furniture]
    for span, _ in cut(region, [*_apart(paragraphs), *_left_over(furniture, story.paragraphs)]):
        if not span.of(text).strip():
            yield "gap", span
        elif story.title is not None and story.title.covers(span):
            yield "title", span
        else:
            yield "paragraph", span


def _apart(spans: Iterable[tuple[Span, bool]]) -> Iterator[tuple[Span, bool]]:
    return ((span, flag) for span, flag in spans if len(span))


def _left_over(furniture: Iterable[tuple[Span, bool]], taken: Sequence[Span]) -> Iterator[tuple[Span, bool]]:
    """Give the stretches of furniture that no paragraph covers."""
    for span, _ in furniture:
        for part, paragraph in cut(span, ((other, True) for other in taken)):
            if paragraph is None:
                yield part, False


def _stretches(text: str, report: StoryReport, region: Span) -> Iterator[Stretch]:
    furniture = [(piece.span, piece.kind) for piece in report.story.furniture]
    for span, kind in cut(region, furniture):
        yield Stretch(furniture=kind, clauses=tuple(_clauses(text, report, span)))


def _clauses(text: str, report: StoryReport, region: Span) -> Iterator[Clause]:
    claims = [_trimmed(claim.span, text) for claim in sorted(report.claims, key=lambda claim: claim.span)]
    for span, number in cut(region, ((claim, place) for place, claim in enumerate(claims))):
        whole = span if number is None else claims[number]
        yield Clause(
            claim=number,
            is_first=whole.start == span.start,
            is_last=whole.end == span.end,
            runs=tuple(_runs(text, report, span)),
        )


def _trimmed(span: Span, text: str) -> Span:
    """Give a span without the white space at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def _runs(text: str, report: StoryReport, region: Span) -> Iterator[Run]:
    names = [
        (mention.span, (mention.span, Name(screened.party.id, number, mention.kind)))
        for screened in report.parties
        for number, mention in enumerate(screened.party.mentions)
        if mention.kind != "pronoun" and mention.span.overlaps(region)
    ]
    for span, found in cut(region, names):
        whole, name = found if found is not None else (span, None)
        yield Run(text=span.of(text), name=name, is_first=whole.start == span.start)
