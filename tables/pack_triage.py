"""Pack the words of the first look at a page."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

TABLES = Path(__file__).parent


def pack_triage() -> str:
    """Give the packed words, each kind as one line."""
    table = tomllib.loads((TABLES / "triage.toml").read_text("utf-8"))
    packed = {name: _packed(told) for name, told in table.items()}
    return json.dumps(packed, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"


def _packed(told: str | dict[str, str]) -> str | dict[str, str]:
    if isinstance(told, str):
        return " ".join(told.split())
    return {name: " ".join(words.split()) for name, words in told.items()}
