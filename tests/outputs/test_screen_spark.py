"""A table screened on Spark: the same answers to the byte, wherever it is cut, over kept lists and over named ones."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from nongrata.corpus.tools import open_kept, prepare
from nongrata.desk import open_desk
from nongrata.outputs.screen.answer import Asked
from nongrata.outputs.screen.bulk import Bulk, answer_all
from nongrata.outputs.screen.engines import here
from nongrata.outputs.screen.write import MadeBy, writing_of
from nongrata.rows import BadRow, Row
from nongrata.screening.pack import pack_index
from nongrata.settings import Settings
from nongrata.store.index import IndexShelf
from nongrata.values.loading import load
from tests.command import command
from tests.conftest import missing

pytestmark = [pytest.mark.java, pytest.mark.filterwarnings("ignore")]  # PySpark's own warnings are not ours to mend
NAMES = ("Vladimir Putin", "Kim Jong Un", "Anna Orlova", "", "Baltic Yard")
ASKED = Asked(threshold=0.7, limit=5)


@pytest.fixture(scope="module", autouse=True)
def needs_spark() -> None:
    if shutil.which("java") is None:
        missing("java", "no Java on this machine")
    try:
        load("pyspark.sql:SparkSession")
    except ImportError:
        missing("java", "PySpark is not installed")


def table_of(count: int, path: Path) -> Path:
    lines = (f"C-{number},{NAMES[number % len(NAMES)]}" for number in range(count))
    path.write_text("id,name\n" + "\n".join(lines) + "\n", "utf-8")
    return path


def screened(*words: str | Path, home: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "NONGRATA_HOME": str(home)}
    return subprocess.run(command(("screen", *words)), env=env, capture_output=True, text=True, check=False)


def test_spark_writes_what_one_process_writes(tmp_path: Path) -> None:
    table = table_of(1_203, tmp_path / "customers.csv")
    there = (table, "--explain", "--output", tmp_path / "spark.csv", "--engine", "spark", "--master", "local[2]")
    by_spark = screened(*there, home=tmp_path / "home")
    screened(table, "--explain", "--output", tmp_path / "here.csv", home=tmp_path / "home")

    assert by_spark.returncode == 3, by_spark.stderr  # some rows have no name
    assert (tmp_path / "spark.csv").read_bytes() == (tmp_path / "here.csv").read_bytes()


def test_an_index_in_shards_gives_the_answers_of_one_in_a_piece(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home")
    key = prepare(settings.home, triage=False).key
    desk = open_kept(settings, key)
    rows = [Row(number=number, names=(name,)) for number, name in enumerate((*NAMES[:3], NAMES[4]), start=1)]
    writing = writing_of("jsonl", MadeBy(lists=desk.index.versions, as_of=None, threshold=0.7), explain=True)
    whole = list(here(desk, ASKED, writing.each)(rows))

    some = len(desk.index.names) // 3
    kept = IndexShelf(settings.home).keep(key, pack_index(desk.index.parties, desk.index.versions, key, shard=some))
    assert kept is not None
    assert len(kept.shards) > 2
    bulk = Bulk(settings=settings, key=key, stakes=(), asked=ASKED, form="jsonl", explain=True)
    assert list(answer_all(bulk, desk, rows, master="local[2]", piece=2)) == whole


@pytest.mark.parametrize("piece", [1, 4, 100])
def test_answers_do_not_hang_on_where_a_table_is_cut(piece: int, tmp_path: Path) -> None:
    clients = tmp_path / "clients.csv"
    clients.write_text("name,country\nAnna Orlova,lv\nBaltic Yard SIA,lv\n", "utf-8")
    (tmp_path / "clients.toml").write_text(
        'schema = "Company"\n[columns]\nname = "name"\ncountry = "country"\n', "utf-8"
    )
    desk = open_desk(Settings(home=tmp_path / "home"), lists=[clients])
    rows = [
        BadRow(number=number, reason="found no name") if not name else Row(number=number, names=(name,))
        for number, name in enumerate(NAMES, start=1)
    ]
    bulk = Bulk(settings=Settings(home=tmp_path / "home"), key=None, stakes=(), asked=ASKED, form="jsonl", explain=True)
    writing = writing_of("jsonl", MadeBy(lists=desk.index.versions, as_of=None, threshold=0.7), explain=True)

    there = list(answer_all(bulk, desk, rows, master="local[2]", piece=piece))
    assert there == list(here(desk, ASKED, writing.each)(rows))
    assert {each.outcome for each in there} >= {"match", "skipped"}


def test_a_table_on_the_screen_is_not_sparks(tmp_path: Path) -> None:
    told = screened("Vladimir Putin", "--engine", "spark", home=tmp_path)

    assert told.returncode == 2
    assert "--engine='spark': wanted --output FILE" in told.stderr
