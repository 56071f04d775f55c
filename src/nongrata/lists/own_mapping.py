"""What the columns of a user's own csv mean, as a small TOML beside it says: watch.toml for watch.csv."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nongrata.lists.as_json import is_list_id
from nongrata.lists.files import text_of
from nongrata.lists.ftm.tables import SUBJECTS
from nongrata.lists.publishers.ofac.remarks import IDENTIFIERS
from nongrata.lists.record import ListId
from nongrata.values import ListError, parse_date

COLUMNS = (
    *("id", "name", "aliases", "former_names", "weak_names", "schema", "birth_date", "birth_place", "death_date"),
    *("country", "gender", "position", "address", "city", "authority", "program", "reason", "url"),
    *("listed_on", "amended_on", "delisted_on", "owner", "linked_to"),
)
KINDS = tuple(sorted({*IDENTIFIERS.values(), "inn", "ogrn", "wallet", "document"}))
_SETTINGS = ("list", "title", "version", "delimiter", "separator", "authority", "schema")
_TABLES = ("columns", "identifiers", "schemas")
_SECTIONS = (*_SETTINGS, *_TABLES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """The list's id and title, and the columns of each field and kind of number."""

    path: Path
    list_id: ListId
    title: str
    version: str | None = None
    delimiter: str = ","
    separator: str = ";"
    authority: str | None = None
    schema: str = "LegalEntity"
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    identifiers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    schemas: Mapping[str, str] = field(default_factory=dict)  # what the csv calls a Person: "P"

    def missing_from(self, header: Sequence[str]) -> list[str]:
        """Give the columns that are named here and are not in the header."""
        known = set(header)
        named = (name for names in (*self.columns.values(), *self.identifiers.values()) for name in names)
        return [name for name in named if name not in known]


def mapping_beside(path: Path) -> Path | None:
    """Give the TOML that says what the columns of this csv mean, or None: it bears the same name, with .toml."""
    name = path.name
    for ending in (".gz", ".csv", ".tsv", ".txt"):
        name = name.removesuffix(ending) if name.lower().endswith(ending) else name
    beside = path.with_name(f"{name}.toml")
    return beside if beside.is_file() else None


def read_mapping(path: Path) -> Meaning:
    """Give what a TOML says. Raises ListError for one that cannot be used, with what was found and wanted."""
    try:
        told = tomllib.loads(text_of(path))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ListError(str(path), f"no TOML ({' '.join(str(error).split())})", "TOML: see docs/how/lists.md") from None
    _known_only(path, told, _SECTIONS, "")
    for name in _TABLES:
        if not isinstance(told.get(name, {}), dict):
            raise ListError(str(path), f"{name} = {told[name]!r}"[:200], f"a table [{name}]")
    columns = _columns(path, told.get("columns", {}), COLUMNS, "columns")
    if "name" not in columns:
        raise ListError(str(path), "no column for the name", 'name = "the column with the name" under [columns]')
    text = {name: _setting(path, name, told[name]) for name in _SETTINGS if name in told}
    return Meaning(
        path=path,
        list_id=_list_id(path, text.get("list", path.stem)),
        title=text.get("title", path.stem),
        version=_version(path, text.get("version")),
        delimiter=_delimiter(path, text.get("delimiter", ",")),
        separator=text.get("separator", ";"),
        authority=text.get("authority"),
        schema=_schema(path, text.get("schema", "LegalEntity")),
        columns=columns,
        identifiers=_columns(path, told.get("identifiers", {}), KINDS, "identifiers"),
        schemas={word: _schema(path, schema) for word, schema in told.get("schemas", {}).items()},
    )


def _known_only(path: Path, found: Mapping[str, Any], known: Sequence[str], where: str) -> None:
    for name in found:
        if name not in known:
            raise ListError(str(path), f"{where}{name[:60]!r}", f"one of {', '.join(known)}")


def _columns(path: Path, told: Mapping[str, Any], known: Sequence[str], section: str) -> dict[str, tuple[str, ...]]:
    _known_only(path, told, known, f"[{section}] ")
    found: dict[str, tuple[str, ...]] = {}
    for name, value in told.items():
        names = value if isinstance(value, list) else [value]
        if not names or not all(isinstance(each, str) and each for each in names):
            raise ListError(str(path), f"[{section}] {name} = {value!r}"[:200], "a column's name, or a list of them")
        found[name] = tuple(names)
    return found


def _setting(path: Path, name: str, value: object) -> str:
    if not isinstance(value, str) or not value or len(value) > 200:
        raise ListError(str(path), f"{name} = {value!r}"[:200], "a text in quotes")
    return value


def _list_id(path: Path, text: str) -> ListId:
    if not is_list_id(text):
        found = f"list = {text[:80]!r}"
        raise ListError(str(path), found, "a plain id: letters, digits, _, . and -, at most 64 of them")
    return ListId(text)


def _version(path: Path, text: str | None) -> str | None:
    day = None if text is None else parse_date(text)
    if text is not None and (day is None or not day.is_exact):
        raise ListError(str(path), f"version = {text!r}", "a day as YYYY-MM-DD")
    return None if day is None else day.text


def _delimiter(path: Path, text: str) -> str:
    text = "\t" if text in ("tab", "\\t") else text
    if len(text) != 1 or text in '"\r\n':
        raise ListError(str(path), f"delimiter = {text!r}", 'one character, such as "," or ";", or "tab"')
    return text


def _schema(path: Path, text: object) -> str:
    if not isinstance(text, str) or text not in SUBJECTS:
        raise ListError(str(path), f"schema {text!r}"[:100], f"one of {', '.join(SUBJECTS)}")
    return SUBJECTS[text]
