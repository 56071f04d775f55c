"""The names whose first letters an acronym behind them gives: "Council of Baltic Fishing Ports (CBFP)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nongrata.mentions.names.extent import is_government, may_act
from nongrata.mentions.names.naming import schema_by_head
from nongrata.mentions.record import Mention
from nongrata.values import Span, fold

_SHORT = re.compile(r" \((?:the )?[“\"‘]?(?P<short>[A-Z]{2,9})[”\"’]?\)")
_WORD = re.compile(r"[\w&’'-]+")
_SMALL = frozenset(("of", "the", "for", "and", "on", "in", "to", "de", "del", "la", "y", "&"))
_LONGEST = 140  # characters


def long_forms(text: str, paragraph: Span) -> Iterator[Mention]:
    """Give the names of a paragraph that an acronym in brackets stands behind, from its first letter's word on.

    >>> words = "It asked the Council of Baltic Fishing Ports (CBFP)."
    >>> [name.span.of(words) for name in long_forms(words, Span(0, len(words)))]
    ['Council of Baltic Fishing Ports']
    """
    for match in _SHORT.finditer(text, paragraph.start, paragraph.end):
        span = _reach(text, Span(max(paragraph.start, match.start() - _LONGEST), match.start()), match["short"])
        if span is None or is_government(text, span) or not may_act(text, span):
            continue
        if may_act(text, Span(*match.span("short"))):
            schema = schema_by_head(tuple(fold(span.of(text)).split())) or "Organization"
            yield Mention(span=span, schema=schema, found_by="rule")


def _reach(text: str, before: Span, letters: str) -> Span | None:
    """Give the run of words that ends here and begins with each of the letters in turn, small words aside."""
    at = before.end
    for word in reversed(list(_WORD.finditer(text, before.start, before.end))):
        if text[word.end() : at].strip(" ") or not letters:
            return None
        at = word.start()
        if word[0][0] == letters[-1]:
            letters = letters[:-1]
            if not letters:
                return Span(word.start(), before.end) if " " in text[word.start() : before.end] else None
        elif word[0].lower() not in _SMALL:
            return None
    return None
