"""Words that are a listed body's own, where nobody else saw them: "Sakunda", of Sakunda Holdings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nongrata.mentions.names.listed import KnownNames
from nongrata.mentions.record import Mention
from nongrata.values import Span, fold
from nongrata.values.placed import Placed

# Alone, with no other name beside it: "Li | Dongmei" is a person, whatever firm is called so.
_ALONE = re.compile(r"(?<![\w’'-])(?P<word>[A-ZÀ-ÞĀ-Ž][^\W\d_]{4,})(?=[’']s\b|(?![\w’'-]))(?! [A-ZÀ-ÞĀ-Ž\d])")
# Another name, "a", or what stands before places, for which the model takes words that it does not know.
_BEFORE = re.compile(
    r"(?:[A-ZÀ-ÞĀ-Ž][\w’'.-]*"
    r"|\b(?:[Aa]n?|[Ii]n|[Aa]t|[Ff]rom|[Tt]o|[Nn]ear|[Ii]nto|[Tt]owards?|[Oo]utside|[Aa]round)(?: the)?) $"
)
# Two words, no more: the town and the word of a firm's own, as Chinese firms are called.
_TWO = re.compile(
    r"(?<![\w’'-])(?<![A-ZÀ-ÞĀ-Ž]\. )(?P<word>[A-ZÀ-ÞĀ-Ž][a-zß-ÿ]{2,} [A-ZÀ-ÞĀ-Ž][a-zß-ÿ]{4,})"
    r"(?=[’']s\b|(?![\w’'-]))(?! [A-ZÀ-ÞĀ-Ž\d])"
)
_NAME_BEFORE = re.compile(r"[A-ZÀ-ÞĀ-Ž][\w’'-]* $")
_IN_A_NAME = re.compile(r"the \w+ [a-z]")


def names_of_own(text: str, paragraph: Span, seen: Placed[Span], called: KnownNames) -> Iterator[Mention]:
    """Give the words of a paragraph by which a listed body is called and that stand in nothing that was seen."""
    yield from _of_two_words(text, paragraph, seen, called)
    for match in _ALONE.finditer(text, paragraph.start, paragraph.end):
        span = Span(*match.span("word"))
        if _IN_A_NAME.match(text, max(paragraph.start, span.start - 4), span.end + 2):
            continue  # "the Taedong river", "the Ronin bridge"
        if seen.touching(span) or _BEFORE.search(text, max(paragraph.start, span.start - 30), span.start):
            continue
        schema = called(fold(match["word"]))
        if schema is not None:
            yield Mention(span=span, schema=schema, found_by="rule")


def _of_two_words(text: str, paragraph: Span, seen: Placed[Span], called: KnownNames) -> Iterator[Mention]:
    """Give two words together, and no more, with which one listed body's name begins: "Sichuan Juxinhe"."""
    for match in _TWO.finditer(text, paragraph.start, paragraph.end):
        span = Span(*match.span("word"))
        is_alone = _NAME_BEFORE.search(text, max(paragraph.start, span.start - 30), span.start) is None
        schema = called(fold(match["word"])) if is_alone and not seen.touching(span) else None
        if schema is not None:
            yield Mention(span=span, schema=schema, found_by="rule")
