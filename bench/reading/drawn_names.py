"""The names of listed parties as newspapers write them: given names first, legal forms left out, spelt otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nongrata.screening import ListedParty
from nongrata.screening.words import LEGAL_FORMS
from nongrata.values import fold

_LATIN = re.compile(r"[A-Za-zÀ-ž0-9 ,.'’&\-()\"“”]+")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]|[\"“”]")
_SMALL = frozenset(
    (
        "al",
        "el",
        "bin",
        "ibn",
        "de",
        "la",
        "del",
        "los",
        "and",
        "of",
        "for",
        "the",
        "und",
        "ul",
        "y",
        "da",
        "dos",
        "in",
        "e",
    )
)
_FAMILY_FIRST = frozenset(("cn", "kp", "kr", "hk", "tw", "vn"))
_TWO_FAMILIES = frozenset(("co", "cu", "ec", "gt", "hn", "mx", "ni", "pe", "sv", "ve"))
# How one spelling of a name goes over into another: of Russian, Arabic, Persian and Ukrainian names.
_SPELLINGS = (("yevich", "evich"), ("iy", "y"), ("ey", "ei"), ("ks", "x"), ("aleksandr", "alexander"), ("kh", "h"),
              ("ou", "u"), ("oo", "u"), ("ee", "i"), ("aa", "a"), ("ss", "s"), ("mm", "m"),
              ("ayy", "ay"), ("q", "k"), ("yo", "e"), ("mohamed", "muhammad"), ("ahmed", "ahmad"),
              ("hussein", "husain"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class PersonName:
    """Given names and family names, and whether the family stands first where the person is at home."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    is_family_first: bool = False
    is_shortened: bool = True  # Burmese names are told whole

    @property
    def full(self) -> str:
        """Give the whole name: "Vitaly Valentinovich Milonov", "Kim Yong-chol"."""
        if self.is_family_first:
            return " ".join((*self.family, "-".join((self.given[0], *map(str.lower, self.given[1:])))))
        return " ".join((*self.given, *self.family))

    @property
    def short(self) -> str:
        """Give the name without middle names and patronymics."""
        return self.full if self.is_family_first or not self.is_shortened else " ".join((*self.given[:1], *self.family))


def person_name(party: ListedParty) -> PersonName | None:
    """Give the name of the first spelling whose order is plain: a comma, or a family name in capitals."""
    for name in party.names:
        text = _BRACKETS.sub("", name.text).strip()
        if not _LATIN.fullmatch(text):
            continue
        family, comma, given = text.partition(",")
        words = text.split()
        if not comma:
            capitals = [word for word in words if word.isupper() and len(word) > 1]
            if not capitals or len(capitals) == len(words):
                continue
            family, given = " ".join(capitals), " ".join(word for word in words if word not in capitals)
        first, last = tuple(map(_plain, given.split())), tuple(map(_plain, family.split()))
        if first and last and "," not in given:
            is_east = not party.countries.isdisjoint(_FAMILY_FIRST) and len(last) == 1 and len(first) < 3
            is_two = len(last) == 2 and not (party.countries | party.about).isdisjoint(_TWO_FAMILIES)
            is_shortened = "mm" not in party.countries | party.about
            return PersonName(first[:1] if is_two else first, last[:1] if is_two else last, is_east, is_shortened)
    return None


def respelt(name: str) -> str:
    """Give a name in another spelling, by the first two changes that it allows."""
    changed, count = name, 0
    for old, new in _SPELLINGS:
        if count < 2 and (found := re.search(old, changed, re.IGNORECASE)):
            other = new.capitalize() if found[0][0].isupper() else new
            changed, count = changed[: found.start()] + other + changed[found.end() :], count + 1
    return changed


def body_names(party: ListedParty) -> tuple[str, str] | None:
    """Give a body's name without its legal form, and the whole of it; None where the list has no Latin one."""
    for name in party.names:
        text = _BRACKETS.sub("", name.text).strip()
        if name.kind != "weak" and _LATIN.fullmatch(text) and len(text) < 70:
            whole = [_plain(word) for word in text.split()]
            plain = _without_forms(whole)
            if plain and len(plain[0]) > 1:
                return " ".join(plain).strip(" ,."), " ".join(whole)
    return None


def _without_forms(words: Sequence[str]) -> list[str]:
    """Leave legal forms out at both ends: "OOO Impex-Don", "Marsolut Management DMCC"."""
    words = list(words)
    for at in (0, -1):
        while words and (fold(words[at]).replace(" ", "") in LEGAL_FORMS or fold(words[at]) in ("joint", "stock")):
            words.pop(at)
    return words


def acronym_of(party: ListedParty) -> str | None:
    """Give a listed name that is an acronym."""
    return next((name.text for name in party.names if re.fullmatch("[A-Z]{3,6}", name.text)), None)


def news_name(text: str) -> str:
    """Give any listed name as news writes it: "HUSSEIN, Ali" is Ali Hussein."""
    family, _comma, given = _BRACKETS.sub("", text).partition(",")
    return " ".join(map(_plain, f"{given} {family}".split()))


def is_latin(text: str) -> bool:
    """Be written in Latin letters."""
    return _LATIN.fullmatch(text) is not None


def _plain(word: str) -> str:
    """Give a word without capitals throughout, but for short ones that may be letters: "NIMR" is Nimr, "SMP" stays."""
    if word.lower().strip(".,") in _SMALL:
        return word.lower()
    if not word.isupper() or (len(word) <= 3 and not re.search("[AEIOUY]", word)) or any(map(str.isdigit, word)):
        return word
    return "-".join(part.lower() if part.lower() in _SMALL else part.capitalize() for part in word.split("-"))
