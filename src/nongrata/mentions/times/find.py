"""Time expressions: each with its preposition, and the day, week, month or year it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from nongrata.mentions.record import Sentence, Time
from nongrata.mentions.times.calendar import day_near
from nongrata.mentions.times.grammar import MONTH, YEAR, day_number, month_number
from nongrata.mentions.times.paragraph import Paragraph, times_of
from nongrata.values import Span

# "MOSCOW/SEOUL, Sept 15 (Reuters) –", "14 August 2025 —", or a line that is nothing but a date
_DATELINE = re.compile(
    rf"(?:[^\W\d_][^\n–—:;!?]{{1,80}}?,\s?(?P<month>{MONTH})\s(?P<day>\d\d?)(?:,?\s(?P<year>{YEAR}))?"
    r"(?:\s?\([^()\n]{2,60}\))?\s?(?:[-–—]|:)\s"
    rf"|(?:[^\W\d_][^\n–—:;!?]{{1,80}}?,\s)?(?P<day3>\d\d?)\s(?P<month3>{MONTH})(?:,?\s(?P<year3>{YEAR}))?"
    r"(?:\s?\([^()\n]{2,60}\))?\s?(?:[-–—]|:)\s"
    rf"|(?:[A-Z][a-z]+day,\s)?(?P<month2>{MONTH})\s(?P<day2>\d\d?),\s(?P<year2>{YEAR})\s*$)"
)


def find_times(text: str, sentences: Sequence[Sentence], published: date | None) -> tuple[Time, ...]:
    """Give the time expressions of a story in the order of the text.

    What is relative counts from the dateline above it, else from `published`. The basis is "stated" where the words
    tell all, "relative" where they count from the day of writing, "default" where no verb tells which way they look.
    """
    times: list[Time] = []
    anchor, latest = published, None
    for span, inside in _paragraphs(sentences):
        anchor = _dated(text, span, anchor, published)
        paragraph = Paragraph(text=text, span=span, sentences=inside, anchor=anchor, latest=latest, published=published)
        found, latest = times_of(paragraph)
        times.extend(found)
    return tuple(times)


def _paragraphs(sentences: Sequence[Sentence]) -> Iterator[tuple[Span, tuple[Sentence, ...]]]:
    """A sentence boundary may fall within a date ("Sept. 12"); a paragraph's never does."""
    for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph):
        inside = tuple(group)
        yield Span(inside[0].span.start, inside[-1].span.end), inside


def _dated(text: str, span: Span, anchor: date | None, published: date | None) -> date | None:
    """Give the day of writing from here on: the dateline's, where one stands here that fits the publication."""
    match = _DATELINE.match(text, span.start, min(span.end, span.start + 200))
    if match is None:
        return anchor
    month = month_number(match["month"] or match["month2"] or match["month3"])
    day = day_number(match["day"] or match["day2"] or match["day3"])
    if year := match["year"] or match["year2"] or match["year3"]:
        found = day_near(date(int(year), month, 1), month, day, None)
        found = found if found and found.year == int(year) else None
    else:
        found = day_near(published, month, day, None) if published else None
    if found is None or (published is not None and not -7 <= (published - found).days <= 31):
        return anchor
    return found
