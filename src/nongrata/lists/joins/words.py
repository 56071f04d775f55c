"""Names as keys by which the same name is found on other lists; the words of programmes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from nongrata.lists.record import Listing
from nongrata.values import fold

Key = tuple[str, ...]  # the words of a name, in the order of the alphabet

_TABLE = json.loads(files("nongrata.lists").joinpath("joins.json").read_text("utf-8"))
_FORMS: dict[str, str] = _TABLE["forms"]
_ALIKE: dict[str, str] = _TABLE["alike"]
_FAMILIES: dict[str, list[str]] = _TABLE["families"]
_TITLES = frozenset(_TABLE["titles"])
_KUNYA = frozenset(_TABLE["kunya"])
_TOWN = frozenset(("city", "town", "village", "district", "region", "province", "oblast", "saint", "central"))
WEAK_OFFICE = frozenset(_TABLE["weak_office"])

_FORM = re.compile(r"\b(?:" + "|".join(sorted(_FORMS, key=len, reverse=True)) + r")\b")
_ASIDE = re.compile(r"\s*\([^()]*\)")
_ACRONYM = re.compile(r"\s*\([A-Z0-9&.«»\"“”-]{2,14}\)")  # "(Ethiopia branch)" tells two apart, "(IMU)" does not
_PATRONYMIC = re.compile(
    r"[a-z]{3,}(?:ovich|evich|yevich|jevich|ovych|ovna|evna|yevna|jevna|ivna|ichna|uulu|ogly|oglu|kyzy)$"
)
# One sound in the spellings of several lists; what is left of the vowels tells no two names apart once they are turned.
_SOUNDS = (
    (re.compile(r"shch|sch|stch"), "s"),
    (re.compile(r"kh|gh|q|ck|c(?=[aou])|k"), "k"),
    (re.compile(r"zh|dzh|dj|j(?=[aeou])"), "j"),
    (re.compile(r"ts|tz|tch|ch|cz"), "c"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"w"), "v"),
    (re.compile(r"sh"), "s"),
    (re.compile(r"th"), "t"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"[aeiouyj]+"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


@dataclass(frozen=True, slots=True)
class Names:
    """A party's strong names as keys, each with the name as the list writes it."""

    full: dict[Key, str]
    loose: dict[Key, str]  # without the patronymic, where a name has one
    sounds: dict[Key, str]  # by sound alone: only beside a date or number that agrees
    tokens: frozenset[str]  # the sounds of every word
    patronymics: frozenset[str]
    forms: frozenset[str]  # kinds of legal form
    primary: Key


def names_of(listing: Listing) -> Names:
    """Give the keys of a listing's strong names."""
    person = listing.schema == "Person"
    full: dict[Key, str] = {}
    loose: dict[Key, str] = {}
    sounds: dict[Key, str] = {}
    tokens: set[str] = set()
    patronymics: set[str] = set()
    forms: set[str] = set()
    for name in listing.names:
        words = words_of(name.text, is_person=person)
        tokens.update(filter(None, map(sound_of, words)))
        if name.kind == "weak" or not words:
            continue
        if person:
            fathers = [word for word in _behind_family(name.text, words) if _PATRONYMIC.fullmatch(word)]
            patronymics.update(fathers)
            if len(words) < 2 or (len(words) == 2 and words[0] in _KUNYA):
                continue
            for shorter in _without(words, fathers):
                loose.setdefault(shorter, name.text)
        else:
            forms.update(forms_in(name.text))
        full.setdefault(tuple(sorted(words)), name.text)
        sounded = tuple(sorted(filter(None, map(sound_of, words))))
        if len(sounded) >= 2:
            sounds.setdefault(sounded, name.text)
    first = tuple(sorted(words_of(listing.caption, is_person=person)))
    return Names(full, loose, sounds, frozenset(tokens), frozenset(patronymics), frozenset(forms), first)


def words_of(text: str, *, is_person: bool) -> tuple[str, ...]:
    """Give a name's folded words without titles, legal forms and what stands in brackets.

    >>> words_of("PUBLIC JOINT STOCK COMPANY UNITED AIRCRAFT CORPORATION", is_person=False)
    ('united', 'aircraft', 'corporation')
    """
    folded = fold((_ASIDE if is_person else _ACRONYM).sub("", text) or text)
    if is_person:
        return tuple(word for word in folded.split() if word not in _TITLES)
    bare = _FORM.sub(" ", folded).split()
    return tuple(_ALIKE.get(word, word) for word in bare or folded.split())


def forms_in(text: str) -> Iterator[str]:
    """Give the kinds of legal form that a company's name tells: stock, limited, state.

    >>> list(forms_in("PJSC UAC")), list(forms_in("UAC Ltd"))
    (['stock'], [])
    """
    for match in _FORM.finditer(fold(text)):
        if (kind := _FORMS[match[0]]) != "plain":
            yield kind


@lru_cache(maxsize=65_536)
def sound_of(word: str) -> str:
    """Give a word as it sounds in any Latin spelling of it, roughly: its consonants.

    >>> sound_of("mohammed") == sound_of("muhammad"), sound_of("yuriy") == sound_of("iurii")
    (True, True)
    """
    first = "a" if word[:1] in "aeiouyj" else ""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return first + word


def town_sounds_in(town: str) -> Iterator[str]:
    """Give the words of a folded town that tell it, as they sound, under the town's name of today.

    >>> list(town_sounds_in("st petersburg")) == list(town_sounds_in("saint leningrad"))
    True
    """
    for word in town.split():
        if len(word) >= 4 and word not in _TOWN and len(sound := sound_of(_ALIKE.get(word, word))) >= 2:
            yield sound


@lru_cache(maxsize=4_096)
def families_of(program: str) -> frozenset[str]:
    """Give the causes that a programme serves, so that several publishers' can be told to be of one kind.

    >>> sorted(families_of("RUSSIA-EO14024") & families_of("UKR"))
    ['ru']
    """
    return frozenset(family for word in fold(program).split() for family in _FAMILIES.get(word, ()))


def _behind_family(text: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Give the words that may be a patronymic: not the family name before a comma, and only in a name of three."""
    if len(words) < 3:
        return ()
    _family, comma, given = text.partition(",")
    if not comma:
        return words[1:]
    rest = fold(given).split()
    return tuple(word for word in words if word in rest)


def _without(words: tuple[str, ...], fathers: Iterable[str]) -> Iterator[Key]:
    for father in fathers:
        shorter = tuple(sorted(word for word in words if word != father))
        if len(shorter) >= 2:
            yield shorter
