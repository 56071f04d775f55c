"""A page of stories: one self-contained HTML file that asks nothing of the network and runs no script."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from itertools import groupby

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from nongrata.dossiers import Dossier, StoryReport
from nongrata.lists import ListVersion
from nongrata.outputs.kinds import kind_words
from nongrata.outputs.regimes import regime_of
from nongrata.outputs.story.answer import Piece, answer_of, as_of, basis_words
from nongrata.outputs.story.blocks import Block, blocks_of, regions_of
from nongrata.outputs.story.cards import Card, cards_of
from nongrata.outputs.story.told import ClaimLine, EventLine, claim_lines, event_lines
from nongrata.outputs.words import (
    as_start,
    country_words,
    list_words,
    number_words,
    one_line,
    safe_text,
    starter_notice,
    times_words,
)
from nongrata.parties import PartyId
from nongrata.values import Skipped, Span

_CHIP_WORDS = {
    "in force": ", in force",
    "unknown": " ?",
    "later": " later",
    "ended": " ended",
    "not in force": " not in force",
    "possible": " possible",
}
_SIGNS = {"for": "+", "against": "−", "note": "·"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One story, ready for the template. `prefix` keeps its anchors apart from those of the others."""

    prefix: str
    title: str
    language: str
    answer: tuple[Piece, ...]
    basis: tuple[str, ...]
    is_truncated: bool
    blocks: tuple[Block, ...]
    title_block: int | None
    cards: tuple[Card, ...]
    days: tuple[tuple[str, tuple[EventLine, ...]], ...]
    claims: tuple[ClaimLine, ...]
    equipment: tuple[str, ...]
    marks: Mapping[PartyId, tuple[int, ...]]  # the mentions that have an anchor in the text
    claim_marks: frozenset[int]

    @property
    def is_exposed(self) -> bool:
        """Name somebody who is exposed on the day."""
        return any(card.exposure != "none" for card in self.cards)

    @property
    def exposed(self) -> tuple[Card, ...]:
        """The parties that the lists or the law say something of, if only for another day."""
        return tuple(card for card in self.cards if card.is_told)

    @property
    def besides(self) -> tuple[Card, ...]:
        """The parties on no list."""
        return tuple(card for card in self.cards if not card.is_told)

    @property
    def ids(self) -> dict[PartyId, int]:
        """Each party's number in its anchors."""
        return {card.party.id: number for number, card in enumerate(self.cards)}

    @property
    def by_id(self) -> dict[PartyId, Card]:
        """Each party's card."""
        return {card.party.id: card for card in self.cards}

    def block_at(self, offset: int) -> str | None:
        """Give the anchor of the paragraph that holds an offset."""
        for number, block in enumerate(self.blocks):
            if block.kind != "gap" and block.span.start <= offset < block.span.end:
                return f"{self.prefix}-{'title' if number == self.title_block else f'b{number}'}"
        return None

    def blocks_at(self, spans: Sequence[Span]) -> tuple[str, ...]:
        """Give the anchors of the paragraphs where the spans start, each once."""
        anchors = (self.block_at(span.start) for span in spans)
        return tuple(dict.fromkeys(anchor for anchor in anchors if anchor is not None))


def as_page(dossiers: Sequence[Dossier], *, skipped: Sequence[Skipped] = ()) -> str:
    """Give one HTML page of all the dossiers' stories, each with its parties, events and claims.

    Everything that came in is escaped. Control characters and direction overrides are shown as visible signs;
    apart from these, the text inside each `<article>` is the story's own, character for character.
    """
    sections = [
        section for number, dossier in enumerate(dossiers, start=1) for section in sections_of(dossier, f"d{number}")
    ]
    css = files("nongrata.outputs").joinpath("page.css").read_text("utf-8")
    used = _lists_of(dossiers)
    return (
        templates()
        .get_template("page.html.j2")
        .render(
            sections=sections,
            is_single=len(sections) == 1,
            headline=sections[0].answer if len(sections) == 1 else _headline(sections),
            title=sections[0].title if len(sections) == 1 else f"{len(sections)} stories",
            starter=starter_notice(used),
            lists=[{"words": one_line(list_words(version)), "sha256": one_line(version.sha256)} for version in used],
            sources=[_source_words(dossier) for dossier in dossiers],
            made_by=dict.fromkeys(f"Nongrata {d.made_by.nongrata}, model {d.made_by.model}" for d in dossiers),
            versions=dict.fromkeys(dossier.made_by.nongrata for dossier in dossiers),
            skipped=[one_line(f"{item.item}: {item.reason}") for item in skipped],
            css=Markup(css),  # noqa: S704 # our own file
            css_hash="sha256-" + b64encode(sha256(css.encode()).digest()).decode(),
            desk=None,
        )
    )


