"""Pack the words of claims about sanctions, and the bodies that impose them."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any


def pack_claims() -> str:
    """Give the classes of words, each in the order of the alphabet."""
    return _packed({name: words.split() for name, words in _table()["classes"].items()})


def pack_authorities() -> str:
    """Give the names of bodies, lists and laws by regime, each in the order of the alphabet."""
    return _packed(_table()["bodies"])


def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads(Path(__file__).with_name("claims.toml").read_text("utf-8"))


def _packed(rows: dict[str, list[str]]) -> str:
    packed = {name: sorted(set(words)) for name, words in rows.items()}
    return json.dumps(packed, separators=(",", ":"), sort_keys=True) + "\n"
