"""`nongrata read`, and the options that all reading has."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from nongrata.desk import Desk, captures_of, open_desk, parse_day
from nongrata.dossiers import Dossier
from nongrata.outputs.aside import progress, say
from nongrata.outputs.story.show import Shape, show
from nongrata.outputs.story.trace import TraceRequest, show_traces
from nongrata.outputs.targets import target_file
from nongrata.settings import Settings
from nongrata.sources import Capture
from nongrata.values import ListError, NongrataError, SettingError, Skipped
from nongrata.values.loading import load

_NOTES_SHOWN = 5
_LISTS_LAST = "the sources go first, as in  nongrata read SOURCE… --lists PATH…"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRequest:
    """What reading was asked for, checked."""

    as_of: date | None
    lists: tuple[Path, ...]
    starter: bool
    shape: Shape
    stakes: tuple[Path, ...] = ()


def add_read_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `read`."""
    parser = commands.add_parser(
        "read",
        usage="%(prog)s SOURCE... [options]",
        help="read stories into dossiers",
        description="Read stories into dossiers: who is named, who is under sanctions, what happened, who says so.",
    )
    parser.add_argument(
        "sources",
        nargs="*",
        metavar="SOURCE",
        help="a file (text, HTML, Word, PDF, e-mail, feed, web archive), a URL, or - for standard input",
    )
    parser.add_argument("--published", metavar="DATE", help="the day the story was published, as YYYY-MM-DD")
    parser.add_argument("--keep", action="store_true", help="keep the stories in the store, to be judged and watched")
    parser.add_argument(
        "--trace", action="store_true", help="print what each stage made of the stories, instead of the dossiers"
    )
    add_reading_options(parser)
    parser.set_defaults(run=_read)


def add_reading_options(parser: argparse.ArgumentParser) -> None:
    """Register what all reading has: the day, the lists, the shape of the answer."""
    add_list_options(parser)
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="print the dossier as JSON (nongrata/dossier/1)")
    shape.add_argument("--ftm", action="store_true", help="print FollowTheMoney entities, one JSON object a line")
    parser.add_argument("--html", metavar="FILE", help="write one self-contained page as well (- for standard output)")
    parser.add_argument("--plover", metavar="FILE", help="write the events as well, as PLOVER records: JSON lines")
    parser.add_argument("--gdelt", metavar="FILE", help="write the events as well, as csv with GDELT's column names")


def add_list_options(parser: argparse.ArgumentParser) -> None:
    """Register which lists are used, and of which day."""
    parser.add_argument(
        "--as-of", metavar="DATE",
        help="ask what was in force on this day by the lists of that day (default: a story's own day, else today)",
    )  # fmt: skip
    parser.add_argument(
        "--lists", nargs="+", action="extend", default=[], metavar="PATH",
        help="use these list files (or folders of them) instead of those added with `nongrata lists add`",
    )  # fmt: skip
    parser.add_argument(
        "--stakes", nargs="+", action="extend", default=[], metavar="FILE",
        help="files of stakes (who owns whom) beside those kept with `nongrata own add`",
    )  # fmt: skip
    parser.add_argument(
        "--no-starter", action="store_true", help="leave out the starter list that ships in the package"
    )


def request_of(args: argparse.Namespace, *, sources: Sequence[str]) -> ReadRequest:
    """Give what the options ask for. Raises SettingError for what cannot be."""
    return listed_request(args, _shape(args, sources))


def listed_request(args: argparse.Namespace, shape: Shape) -> ReadRequest:
    """Give which lists the options ask for, of which day. Raises SettingError for what cannot be."""
    if "" in args.lists:
        raise SettingError("--lists", "", "the path of a list file, or of a folder of them")
    return ReadRequest(
        as_of=parse_day("--as-of", args.as_of),
        lists=tuple(map(Path, args.lists)),
        starter=not args.no_starter,
        shape=shape,
        stakes=tuple(map(Path, args.stakes)),
    )


