"""Reading a name: its words in Latin letters, and what kind of word each is."""

from __future__ import annotations

import re
from functools import lru_cache

from nongrata.names.reading.bodies import body_tokens
from nongrata.names.reading.east import eastern_readings
from nongrata.names.reading.people import person_readings
from nongrata.names.reading.scripts import clean
from nongrata.names.record import Name, NameClass, Token
from nongrata.names.scripts_of import script_of

_EASTERN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]")


@lru_cache(maxsize=32_768)
def parse_name(text: str, kind: NameClass) -> tuple[Name, ...]:
    """Give the readings of a name, likeliest first; none where nothing is readable.

    What stands after 1,000 characters does not count.

    >>> [name.forms for name in parse_name("Putin, Vladimir V.", "person")]
    [('vladimir', 'v', 'putin')]
    >>> [(token.form, token.kind, token.symbol) for token in parse_name("OOO Alfa Exports 3", "body")[0].tokens]
    [('ooo', 'legal', 'llc'), ('alfa', 'word', None), ('exports', 'generic', 'export'), ('3', 'number', '3')]
    """
    text = clean(text)
    if not text.isascii() and _EASTERN.search(text):
        readings = eastern_readings(text, kind)
    else:
        readings = person_readings(text) if kind == "person" else [body_tokens(text, kind)]
    script = "Latin" if text.isascii() else script_of(text)
    return tuple([_name(text, tokens, kind, script) for tokens in readings if tokens])


def _name(text: str, tokens: list[Token], kind: NameClass, script: str | None) -> Name:
    return Name(text=text, tokens=tuple(tokens), kind=kind, script=script)
