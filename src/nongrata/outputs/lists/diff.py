"""`nongrata lists diff`: what changed between two versions of a list, on the terminal, as JSON, as a page."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from nongrata.lists import ListFile, read_lists
from nongrata.lists.diff import Entry, EntryChange, EntryMove, FieldChange, ListDiff, diff_lists
from nongrata.outputs.aside import progress, say
from nongrata.outputs.lists.words import SCHEMA, add_json_option
from nongrata.outputs.story.show import print_json
from nongrata.outputs.terminal_lines import out_console, print_line
from nongrata.outputs.words import list_words, one_line
from nongrata.settings import Settings
from nongrata.store import Kept, ListShelf
from nongrata.values import ListError, NongrataError, SettingError, parse_date
from nongrata.values.loading import load

_SHOWN = 20  # of each kind; the others are counted
_LONGEST = 160  # characters of one value
_WANTED = "two list files, or a list id with one or two days: us_ofac_sdn 2024-02-20 2024-02-23"


def add_diff_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `lists diff`."""
    diff = commands.add_parser(
        "diff",
        usage="%(prog)s FILE FILE | ID [DATE [DATE]] [options]",
        help="show what changed between two versions of a list",
        description="Show what changed between two list files, or two kept versions of a list (without a day: the one "
        "in use and the one before it): added, removed, renamed and changed entries, by their publisher's own ids, and "
        "by name where the ids moved.",
    )
    diff.add_argument("what", nargs="+", metavar="FILE|ID|DATE", help="two files, or a list's id and days")
    diff.add_argument("--all", action="store_true", help=f"show all entries, not the first {_SHOWN} of each kind")
    diff.add_argument("--html", metavar="FILE", help="write one self-contained page as well")
    add_json_option(diff, _diff)


def _diff(args: argparse.Namespace, settings: Settings) -> int:
    with progress("comparing the lists"):
        pairs = list(_pairs(args.what, ListShelf(settings.home)))
        diffs = [diff_lists(old, new) for old, new in pairs]
    if args.html is not None:
        as_page = load("nongrata.outputs.lists.page:as_page")
        Path(args.html).write_text(as_page(diffs), "utf-8")
        say(f"page written to {args.html}")
    if args.json:
        print_json({"schema": SCHEMA, "diffs": [_row(each) for each in diffs]})
        return 0
    console = out_console()
    for each in diffs:
        for line, style in lines_of_diff(each, most=None if args.all else _SHOWN):
            print_line(line, console, style=style)
    return 0


def _pairs(what: Sequence[str], shelf: ListShelf) -> Iterator[tuple[ListFile, ListFile]]:
    """Give what is to be compared, the older first: lists of two files or folders, or two kept versions of one."""
    if what[0] in shelf.list_ids() and not Path(what[0]).exists():
        yield _kept_pair(shelf, what[0], what[1:])
        return
    if len(what) != 2:
        raise NongrataError(f"found {' '.join(what)!r}; wanted {_WANTED}")
    old, new = (read_lists([Path(name)]) for name in what)
    olds = {file.version.list_id: file for file in old}
    both = [(olds[file.version.list_id], file) for file in new if file.version.list_id in olds]
    if not both:
        ids = " and ".join(", ".join(file.version.list_id for file in files) for files in (old, new))
        raise ListError(what[1], f"no list that the other has ({ids})", "two versions of one list")
    yield from both


def _kept_pair(shelf: ListShelf, list_id: str, days: Sequence[str]) -> tuple[ListFile, ListFile]:
    if len(days) > 2:
        raise NongrataError(f"found {len(days)} days; wanted {_WANTED}")
    in_use = shelf.in_use(list_id)
    chosen = [_on_day(shelf, list_id, day) for day in days]
    if in_use is not None and len(chosen) < 2:
        chosen.append(in_use)
    if len(chosen) < 2:
        before = [each for each in shelf.versions(list_id) if in_use and each.day < in_use.day]
        if not before:
            raise NongrataError(f"found one kept version of {list_id}; wanted two: add an older file, or sync later")
        chosen.insert(0, before[-1])
    return shelf.load(chosen[0]), shelf.load(chosen[1])


