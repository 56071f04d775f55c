"""`nongrata watch --list` and `--remove`: which places are watched, how each does, and no more of one."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from rich.console import Console

from nongrata.newsroom.places import let_go, watched
from nongrata.outputs.lists.words import print_line
from nongrata.outputs.story.show import READ, speak_utf8
from nongrata.outputs.words import counted
from nongrata.settings import Settings
from nongrata.store.opened import Store, open_store
from nongrata.store.sources import Source
from nongrata.values import NongrataError

SCHEMA = "nongrata/places/1"


def add_places_options(parser: argparse.ArgumentParser) -> None:
    """Register what asks for the places instead of watching them."""
    parser.add_argument("--list", action="store_true", help="show what is watched, when it was asked, what went wrong")
    parser.add_argument("--remove", action="append", default=[], metavar="PLACE",
                        help="watch it no more, nor what it named; what was read is kept")  # fmt: skip
    parser.add_argument("--json", action="store_true", help=f"print JSON ({SCHEMA}; --list only)")


def show_places(args: argparse.Namespace, settings: Settings) -> int:
    """Let go the places that are to be removed, then show the others."""
    store, console = open_store(settings), Console(highlight=False)
    for place in args.remove:
        gone = let_go(store, place) or let_go(store, str(Path(place).resolve()))
        if not gone:
            raise NongrataError(f"{place}: found no such place among those watched; wanted one: nongrata watch --list")
        print_line(f"watched no more: {', '.join(each.uri for each in gone)}", console)
    if args.list and args.json:
        speak_utf8()
        rows = [place_json(store, each) for each in watched(store)]
        sys.stdout.write(json.dumps({"schema": SCHEMA, "places": rows}, ensure_ascii=False, indent=1) + "\n")
    elif args.list:
        _print_places(store, console)
    store.close()
    return READ


def place_json(store: Store, place: Source) -> dict[str, object]:
    """Give a place that is watched as JSON."""
    return {
        "place": place.uri,
        "kind": place.kind,
        "named_by": place.found_in,
        "asked_at": None if place.asked_at is None else place.asked_at.isoformat(),
        "due": place.due.isoformat(),
        "failures": place.failures,
        "said": place.said,
        "entries": store.sources.count(place.uri),
    }


def _print_places(store: Store, console: Console) -> None:
    places = watched(store)
    for place in places:
        indent = "" if place.found_in is None else "  "
        print_line(f"{indent}{place.uri}", console, style="bold" if not place.failures else "bold yellow")
        asked = "not asked yet" if place.asked_at is None else f"asked {place.asked_at:%Y-%m-%d %H:%M}"
        held = counted(store.sources.count(place.uri), "entry", "entries")
        print_line(f"{indent}  {place.kind}, {asked}, {held} read, due {place.due:%Y-%m-%d %H:%M} UTC", console)
        if place.failures:
            times = "once" if place.failures == 1 else f"{place.failures} times running"
            print_line(f"{indent}  failed {times}: {place.said}", console, style="yellow")
    if not places:
        print_line("nothing is watched yet:  nongrata watch https://example.org/feed.xml", console)
