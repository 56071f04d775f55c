"""Pack FollowTheMoney's words for kinds of parties and their properties."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

TABLE = Path(__file__).parent / "ftm.toml"


def pack_ftm() -> str:
    """Give the packed table, in the order in which it is shown."""
    table = tomllib.loads(TABLE.read_text("utf-8"))
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n"
