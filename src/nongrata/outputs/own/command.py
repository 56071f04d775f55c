"""`nongrata own`: who owns a party, what it owns, and what each regime's law makes of that."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from nongrata.desk import parse_day
from nongrata.outputs.aside import progress, say
from nongrata.outputs.own.text import sources_text
from nongrata.outputs.story.read import add_list_options, listed_request, open_for
from nongrata.outputs.story.show import READ, SOME_SKIPPED, Shape, print_json, speak_utf8
from nongrata.outputs.targets import target_file
from nongrata.ownership.law.rules import RULES
from nongrata.ownership.seats import SEATS
from nongrata.settings import Settings
from nongrata.store.stakes.kept import StakeShelf
from nongrata.values import NongrataError, SettingError
from nongrata.values.loading import load

_NOTES_SHOWN = 5
_USAGE = """%(prog)s NAME|ID [options]
       nongrata own add FILE... | show | remove NAME..."""


def add_own_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `own`."""
    parser = commands.add_parser(
        "own",
        usage=_USAGE,
        help="say who owns a party, and what each regime's law makes of it",
        description="Say who owns a party and what it owns, and whether a regime's law catches it through its owners. "
        "`own add` keeps files of stakes (csv, FollowTheMoney, BODS, GLEIF, PSC).",
    )
    parser.add_argument("words", nargs="*", metavar="NAME|ID", help="a name, or an id of a list or a register")
    add_list_options(parser)
    parser.add_argument(
        "--regime", nargs="+", action="extend", default=[], metavar="ID", help=f"only {', '.join(RULES)}"
    )
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="print JSON (nongrata/ownership/1)")
    shape.add_argument("--ftm", action="store_true", help="print FollowTheMoney entities, one JSON object a line")
    parser.add_argument("--svg", metavar="FILE", help="write a picture of the tree as well")
    parser.set_defaults(run=_own)


def _own(args: argparse.Namespace, settings: Settings) -> int:
    if not args.words:
        raise NongrataError("found no NAME; wanted a name or an id, or `add FILE…`, `show`, `remove NAME`")
    if args.words[0] == "add":
        return _add(args.words[1:], settings)
    if args.words == ["show"]:
        kept = sources_text(StakeShelf(settings.home).sources())
        sys.stdout.write(kept or "No stakes are kept: nongrata own add stakes.csv\n")
        return READ
    if args.words[0] == "remove":
        return _remove(args.words[1:], settings)
    return _answer(args, settings)


def _add(files: Sequence[str], settings: Settings) -> int:
    """Keep files of stakes; one that is no register stops the command, and those before it are kept."""
    if not files:
        raise NongrataError("found no FILE to add; wanted files of stakes: nongrata own add stakes.csv")
    shelf, status = StakeShelf(settings.home), READ
    for file in files:
        with progress(f"reading {file}"):
            added = shelf.add(Path(file), now=datetime.now(UTC))
        source = added.source
        kept = "kept" if added.is_new else f"kept before, on {source.added_at[:10]}"
        instead = f", in the place of the one added on {added.instead_of.added_at[:10]}" if added.instead_of else ""
        sys.stdout.write(
            f"{source.name}: {source.kind}, {source.stakes:,} stakes, {source.parties:,} parties described: "
            f"{kept}{instead}\n"
        )
        for item in added.skipped[:_NOTES_SHOWN]:
            say(f"skipped: {item.item}: {item.reason}")
        if source.skipped > _NOTES_SHOWN and added.is_new:
            say(f"skipped: and {source.skipped - _NOTES_SHOWN:,} more")
        status = SOME_SKIPPED if added.skipped else status
    return status


def _remove(names: Sequence[str], settings: Settings) -> int:
    if not names:
        raise NongrataError("found no NAME to remove; wanted the name or digest of a kept file: see  nongrata own show")
    for name in names:
        if not StakeShelf(settings.home).remove(name):
            raise SettingError("remove", name, "the name or digest of a kept file: see  nongrata own show")
        sys.stdout.write(f"{name}: no longer kept\n")
    return READ


def _answer(args: argparse.Namespace, settings: Settings) -> int:
    seats = _seats(args.regime)
    as_of = parse_day("--as-of", args.as_of)
    picture = target_file("--svg", args.svg, [*args.stakes, *args.lists], read="stakes")
    request = listed_request(args, Shape(form="terminal"))
    with progress("opening the lists and stakes"):
        desk = open_for(request, settings)
    with progress("looking for owners"):
        found, owned = desk.own(" ".join(args.words), as_of=as_of, seats=seats)
    if picture is not None:
        picture.write_text(load("nongrata.outputs.own.as_svg:as_svg")(owned), "utf-8")
    used = (desk.index.versions, desk.ledger.sources)
    if args.json:
        print_json(load("nongrata.outputs.own.as_json:owned_as_json")(found, owned, *used))
    elif args.ftm:
        speak_utf8()
        for entity in load("nongrata.outputs.own.as_ftm:owned_as_ftm")(owned):
            sys.stdout.write(json.dumps(entity, ensure_ascii=False) + "\n")
    else:
        load("nongrata.outputs.own.text:show_owned")(found, owned, *used)
    return READ


def _seats(asked: Sequence[str]) -> tuple[str, ...]:
    known = {*RULES, *(seat.id for seat in SEATS)}
    for each in asked:
        if each not in known:
            raise SettingError("--regime", each, f"one of {', '.join(sorted(known))}")
    return tuple(asked)
