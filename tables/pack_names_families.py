"""Packs the families of people's names (rigour's persons.txt, from Wikidata, CC0) for names/families.py."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nongrata.names.families import pack_families, sum_of
from nongrata.names.reading.scripts import clean
from nongrata.names.scripts_of import script_of
from nongrata.names.sounds.latin import sounds_of
from nongrata.values import fold

LONGEST_FORM = 24
LONGEST_WITHOUT_ARTICLE = 4
# Scripts whose letters are kept as they are: writing them in Latin letters would lose what they tell.
NATIVE = frozenset(("Han", "Katakana", "Hiragana", "Hangul", "Arabic", "Hebrew", "Thai", "Khmer", "Myanmar"))
# Transcriptions that the sounds tell as well, and that would make the file too large.
LEFT_OUT = frozenset(("Bengali", "Devanagari", "Bopomofo"))
_FAMILY_WORD = re.compile("(?<=.)[姓氏]$")  # Wikidata's "the surname Li"


def packed_families(lines: Iterable[str], more: Iterable[Iterable[str]]) -> bytes:
    """Give the families that tell more than the sounds do."""
    rows: set[tuple[int, int]] = set()
    number = 0
    for members in [*(_members(line) for line in lines), *more]:
        forms = {form for member in members if (form := _form(member))}
        forms |= {form[2:] for form in forms if form.startswith("ال") and len(form) > LONGEST_WITHOUT_ARTICLE}
        if _tells_more(forms):
            rows.update((sum_of(form), number) for form in forms)
            number += 1
    return pack_families(list(rows))


def _members(line: str) -> list[str]:
    return [member.strip() for member in line.rpartition(" => ")[0].split(",")]


def _form(member: str) -> str:
    member = _FAMILY_WORD.sub("", clean(member).strip().lower())
    script = script_of(member)
    if script in LEFT_OUT or script is None:
        return ""
    form = member.replace(" ", "") if script in NATIVE else fold(member).replace(" ", "")
    return form if 0 < len(form) <= LONGEST_FORM and (len(form) > 1 or script in NATIVE) else ""


def _tells_more(forms: set[str]) -> bool:
    """Have members that sound different, or are in a script of which the sounds tell little."""
    if len(forms) < 2:
        return False
    latin = [{sound.consonants for sound in sounds_of(form)} for form in forms if form.isascii()]
    return len(latin) < len(forms) or not set.intersection(*latin)
