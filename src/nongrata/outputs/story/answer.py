"""The one sentence on top that answers the question: who in this story is under sanctions?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from nongrata.dossiers import Dossier, StoryReport
from nongrata.outputs.story.cards import AT_ANOTHER_TIME, Card
from nongrata.outputs.words import day_words, number_words, one_line
from nongrata.ownership import ExposureKind

_LISTED = {  # by the gravest standing: what is said of one, and of several
    "in force": ("is under sanctions", "are under sanctions"),
    "unknown": ("is listed, since when is not told", "are listed, since when is not told"),
    "later": ("was listed only after the story’s day", "were listed only after the story’s day"),
    "ended": ("is no longer listed", "are no longer listed"),
    "not in force": ("is listed but not in force", "are listed but not in force"),
}
_EXPOSED: dict[ExposureKind, tuple[str, str]] = {
    "owned": ("is exposed through an owner", "are exposed through an owner"),
    "linked": ("is linked to a listed party", "are linked to a listed party"),
    "possible": ("is possibly exposed", "are possibly exposed"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the answer: a count that stands for an exposure, or plain words."""

    text: str
    exposure: ExposureKind | None = None


def answer_of(cards: Sequence[Card]) -> tuple[Piece, ...]:
    """Give the answer in pieces; joined, they are one sentence."""
    parts = list(_counts(cards))
    if not parts:
        named = f"None of the {number_words(len(cards))} parties" if len(cards) > 1 else "No party"
        return (Piece(f"{named} in this story was found on the lists used."),)
    pieces: list[Piece] = []
    for place, (count, exposure, (one, several)) in enumerate(parts):
        first = place == 0
        noun = (" party" if count == 1 else " parties") if first else ""
        number = number_words(count)
        pieces += [
            Piece((number.capitalize() if first else number) + noun, exposure),
            Piece((" in this story " if first else " ") + (one if count == 1 else several)),
            Piece("; " if place + 1 < len(parts) else "."),
        ]
    return tuple(pieces)


def answer_words(cards: Sequence[Card]) -> str:
    """Give the answer as one sentence."""
    return "".join(piece.text for piece in answer_of(cards))


def _counts(cards: Iterable[Card]) -> Iterable[tuple[int, ExposureKind, tuple[str, str]]]:
    cards = tuple(cards)
    for standing, words in _LISTED.items():
        if count := sum(card.exposure == "listed" and (card.standing or "unknown") == standing for card in cards):
            yield count, "listed", words
    for standing in AT_ANOTHER_TIME:
        if count := sum(card.exposure == "none" and card.standing == standing for card in cards):
            yield count, "none", _LISTED[standing]
    for exposure, words in _EXPOSED.items():
        if count := sum(card.exposure == exposure for card in cards):
            yield count, exposure, words


def as_of(dossier: Dossier, report: StoryReport) -> date | None:
    """Give the day on which listings are judged: the one asked for, else the story's."""
    return dossier.made_by.as_of or report.story.published.on


def basis_words(dossier: Dossier, report: StoryReport) -> tuple[str, ...]:
    """Give where the story comes from, its date, how that is known, and the day that listings are judged on."""
    story = report.story
    published = story.published
    known = {
        "given": "date as given",
        "metadata": "date from the page’s metadata",
        "dateline": "date from the dateline",
        "text": "date from the text",
        "unknown": "date unknown",
    }[published.basis]
    day = [] if published.on is None else [f"{day_words(published.on)} ({known})"]
    asked = dossier.made_by.as_of
    judged = (
        f"listings judged as of {day_words(asked)}"
        if asked is not None
        else "listings judged as of that day"
        if published.on is not None
        else "date unknown: listings judged as the lists stand"
    )
    agency = [] if story.agency is None else [one_line(story.agency)]
    places = [", ".join(one_line(place) for place in story.datelines)] if story.datelines else []
    return (*agency, *places, *day, judged)
