"""The official lists that can be fetched: who publishes them, where, under what licence, how often (packed table)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from nongrata.lists.as_json import is_list_id
from nongrata.lists.record import ListId
from nongrata.values import SettingError

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,99}")  # of a file in a folder
_WANTED = "[[list]] tables with id, title, publisher and files = [{ name, url }]"


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueFile:
    """One file of a list: under which name it is kept, and where it is."""

    name: str
    url: str
    link: str | None = None  # a pattern: `url` is a page, and the file is what a link there leads to


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueEntry:
    """One list that can be fetched."""

    list_id: ListId
    title: str
    publisher: str
    files: tuple[CatalogueFile, ...]
    page: str = ""
    format: str = ""
    licence: str = ""
    rhythm: str = ""


def read_catalogue() -> tuple[CatalogueEntry, ...]:
    """Give the catalogue that ships in the package."""
    packed = files("nongrata.lists").joinpath("catalogue.json").read_text("utf-8")
    return catalogue_of(json.loads(packed), "catalogue.json")


def catalogue_of(table: Mapping[str, Any], where: str) -> tuple[CatalogueEntry, ...]:
    """Give the lists that a catalogue names. Raises SettingError, with what is wrong, for one that is none."""
    try:
        entries = tuple(_entry(row) for row in table["list"])
    except (KeyError, TypeError, ValueError, AttributeError, re.error) as error:
        raise SettingError("catalogue", where, f"{_WANTED} (found {type(error).__name__}: {error})") from None
    ids = [entry.list_id for entry in entries]
    if len(set(ids)) < len(ids):
        raise SettingError("catalogue", where, "each id once")
    return entries


def chosen_entries(entries: Sequence[CatalogueEntry], ids: Sequence[str]) -> tuple[CatalogueEntry, ...]:
    """Give the entries of these ids, all for none. Raises SettingError for an id that the catalogue lacks."""
    known = {entry.list_id: entry for entry in entries}
    for list_id in ids:
        if list_id not in known:
            raise SettingError("list id", list_id, f"one of {', '.join(known)}")
    return tuple(known[ListId(list_id)] for list_id in dict.fromkeys(ids)) if ids else tuple(entries)


def _entry(row: Mapping[str, Any]) -> CatalogueEntry:
    told = {name: str(row[name]) for name in ("page", "format", "licence", "rhythm") if name in row}
    files_told = tuple(_file(each) for each in row["files"])
    if not is_list_id(row["id"]) or not files_told:
        raise ValueError(f"id {row['id']!r} with {len(files_told)} files")
    return CatalogueEntry(
        list_id=ListId(row["id"]), title=str(row["title"]), publisher=str(row["publisher"]), files=files_told, **told
    )


def _file(row: Mapping[str, Any]) -> CatalogueFile:
    name, url, link = row["name"], row["url"], row.get("link")
    if not _NAME.fullmatch(name):
        raise ValueError(f"file name {name!r}")
    if not url.startswith(("https://", "http://")):
        raise ValueError(f"address {url!r}")
    if link is not None:
        re.compile(link)
    return CatalogueFile(name=name, url=url, link=link)
