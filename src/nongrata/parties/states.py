"""Which state a public body belongs to, by the words beside its name."""

from __future__ import annotations

import re

from nongrata.mentions import Mention
from nongrata.values import Span
from nongrata.values.countries import find_country_words

_REACH = 30  # characters: "the United Arab Emirates’ "
_OWNS = re.compile(r"(?:[’']s?)? $")
_OF = re.compile(r" (?:of|in) (?:the )?")


def state_of(text: str, name: Mention) -> str | None:
    """Give the country in, right before or right after the name of a public body; None for others.

    >>> words = "Iran\u2019s Ministry of Defence said so."
    >>> state_of(words, Mention(span=Span(7, 26), schema="PublicBody", found_by="rule"))
    'ir'
    """
    if name.schema != "PublicBody":
        return None
    for word in find_country_words(
        text, Span(max(0, name.span.start - _REACH), min(len(text), name.span.end + _REACH))
    ):
        before, after = text[word.span.end : name.span.start], text[name.span.end : word.span.start]
        if name.span.covers(word.span) or _OWNS.fullmatch(before) or _OF.fullmatch(after):
            return word.country
    return None