def _on_day(shelf: ListShelf, list_id: str, day: str) -> Kept:
    date = parse_date(day)
    kept = None if date is None else shelf.kept_on(list_id, date.latest)
    if date is None or kept is None or kept.day > date.latest:
        versions = ", ".join(each.version.version for each in shelf.versions(list_id))
        raise SettingError("day", day, f"a day as YYYY-MM-DD, not before the first kept version ({versions})")
    return kept


def lines_of_diff(diff: ListDiff, *, most: int | None = _SHOWN) -> Iterator[tuple[str, str]]:
    """Give what changed as lines for a terminal, each with its style."""
    yield heading_of(diff), "bold"
    yield f"  {summary_of(diff)}", ""
    changed = tuple(change for change in diff.changed if not change.is_renamed)
    yield from _some("+", "added", [_entry_words(each) for each in diff.added], most)
    yield from _some("−", "removed", [_entry_words(each) for each in diff.removed], most)
    renamed = [f"{each.entity_id} {each.before} → {each.after}" for each in diff.renamed]
    yield from _some("→", "renamed", renamed, most)
    yield from _some("#", "renumbered", [move_words(each) for each in diff.renumbered], most)
    yield from _some("~", "changed", [change_words(each) for each in changed], most)


def heading_of(diff: ListDiff) -> str:
    """Name the two versions, the list only once where both call it the same."""
    old, new = diff.old, diff.new
    if old.title != new.title:
        return f"{list_words(old)} → {list_words(new)}"
    return f"{new.title}: version {old.version} → {new.version}, {old.entities:,} → {new.entities:,} entries"


def summary_of(diff: ListDiff) -> str:
    """Give the counts in words: "553 added, 0 removed, 8 changed (0 of them renamed)"."""
    counts = f"{len(diff.added):,} added, {len(diff.removed):,} removed, {len(diff.changed):,} changed"
    moved = f", {len(diff.renumbered):,} under another id" if diff.renumbered else ""
    return f"{counts} ({len(diff.renamed):,} of them renamed){moved}"


def move_words(move: EntryMove) -> str:
    """Give in one line under which id an entry stands now, and what else changed of it."""
    also = f": {'; '.join(field_words(each) for each in move.fields)}" if move.fields else ""
    return f"{move.before} → {move.after} {move.caption}{also}"


def change_words(change: EntryChange) -> str:
    """Give what changed of one entry in one line."""
    return f"{change.entity_id} {change.after}: {'; '.join(field_words(each) for each in change.fields)}"


def field_words(field: FieldChange) -> str:
    """Give what one field gained and lost.

    >>> field_words(FieldChange(field="birth dates", gained=("1980-06-28",), lost=("1990-06-28",)))
    'birth dates +1980-06-28 −1990-06-28'
    """
    parts = [f"+{_short(value)}" for value in field.gained] + [f"−{_short(value)}" for value in field.lost]
    return f"{field.field} {' '.join(parts)}"


def _some(sign: str, what: str, lines: Sequence[str], most: int | None) -> Iterator[tuple[str, str]]:
    style = {"+": "green", "−": "red", "→": "yellow"}.get(sign, "")
    for line in lines[:most]:
        yield f"  {sign} {line}", style
    if most is not None and len(lines) > most:
        yield f"    and {len(lines) - most:,} more {what} (--all shows them)", ""


def _entry_words(entry: Entry) -> str:
    programs = f" ({', '.join(entry.programs)})" if entry.programs else ""
    return f"{entry.entity_id} {entry.caption}{programs}"


def _short(value: str) -> str:
    line = one_line(value)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _row(diff: ListDiff) -> dict[str, Any]:
    row = asdict(diff)
    for change, shown in zip(diff.changed, row["changed"], strict=True):
        shown["is_renamed"] = change.is_renamed
    counts = {name: len(getattr(diff, name)) for name in ("added", "removed", "changed", "renamed", "renumbered")}
    return {"counts": counts, **row}
