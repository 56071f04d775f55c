"""The packed tables of words and letters, read once."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any
from unicodedata import normalize

from nongrata.names.abjads import plain_abjad
from nongrata.names.record import TokenKind

Meaning = tuple[TokenKind, str | None]
Letters = dict[int, str]


@dataclass(frozen=True, slots=True)
class Lookalikes:
    """Letters for those that they look like, as str.translate takes them."""

    to_latin: Letters
    to_cyrillic: Letters
    other: Letters
    digits: Letters


@dataclass(frozen=True, slots=True)
class Phrases:
    """Words and sequences of words with what they mean."""

    words: dict[str, Meaning]
    longer: dict[str, tuple[tuple[tuple[str, ...], Meaning], ...]]  # by the first word, the longest first


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables."""

    lookalikes: Lookalikes
    bodies: Phrases
    long_words: tuple[str, ...]  # of legal forms, recognised with a slip within a longer form
    long_words_alone: frozenset[str]  # and these alone
    spelled_out: dict[str, tuple[str, ...]]  # abbreviations of what a body is: NPO
    namesake_titles: frozenset[str]  # of people whom bodies are named after
    body_titles: tuple[frozenset[str], frozenset[str]]  # before and behind a body's name
    native: dict[str, Meaning]  # words in scripts that are written without spaces, and titles
    abjad: dict[str, tuple[str, Meaning]]  # words of bodies in Arabic and Hebrew letters, as English has them
    titles: frozenset[str]
    first_titles: frozenset[str]
    last_titles: frozenset[str]
    particles: frozenset[str]
    tied_particles: frozenset[str]
    nicknames: dict[str, frozenset[int]]
    long_surnames: frozenset[str]  # of two Chinese or Korean letters
    korean_surnames: dict[str, tuple[str, ...]]  # in their spellings, the likeliest first
    hanja: tuple[dict[str, str], dict[str, str]]  # letters of Korean family names, and of given ones, as they sound
    japanese: dict[str, str]  # what companies are called, as they spell it; in the mainland's letters
    spelled: dict[str, str]  # syllables of Burma, and words of Cambodia, as they are spelled in Latin letters
    twin_surnames: frozenset[frozenset[str]]
    simplified: dict[int, int]  # Chinese letters of Taiwan, Hong Kong and Japan for those of the mainland
    cantonese: dict[str, tuple[str, ...]]  # the readings of each letter
    pinyin_in: dict[str, tuple[dict[str, str], ...]]  # by script: beginnings, ends, and syllables of their own
    pinyin: dict[str, str]  # letters that names read otherwise than texts
    pinyin_surnames: dict[str, str]  # and those that family names do
    narrow: dict[str, str]  # what a word means, where it shares its symbol with near activities: navy, army
    capitals: dict[str, str]  # countries by their letters: US, UAE


@lru_cache(maxsize=1)
def tables() -> Tables:
    """Give the tables."""
    packed, gathered = _read("words.json"), _read("gathered.json")
    simplified = str.maketrans(gathered["simplified"], gathered["simple"])
    return Tables(
        lookalikes=_lookalikes(packed["lookalikes"]),
        bodies=_phrases(
            _meanings((packed["bodies"], gathered["bodies"]), packed["same_activity"], set(packed["not_phrases"]))
            | {phrase: (kind, symbol) for phrase, (kind, symbol) in packed["phrases"].items()}
        ),
        long_words=tuple(dict.fromkeys([*packed["slips"]["long_words"], *packed["slips"]["long_words_alone"]])),
        long_words_alone=frozenset(packed["slips"]["long_words_alone"]),
        spelled_out={short: tuple(whole.split("-")) for short, whole in packed["spelled_out"].items()},
        namesake_titles=frozenset(packed["namesake_titles"]),
        body_titles=(frozenset(packed["body_titles"]["first"]), frozenset(packed["body_titles"]["last"])),
        native=_native(gathered["native"] | packed["native"], packed["same_activity"]),
        abjad={
            plain_abjad(word): (form, (kind, packed["same_activity"].get(symbol, symbol)))
            for word, (form, kind, symbol) in packed["abjad"].items()
        },
        titles=frozenset(packed["titles"]["anywhere"]),
        first_titles=frozenset(packed["titles"]["first"]),
        last_titles=frozenset(packed["titles"]["last"]),
        particles=frozenset(packed["particles"]["people"]),
        tied_particles=frozenset(packed["particles"]["tied"]),
        nicknames=_nicknames([*packed["nicknames"], *gathered["nicknames"]]),
        long_surnames=frozenset(packed["east"]["long_surnames"]),
        korean_surnames={name: tuple(rows.split("/")) for name, rows in packed["east"]["korean_surnames"].items()},
        hanja=(packed["east"]["hanja_surnames"], packed["east"]["hanja_given"]),
        japanese={name.translate(simplified): form for name, form in packed["east"]["japanese"].items()},
        spelled={
            normalize("NFKC", native): form
            for part in ("burmese", "khmer")
            for native, form in packed["east"][part].items()
        },
        twin_surnames=frozenset(frozenset(pair) for pair in packed["east"]["twin_surnames"]),
        simplified=simplified,
        cantonese={letter: tuple(readings.split("/")) for letter, readings in gathered["cantonese"].items()},
        pinyin_in={
            script: tuple(packed["east"][f"{rules}_{part}"] for part in ("firsts", "finals", "alone"))
            for script, rules in (("Cyrillic", "palladius"), ("Hangul", "hangul"))
        },
        pinyin=packed["east"]["pinyin"],
        pinyin_surnames=packed["east"]["pinyin_surnames"],
        capitals=packed["capitals"],
        narrow=_narrow((packed["bodies"], gathered["bodies"]), packed["same_activity"]),
    )


