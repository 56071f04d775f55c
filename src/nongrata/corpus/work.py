"""One shard, from its pages to its rows in their place: what a worker does, here or on another machine."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import partial
from textwrap import shorten

from nongrata.corpus.output import Output
from nongrata.corpus.pages import pages_of
from nongrata.corpus.record import Asked, Counts, Failure, Shard
from nongrata.corpus.tables import Row, day_of, dropped_row, rows_of, skipped_row
from nongrata.corpus.tools import Tools, open_tools
from nongrata.dossiers import Dossier
from nongrata.sources import Capture
from nongrata.triage import Look, look_at
from nongrata.values import MissingExtra, Skipped, StoreError

NO_DAY = "unknown"  # of what is no page
_SHORT_REASON = 120  # characters by which reasons are counted
_LOOKED_AT = frozenset(("text/html", "application/xhtml+xml", "text/plain"))

Placed = tuple[str, str, Row]  # a table, a day, a row


def run_shard(shard: Shard, asked: Asked) -> Counts | Failure:
    """Read a shard and put its rows in their place; give what its pages came to, or why it could not be done."""
    try:
        tools = open_tools(asked.home, asked.index_key, asked.store, triage=asked.triage, lists=asked.lists)
        counts = Counts()
        rows: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
        for table, day, row in _rows(shard, tools, asked, counts):
            rows[table, day].append(row)
        Output(asked.out).put(shard, rows, counts)
    except (StoreError, MissingExtra) as error:
        return Failure(shard=shard.name, reason=str(error), stops_run=True)
    except OSError as error:
        where = error.filename or asked.out
        return Failure(shard=shard.name, reason=f"{where}: {error.strerror or error}", stops_run=True)
    return counts


def _rows(shard: Shard, tools: Tools, asked: Asked, counts: Counts) -> Iterator[Placed]:
    """Give the rows of a shard, in the order of its pages."""
    for found in pages_of(shard):
        if isinstance(found, Skipped):
            yield _skip(found, NO_DAY, counts)
            continue
        counts.pages += 1
        counts.bytes += len(found.body)
        look = _look(found, tools)
        if look is not None and not look.passes:
            counts.dropped += 1
            if asked.sample_one_in and zlib.crc32(found.uri.encode("utf-8", "replace")) % asked.sample_one_in == 0:
                counts.sampled += 1
                yield _placed(day_of(found), dropped_row(found, look))
            continue
        yield from _read(found, look, tools, asked, counts)


def _look(page: Capture, tools: Tools) -> Look | None:
    """Give a first look at a page or a text; what is packed otherwise (a PDF, a feed) is read in any case."""
    if tools.sieve is None or page.media_type not in _LOOKED_AT:
        return None
    return look_at(page.body, tools.sieve, charset=page.charset)


def _read(page: Capture, look: Look | None, tools: Tools, asked: Asked, counts: Counts) -> Iterator[Placed]:
    read = partial(tools.desk.read_capture, as_of=None if asked.as_of is None else date.fromisoformat(asked.as_of))
    placed: list[Placed] = []
    try:
        found = read(page)
        if isinstance(found, Dossier):
            placed = [_placed(day_of(page), row) for row in rows_of(found, look)]
    except Exception as error:  # noqa: BLE001 - a fault of ours in one page of a million must not stop the others
        told = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        found = Skipped(stage="corpus", item=page.uri, reason=f"met a fault of ours ({told}); wanted: please report it")
    if isinstance(found, Dossier):
        counts.dossiers += 1
        counts.listed += bool(placed[0][2]["listed"])
        yield from placed
    else:
        yield _skip(found, day_of(page), counts)


def _skip(found: Skipped, day: str, counts: Counts) -> Placed:
    counts.skipped[f"{found.stage}: {shorten(found.reason, _SHORT_REASON, placeholder=' …')}"] += 1
    return _placed(day, skipped_row(found))


def _placed(day: str, row: tuple[str, Row]) -> Placed:
    return row[0], day, row[1]
