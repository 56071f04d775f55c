"""Reading the names of bodies and ships: legal forms, activities, places and numbers told from what is their own."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from nongrata.names.numbers import number_of, together
from nongrata.names.record import NameClass, Token
from nongrata.names.scripts import latin, without_digits, words_of
from nongrata.names.tables import tables

_SHORTEST_WITH_SLIP = 4
_DOTTED = re.compile(r"(?<![\w.])(?:[^\W\d_]{1,2}\.){2,}[^\W\d_]?(?!\w)")
_GLUED = re.compile(r"(?<=[a-z])(AG|SA|SE|NV|BV|AB|GmbH|LLC|LTD|Ltd|JSC|PLC|OOO|Inc|INC)(?!\w)")
_SHIPS = (("m", "v"), ("m", "t"), ("m", "s"), ("s", "s"))
_SHIP_WORDS = frozenset(("mv", "mt", "ms", "ss", "mts", "msv", "fv", "vessel", "tanker", "motor"))


def body_tokens(text: str, kind: NameClass) -> list[Token]:
    """Give the words of the name of a body or a ship."""
    if "." in text:
        text = _DOTTED.sub(lambda found: found.group().replace(".", ""), text)
    if not text.isupper():
        text = _GLUED.sub(r" \1", text)
    tokens = [token for word in words_of(text) if (token := body_token(word)).form]
    tokens = _without_titles(together(_with_phrases(tokens)))
    return _ship(tokens) if kind == "vessel" else tokens


@lru_cache(maxsize=65_536)
def body_token(word: str) -> Token:
    """Give one word of a body's name with its meaning; an empty form where nothing is readable."""
    native = word.lower()
    form = latin(word if word.isalpha() else without_digits(word))
    if (country := tables().capitals.get(word)) is not None:
        return Token(form=form, native=native, kind="place", symbol=country)
    meaning = tables().bodies.words.get(form)
    if meaning is not None and meaning[0] != "number":
        return Token(form=form, native=native, kind=meaning[0], symbol=meaning[1])
    if (number := number_of(form, word)) is not None or (number := meaning[1] if meaning else None) is not None:
        return Token(form=form, native=native, kind="number", symbol=number)
    return Token(form=form, native=native)


@lru_cache(maxsize=65_536)
def _meant(form: str) -> str:
    """Give the word of a legal form that a word with a slip in it is meant for, or the word itself.

    >>> _meant("cornpany"), _meant("liabiliti"), _meant("gazprom")
    ('company', 'liability', 'gazprom')
    """
    if len(form) < _SHORTEST_WITH_SLIP or form in tables().bodies.words or form in tables().long_words:
        return form
    found = process.extractOne(form.replace("rn", "m"), tables().long_words, scorer=OSA.distance, score_cutoff=1)
    return str(found[0]) if found else form


def _with_phrases(tokens: list[Token]) -> list[Token]:
    """Give words that mean one thing together as one: limited liability company, South Korea."""
    longer = tables().bodies.longer
    meant = [_meant(token.form) for token in tokens]
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        token, length = (
            _phrase_at(tokens, meant, at) if {tokens[at].form, meant[at]} & longer.keys() else (tokens[at], 1)
        )
        if length == 1 and token.kind == "word" and meant[at] in tables().long_words_alone:
            token = _as(body_token(meant[at]), native=token.native)
        found.append(token)
        at += length
    return found


def _phrase_at(tokens: list[Token], meant: list[str], at: int) -> tuple[Token, int]:
    longer = tables().bodies.longer
    for parts, (kind, symbol) in (*longer.get(tokens[at].form, ()), *longer.get(meant[at], ())):
        run = list(zip(tokens[at : at + len(parts)], meant[at : at + len(parts)], parts, strict=False))
        if len(run) == len(parts) and all(part in (token.form, word) for token, word, part in run):
            native = " ".join([token.native for token in tokens[at : at + len(parts)]])
            return Token(form="".join(parts), native=native, kind=kind, symbol=symbol), len(parts)
    return tokens[at], 1


def _as(token: Token, *, native: str) -> Token:
    return Token(form=token.form, native=native, kind=token.kind, symbol=token.symbol)


def _without_titles(tokens: list[Token]) -> list[Token]:
    """Tag titles of people before and behind a body's name, where somebody put them."""
    first, last = tables().body_titles
    for at, titles in ((0, first), (-1, last)):
        if len(tokens) > 1 and tokens[at].kind == "word" and tokens[at].form in titles:
            tokens[at] = Token(form=tokens[at].form, native=tokens[at].native, kind="title")
    return tokens


def _ship(tokens: list[Token]) -> list[Token]:
    """Tag what stands before a ship's name: M/V, MT."""
    if len(tokens) > 2 and (tokens[0].form, tokens[1].form) in _SHIPS:
        first = Token(form=tokens[0].form + tokens[1].form, native=tokens[0].native, kind="title", symbol="ship")
        return [first, *tokens[2:]]
    if len(tokens) > 1 and tokens[0].form in _SHIP_WORDS:
        return [Token(form=tokens[0].form, native=tokens[0].native, kind="title", symbol="ship"), *tokens[1:]]
    return tokens
