"""`nongrata lists export`: lists as our JSON lines, as FollowTheMoney entities, or as csv for a spreadsheet."""

from __future__ import annotations

import argparse
import csv
import io
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from nongrata.lists import Designation, ListedName, ListFile, Listing, lines_of
from nongrata.outputs.aside import progress, say
from nongrata.outputs.lists.words import SCHEMA, known_ids
from nongrata.outputs.story.show import print_json, speak_utf8
from nongrata.settings import Settings
from nongrata.store import ListShelf
from nongrata.values import NongrataError, SettingError, parse_date
from nongrata.values.loading import load

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_ENDINGS = {"json": "jsonl", "ftm": "ftm.json", "csv": "csv"}
# The columns of the csv, and what stands in each: several values with "; " between them.
COLUMNS: Mapping[str, Callable[[Listing, Designation], list[str]]] = {
    "list": lambda _, act: [act.list_id],
    "id": lambda _, act: [act.entity_id],
    "schema": lambda listing, _: [listing.schema],
    "name": lambda _, act: [act.caption],
    "other_names": lambda listing, act: [name_words(name) for name in listing.names if name.text != act.caption],
    "birth_dates": lambda listing, _: [str(day) for day in listing.birth_dates],
    "countries": lambda listing, _: list(listing.countries),
    "positions": lambda listing, _: list(listing.positions),
    "identifiers": lambda listing, _: [f"{found.kind} {found.value}" for found in listing.identifiers],
    "addresses": lambda listing, _: [address.text for address in listing.addresses],
    "programs": lambda _, act: list(act.programs),
    "authority": lambda _, act: [act.authority or ""],
    "listed_on": lambda _, act: [] if act.listed_on is None else [str(act.listed_on)],
    "delisted_on": lambda _, act: [] if act.delisted_on is None else [str(act.delisted_on)],
    "source_url": lambda _, act: [act.source_url or ""],
    "legal_act": lambda _, act: [act.legal_act or ""],
    "legal_act_url": lambda _, act: [act.legal_act_url or ""],
    "amended_on": lambda _, act: list(map(str, act.amended_on)),
    "reason": lambda _, act: [act.reason or ""],
}


def add_export_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `lists export`."""
    export = commands.add_parser(
        "export",
        help="write lists as JSON lines, FollowTheMoney or csv",
        description="Write lists as JSON lines (which `lists add` reads again), FollowTheMoney entities, or csv.",
    )
    export.add_argument("ids", nargs="*", metavar="ID", help="a list's id (default: all that were added)")
    export.add_argument("--format", choices=sorted(_ENDINGS), default="json", help="default json")
    export.add_argument("--as-of", metavar="DATE", help="the version of this day, not the one in use")
    export.add_argument("--out", metavar="FOLDER", help="write a file for each list (default: standard output)")
    export.add_argument("--json", action="store_true", help=f"say in JSON what was written to --out ({SCHEMA})")
    export.set_defaults(run=_export)


def _export(args: argparse.Namespace, settings: Settings) -> int:
    if args.out is not None and not Path(args.out).is_dir():
        raise SettingError("--out", args.out, "a folder that is there")
    with progress("reading the lists"):
        files = _files(args, ListShelf(settings.home))
    write = _WRITERS[args.format]
    if args.out is None:
        if args.format == "json" and len(files) > 1:
            raise NongrataError(f"found {len(files)} lists; wanted one, or a folder for them: --out FOLDER")
        speak_utf8()
        for number, file in enumerate(files):
            sys.stdout.writelines(line for at, line in enumerate(write(file)) if at or not (number and write is _csv))
        return 0
    written = []
    for file in files:
        path = Path(args.out) / f"{file.version.list_id}_{file.version.version}.{_ENDINGS[args.format]}"
        with path.open("w", encoding="utf-8", newline="") as out:
            out.writelines(write(file))
        written.append({"list_id": file.version.list_id, "file": str(path), "entities": file.version.entities})
        say(f"written to {path}")
    if args.json:
        print_json({"schema": SCHEMA, "written": written})
    return 0


def _files(args: argparse.Namespace, shelf: ListShelf) -> list[ListFile]:
    ids = known_ids(shelf, args.ids)
    if not ids:
        raise NongrataError("found no lists to export; wanted some: add them with  nongrata lists sync")
    day = None if args.as_of is None else parse_date(args.as_of)
    if args.as_of is not None and day is None:
        raise SettingError("--as-of", args.as_of, "a day as YYYY-MM-DD")
    kept = [shelf.in_use(list_id) if day is None else shelf.kept_on(list_id, day.latest) for list_id in ids]
    return [shelf.load(each) for each in kept if each is not None]


def _ftm(file: ListFile) -> Iterator[str]:
    for entity in load("nongrata.lists.ftm.as_entities:as_ftm")(file):
        yield json.dumps(entity, ensure_ascii=False) + "\n"


def _csv(file: ListFile) -> Iterator[str]:
    yield _row(list(COLUMNS))
    for listing in file.listings:
        for act in listing.designations:
            yield _row([harmless("; ".join(values(listing, act))) for values in COLUMNS.values()])


def _row(fields: list[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(fields)
    return out.getvalue()


def name_words(name: ListedName) -> str:
    """Give a name with what tells it from the others: that it is weak or a former one, and its language.

    >>> name_words(ListedName(text="Ванюша", kind="weak", language="ru"))
    'Ванюша (weak, ru)'
    """
    told = ", ".join(filter(None, (name.kind if name.kind in ("weak", "former") else "", name.language)))
    return f"{name.text} ({told})" if told else name.text


def harmless(cell: str) -> str:
    """Give a cell that no spreadsheet takes for a formula.

    >>> harmless("=1+1"), harmless("ROSTEC"), harmless("-0-")
    ("'=1+1", 'ROSTEC', "'-0-")
    """
    text = "".join(letter for letter in cell if letter in "\t\n" or letter.isprintable())
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


_WRITERS: Mapping[str, Callable[[ListFile], Iterator[str]]] = {"json": lines_of, "ftm": _ftm, "csv": _csv}
