"""The set phrases of news pages, from tables/furniture.toml and tables/agencies.toml."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import get_args

from nongrata.articles.record import FurnitureKind

_BULLETS = "*•∙·●▪►▶▸»›>→–—-|#_=~+✱★☆📷🔴 \t\u00a0"
_TAIL = re.compile(r"[\s\d()\[\]:.,!?…»›>→|*+–—-]+$")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """One kind's phrases, as patterns over a plain line."""

    whole: frozenset[str]
    labels: re.Pattern[str]
    starts: re.Pattern[str]
    has: re.Pattern[str]


def plain_line(text: str) -> str:
    """Give a line in lower case, with straight quotes, single spaces and no bullet.

    >>> plain_line("►  Don’t  miss: the match")
    "don't miss: the match"
    """
    return " ".join(text.translate(_QUOTES).lower().lstrip(_BULLETS).split())


def bare_line(plain: str) -> str:
    """Give a plain line without the numbers and signs at its end: "comments (12)" is "comments"."""
    return _TAIL.sub("", plain.lstrip("(["))


def _read(name: str) -> Mapping[str, Mapping[str, list[str]]]:
    text = files("nongrata.articles").joinpath(name).read_text("utf-8")
    packed: Mapping[str, Mapping[str, list[str]]] = json.loads(text)
    return packed


def _phrases(rows: Mapping[str, list[str]]) -> Phrases:
    return Phrases(
        whole=frozenset(rows.get("whole", ())),
        labels=_pattern(rows.get("labels", ()), before="", after=r"\s*(?:[:|–—>»]|-\s|$)"),
        starts=_pattern(rows.get("starts", ()), before="", after=r"(?!\w)"),
        has=_pattern(rows.get("has", ()), before=r"(?<!\w)", after=r"(?!\w)"),
    )


def _pattern(words: Iterable[str], *, before: str, after: str) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    if not longest_first:
        return _NEVER
    return re.compile(f"{before}(?:{'|'.join(map(re.escape, longest_first))}){after}")


_FURNITURE = _read("furniture.json")
PHRASES: Mapping[FurnitureKind, Phrases] = {
    kind: _phrases(_FURNITURE.get(kind, {})) for kind in get_args(FurnitureKind)
}
AGENCIES: Mapping[str, str] = {says: name for name, row in _read("agencies.json").items() for says in row["says"]}
