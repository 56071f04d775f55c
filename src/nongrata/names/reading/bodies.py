"""Reading the names of bodies and ships: legal forms, activities, places and numbers told from what is their own."""

from __future__ import annotations

import re
from functools import lru_cache

from nongrata.names.abjads import is_abjad, stems_of, without_article
from nongrata.names.reading.legal_runs import with_forms
from nongrata.names.reading.meant import is_slip, meant
from nongrata.names.reading.numbers import number_of, together
from nongrata.names.reading.scripts import latin, without_digits, words_of
from nongrata.names.record import NameClass, Token
from nongrata.names.tables import tables

_DOTTED = re.compile(r"(?<![\w.])(?:[^\W\d_]{1,2}\.){2,}[^\W\d_]?(?!\w)")
_SARL = re.compile(r"(?<!\w)s\.? ?[aà]\.? ?r\. ?l\.?(?!\w)", re.I)
_GLUED = re.compile(r"(?<=[a-z])(AG|SA|SE|NV|BV|AB|GmbH|LLC|LTD|Ltd|JSC|PLC|OOO|Inc|INC)(?!\w)")
_INITIAL_OF_TWO = re.compile(r"[^\W\d_a-z][a-zа-яё]\.")
_NAMED_AFTER = re.compile(r"\b(?:named (?:after|for)|imeni|im\b|имени|им\b)", re.I)
_DIGIT = re.compile(r"\d")
_LAST_ONE = re.compile(r"\bI\b(?![.'’])")
_INITIALS = frozenset("vxl")  # no Roman numbers where they begin a name
_SHIPS = (("m", "v"), ("m", "t"), ("m", "s"), ("s", "s"))
_LONGEST_TAIL = 7  # letters and digits of a tail or hull number
_SHORTEST_DISGUISED = 3
_SHIP_WORDS = frozenset(("mv", "mt", "ms", "ss", "mts", "msv", "fv", "vessel", "tanker", "motor"))


def body_tokens(text: str, kind: NameClass) -> list[Token]:
    """Give the words of the name of a body or a ship."""
    is_ship = kind == "vessel"
    tokens = list(_read(text, has_tail=is_ship and not (text.isascii() and _DIGIT.search(text) is None)))
    return _ship(tokens) if is_ship else _with_namesake(tokens)


@lru_cache(maxsize=1_024)  # a name is often asked for as a body's and as a ship's
def _read(text: str, *, has_tail: bool) -> tuple[Token, ...]:
    """Give the words; `has_tail`: short ones with digits may be a ship's tail or hull number."""
    if "." in text:
        text = _without_dots(_SARL.sub("sarl", text))
    if not text.isupper():
        text = _GLUED.sub(r" \1", text)
    read = _ship_token if has_tail else body_token
    words = words_of(text) if text.isascii() else [part for word in words_of(text) for part in _parts_of(word)]
    tokens = [token for word in words if (token := read(word)).form]
    if len(tokens) > 1 and tokens[0].kind == "number" and tokens[0].form in _INITIALS:
        tokens[0] = Token(form=tokens[0].form, native=tokens[0].native)
    if tokens and _LAST_ONE.search(text):
        tokens = _with_last_one(tokens)
    return tuple(_without_titles(together(with_forms(_with_phrases(_spelled_out(tokens))))))


def _without_dots(text: str) -> str:
    """Write letters with dots as one word (S.A., A.B.C.), and a person's initials as words of their own.

    >>> _without_dots("Yu.A. Gagarin A.B.C. S.A."), _without_dots("Works named after P.D. Grushin")
    ('Yu A  Gagarin ABC SA', 'Works named after P D  Grushin')
    """
    named = found.end() if (found := _NAMED_AFTER.search(text)) else len(text)

    def glued(run: re.Match[str]) -> str:
        is_person = run.start() >= named or _INITIAL_OF_TWO.search(run.group())
        return run.group().replace(".", " " if is_person else "")

    return _DOTTED.sub(glued, text)


def _with_last_one(tokens: list[Token]) -> list[Token]:
    """Read an I that ends a name, legal forms aside, as a number: Fund I, Ltd."""
    for at in range(len(tokens) - 1, 0, -1):
        if tokens[at].form == "i":
            tokens[at] = Token(form="i", native="i", kind="number", symbol="1")
            break
        if tokens[at].kind != "legal":
            break
    return tokens


