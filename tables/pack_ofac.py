"""Pack tables/ofac.toml for lists/publishers/ofac: remarks.py, from_csv.py and numbering.py."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

TABLE = Path(__file__).parent / "ofac.toml"


def pack_ofac() -> str:
    """Give the packed table: label to kind of identifier, the longest label first; legal forms; target types."""
    table = tomllib.loads(TABLE.read_text("utf-8"))
    labels: dict[str, str] = {}
    for kind, words in table["identifiers"].items():
        for word in words:
            if word in labels:
                raise ValueError(f"ofac.toml: {word!r} stands for {labels[word]} and for {kind}")
            labels[word] = kind
    numbers = sorted(table["numbers"].items())
    if [number for _day, number in numbers] != sorted(number for _day, number in numbers):
        raise ValueError("ofac.toml: the numbers don't rise with their days")
    packed = {
        "identifiers": dict(sorted(labels.items(), key=lambda item: (-len(item[0]), item[0]))),
        "forms": table["company"]["forms"],
        "target_types": table["company"]["target_types"],
        "numbers": numbers,
    }
    return json.dumps(packed, ensure_ascii=False, indent=0) + "\n"
