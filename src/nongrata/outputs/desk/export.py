"""`nongrata export`: what the store holds, for other tools: JSON, FollowTheMoney, PLOVER, csv, graphs; a PDF of one."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from nongrata.desk import parse_day
from nongrata.dossiers import Dossier
from nongrata.dossiers.from_json import from_json
from nongrata.outputs.aside import say
from nongrata.outputs.desk.export_graph import as_gexf, as_graphml, graph_of
from nongrata.outputs.desk.export_tables import events_csv, parties_csv
from nongrata.outputs.desk.printed import print_page
from nongrata.outputs.story.show import READ, speak_utf8
from nongrata.outputs.words import counted
from nongrata.settings import Settings
from nongrata.store.opened import Store, open_store
from nongrata.store.record import DossierId
from nongrata.store.stories.query import StoryQuery
from nongrata.values import NongrataError, SettingError
from nongrata.values.loading import load

_PAGE = 200
Written = Callable[[Store, tuple[DossierId, ...]], Iterator[str]]


def add_export_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `export`."""
    parser = commands.add_parser(
        "export",
        help="write what the store holds for other tools",
        description="Write the kept dossiers as JSON lines, FollowTheMoney, PLOVER, csv or a graph, or one as a PDF.",
    )
    parser.add_argument("dossiers", nargs="*", metavar="ID", help="a dossier's id (default: all that are kept)")
    parser.add_argument("--format", choices=sorted((*WRITERS, "pdf")), default="json", help="default json")
    parser.add_argument("--since", metavar="DATE", help="stories from this day on")
    parser.add_argument("--until", metavar="DATE", help="stories up to this day")
    parser.add_argument("--out", metavar="FILE", help="write there (default: standard output)")
    parser.set_defaults(run=_export)


def _export(args: argparse.Namespace, settings: Settings) -> int:
    store = open_store(settings)
    asked = tuple(DossierId(each) for each in args.dossiers)
    missing = [each for each in asked if store.dossiers.get(each) is None]
    if missing:
        raise NongrataError(f"{missing[0]}: found no such dossier in the store; wanted the id of one")
    if args.format == "pdf":
        return _write_pdf(store, asked, args.out)
    if not asked:
        query = StoryQuery(since=parse_day("--since", args.since), until=parse_day("--until", args.until), limit=_PAGE)
        asked = tuple(dict.fromkeys(all_dossiers(store, query)))
        if not asked:
            say("note: found no kept story to write: nongrata read story.txt --keep  keeps one")
    lines = WRITERS[args.format](store, asked)
    if args.out is None:
        speak_utf8()
        sys.stdout.writelines(lines)
        return READ
    with Path(args.out).open("w", encoding="utf-8", errors="backslashreplace", newline="") as out:
        out.writelines(lines)
    say(f"{counted(len(asked), 'dossier')} written to {args.out}")
    return READ


def all_dossiers(store: Store, query: StoryQuery) -> Iterator[DossierId]:
    """Give the dossiers of all stories that are asked for, page by page."""
    page = store.stories.find(query)
    while page:
        yield from (story.dossier for story in page)
        page = store.stories.find(
            StoryQuery(since=query.since, until=query.until, limit=query.limit, before=page[-1].id)
        )


def _dossiers(store: Store, asked: tuple[DossierId, ...]) -> Iterator[Dossier]:
    for each in asked:
        told = store.dossiers.get(each)
        if told is not None:
            yield from_json(told)


def _json(store: Store, asked: tuple[DossierId, ...]) -> Iterator[str]:
    for each in asked:
        yield json.dumps(store.dossiers.get(each), ensure_ascii=False) + "\n"


def _records(where: str) -> Written:
    """Give what writes each dossier's records, one JSON object a line."""

    def written(store: Store, asked: tuple[DossierId, ...]) -> Iterator[str]:
        records: Callable[[Dossier], Iterator[object]] = load(where)
        for dossier in _dossiers(store, asked):
            for record in records(dossier):
                yield json.dumps(record, ensure_ascii=False) + "\n"

    return written


def _graphml(store: Store, asked: tuple[DossierId, ...]) -> Iterator[str]:
    return as_graphml(graph_of(store, asked))


def _gexf(store: Store, asked: tuple[DossierId, ...]) -> Iterator[str]:
    return as_gexf(graph_of(store, asked))


WRITERS: Mapping[str, Written] = {
    "json": _json,
    "ftm": _records("nongrata.outputs.story.as_ftm:as_ftm"),
    "plover": _records("nongrata.outputs.story.as_plover:as_plover"),
    "csv": parties_csv,
    "events-csv": events_csv,
    "graphml": _graphml,
    "gexf": _gexf,
}


def _write_pdf(store: Store, asked: tuple[DossierId, ...], out: str | None) -> int:
    if len(asked) != 1 or out is None:
        raise SettingError("--format", "pdf", "the id of one dossier, and --out FILE")
    Path(out).write_bytes(as_pdf(store, asked[0]))
    say(f"PDF written to {out}")
    return READ


def as_pdf(store: Store, asked: DossierId) -> bytes:
    """Give one dossier's page, printed with the Chromium that is found."""
    as_page: Callable[[list[Dossier]], str] = load("nongrata.outputs.story.page:as_page")
    return print_page(as_page(list(_dossiers(store, (asked,)))))
