"""Shards by Spark: the same work under mapInPandas. The one file that knows PySpark, by the extra `spark`.

The home folder, without the lists' own files, goes to each executor once; with a local master, it is there already.
Rows are written by the executors, so that the output folder must be one that all of them see.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import asdict, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZIP_STORED, ZipFile

from nongrata.corpus.local import Done
from nongrata.corpus.output import Output
from nongrata.corpus.record import Asked, Counts, Failure, Shard, counts_of, shard_of
from nongrata.corpus.work import run_shard
from nongrata.store.files import remove
from nongrata.values import NongrataError
from nongrata.values.loading import load

EXTRA = "spark"
_SAID = re.compile(r"^\s*(?:nongrata[\w.]*Error: |(?=\w+Error: ))(.*)$", re.M)  # the last line of a Python traceback
_GROUP = "nongrata corpus"
_LOOK_EVERY = 1.0  # seconds between two looks for marks
_SHIPPED = "nongrata-home.zip"
_NOT_SHIPPED = frozenset(("lists", "joins.jsonl"))  # what the index is made of


def run_spark(shards: Sequence[Shard], asked: Asked, *, master: str | None) -> Iterator[Done]:
    """Give what each shard came to, as their marks are seen in the output folder.

    Raises MissingExtra without PySpark, NongrataError where Spark cannot start or gives up.
    """
    session, frames = load("pyspark.sql:SparkSession", extra=EXTRA), load("pandas:DataFrame", extra=EXTRA)
    failed = (load("pyspark.errors:PySparkException", extra=EXTRA), load("py4j.protocol:Py4JError", extra=EXTRA))
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    try:
        spark = _session(session, master)
        if not spark.sparkContext.master.startswith("local"):
            _ship(spark.sparkContext, Path(asked.home))
        frame = spark.createDataFrame(frames({"shard": [shard.as_json() for shard in shards]}))
        told = json.dumps(asdict(asked))
        # One partition a shard: Spark hands them out as workers get free, and tries those of a lost executor again.
        spread = frame.repartitionByRange(len(shards), "shard")
        done = spread.mapInPandas(lambda parts: _work(parts, told), "shard string, failure string, counts string")
        yield from _as_they_come(done, spark.sparkContext, {shard.name: shard for shard in shards}, Output(asked.out))
    except failed as error:
        raise NongrataError(_in_words(error)) from None


def _as_they_come(done: Any, context: Any, waited: dict[str, Shard], output: Output) -> Iterator[Done]:
    """Work on all shards in one job, so that all executors have work; look for marks meanwhile, then for failures."""

    def collect() -> list[Any]:
        context.setJobGroup(_GROUP, "pages into tables", interruptOnCancel=True)
        rows: list[Any] = done.collect()
        return rows

    with ThreadPoolExecutor(1) as thread:
        job = thread.submit(collect)
        try:
            while not job.done():
                wait([job], timeout=_LOOK_EVERY)
                for name, counts in output.done(waited).items():
                    yield waited.pop(name), counts
            for row in job.result():
                shard = shard_of(row["shard"])
                if shard.name in waited:
                    yield shard, _done(row)
        finally:
            if not job.done():
                context.cancelJobGroup(_GROUP)


def _in_words(error: Exception) -> str:
    """Give what went wrong in a line: what an executor's Python said, where it said something."""
    told = _SAID.findall(str(error))
    said = told[-1] if told else " ".join(str(error).split())[:300]
    hint = "wanted nongrata[spark] installed on each machine, and the same command run again"
    return f"Spark: {said[:300]}; {hint if 'No module' in said else 'run the same command again to go on'}"


def _session(session: Any, master: str | None) -> Any:
    builder = session.builder.appName("nongrata corpus").config("spark.ui.showConsoleProgress", "false")
    return (builder.master(master) if master is not None else builder).getOrCreate()


def _work(parts: Iterable[Any], told: str) -> Iterator[Any]:
    """Do the shards in these frames, on an executor."""
    frames = load("pandas:DataFrame", extra=EXTRA)
    asked = _at_home(Asked(**json.loads(told)))
    for part in parts:
        rows = []
        for text in part["shard"]:
            found = run_shard(shard_of(text), asked)
            if isinstance(found, Failure) and found.stops_run:
                raise NongrataError(found.reason)  # Spark tries it elsewhere, then gives the job up
            failure = json.dumps(asdict(found)) if isinstance(found, Failure) else ""
            counts = json.dumps(found.as_json()) if isinstance(found, Counts) else ""
            rows.append({"shard": text, "failure": failure, "counts": counts})
        yield frames(rows, columns=["shard", "failure", "counts"])


def _ship(context: Any, home: Path) -> None:
    """Send the home folder to the executors."""
    with TemporaryDirectory() as folder:
        packed = Path(folder) / _SHIPPED
        with ZipFile(packed, "w", ZIP_STORED) as archive:
            for path in sorted(home.rglob("*")):
                inside = path.relative_to(home)
                if path.is_file() and inside.parts[0] not in _NOT_SHIPPED and not inside.name.startswith("."):
                    archive.write(path, str(inside))
        context.addFile(str(packed))


def _at_home(asked: Asked) -> Asked:
    """Give what is asked with a home that this machine has: the one it shares, or the one that was shipped to it."""
    if (Path(asked.home) / "index").exists():
        return asked
    packed = Path(load("pyspark:SparkFiles", extra=EXTRA).get(_SHIPPED))
    home = packed.with_name("nongrata-home")
    if packed.exists() and not home.exists():
        beside = packed.with_name(f".nongrata-home-{os.getpid()}")
        with ZipFile(packed) as archive:
            archive.extractall(beside)
        try:
            beside.rename(home)
        except OSError:  # another worker of this executor was quicker
            remove(beside)
    return replace(asked, home=str(home))


def _done(row: Any) -> Counts | Failure:
    return Failure(**json.loads(row["failure"])) if row["failure"] else counts_of(json.loads(row["counts"]))
