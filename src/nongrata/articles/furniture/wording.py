"""What a line says by itself: how long it is, how it ends, its signs, its voice and its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_LENGTHS = (1, 2, 3, 5, 8, 12, 20, 40)  # words
_QUOTED = re.compile(r"[“\"«][^“”\"«»]{2,}[”\"»]|(?<!\w)[‘'][^‘’']{6,}[’'](?!\w)")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_MOST_WORDS = 60  # of a line that are weighed
_CONTENT = 5  # letters of a word that tells what a line is about
_W = r"[^\W\d_a-z][\w.’'-]*"
_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("address", re.compile(r"\S@\S|\w+://|www\.|@\w")),
    ("bar", re.compile(r"\s[|•·›»/]\s|\|")),
    ("bracket", re.compile(r"^[(\[].*[)\]]$|[)\]]$")),
    ("bracket of names", re.compile(rf"[(\[]{_W}(?:(?:[:/,&] ?| ){_W}){{0,5}}[)\]]\.?$")),
    ("signed end", re.compile(rf"[.!?”’\"')]\s?{_W}(?:[ /](?:{_W}|\(\w+\))){{0,4}}$")),
    ("colon", re.compile(r"^[^.:]{2,30}:\s")),
    ("credit", re.compile(r"[A-Za-z]/[A-Z]|©|\b[Pp]hoto|\bPHOTO|\b[Ii]mage\b|\b[Pp]icture")),
    ("day", re.compile(r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|20\d\d)\b", re.I)),
    ("digit", re.compile(r"\d")),
    ("figures", re.compile(r"^[\W\d]+$|^\d")),
    ("list sign", re.compile(r"^(?:[-–•*▪·]|\d{1,2}[.)])\s")),
    ("heading sign", re.compile(r"^(?:#{1,4}\s|\*\*)")),
    ("hash", re.compile(r"^#|\s#\w")),
    ("past", re.compile(r"\b(?:\w{3,}ed|was|were|had|did|told|made|took|went|came|met|held|found|sent|sold|bought)\b")),
    ("present", re.compile(r"\b(?:is|are|has|have|does|do)\b")),
    ("price", re.compile(r"[$€£₹¥]\s?\d")),
    ("said", re.compile(r"\b(?:said|says|told|according to|announced|added|warned|reported|wrote|denied|declined)\b")),
    ("shows", re.compile(r"\b\w{3,}[^s\W]s\b (?:a|an|the|at|in|on|with|to|during|outside|near|hands|past|along)\b")),
    ("slash", re.compile(r"\w/\w")),
)
_TOKEN = re.compile(r"\w+")
# Who is spoken of: where a story itself often does so, it tells nothing. "You" is told in capitals, too.
_VOICES: tuple[tuple[str, frozenset[str]], ...] = (
    ("you", frozenset({"you", "your", "yours"})),
    ("we", frozenset({"we", "our", "ours", "us"})),
    ("i", frozenset({"I", "my", "me"})),
)
_SPEAKERS = frozenset({"you", "your", "yours", "we", "our", "ours", "us", "i", "my", "me"})


def size_of(line: str) -> str:
    """Give a line's length in words, as one of a few."""
    count = len(line.split())
    return f"{next((most for most in _LENGTHS if count <= most), 'many')}w"


def end_of(line: str) -> str:
    """Give the sign at a line's end, behind quotes and brackets."""
    bare = line.rstrip("\"'”’)] ")
    last = bare[-1:] or line[-1:]
    return last if last in ".!?:;,…" else "digit" if last.isdigit() else "word"


def signs_in(line: str, size: str) -> Iterator[str]:
    """Give the signs in a line outside quotations, each alone and with the line's length."""
    bare = _QUOTED.sub(" ", line)
    for name, sign in _SIGNS:
        if sign.search(bare):
            yield f"has {name}"
            yield f"{size} has {name}"
    if bare != line:
        yield "has quote"
        yield f"{size} has quote"


def voices_in(line: str) -> list[str]:
    """Give in whose name a line speaks, or to whom."""
    words = set(_TOKEN.findall(_QUOTED.sub(" ", line)))
    words |= {word.lower() for word in words if word[0] in "Yy"}
    return [name for name, voice in _VOICES if not voice.isdisjoint(words)]


def case_of(line: str) -> Iterator[str]:
    """Give how a line uses capitals, where that tells."""
    words = _WORD.findall(line)
    capital = sum(word[0].isupper() for word in words if len(word) > 3)
    long = sum(len(word) > 3 for word in words)
    if line.isupper():
        yield "case all"
    elif line[:1].islower():
        yield "case lower"
    elif long > 2 and capital == long:
        yield "case title"
    elif long > 2 and capital * 3 > long * 2:
        yield "case mostly"


def words_of(line: str) -> Iterator[str]:
    """Give the words outside quotations, each once, and the first two as what the line opens with."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(_QUOTED.sub(" ", line))[:_MOST_WORDS]]
    words = [word for word in words if word not in _SPEAKERS]
    yield from (f"word {word}" for word in sorted(set(words)))
    yield from (f"pair {a} {b}" for a, b in sorted(set(pairwise(words))))
    yield from (f"opens {' '.join(words[:count])}" for count in (1, 2) if len(words) >= count)


def content_of(line: str, *, least: int = _CONTENT) -> frozenset[str]:
    """Give the words that tell what a line is about."""
    return frozenset(word.lower() for word in _WORD.findall(line) if len(word) >= least)
