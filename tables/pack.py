"""Pack the reviewed tables into the JSON files that the package reads.

python tables/pack.py            packs all
python tables/pack.py --check    says which packed files are out of date, and exits 1
"""

from __future__ import annotations

import json
import sys
import tomllib
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, cast

from nongrata.values import fold
from nongrata.values.loading import load
from pack_articles import pack_agencies, pack_furniture, pack_months
from pack_claims import pack_authorities, pack_claims
from pack_columns import pack_columns
from pack_ftm import pack_ftm
from pack_japan import pack_japan
from pack_joins import pack_joins
from pack_names_words import pack_names_words
from pack_naming import pack_bodies, pack_common_names, pack_naming, pack_screening_words
from pack_ofac import pack_ofac
from pack_programmes import pack_programmes
from pack_starter import pack_starter
from pack_telling import pack_telling
from pack_triage import pack_triage

TABLES = Path(__file__).parent
PACKAGE = TABLES.parent / "src" / "nongrata"
# Swiss, Spanish, French, Chinese, Kyrgyz, Frenchman
NO_PLAIN_PLURAL = ("s", "sh", "ch", "se", "z", "hman", "hmen", "hwoman")


def pack_countries() -> str:
    """Give the packed countries: names with a middle point, folded keys, and words with their meaning."""
    table = tomllib.loads((TABLES / "countries.toml").read_text("utf-8"))
    names: dict[str, tuple[str, float, float]] = {}
    keys: dict[str, str] = {}
    words: dict[str, tuple[str, str, bool]] = {}
    for code, row in table["country"].items():
        names[code] = (row["name"], *row["at"])
        for name in [row["name"], *row.get("also", []), *row.get("listed_as", [])]:
            _add(keys, fold(name), code)
        for word, kind in _words_of(row):
            if words.get(word, (code,))[0] != code:
                raise ValueError(f"countries.toml: {word!r} stands for {words[word][0]} and for {code}")
            words.setdefault(word, (code, kind, word in row.get("ambiguous", [])))
    packed = {"names": names, "keys": keys, "words": words, "not_countries": table["not_countries"]}
    return json.dumps(packed, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"


def _add(keys: dict[str, str], key: str, code: str) -> None:
    if keys.setdefault(key, code) != code:
        raise ValueError(f"countries.toml: {key!r} stands for {keys[key]} and for {code}")


def _words_of(row: dict[str, Any]) -> list[tuple[str, str]]:
    """Give each word with its kind, the stronger kind first: Luxembourg is a country before it is a capital."""
    demonyms = row.get("demonyms", [])
    plurals = [f"{word}s" for word in demonyms if not word.endswith(NO_PLAIN_PLURAL)]
    words = [(word, "name") for word in [row["name"], *row.get("also", [])]]
    words += [(word, "demonym") for word in [*demonyms, *plurals] if word not in (row["name"], *row.get("also", []))]
    words += [(word, "capital") for word in row.get("capitals", [])]
    words += [(word, "seat") for word in row.get("seats", [])]
    return words + [(plain, kind) for word, kind in words if (plain := _without_accents(word)) != word]


def _without_accents(word: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


def pack_verbs() -> str:
    """Give the packed verb table, every type, mode and context of which is PLOVER's and no class is missing."""
    table = tomllib.loads((TABLES / "verbs.toml").read_text("utf-8"))
    for part in ("classes", "actors", "deeds"):
        table[part] = {name: nouns.split() for name, nouns in table[part].items()}
    for row in [*table["frame"], *table["phrase"]]:
        if row["type"] not in table["plover"] or row.get("mode", "") not in ["", *table["plover"][row["type"]].split()]:
            raise ValueError(f"verbs.toml: {row['type']} {row.get('mode')} is not PLOVER's: {row}")
        if unknown := set(row.get("context", [])) - set(table["plover"]["contexts"].split()):
            raise ValueError(f"verbs.toml: no such context {unknown}: {row}")
    table["clues"] = {
        where: {word: kind for kind, words in rows.items() for word in words.split()}
        for where, rows in table["clues"].items()
    }
    packed = {part: table[part] for part in ("classes", "actors", "deeds", "clues", "frame", "phrase", "embedding")}
    return json.dumps(packed, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"


def pack_plover() -> str:
    """Give the packed codes of the event-data formats; every type of the verb table has its code."""
    table = tomllib.loads((TABLES / "plover.toml").read_text("utf-8"))
    types = tomllib.loads((TABLES / "verbs.toml").read_text("utf-8"))["plover"].keys() - {"contexts"}
    if missing := types ^ table["types"].keys():
        raise ValueError(f"plover.toml: {sorted(missing)} are types of one table only")
    alpha3 = dict(pair.split("=") for pair in table["alpha3"].split())
    packed = {"alpha3": alpha3, "types": table["types"], "sectors": table["sectors"]}
    return json.dumps(packed, separators=(",", ":"), sort_keys=True) + "\n"


def pack_sites() -> str:
    """Give the packed places that a list of cities lacks, and the words that tell how a place is meant."""
    table = tomllib.loads((TABLES / "places.toml").read_text("utf-8"))
    doubtful, lists = set(table.pop("doubtful")), {name: words.split() for name, words in table.pop("words").items()}
    rows: list[tuple[str, str, str | None, float, float]] = []
    spellings: dict[str, tuple[list[int], bool]] = {}
    for kind, part in table.items():
        for country, places in part.items() if kind in ("region", "site") else [(None, part)]:
            for names, (lat, lon) in places.items():
                first, *others = (name.strip() for name in names.split("|"))
                for name in (first, *others):
                    spellings.setdefault(name, ([], name in doubtful))[0].append(len(rows))
                rows.append((first, kind, country, lat, lon))
    if unknown := doubtful - set(spellings):
        raise ValueError(f"places.toml: doubtful, but in no row: {sorted(unknown)}")
    packed = {"places": rows, "spellings": spellings, "words": lists}
    return json.dumps(packed, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"


def pack_equipment() -> str:
    """Give the packed equipment."""
    return cast(str, load("pack_equipment:pack_equipment")())


def pack_country_names() -> str:
    """Give the packed names of countries in other languages."""
    return cast(str, load("pack_country_names:pack_country_names")())


def pack_catalogue() -> str:
    """Give the packed catalogue of official lists."""
    return cast(str, load("pack_catalogue:pack_catalogue")())


# Where the packed file goes, and what gives its text.
PACKERS: Mapping[str, Callable[[], str]] = {
    "rows/columns.json": pack_columns,
    "lists/joins.json": pack_joins,
    "lists/japan.json": pack_japan,
    "lists/ofac.json": pack_ofac,
    "outputs/api/yente/ftm.json": pack_ftm,
    "articles/agencies.json": pack_agencies,
    "articles/furniture.json": pack_furniture,
    "articles/months.json": pack_months,
    "mentions/bodies.json": pack_bodies,
    "mentions/naming.json": pack_naming,
    "mentions/sites.json": pack_sites,
    "names/words.json": pack_names_words,
    "names/telling.json": pack_telling,
    "screening/common_names.json": pack_common_names,
    "screening/programmes.json": pack_programmes,
    "screening/words.json": pack_screening_words,
    "triage/words.json": pack_triage,
    "values/countries.json": pack_countries,
    "events/verbs.json": pack_verbs,
    "events/authorities.json": pack_authorities,
    "events/claims.json": pack_claims,
    "outputs/plover.json": pack_plover,
    "lists/starter.json": pack_starter,
    # Last and loaded late: they ask the package's own modules, which read what is packed above.
    "mentions/equipment.json": pack_equipment,
    "lists/catalogue.json": pack_catalogue,
    "rows/country_names.json": pack_country_names,
}


def out_of_date(package: Path = PACKAGE) -> list[str]:
    """Give the packed files that do not say what their tables say."""
    return [name for name, pack in PACKERS.items() if _is_stale(package / name, pack())]


def _is_stale(path: Path, packed: str) -> bool:
    return not path.exists() or path.read_text("utf-8") != packed


def main(arguments: list[str]) -> int:
    """Pack, or check with --check."""
    if "--check" in arguments:
        stale = out_of_date()
        for name in stale:
            print(f"{name} is out of date: run  python tables/pack.py")
        return 1 if stale else 0
    for name, pack in PACKERS.items():
        packed = pack()
        if _is_stale(PACKAGE / name, packed):
            (PACKAGE / name).write_text(packed, "utf-8")
            print(f"packed {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
