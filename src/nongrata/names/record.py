"""Names and their words, as read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

NameClass = Literal["person", "body", "vessel"]
TokenKind = Literal["word", "legal", "generic", "number", "place", "particle", "title", "initial"]


class Token(NamedTuple):
    """One word of a name. Words with the same symbol mean the same, whatever their language: llc, ooo, gmbh.

    Words are looked up by the million: a tuple is hashed and held against another far quicker than a dataclass.
    """

    form: str  # in lower-case Latin letters and digits
    native: str  # as written, in lower case
    kind: TokenKind = "word"
    symbol: str | None = None  # what it means: "industry", "llc", "7", "ru"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One reading of a name."""

    text: str
    tokens: tuple[Token, ...]
    kind: NameClass
    script: str | None = None  # what most of its letters are of: Latin, Cyrillic, Han, …; None without letters

    @property
    def forms(self) -> tuple[str, ...]:
        """Its words in Latin letters, in their order."""
        return tuple([token.form for token in self.tokens])

    @property
    def joined(self) -> str:
        """Its words in Latin letters, written as one."""
        return "".join([token.form for token in self.tokens])
