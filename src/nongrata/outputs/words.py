"""The plain words that page, terminal and exports share: statuses, dates, countries, exposures, lists."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date

from nongrata.events import ClaimVerdict, Status
from nongrata.lists import ListVersion
from nongrata.ownership import ExposureKind, Result
from nongrata.values import PartialDate
from nongrata.values.countries import country_name

_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MINUTES = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})\S*")

EXPOSURES: dict[ExposureKind, str] = {
    "listed": "on a sanctions list",
    "owned": "exposed through an owner",
    "linked": "linked to a listed party",
    "possible": "possibly exposed",
    "none": "on no list",
}
STATUSES: dict[Status, tuple[str, str]] = {  # glyph, and what it means
    "asserted": ("●", "told as fact by the speaker"),
    "alleged": ("◐", "an allegation"),
    "denied": ("✕", "denied by the speaker"),
    "unclear": ("?", "the speaker says it is unclear"),
    "planned": ("▷", "announced or planned"),
    "threatened": ("!", "threatened"),
    "requested": ("…", "asked for"),
    "hypothetical": ("○", "spoken of as something that might be"),
    "negated": ("∅", "said not to have happened"),
}
VERDICTS: dict[ClaimVerdict, tuple[str, str]] = {
    "confirmed": ("✓", "the lists bear it out"),
    "not found": ("!", "not found on the lists used"),
    "contradicted": ("✗", "the lists say otherwise"),
    "not checkable": ("?", "cannot be checked with the lists used"),
}
RESULTS: dict[Result, str] = {
    "blocked": "blocked",
    "not blocked": "not blocked",
    "control": "under a listed party’s control",
    "unknown": "cannot be told, for the shares are not known",
}


_MOST_NAMED = 3  # lists whose titles a notice says


def country_words(code: str) -> str:
    """Give a country's everyday name as a sentence has it.

    >>> country_words("kp"), country_words("us")
    ('North Korea', 'the United States')
    """
    name = country_name(code)
    return f"the {name}" if name.startswith(("United ", "European ", "Netherlands")) else name


def day_words(day: date) -> str:
    """Give a day in words.

    >>> day_words(date(2023, 9, 15))
    'Friday 15 September 2023'
    """
    return f"{day:%A} {day.day} {day:%B %Y}"


def date_words(edtf: str) -> str:
    """Give a date in words, as exact as it is; what is no date comes back as it was.

    >>> date_words("2023-09-15"), date_words("2023-07"), date_words("2023-W38"), date_words("1961~")
    ('15 September 2023', 'July 2023', 'week of 18 September 2023', 'about 1961')
    """
    if clock := _MINUTES.fullmatch(edtf):
        return f"{date_words(clock[1])}, {clock[2]}"
    try:
        return PartialDate(edtf).in_words
    except ValueError:
        return edtf


def number_words(count: int) -> str:
    """Give small numbers as words.

    >>> number_words(5), number_words(40)
    ('five', '40')
    """
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"


def times_words(count: int) -> str:
    """Give how often.

    >>> times_words(1), times_words(2), times_words(8)
    ('once', 'twice', 'eight times')
    """
    return {1: "once", 2: "twice"}.get(count, f"{number_words(count)} times")


def counted(number: int, one: str, several: str | None = None) -> str:
    """Give a number with its word.

    >>> counted(1, "place"), counted(1200, "place"), counted(0, "story", "stories")
    ('1 place', '1,200 places', '0 stories')
    """
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def and_words(names: Sequence[str]) -> str:
    """Join names as a sentence does.

    >>> and_words(["Kim", "Putin", "Manturov"])
    'Kim, Putin and Manturov'
    """
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def as_start(sentence: str) -> str:
    """Give a sentence's start its capital where an article stands there; names keep their own letters.

    >>> as_start("the United States accused Russia"), as_start("al-Nusra met")
    ('The United States accused Russia', 'al-Nusra met')
    """
    return sentence[:1].upper() + sentence[1:] if sentence.startswith(("the ", "a ", "an ", "somebody ")) else sentence


def list_words(used: ListVersion) -> str:
    """Give which list was used, how large and how old."""
    count = f"{used.entities:,} entr{'y' if used.entities == 1 else 'ies'}"
    if used.is_starter:
        return f"starter list, {count}, as of {used.version}"
    return f"{used.title}, version {used.version}, {count}"


def starter_notice(used: Sequence[ListVersion]) -> tuple[str, str] | None:
    """Give what must be said of the starter list, in bold and plain, or None where it was not used.

    Alone it is a sample; beside official lists it speaks only for the publishers whose lists are not loaded.
    """
    starter = next((version for version in used if version.is_starter), None)
    if starter is None:
        return None
    official = [version for version in used if not version.is_starter]
    words = one_line(list_words(starter))
    if not official:
        plain = "It is a sample of well-known listings: a name that is not on it may still be listed."
        return f"Screened against the {words}.", plain
    named = [one_line(version.title) for version in official]
    titles = and_words(named) if len(named) <= _MOST_NAMED else f"{number_words(len(named))} lists"
    plain = f"For all other lists only the {words}: a sample, on which a listed name may be missing."
    return f"Screened in full against {titles}.", plain


def safe_text(text: str) -> str:
    """Give a text of the same length that can be shown: control and direction-override characters made visible.

    >>> safe_text("a\\x1b[31mb")
    'a␛[31mb'
    """
    return text if text.isascii() and text.isprintable() else "".join(map(_shown, text))


def one_line(text: str) -> str:
    """Give a safe text with its white space closed up.

    >>> one_line(" two\\n lines ")
    'two lines'
    """
    return " ".join(safe_text(text).split())


def _shown(char: str) -> str:
    code = ord(char)
    if char in "\t\n\r":
        return char
    if code < 0x20 or code == 0x7F:
        return chr(0x2421 if code == 0x7F else 0x2400 + code)
    return "\ufffd" if char in _BIDI or unicodedata.category(char) in ("Cc", "Cs") else char
