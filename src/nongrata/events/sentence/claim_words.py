"""The words of which claims about sanctions are made, by class."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def _classes() -> dict[str, frozenset[str]]:
    table = json.loads(files("nongrata.events").joinpath("claims.json").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in table.items()}


def is_word(lemma: str, *classes: str) -> bool:
    """Be of one of these classes of words.

    >>> is_word("blacklist", "listing"), is_word("visit", "listing", "measure")
    (True, False)
    """
    known = _classes()
    return any(lemma in known[name] for name in classes)
