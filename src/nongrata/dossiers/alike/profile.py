"""A Profile: what a story is about, as far as its words, names, numbers and days tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from nongrata.values.dates import MONTHS

Counts = Mapping[str, int]

LEAD = 90  # words at the beginning: the title and what news stories tell first
_LONGEST = 60_000  # letters of a story
_MOST = 1_500  # different words of one kind
_TOKEN = re.compile(r"[^\W_](?:[\w.,’'-]*[^\W_])?")
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+|\n+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ENDINGS = re.compile(r"(?:’s|'s|ings?|ed|es|s|ly)$")
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAYS = (
    re.compile(rf"\b(?P<month>{_MONTH})\.? +(?P<day>\d{{1,2}})\b", re.I),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? +(?:of +)?(?P<month>{_MONTH})\b", re.I),
)
_SHOUTED = 0.6  # of a line's words with a capital: a headline, where capitals make no name
# The words that stand in most stories; rarity is learnt of all others.
_SMALL = frozenset((
    "the", "a", "an", "of", "and", "to", "in", "on", "for", "at", "by", "with", "from", "is", "are", "was",
    "were", "be", "been", "has", "have", "had", "it", "its", "he", "she", "they", "that", "this", "as", "but",
    "or", "not", "said", "says", "will", "would", "who", "which", "his", "her", "their", "after", "before",
    "over", "about", "into", "than", "more", "new",
))  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """How often each word stands in a story: all words, those of its beginning, names, numbers; its years and days."""

    words: Counts
    lead: Counts
    names: Counts
    numbers: Counts
    years: frozenset[str]
    days: frozenset[str]  # "5-3": the month and the day


def profile_of(paragraphs: Iterable[str]) -> Profile:
    """Give the profile of a story: its title first, then its paragraphs.

    >>> profile = profile_of(["Quake near Healdsburg", "A quake of 4.6 shook Healdsburg on May 3, 2008, police say."])
    >>> sorted(profile.names), sorted(profile.numbers), sorted(profile.years), sorted(profile.days)
    (['healdsburg', 'may'], ['3', '4.6'], ['2008'], ['5-3'])
    """
    text = "\n".join(paragraphs)[:_LONGEST]
    tokens = _TOKEN.findall(text)
    words = [_stem(token) for token in tokens if token.lower() not in _SMALL]
    return Profile(
        words=_counts(words),
        lead=_counts(_stem(token) for token in tokens[:LEAD] if token.lower() not in _SMALL),
        names=_counts(_names(text)),
        numbers=_counts(token for token in tokens if any(map(str.isdigit, token)) and not _YEAR.fullmatch(token)),
        years=frozenset(_YEAR.findall(text)),
        days=frozenset(_days(text)),
    )


def _stem(token: str) -> str:
    """Give a word without its ending: "robbers" and "robber" are one."""
    word = token.lower()
    return _ENDINGS.sub("", word) if len(word) > 4 else word


def _names(text: str) -> Iterator[str]:
    """Give the words with a capital that do not begin a sentence; those of headlines are none."""
    for sentence in _SENTENCE.split(text):
        tokens = _TOKEN.findall(sentence)
        capitals = sum(token[0].isupper() for token in tokens)
        if capitals < _SHOUTED * len(tokens):
            yield from (token.lower() for token in tokens[1:] if token[0].isupper())


def _days(text: str) -> Iterator[str]:
    for pattern in _DAYS:
        for found in pattern.finditer(text):
            yield f"{MONTHS[found['month'].lower()]}-{int(found['day'])}"


def _counts(words: Iterable[str]) -> Counts:
    return dict(Counter(words).most_common(_MOST))
