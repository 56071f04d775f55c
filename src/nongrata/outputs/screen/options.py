"""The options of `nongrata screen`: of the answer, of names on the command line, of a table's columns."""

from __future__ import annotations

import argparse

from nongrata.names.comparing.compare import DEFAULT_THRESHOLD
from nongrata.outputs.screen.request import COLUMNS, FORMS, LIMIT
from nongrata.rows.heads import KINDS, SCHEMAS


def add_screen_options(parser: argparse.ArgumentParser) -> None:
    """Register what `screen` has of its own; the lists and the day are as in `read`."""
    _add_answer_options(parser)
    about = parser.add_argument_group("of names on the command line")
    about.add_argument("--birth-date", metavar="DATE", help="the birth date, such as 1952-10-07 or 1952")
    about.add_argument("--country", metavar="COUNTRY", help="the country: nationality, seat or flag")
    about.add_argument("--gender", metavar="GENDER", help="male or female")
    about.add_argument("--id", metavar="ID", help="your own id of it")
    _add_file_options(parser.add_argument_group("of a file"))


def _add_answer_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--threshold", metavar="SCORE", help=f"show hits of this score and above, 0 to 1 (default {DEFAULT_THRESHOLD})"
    )
    parser.add_argument("--limit", metavar="N", help=f"at most so many hits for each row (default {LIMIT})")
    parser.add_argument(
        "--list",
        nargs="+",
        action="extend",
        default=[],
        metavar="ID",
        dest="ids",
        help="only hits on these lists, by id",
    )
    parser.add_argument("--explain", action="store_true", help="give the reasons of each hit, in sentences")
    parser.add_argument(
        "--rejected", action="store_true", help="also those of a like name whom a date, a country or a number rules out"
    )
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--format", choices=FORMS, help="default: by the ending of --output, else table")
    shape.add_argument("--json", action="store_true", help="the same as --format json")
    parser.add_argument(
        "--output", metavar="FILE", help="write here; after a kill, the same command goes on where it was"
    )
    parser.add_argument("--engine", choices=("local", "spark"), default="local", help="this process, or Spark")
    parser.add_argument("--master", metavar="URL", help="Spark's master, as local[4]; else what spark-submit tells")


def _add_file_options(table: argparse._ArgumentGroup) -> None:
    table.add_argument("--schema", metavar="SCHEMA", help=f"what rows are that don't tell it: {', '.join(SCHEMAS)}")
    for column in COLUMNS:
        table.add_argument(
            f"--{column}-column",
            action="append",
            default=[],
            metavar="HEAD",
            help=f"the column of the {column.replace('-', ' ')}",
        )
    table.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="KIND=HEAD",
        help=f"a column of another kind: {', '.join(KINDS)}",
    )
    table.add_argument(
        "--no-header", action="store_true", help="there are no heads; columns are told by number or letter"
    )
    table.add_argument("--delimiter", metavar="SIGN", help="what stands between the columns of a csv, or tab")
    table.add_argument("--encoding", metavar="NAME", help="the encoding of a text that is not UTF-8, such as cp1251")
    table.add_argument("--sheet", metavar="NAME", help="the sheet of a workbook, by name or number")
    table.add_argument("--date-order", choices=("dmy", "mdy"), help="how 01/02/1980 is meant (default: either)")
