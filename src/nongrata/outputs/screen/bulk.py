"""Rows answered by Spark: in pieces, each by an executor, that are put together again in the rows' order."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from functools import lru_cache, partial
from itertools import count, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from nongrata.corpus.cluster import Cluster, cluster, folder_here
from nongrata.corpus.tools import open_kept, prepare
from nongrata.desk import Desk
from nongrata.outputs.screen.answer import Asked, answers
from nongrata.outputs.screen.engines import Engine, Rows, Told, told_of
from nongrata.outputs.screen.request import Form, ScreenRequest
from nongrata.outputs.screen.write import MadeBy, writing_of
from nongrata.outputs.story.read import ReadRequest
from nongrata.rows import BadRow, Row
from nongrata.screening.pack import pack_index
from nongrata.settings import Settings
from nongrata.store.index import IndexShelf
from nongrata.values import StoreError

PIECE = 500  # rows of a task: a second's work
AT_ONCE = 200  # pieces of a job: what the driver holds
_HOME, _LISTS = "nongrata-home", "nongrata-lists"  # as they are shipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulk:
    """What executors need to know."""

    settings: Settings
    key: str | None  # of the index in the home; None: it is over lists of this run alone
    lists: Path | None = None  # the folder of such an index
    stakes: tuple[Path, ...]
    asked: Asked
    form: Form
    explain: bool


def by_spark(request: ScreenRequest, listed: ReadRequest, desk: Desk, settings: Settings) -> Engine:
    """Give what answers rows on Spark's executors: the same texts in the same order, wherever pieces are cut."""
    is_kept = not listed.lists and listed.starter and listed.as_of is None
    bulk = Bulk(
        settings=settings,
        key=prepare(settings.home, triage=False).key if is_kept else None,
        stakes=listed.stakes,
        asked=request.asked,
        form=request.form,
        explain=request.explain,
    )
    return partial(answer_all, bulk, desk, master=request.master)


def answer_all(bulk: Bulk, desk: Desk, rows: Rows, *, master: str | None, piece: int = PIECE) -> Iterator[Told]:
    """Answer all rows, so many pieces at a time."""
    rest = iter(rows)
    with _indexed(bulk, desk) as ready, cluster("nongrata screen", master=master) as spark:
        _ship(spark, ready)
        pieces = _pieces(rest, piece)
        while some := list(islice(pieces, AT_ONCE)):
            done = spark.start(partial(_answer_piece, ready), some).result()
            for each in some:
                yield from (Told(**told) for told in json.loads(done[each]))


@contextmanager
def _indexed(bulk: Bulk, desk: Desk) -> Iterator[Bulk]:
    """Have the index where executors find it: in the home, or packed anew where it is over lists of this run alone."""
    if bulk.key is None:
        with TemporaryDirectory(prefix="nongrata-") as made:
            folder = Path(made)
            if IndexShelf(folder).keep(made, pack_index(desk.index.parties, desk.index.versions, made)) is None:
                raise StoreError(made, "no index could be kept there", "a folder of temporary files with room")
            yield replace(bulk, key=made, lists=folder)
    else:
        yield bulk


def _ship(spark: Cluster, bulk: Bulk) -> None:
    spark.ship(_HOME, bulk.settings.home)
    if bulk.lists is not None:
        spark.ship(_LISTS, bulk.lists)


def _pieces(rows: Iterator[Row | BadRow], size: int) -> Iterator[str]:
    """Give the rows in pieces, each with its place, as JSON."""
    for number in count():
        some = [{"is_bad": isinstance(row, BadRow), **asdict(row)} for row in islice(rows, size)]
        if not some:
            return
        yield json.dumps([number, some])


def _answer_piece(bulk: Bulk, piece: str) -> str:
    """Answer the rows of a piece, on an executor."""
    desk = _desk(bulk)
    made_by = MadeBy(lists=desk.index.versions, as_of=bulk.asked.as_of, threshold=bulk.asked.threshold)
    each = writing_of(bulk.form, made_by, explain=bulk.explain).each
    _number, rows = json.loads(piece)
    return json.dumps([asdict(told_of(answer, each)) for answer in answers(desk, map(_row, rows), bulk.asked)])


@lru_cache(maxsize=1)
def _desk(bulk: Bulk) -> Desk:
    assert bulk.key is not None
    home = folder_here(_HOME, bulk.settings.home)
    lists = None if bulk.lists is None else folder_here(_LISTS, bulk.lists)
    return open_kept(replace(bulk.settings, home=home), bulk.key, lists=lists, stakes=bulk.stakes)


def _row(told: dict[str, Any]) -> Row | BadRow:
    is_bad = told.pop("is_bad")
    if is_bad:
        return BadRow(**told)
    properties = {name: tuple(values) for name, values in told.pop("properties").items()}
    names, notes = tuple(told.pop("names")), tuple(told.pop("notes"))
    return Row(**told, names=names, notes=notes, properties=properties)
