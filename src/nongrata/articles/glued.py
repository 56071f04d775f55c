"""What stands glued to a paragraph's last sentence: another headline, a button, the desk's credits."""

from __future__ import annotations

import re

from nongrata.articles.furniture import kind_of
from nongrata.values import Span

# A sentence ends ("platform.", "out.”", "2031.") and something starts at once, without a space.
_SEAM = re.compile(r"(?:(?<=[a-z0-9]{3}[.!?])|(?<=[.!?][”\"’')])|(?<=[”\"’')][.!?]))(?=[A-Z“‘\"►>*(])")
_CREDITS = re.compile(
    r"(?<=[.!?”\"’'])\s+(?=[(\[]?(?:(?:Additional )?(?:Reporting|Writing|Editing|Compiled)\b[^()]{0,30}\bby\b))"
)
_INNER_END = re.compile(r"[a-z]{3,}[.!?]['\"”’)]*\s+[A-Z“\"‘]")
_STATEMENT_END = re.compile(r"(?<![.][A-Z])[.;:,!…][\"'”’)]*$")
_LINK = re.compile(r"\w+://|www\.|\]\(|@\w")
_WORDS = range(3, 29)
_LONGEST = 200


def cut_glued(text: str, span: Span) -> tuple[Span, ...]:
    """Give the paragraph, cut where something else is glued to its end.

    >>> text = "She drove home on Monday.Storm closes the coast road for a week"
    >>> [part.of(text) for part in cut_glued(text, Span(0, len(text)))]
    ['She drove home on Monday.', 'Storm closes the coast road for a week']
    """
    words = span.of(text)
    near_end = max(0, len(words) - 2 * _LONGEST)
    for pattern in (_SEAM, _CREDITS):
        for seam in pattern.finditer(words, near_end):
            if _is_seam(words, seam):
                cut, start = span.start + seam.start(), span.start + seam.end()
                return Span(span.start, cut), *cut_glued(text, Span(start, span.end))
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


def _is_seam(words: str, seam: re.Match[str]) -> bool:
    tail = words[seam.end() :].strip()
    return kind_of(tail) is not None or (is_headline(tail) and not tail.isupper() and len(tail.split()) > _WORDS.start)
