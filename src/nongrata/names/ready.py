"""A name made ready for many comparisons: what its words weigh is worked out once."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from nongrata.names.record import Name, Token
from nongrata.names.telling import HOLLOW, Weigh, telling

LIGHT = {"legal": 0.05, "title": 0.05, "particle": 0.1, "initial": 0.25, "place": 0.5, "number": 0.5}
GENERIC = 0.4  # trading, bank, shipping: tells what a body does, and bodies of one group apart
HOLLOW_WEIGHT = 0.05
LONG = 6  # letters that a word must have to be two words written as one
LONG_SYLLABLES = 5  # … and to be two syllables of Chinese: Ze-min, Zemin
MOST_READ = 40  # words of a name: what is longer is no name, and would take long
ACRONYMS = range(3, 8)  # letters that first letters of names make
MOST_WORDS = 4  # that are tried as one
Runs = dict[str, tuple[int, ...]]


class Ready(NamedTuple):
    """A reading of a name with its folded words and what each weighs."""

    name: Name
    tokens: tuple[Token, ...]
    forms: tuple[str, ...]
    weights: tuple[float, ...]
    keys: tuple[str, ...]  # what tells one word from another, as one text each
    joined: str
    numbers: frozenset[str]
    acronym: str  # what may be the first letters of a body's name: its one word; else empty
    is_person: bool

    @property
    def runs(self) -> Runs:
        """Give neighbouring words written as one, with their places."""
        return _runs(self.forms)


def ready(name: Name, weigh: Weigh = telling) -> Ready:
    """Give a name with its words weighed; keep it where one name is compared with many."""
    is_person = name.kind == "person"
    tokens = name.tokens[:MOST_READ]
    forms, weights, keys, numbers, acronym = _told(tokens, weigh, is_person=is_person)
    return Ready(name, tokens, forms, weights, keys, name.joined, numbers, acronym, is_person)


class _Told(NamedTuple):
    forms: tuple[str, ...]
    weights: tuple[float, ...]
    keys: tuple[str, ...]
    numbers: frozenset[str]
    acronym: str


@lru_cache(maxsize=1_024)  # a body's and a ship's name are often the same words
def _told(tokens: tuple[Token, ...], weigh: Weigh, *, is_person: bool) -> _Told:
    return _Told(
        tuple([token.form for token in tokens]),
        tuple([_weight(token, weigh, is_person=is_person) for token in tokens]),
        tuple([_key(token) for token in tokens]),
        numbers_of(tokens),
        "" if is_person else _acronym(tokens),
    )


def numbers_of(tokens: tuple[Token, ...]) -> frozenset[str]:
    """Give the numbers among the words of a name; what stands behind the last one that is read is none."""
    return frozenset([token.symbol or token.form for token in tokens[:MOST_READ] if token.kind == "number"])


def _acronym(tokens: tuple[Token, ...]) -> str:
    words = [token.form for token in tokens if token.kind not in ("legal", "place")]
    return words[0] if len(words) == 1 and len(words[0]) in ACRONYMS else ""


@lru_cache(maxsize=20_000)
def _runs(forms: tuple[str, ...]) -> Runs:
    """Give two to four neighbouring words written as one, where that makes a long word."""
    runs: Runs = {}
    for start in range(len(forms) - 1):
        text = forms[start]
        for end in range(start + 1, min(start + MOST_WORDS, len(forms))):
            text += forms[end]
            if len(text) >= LONG_SYLLABLES:
                runs.setdefault(text, tuple(range(start, end + 1)))
    return runs


def _key(token: Token) -> str:
    if token.kind == "word" and token.symbol is None and token.native == token.form:
        return token.form
    return f"{token.form} {token.kind} {token.symbol} {token.native}"


def _weight(token: Token, weigh: Weigh, *, is_person: bool) -> float:
    kind = token.kind
    if kind == "word" or (is_person and kind in ("generic", "place", "number")):
        return HOLLOW_WEIGHT if not is_person and token.form in HOLLOW else weigh(token.form)
    if token.form in HOLLOW and not is_person:
        return HOLLOW_WEIGHT
    return GENERIC if kind == "generic" else LIGHT[kind]
