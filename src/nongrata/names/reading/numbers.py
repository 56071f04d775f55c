"""Numbers in names: digits, ordinals, Roman numerals, words."""

from __future__ import annotations

import re

from nongrata.names.record import Token

_ORDINAL = re.compile(
    r"0*(\d{1,12})(?:st|nd|rd|th|e|er|re|ere|eme|a|o|y|yy|ya|ye|go|oy|oi|ii|iy|i|ta|to|da|do|ra|ro|ma|mo|na|no)?"
)
_ROMAN = re.compile(r"(?=[ivxl])l?x{0,3}(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}
_BEFORE_NUMBERS = frozenset(("no", "nr", "num", "number", "numero", "nomer"))
_TENS, _HUNDRED = 10, 100


def number_of(form: str, word: str) -> str | None:
    """Give the number that a word stands for, in digits; None where it stands for none.

    >>> number_of("12th", "12th"), number_of("viii", "VIII"), number_of("007", "007"), number_of("xi", "Xi")
    ('12', '8', '7', None)
    """
    if form[:1].isdigit():
        found = _ORDINAL.fullmatch(form)
        return found[1] if found else None
    if word.isupper() and form and form != "l" and _ROMAN.fullmatch(form):
        return str(_roman(form))
    return None


def _roman(form: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in form]
    return sum(-value if value < max(values[i:]) else value for i, value in enumerate(values))


def together(tokens: list[Token]) -> list[Token]:
    """Put together the words of one number (forty-four, twenty first), and drop "No." before numbers."""
    if not any(token.kind == "number" for token in tokens):
        return tokens
    found: list[Token] = []
    for token in tokens:
        before = found[-1] if found else None
        if token.kind == "number" and before is not None:
            if before.form in _BEFORE_NUMBERS:
                found.pop()
            elif (whole := _whole(before, token)) is not None:
                found[-1] = whole
                continue
        found.append(token)
    return found


def _whole(tens: Token, units: Token) -> Token | None:
    """Give one number for two words where the first gives the tens in letters: forty 4."""
    if tens.kind != "number" or tens.form[0].isdigit() or not tens.symbol or not units.symbol:
        return None
    first, second = int(tens.symbol), int(units.symbol)
    if first % _TENS or not _TENS < first < _HUNDRED or not 0 < second < _TENS:
        return None
    whole = str(first + second)
    return Token(form=whole, native=f"{tens.native} {units.native}", kind="number", symbol=whole)
