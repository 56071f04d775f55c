"""Names in a headline that capitalises every word: only those that the story says again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import groupby

from nongrata.articles import Story
from nongrata.mentions.record import Mention
from nongrata.values import Span, fold

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_LONG = 4  # letters: shorter words stand small even there
_FEWEST = 4  # words by which a headline's way is told


def is_all_capitalised(headline: str) -> bool:
    """Begin each word with a capital, the short ones aside: there a capital tells no name.

    >>> is_all_capitalised("Two Men Charged With Shipping Parts to Russia")
    True
    >>> is_all_capitalised("Two men charged in Kansas with shipping parts to Russia")
    False
    """
    words = [word for word in _WORD.findall(headline) if len(word) >= _LONG]
    return len(words) >= _FEWEST and sum(word[0].isupper() for word in words) * 10 >= len(words) * 9


def said_in_body(text: str, story: Story, names: Sequence[Mention]) -> tuple[Mention, ...]:
    """Give the names without those of such a headline that only the model saw, and of which no word comes again."""
    title = story.title
    if title is None or not is_all_capitalised(title.of(text)):
        return tuple(names)
    said = {word for name in names if not title.covers(name.span) for word in fold(name.span.of(text)).split()}
    unsure = [name for name in names if title.covers(name.span) and name.found_by in ("model", "rule")]
    unsure = [name for name in unsure if text[name.span.end : name.span.end + 1] not in (",", ":")]  # "A. Li, Minister"
    unsaid = {name.span for name in unsure if fold(name.span.of(text)).split()[-1] not in said}
    body = text[title.end : story.span.end]
    parts = {name.span: _parts_said(text, name, said) for name in unsure if name.span.of(text) not in body}
    return tuple(part for name in names if name.span not in unsaid for part in parts.get(name.span, (name,)))


def _parts_said(text: str, name: Mention, said: Set[str]) -> Iterator[Mention]:
    """Give the runs of a name's words that names of the story have: "Nayara | Takes | Microsoft" are two."""
    words = [Span(match.start(), match.end()) for match in _WORD.finditer(text, name.span.start, name.span.end)]
    known = [fold(word.of(text)) in said for word in words]
    if not any(known) or all(known[known.index(True) :]):
        yield name
        return
    for is_said, run in groupby(zip(known, words, strict=True), key=lambda each: each[0]):
        spans = [span for _known, span in run]
        if is_said:
            yield replace(name, span=Span(spans[0].start, spans[-1].end))
