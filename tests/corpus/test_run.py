"""A whole run: tables that others read, the same rows whatever the workers and kills, nothing lost, nothing doubled."""

from __future__ import annotations

import gzip
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from nongrata.corpus import Asked, Counts, Failure, Shard, run_corpus
from nongrata.corpus.local import run_local
from nongrata.corpus.pages import pages_of
from nongrata.corpus.shards import shards_of
from nongrata.corpus.tables import TABLES, day_of
from nongrata.corpus.tools import prepare
from nongrata.corpus.work import run_shard
from nongrata.sources import Capture
from nongrata.sources.parquet import Kind, read_rows, write_rows
from nongrata.values import NongrataError, Skipped, SourceError, StoreError
from tests.corpus.archives import members, pages, write_lines, write_warc

pytest.importorskip("pyarrow", reason="corpus comes with an extra of its own")
COMMAND = (sys.executable, "-m", "nongrata", "corpus")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the starter list alone, its index and its sieve."""
    folder = tmp_path_factory.mktemp("home")
    prepare(folder, triage=True)
    return folder


def asked(home: Path, out: Path, **more: object) -> Asked:
    key = prepare(home, triage=True).key
    return Asked(home=more.pop("home_folder", str(home)), index_key=key, out=str(out), **more)  # type: ignore[arg-type] # as the test wants it


def run(sources: Sequence[Path], home: Path, out: Path, *, workers: int = 1, part: int = 4_000) -> Counts:
    """Run to the end, in small parts; give what it came to."""
    found = run_corpus(
        [str(source) for source in sources],
        asked(home, out),
        lambda shards, want: run_local(shards, want, workers=workers),
        warc_bytes=part,
    )
    last = list(found)[-1]
    assert last.is_whole
    return last.counts


def rows(out: Path) -> dict[str, list[str]]:
    """Give all rows of all tables, as texts, sorted."""
    found: dict[str, list[str]] = {}
    for table, kinds in TABLES.items():
        files = sorted((out / table).rglob("*.parquet"))
        found[table] = sorted(repr(row) for file in files for row in read_rows(file, list(kinds)))
    return found


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """An archive, JSON lines with broken ones among them, Parquet, and a folder."""
    folder = tmp_path_factory.mktemp("sources")
    (folder / "pages").mkdir()
    for number, (_uri, body) in enumerate(pages(6)):
        (folder / "pages" / f"{number}.html").write_bytes(body)
    told = [{"url": uri, "html": body.decode()} for uri, body in pages(8)]
    kinds: dict[str, Kind] = {"url": "string", "html": "string"}
    write_rows(folder / "c.parquet", kinds, told)
    return [
        write_warc(folder / "a.warc.gz", pages(60)),
        write_lines(folder / "b.jsonl", pages(12), broken=["{nope", "[1]", '{"url": "https://example.org/none"}']),
        folder / "c.parquet",
        folder / "pages",
    ]


@pytest.fixture(scope="module")
def whole(home: Path, sources: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The answers of a run that nothing disturbed."""
    out = tmp_path_factory.mktemp("whole")
    run(sources, home, out)
    return out


def test_every_page_is_counted_once_and_every_reason_told(home: Path, sources: list[Path], whole: Path) -> None:
    report = json.loads((whole / "report.json").read_text("utf-8"))

    assert report["pages"] == 60 + 12 + 8 + 6
    assert report["dropped"] + report["dossiers"] == report["pages"]
    assert report["listed"] == report["dossiers"] == 15 + 3 + 2 + 2
    assert sum(report["skipped"].values()) == 3
    assert report["parts"]["done"] == report["parts"]["of"] > 8


