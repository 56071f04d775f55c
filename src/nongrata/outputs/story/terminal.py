"""A dossier on a terminal: the sanctioned parties first, then what happened and who says so."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from nongrata.dossiers import Dossier, StoryReport
from nongrata.outputs.regimes import Chip
from nongrata.outputs.story.answer import answer_of, as_of, basis_words
from nongrata.outputs.story.cards import Card, cards_of
from nongrata.outputs.story.listings import ListingRow
from nongrata.outputs.story.told import ClaimLine, EventLine, claim_lines, event_lines
from nongrata.outputs.terminal_lines import out_console, print_text
from nongrata.outputs.words import and_words, list_words, one_line, starter_notice, times_words
from nongrata.ownership import ExposureKind
from nongrata.values import fold

_COLOURS: dict[ExposureKind, str] = {  # colour means exposure and nothing else
    "listed": "bold red",
    "owned": "bold yellow",
    "linked": "bold yellow",
    "possible": "bold magenta",
    "none": "bold",
}
_MARKS: dict[ExposureKind, str] = {"listed": "■", "owned": "▲", "linked": "▲", "possible": "◆", "none": "·"}
_SIGNS = {"for": "+", "against": "−", "note": "·"}
_CHIPS = {
    "in force": "{}",
    "unknown": "{}?",
    "later": "({} later)",
    "ended": "({} ended)",
    "not in force": "({} not in force)",
    "possible": "({} possibly)",
}
_ALSO_LIMIT = 40
_AROUND = 60  # characters of a sentence on either side of its act


def show_dossier(dossier: Dossier) -> None:
    """Print a dossier on standard output, with colours where it is a terminal that has them."""
    print_dossier(dossier, out_console())


def print_dossier(dossier: Dossier, console: Console) -> None:
    """Print every story of a dossier, then what it was made with. Colour, width and NO_COLOR are the console's."""
    for number, report in enumerate(dossier.stories):
        if number:
            console.print()
        _print_story(dossier, report, console)
    if not dossier.stories:
        console.print(Text("No story was found in this source."))
    console.print()
    _print_made_by(dossier, console)


def _print_story(dossier: Dossier, report: StoryReport, console: Console) -> None:
    text, title = dossier.article.text, report.story.title
    cards = cards_of(report.parties, as_of(dossier, report))
    headline = one_line(title.of(text)) if title is not None else one_line(dossier.article.uri)
    print_text(Text(headline, style="bold"), console)
    print_text(Text(" · ".join(basis_words(dossier, report)), style="dim"), console)
    if report.story.truncated:
        print_text(Text("The page shows only part of the story.", style="dim"), console)
    console.print()
    pieces = answer_of(cards)
    answer = Text.assemble(*((piece.text, _COLOURS[piece.exposure] if piece.exposure else "") for piece in pieces))
    print_text(answer, console)
    for card in cards:
        if card.is_told:
            console.print()
            _print_card(card, console)
    _print_events(event_lines(report, text), console)
    _print_claims(claim_lines(report, text), console)
    _print_besides([card for card in cards if not card.is_told], console)


def _print_card(card: Card, console: Console) -> None:
    head = Text.assemble((f"{_MARKS[card.exposure]} {card.name}", _COLOURS[card.exposure]))
    if card.chips:
        head.append("  " + " ".join(map(_chip, card.chips)))
    print_text(head, console)
    score = f" (score {max(row.score for row in card.listings):.2f})" if card.listings else ""
    about = f"{card.kind}, {card.says}{score}, named {times_words(card.named)}"
    print_text(Text(" · ".join((about, *card.said)), style="dim"), console, indent=2)
    for row in card.listings:
        print_text(Text(_listing(row, card)), console, indent=2, lead=f"{row.regime} ")
    for reason in card.reasons:
        only = f" ({', '.join(reason.only)})" if reason.only else ""
        print_text(Text(reason.says + only), console, indent=4, lead=f"{_SIGNS[reason.effect]} ")
    for way in card.holdings:
        for step in way.path:
            print_text(Text(step), console, indent=4, lead="↳ ")
        for says in way.answers:
            print_text(Text(says), console, indent=6)
    _print_ruled_out(card, console)


def _chip(chip: Chip) -> str:
    return _CHIPS[chip.standing].format(chip.regime)


def _listing(row: ListingRow, card: Card) -> str:
    """Give a listing on one line; its name only where it is not the party's own."""
    name = "" if fold(row.caption) == fold(card.name) else row.caption
    return " · ".join(filter(None, (row.entity_id, name, row.says, ", ".join(row.programs))))


def _print_ruled_out(card: Card, console: Console) -> None:
    for row in card.ruled_out:
        says = f"not {row.caption} ({', '.join(row.lists)}): {'; '.join(row.says)}"
        print_text(Text(says), console, indent=4, lead="≠ ")


def _print_events(lines: Sequence[EventLine], console: Console) -> None:
    if not lines:
        return
    _heading("What happened, and who says so", console)
    day: str | None = ""
    for line in lines:
        if line.day != day:
            day = line.day
            print_text(Text(day or "No date", style="bold"), console, indent=2)
        print_text(Text(line.sentence), console, indent=2, lead=f"{line.glyph} {line.status:<12}  ")
        print_text(Text(f"“{_short(line.quote)}”", style="italic"), console, indent=18)
        quoted = ", quoted" if line.is_quoted else ""
        print_text(Text(line.speaker + quoted, style="dim"), console, indent=18, lead="— ")


def _short(quote: tuple[str, str, str]) -> str:
    """Give the words that tell the act with a little of what stands around them, cut at spaces."""
    before, told, after = quote
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    return f"{before}{told}{after}".strip().replace("“", "‘").replace("”", "’")


def _print_claims(lines: Sequence[ClaimLine], console: Console) -> None:
    if not lines:
        return
    _heading("What the story says about sanctions, checked", console)
    for line in lines:
        about = f": {line.about.name}" if line.about is not None else ""
        regimes = f" (by {', '.join(line.regimes)})" if line.regimes else ""
        print_text(Text(f"“{line.words}”{about}{regimes}"), console, indent=2, lead=f"{line.glyph} {line.verdict}  ")
        for sentence in line.basis:
            print_text(Text(sentence, style="dim"), console, indent=6)


def _print_besides(cards: Sequence[Card], console: Console) -> None:
    if not cards:
        return
    _heading("Also named, on no list", console)
    names = [card.name for card in cards[:_ALSO_LIMIT]]
    more = len(cards) - len(names)
    print_text(Text(and_words([*names, f"{more} more"] if more else names) + "."), console, indent=2)
    for card in cards:
        if card.ruled_out:
            print_text(Text(card.name, style="bold"), console, indent=2)
            _print_ruled_out(card, console)


def _print_made_by(dossier: Dossier, console: Console) -> None:
    made_by = dossier.made_by
    used = "; ".join(one_line(list_words(version)) for version in made_by.lists) or "none: nobody was screened"
    print_text(Text(f"Lists: {used}.", style="dim"), console)
    if notice := starter_notice(made_by.lists):
        print_text(Text(" ".join(notice), style="dim"), console)
    print_text(Text(f"Nongrata {one_line(made_by.nongrata)}, model {one_line(made_by.model)}.", style="dim"), console)


def _heading(words: str, console: Console) -> None:
    console.print()
    print_text(Text(words, style="bold underline"), console)
