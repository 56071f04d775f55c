"""`nongrata screen`: names, or a table of them, held against the lists."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path
from time import monotonic

from nongrata.desk import Desk
from nongrata.outputs.aside import progress, say, say_progress
from nongrata.outputs.screen.answer import Counts, answers, in_words
from nongrata.outputs.screen.engines import Engine, Told, here
from nongrata.outputs.screen.journal import Written, answer_file
from nongrata.outputs.screen.options import add_screen_options
from nongrata.outputs.screen.request import ScreenRequest, screen_request
from nongrata.outputs.screen.sources import check_lists, rows_of, table_among
from nongrata.outputs.screen.write import MadeBy, Writing, writing_of
from nongrata.outputs.story.read import add_list_options, listed_request, open_for
from nongrata.outputs.story.show import READ, SOME_SKIPPED, UNUSABLE, Shape, speak_utf8
from nongrata.rows import digest_of
from nongrata.rows.opened import is_file
from nongrata.settings import Settings
from nongrata.values.loading import load
from nongrata.values.version import __version__

_EVERY = 0.2  # seconds between two looks at how far it is


def add_screen_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `screen`."""
    parser = commands.add_parser(
        "screen",
        usage="%(prog)s NAME... | FILE | - [options]",
        help="hold names, or a table of them, against the lists",
        description="Hold names, or the rows of a table (csv, xlsx, ods, JSON lines, FollowTheMoney, parquet), against "
        "the lists: who is on them, how sure that is, and why.",
    )
    parser.add_argument("sources", nargs="*", metavar="NAME|FILE", help="names, one table, or - for standard input")
    add_list_options(parser)
    add_screen_options(parser)
    parser.set_defaults(run=_screen)


def _screen(args: argparse.Namespace, settings: Settings) -> int:
    table = table_among(args.sources, [*args.ids, *args.lists])
    request = screen_request(args)
    rows_of(replace(request, sources=()), table)  # refuses options that don't fit, before the lists are opened
    with progress("opening the lists"):
        listed = listed_request(args, Shape(form="terminal"))
        desk = open_for(listed, settings)
    check_lists(desk, request.asked.only)
    if request.form == "table":
        return _status(_show(request, desk, table))
    made_by = MadeBy(lists=desk.index.versions, as_of=request.asked.as_of, threshold=request.asked.threshold)
    writing = writing_of(request.form, made_by, explain=request.explain)
    if request.engine == "spark":
        # Only what is asked for is imported: it takes a second.
        by_spark: Callable[..., Engine] = load("nongrata.outputs.screen.bulk:by_spark")
        engine = by_spark(request, listed, desk, settings)
    else:
        engine = here(desk, request.asked, writing.each)
    asked = _Asked(request=request, desk=desk, table=table, writing=writing, engine=engine)
    return _status(_print(asked) if request.output is None else _write(asked, request.output))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What is screened, how, and how answers are written."""

    request: ScreenRequest
    desk: Desk
    table: str | None
    writing: Writing
    engine: Engine


def _show(request: ScreenRequest, desk: Desk, table: str | None) -> Counts:
    show = load("nongrata.outputs.screen.table:show_answers")
    found = answers(desk, rows_of(request, table), request.asked)
    counts: Counts = show(found, desk.index.versions, explain=request.explain, is_table=table is not None)
    return counts


def _print(asked: _Asked) -> Counts:
    """Write the answers to standard output."""
    writing, counts = asked.writing, Counts()
    speak_utf8()
    sys.stdout.write(writing.before)
    for told in asked.engine(rows_of(asked.request, asked.table)):
        sys.stdout.write((writing.between if counts else "") + told.text)
        counts[told.outcome] = counts.get(told.outcome, 0) + 1
        _tell_skipped(told, asked.request)
    sys.stdout.write(writing.after)
    if asked.table is not None:
        say(in_words(counts))
    return counts


def _write(asked: _Asked, output: Path) -> Counts:
    """Write the answers to a file, going on where they were begun."""
    with progress("looking at the table"):
        key = _key(asked.request, asked.desk, asked.table)
    with answer_file(output, key) as written:
        if not written.is_done:
            _write_rest(asked, written)
        say(f"{in_words(written.counts)} Written to {output}")
        return written.counts


def _write_rest(asked: _Asked, written: Written) -> None:
    before, writing, place = written.rows, asked.writing, written.path
    if before:
        say(f"note: {place}: {before:,} rows were done before; going on behind them")
    else:
        if written.left_out:
            say(f"note: {place}: what was begun there was of another table, other lists or options; begun anew")
        written.write(("\ufeff" if asked.request.form == "csv" else "") + writing.before)  # the mark is for Excel
    rows = rows_of(asked.request, asked.table)
    for _row in islice(rows, before):
        pass
    try:
        with say_progress(f"screening {asked.table or 'names'}") as tell:
            for told in _counted(asked.engine(rows), written, tell):
                written.write((writing.between if written.rows else "") + told.text, told.outcome)
                _tell_skipped(told, asked.request)
    except KeyboardInterrupt:
        written.save()
        say(f"{written.rows:,} rows are done; the same command goes on behind them")
        raise
    written.write(writing.after)
    written.finish()


def _counted(found: Iterator[Told], written: Written, tell: Callable[[str], None]) -> Iterator[Told]:
    """Give the answers, telling now and then how far it is."""
    start, last, before = monotonic(), 0.0, written.rows
    for each in found:
        yield each
        now = monotonic()
        if now - last >= _EVERY:
            last = now
            speed = (written.rows - before) / max(now - start, 0.001)
            tell(f"{in_words(written.counts)} {speed:,.0f} rows a second")


def _key(request: ScreenRequest, desk: Desk, table: str | None) -> str:
    """Give what the answers depend on; answers begun under another key are not gone on with."""
    # What comes through a pipe cannot be read again from its start, so nothing is gone on with.
    source = digest_of(table) if table is not None and is_file(table) else os.urandom(16).hex()
    told = {
        "source": source,
        "made_by": __version__,
        "lists": [(used.list_id, used.version, used.sha256) for used in desk.index.versions],
        "stakes": [used.sha256 for used in desk.ledger.sources],
        "layout": asdict(request.layout),
        "asked": {**asdict(request.asked), "only": sorted(request.asked.only), "as_of": str(request.asked.as_of)},
        "form": (request.form, request.explain),
    }
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def _tell_skipped(told: Told, request: ScreenRequest) -> None:
    """Say that a row was skipped where the answers cannot: FollowTheMoney has no way to."""
    if request.form == "ftm" and told.skipped is not None:
        say(f"skipped: {told.skipped}")


def _status(counts: Counts) -> int:
    skipped = counts.get("skipped", 0)
    if skipped == sum(counts.values()):
        return UNUSABLE
    return SOME_SKIPPED if skipped else READ
