"""`nongrata lists verify` and `nongrata lists prune`: whether what is kept is sound, and taking away what is old."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime

from nongrata.outputs.aside import say_progress
from nongrata.outputs.lists.words import NO_LISTS, SCHEMA, add_json_option, known_ids, row_of
from nongrata.outputs.numbers import whole_number
from nongrata.outputs.story.show import READ, UNUSABLE, print_json
from nongrata.outputs.terminal_lines import out_console, print_line
from nongrata.settings import Settings
from nongrata.store import Kept, ListShelf
from nongrata.store.lists.prune import KEEP, to_prune
from nongrata.store.lists.verify import flaws_of


def add_keep_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `lists verify` and `lists prune`."""
    verify = commands.add_parser(
        "verify",
        help="check that what is kept is what was kept",
        description="Check the digests and counts of the kept versions, and read their publishers' files once more.",
    )
    verify.add_argument("ids", nargs="*", metavar="ID", help="a list's id (default: all that were added)")
    verify.add_argument("--all", action="store_true", help="all kept versions, not only those in use")
    add_json_option(verify, _verify)
    prune = commands.add_parser(
        "prune",
        help="take away versions that are old",
        description="Take away kept versions, but never the one in use, the newest, or one of the last year.",
    )
    prune.add_argument("ids", nargs="*", metavar="ID", help="a list's id (default: all that were added)")
    prune.add_argument("--keep", metavar="N", default=str(KEEP), help=f"how many of the newest stay (default {KEEP})")
    prune.add_argument("--dry-run", action="store_true", help="say what would go, and take nothing away")
    add_json_option(prune, _prune)


def _verify(args: argparse.Namespace, settings: Settings) -> int:
    shelf = ListShelf(settings.home)
    kept = [each for list_id in known_ids(shelf, args.ids) for each in shelf.versions(list_id)]
    checked = []
    with say_progress("checking the lists") as say:
        for each in kept:
            if args.all or each.is_current:
                say(f"checking {each.version.list_id}, version {each.version.version}")
                checked.append((each, flaws_of(shelf, each)))
    if args.json:
        print_json({"schema": SCHEMA, "lists": [{**row_of(each), "flaws": flaws} for each, flaws in checked]})
    else:
        console = out_console()
        if not checked:
            print_line(NO_LISTS, console)
        for each, flaws in checked:
            name = f"{each.version.list_id}, version {each.version.version}"
            print_line(f"{name}: {'damaged' if flaws else f'sound, {each.version.entities:,} entries'}", console)
            for flaw in flaws:
                print_line(f"  {flaw}", console, style="red")
    return UNUSABLE if any(flaws for _, flaws in checked) else READ


def _prune(args: argparse.Namespace, settings: Settings) -> int:
    keep = whole_number("--keep", args.keep, most=100_000)
    shelf = ListShelf(settings.home)
    gone: list[Kept] = []
    for list_id in known_ids(shelf, args.ids):
        old = to_prune(shelf.versions(list_id), today=datetime.now(UTC).date(), keep=keep)
        if not args.dry_run:
            shelf.remove(list_id, old)
        gone += old
    if args.json:
        print_json({"schema": SCHEMA, "is_dry_run": args.dry_run, "lists": [row_of(each) for each in gone]})
        return READ
    console = out_console()
    for each in gone:
        done = "would be taken away" if args.dry_run else "taken away"
        print_line(f"{each.version.list_id}, version {each.version.version}: {done}", console)
    if not gone:
        print_line("nothing to take away: all is in use, among the newest or of the last year", console)
    return READ
