"""Which publisher's format a file has: told by its content, not by its name."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from nongrata.lists import as_json
from nongrata.lists.files import HEAD_BYTES, chunks_of, decoded, head_of
from nongrata.lists.publishers.ofac import rows as ofac_rows
from nongrata.lists.table import CSVS, OFAC_PARTS, OURS, OWN_CSV, OWN_MAPPING, RECORDS, ROOTS, SHEETS, Format
from nongrata.values import ListError
from nongrata.values.loading import load

WANTED = (
    "a list as its publisher gives it out (of OFAC, the UN, EU, UK, Switzerland, Canada, Australia, Japan, the US "
    "Consolidated Screening List, OpenSanctions), your own csv with a TOML beside it, or an export of nongrata"
)
_BINARIES = (
    (b"PK\x05\x06", "an empty zip archive"),
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x1f\x8b", "gzip inside gzip"),
    (b"SQLite format 3", "a database"),
)
_ZIP = b"PK\x03\x04"
_ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_TITLE = re.compile(r"<title[^>]*>\s*([^<]{0,80})", re.I)
_PAGE = re.compile(r"<!doctype html|<html\b|<head\b|<body\b", re.I)
# What comes before a root element and may hold "<" of its own.
_PROLOGUE = re.compile(r"(?:\s*(?:<\?.*?\?>|<!--.*?-->))*", re.S)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")
_FIRST_IN_LIST = re.compile(r"\[\s*(?=\{)")
_OWN = (".csv", ".tsv", ".txt")
_DELIMITERS = ",;\t|"
_ROWS = 12  # first rows that are looked at: some publishers put a title and a date above their header
_LONG_HEAD = 4 * 1024 * 1024  # where the first record of a JSON file is longer than the head

_Beginning = TypeVar("_Beginning")


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAList:
    """A file that holds no list that can be read: what it holds instead."""

    found: str


def format_of(path: Path) -> Format:
    """Give the format of a file. Raises ListError, with what was found, for one that holds no list."""
    found = format_in(path)
    if isinstance(found, NotAList):
        raise ListError(str(path), found.found, WANTED)
    return found


def format_in(path: Path) -> Format | NotAList:
    """Give the format of a file, or what it holds instead of a list. Raises ListError for one that cannot be read."""
    head = head_of(path)
    if own := _own(path):
        return own
    if head.startswith(_ZIP):
        return _sheet(path)
    told = told_by(head, str(path))
    if isinstance(told, NotAList) and len(head) >= HEAD_BYTES and head.lstrip()[:1] in (b"{", b"["):
        return _json(_part(_long_head(path)))
    return told


def told_by(head: bytes, where: str) -> Format | NotAList:
    """Tell the format by the first bytes of a file that is no spreadsheet.

    >>> told_by(b"<!DOCTYPE html><title>503 Service Unavailable</title>", "sdn.csv")
    NotAList(found='a web page (503 Service Unavailable)')
    """
    if not head:
        return NotAList(found="an empty file")
    for magic, name in _BINARIES:
        if head.startswith(magic):
            return NotAList(found=name)
    is_part = len(head) >= HEAD_BYTES
    text = _part(head) if is_part else decoded(head, where)
    if len(_CONTROLS.findall(text)) > len(text) // 50:
        return NotAList(found="a binary file")
    stripped = text.lstrip()
    if not stripped:
        return NotAList(found="nothing but white space")
    if stripped.startswith("<"):
        return _xml(stripped)
    if stripped.startswith(("{", "[")):
        return _json(stripped)
    return _csv(stripped)


def _part(head: bytes) -> str:
    """Give the text of a file's beginning, at the end of which a character may be cut in two."""
    encoding = "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    return head.decode(encoding, errors="replace")


