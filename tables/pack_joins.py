"""Pack tables/joins.toml for lists/joins/words.py."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

TABLE = Path(__file__).parent / "joins.toml"


def pack_joins() -> str:
    """Give the packed table: legal form to its kind, word to the word it is alike, word to families of programmes."""
    table = tomllib.loads(TABLE.read_text("utf-8"))
    forms: dict[str, str] = {}
    for kind, names in table["forms"].items():
        for name in names:
            if forms.setdefault(name, kind) != kind:
                raise ValueError(f"joins.toml: {name!r} is {forms[name]} and {kind}")
    families: dict[str, list[str]] = {}
    for family, words in table["families"].items():
        for word in dict.fromkeys(words.split()):
            families.setdefault(word, []).append(family)
    alike = {word: row.split()[0] for row in table["alike"]["words"] for word in row.split()[1:]}
    packed = {
        "forms": forms,
        "alike": alike,
        "families": families,
        "weak_office": sorted(table["office"]["weak"].split()),
        "titles": sorted(table["person"]["titles"].split()),
        "kunya": sorted(table["person"]["kunya"].split()),
    }
    return json.dumps(packed, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"