def _read(name: str) -> dict[str, Any]:
    packed: dict[str, Any] = json.loads(files("nongrata.names").joinpath(name).read_text("utf-8"))
    return packed


def _lookalikes(packed: dict[str, str]) -> Lookalikes:
    cyrillic, greek = _pairs(packed["cyrillic"]), _pairs(packed["greek"])
    back: dict[str, str] = {}
    for look, plain in cyrillic:
        back.setdefault(plain, look)
    return Lookalikes(
        to_latin=str.maketrans(dict(greek + cyrillic)),
        to_cyrillic=str.maketrans(back),
        other=str.maketrans(dict(_pairs(packed["other"]))),
        digits=str.maketrans(dict(_pairs(packed["digits"]))),
    )


def _pairs(text: str) -> list[tuple[str, str]]:
    return [(pair[0], pair[1]) for pair in text.split()]


def _meanings(
    tables_of_kinds: tuple[dict[str, dict[str, str | None]], ...], same: dict[str, str], not_phrases: set[str]
) -> dict[str, Meaning]:
    """Give the words and phrases, the first that is told of each; near activities with one symbol."""
    meanings: dict[str, Meaning] = {}
    kind: Any
    for kinds in tables_of_kinds:
        for kind, rows in kinds.items():
            for phrase, symbol in rows.items():
                if phrase not in not_phrases:
                    meanings.setdefault(phrase, (kind, same.get(symbol, symbol) if symbol else symbol))
    _leave_word_by_word(meanings)
    return meanings


def _narrow(tables_of_kinds: tuple[dict[str, dict[str, str | None]], ...], same: dict[str, str]) -> dict[str, str]:
    """Give the words of the activities that others are near to, as one word each, with what they mean by themselves."""
    shared = same.keys() | set(same.values())
    return {
        phrase.replace(" ", ""): symbol
        for kinds in reversed(tables_of_kinds)
        for rows in kinds.values()
        for phrase, symbol in rows.items()
        if symbol in shared
    }


def _native(packed: dict[str, tuple[TokenKind, str | None]], same: dict[str, str]) -> dict[str, Meaning]:
    """Give the words by their meanings, near activities with one symbol; cities and provinces tell by their names."""
    found: dict[str, Meaning] = {}
    for word, (kind, symbol) in packed.items():
        is_within_country = kind == "place" and symbol is not None and "-" in symbol
        found[word] = (kind, None if symbol is None or is_within_country else same.get(symbol, symbol))
    return found


def _phrases(meanings: dict[str, Meaning]) -> Phrases:
    """Give the words by themselves, and the phrases by their first words."""
    longer: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
    for phrase, meaning in meanings.items():
        if " " in phrase:
            parts = tuple(phrase.split())
            longer.setdefault(parts[0], []).append((parts, meaning))
    for found in longer.values():
        found.sort(key=lambda row: -len(row[0]))
    return Phrases(
        {word: meaning for word, meaning in meanings.items() if " " not in word},
        {first: tuple(found) for first, found in longer.items()},
    )


_PLAIN = ("generic", "legal", "particle")


def _leave_word_by_word(meanings: dict[str, Meaning]) -> None:
    """Drop phrases of words that each tell of an activity: as one they could swallow a whole name."""
    plain = {word for word, (kind, _symbol) in meanings.items() if kind in _PLAIN and " " not in word}
    for phrase in [each for each, (kind, _symbol) in meanings.items() if kind == "generic" and " " in each]:
        if plain.issuperset(phrase.split()):
            del meanings[phrase]


def _nicknames(rows: list[list[str]]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, row in enumerate(rows):
        for name in row:
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}
