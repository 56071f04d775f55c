"""Pack the words that stand in and beside names, and the names too common to tell anybody by."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

TABLES = Path(__file__).parent


def pack_naming() -> str:
    """Give the naming table as it stands, in a fixed order."""
    table = tomllib.loads((TABLES / "naming.toml").read_text("utf-8"))
    return json.dumps(table, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"


def pack_bodies() -> str:
    """Give the well-known bodies by their names as the news writes them, each with its schema."""
    table = tomllib.loads((TABLES / "bodies.toml").read_text("utf-8"))
    schemata: dict[str, str] = {}
    for schema, row in table.items():
        for name in row["names"]:
            if schemata.setdefault(name, schema) != schema:
                raise ValueError(f"bodies.toml: {name!r} is a {schemata[name]} and a {schema}")
    return json.dumps(schemata, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"


def pack_common_names() -> str:
    """Give all common name tokens, each once, sorted."""
    table = tomllib.loads((TABLES / "common_names.toml").read_text("utf-8"))
    tokens = sorted({token for names in table.values() for token in names.split()})
    return json.dumps(tokens, separators=(",", ":")) + "\n"


def pack_screening_words() -> str:
    """Give the words that tell nobody, by their table's keys."""
    table = tomllib.loads((TABLES / "screening.toml").read_text("utf-8"))
    known = {key: table.pop(key) for key in ("known_bodies", "known_people")}
    lists = {key: sorted(words.split() if isinstance(words, str) else words) for key, words in table.items()}
    return json.dumps({**lists, **known}, separators=(",", ":")) + "\n"
