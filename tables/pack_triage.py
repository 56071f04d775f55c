"""Pack the words of the first look at a page."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

TABLES = Path(__file__).parent


def pack_triage() -> str:
    """Give the packed words, each kind as one line."""
    table = tomllib.loads((TABLES / "triage.toml").read_text("utf-8"))
    packed = {name: " ".join(words.split()) for name, words in table.items()}
    return json.dumps(packed, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"
