"""Time expressions: each with its preposition, and the day, week, month or year it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from nongrata.mentions.record import Sentence, Time
from nongrata.mentions.times_calendar import Direction, day_near
from nongrata.mentions.times_dates import DATE_RULES
from nongrata.mentions.times_grammar import MONTH, YEAR, Saying, day_number, month_number
from nongrata.mentions.times_periods import PERIOD_RULES
from nongrata.mentions.times_relative import RELATIVE_RULES
from nongrata.mentions.times_tense import direction_of
from nongrata.values import Span, overlaps_any

RULES = DATE_RULES + PERIOD_RULES + RELATIVE_RULES

_PREPOSITION = re.compile(
    r"(?<!\w)((?:as\s(?:early|late|of|recently)\s(?:as\s)?)?"
    r"(?:on|in|at|since|by|until|till|before|after|from|during|over|throughout|through|around|about|within|of)|as\sof)"
    r"\s{1,2}(?:the\s)?$",
    re.I,
)
# What is "since" a day has been; this is surer than the parser.
_SURE: dict[str, Direction] = {"since": "past"}
_BULLET = re.compile(r"[\s•*–—-]*")
_CREDIT = re.compile(
    r"\([^()]*\b(?:photo|handout|reuters|ap|afp|getty|kcna|tass|pool|via|courtesy|file)\b[^()]*\)\s*$"
    r"|^\W*(?:photo|image|file|picture|caption)\b",
    re.I,
)
# "MOSCOW/SEOUL, Sept 15 (Reuters) –", or a line that is nothing but a date
_DATELINE = re.compile(
    rf"(?:[^\W\d_][^\n–—:;!?]{{1,80}}?,\s?(?P<month>{MONTH})\s(?P<day>\d\d?)(?:,?\s(?P<year>{YEAR}))?"
    r"(?:\s?\([^()\n]{2,60}\))?\s?(?:[-–—]|:)\s"
    rf"|(?:[A-Z][a-z]+day,\s)?(?P<month2>{MONTH})\s(?P<day2>\d\d?),\s(?P<year2>{YEAR})\s*$)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paragraph:
    span: Span
    sentences: tuple[Sentence, ...]


def find_times(text: str, sentences: Sequence[Sentence], published: date | None) -> tuple[Time, ...]:
    """Give the time expressions of a story in the order of the text.

    What is relative counts from the dateline above it, else from `published`. The basis is "stated" where the words
    tell all, "relative" where they count from the day of writing, "default" where no verb tells which way they look.
    """
    times: list[Time] = []
    anchor = published
    for paragraph in _paragraphs(sentences):
        anchor = _dated(text, paragraph.span, anchor, published)
        times.extend(_of_paragraph(text, paragraph, anchor, _last_day(times)))
    return tuple(times)


def _paragraphs(sentences: Sequence[Sentence]) -> Iterator[_Paragraph]:
    """A sentence boundary may fall within a date ("Sept. 12"); a paragraph's never does."""
    for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph):
        inside = tuple(group)
        yield _Paragraph(span=Span(inside[0].span.start, inside[-1].span.end), sentences=inside)


def _dated(text: str, span: Span, anchor: date | None, published: date | None) -> date | None:
    """Give the day of writing from here on: the dateline's, where one stands here that fits the publication."""
    match = _DATELINE.match(text, span.start, min(span.end, span.start + 200))
    if match is None:
        return anchor
    month, day = month_number(match["month"] or match["month2"]), day_number(match["day"] or match["day2"])
    if year := match["year"] or match["year2"]:
        found = day_near(date(int(year), month, 1), month, day, None)
        found = found if found and found.year == int(year) else None
    else:
        found = day_near(published, month, day, None) if published else None
    if found is None or (published is not None and not -7 <= (published - found).days <= 31):
        return anchor
    return found


def _last_day(times: Sequence[Time]) -> date | None:
    value = next((time.value for time in reversed(times) if time.value and len(time.value) == 10), None)
    return date.fromisoformat(value) if value and value[4] == value[7] == "-" else None


def _of_paragraph(text: str, paragraph: _Paragraph, anchor: date | None, latest: date | None) -> list[Time]:
    found: list[Time] = []
    caption: Direction | None = "past" if _CREDIT.search(paragraph.span.of(text)) else None
    for pattern, read in RULES:
        for match in pattern.finditer(text, paragraph.span.start, paragraph.span.end):
            core = Span(*match.span())
            if overlaps_any(core, (time.span for time in found)):
                continue
            before = _PREPOSITION.search(text, max(paragraph.span.start, core.start - 25), core.start)
            sentence = _sentence_at(paragraph.sentences, core)
            said = Saying(
                anchor=anchor,
                direction=_SURE.get(_word(before)) or caption or (direction_of(sentence, core) if sentence else None),
                before=_word(before),
                latest=_last_day([time for time in found if time.span.end <= core.start]) or latest,
                heads_paragraph=_BULLET.fullmatch(text, paragraph.span.start, core.start) is not None,
                counts_things=sentence is not None and _counts_things(sentence, core),
            )
            if told := read(match, said):
                span = Span(before.start() if before else core.start, core.end)
                found.append(Time(span=span, text=span.of(text), value=told.value, basis=told.basis))
    return sorted(found, key=lambda time: time.span)


def _word(before: re.Match[str] | None) -> str:
    return before[1].split()[-1].lower() if before else ""


def _sentence_at(sentences: Sequence[Sentence], span: Span) -> Sentence | None:
    return next((sentence for sentence in sentences if sentence.span.overlaps(span)), None)


def _counts_things(sentence: Sentence, span: Span) -> bool:
    """Stand as a number before things, by the parser: "of 2000 troops"."""
    tokens = sentence.tokens
    token = next((token for token in tokens if token.span.overlaps(span)), None)
    if token is None or token.dep != "nummod" or not 0 <= token.head < len(tokens):
        return False
    head = tokens[token.head]
    return head.span.start >= span.end and head.tag == "NNS"
