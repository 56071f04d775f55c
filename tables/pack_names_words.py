"""Packs names.toml for names/tables.py: titles, particles, nicknames, words of bodies, letters that look alike."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from nongrata.values import fold

TABLES = Path(__file__).parent
_LEGAL = ("jsc", "llc", "co", "corp")
_READINGS = ("hanja_surnames", "hanja_given", "japanese", "burmese", "khmer", "pinyin", "pinyin_surnames")
_PINYIN_IN = tuple(f"{script}_{part}" for script in ("palladius", "hangul") for part in ("firsts", "finals", "alone"))


def pack_names_words() -> str:
    """Give the packed words of names."""
    table = tomllib.loads((TABLES / "names.toml").read_text("utf-8"))
    packed = {
        "titles": {part: _words(table["titles"][part]) for part in ("anywhere", "first", "last")},
        "native": _native(table["east"])
        | {word: ["title", symbol] for word, symbol in _symbols(table["titles"]["native"])},
        "particles": {part: _words(words) for part, words in table["particles"].items()},
        "nicknames": [_words(row) for row in table["nicknames"]["rows"].splitlines() if row],
        "bodies": {
            "particle": dict.fromkeys(table["particles"]["bodies"].split())
            | dict.fromkeys(table["bodies"]["named"], "named"),
            "legal": dict(_symbols(table["bodies"]["legal"])),
            "generic": dict(_symbols(table["bodies"]["generic"])),
            "place": dict(_symbols(table["bodies"]["place_words"])) | _places(),
        },
        "slips": {part: table["bodies"][part].split() for part in ("long_words", "long_words_alone")},
        "same_activity": _same_activity(table["bodies"]["same_activity"]),
        "phrases": {
            phrase: meaning.split()
            for phrase, _equals, meaning in (row.partition("=") for row in table["bodies"]["phrases"])
        },
        "not_phrases": table["bodies"]["not_phrases"],
        "spelled_out": dict(_symbols(table["bodies"]["spelled_out"])),
        "namesake_titles": table["bodies"]["namesake_titles"].split(),
        "body_titles": {part: table["bodies"][f"titles_{part}"].split() for part in ("first", "last")},
        "capitals": dict(_symbols(table["bodies"]["capitals"])),
        "east": {
            "long_surnames": table["east"]["long_surnames"].split(),
            "twin_surnames": table["east"]["twin_surnames"].split(),
            **{part: dict(_symbols(table["east"][part])) for part in ("korean_surnames", *_READINGS, *_PINYIN_IN)},
        },
        "abjad": _abjad(table["abjad"]),
        "lookalikes": table["lookalikes"],
    }
    return json.dumps(packed, ensure_ascii=False, separators=(",", ":")) + "\n"


def _words(text: str) -> list[str]:
    return list(dict.fromkeys(fold(word).replace(" ", "") for word in text.split()))


def _symbols(text: str) -> list[tuple[str, str]]:
    return [(word, symbol) for word, _equals, symbol in (pair.partition("=") for pair in text.split())]


def _native(east: dict[str, Any]) -> dict[str, list[str | None]]:
    """Give the words of bodies in Chinese, Japanese and Korean letters with what they mean."""
    found: dict[str, list[str | None]] = {city: ["place", None] for city in east["cities"].split()}
    for word, place in _symbols(east["countries"]):
        found[word] = ["place", place]
    for row in east["activities"]:
        symbol, *words = row.split()
        for word in words:
            found[word] = ["legal" if symbol in _LEGAL else "generic", symbol]
    return found


def _abjad(rows: dict[str, Any]) -> dict[str, list[str | None]]:
    """Give the words of bodies in Arabic, Persian and Hebrew: the English word, its kind, and its symbol."""
    found: dict[str, list[str | None]] = {word: [form, "word", None] for word, form in _symbols(rows["words"])}
    found |= {word: [place, "place", place] for word, place in _symbols(rows["countries"])}
    for row in rows["activities"]:
        symbol, *words = row.split()
        form = "group" if symbol == "grp" else symbol  # known as a word that tells little
        found |= {word: [form, "legal" if symbol in _LEGAL else "generic", symbol] for word in words}
    return found


def _same_activity(rows: list[str]) -> dict[str, str]:
    """Give each symbol of an activity with the one that stands for all near it, the first in its row."""
    return {symbol: row.split()[0] for row in rows for symbol in row.split()[1:]}


def _places() -> dict[str, str]:
    """Give the names of countries and of their people, with the country's code."""
    table = tomllib.loads((TABLES / "countries.toml").read_text("utf-8"))
    places: dict[str, str] = {}
    row: dict[str, Any]
    for code, row in table["country"].items():
        plain = [row["name"], *row.get("also", []), *row.get("demonyms", []), *row.get("capitals", [])]
        for name in plain:
            if len(key := fold(name).removeprefix("the ")) > 1 and key not in ("us", "in", "pole", "dane"):
                places.setdefault(key, code if name not in row.get("capitals", []) else key)
    return places
