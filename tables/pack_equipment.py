"""Pack tables/equipment.toml for mentions/equipment.py."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any, get_args

from nongrata.mentions.equipment_forms import compact
from nongrata.mentions.record import EquipmentKind

TABLE = Path(__file__).parent / "equipment.toml"
KINDS = get_args(EquipmentKind)


def pack_equipment() -> str:
    """Give the packed table: each form without its gaps, with the row that it names."""
    table = tomllib.loads(TABLE.read_text("utf-8"))
    rows: list[list[str]] = []
    forms: dict[str, tuple[int, bool, str]] = {}
    for group in table["group"]:
        if group["kind"] not in KINDS or not re.fullmatch("[a-z]{2}", group["maker_country"]):
            raise ValueError(f"equipment.toml: {group['kind']} {group['maker_country']}: wanted a kind and a country")
        for row in group["rows"]:
            written = [form.strip() for form in row.split("|")]
            rows.append([written[0].rstrip("?"), group["kind"], group["maker_country"]])
            for form in written:
                _add(forms, form, len(rows) - 1, rows)
    packed: dict[str, Any] = {
        "rows": rows,
        "forms": forms,
        "families": _families(table["families"]["rows"]),
        "makers": sorted(table["makers"]["says"], key=lambda maker: (-len(maker), maker)),
        "cues": {kind: words.split() for kind, words in table["cues"].items()},
        "nouns": table["nouns"],
        "others": table["others"]["says"].split(),
        "navies": table["navies"]["prefixes"].split(),
    }
    return json.dumps(packed, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"


def _add(forms: dict[str, tuple[int, bool, str]], form: str, row: int, rows: list[list[str]]) -> None:
    plain = form.rstrip("?")
    known = forms.setdefault(compact(plain).lower(), (row, form.endswith("?"), plain))
    if known[0] != row:
        raise ValueError(f"equipment.toml: {plain!r} stands for {rows[known[0]][0]} and for {rows[row][0]}")


def _families(written: list[str]) -> dict[str, list[tuple[int, int, str, str]]]:
    families: dict[str, list[tuple[int, int, str, str]]] = {}
    for line in written:
        prefix, lowest, highest, kind, country = line.split()
        if kind not in KINDS:
            raise ValueError(f"equipment.toml: family {line!r}: no such kind")
        families.setdefault(prefix, []).append((int(lowest), int(highest), kind, country))
    return families