def open_for(request: ReadRequest, settings: Settings) -> Desk:
    """Give the desk that a request needs; say what of its lists could not be used."""
    try:
        desk = open_desk(
            settings, lists=request.lists, starter=request.starter, as_of=request.as_of, stakes=request.stakes
        )
    except ListError as error:
        raise _hinted(error, request.lists) from None
    if not desk.index.versions:
        raise NongrataError("found --no-starter and no other list; wanted one: add it with  nongrata lists add FILE")
    for note in desk.notes[:_NOTES_SHOWN]:
        say(f"note: {note.item}: {note.reason}")
    if len(desk.notes) > _NOTES_SHOWN:
        say(f"note: and {len(desk.notes) - _NOTES_SHOWN} more")
    return desk


def _read(args: argparse.Namespace, settings: Settings) -> int:
    if not args.sources:
        took = f": --lists took {', '.join(args.lists)}; {_LISTS_LAST}" if args.lists else ": see  nongrata read --help"
        raise NongrataError(f"found no SOURCE; wanted a file, a folder, a URL, or -{took}")
    published = parse_day("--published", args.published)
    request = request_of(args, sources=args.sources)
    if args.trace and (args.ftm or args.html or args.keep):
        taken = "--ftm" if args.ftm else "--html" if args.html else "--keep"
        raise SettingError("--trace", taken, "--trace alone, or with --json: it takes the dossier's place")
    with progress("opening the lists"):
        desk = open_for(request, settings)
    if args.trace:
        asked = TraceRequest(sources=args.sources, published=published, as_of=request.as_of, json=args.json)
        return show_traces(desk, asked)
    keep: Keep | None = None
    if args.keep:
        keep = load("nongrata.newsroom.keep:keeper")(desk, settings)
    return show(_each_read(desk, args.sources, published, request.as_of, keep=keep), request.shape)


class Keep(Protocol):
    """What keeps a dossier and the capture that it was read from."""

    def __call__(self, dossier: Dossier, capture: Capture, /) -> object: ...


def _read_held(
    desk: Desk, source: str, published: date | None, as_of: date | None, *, keep: Keep | None
) -> Iterator[Dossier | Skipped]:
    for held in captures_of(source):
        found = held if isinstance(held, Skipped) else desk.read_capture(held, published=published, as_of=as_of)
        if keep is not None and isinstance(held, Capture) and isinstance(found, Dossier):
            keep(found, held)
        yield found


def _each_read(
    desk: Desk, sources: Sequence[str], published: date | None, as_of: date | None, *, keep: Keep | None
) -> Iterator[Dossier | Skipped]:
    for number, source in enumerate(sources, start=1):
        held = _read_held(desk, source, published, as_of, keep=keep)
        while True:
            with progress(f"reading {source}  ({number} of {len(sources)})"):
                found = next(held, None)
            if found is None:
                break
            yield found


def _shape(args: argparse.Namespace, sources: Sequence[str]) -> Shape:
    several = len(sources) > 1
    tables = _tables(args, sources)
    if args.json or args.ftm:
        if args.html == "-":
            raise SettingError("--html", "-", "a file, since standard output is taken by --json or --ftm")
        return Shape(
            form="json" if args.json else "ftm",
            page=target_file("--html", args.html, sources, read="story"),
            tables=tables,
            several=several,
        )
    if args.html == "-":
        return Shape(form="page", tables=tables, several=several)
    page = target_file("--html", args.html, sources, read="story")
    return Shape(form="terminal", page=page, tables=tables, several=several)


def _tables(args: argparse.Namespace, sources: Sequence[str]) -> Mapping[str, Path]:
    """Give where the events are to be written as tables."""
    asked = {name: target_file(f"--{name}", getattr(args, name), sources, read="story") for name in ("plover", "gdelt")}
    return {name: path for name, path in asked.items() if path is not None}


def _hinted(error: ListError, lists: Sequence[Path]) -> ListError:
    """Give the error with a word on order, where a path after --lists is no list: it may have been meant as a story."""
    if len(lists) > 1 and Path(error.path) in lists[1:]:
        return ListError(error.path, error.found, f"{error.wanted}; if it is a story, {_LISTS_LAST}")
    return error
