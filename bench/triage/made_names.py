"""Names of lists as papers of other languages write them: their order, their spelling, the case a sentence asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_BRACKETS = re.compile(r"\s*\([^()]*\)")
_PATRONYMIC = re.compile(r"(?:вич|вна|ична|івна)$", re.I)
_Endings = Sequence[tuple[str, str]]  # an ending, and what it becomes

# The genitive and the instrumental, by the languages' grammars.
_CASES: Mapping[str, tuple[_Endings, _Endings]] = {
    "ru": (
        (
            ("(ов|ев|ёв|ин|ын)$", r"\1а"),
            ("([сц])кий$", r"\1кого"),
            ("([сц])кая$", r"\1кой"),
            ("(ов|ев|ёв|ин)а$", r"\1ой"),
            ("й$", "я"),
            ("ь$", "я"),
            ("([гкхжшщч])а$", r"\1и"),
            ("а$", "ы"),
            ("я$", "и"),
            ("([бвгджзклмнпрстфхцчшщ])$", r"\1а"),
        ),
        (
            ("(ов|ев|ёв|ин|ын)$", r"\1ым"),
            ("([сц])кий$", r"\1ким"),
            ("([сц])кая$", r"\1кой"),
            ("[йь]$", "ем"),
            ("а$", "ой"),
            ("я$", "ей"),
            ("([жшщчц])$", r"\1ем"),
            ("([бвгдзклмнпрстфх])$", r"\1ом"),
        ),
    ),
    "uk": (
        (
            ("(ов|ев|єв|ін|їн|ин)$", r"\1а"),
            ("([сц])ький$", r"\1ького"),
            ("([сц])ька$", r"\1ької"),
            ("ко$", "ка"),
            ("й$", "я"),
            ("а$", "и"),
            ("я$", "ії"),
            ("([бвгджзклмнпрстфхцчш])$", r"\1а"),
        ),
        (
            ("(ов|ев|єв|ін|їн|ин)$", r"\1им"),
            ("([сц])ький$", r"\1ьким"),
            ("([сц])ька$", r"\1ькою"),
            ("ко$", "ком"),
            ("й$", "єм"),
            ("а$", "ою"),
            ("я$", "єю"),
            ("([бвгджзклмнпрстфхцчш])$", r"\1ом"),
        ),
    ),
    "pl": (
        (("([sc])ki$", r"\1kiego"), ("a$", "y"), ("([bcdfghklłmnprstwzxv])$", r"\1a")),
        (("([sc])ki$", r"\1kim"), ("a$", "ą"), ("([kg])$", r"\1iem"), ("([bcdfhlłmnprstwzxv])$", r"\1em")),
    ),
    "de": ((("([bdfgklmnprtvwy])$", r"\1s"),), ()),
}
_HARMONY = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "e": "i", "i": "i", "ö": "ü", "ü": "ü"}  # of Turkish vowels

_LETTERS = dict(zip("абвгдезийклмнопрстуфыэіґ", "abvgdeziyklmnoprstufyeig", strict=True)) | {"ь": "", "ъ": ""}
_OWN_LETTERS: Mapping[str, Mapping[str, str]] = {
    language: dict(each.split("=") for each in told.split())
    for language, told in (
        ("de", "в=w ж=sch х=ch ц=z ч=tsch ш=sch щ=schtsch ю=ju я=ja ё=jo й=i є=je ї=ji з=s"),
        ("fr", "ж=j х=kh ц=ts ч=tch ш=ch щ=chtch ю=iou я=ia ё=io у=ou й=ï є=ie ї=ï"),
        ("es", "ж=zh х=j ц=ts ч=ch ш=sh щ=sch ю=yu я=ya ё=io й=i є=ye ї=yi"),
        ("tr", "ж=j х=h ц=ts ч=ç ш=ş щ=şç ю=yu я=ya ё=yo є=ye ї=yi"),
        ("pl", "в=w ж=ż х=ch ц=c ч=cz ш=sz щ=szcz ю=ju я=ja ё=jo й=j є=je ї=ji л=ł"),
    )
}
SPELL = frozenset(_OWN_LETTERS)  # languages that write a Cyrillic name by their own ear


def as_news(name: str, *, is_person: bool) -> str:
    """Give a name as the news has it: the given one first, no capitals throughout, no patronymic, nothing in brackets.

    >>> as_news("СЕЧИН Игорь Иванович", is_person=True), as_news("PUTIN, Vladimir", is_person=True)
    ('Игорь Сечин', 'Vladimir Putin')
    """
    bare = _BRACKETS.sub("", name)
    if not is_person:
        return bare
    family, _comma, given = bare.partition(",")
    words = [_plain(word) for word in (*given.split(), *family.split())]
    told = [bool(_PATRONYMIC.search(word)) for word in words]
    if told == [False, False, True]:
        words = [words[1], words[0]]
    elif told == [False, True, False]:
        words = [words[0], words[2]]
    return " ".join(words)


def _plain(word: str) -> str:
    return "-".join(part.capitalize() for part in word.split("-")) if word.isupper() and len(word) > 3 else word


def inflected(name: str, case: int, language: str) -> str:
    """Give a name in the nominative (0), the genitive (1) or the instrumental (2).

    >>> inflected("Игорь Сечин", 2, "ru"), inflected("Vladimir Putin", 1, "tr"), inflected("Igor Setschin", 1, "de")
    ('Игорем Сечиным', 'Vladimir Putin’in', 'Igor Setschins')
    """
    if case == 0 or (language != "tr" and language not in _CASES):
        return name
    if language == "tr":
        vowel = next((_HARMONY[each] for each in reversed(name.lower()) if each in _HARMONY), "i")
        is_open = name[-1:].lower() in _HARMONY
        return (
            f"{name}’{'n' * is_open}{vowel}n"
            if case == 1
            else f"{name}’{'y' * is_open}l{'a' if vowel in 'ıu' else 'e'}"
        )
    *first, last = name.split()
    front = first if language == "de" else [_ended(word, _CASES[language][case - 1]) for word in first]
    return " ".join([*front, _ended(last, _CASES[language][case - 1])])


def _ended(word: str, endings: _Endings) -> str:
    for ending, becomes in endings:
        if re.search(ending, word):
            return re.sub(ending, becomes, word)
    return word


def spelled(name: str, language: str) -> str:
    """Give a Cyrillic name as this language writes it.

    >>> [spelled("Игорь Сечин", language) for language in ("de", "fr", "pl")], spelled("Михаил Жариков", "es")
    (['Igor Setschin', 'Igor Setchine', 'Igor Sieczin'], 'Mijail Zharikov')
    """
    return " ".join("-".join(_spelt(part, language).capitalize() for part in word.split("-")) for word in name.split())


def _spelt(word: str, language: str) -> str:
    letters = {**_LETTERS, **_OWN_LETTERS[language]}
    text = word.lower()
    if language == "pl":  # soft consonants
        text = re.sub("л(?=[ьеиіяюё])", "l", re.sub("(?<=[бвдзмнпрстф])е", "иe", text))
    told = "".join(letters.get(letter, letter) for letter in text)
    told = re.sub("(?:iy|ij|iï|ii|yy|yj)$", "i", told)
    return re.sub("in$", "ine", told) if language == "fr" else told
