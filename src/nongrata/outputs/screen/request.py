"""What the options of `nongrata screen` ask for, checked before any work."""

from __future__ import annotations

import argparse
import codecs
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from nongrata.desk import parse_day
from nongrata.names.comparing.compare import DEFAULT_THRESHOLD
from nongrata.outputs.numbers import whole_number
from nongrata.outputs.screen.answer import Asked
from nongrata.outputs.targets import replaced_file, target_file
from nongrata.rows import Layout
from nongrata.rows.heads import KINDS, SCHEMAS, schema_asked
from nongrata.values import SettingError

Form = Literal["table", "csv", "jsonl", "json", "ftm"]
Engine = Literal["local", "spark"]
FORMS: tuple[Form, ...] = ("table", "csv", "jsonl", "json", "ftm")
LIMIT = 5
_ENDINGS: Mapping[str, Form] = {
    ".csv": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".ftm.json": "ftm",
    ".ijson": "ftm",
    ".ftm": "ftm",
    ".json": "json",
}
_NOT_WRITTEN = (".xlsx", ".xls", ".ods", ".parquet", ".pdf", ".html", ".htm", ".docx", ".gz", ".zip", ".xml")
# The columns that have an option of their own; the others are told with --column KIND=HEAD.
COLUMNS = ("name", "first-name", "last-name", "birth-date", "country", "id", "schema")
_ABOUT = ("birth_date", "country", "gender", "id")  # what a name on the command line may have beside it


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenRequest:
    """What was asked for, checked."""

    sources: tuple[str, ...]
    layout: Layout
    about: Mapping[str, str]  # what is told of names on the command line
    asked: Asked
    form: Form
    explain: bool
    output: Path | None
    engine: Engine = "local"
    master: str | None = None  # Spark's


def screen_request(args: argparse.Namespace) -> ScreenRequest:
    """Give what the options ask for. Raises SettingError for what cannot be."""
    about = {name: value for name in _ABOUT if (value := getattr(args, name)) is not None}
    output = replaced_file("--output", target_file("--output", args.output, args.sources, read="table"))
    form: Form = "json" if args.json else args.format or _form_of(output)
    if form == "table" and output is not None:
        raise SettingError("--format", form, "csv, jsonl, json or ftm for a file")
    if form == "table" and args.engine == "spark":
        raise SettingError("--engine", args.engine, "--output FILE or --format csv, jsonl, json or ftm with it")
    if args.master is not None and args.engine != "spark":
        raise SettingError("--master", args.master, "--engine spark with it")
    return ScreenRequest(
        sources=tuple(args.sources),
        layout=_layout(args),
        about=about,
        asked=Asked(
            threshold=_threshold(args.threshold),
            limit=LIMIT if args.limit is None else whole_number("--limit", args.limit, most=1_000),
            as_of=parse_day("--as-of", args.as_of),
            only=frozenset(args.ids),
            rejected=args.rejected,
        ),
        form=form,
        explain=args.explain,
        output=output,
        engine=args.engine,
        master=args.master,
    )


def _layout(args: argparse.Namespace) -> Layout:
    columns = {
        column.replace("-", "_"): tuple(getattr(args, f"{column.replace('-', '_')}_column")) for column in COLUMNS
    }
    for told in args.column:
        kind, equals, head = told.partition("=")
        kind = kind.strip().replace("-", "_").replace(" ", "_")
        if not equals or not head or kind not in KINDS:
            raise SettingError("--column", told, f"KIND=HEAD, with a kind of {', '.join(KINDS)}")
        columns[kind] = (*columns.get(kind, ()), head)
    return Layout(
        columns={kind: heads for kind, heads in columns.items() if heads},
        schema=_schema(args.schema),
        delimiter=_delimiter(args.delimiter),
        encoding=_encoding(args.encoding),
        sheet=args.sheet,
        has_heads=not args.no_header,
        day_first=None if args.date_order is None else args.date_order == "dmy",
    )


def _schema(told: str | None) -> str | None:
    if told is None:
        return None
    found = schema_asked(told)
    if found is None:
        raise SettingError("--schema", told, f"one of {', '.join(SCHEMAS)}")
    return found


def _delimiter(told: str | None) -> str | None:
    told = "\t" if told in ("tab", "\\t") else told
    if told is not None and (len(told) != 1 or told in '"\r\n'):
        raise SettingError("--delimiter", told, 'one character, such as "," or ";", or "tab"')
    return told


def _encoding(told: str | None) -> str | None:
    try:
        return told if told is None else codecs.lookup(told).name
    except LookupError:
        raise SettingError("--encoding", str(told), "an encoding such as utf-8, cp1251, gb18030") from None


def _threshold(told: str | None) -> float:
    if told is None:
        return DEFAULT_THRESHOLD
    try:
        found = float(told)
    except ValueError:
        found = -1.0
    if not 0.0 <= found <= 1.0:
        raise SettingError("--threshold", told, "a number from 0 to 1")
    return found


def _form_of(output: Path | None) -> Form:
    name = "" if output is None else output.name.lower()
    if name.endswith(_NOT_WRITTEN):  # a csv under such a name opens in no program
        raise SettingError("--output", name, "a name that ends in .csv, .jsonl, .json or .ftm.json")
    return next(
        (form for ending, form in _ENDINGS.items() if name.endswith(ending)), "table" if output is None else "csv"
    )
