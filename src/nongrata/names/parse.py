"""Reading a name: its words in Latin letters, and what kind of word each is."""

from __future__ import annotations

from nongrata.names.record import Name, NameClass, Token
from nongrata.values import tokens_of

LONGEST = 1000  # characters of a name that are read


def parse_name(text: str, kind: NameClass) -> tuple[Name, ...]:
    """Give the readings of a name, likeliest first; none where nothing is readable.

    >>> [name.forms for name in parse_name("Putin, Vladimir V.", "person")]
    [('vladimir', 'v', 'putin')]
    """
    text = text[:LONGEST]
    family, _comma, given = text.partition(",") if kind == "person" else ("", "", text)
    words = (*tokens_of(given), *tokens_of(family))
    tokens = tuple(Token(form=word, native=word, kind="initial" if len(word) == 1 else "word") for word in words)
    return (Name(text=text, tokens=tokens, kind=kind, script="Latin"),) if tokens else ()
