"""The command line: parse, one call on the desk, show. Every failure is one line and an exit status."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from rich.console import Console

from nongrata.desk import Desk, Settings, load, open_desk, parse_day
from nongrata.dossiers import Dossier, as_json
from nongrata.outputs.demo import DEMO_STORIES, demo_story
from nongrata.outputs.lists import add_lists_commands
from nongrata.outputs.terminal import print_dossier, print_skipped
from nongrata.sources import Capture
from nongrata.values import NongrataError, SettingError, Skipped
from nongrata.values.version import __version__

READ, UNUSABLE, SOME_SKIPPED, INTERRUPTED = 0, 2, 3, 130

_EXAMPLES = """\
examples:
  nongrata demo                                  a story that ships with the package
  nongrata read story.txt --published 2023-09-15
  nongrata read https://example.org/story.html --html dossier.html
  cat story.txt | nongrata read - --json
  nongrata lists add sdn.csv                     (alt.csv and add.csv beside it are taken too)

exit status: 0 read; 2 unusable input or option; 3 some sources were skipped (they are listed)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRequest:
    """What `read` was asked for, checked."""

    sources: tuple[str, ...]
    published: date | None
    as_of: date | None
    lists: tuple[Path, ...]
    starter: bool


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; give its exit status."""
    args = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace, Settings], int] = args.run
    try:
        return run(args, Settings.from_env(os.environ))
    except NongrataError as error:
        _say(f"error: {error}")
        return UNUSABLE
    except BrokenPipeError:  # the reader of our output went away: `nongrata … | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READ
    except KeyboardInterrupt:
        _say("interrupted")
        return INTERRUPTED
    except OSError as error:
        _say(f"error: {error.filename or 'output'}: {error.strerror or error}")
        return UNUSABLE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="nongrata",
        description="Read the news and say who in it is under sanctions, by whom, since when, and who says so.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"nongrata {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    read = commands.add_parser(
        "read",
        help="read stories into dossiers",
        description="Read stories into dossiers: who is named, who is under sanctions, what happened, who says so.",
    )
    read.add_argument(
        "sources", nargs="+", metavar="SOURCE", help="a text or HTML file, a URL, or - for standard input"
    )
    read.add_argument("--published", metavar="DATE", help="the day the story was published, as YYYY-MM-DD")
    _add_reading_options(read)
    read.set_defaults(run=_read)
    demo = commands.add_parser("demo", help="read a story that ships with the package")
    demo.add_argument("story", nargs="?", choices=sorted(DEMO_STORIES), default="kim", help="which one (default: kim)")
    _add_reading_options(demo)
    demo.set_defaults(run=_demo)
    add_lists_commands(commands)
    return parser


def _add_reading_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--as-of", metavar="DATE", help="ask what was in force on this day, not on the story's own")
    parser.add_argument(
        "--lists", nargs="+", action="extend", default=[], metavar="PATH",
        help="use these list files (or folders of them) instead of those added with `nongrata lists add`",
    )  # fmt: skip
    parser.add_argument(
        "--no-starter", action="store_true", help="leave out the starter list that ships in the package"
    )
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="print the dossier as JSON (nongrata/dossier/1)")
    shape.add_argument("--ftm", action="store_true", help="print FollowTheMoney entities, one JSON object a line")
    parser.add_argument("--html", metavar="FILE", help="write one self-contained page as well (- for standard output)")


def _read(args: argparse.Namespace, settings: Settings) -> int:
    request = _request(args, sources=tuple(args.sources), published=parse_day("--published", args.published))
    desk = _open(request, settings)
    dossiers: list[Dossier] = []
    skipped: list[Skipped] = []
    for found in _with_progress(desk, request):
        (dossiers if isinstance(found, Dossier) else skipped).append(found)  # type: ignore[arg-type]  # told apart here
    _show(dossiers, skipped, args, several=len(request.sources) > 1)
    if not dossiers:
        return UNUSABLE
    return SOME_SKIPPED if skipped else READ


def _demo(args: argparse.Namespace, settings: Settings) -> int:
    request = _request(args, sources=(args.story,), published=None)
    text, published = demo_story(args.story)
    with _status(f"reading the demo story {args.story!r}"):
        desk = _open(request, settings)
        capture = Capture(
            uri=f"demo:{args.story}",
            body=text.encode(),
            media_type="text/plain",
            charset="utf-8",
            fetched_at=datetime.now(UTC),
        )
        found = desk.read_capture(capture, published=published, as_of=request.as_of)
    if isinstance(found, Skipped):
        _show([], [found], args, several=False)
        return UNUSABLE
    _show([found], [], args, several=False)
    return READ


def _request(args: argparse.Namespace, *, sources: tuple[str, ...], published: date | None) -> ReadRequest:
    if args.html == "-" and (args.json or args.ftm):
        raise SettingError("--html", "-", "a file, since standard output is taken by --json or --ftm")
    return ReadRequest(
        sources=sources,
        published=published,
        as_of=parse_day("--as-of", args.as_of),
        lists=tuple(Path(path) for path in args.lists),
        starter=not args.no_starter,
    )


def _open(request: ReadRequest, settings: Settings) -> Desk:
    desk = open_desk(settings, lists=request.lists, starter=request.starter)
    if not desk.index.versions:
        raise SettingError("--no-starter", "given", "at least one list: add one with `nongrata lists add FILE`")
    return desk


def _with_progress(desk: Desk, request: ReadRequest) -> Iterator[Dossier | Skipped]:
    for number, source in enumerate(request.sources, start=1):
        with _status(f"reading {source}  ({number} of {len(request.sources)})"):
            found = desk.read(source, published=request.published, as_of=request.as_of)
        yield found


@contextmanager
def _status(words: str) -> Iterator[None]:
    """Show on a terminal that something is under way; say nothing where no one looks."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield
        return
    with console.status(words):
        yield


def _show(dossiers: list[Dossier], skipped: list[Skipped], args: argparse.Namespace, *, several: bool) -> None:
    if args.html and dossiers:
        _write_page(args.html, dossiers)
    if args.json:
        _print_json(dossiers, skipped, several=several)
    elif args.ftm:
        as_ftm = load("nongrata.outputs.ftm:as_ftm")
        for dossier in dossiers:
            for entity in as_ftm(dossier):
                sys.stdout.write(json.dumps(entity, ensure_ascii=False) + "\n")
    elif args.html != "-":
        console = Console(highlight=False)
        for dossier in dossiers:
            print_dossier(dossier, console)
    print_skipped(skipped, Console(stderr=True, highlight=False))


def _print_json(dossiers: list[Dossier], skipped: list[Skipped], *, several: bool) -> None:
    shown: object = [as_json(dossier) for dossier in dossiers]
    if several:
        rows = [{"stage": each.stage, "item": each.item, "reason": each.reason} for each in skipped]
        shown = {"dossiers": shown, "skipped": rows}
    elif dossiers:
        shown = as_json(dossiers[0])
    else:
        return
    json.dump(shown, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def _write_page(where: str, dossiers: list[Dossier]) -> None:
    page: str = load("nongrata.outputs.page:as_page")(dossiers)
    if where == "-":
        sys.stdout.write(page)
        return
    Path(where).write_text(page, "utf-8")
    _say(f"page written to {where}")


def _say(words: str) -> None:
    sys.stderr.write(" ".join(words.split("\n")) + "\n")


if __name__ == "__main__":
    sys.exit(main())
