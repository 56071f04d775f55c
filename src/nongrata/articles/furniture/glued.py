"""What stands glued to a paragraph's last sentence: another headline, a button, the desk's credits."""

from __future__ import annotations

import re
from collections.abc import Callable

from nongrata.articles.dateline import read_dateline
from nongrata.articles.furniture.told import kind_of
from nongrata.values import Span

# A sentence ends ("platform.", "out.”", "2031.") and something starts at once, without a space.
_SEAM = re.compile(r"(?:(?<=[a-z0-9]{3}[.!?])|(?<=[.!?][”\"’')])|(?<=[”\"’')][.!?]))(?=[A-Z“‘\"►>*(])")
# A button glued on behind a headline: "next weekSubscribe now".
_BUTTON = re.compile(r"(?<=[a-z0-9?”’])(?=[A-Z][a-zA-Z]+\b|[A-Z]{4})")
# A dateline glued on behind the title: "in the Far EastMOSCOW (Reuters) –".
_TITLE = re.compile(r"(?<=[a-z0-9?”’])(?=[A-Z]{3})")
_CREDITS = re.compile(
    r"(?<=[.!?”\"’'])\s+(?=[(\[]?(?:(?:Additional )?(?:Reporting|Writing|Editing|Compiled)\b[^()]{0,30}\bby\b))"
)
# How wires end a story: "-0-", "Enditem", "(END)".
_MARK = re.compile(r"(?<=[.!?”\"’')])\s+(?=(?:-+\s?(?:0|30|ends?)\s?-+|Enditem|\(?END\)?|ENDS|#\s?#\s?#)$)")
_INNER_END = re.compile(r"[a-z]{3,}[.!]['\"”’)]*\s+[A-Z“\"‘]")
_STATEMENT_END = re.compile(r"(?<![.][A-Z])[.;:,!…][\"'”’)]*(?:\s*[■□◼◆∎])?$")
_LINK = re.compile(r"\w+://|www\.|\]\(|@\w")
_WORDS = range(3, 29)
_LONGEST = 200


def cut_glued(text: str, span: Span) -> tuple[Span, ...]:
    """Give the paragraph, cut where something else is glued to its end.

    >>> text = "She drove home on Monday.Storm closes the coast road for a week"
    >>> [part.of(text) for part in cut_glued(text, Span(0, len(text)))]
    ['She drove home on Monday.', 'Storm closes the coast road for a week']
    """
    head = Span(span.start, min(span.end, span.start + _LONGEST)).of(text)
    for seam in _TITLE.finditer(head):
        title = Span(span.start, span.start + seam.start())
        rest = Span(title.end, span.end)
        if is_headline(title.of(text)) and _is_filed(Span(rest.start, min(rest.end, rest.start + _LONGEST)).of(text)):
            return title, *_cut_end(text, rest)
    return _cut_end(text, span)


def _cut_end(text: str, span: Span) -> tuple[Span, ...]:
    """Give the paragraph, cut at each seam near its end."""
    near_end = max(span.start, span.end - 2 * _LONGEST)
    words = text[near_end : span.end]
    for pattern, is_other in SEAMS:
        for seam in pattern.finditer(words):
            before = near_end + seam.start()
            if before > span.start and is_other(words[seam.end() :].strip()):
                if kind_of(span.of(text)) == "caption":
                    return (span,)  # its credit belongs to it
                return Span(span.start, before), *_cut_end(text, Span(near_end + seam.end(), span.end))
    return (span,)


def is_headline(text: str) -> bool:
    """Have the looks of a headline: a few words, no full stop, no second sentence.

    >>> is_headline("EU court sides with founders, but they stay on the list")
    True
    >>> is_headline("The board meets again on Dec. 5.")
    False
    """
    if len(text) > _LONGEST or len(text.split()) not in _WORDS or ("\n" in text and len(text) > 160):
        return False
    first = text.lstrip("\"'“‘*•([")[:1]
    if not (first.isupper() or first.isdigit() or (not first.isascii() and first.isalpha())):
        return False
    return not (_STATEMENT_END.search(text) or _INNER_END.search(text) or _LINK.search(text))


def _is_filed(tail: str) -> bool:
    dateline = read_dateline(tail)
    return dateline is not None and dateline.is_signed


def _is_other(tail: str) -> bool:
    """Be furniture, or another headline."""
    return kind_of(tail) is not None or (is_headline(tail) and not tail.isupper() and len(tail.split()) > _WORDS.start)


def _is_button(tail: str) -> bool:
    return kind_of(tail) in _BUTTON_KINDS


_BUTTON_KINDS = frozenset({"paywall", "subscribe", "related"})
SEAMS: tuple[tuple[re.Pattern[str], Callable[[str], bool]], ...] = (
    (_SEAM, _is_other),
    (_CREDITS, _is_other),
    (_MARK, bool),
    (_BUTTON, _is_button),
)
