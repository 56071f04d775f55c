"""Pack what rigour knows of names for nongrata.names: legal forms, activity words, numerals, families of names.

make names      fetches the wheel of rigour 1.3.10 and runs  python tables/pack_names.py WHEEL

rigour (https://github.com/opensanctions/rigour) is under the MIT licence, (c) OpenSanctions; its families of people's
names come from Wikidata (CC0). Nothing of rigour runs in Nongrata: its data are read here, once, and packed.
"""

from __future__ import annotations

import ast
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from nongrata.names.scripts import clean, words_of
from nongrata.values import fold
from pack_names_families import packed_families

TABLES = Path(__file__).parent
PACKAGE = TABLES.parent / "src" / "nongrata" / "names"
CREDIT = "rigour 1.3.10 (https://github.com/opensanctions/rigour), MIT, (c) OpenSanctions"
LARGEST_NUMBER = 1000
# In letters, and not in Roman ones: those and the digits are read by rule.
_PLAIN_NUMERAL = re.compile(r"(?!no |[ivxlc]+(?:st|nd|rd|th|d)?$)[a-z]{2,}(?: [a-z]{2,})*")
SHORTEST_GENERIC = 3
SHORTEST_LEGAL = 3  # the forms of two letters are in names.toml: many others are words


def folded(text: str) -> str:
    """Give a text's words as parsing gives them."""
    return " ".join(part for word in words_of(clean(text)) if (part := fold(word).replace(" ", "")))


def legal_forms(modules: dict[str, Any], not_legal: set[str]) -> dict[str, str]:
    """Give each legal form with the symbol of its kind: llc, jsc, lp, …"""
    found: dict[str, str] = {}
    for row in modules["names/org_types.py"]["ORG_TYPES"]:
        own = folded(row.get("compare") or row.get("display") or row["aliases"][0]).replace(" ", "")
        symbol = (row.get("generic") or own).lower()
        for alias in [row.get("display"), row.get("compare"), *row["aliases"]]:
            if alias and len(form := folded(alias)) >= SHORTEST_LEGAL and form not in not_legal:
                found.setdefault(form, symbol)
    return found


def generic_words(modules: dict[str, Any], not_generic: set[str]) -> dict[str, str]:
    """Give each word that says what a body does or is with its meaning."""
    found: dict[str, str] = {}
    for symbol, forms in modules["names/data.py"]["ORG_SYMBOLS"].items():
        for alias in forms:
            form = folded(alias)
            if len(form.replace(" ", "")) >= SHORTEST_GENERIC and form not in not_generic:
                found.setdefault(form, symbol.lower())
    return found


def native_words(modules: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """Give the words of scripts written without spaces: 公司, 銀行, 전자."""
    found: dict[str, tuple[str, str]] = {}
    for row in modules["names/org_types.py"]["ORG_TYPES"]:
        for alias in row["aliases"]:
            if _is_eastern(alias):
                found.setdefault(alias, ("legal", (row.get("generic") or "co").lower()))
    for symbol, forms in modules["names/data.py"]["ORG_SYMBOLS"].items():
        for alias in forms:
            if _is_eastern(alias) and len(alias) > 1:
                found.setdefault(alias, ("legal" if symbol in ("CO", "CORP") else "generic", symbol.lower()))
    return found


def _is_eastern(text: str) -> bool:
    return bool(text) and all("\u3040" <= letter <= "\u9fff" or "\uac00" <= letter <= "\ud7a3" for letter in text)


def numerals(modules: dict[str, Any], not_numbers: set[str]) -> dict[str, str]:
    """Give each numeral and ordinal with its number."""
    found: dict[str, str] = {}
    for number, forms in modules["text/ordinals.py"]["ORDINALS"].items():
        for alias in forms if number <= LARGEST_NUMBER else ():
            form = folded(alias)
            if len(form) > 1 and _PLAIN_NUMERAL.fullmatch(form) and form not in not_numbers and not _is_eastern(alias):
                found.setdefault(form, str(number))
    return found


def native_places(modules: list[dict[str, Any]]) -> dict[str, tuple[str, str]]:
    """Give places in scripts written without spaces."""
    found: dict[str, tuple[str, str]] = {}
    for row in modules:
        for name in [*row["names_strong"], *row.get("names_weak", [])]:
            if _is_eastern(name) and len(name) > 1:
                found.setdefault(name, ("place", row["code"]))
    return found


def places(rows: list[dict[str, Any]]) -> dict[str, str]:
    """Give the names of countries in all languages with the country's code."""
    found: dict[str, str] = {}
    for row in rows:
        if row.get("is_country"):
            for name in [row["name"], row["full_name"], *row["names_strong"]]:
                if len(form := folded(name)) > SHORTEST_GENERIC:
                    found.setdefault(form, row["code"])
    return found


def read_wheel(wheel: Path) -> tuple[dict[str, Any], list[dict[str, Any]], Iterator[str]]:
    """Give the wheel's tables by their file, its territories, and its lines of names."""
    archive = ZipFile(wheel)
    modules = {
        name: _assigned(archive.read(f"rigour/data/{name}").decode())
        for name in ("names/data.py", "names/org_types.py", "text/ordinals.py")
    }
    rows = [json.loads(row) for row in archive.read("rigour/data/territories/data.jsonl").splitlines() if row]
    return modules, rows, iter(archive.read("rigour/data/names/persons.txt").decode().splitlines())


def _assigned(source: str) -> dict[str, Any]:
    """Give the constants of a generated module, without running it."""
    return {
        node.target.id: ast.literal_eval(node.value)
        for node in ast.parse(source).body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None
    }


def packed_words(modules: dict[str, Any], territories: list[dict[str, Any]]) -> str:
    """Give the packed words."""
    table = tomllib.loads((TABLES / "names.toml").read_text("utf-8"))["bodies"]
    packed = {
        "credit": CREDIT,
        "bodies": {
            "legal": legal_forms(modules, set(table["not_legal"].split())),
            "number": numerals(modules, set(table["not_numbers"].split())),
            "place": places(territories),
            "generic": generic_words(modules, set(table["not_generic"].split())),
        },
        "native": native_places(territories) | native_words(modules),
    }
    return json.dumps(packed, ensure_ascii=False, separators=(",", ":")) + "\n"


def main(wheel: Path) -> None:
    """Pack all."""
    modules, territories, names = read_wheel(wheel)
    (PACKAGE / "rigour.json").write_text(packed_words(modules, territories), "utf-8")
    parts = modules["names/data.py"]["PERSON_NAME_PARTS"].values()
    (PACKAGE / "families.bin").write_bytes(packed_families(names, parts))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
