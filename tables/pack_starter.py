"""Pack tables/starter/*.toml for lists/publishers/starter.py."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "starter"
LISTS = FOLDER / "lists.toml"
PARTY_KEYS = {
    "key", "schema", "name", "aliases", "former", "weak", "script", "born", "died", "countries", "gender",
    "positions", "identifiers", "cities", "owners", "linked", "on",
}  # fmt: skip
ROW_KEYS = {"list", "id", "caption", "programs", "since", "until", "page"}


def pack_starter() -> str:
    """Give the packed starter list: one entry a line, owners as the list and id they have in this very list."""
    head = tomllib.loads(LISTS.read_text("utf-8"))
    parties = list(_parties())
    by_key = {party["key"]: party for party in parties}
    if len(by_key) != len(parties):
        raise ValueError("starter: two parties with one key")
    entries = [_entry(party, by_key, head["list"]) for party in sorted(parties, key=lambda party: str(party["key"]))]
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False, separators=(",", ":")) for entry in entries)
    as_of, title = json.dumps(head["as_of"]), json.dumps(head["title"])
    return f'{{"as_of":{as_of},"title":{title},"listings":[\n{lines}\n]}}\n'


def _parties() -> Iterator[dict[str, Any]]:
    for path in sorted(FOLDER.glob("*.toml")):
        if path == LISTS:
            continue
        for party in tomllib.loads(path.read_text("utf-8"))["party"]:
            unknown = set(party) - PARTY_KEYS | {key for row in party["on"] for key in set(row) - ROW_KEYS}
            if unknown:
                raise ValueError(f"{path.name}: {party['key']}: no such field {sorted(unknown)}")
            if not party["on"]:
                raise ValueError(f"{path.name}: {party['key']}: on no list")
            yield party


def _entry(party: dict[str, Any], by_key: dict[str, Any], lists: dict[str, Any]) -> dict[str, Any]:
    entry = {
        "schema": party["schema"],
        "names": _names(party),
        "designations": [_designation(row, lists[row["list"]]) for row in party["on"]],
        "birth_dates": party.get("born"),
        "death_dates": party.get("died"),
        "countries": party.get("countries"),
        "genders": [party["gender"]] if "gender" in party else None,
        "positions": party.get("positions"),
        "identifiers": [text.split(":", 1) for text in party.get("identifiers", [])],
        "cities": party.get("cities"),
        "links": [
            _link(kind, row, party, by_key) for kind in ("owner", "linked") for row in party.get(_plural(kind), [])
        ],
    }
    return {field: value for field, value in entry.items() if value}


def _plural(kind: str) -> str:
    return {"owner": "owners", "linked": "linked"}[kind]


def _names(party: dict[str, Any]) -> list[list[str]]:
    names = [[party["name"], "primary"]]
    for field, kind in (("aliases", "alias"), ("script", "alias"), ("former", "former"), ("weak", "weak")):
        names += [[text, kind] for text in party.get(field, [])]
    return names


def _designation(row: dict[str, Any], about: dict[str, str]) -> dict[str, Any]:
    return {
        "list_id": row["list"],
        "entity_id": row["id"],
        "caption": row["caption"],
        "authority": about["authority"],
        "programs": row.get("programs", []),
        "listed_on": row.get("since"),
        "delisted_on": row.get("until"),
        "source_url": about["home"] if "home" in about and "page" not in row else about["page"].format_map(row),
    }


def _link(kind: str, row: dict[str, str], party: dict[str, Any], by_key: dict[str, Any]) -> dict[str, Any]:
    if row["to"] not in by_key:
        raise ValueError(f"starter: {party['key']}: no party {row['to']!r} to link to")
    to = by_key[row["to"]]
    return {
        "kind": kind,
        "to_name": to["name"],
        "to_id": [to["on"][0]["list"], to["on"][0]["id"]],
        "share": row.get("share"),
        "source": row["source"],
    }
