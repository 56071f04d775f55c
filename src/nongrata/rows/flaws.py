"""Why a name cannot be screened: nothing there, no letters, too long, damaged, a formula."""

from __future__ import annotations

import re

from nongrata.rows.record import LONGEST_NAME
from nongrata.rows.text import is_broken

SHOWN = 80  # characters of a name that is shown where it cannot be used

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_HALF = re.compile("[\ud800-\udfff]")
_ERRORS = re.compile(r"#(?:N/?A|NAME\?|REF!|VALUE!|DIV/0!|NULL!|NUM!|SPILL!|CALC!|#+)", re.I)
_AS_TEXT = re.compile(r'="(.*)"', re.S)  # how spreadsheets are made to keep 00123 as it is
_FORMULA = re.compile(r"\s*=\s*[@+-]?\s*(?:[A-Za-z][A-Za-z0-9_.]*\s*\(|\$?[A-Z]{1,3}\$?\d|['\"\d(])|[+@-][A-Za-z]+\|")
_NOTHING = frozenset(
    {"", "-", "--", "n/a", "na", "none", "null", "nil", "nan", "unknown", "?", ".", "tbc", "tbd", "test"}
)


def clean(cell: str) -> str:
    """Give a cell's text with its white space closed up, out of the ="…" that spreadsheets put around texts.

    >>> clean(' Ivan\\n  Orlov '), clean('="007"')
    ('Ivan Orlov', '007')
    """
    text = cell.strip()
    if text.startswith('="') and (told := _AS_TEXT.fullmatch(text)):
        text = told[1].replace('""', '"')
    return " ".join(text.split()) if len(text) <= 10 * LONGEST_NAME else text


def is_nothing(text: str) -> bool:
    """Be how tables say that they don't know."""
    return text.casefold() in _NOTHING


def flaw_of(name: str) -> str | None:
    """Say why a name cannot be screened, or None for one that can.

    >>> flaw_of("Ivan Orlov") is None
    True
    >>> flaw_of("12345")
    'found a number instead of a name; wanted letters'
    """
    if len(name) > LONGEST_NAME:
        return f"found a name of {len(name):,} characters; wanted at most {LONGEST_NAME:,}"
    if is_nothing(name):
        return f"found {name!r} instead of a name" if name else "found no name"
    return _damage(name) or (None if any(letter.isalpha() for letter in name) else _no_letters(name))


def _damage(name: str) -> str | None:
    if is_broken(name):
        return "found bytes that are no letters; wanted the file's own encoding: --encoding NAME"
    if found := _HALF.search(name):
        return f"found half a character (U+{ord(found[0]):04X}) in the name; wanted plain text"
    if found := _CONTROL.search(name):
        return f"found a control character (U+{ord(found[0]):04X}) in the name; wanted plain text"
    if _ERRORS.fullmatch(name):
        return f"found a spreadsheet's error {name[:20]} instead of a name"
    if _FORMULA.match(name):
        return "found a formula instead of a name; wanted its value: save the sheet with values"
    return None


def _no_letters(name: str) -> str:
    if set(name) <= set("?\ufffd. "):
        return "found question marks instead of letters: they were lost when the table was written; export it as UTF-8"
    what = "a number" if any(letter.isdigit() for letter in name) else "signs"
    return f"found {what} instead of a name; wanted letters"


def shown(name: str) -> str:
    """Give a name shortened, as it can be written anywhere.

    >>> shown("x" * 90)[-3:]
    'xx…'
    """
    text = _CONTROL.sub("\ufffd", name[: SHOWN + 1].encode("utf-8", "replace").decode())
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"