@lru_cache(maxsize=1)
def templates() -> Environment:
    """Give where the templates come from, with what all of them use: the page's and those of the desk's pages."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, loader=FunctionLoader(_source))
    environment.filters.update(exact=_exact, start=as_start, line=one_line, regime=regime_of, kind=kind_words)
    environment.globals.update(times=times_words, chip_words=_CHIP_WORDS, signs=_SIGNS)
    return environment


def warm_templates() -> None:
    """Make every page's template ready, so that no reader waits for it."""
    pages = (file.name for file in files("nongrata.outputs").joinpath("pages").iterdir())
    for name in ("parts.html.j2", "page.html.j2", *(f"pages/{page}" for page in pages if page.endswith(".html.j2"))):
        templates().get_template(name)


def _source(name: str) -> str:
    return files("nongrata.outputs").joinpath(name).read_text("utf-8")


def _exact(text: str) -> Markup:
    """Escape a text so that a browser gives back each of its characters; a bare CR would become a line feed."""
    return Markup(str(escape(safe_text(text))).replace("\r", "&#13;"))  # noqa: S704 # escaped


def sections_of(dossier: Dossier, prefix: str) -> list[Section]:
    """Give the stories of a dossier, ready for the template."""
    regions = regions_of(dossier.article, dossier.stories)
    return [
        _section(dossier, report, region, f"{prefix}s{number}")
        for number, (report, region) in enumerate(zip(dossier.stories, regions, strict=True), start=1)
    ]


def _section(dossier: Dossier, report: StoryReport, region: Span, prefix: str) -> Section:
    text, story = dossier.article.text, report.story
    blocks = blocks_of(dossier.article, report, region)
    cards = cards_of(report.parties, as_of(dossier, report))
    lines = event_lines(report, text)
    clauses = [clause for block in blocks if block.kind != "gap" for part in block.stretches for clause in part.clauses]
    names = [run.name for clause in clauses for run in clause.runs if run.name is not None and run.is_first]
    return Section(
        prefix=prefix,
        title=one_line(story.title.of(text)) if story.title is not None else "A story without a headline",
        language=one_line(story.language or "en"),
        answer=answer_of(cards),
        basis=basis_words(dossier, report),
        is_truncated=story.truncated,
        blocks=blocks,
        title_block=next((number for number, block in enumerate(blocks) if block.kind == "title"), None),
        cards=cards,
        days=tuple((day or "No date", tuple(group)) for day, group in groupby(lines, key=lambda line: line.day)),
        claims=claim_lines(report, text),
        equipment=_equipment(report),
        marks={c.party.id: tuple(name.number for name in names if name.party == c.party.id) for c in cards},
        claim_marks=frozenset(clause.claim for clause in clauses if clause.claim is not None and clause.is_first),
    )


def _headline(sections: Sequence[Section]) -> tuple[Piece, ...]:
    """Say of several stories how many name somebody exposed."""
    exposed = sum(bool(section.exposed) for section in sections)
    total = number_words(len(sections)).capitalize()
    if not sections:
        return (Piece("No story could be read."),)
    if exposed == 0:
        return (Piece(f"{total} stories; none names a party that was found on the lists used."),)
    some = "one names a party" if exposed == 1 else f"{number_words(exposed)} name parties"
    return (Piece(f"{total} stories; "), Piece(some, "listed"), Piece(" on a sanctions list or exposed to one."))


def _equipment(report: StoryReport) -> tuple[str, ...]:
    found = {
        item.id: f"{one_line(item.name)} ({item.kind}"
        + (f", {country_words(one_line(item.maker_country))})" if item.maker_country else ")")
        for item in report.equipment
    }
    return tuple(dict.fromkeys(found.values()))


def _lists_of(dossiers: Sequence[Dossier]) -> tuple[ListVersion, ...]:
    return tuple(dict.fromkeys(version for dossier in dossiers for version in dossier.made_by.lists))


def _source_words(dossier: Dossier) -> str:
    article = dossier.article
    return one_line(f"{article.uri}, read {article.fetched_at}, sha256 {article.sha256[:16]}")
