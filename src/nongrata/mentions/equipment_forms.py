"""How a designation may be written: "Su-35", "Su–35", "Su 35", "SU-35", "Su35", "Su-35S", "Su-35s"."""

from __future__ import annotations

import re

_NOT_WORD = re.compile(r"[\W_]+")
_HEAD = re.compile(r"([A-Za-z]+)[\W_]*(\d+)")
SUFFIXED = re.compile(r"(.*\d)[A-Z]{1,3}\d{0,2}[A-Z]{0,2}")
FAMILY = re.compile(r"([A-Z][A-Za-z]*)(\d{1,4})([A-Z]{1,3}\d{0,2}[A-Z]{0,2})?")
# Two letters and a space are too little for most: "An 80-year-old", "Be 20". These are no words.
_LOOSE = frozenset(["Su", "Tu", "Kh", "Mk", "SU", "TU"])


def compact(words: str) -> str:
    """Give a designation without its dashes, spaces and slashes.

    >>> compact("F/A–18 Hornet")
    'FA18Hornet'
    """
    return _NOT_WORD.sub("", words)


def is_written_as(seen: str, form: str) -> bool:
    """Tell whether the words seen can be the form, by their letters' case and by their gap.

    >>> is_written_as("SU–35", "Su-35"), is_written_as("F16", "F-16"), is_written_as("A10", "A-10")
    (True, True, False)
    >>> is_written_as("An 12", "An-12"), is_written_as("MI6", "Mi-6"), is_written_as("CH4", "CH-4")
    (False, False, False)
    """
    plain, wanted = compact(seen), compact(form)
    if plain.lower() == wanted.lower() and re.search("['’]", seen) and not re.search("['’]", form):
        return False  # "Yar's" is no Yars
    same_case = plain.startswith(wanted)
    shouted = plain.startswith(wanted.upper()) and (re.search(r"\w[-–‑]\w", seen) or not re.search(r"\d", seen))
    return bool(same_case or (shouted and len(wanted) > 3 and wanted != "Mi6")) and has_good_gap(seen, form)


def has_good_gap(seen: str, form: str) -> bool:
    """Tell whether what stands between the letters and the number is what may stand there."""
    head, wanted = _HEAD.match(seen), _HEAD.match(form)
    if head is None or wanted is None or head[0] == wanted[0]:
        return True
    letters, digits = head[1], head[2]
    gap = seen[head.end(1) : head.start(2)]
    if gap.isspace():  # "CHONG RIM 2" is a ship; "Hwasong 17" is what it says
        return letters in _LOOSE or (len(letters) > 2 and not letters.isupper())
    if gap or len(letters) > 2:
        return True
    if len(letters) == 1:
        return len(digits) > {"F": 1, "T": 1, "S": 2}.get(letters, len(digits))
    return len(digits) > 1 or letters in ("Su", "Tu", "Mi", "MQ", "RQ")
