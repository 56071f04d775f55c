"""`nongrata lists sync`: fetch official lists, take those that are sound, and say what changed."""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console

from nongrata.lists.catalogue import CatalogueEntry, catalogue_of, chosen_entries, read_catalogue
from nongrata.outputs.aside import progress, say_progress
from nongrata.outputs.lists.words import SCHEMA, add_guard_options, add_json_option, shelf_for
from nongrata.outputs.story.show import READ, SOME_SKIPPED, UNUSABLE, print_json
from nongrata.outputs.terminal_lines import out_console, print_line
from nongrata.outputs.words import list_words
from nongrata.settings import Settings
from nongrata.store.lists.joins import JoinShelf
from nongrata.values import SettingError
from nongrata.values.loading import load

if TYPE_CHECKING:
    from nongrata.store.lists.sync import Synced

_WORDS = {
    "new": ("in use from now on", "bold"),
    "unchanged": ("unchanged", ""),
    "kept": ("kept for its day; a later one stays in use", ""),
    "refused": ("not taken", "bold red"),
}


def add_sync_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `lists sync`."""
    sync = commands.add_parser(
        "sync",
        help="fetch official lists from their publishers",
        description="Fetch official lists from their publishers and use them from now on. A list is asked for only "
        "when it changed; one that comes cut short, is an error page or lost many entries never replaces a good one.",
    )
    sync.add_argument("ids", nargs="*", metavar="ID", help="a list's id (default: all of the catalogue)")
    sync.add_argument("--list", action="store_true", help="show the catalogue, and fetch nothing")
    sync.add_argument("--catalogue", metavar="FILE", help="another catalogue (TOML), for a mirror of your own")
    sync.add_argument(
        "--allow-private", action="store_true", help="let the addresses be of this machine or its network"
    )
    add_guard_options(sync)
    add_json_option(sync, _sync)


def _sync(args: argparse.Namespace, settings: Settings) -> int:
    entries = chosen_entries(_catalogue(args.catalogue), args.ids)
    if args.list:
        return _show_catalogue(entries, as_json=args.json)
    shelf = shelf_for(args, settings)
    # The client of the web takes a while to import.
    options = load("nongrata.store.lists.sync:SyncOptions")(accept=args.accept, allow_private=args.allow_private)
    sync_list = load("nongrata.store.lists.sync:sync_list")
    console = out_console()
    synced: list[Synced] = []
    for entry in entries:
        with say_progress(f"fetching {entry.list_id}") as say:
            synced.append(sync_list(shelf, entry, options, say=say))
        if not args.json:
            _show_one(synced[-1], console)
    with progress("comparing the lists"):
        JoinShelf(settings.home).refresh()
    if args.json:
        print_json({"schema": SCHEMA, "lists": [_row(each) for each in synced]})
    refused = sum(each.outcome == "refused" for each in synced)
    return READ if not refused else UNUSABLE if refused == len(synced) else SOME_SKIPPED


def _catalogue(name: str | None) -> tuple[CatalogueEntry, ...]:
    if name is None:
        return read_catalogue()
    try:
        text = Path(name).read_text("utf-8")
        return catalogue_of(tomllib.loads(text), name)
    except (OSError, UnicodeError, tomllib.TOMLDecodeError) as error:
        found = getattr(error, "strerror", None) or str(error)
        raise SettingError("--catalogue", name, f"a TOML file ({found})") from None


def _show_catalogue(entries: Sequence[CatalogueEntry], *, as_json: bool) -> int:
    if as_json:
        print_json({"schema": SCHEMA, "catalogue": [asdict(entry) for entry in entries]})
        return READ
    console = out_console()
    for entry in entries:
        print_line(f"{entry.list_id}: {entry.title}", console, style="bold")
        print_line(f"  {entry.publisher}; {entry.format}; {entry.rhythm}; licence: {entry.licence}", console)
        for file in entry.files:
            print_line(f"  {file.url}", console)
    return READ


def _show_one(synced: Synced, console: Console) -> None:
    words, style = _WORDS[synced.outcome]
    about = synced.version or synced.before
    if synced.outcome == "refused":
        print_line(f"{synced.entry.list_id}: {words}: {synced.reason}", console, style=style)
        stays = f"{list_words(about)} stays in use" if about else "none is in use yet"
        print_line(f"  {stays}", console)
        return
    print_line(f"{synced.entry.list_id}: {list_words(about) if about else ''}: {words}", console, style=style)
    changes = synced.diff
    if changes is not None:
        told = f"+{len(changes.added):,} −{len(changes.removed):,}, {len(changes.changed):,} changed"
        print_line(
            f"  {told} since version {changes.old.version}  (nongrata lists diff {synced.entry.list_id})", console
        )


def _row(synced: Synced) -> dict[str, Any]:
    changes = synced.diff
    return {
        "list_id": synced.entry.list_id,
        "outcome": synced.outcome,
        "version": None if synced.version is None else asdict(synced.version),
        "before": None if synced.before is None else asdict(synced.before),
        "reason": synced.reason,
        "changes": changes
        and {
            "added": len(changes.added),
            "removed": len(changes.removed),
            "changed": len(changes.changed),
            "renamed": len(changes.renamed),
            "renumbered": len(changes.renumbered),
        },
        "skipped": [asdict(each) for each in synced.skipped],
    }
