"""`nongrata corpus`: crawls, archives and folders of pages into tables."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from time import monotonic

from nongrata.corpus import Asked, Counts, Engine, Progress, run_corpus
from nongrata.corpus.tools import prepare, prepare_beside
from nongrata.desk import parse_day
from nongrata.outputs.aside import say, say_progress
from nongrata.outputs.numbers import whole_number
from nongrata.outputs.story.show import READ, SOME_SKIPPED
from nongrata.outputs.words import counted
from nongrata.settings import Settings
from nongrata.values import NongrataError, SettingError
from nongrata.values.loading import load

_ENGINES = ("local", "spark")
_EVERY = 30.0  # seconds between two lines where nobody looks at a terminal
_MOST_WORKERS = 256
_REASONS_SHOWN = 8
_LISTS = Path(".corpus") / "lists"  # of the output folder, which all workers see


def add_corpus_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `corpus`."""
    parser = commands.add_parser(
        "corpus",
        usage="%(prog)s SOURCE... --out DIR [options]",
        help="read crawls, archives and folders into tables",
        description="Read many pages (WARC, WET, Parquet, JSON lines, folders) into Parquet tables of dossiers, "
        "parties, matches and events. A first look drops pages that cannot concern a list. The same command goes on "
        "where it was stopped.",
    )
    parser.add_argument("sources", nargs="*", metavar="SOURCE", help="a WARC, Parquet or JSON-lines file, or a folder")
    parser.add_argument("--out", metavar="DIR", help="where the tables go")
    parser.add_argument("--workers", metavar="N", default="", help="processes; as many as there are processors")
    parser.add_argument("--engine", choices=_ENGINES, default="local", help="local processes, or Spark")
    parser.add_argument("--master", metavar="URL", help="Spark's master, as local[4]; else what spark-submit tells")
    parser.add_argument("--no-triage", action="store_true", help="read every page in full, without a first look")
    parser.add_argument(
        "--sample", metavar="N", default="100", help="keep one in N of the dropped pages; 0: none (default: 100)"
    )
    parser.add_argument("--as-of", metavar="DATE", help="ask what was in force on this day, not on each story's")
    parser.add_argument(
        "--lists", nargs="+", action="extend", default=[], metavar="PATH",
        help="use these list files (or folders of them) instead of those added with `nongrata lists add`",
    )  # fmt: skip
    parser.add_argument("--no-starter", action="store_true", help="don't fill in with the starter list")
    parser.set_defaults(run=_corpus)


def _corpus(args: argparse.Namespace, settings: Settings) -> int:
    if not args.sources:
        raise NongrataError("found no SOURCE; wanted files or folders of pages: see  nongrata corpus --help")
    if not args.out:
        raise NongrataError("found no --out; wanted the folder that the tables go to")
    if args.master is not None and args.engine != "spark":
        raise SettingError("--master", args.master, "--engine spark with it")
    workers = whole_number("--workers", args.workers, most=_MOST_WORKERS) if args.workers else os.cpu_count() or 1
    sample = whole_number("--sample", args.sample, least=0, most=1_000_000_000)
    day = parse_day("--as-of", args.as_of)
    load("pyarrow:Table", extra="parquet")  # said before an hour's work, not after
    engine = _engine(args, workers)
    asked = _asked(args, settings, sample, None if day is None else day.isoformat())
    last = _told(run_corpus([str(Path(source).absolute()) for source in args.sources], asked, engine))
    return _tell(last, args.out)


def _asked(args: argparse.Namespace, settings: Settings, sample: int, day: str | None) -> Asked:
    """Give what the options ask for, with the lists' index where the workers find it."""
    triage, out = not args.no_triage, Path(args.out).absolute()
    named = tuple(map(Path, args.lists))
    beside = out / _LISTS if named or args.no_starter else None
    with say_progress("opening the lists"):
        if beside is None:
            lists = prepare(settings.home, triage=triage)
        else:
            lists = prepare_beside(beside, settings.home, named, starter=not args.no_starter, triage=triage)
    if not lists.versions:
        raise NongrataError("found --no-starter and no other list; wanted one: add it with  nongrata lists add FILE")
    for note in lists.notes:
        say(f"note: {note.item}: {note.reason}")
    return Asked(
        home=str(settings.home.absolute()),
        index_key=lists.key,
        lists=None if beside is None else str(beside),
        store=settings.store,
        out=str(out),
        triage=triage,
        sample_one_in=sample,
        as_of=day,
    )


def _engine(args: argparse.Namespace, workers: int) -> Engine:
    # Only what is asked for is imported: Spark takes seconds.
    if args.engine == "spark":
        return partial(load("nongrata.corpus.spark:run_spark"), master=args.master)
    return partial(load("nongrata.corpus.local:run_local"), workers=workers)


def _told(run: Iterable[Progress]) -> Progress:
    """Show how far it is; give the end."""
    last: Progress | None = None
    before, began, said = 0, monotonic(), monotonic()
    with say_progress("cutting the sources into parts") as show:
        for each in run:
            before = each.counts.pages if last is None else before
            last = each
            words = _how_far(each, (each.counts.pages - before) / max(monotonic() - began, 0.001))
            show(words)
            if monotonic() - said >= _EVERY:
                said = monotonic()
                say(words)
    assert last is not None
    return last


def _how_far(progress: Progress, pace: float) -> str:
    counts = progress.counts
    return (
        f"{progress.done:,} of {counted(progress.shards, 'part')}: "
        f"{counted(counts.pages, 'page')} ({pace:,.0f} a second), "
        f"{counts.dossiers:,} read, {counts.listed:,} with listed parties"
    )


def _tell(progress: Progress, out: str) -> int:
    counts = progress.counts
    say(f"{counted(counts.pages, 'page')}: {_in_words(counts)}. Written to {out}")
    for reason, count in counts.skipped.most_common(_REASONS_SHOWN):
        say(f"  {count:,} × {reason}")
    for failure in progress.failures:
        say(f"part {failure.shard} is not done: {failure.reason}")
    return READ if progress.is_whole and not counts.skipped else SOME_SKIPPED


def _in_words(counts: Counts) -> str:
    skipped = sum(counts.skipped.values())
    return (
        f"{counts.dropped:,} dropped at the first look ({counts.sampled:,} kept as samples), "
        f"{counts.dossiers:,} read in full, {counts.listed:,} of them with listed parties; {skipped:,} skipped"
    )
