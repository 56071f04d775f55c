"""The command as a new user, a script and a terminal meet it."""

from __future__ import annotations

import io
import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.command import STORY, Told, command, run, run_apart

Ask = Callable[..., Told]

pytestmark = pytest.mark.usefixtures("alone")
SDN = b'7,"KIM, Jong Un","individual","DPRK3",' + b",".join([b'"-0- "'] * 7) + b',"DOB 08 Jan 1984."\r\n\x1a'


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Work in a folder of its own that holds a story, without lists of its own."""
    monkeypatch.setenv("NONGRATA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text(STORY, encoding="utf-8")


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Ask:
    """Run a command in this process."""
    return lambda *words: run(capsys, *words)


def test_a_dossier_is_printed_the_sanctioned_parties_first(ask: Ask) -> None:
    told = ask("read", "story.txt", "--published", "2023-09-13")

    assert (told.status, told.err) == (0, "")
    assert told.out.index("■ Kim Jong Un") < told.out.index("What happened") < told.out.index("Lists: starter list")
    assert "\x1b" not in told.out


def test_one_source_gives_one_dossier_and_several_one_object_around_all(ask: Ask) -> None:
    alone, both = (json.loads(ask("read", *["story.txt"] * count, "--json").out) for count in (1, 2))

    assert alone["schema"] == "nongrata/dossier/1"
    assert alone["text"] == STORY
    assert [each["source"]["uri"] for each in both["dossiers"]] == ["story.txt", "story.txt"]
    assert both["skipped"] == []


def test_what_is_bad_among_the_sources_is_listed_and_the_rest_is_read(ask: Ask) -> None:
    Path("bad.bin").write_bytes(bytes(99))
    told = ask("read", "bad.bin", "story.txt", "missing.txt")

    assert told.status == 3
    assert "Kim Jong Un" in told.out
    assert [line.split(": ")[:2] for line in told.err.splitlines()] == [
        ["skipped", "bad.bin"],
        ["skipped", "missing.txt"],
    ]

    rows = json.loads(ask("read", "bad.bin", "story.txt", "missing.txt", "--json", "--html", "page.html").out)
    assert len(rows["dossiers"]) == 1
    assert [(row["stage"], row["item"]) for row in rows["skipped"]] == [
        ("sources", "bad.bin"),
        ("sources", "missing.txt"),
    ]
    assert "<li>missing.txt: found no such file" in Path("page.html").read_text("utf-8")


def test_nothing_but_bad_sources_is_an_error(ask: Ask) -> None:
    told = ask("read", "missing.txt", "nowhere.txt", "--json", "--html", "page.html")

    assert told.status == 2
    assert len(told.err.splitlines()) == 2
    assert json.loads(told.out)["dossiers"] == []
    assert not Path("page.html").exists()


def test_a_story_comes_in_by_a_pipe(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))

    assert json.loads(ask("read", "-", "--json").out)["source"]["uri"] == "-"


def test_a_page_is_written_beside_the_answer_or_instead_of_it(ask: Ask) -> None:
    told = ask("read", "story.txt", "--html", "page.html", "--json")
    assert told.only_line == "page written to page.html"
    assert json.loads(told.out)["text"] == STORY
    page = Path("page.html").read_text(encoding="utf-8")

    assert ask("read", "story.txt", "--html", "-").out.startswith("<!doctype html>"), page[:50]
    assert "Kim Jong Un" in page
    assert "김정은" in page


@pytest.mark.ftm
def test_followthemoney_takes_what_is_exported(ask: Ask, ftm: str) -> None:
    exported = ask("read", "story.txt", "--ftm").out

    checked = subprocess.run([ftm, "validate"], input=exported, capture_output=True, text=True, check=True)
    assert "Kim Jong Un" in exported
    assert len(checked.stdout.splitlines()) == len(exported.splitlines())


def test_as_of_asks_what_was_in_force_then(ask: Ask) -> None:
    def in_force(*options: str) -> set[bool | None]:
        (story,) = json.loads(ask("read", "story.txt", "--json", "--published", "2023-09-13", *options).out)["stories"]
        kim = next(party for party in story["parties"] if party["name"].startswith("Kim"))
        return {match["in_force"] for match in kim["matches"] if match["list"] == "us_ofac_sdn"}

    assert in_force() == {True}
    assert in_force("--as-of", "2010-01-01") == {False}


def test_lists_are_used_before_and_after_the_sources(ask: Ask) -> None:
    Path("lists").mkdir()
    Path("lists/sdn.csv").write_bytes(SDN)
    for words in (("story.txt", "--lists", "lists"), ("--lists", "lists/sdn.csv", "--", "story.txt")):
        told = ask("read", "--json", "--no-starter", *words)

        (used,) = json.loads(told.out)["made_by"]["lists"].items()
        assert (used[0], used[1]["entities"]) == ("us_ofac_sdn", 1)
        assert "note: lists/sdn.csv: no alt.csv was given or lies beside it: its aliases are missing" in told.err


def test_a_list_that_was_added_is_used_from_then_on(ask: Ask) -> None:
    Path("sdn.csv").write_bytes(SDN)

    assert ask("lists", "add", "sdn.csv", "--dated", "2026-01-01").status == 0
    told = ask("read", "story.txt", "--no-starter", "--json")
    assert list(json.loads(told.out)["made_by"]["lists"]) == ["us_ofac_sdn"]
    assert told.err == ""


def test_the_demo_reads_a_story_of_the_package(ask: Ask) -> None:
    assert "■ " in ask("demo").out
    harmless = ask("demo", "harmless").out
    assert "found on the lists used" in harmless
    assert "■ " not in harmless


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_no_encoding_of_the_output_stops_the_answer(encoding: str) -> None:
    told = run_apart("read", "story.txt", PYTHONIOENCODING=encoding)
    assert (told.returncode, told.stderr) == (0, b"")
    assert "Kim Jong Un" in told.stdout.decode(encoding)

    json_told = run_apart("read", "story.txt", "--json", PYTHONIOENCODING=encoding)
    assert json.loads(json_told.stdout.decode("utf-8"))["text"] == STORY


def test_a_reader_that_leaves_early_is_no_error() -> None:
    for words in (("demo",), ("demo", "--json"), ("lists", "show")):
        child = subprocess.Popen(command(words), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert child.stdout is not None
        child.stdout.close()
        with child:
            assert child.stderr is not None
            assert (child.stderr.read(), child.wait(60)) == (b"", 0)


def test_closed_streams_and_a_full_disk_are_borne() -> None:
    shell = " ".join(command(("read", "story.txt", "--json")))

    assert subprocess.run(["sh", "-c", f"{shell} >&-"], stderr=subprocess.PIPE).stderr == b""
    assert subprocess.run(["sh", "-c", f"{shell} <&- 2>&-"], stdout=subprocess.PIPE).stdout.startswith(b"{")
    full = subprocess.run(["sh", "-c", f"{shell} >/dev/full"], capture_output=True)
    assert (full.returncode, full.stderr) == (2, b"error: output: No space left on device\n")


def test_an_interrupt_ends_it_in_one_line() -> None:
    # Whoever started the tests in the background had interrupts ignored, and a child takes that over.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(command(("read", "-")), stdin=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        signal.signal(signal.SIGINT, before)
        assert child.stdin is not None
        assert child.stderr is not None
        child.stdin.write(b"a story\n" * 50_000)  # more than a pipe holds: once it is written, the reader is at work
        child.stdin.flush()
        time.sleep(0.5)  # until it waits for more: an interrupt just before that is seen only after it
        child.send_signal(signal.SIGINT)
        assert (child.stderr.read(), child.wait(60)) == (b"interrupted\n", 130)


def shown_on_terminal(*words: str, **env: str) -> tuple[bytes, bytes]:
    """Give what the command prints where standard output and standard error are terminals of their own."""
    out, out_end = pty.openpty()
    err, err_end = pty.openpty()
    child = subprocess.Popen(
        command(words), stdin=subprocess.DEVNULL, stdout=out_end, stderr=err_end, env={**os.environ, **env}
    )
    os.close(out_end)
    os.close(err_end)
    seen = read_terminal(out), read_terminal(err)
    assert child.wait(60) == 0
    return seen


def read_terminal(end: int) -> bytes:
    seen = b""
    while True:
        try:
            part = os.read(end, 65_536)
        except OSError:  # Linux's way of saying that the other end is closed
            part = b""
        if not part:
            os.close(end)
            return seen
        seen += part


def test_on_a_terminal_there_is_progress_and_colour_unless_refused() -> None:
    out, err = shown_on_terminal("read", "story.txt", "story.txt", TERM="xterm-256color")
    assert b"\x1b[1;31m" in out
    assert b"reading story.txt  (2 of 2)" in err
    assert err.rstrip().endswith(b"\x1b[2K"), "and the progress is wiped away"

    out, _err = shown_on_terminal("read", "story.txt", TERM="xterm-256color", NO_COLOR="1")
    assert b"\x1b[1;31m" not in out
    assert "■ Kim Jong Un".encode() in out


def test_a_piped_command_says_nothing_of_its_progress(ask: Ask) -> None:
    assert ask("read", "story.txt").err == ""


def imported_by(*words: str) -> set[str]:
    """Give the modules that a command imports."""
    script = f"""
import sys
from nongrata.outputs.cli import main
try:
    main({list(words)!r})
except SystemExit:
    pass
sys.stderr.write("\\n".join(sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


STAGES = {"nongrata.articles", "nongrata.mentions", "nongrata.screening", "nongrata.events", "nongrata.desk"}
HEAVY = {"spacy", "trafilatura", "httpx", "jinja2", "charset_normalizer", "followthemoney", "lxml.html"}


def test_the_version_and_the_lists_need_no_reading_parts() -> None:
    assert not imported_by("--version") & (STAGES | HEAVY | {"rich", "nongrata.lists"})
    assert not imported_by("--help") & (STAGES | HEAVY | {"nongrata.lists"})
    assert not imported_by("lists", "show") & HEAVY


def test_plain_text_needs_no_parts_for_pages() -> None:
    imported = imported_by("read", "story.txt", "--json")

    # jinja2 and httpx come along with spaCy all the same, whose own command line asks for them.
    assert "spacy" in imported
    assert not imported & {"trafilatura", "lxml.html", "followthemoney", "nongrata.articles.pages.html"}
    assert not imported & {"nongrata.sources.web", "nongrata.outputs.story.page", "nongrata.outputs.story.terminal"}
