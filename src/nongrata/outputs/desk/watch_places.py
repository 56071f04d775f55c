"""`nongrata watch --list` and `--remove`: which places are watched, how each does, and no more of one."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from rich.console import Console

from nongrata.newsroom.keep import this_moment
from nongrata.newsroom.places import let_go_by, pause_by, watched
from nongrata.outputs.story.show import READ, print_json
from nongrata.outputs.terminal_lines import out_console, print_line
from nongrata.outputs.words import counted
from nongrata.settings import Settings
from nongrata.store.opened import Store, open_store
from nongrata.store.sources import Source
from nongrata.values import NongrataError

SCHEMA = "nongrata/places/1"


def add_places_options(parser: argparse.ArgumentParser) -> None:
    """Register what asks for the places instead of watching them."""
    parser.add_argument("--list", action="store_true", help="show what is watched, when it was asked, what went wrong")
    parser.add_argument("--pause", action="append", default=[], metavar="PLACE",
                        help="do not ask it for the time being, nor what it named; again for others")  # fmt: skip
    parser.add_argument("--resume", action="append", default=[], metavar="PLACE", help="ask it again")
    parser.add_argument("--remove", action="append", default=[], metavar="PLACE",
                        help="watch it no more, nor what it named; what was read is kept")  # fmt: skip
    parser.add_argument("--json", action="store_true", help=f"print JSON ({SCHEMA}; --list only)")


def show_places(args: argparse.Namespace, settings: Settings) -> int:
    """Pause, resume and let go the places that are named so, then show the others."""
    store, console = open_store(settings), out_console()
    by, now = "the command line", this_moment()
    for words, places, change in (
        ("paused", args.pause, partial(pause_by, store, by=by, now=now, is_paused=True)),
        ("asked again", args.resume, partial(pause_by, store, by=by, now=now, is_paused=False)),
        ("watched no more", args.remove, partial(let_go_by, store, by=by, now=now)),
    ):
        for place in places:
            changed = change(place) or change(str(Path(place).resolve()))
            if not changed:
                wanted = "wanted one: nongrata watch --list"
                raise NongrataError(f"{place}: found no such place among those watched; {wanted}")
            print_line(f"{words}: {', '.join(each.uri for each in changed)}", console)
    if args.list and args.json:
        rows = [place_json(store, each) for each in watched(store)]
        print_json({"schema": SCHEMA, "places": rows})
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
        "is_paused": place.is_paused,
        "failures": place.failures,
        "said": place.said,
        "entries": store.sources.count(place.uri),
        "stories": store.sources.brought(place.uri),
    }


def _print_places(store: Store, console: Console) -> None:
    places = watched(store)
    for place in places:
        indent = "" if place.found_in is None else "  "
        print_line(f"{indent}{place.uri}", console, style="bold" if not place.failures else "bold yellow")
        asked = "not asked yet" if place.asked_at is None else f"asked {place.asked_at:%Y-%m-%d %H:%M}"
        held = counted(store.sources.count(place.uri), "entry", "entries")
        due = "paused" if place.is_paused else f"due {place.due:%Y-%m-%d %H:%M} UTC"
        print_line(f"{indent}  {place.kind}, {asked}, {held} read, {due}", console)
        if place.failures:
            times = "once" if place.failures == 1 else f"{place.failures} times running"
            print_line(f"{indent}  failed {times}: {place.said}", console, style="yellow")
    if not places:
        print_line("nothing is watched yet:  nongrata watch https://example.org/feed.xml", console)
