"""Names that stand again, or the family names of people, where the model passed over them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from nongrata.articles import Story
from nongrata.mentions import Mention
from nongrata.parties.same import family_names
from nongrata.values import Span, fold

_PARTS = re.compile(r"\s+(?:al-|el-|bin |de )?|(?<=\bal|\bel)-")
_WORD = re.compile(r"[\w-]+")


def said_again(text: str, story: Story, names: Sequence[Mention], taken: Iterable[Span]) -> Iterator[Mention]:
    """Give the places where the words of a name stand again, and nothing that is taken stands already."""
    wanted = _by_first_word(_worth_finding(text, names))
    occupied = bytearray(len(text))
    for span in (*(name.span for name in names), *taken):
        occupied[span.start : span.end] = b"\1" * len(span)
    for paragraph in story.paragraphs:
        for word in _WORD.finditer(text, paragraph.start, paragraph.end):
            for words, schema in wanted.get(word[0], ()):
                span = Span(word.start(), word.start() + len(words))
                if _stands(text, words, span, paragraph) and 1 not in occupied[span.start : span.end]:
                    occupied[span.start : span.end] = b"\1" * len(span)
                    yield Mention(span=span, schema=schema, found_by="rule")


def _stands(text: str, words: str, span: Span, paragraph: Span) -> bool:
    """Stand here in full, and be no part of a longer word."""
    ends = span.end >= paragraph.end or _WORD.match(text[span.end]) is None or not text[span.end - 1].isalnum()
    return text.startswith(words, span.start) and span.end <= paragraph.end and ends


def _by_first_word(wanted: dict[str, str]) -> dict[str, list[tuple[str, str]]]:
    """Give the wanted names by their first words, the longest first."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for words, schema in sorted(wanted.items(), key=lambda pair: -len(pair[0])):
        found[_WORD.findall(words)[0]].append((words, schema))
    return dict(found)


def _worth_finding(text: str, names: Sequence[Mention]) -> dict[str, str]:
    """Give the words to look for again, with their schema: whole names, and the family names of people."""
    wanted: dict[str, str] = {}
    for name in names:
        words = name.span.of(text)
        if name.schema == "Person" and len(words.split()) > 1:
            families = family_names(tuple(fold(words).split()))
            for word in _PARTS.split(words):
                if fold(word) in families and word[0].isupper() and len(word) >= 3:
                    wanted.setdefault(word, "Person")
        if (len(words) >= 4 or (len(words) >= 3 and words.isupper())) and words[0].isupper():
            wanted.setdefault(words, name.schema)
    return wanted
