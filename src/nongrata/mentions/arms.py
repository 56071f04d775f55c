"""Weapons and platforms by their common nouns: tanks, chemical weapons, a machine gun. equipment.py has named ones."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib.resources import files
from typing import cast

from nongrata.mentions.record import Equipment, EquipmentKind
from nongrata.values import Span


@lru_cache(maxsize=1)
def _nouns() -> re.Pattern[str]:
    table = json.loads(files("nongrata.mentions").joinpath("equipment.json").read_text("utf-8"))["nouns"]
    kinds = (f"(?P<{kind}>(?:{'|'.join(nouns)})s?)" for kind, nouns in table.items())
    return re.compile(rf"\b(?:{'|'.join(kinds)})\b", re.IGNORECASE)


def find_arms(text: str, within: Span) -> tuple[Equipment, ...]:
    """Give the common nouns of weapons and platforms, in the order of the text.

    >>> words = "They lost two tanks and a heavy machine gun, not a tanker."
    >>> [(item.name, item.kind) for item in find_arms(words, Span(0, len(words)))]
    [('tanks', 'vehicle'), ('heavy machine gun', 'artillery')]
    """
    return tuple(
        Equipment(
            id=arms_id(match[0]),
            name=match[0].lower(),
            span=Span(*match.span()),
            kind=cast("EquipmentKind", match.lastgroup),
        )
        for match in _nouns().finditer(text, within.start, within.end)
    )


def arms_id(name: str) -> str:
    """Give the id of arms by their name, which is the same wherever they stand.

    >>> arms_id("heavy machine gun")
    'heavy-machine-gun'
    """
    return re.sub(r"[\W_]+", "-", name.lower())