def _spelled_out(tokens: list[Token]) -> list[Token]:
    """Write out abbreviations of what a body is: NPO, a scientific production association."""
    whole = tables().spelled_out
    if not any(token.form in whole for token in tokens):
        return tokens
    return [
        each
        for token in tokens
        for each in (
            [_as(body_token(word), native=word) for word in whole[token.form]] if token.form in whole else [token]
        )
    ]


def _with_namesake(tokens: list[Token]) -> list[Token]:
    """Let the initials and titles of whom a body is named after weigh little."""
    at = next((i for i, token in enumerate(tokens) if token.symbol == "named"), len(tokens))
    for i in range(at + 1, len(tokens)):
        if len(tokens[i].form) > 2 and tokens[i].form not in tables().namesake_titles:
            break
        tokens[i] = Token(form=tokens[i].form, native=tokens[i].native, kind="particle")
    return tokens


@lru_cache(maxsize=16_384)
def _parts_of(word: str) -> tuple[str, ...]:
    """Cut an Arabic word that means nothing known after its article: القاطرجي."""
    return without_article(word) if is_abjad(word) and _in_abjad(word) is None else (word,)


def _in_abjad(word: str) -> Token | None:
    """Give a word in Arabic or Hebrew letters that says what a body is: المصرف, للنقل, בנק."""
    known = tables().abjad
    for stem in stems_of(word):
        if (found := known.get(stem)) is not None:
            form, (kind, symbol) = found
            return Token(form=form, native=word, kind=kind, symbol=symbol)
    return None


@lru_cache(maxsize=65_536)
def body_token(word: str) -> Token:
    """Give one word of a body's name with its meaning; an empty form where nothing is readable."""
    if is_abjad(word) and (known := _in_abjad(word)) is not None:
        return known
    return _token(word, latin(word if word.isalpha() else _without_digits(word)))


@lru_cache(maxsize=4096)
def _ship_token(word: str) -> Token:
    """Give one word of a ship's name; digits in a short one are those of a hull or tail number: P4MES."""
    return _token(word, latin(word)) if len(word) <= _LONGEST_TAIL else body_token(word)


def _without_digits(word: str) -> str:
    """Write digits that stand for letters as letters, in words of legal forms and activities above all: J5C, Oi1."""
    if word.isascii() and len(word) >= _SHORTEST_DISGUISED and not word.isdigit():
        for one in ("1i", "1l"):
            plain = word.lower().translate(tables().lookalikes.digits | {ord(one[0]): one[1]})
            if plain.isalpha() and tables().bodies.words.get(plain, ("word",))[0] in ("legal", "generic"):
                return plain
    return without_digits(word)


def _token(word: str, form: str) -> Token:
    native = word.lower()
    if (country := tables().capitals.get(word)) is not None:
        return Token(form=form, native=native, kind="place", symbol=country)
    meaning = tables().bodies.words.get(form)
    if meaning is not None and meaning[0] != "number":
        return Token(form=form, native=native, kind=meaning[0], symbol=meaning[1])
    if (number := number_of(form, word)) is not None or (number := meaning[1] if meaning else None) is not None:
        return Token(form=form, native=native, kind="number", symbol=number)
    return Token(form=form, native=native)


def _with_phrases(tokens: list[Token]) -> list[Token]:
    """Give words that mean one thing together as one: limited liability company, South Korea."""
    longer = tables().bodies.longer
    known = [meant(token.form) for token in tokens]
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        token, length = (
            _phrase_at(tokens, known, at) if {tokens[at].form, known[at]} & longer.keys() else (tokens[at], 1)
        )
        if length == 1 and token.kind == "word" and known[at] != token.form:
            token = _alone(token, known[at])
        found.append(token)
        at += length
    return found


def _alone(token: Token, word: str) -> Token:
    """Take a word for the known one that it is meant for; where it only has a slip in it, only for a few."""
    if word not in tables().bodies.words or (word not in tables().long_words_alone and is_slip(token.form)):
        return token
    known = body_token(word)
    return Token(form=token.form, native=token.native, kind=known.kind, symbol=known.symbol)


def _phrase_at(tokens: list[Token], known: list[str], at: int) -> tuple[Token, int]:
    longer = tables().bodies.longer
    for parts, (kind, symbol) in (*longer.get(tokens[at].form, ()), *longer.get(known[at], ())):
        end = at + len(parts)
        if end <= len(tokens) and all(part in (tokens[i].form, known[i]) for i, part in enumerate(parts, at)):
            native = " ".join([token.native for token in tokens[at:end]])
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
