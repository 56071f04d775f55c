"""Pack what others know of names for nongrata.names: legal forms, activity words, numerals, families, readings.

make names      fetches the wheels named in WHEELS and runs  python tables/pack_names.py FOLDER

None of these packages runs in Nongrata: their data are read here, once, and packed. docs/why/names.md tells the rest.
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

from nongrata.names.reading.scripts import clean, words_of
from nongrata.values import fold
from pack_names_families import packed_families

TABLES = Path(__file__).parent
PACKAGE = TABLES.parent / "src" / "nongrata" / "names"
WHEELS = {
    "rigour": "rigour-1.3.10-py3-none-any.whl",
    "opencc": "opencc_python_reimplemented-0.1.7-py2.py3-none-any.whl",
    "cantonese": "cantonese_romanisation-1.0.5-py3-none-any.whl",
    "nicknames": "nicknames-1.0.1-py3-none-any.whl",
}
CREDIT = (
    "legal forms, words, numerals, places: rigour (MIT, (c) OpenSanctions); simplified letters: OpenCC (Apache-2.0); "
    "Cantonese readings: cantonese-romanisation (MIT); nicknames: nicknames (Apache-2.0, (c) Carlton Northern)"
)
LARGEST_NUMBER = 1000
# In letters, and not in Roman ones: those and the digits are read by rule.
_PLAIN_NUMERAL = re.compile(r"(?!no |[ivxlc]+(?:st|nd|rd|th|d)?$)[a-z]{2,}(?: [a-z]{2,})*")
JAPANESE = "opencc/dictionary/JPVariants.txt"
MOST_READINGS = 6
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


def packed_words(modules: dict[str, Any], territories: list[dict[str, Any]], folder: Path) -> str:
    """Give the packed words."""
    table = tomllib.loads((TABLES / "names.toml").read_text("utf-8"))["bodies"]
    simpler = simplified(folder)
    letters = {ord(full): plain for full, plain in simpler.items()}
    native = native_places(territories) | native_words(modules)
    packed = {
        "credit": CREDIT,
        "bodies": {
            "legal": legal_forms(modules, set(table["not_legal"].split())),
            "number": numerals(modules, set(table["not_numbers"].split())),
            "place": places(territories),
            "generic": generic_words(modules, set(table["not_generic"].split())),
        },
        "native": {word.translate(letters): meaning for word, meaning in native.items()},
        "nicknames": nicknames(folder),
        "simplified": "".join(simpler),
        "simple": "".join(simpler.values()),
        "cantonese": cantonese(folder, simpler),
    }
    return json.dumps(packed, ensure_ascii=False, separators=(",", ":")) + "\n"


def simplified(folder: Path) -> dict[str, str]:
    """Give the Chinese letters of Taiwan, Hong Kong and Japan with those of the mainland."""
    found: dict[str, str] = {}
    for row in _text(folder, "opencc", "opencc/dictionary/TSCharacters.txt").splitlines():
        full, plain = row.split("\t")
        found[full] = plain.split()[0]
    for row in _text(folder, "opencc", JAPANESE).splitlines():
        full, japanese = row.split("\t")
        for each in japanese.split():
            found.setdefault(each, found.get(full, full))
    return {full: plain for full, plain in found.items() if full != plain and len(full) == len(plain) == 1}


def cantonese(folder: Path, simpler: dict[str, str]) -> dict[str, str]:
    """Give the common Chinese letters with their sounds in Hong Kong's names; those of the letter written there first.

    Not those of Japan's letters, some of which are other letters in Hong Kong: 豊 is no 豐 there.
    """
    rows = json.loads(_text(folder, "cantonese", "cantoroman/data/charToRoman.json"))
    of_japan = {row.split("\t")[1] for row in _text(folder, "opencc", JAPANESE).splitlines()}
    found: dict[str, dict[str, None]] = {}
    for letter, readings in sorted(rows.items(), key=lambda row: row[0] not in simpler):
        plain = simpler.get(letter, letter)
        if readings and _is_common(plain) and (letter == plain or letter not in of_japan):
            found.setdefault(plain, {}).update(dict.fromkeys(readings))
    return {letter: "/".join([*readings][:MOST_READINGS]) for letter, readings in found.items()}


def _is_common(letter: str) -> bool:
    try:
        return bool(letter.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def nicknames(folder: Path) -> list[list[str]]:
    """Give each name with those that people who bear it are called by."""
    found: dict[str, list[str]] = {}
    for row in _text(folder, "nicknames", "nicknames/names.csv").splitlines()[1:]:
        name, _has, nickname = row.split(",")
        found.setdefault(name, [name]).append(nickname)
    return [[fold(name).replace(" ", "") for name in row] for row in found.values()]


def _text(folder: Path, package: str, name: str) -> str:
    return ZipFile(folder / WHEELS[package]).read(name).decode("utf-8-sig")


def main(folder: Path) -> None:
    """Pack all."""
    modules, territories, names = read_wheel(folder / WHEELS["rigour"])
    (PACKAGE / "gathered.json").write_text(packed_words(modules, territories, folder), "utf-8")
    parts = modules["names/data.py"]["PERSON_NAME_PARTS"].values()
    simpler = {ord(full): plain for full, plain in simplified(folder).items()}
    lines = (line.translate(simpler) for line in names)
    (PACKAGE / "families.bin").write_bytes(
        packed_families(lines, ([each.translate(simpler) for each in row] for row in parts))
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
