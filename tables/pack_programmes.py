"""Pack tables/programmes.toml for screening/programmes.py."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

TABLE = Path(__file__).parent / "programmes.toml"


def pack_programmes() -> str:
    """Give the countries of each programme's code, by the publishers' own country."""
    table = tomllib.loads(TABLE.read_text("utf-8"))
    packed = {who: {code: countries.split() for code, countries in codes.items()} for who, codes in table.items()}
    return json.dumps(packed, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"