def _own(path: Path) -> Format | None:
    """Give the format of a user's own csv, beside which lies a TOML of its name, or of that TOML; else None."""
    name = path.name.lower()
    if name.removesuffix(".gz").endswith(_OWN):
        return OWN_CSV if load("nongrata.lists.own_mapping:mapping_beside")(path) is not None else None
    is_mapping = name.endswith(".toml") and any(
        path.with_name(f"{path.name[:-5]}{ending}{packed}").is_file() for ending in _OWN for packed in ("", ".gz")
    )
    return OWN_MAPPING if is_mapping else None


def _long_head(path: Path) -> bytes:
    return b"".join(islice(chunks_of(path), 16))[:_LONG_HEAD]


def _xml(text: str) -> Format | NotAList:
    prologue = _PROLOGUE.match(text)
    rest = text[prologue.end() :] if prologue else text
    if _PAGE.search(rest[:2_000]):
        title = _TITLE.search(rest[:4_000])
        return NotAList(found=f"a web page ({' '.join(title[1].split())})" if title else "a web page")
    if "<!DOCTYPE" in rest.upper():
        return NotAList(found="XML with a document type of its own (<!DOCTYPE>)")
    root = _ROOT.search(rest)
    if root is None:
        return NotAList(found="XML without an element")
    return ROOTS.get(root[1]) or NotAList(found=f"XML that begins with <{root[1][:60]}>")


def _json(text: str) -> Format | NotAList:
    # The first line of an export also holds its skipped rows, and may be longer than what was looked at.
    if text.startswith(f'{{"schema": "{as_json.FORMAT}"'):
        return OURS
    for record in _first_records(text):
        if record.get("schema") == as_json.FORMAT:
            return OURS
        if found := _first_told(RECORDS, (record,)):
            return found
    return NotAList(found="JSON that is no list known here")


def _first_records(text: str) -> Iterator[Mapping[str, Any]]:
    """Give what may be a list's first record: the first object, and the first one in the first array of objects."""
    starts = [0] if text.startswith("{") else []
    if inner := _FIRST_IN_LIST.search(text):
        starts.append(inner.end())
    for start in starts:
        try:
            record, _ = json.JSONDecoder().raw_decode(text, start)
        except (ValueError, RecursionError):
            continue
        if isinstance(record, dict):
            yield record


def _csv(text: str) -> Format | NotAList:
    lines = text.split("\n")
    part = ofac_rows.layout_of(lines[0] + "\n")
    if part is None:
        headers = (row for delimiter in _DELIMITERS for row in _rows(lines, delimiter))
        found = _first_told(CSVS, headers)
        if found is not None:
            return found
        part = ofac_rows.layout_of(text)
    return OFAC_PARTS[part.role] if part else NotAList(found=f"text that begins {_beginning(text)!r}")


def _rows(lines: Sequence[str], delimiter: str) -> Iterator[list[str]]:
    """Give the first rows that may be a header."""
    if delimiter not in "".join(lines[:_ROWS]):
        return
    try:
        for row in islice(csv.reader(lines[:_ROWS], delimiter=delimiter), _ROWS):
            if len(row) > 1:
                yield [field.strip() for field in row]
    except csv.Error:
        return


def _sheet(path: Path) -> Format | NotAList:
    try:
        rows = list(islice(load("nongrata.lists.sheets:rows_of")(path), _ROWS))
    except ListError as error:
        return NotAList(found=error.found)
    return _first_told(SHEETS, (rows,)) or NotAList(found=f"a spreadsheet that begins {_beginning(_joined(rows))!r}")


def _joined(rows: Sequence[Sequence[str]]) -> str:
    return " ".join(cell for row in rows[:3] for cell in row)


def _first_told(formats: Sequence[Format], beginnings: Iterable[_Beginning]) -> Format | None:
    """Give the first format that knows one of these beginnings as its own."""
    tests: list[tuple[Format, Callable[[_Beginning], bool]]] = [
        (each, load(each.told_by)) for each in formats if each.told_by is not None
    ]
    for beginning in beginnings:
        for each, is_its_own in tests:
            if is_its_own(beginning):
                return each
    return None


def _beginning(text: str) -> str:
    return " ".join(text[:200].split())[:40]
