"""Pack what the heads of columns mean: columns.toml, each word folded as heads are when they are looked up."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from nongrata.values import fold

TABLE = Path(__file__).parent / "columns.toml"


def pack_columns() -> str:
    """Give the packed words: heads by kind, schemata and genders by word; no word may mean two things."""
    table = tomllib.loads(TABLE.read_text("utf-8"))
    packed = {name: _by_word(name, table[name]) for name in ("heads", "schemas", "genders")}
    packed["owners"] = {fold(word): "" for word in table["owners"]}
    return json.dumps(packed, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"


def _by_word(name: str, kinds: Mapping[str, Sequence[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for kind, words in kinds.items():
        for word in words:
            if found.setdefault(fold(word), kind) != kind:
                raise ValueError(f"columns.toml: [{name}] {word!r} is {found[fold(word)]} and {kind}")
    if "" in found:
        raise ValueError(f"columns.toml: [{name}] has a word that folds to nothing, under {found['']}")
    return found
