"""Pack furniture.toml, agencies.toml and months.toml for nongrata.articles."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from nongrata.values import fold

TABLES = Path(__file__).parent
MODES = ("whole", "labels", "starts", "has")


def pack_furniture() -> str:
    """Give the phrases by kind, without their sources."""
    kinds = tomllib.loads((TABLES / "furniture.toml").read_text("utf-8"))
    return _json({kind: {mode: row[mode] for mode in MODES if mode in row} for kind, row in kinds.items()})


def pack_agencies() -> str:
    """Give the signatures by agency."""
    rows = tomllib.loads((TABLES / "agencies.toml").read_text("utf-8"))["agency"]
    return _json({row["name"]: {"says": row["says"]} for row in rows})


def pack_months() -> str:
    """Give each word for a month with its number; a word that two languages give to different months is an error."""
    numbers: dict[str, int] = {}
    for language, row in tomllib.loads((TABLES / "months.toml").read_text("utf-8")).items():
        for number, words in enumerate(row["months"], start=1):
            for word in map(fold, words.split()):
                if numbers.setdefault(word, number) != number:
                    raise ValueError(f"months.toml, {language}: {word!r} is month {number} and {numbers[word]}")
    return _json(numbers)


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
