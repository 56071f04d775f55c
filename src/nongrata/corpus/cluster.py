"""Work handed to Spark: texts in, texts out, a task for each. The one file that knows PySpark, by the extra `spark`.

Folders that executors need go to each of them once, as one file; with a local master, they are there already.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZIP_STORED, ZipFile

from nongrata.store.files import remove
from nongrata.values import NongrataError
from nongrata.values.loading import load

EXTRA = "spark"
_SAID = re.compile(r"^\s*(?:nongrata[\w.]*Error: |(?=\w+Error: ))(.*)$", re.M)  # the last line of a Python traceback
_JAVA = re.compile(r"(?:Exception|Error): ([^\n]+)")  # what Java said first
_NOT_SHIPPED = frozenset(("lists", "joins.jsonl"))  # what the index is made of
_COLUMNS = "item string, answer string"

Work = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Cluster:
    """A Spark session."""

    session: Any
    threads: ThreadPoolExecutor

    def ship(self, name: str, folder: Path) -> None:
        """Have a folder on each executor under this name, unless all are on this machine."""
        context = self.session.sparkContext
        if context.master.startswith("local"):
            return
        with TemporaryDirectory() as made:
            packed = Path(made) / f"{name}.zip"
            with ZipFile(packed, "w", ZIP_STORED) as archive:
                for path in sorted(folder.rglob("*")):
                    inside = path.relative_to(folder)
                    if path.is_file() and inside.parts[0] not in _NOT_SHIPPED and not inside.name.startswith("."):
                        archive.write(path, str(inside))
            context.addFile(str(packed))

    def start(self, work: Work, items: Sequence[str]) -> Future[dict[str, str]]:
        """Begin work on all items in one job, so that all executors have some; give what is made of each."""
        frames = load("pandas:DataFrame", extra=EXTRA)
        frame = self.session.createDataFrame(frames({"item": list(items)}))
        # One partition an item: Spark hands them out as workers get free, and tries those of a lost executor again.
        spread = frame.repartitionByRange(len(items), "item")
        return self.threads.submit(self._collect, spread.mapInPandas(lambda parts: _do(parts, work), _COLUMNS))

    def _collect(self, done: Any) -> dict[str, str]:
        self.session.sparkContext.setJobGroup(str(id(self)), "nongrata", interruptOnCancel=True)
        return {row["item"]: row["answer"] for row in done.collect()}

    def stop(self) -> None:
        """Give up what is under way."""
        self.session.sparkContext.cancelJobGroup(str(id(self)))


@contextmanager
def cluster(name: str, *, master: str | None) -> Iterator[Cluster]:
    """Give a session of this name; what is under way at the end is given up.

    Raises MissingExtra without PySpark, NongrataError where Spark cannot start or gives up.
    """
    sessions, _frames = load("pyspark.sql:SparkSession", extra=EXTRA), load("pandas:DataFrame", extra=EXTRA)
    failed = (load("pyspark.errors:PySparkException", extra=EXTRA), load("py4j.protocol:Py4JError", extra=EXTRA))
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = sessions.builder.appName(name).config("spark.ui.showConsoleProgress", "false")
    try:
        session = (builder.master(master) if master is not None else builder).getOrCreate()
    except failed as error:
        where = f"master {master}" if master is not None else "the default master"
        said = (_JAVA.findall(str(error)) or [" ".join(str(error).split())])[0][:200]
        wanted = "wanted Java 17, and a master that can be reached: check --master"
        raise NongrataError(f"Spark: no session could be had of {where} ({said}); {wanted}") from None
    try:
        with ThreadPoolExecutor(1) as threads:
            each = Cluster(session, threads)
            try:
                yield each
            except BaseException:
                each.stop()
                raise
    except failed as error:
        raise NongrataError(_in_words(error)) from None


def folder_here(name: str, folder: Path) -> Path:
    """Give a folder as this machine has it: the one it shares, or the one that was shipped to it."""
    if (folder / "index").exists():
        return folder
    packed = Path(load("pyspark:SparkFiles", extra=EXTRA).get(f"{name}.zip"))
    place = packed.with_suffix("")
    if packed.exists() and not place.exists():
        beside = packed.with_name(f".{name}-{os.getpid()}")
        with ZipFile(packed) as archive:
            archive.extractall(beside)
        try:
            beside.rename(place)
        except OSError:  # another worker of this executor was quicker
            remove(beside)
    return place


def _do(parts: Iterable[Any], work: Work) -> Iterator[Any]:
    """Work on the items in these frames, on an executor."""
    frames = load("pandas:DataFrame", extra=EXTRA)
    for part in parts:
        yield frames({"item": part["item"], "answer": [work(item) for item in part["item"]]})


def _in_words(error: Exception) -> str:
    """Give what went wrong in a line: what an executor's Python said, where it said something."""
    told = _SAID.findall(str(error))
    said = told[-1] if told else " ".join(str(error).split())[:300]
    hint = "wanted nongrata[spark] installed on each machine, and the same command run again"
    return f"Spark: {said[:300]}; {hint if 'No module' in said else 'run the same command again to go on'}"