def test_duckdb_and_pandas_read_the_tables_by_day(whole: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    pandas = pytest.importorskip("pandas")

    days = duckdb.sql(
        f"select day, count(*) from read_parquet('{whole}/dossiers/*/*.parquet', hive_partitioning=true) "
        "where uri like 'https://%' group by day order by count(*) desc"
    ).fetchall()
    assert (str(days[0][0]), days[0][1]) == ("2023-09-15", 18)
    parties = pandas.read_parquet(whole / "parties")
    assert set(parties[parties.exposure == "listed"].name) == {"Kim Jong Un", "Vladimir Putin"}
    assert len(parties.merge(pandas.read_parquet(whole / "matches"), on=["dossier", "party"])) > 0


def test_two_workers_give_the_rows_that_one_gives(home: Path, sources: list[Path], whole: Path, tmp_path: Path) -> None:
    run(sources, home, tmp_path, workers=2)

    assert rows(tmp_path) == rows(whole)


def test_a_run_killed_at_any_instant_goes_on_to_the_same_rows(
    home: Path, sources: list[Path], whole: Path, tmp_path: Path
) -> None:
    script = tmp_path / "run.py"
    script.write_text(
        "import sys\nfrom pathlib import Path\nfrom tests.corpus.test_run import run\n"
        "if __name__ == '__main__':\n"
        "    run([Path(each) for each in sys.argv[3:]], Path(sys.argv[1]), Path(sys.argv[2]), workers=2)\n",
        "utf-8",
    )
    chance = random.Random(9)
    command = [sys.executable, str(script), str(home), str(tmp_path / "out"), *map(str, sources)]
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent.parent)}
    for _ in range(2):
        running = subprocess.Popen(command, env=env)
        time.sleep(1.5 + 3 * chance.random())
        running.kill()
        running.wait()
    subprocess.run(command, env=env, check=True)

    assert rows(tmp_path / "out") == rows(whole)
    assert not list((tmp_path / "out" / ".corpus").glob("work-*"))


def test_damaged_members_and_wrong_lengths_cost_their_own_records_only(home: Path, tmp_path: Path) -> None:
    found = members(pages(20, every=1))
    found[5] = found[5][:-40] + b"\xff" * 40  # damaged
    found[9] = found[9][: len(found[9]) // 2]  # cut
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"".join(found))

    counts = run([path], home, tmp_path / "out", part=1_500)

    assert counts.listed >= 18
    assert sum(counts.skipped.values()) >= 1
    assert counts.listed + sum(counts.skipped.values()) >= 19


@pytest.mark.parametrize("part", [1, 700, 5_000, 10_000_000])
def test_every_record_is_in_one_part_wherever_the_cuts_fall(part: int, tmp_path: Path) -> None:
    path = write_warc(tmp_path / "a.warc.gz", pages(12))
    found = [page for shard in shards_of([str(path)], warc_bytes=max(part, 50)) for page in pages_of(shard)]

    assert [getattr(page, "uri", None) for page in found] == [f"https://example.org/{number}" for number in range(12)]


@pytest.mark.parametrize("told", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:00:00-10:00", "soon", {"a": 1}])
def test_a_day_outside_the_calendar_is_that_of_the_file(tmp_path: Path, told: object) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"url": "https://example.org/1", "text": "A story.", "date": told}), "utf-8")
    os.utime(path, (0, 0))

    (found,) = (page for shard in shards_of([str(path)]) for page in pages_of(shard))

    assert isinstance(found, Capture)
    assert day_of(found) == "1970-01-01"


@pytest.mark.parametrize("cut", [False, True])
def test_packed_lines_are_read_to_their_end_and_told_where_they_are_cut(tmp_path: Path, *, cut: bool) -> None:
    lines = write_lines(tmp_path / "a.jsonl", pages(400)).read_bytes()
    packed = gzip.compress(lines)  # far smaller than what is in it
    path = tmp_path / "b.jsonl.gz"
    path.write_bytes(packed[:-20] if cut else packed)
    found = [page for shard in shards_of([str(path)]) for page in pages_of(shard)]

    assert sum(isinstance(page, Capture) for page in found) == 400 or cut
    assert [page.reason.partition("(")[0] for page in found if isinstance(page, Skipped)] == [
        "found a damaged gzip file "
    ] * cut


def test_a_parquet_of_another_schema_is_told_and_the_others_are_read(home: Path, tmp_path: Path) -> None:
    write_rows(tmp_path / "other.parquet", {"price": "float64"}, [{"price": 1.0}])
    (tmp_path / "broken.parquet").write_bytes(b"PAR1nothing")
    write_lines(tmp_path / "good.jsonl", pages(4))

    counts = run([tmp_path], home, tmp_path.with_name("out of others"))

    assert counts.pages == 4
    assert sorted(reason.replace("(", ";").split(";")[0] for reason in counts.skipped) == [
        "sources: found a damaged parquet file ",
        "sources: found the columns price",
    ]


def test_the_answers_to_another_question_are_not_mixed_in(home: Path, sources: list[Path], whole: Path) -> None:
    with pytest.raises(StoreError, match="answers to something else"):
        run(sources[:1], home, whole)


def test_a_second_run_into_the_same_folder_gives_way(home: Path, sources: list[Path], tmp_path: Path) -> None:
    first = run_corpus([str(sources[0])], asked(home, tmp_path), lambda shards, want: ())
    next(first)

    with pytest.raises(NongrataError, match="another run"):
        run(sources[:1], home, tmp_path)


