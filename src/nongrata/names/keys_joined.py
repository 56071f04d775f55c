"""Keys of more than one word: of neighbours that another writes as one, and of names written by their first letters."""

from __future__ import annotations

from collections.abc import Iterator

from nongrata.names.acronyms import FEW, has_own_word
from nongrata.names.keys import bare_keys, key_of
from nongrata.names.record import Name

JOINED = range(6, 17)  # letters that a word has which others may write as two or three
MOST_JOINED = 3
HEADS = (14, 24, 36, 60)  # letters of a beginning: names/comparing/cut_short.py asks for fourteen
LONG = 9  # … from which on a slip among them is allowed: NEAR_JOINED of names/comparing/align.py
SHORTEST, LONGEST = 3, 8  # letters of a name that is written by its first letters
_SKIPPED = frozenset(
    ("the", "of", "for", "and", "y", "de", "des", "du", "la", "le", "los", "del", "da", "do", "di", "ve")
)


def joined_keys(reading: Name) -> frozenset[int]:
    """Give the keys of a name's neighbouring words written as one, of all written as one, and of its first letters.

    >>> from nongrata.names.record import Token
    >>> words = [Token(form=word, native=word) for word in ("alfa", "bank")]
    >>> name = Name(text="Alfa Bank", tokens=tuple(words), kind="body")
    >>> bool(joined_keys(name) & joined_keys_of("alfabank"))
    True
    """
    runs = (key for run in runs_of(reading.forms) for key in _run_keys(run))
    letters = map(letters_key, letters_of(reading))
    heads = _heads(reading)
    begun = (key_of("begun", head) for head in heads)
    return frozenset((*runs, whole_key(reading), *letters, *begun, *(key_of("cut", head) for head in heads[-1:])))


def joined_keys_of(form: str) -> frozenset[int]:
    """Give the keys by which a word finds the names that write it as several."""
    return frozenset(_run_keys(form)) if len(form) in JOINED else frozenset()


def _run_keys(run: str) -> Iterator[int]:
    yield key_of("joined", run)
    if len(run) >= LONG:
        yield from bare_keys(run)


def letters_key(letters: str) -> int:
    """Give the key of the names whose words begin with these letters."""
    return key_of("letters", letters)


def whole_key(reading: Name) -> int:
    """Give the key of a name written as one word."""
    return key_of("whole", reading.joined)


def head_keys_of(reading: Name) -> frozenset[int]:
    """Give the keys of the listed names that may be cut-off beginnings of this one, or of which it may be one."""
    heads = _heads(reading)
    cut = (key_of("cut", head) for head in heads)
    return frozenset((*cut, *(key_of("begun", head) for head in heads[-1:])))


def _heads(reading: Name) -> list[str]:
    """Give the beginnings of a body's name, as long as those are that fields cut off."""
    joined = "" if reading.kind == "person" else reading.joined
    return [joined[:length] for length in HEADS if len(joined) >= length]


def runs_of(forms: tuple[str, ...]) -> Iterator[str]:
    """Give neighbouring words written as one, two and three of them.

    >>> list(runs_of(("kim", "jong", "un")))
    ['kimjong', 'kimjongun', 'jongun']
    """
    return (run for _places, run in spans_of(forms))


def spans_of(forms: tuple[str, ...]) -> Iterator[tuple[range, str]]:
    """Give the places of neighbouring words with them written as one."""
    for start in range(len(forms)):
        for end in range(start + 2, min(start + MOST_JOINED, len(forms)) + 1):
            run = "".join(forms[start:end])
            if len(run) in JOINED:
                yield range(start, end), run


def letters_of(reading: Name) -> frozenset[str]:
    """Give the first letters of a body's name, with its legal form and without: UAC for United Aircraft Corporation.

    A few stand for no name with a word of its own: names/acronyms.py.
    """
    if reading.kind == "person":
        return frozenset()
    parts = [token for token in reading.tokens if token.form not in _SKIPPED]
    ways = (parts, [token for token in parts if token.kind != "legal"])
    found = ("".join([token.form[0] for token in way]) for way in ways)
    least = FEW + 1 if has_own_word(reading.tokens) else SHORTEST
    return frozenset(letters for letters in found if least <= len(letters) <= LONGEST)
