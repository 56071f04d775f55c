"""Pack tables/catalogue.toml for lists/catalogue.py."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from nongrata.lists.catalogue import catalogue_of

TABLE = Path(__file__).parent / "catalogue.toml"


def pack_catalogue() -> str:
    """Give the packed catalogue of official lists, all of whose addresses are https."""
    table = tomllib.loads(TABLE.read_text("utf-8"))
    for entry in catalogue_of(table, TABLE.name):
        for file in entry.files:
            if not file.url.startswith("https://"):
                raise ValueError(f"catalogue.toml: {file.url} is not https")
    return json.dumps(table, ensure_ascii=False, indent=0) + "\n"
