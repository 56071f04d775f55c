"""Pack tables/japan.toml for lists/publishers/mof.py."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

TABLE = Path(__file__).parent / "japan.toml"


def pack_japan() -> str:
    """Give the packed table: the head of a column to our name for it; the name of a country to its code."""
    table = tomllib.loads(TABLE.read_text("utf-8"))
    packed: dict[str, dict[str, str]] = {}
    for part in ("columns", "countries"):
        packed[part] = {}
        for means, said in table[part].items():
            for name in said:
                if packed[part].setdefault(name, means) != means:
                    raise ValueError(f"japan.toml: {name!r} stands for {packed[part][name]} and for {means}")
    return json.dumps(packed, ensure_ascii=False, indent=0, sort_keys=True) + "\n"
