"""How telling a word of a name is: how few parties bear it."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import resources

Weigh = Callable[[str], float]  # 0 (everybody has it) to 1 (it tells who is meant)

_TABLE = json.loads(resources.files("nongrata.names").joinpath("telling.json").read_text("utf-8"))
_WEIGHTS = {word: float(weight) for weight, words in _TABLE["weights"].items() for word in words.split()}
HOLLOW: frozenset[str] = frozenset(_TABLE["hollow"])  # words that make no other company of it
CITIES: frozenset[str] = frozenset(city.replace("-", " ") for city in _TABLE["cities"].split())
OFFICES: tuple[str, ...] = tuple(_TABLE["offices"])  # how titles of office begin
SKIPPED: frozenset[str] = frozenset(_TABLE["skipped"])  # words that an acronym leaves out
_SHORT = {1: 0.3, 2: 0.6, 3: 0.8}  # what an unknown word of few letters weighs: many others are near it


def telling(word: str) -> float:
    """Weigh a folded word by how common it is among listed parties and in a census; an unknown word weighs 1.

    >>> telling("garcia") < 0.6 < telling("deripaska")
    True
    """
    return _WEIGHTS.get(word) or _SHORT.get(len(word), 1.0)
