"""Which publisher's format a file has: told by its content, not by its name."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from nongrata.lists import as_json, ofac_rows, un
from nongrata.lists.files import HEAD_BYTES, decoded, head_of
from nongrata.values import ListError

Format = Literal["ofac", "ofac_alt", "ofac_add", "ofac_comments", "un_xml", "json"]

WANTED = (
    "a list that can be read: OFAC's sdn.csv or cons_prim.csv (with alt, add and comments), "
    "the UN's consolidated.xml, or an export of nongrata"
)
_LAYOUTS: dict[str, Format] = {
    ofac_rows.PRIMARY.role: "ofac",
    ofac_rows.ALT.role: "ofac_alt",
    ofac_rows.ADD.role: "ofac_add",
    ofac_rows.COMMENTS.role: "ofac_comments",
}
_BINARIES = (
    (b"PK\x03\x04", "a zip archive or a spreadsheet"),
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x1f\x8b", "gzip inside gzip"),
    (b"SQLite format 3", "a database"),
)
_ROOT = re.compile(r"<([A-Za-z_][\w.:-]*)")
_TITLE = re.compile(r"<title[^>]*>\s*([^<]{0,80})", re.I)
_PAGE = re.compile(r"<!doctype html|<html\b|<head\b|<body\b", re.I)
# What comes before a root element and may hold "<" of its own.
_PROLOGUE = re.compile(r"(?:\s*(?:<\?.*?\?>|<!--.*?-->))*", re.S)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAList:
    """A file that holds no list that can be read: what it holds instead."""

    found: str


def format_of(path: Path) -> Format:
    """Give the format of a file. Raises ListError, with what was found, for one that holds no list."""
    found = told_by(head_of(path), str(path))
    if isinstance(found, NotAList):
        raise ListError(str(path), found.found, WANTED)
    return found


def told_by(head: bytes, where: str) -> Format | NotAList:
    """Tell the format by the first bytes of a file.

    >>> told_by(b"<!DOCTYPE html><title>503 Service Unavailable</title>", "sdn.csv")
    NotAList(found='a web page (503 Service Unavailable)')
    """
    if not head:
        return NotAList(found="an empty file")
    for magic, name in _BINARIES:
        if head.startswith(magic):
            return NotAList(found=name)
    is_part = len(head) >= HEAD_BYTES
    # A character may be cut in two at the end of the head.
    text = decoded(head[: HEAD_BYTES - HEAD_BYTES % 2], where) if not is_part else _part(head)
    if len(_CONTROLS.findall(text)) > len(text) // 50:
        return NotAList(found="a binary file")
    stripped = text.lstrip()
    if not stripped:
        return NotAList(found="nothing but white space")
    if stripped.startswith("<"):
        return _xml(stripped)
    if stripped.startswith(("{", "[")):
        return _json(stripped)
    layout = ofac_rows.layout_of(text)
    return _LAYOUTS[layout.role] if layout else NotAList(found=f"text that begins {_beginning(stripped)!r}")


def _part(head: bytes) -> str:
    encoding = "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    return head.decode(encoding, errors="replace")


def _xml(text: str) -> Format | NotAList:
    prologue = _PROLOGUE.match(text)
    rest = text[prologue.end() :] if prologue else text
    if _PAGE.search(rest[:2_000]):
        title = _TITLE.search(rest[:4_000])
        return NotAList(found=f"a web page ({' '.join(title[1].split())})" if title else "a web page")
    if "<!DOCTYPE" in rest.upper():
        return NotAList(found="XML with a document type of its own (<!DOCTYPE>)")
    root = _ROOT.search(rest)
    if root and root[1] == un.ROOT:
        return "un_xml"
    return NotAList(found=f"XML that begins with <{root[1][:60]}>" if root else "XML without an element")


def _json(text: str) -> Format | NotAList:
    first = text.split("\n", 1)[0]
    try:
        head = json.loads(first)
    except (ValueError, RecursionError):
        head = None
    if isinstance(head, dict) and head.get("schema") == as_json.FORMAT:
        return "json"
    # The first line of an export also holds its skipped rows, and may be longer than what was looked at.
    if first.startswith(f'{{"schema": "{as_json.FORMAT}"'):
        return "json"
    return NotAList(found="JSON that is not an export of nongrata")


def _beginning(text: str) -> str:
    return " ".join(text[:200].split())[:40]
