"""Pack the words of claims about sanctions."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path


def pack_claims() -> str:
    """Give the classes of words, each in the order of the alphabet."""
    table = tomllib.loads(Path(__file__).with_name("claims.toml").read_text("utf-8"))
    packed = {name: sorted(set(words.split())) for name, words in table["classes"].items()}
    return json.dumps(packed, separators=(",", ":"), sort_keys=True) + "\n"
