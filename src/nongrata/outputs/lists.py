"""`nongrata lists add` and `nongrata lists show`: put official lists on the shelf, and say what is there."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from nongrata.lists import ListFile, find_sources, read_list
from nongrata.outputs.aside import progress
from nongrata.outputs.show import speak_utf8
from nongrata.outputs.words import list_words, one_line
from nongrata.settings import Settings
from nongrata.store import Kept, ListShelf
from nongrata.values import Skipped

SCHEMA = "nongrata/lists/1"
_SHOWN = 5  # notes on one list; the others are counted
_SCHEMAS = {  # one, several
    "Person": ("person", "people"),
    "Company": ("company", "companies"),
    "LegalEntity": ("other entity", "other entities"),
    "Organization": ("organisation", "organisations"),
    "Vessel": ("vessel", "vessels"),
    "Airplane": ("aircraft", "aircraft"),
}
_NONE = "no lists added yet: the starter list is used. Add official ones:  nongrata lists add sdn.csv"


def add_lists_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `lists add` and `lists show`."""
    lists = commands.add_parser("lists", help="add official sanctions lists, and show those in use")
    verbs = lists.add_subparsers(title="commands", metavar="COMMAND", required=True)
    add = verbs.add_parser(
        "add",
        help="add list files as their publishers give them out",
        description="Read list files (OFAC sdn.csv or cons_prim.csv with alt, add and comments beside them, the UN's "
        "consolidated.xml; gzipped or not) and use them from now on. A file that cannot be trusted never replaces a "
        "good one.",
    )
    add.add_argument("files", nargs="+", metavar="FILE", help="a list file, or a folder of them")
    add.add_argument("--dated", metavar="DATE", help="the day of a list that does not tell it, as YYYY-MM-DD")
    add.add_argument("--accept", action="store_true", help="take a list that lost many entries, or is an older one")
    add.set_defaults(run=_add)
    show = verbs.add_parser("show", help="show the lists in use and their kept versions")
    show.set_defaults(run=_show)
    for parser in (add, show):
        parser.add_argument("--json", action="store_true", help=f"print JSON ({SCHEMA})")


def _add(args: argparse.Namespace, settings: Settings) -> int:
    shelf = ListShelf(settings.home)
    read: list[ListFile] = []
    kept: list[Kept] = []
    with progress("reading the lists"):
        sources = find_sources([Path(name) for name in args.files])
        files = [(read_list(source, dated=args.dated), source) for source in sources]
        # By their days, so that of several versions the newest is left in use.
        for file, source in sorted(files, key=lambda each: each[0].version.version):
            shelf.add(file, source.paths, now=datetime.now(UTC), accept=args.accept)
            read.append(file)
            kept.append(_as_kept(shelf, file))
    if args.json:
        _print_json([_row(each, file.skipped) for each, file in zip(kept, read, strict=True)])
        return 0
    console = Console(highlight=False)
    for each, file in zip(kept, read, strict=True):
        in_use = "in use from now on" if each.is_current else "kept for its day; a later one stays in use"
        _print(f"{list_words(each.version)}: {in_use}", console, style="bold")
        _print(f"  {_counts_in_words(each.schemas)}", console)
        _print_notes(file.skipped, console)
    return 0


def _as_kept(shelf: ListShelf, file: ListFile) -> Kept:
    """Find the version just added: the one of these bytes and this day that came last."""
    alike = [each for each in shelf.versions(file.version.list_id) if each.version == file.version]
    return max(alike, key=lambda each: (each.is_current, each.addition.added_at))


def _show(args: argparse.Namespace, settings: Settings) -> int:
    shelf = ListShelf(settings.home)
    kept = [each for list_id in shelf.list_ids() for each in shelf.versions(list_id)]
    if args.json:
        _print_json([_row(each, None) for each in kept])
        return 0
    console = Console(highlight=False)
    if not kept:
        _print(_NONE, console)
    for each in sorted(kept, key=lambda each: (each.version.list_id, not each.is_current)):
        if each.is_current:
            _print(f"{each.version.list_id}: {list_words(each.version)}", console, style="bold")
            _print(f"  {_counts_in_words(each.schemas)}", console)
            forced = ", taken with --accept" if each.addition.was_forced else ""
            _print(f"  added {each.addition.added_at[:10]}{forced}; sha256 {each.version.sha256}", console)
        else:
            _print(f"  also kept: version {each.version.version}, {each.version.entities:,} entries", console)
    return 0


def _counts_in_words(schemas: dict[str, int]) -> str:
    parts = []
    for schema, count in schemas.items():
        one, several = _SCHEMAS.get(schema, (schema, schema))
        parts.append(f"{count:,} {one if count == 1 else several}")
    return ", ".join(parts)


def _print_notes(skipped: Sequence[Skipped], console: Console) -> None:
    for each in skipped[:_SHOWN]:
        _print(f"  note: {each.item}: {each.reason}", console, style="yellow")
    if len(skipped) > _SHOWN:
        _print(f"  and {len(skipped) - _SHOWN} more notes (--json shows all)", console, style="yellow")


def _print(words: str, console: Console, *, style: str = "") -> None:
    indent = " " * (len(words) - len(words.lstrip(" ")))
    console.print(Text(indent + one_line(words), style=style), soft_wrap=True)


def _row(kept: Kept, skipped: Sequence[Skipped] | None) -> dict[str, Any]:
    row = {
        **asdict(kept.version),
        "snapshot": kept.snapshot,
        "is_current": kept.is_current,
        **asdict(kept.addition),
        "schemas": kept.schemas,
        "programs": kept.programs,
        "skipped_rows": kept.skipped,
    }
    if skipped is not None:
        row["skipped"] = [asdict(each) for each in skipped]
    return row


def _print_json(rows: list[dict[str, Any]]) -> None:
    speak_utf8()
    # In ASCII where a file's name is no text: such names are escaped, not written raw.
    text = json.dumps({"schema": SCHEMA, "lists": rows}, ensure_ascii=False, indent=1)
    sys.stdout.write(text.encode("utf-8", errors="backslashreplace").decode() + "\n")
