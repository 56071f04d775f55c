"""Legal forms whose words stand in another order, or not all of them: "Company Stock Joint", "Joint Stock"."""

from __future__ import annotations

from itertools import groupby

from nongrata.names.reading.meant import is_slip, meant
from nongrata.names.record import Token
from nongrata.names.tables import tables

# Words that hardly stand anywhere else, with the form that they are of.
_TELLING = {
    "joint": "jsc",
    "stock": "jsc",
    "liability": "llc",
    "unitary": "soe",
    "aktsionernoe": "jsc",
    "ogranichennoy": "llc",
    "otvetstvennostyu": "llc",
}
_BEFORE_FORMS = frozenset(("private", "public", "limited"))  # … and these only beside a form
_ASKED = _TELLING.keys() | _BEFORE_FORMS


def with_forms(tokens: list[Token]) -> list[Token]:
    """Put neighbouring words of legal forms together where one of them hardly stands anywhere else."""
    if not any(token.form in _ASKED or meant(token.form) in _ASKED for token in tokens if token.kind != "legal"):
        return tokens
    found: list[Token] = []
    for is_form, run in groupby(tokens, key=_is_of_form):
        words = list(run)
        found += [_one(words)] if is_form and len(words) > 1 and _is_form(words) else words
    return found


def _is_of_form(token: Token) -> bool:
    return token.kind == "legal" or meant(token.form) in tables().long_words


def _is_form(words: list[Token]) -> bool:
    if not any(token.kind == "legal" or not is_slip(token.form) for token in words):
        return False
    known = {meant(token.form) for token in words}
    return bool(known & _TELLING.keys()) or (
        bool(known & _BEFORE_FORMS) and any(each.kind == "legal" for each in words)
    )


def _one(words: list[Token]) -> Token:
    """Give one legal form for its words."""
    named = [_TELLING[word] for token in words if (word := meant(token.form)) in _TELLING]
    symbol = named[0] if named else next((token.symbol for token in words if token.kind == "legal"), None)
    return Token(
        form="".join([token.form for token in words]),
        native=" ".join([token.native for token in words]),
        kind="legal",
        symbol=symbol,
    )
