"""Whether the words right beside a name call its bearer a man or a woman."""

from __future__ import annotations

import re

from nongrata.mentions.names.naming import GENDERS
from nongrata.values import Span

_HONORIFICS = {gender: "|".join(words["honorifics"]) for gender, words in GENDERS.items()}
_NOUNS = {gender: "|".join((*words["kin"], *words["trades"])) for gender, words in GENDERS.items()}
_WHOSE = r"(?:the |a |an |his |her |their |[A-Z][\w-]*(?: [A-Z][\w-]*)*[’']s )?"
_ADJECTIVES = r"(?:(?!by\b|with\b|and\b|of\b|to\b|for\b|his\b|her\b|their\b)[\w-]+ ){0,2}"
_IS_SAID_OF_THE_NAME = r"(?= of\b| who\b|, (?!and\b|or\b)|[.;–—])"  # not "X, his wife and Y" or "X, his wife, and Y"
_BEFORE = {
    gender: re.compile(rf"\b(?:(?:{_HONORIFICS[gender]})\.?|(?:{nouns}))\s+$") for gender, nouns in _NOUNS.items()
}
_AFTER = {
    gender: re.compile(rf"^(?: \(\d{{1,3}}\))?(?:,| is| was) {_WHOSE}{_ADJECTIVES}(?:{nouns})\b{_IS_SAID_OF_THE_NAME}")
    for gender, nouns in _NOUNS.items()
}


def gender_told(text: str, name: Span) -> tuple[str, Span] | None:
    """Give the gender that an honorific or a word of kinship tells, and the words.

    >>> gender_told("Kim met his sister Kim Yo Jong on Monday.", Span(19, 30))
    ('female', Span(start=12, end=19))
    >>> gender_told("Kim met his sister Kim Yo Jong on Monday.", Span(0, 3)) is None
    True
    """
    start = max(0, name.start - 20)
    before, after = text[start : name.start], text[name.end : name.end + 80]
    for gender in _NOUNS:
        if match := _BEFORE[gender].search(before):
            return gender, Span(start + match.start(), name.start)
        if match := _AFTER[gender].match(after):
            return gender, Span(name.end, name.end + match.end())
    return None
