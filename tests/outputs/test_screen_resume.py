"""Killed at any moment, screening goes on when it is asked again: no row is lost, none comes twice."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from nongrata.outputs.screen.journal import answer_file, journal_of, part_of
from nongrata.values import NongrataError
from tests.command import command

KILLS = 20
NAMES = ("Vladimir Putin", "Kim Jong Un", "Anna Orlova", "12345", "", "Baltic Yard")


def table_of(rows: int, path: Path) -> Path:
    """Write a table of so many rows."""
    lines = (f"C-{number},{NAMES[number % len(NAMES)]}" for number in range(rows))
    path.write_text("id,name\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def start(table: Path, output: Path, home: Path) -> subprocess.Popen[bytes]:
    """Start screening a table."""
    words = ("screen", table, "--output", output, "--explain")
    env = {**os.environ, "NONGRATA_HOME": str(home)}
    return subprocess.Popen(command(words), env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def seconds_of(table: Path, output: Path, home: Path) -> float:
    """Screen a table; give how long it takes."""
    began = time.monotonic()
    start(table, output, home).wait()
    return time.monotonic() - began


def test_twenty_kills_lose_and_double_nothing(tmp_path: Path) -> None:
    # JSON, since something stands before, between and behind its rows: the file must be the same to the byte.
    table = table_of(20_000, tmp_path / "customers.csv")
    whole, hits = tmp_path / "whole.json", tmp_path / "hits.json"
    one = table_of(1, tmp_path / "one.csv")
    seconds_of(one, tmp_path / "first.json", tmp_path / "home")  # makes the index, which no later run has to
    opening = seconds_of(one, tmp_path / "one.json", tmp_path / "home")
    lasts = seconds_of(table, whole, tmp_path / "home")

    # A kill may come when the answers are in place already: then the next run begins anew beside them. So the end is
    # a run that nobody killed, and not that the file is there.
    chance, kills, is_whole = random.Random(4), 0, False
    while not is_whole:
        child = start(table, hits, tmp_path / "home")
        until = opening * chance.uniform(0.6, 1.1) + chance.uniform(0, lasts / 6)
        try:
            child.wait(timeout=until if kills < KILLS else None)
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGKILL)
            child.wait()
            kills += 1
            continue
        assert hits.read_bytes() == whole.read_bytes()
        is_whole = kills >= KILLS
        if not is_whole:
            hits.unlink()  # done before the last kill: once more

    assert sorted(path.name for path in tmp_path.glob("hits*")) == ["hits.json"]


def test_who_interrupts_it_is_told_how_to_go_on(tmp_path: Path) -> None:
    # So many rows that a machine which stalls for seconds still comes back before the last of them.
    table, hits = table_of(300_000, tmp_path / "customers.csv"), tmp_path / "hits.csv"
    words = command(("screen", table, "--output", hits))
    env = {**os.environ, "NONGRATA_HOME": str(tmp_path / "home")}
    child = subprocess.Popen(words, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    while not part_of(hits).exists() or not part_of(hits).stat().st_size:
        assert child.poll() is None, "it was done before anybody could interrupt it"
        time.sleep(0.01)
    child.send_signal(signal.SIGINT)
    _, told = child.communicate(timeout=60)

    assert child.returncode == 130, told
    assert b"the same command goes on behind them" in told
    assert b"Traceback" not in told


def written_so_far(path: Path, key: str, stop_at: int, *, tear: int = 0) -> None:
    """Write rows until a kill at this row, with so many bytes of it already in the file."""
    with answer_file(path, key) as written:
        if written.is_done:
            return
        for row in range(written.rows, 10):
            if row == stop_at:
                written.save()
                written._answers.write(b"x" * tear)
                return
            written.write(f"row {row}\n", "no match")
        written.write("end\n")
        written.finish()


def test_a_row_that_a_kill_tore_is_cut_off_and_written_again(tmp_path: Path) -> None:
    path = tmp_path / "hits.csv"
    for stop_at in (3, 3, 7, 8):
        written_so_far(path, "key", stop_at, tear=5)
        assert not path.exists()
    written_so_far(path, "key", 99)

    assert path.read_text() == "".join(f"row {row}\n" for row in range(10)) + "end\n"


def test_answers_to_another_question_are_not_gone_on_with(tmp_path: Path) -> None:
    path = tmp_path / "hits.csv"
    written_so_far(path, "one table", 5)
    with answer_file(path, "another table") as written:
        assert (written.rows, written.size) == (0, 0)


def test_a_journal_that_is_damaged_begins_anew(tmp_path: Path) -> None:
    path = tmp_path / "hits.csv"
    for damage in (b"", b"\x00\xff", b'{"schema": 1}\n', b"[]\n"):
        written_so_far(path, "key", 5)
        journal_of(path).write_bytes(damage)
        with answer_file(path, "key") as written:
            assert written.rows == 0


def test_a_last_count_that_was_cut_short_counts_for_nothing(tmp_path: Path) -> None:
    path = tmp_path / "hits.csv"
    written_so_far(path, "key", 5)
    with journal_of(path).open("ab") as journal:
        journal.write(b'{"rows": 9')
    written_so_far(path, "key", 99)

    assert path.read_text().count("row") == 10


def test_two_processes_do_not_write_one_file(tmp_path: Path) -> None:
    path = tmp_path / "hits.csv"
    with (
        answer_file(path, "key"),
        pytest.raises(NongrataError, match="another process"),
        answer_file(path, "key"),
    ):
        pass


def test_a_kill_between_the_last_row_and_the_file_in_its_place_is_mended(tmp_path: Path) -> None:
    path = tmp_path / "hits.csv"
    with answer_file(path, "key") as written:
        written.write("row 0\n", "match")
        written.is_done = True
        written.save()
    with answer_file(path, "key") as written:
        assert written.is_done
        assert written.counts == {"match": 1}
    assert path.read_text() == "row 0\n"
    assert not journal_of(path).exists()