def test_a_full_disk_stops_the_run_and_the_next_one_goes_on(
    home: Path, sources: list[Path], whole: Path, tmp_path: Path
) -> None:
    def fills(shards: Sequence[Shard], want: Asked) -> Iterator[tuple[Shard, Counts | Failure]]:
        yield from run_local(shards[:2], want, workers=1)
        yield shards[2], Failure(shard=shards[2].name, reason="out: No space left on device", stops_run=True)

    with pytest.raises(NongrataError, match=r"No space left on device; 2 of \d+ parts are done"):
        list(run_corpus([str(source) for source in sources], asked(home, tmp_path), fills, warc_bytes=4_000))
    run(sources, home, tmp_path)

    assert rows(tmp_path) == rows(whole)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full here")
def test_a_disk_that_fills_while_a_part_is_written_leaves_nothing_half(
    home: Path, sources: list[Path], tmp_path: Path
) -> None:
    (tmp_path / ".corpus").mkdir()
    (tmp_path / ".corpus" / "done").symlink_to("/dev/full")  # no mark can be set there
    found = run_shard(Shard(name="000000", kind="files", paths=(str(sources[3]),)), asked(home, tmp_path))

    assert isinstance(found, Failure)
    assert found.stops_run
    assert not list((tmp_path / ".corpus").glob("work-*"))


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 20 kB, where this machine lets us make one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if (
        shutil.which("mount") is None
        or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=20k", "tmpfs", disk], capture_output=True).returncode
    ):
        pytest.skip("no right to mount a small disk here")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_disk_that_is_truly_full_says_so_and_takes_the_rest_when_there_is_room(
    home: Path, tiny_disk: Path, tmp_path: Path
) -> None:
    path = write_warc(tmp_path / "a.warc.gz", pages(40))

    with pytest.raises(NongrataError, match=r"(?i)no space left on device.*run the same command again"):
        run([path], home, tiny_disk / "out", part=10**9)
    subprocess.run(["mount", "-o", "remount,size=4m", tiny_disk], check=True)

    assert run([path], home, tiny_disk / "out", part=10**9).listed == 10


def test_a_source_that_is_not_there_is_told(home: Path, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="found nothing there"):
        run([tmp_path / "none.warc.gz"], home, tmp_path / "out")


def test_a_home_without_the_model_or_index_is_told_by_its_worker(sources: list[Path], tmp_path: Path) -> None:
    want = Asked(home=str(tmp_path / "none"), index_key="key", out=str(tmp_path / "out"))
    found = run_shard(Shard(name="000000", kind="files", paths=(str(sources[3]),)), want)

    assert isinstance(found, Failure)
    assert "no index of the lists in use" in found.reason


def test_a_worker_that_dies_is_replaced_and_its_part_tried_again(
    home: Path, sources: list[Path], whole: Path, tmp_path: Path
) -> None:
    killed: list[int] = []
    found = []
    for progress in run_corpus(
        [str(source) for source in sources],
        asked(home, tmp_path),
        lambda shards, want: run_local(shards, want, workers=2),
        warc_bytes=4_000,
    ):
        found.append(progress)
        if len(found) == 3 and not killed:
            children = [int(pid) for pid in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()]
            killed = [pid for pid in children if "spawn_main" in Path(f"/proc/{pid}/cmdline").read_text()][:1]
            for pid in killed:
                os.kill(pid, signal.SIGKILL)

    assert killed
    assert found[-1].is_whole
    assert rows(tmp_path) == rows(whole)


def test_dropped_pages_are_kept_as_samples_that_can_be_read_again(home: Path, tmp_path: Path) -> None:
    path = write_warc(tmp_path / "a.warc.gz", pages(30))
    list(
        run_corpus([str(path)], asked(home, tmp_path / "out", sample_one_in=1), lambda s, w: run_local(s, w, workers=1))
    )

    again = asked(home, tmp_path / "again", triage=False)
    last = list(run_corpus([str(tmp_path / "out" / "dropped")], again, lambda s, w: run_local(s, w, workers=1)))[-1]

    assert (last.counts.dossiers, last.counts.listed) == (22, 0)


def test_an_interrupt_ends_the_command_with_one_line(home: Path, sources: list[Path], tmp_path: Path) -> None:
    env = {**os.environ, "NONGRATA_HOME": str(home)}
    command = [*COMMAND, *map(str, sources), "--out", str(tmp_path), "--workers", "2"]
    running = subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True)
    time.sleep(3)
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=60)

    assert running.returncode in (0, 3, 130)
    assert "Traceback" not in told
