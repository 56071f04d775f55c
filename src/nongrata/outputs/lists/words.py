"""What the commands of `lists` share: a list's version in words and as JSON, and lines that are safe to show."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Console

from nongrata.outputs.terminal_lines import print_line
from nongrata.settings import Settings
from nongrata.store import Kept, ListShelf
from nongrata.values import SettingError, Skipped

SCHEMA = "nongrata/lists/1"
NO_LISTS = (
    "no lists added yet: the starter list is used. Add official ones:  nongrata lists sync  or  lists add sdn.csv"
)
_SHOWN = 5  # notes on one list; the others are counted
_SCHEMAS = {  # one, several
    "Person": ("person", "people"),
    "Company": ("company", "companies"),
    "LegalEntity": ("other entity", "other entities"),
    "Organization": ("organisation", "organisations"),
    "PublicBody": ("public body", "public bodies"),
    "Vessel": ("vessel", "vessels"),
    "Airplane": ("aircraft", "aircraft"),
    "CryptoWallet": ("wallet", "wallets"),
}

Work = Callable[[argparse.Namespace, Settings], int]


def add_json_option(parser: argparse.ArgumentParser, run: Work) -> None:
    """Register `--json`, and what the command does."""
    parser.add_argument("--json", action="store_true", help=f"print JSON ({SCHEMA})")
    parser.set_defaults(run=run)


def add_guard_options(parser: argparse.ArgumentParser) -> None:
    """Register what decides whether a list that shrank is taken."""
    parser.add_argument("--accept", action="store_true", help="take a list that lost many entries, or is an older one")
    parser.add_argument(
        "--max-lost", metavar="PERCENT", help="how many of its entries a list may lose (default 5; --accept: any)"
    )


def shelf_for(args: argparse.Namespace, settings: Settings) -> ListShelf:
    """Give the shelf, with the share that a list may lose where one is told."""
    if args.max_lost is None:
        return ListShelf(settings.home)
    told = args.max_lost.removesuffix("%")
    if not told.replace(".", "", 1).isdecimal() or not 0 <= float(told) <= 100:
        raise SettingError("--max-lost", args.max_lost, "a number from 0 to 100")
    return ListShelf(settings.home, max_lost=float(told) / 100)


def known_ids(shelf: ListShelf, asked: Sequence[str]) -> tuple[str, ...]:
    """Give the ids asked for, all for none. Raises SettingError for one that is not on the shelf."""
    ids = shelf.list_ids()
    for list_id in asked:
        if list_id not in ids:
            raise SettingError("list id", list_id, f"one of {', '.join(ids)}" if ids else "a list that was added")
    return tuple(dict.fromkeys(asked)) or ids


def counts_in_words(schemas: dict[str, int]) -> str:
    """Give the counts by kind in words.

    >>> counts_in_words({"Person": 1, "Company": 1200})
    '1 person, 1,200 companies'
    """
    parts = []
    for schema, count in schemas.items():
        one, several = _SCHEMAS.get(schema, (schema, schema))
        parts.append(f"{count:,} {one if count == 1 else several}")
    return ", ".join(parts)


def print_notes(skipped: Sequence[Skipped], console: Console) -> None:
    """Show what could not be used of a list."""
    for each in skipped[:_SHOWN]:
        print_line(f"  note: {each.item}: {each.reason}", console, style="yellow")
    if len(skipped) > _SHOWN:
        print_line(f"  and {len(skipped) - _SHOWN} more notes (--json shows all)", console, style="yellow")


def row_of(kept: Kept, skipped: Sequence[Skipped] | None = None) -> dict[str, Any]:
    """Give a kept version as JSON."""
    row = {
        **asdict(kept.version),
        "snapshot": kept.snapshot,
        "is_current": kept.is_current,
        **asdict(kept.addition),
        "schemas": kept.schemas,
        "programs": kept.programs,
        "publishers": kept.publishers,
        "parser": kept.parser,
        "raw": [asdict(each) for each in kept.raw],
        "skipped_rows": kept.skipped,
    }
    if skipped is not None:
        row["skipped"] = [asdict(each) for each in skipped]
    return row
