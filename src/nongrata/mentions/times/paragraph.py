"""The time expressions of one paragraph: the table's rules over its text, an earlier rule before a later one."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from nongrata.mentions.record import Sentence, Time
from nongrata.mentions.times.calendar import Direction
from nongrata.mentions.times.dates import DATE_RULES
from nongrata.mentions.times.feasts import FEAST_RULES
from nongrata.mentions.times.grammar import Rule, Saying
from nongrata.mentions.times.periods import PERIOD_RULES
from nongrata.mentions.times.relative import RELATIVE_RULES
from nongrata.mentions.times.stretches import STRETCH_RULES
from nongrata.mentions.times.tense import counts_things, direction_of
from nongrata.values import Span

RULES = (*STRETCH_RULES, *DATE_RULES, *PERIOD_RULES, *FEAST_RULES, *RELATIVE_RULES)
_SIGNS = frozenset(rule.sign for rule in RULES)

_PREPOSITION = re.compile(
    r"(?<!\w)((?:as\s(?:early|late|of|recently)\s(?:as\s)?)?"
    r"(?:on|in|at|since|by|until|till|before|after|from|during|over|throughout|through|around|about|within|of)|as\sof)"
    r"\s{1,2}(?:the\s)?$",
    re.I,
)
_NOT = re.compile(r"(?i)\b(?:not|no|never|only)\b|n['’]t\b")
_COMING = re.compile(r"(?i)\b(?:will|shall|upcoming|coming|ahead of|planned|scheduled|before)\b")
_BULLET = re.compile(r"[\s•*–—-]*")
_CREDIT = re.compile(
    r"\([^()]*\b(?:photo|handout|reuters|ap|afp|getty|kcna|tass|pool|via|courtesy|file)\b[^()]*\)\s*$"
    r"|(?<=[.!?] )(?:photo(?:graph)?|picture|image|credit)s?(?::| by| \||/) ?[^.\n]{2,60}$",
    re.I,
)
_CAPTION = re.compile(r"\W*(?:photo|image|file|picture|caption)\b", re.I)
_NEAR = 250  # characters to either side that may tell something; a sentence longer than that is none


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of the text, with what is known where it begins."""

    text: str
    span: Span
    sentences: tuple[Sentence, ...]
    anchor: date | None  # the day of writing
    latest: date | None  # the last day that the story named before
    published: date | None = None


def times_of(paragraph: Paragraph) -> tuple[list[Time], date | None]:
    """Give the paragraph's time expressions in their order, and the last day that they name."""
    text, start = paragraph.text, paragraph.span.start
    found: list[Time] = []
    taken = bytearray(len(paragraph.span))
    days: list[tuple[int, date]] = []  # where an expression for a day ends, and the day
    caption = _direction_of_caption(paragraph)
    for _sign, pattern, read in _rules_for(paragraph):
        for match in pattern.finditer(text, start, paragraph.span.end):
            core = Span(*match.span())
            if any(taken[core.start - start : core.end - start]):
                continue
            before = _PREPOSITION.search(text, max(start, core.start - 25), core.start)
            if told := read(match, _saying(paragraph, core, before, caption, days)):
                span = Span(before.start() if before else core.start, core.end)
                found.append(Time(span=span, text=span.of(text), value=told.value, basis=told.basis))
                taken[core.start - start : core.end - start] = b"\1" * len(core)
                if told.value and re.fullmatch(r"\d{4}-\d\d-\d\d", told.value):
                    insort(days, (core.end, date.fromisoformat(told.value)))
    return sorted(found, key=lambda time: time.span), days[-1][1] if days else paragraph.latest


def _rules_for(paragraph: Paragraph) -> Iterator[Rule]:
    """Give the rules of which the paragraph may have a case, by their signs."""
    words = paragraph.span.of(paragraph.text).lower()
    signs = {sign for sign in _SIGNS if sign.search(words)}
    return (rule for rule in RULES if rule.sign in signs)


def _direction_of_caption(paragraph: Paragraph) -> Direction | None:
    """A caption tells in the present tense what is past."""
    start, end = paragraph.span.start, paragraph.span.end
    if _CAPTION.match(paragraph.text, start, end) or _CREDIT.search(paragraph.text, max(start, end - _NEAR), end):
        return "past"
    return None


def _saying(
    paragraph: Paragraph,
    core: Span,
    before: re.Match[str] | None,
    caption: Direction | None,
    days: list[tuple[int, date]],
) -> Saying:
    sentence = _sentence_at(paragraph.sentences, core)
    known = bisect_right(days, core.start, key=lambda day: day[0])
    told = caption or (direction_of(sentence, core) if sentence else None)
    return Saying(
        anchor=paragraph.anchor,
        direction=_surer(paragraph.text, sentence, core, before) or told,
        before=_word(before),
        latest=days[known - 1][1] if known else paragraph.latest,
        published=paragraph.published,
        heads_paragraph=core.start - paragraph.span.start < 9
        and _BULLET.fullmatch(paragraph.text, paragraph.span.start, core.start) is not None,
        counts_things=sentence is not None and counts_things(sentence, core),
    )


def _surer(text: str, sentence: Sentence | None, core: Span, before: re.Match[str] | None) -> Direction | None:
    """Give what is surer than the parser: "since Monday", "put off until Monday", "Monday's attack"."""
    word = _word(before)
    if word == "since":
        return "past"
    if sentence is None:
        return None
    first, last = max(sentence.span.start, core.start - _NEAR), min(sentence.span.end, core.end + _NEAR)
    if word in ("until", "till") and before and not _NOT.search(text, first, before.start()):
        return "future"
    is_owner = text[core.end : core.end + 2] in ("'s", "’s")
    return "past" if is_owner and not _COMING.search(text, first, last) else None


def _word(before: re.Match[str] | None) -> str:
    return before[1].split()[-1].lower() if before else ""


def _sentence_at(sentences: tuple[Sentence, ...], span: Span) -> Sentence | None:
    index = bisect_right(sentences, span.start, key=lambda sentence: sentence.span.start) - 1
    return sentences[index] if index >= 0 and sentences[index].span.overlaps(span) else None
