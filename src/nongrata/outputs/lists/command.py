"""`nongrata lists …`: put official lists on the shelf, say what is there and what changed, keep it sound."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console

from nongrata.lists import ListFile, Source, find_sources, read_list
from nongrata.outputs.aside import progress
from nongrata.outputs.lists.diff import add_diff_command
from nongrata.outputs.lists.export import add_export_command
from nongrata.outputs.lists.joins import add_joins_command
from nongrata.outputs.lists.judge import add_judge_command
from nongrata.outputs.lists.keep import add_keep_commands
from nongrata.outputs.lists.sync import add_sync_command
from nongrata.outputs.lists.words import (
    NO_LISTS,
    SCHEMA,
    add_guard_options,
    add_json_option,
    counts_in_words,
    print_notes,
    row_of,
    shelf_for,
)
from nongrata.outputs.story.show import READ, SOME_SKIPPED, print_json
from nongrata.outputs.terminal_lines import out_console, print_line
from nongrata.outputs.verbs import add_verb
from nongrata.outputs.words import list_words
from nongrata.settings import Settings
from nongrata.store import Kept, ListShelf
from nongrata.store.lists.joins import JoinShelf
from nongrata.values import ListError, Skipped


def add_lists_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `lists` and its commands."""
    lists = add_verb(commands, "lists", "add official sanctions lists, and show those in use")
    verbs = lists.add_subparsers(title="commands", metavar="COMMAND", required=True)
    add_sync_command(verbs)
    add = verbs.add_parser(
        "add",
        help="add list files as their publishers give them out",
        description="Read list files as their publishers give them out (gzipped or not; OFAC's alt, add and comments "
        "beside its sdn.csv are taken too) and use them from now on. A file that cannot be trusted never replaces a "
        "good one.",
    )
    add.add_argument("files", nargs="+", metavar="FILE", help="a list file, or a folder of them")
    add.add_argument("--dated", metavar="DATE", help="the day of a list that does not tell it, as YYYY-MM-DD")
    add_guard_options(add)
    add_json_option(add, _add)
    show = add_verb(verbs, "show", "show the lists in use and their kept versions")
    add_json_option(show, _show)
    add_diff_command(verbs)
    add_export_command(verbs)
    add_keep_commands(verbs)
    add_joins_command(verbs)
    add_judge_command(verbs)


def _add(args: argparse.Namespace, settings: Settings) -> int:
    shelf = shelf_for(args, settings)
    read: list[ListFile] = []
    refused: list[ListError] = []
    with progress("reading the lists"):
        # By their days, so that of several versions the newest is left in use.
        for file, source in sorted(_readable(args, refused), key=lambda each: each[0].version.version):
            try:
                shelf.add(file, source.paths, now=datetime.now(UTC), accept=args.accept)
            except ListError as error:
                refused.append(error)
                continue
            read.append(file)
    if refused and not read:
        raise refused[0]
    kept = [_as_kept(shelf, file) for file in read]  # now: of two versions one is in use
    with progress("comparing the lists"):
        JoinShelf(settings.home).refresh()
    if args.json:
        rows = [row_of(each, file.skipped) for each, file in zip(kept, read, strict=True)]
        print_json({"schema": SCHEMA, "lists": rows, "refused": list(map(str, refused))})
        return SOME_SKIPPED if refused else READ
    console = out_console()
    for each, file in zip(kept, read, strict=True):
        in_use = "in use from now on" if each.is_current else "kept for its day; a later one stays in use"
        print_line(f"{list_words(each.version)}: {in_use}", console, style="bold")
        print_line(f"  {counts_in_words(each.schemas)}", console)
        print_notes(file.skipped, console)
    for reason in refused:
        print_line(f"not taken: {reason}", console, style="bold red")
    return SOME_SKIPPED if refused else READ


def _readable(args: argparse.Namespace, refused: list[ListError]) -> list[tuple[ListFile, Source]]:
    """Read the lists that can be read; why the others cannot goes into `refused`."""
    files = []
    notes: tuple[Skipped, ...] = ()  # on what else lay in a folder: they come with its first list
    for source in find_sources([Path(name) for name in args.files], refused=refused):
        try:
            file = read_list(source, dated=args.dated)
        except ListError as error:
            refused.append(error)
            notes += tuple(note for note in source.notes if note.item != str(source.primary))
            continue
        files.append((replace(file, skipped=(*notes, *file.skipped)), source))
        notes = ()
    return files


def _as_kept(shelf: ListShelf, file: ListFile) -> Kept:
    """Find the version just added: the one of these bytes and this day that came last."""
    alike = [each for each in shelf.versions(file.version.list_id) if each.version == file.version]
    return max(alike, key=lambda each: (each.is_current, each.addition.added_at))


def _show(args: argparse.Namespace, settings: Settings) -> int:
    shelf = ListShelf(settings.home)
    kept = [each for list_id in shelf.list_ids() for each in shelf.versions(list_id)]
    if args.json:
        print_json({"schema": SCHEMA, "lists": [row_of(each) for each in kept]})
        return 0
    console = out_console()
    if not kept:
        print_line(NO_LISTS, console)
    for each in sorted(kept, key=lambda each: (each.version.list_id, not each.is_current)):
        if each.is_current:
            _show_in_use(each, console)
        else:
            print_line(f"  also kept: version {each.version.version}, {each.version.entities:,} entries", console)
    return 0


def _show_in_use(kept: Kept, console: Console) -> None:
    print_line(f"{kept.version.list_id}: {list_words(kept.version)}", console, style="bold")
    print_line(f"  {counts_in_words(kept.schemas)}", console)
    forced = ", taken with --accept" if kept.addition.was_forced else ""
    fetched = next((f", from {each.url}" for each in kept.raw if each.url), "")
    print_line(f"  added {kept.addition.added_at[:10]}{forced}{fetched}; sha256 {kept.version.sha256}", console)
