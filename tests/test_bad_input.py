"""Whatever it is given, the command answers in one line that says what was found and what to do."""

from __future__ import annotations

import gzip
import io
import os
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from nongrata.desk import read_text
from nongrata.values import SourceError
from tests.command import STORY, Told, run

Ask = Callable[..., Told]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Ask:
    """Run a command in a folder of its own that holds a story, without lists of its own."""
    monkeypatch.setenv("NONGRATA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text(STORY, encoding="utf-8")
    return lambda *words: run(capsys, *words)


def written(name: str, body: bytes) -> str:
    Path(name).write_bytes(body)
    return name


BAD_FILES = {
    "empty": (b"", "found nothing in it; wanted a story's text"),
    "only white space": (b" \n\t\r\n ", "found nothing in it"),
    "only odd white space": ("\u00a0\u3000\u200b\n".encode(), "found no"),
    "random bytes": (bytes(range(256)) * 20, "wanted text, HTML, PDF, Word or e-mail: save the story's text as UTF-8"),
    "a PDF": (b"%PDF-1.7\n1 0 obj", "found a damaged PDF"),
    "a zip archive": (b"PK\x03\x04 and so on", "found a zip archive or an office document"),
    "a gzip archive": (gzip.compress(STORY.encode()), "found a gzip archive"),
    "no encoding": (b"\x81\x8d\x8f\x90\x9d \x01\x02\x03\x04\x05\x06\x0e\x0f" * 40, "save it as UTF-8"),
    "a page of menus": (b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "found a page without a story"),
    "XML": (b"<?xml version='1.0'?><list/>", "found application/xml; wanted"),
    "a feed of nothing": (b"<?xml version='1.0'?><rss><channel/></rss>", "found a feed without entries"),
    "JSON by its name": (b'{"text": "Kim met Putin."}', "found application/json; wanted"),
    "a book": (b"Kim met Putin. " * 30_000, "cut it into its stories"),
    "a line without end": (b"Ivan, " * 10_000, "wanted paragraphs of at most 50,000"),
    "too many lines": (b"Kim.\n" * 60_000, "cut it into its stories"),
}


@pytest.mark.parametrize("what", BAD_FILES)
def test_a_file_that_holds_no_story_is_said_to(what: str, ask: Ask) -> None:
    body, reason = BAD_FILES[what]
    name = written("bad.json" if "JSON" in what else "bad.txt", body)

    told = ask("read", name)

    assert (told.status, told.out) == (2, "")
    assert told.only_line.startswith(f"skipped: {name}: found ")
    assert reason in told.only_line
    assert "; wanted " in told.only_line


def test_200_megabytes_are_refused_unread(ask: Ask) -> None:
    with Path("big.txt").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    tracemalloc.start()

    told = ask("read", "big.txt")

    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (
        told.only_line == "skipped: big.txt: found 200 MiB; wanted one story of at most 50 MiB: cut it into its stories"
    )
    assert peak < 64 * 1024 * 1024


@pytest.mark.parametrize("name", ["missing.txt", "", "story.txt/x", "a" * 5_000, "/dev/null", "nul\0byte"])
def test_a_path_without_a_file_behind_it_is_skipped(name: str, ask: Ask) -> None:
    told = ask("read", name)

    assert (told.status, told.out) == (2, "")
    assert "; wanted a file" in told.only_line


def test_a_folder_s_stories_are_all_read_and_what_is_no_story_is_told(ask: Ask) -> None:
    Path("press").mkdir()
    Path("press/a.txt").write_text("SEOUL, Oct 19 (Reuters) - Kim Jong Un met aides.", "utf-8")
    Path("press/b.bin").write_bytes(bytes(range(256)) * 20)

    told = ask("read", "press")

    assert (told.status, "Kim Jong Un" in told.out) == (3, True)
    assert "b.bin" in told.only_line


def test_a_pipe_nobody_writes_to_is_not_waited_for(ask: Ask) -> None:
    os.mkfifo("pipe")

    assert "pipe it in and give -" in ask("read", "pipe").only_line


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_is_skipped(ask: Ask) -> None:
    Path("story.txt").chmod(0)

    assert "found permission denied" in ask("read", "story.txt").only_line


@pytest.mark.parametrize("body", [b"", b"\n \n"], ids=["nothing", "white space"])
def test_standard_input_without_a_story_is_skipped(body: bytes, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(body)))

    assert ask("read", "-").only_line == "skipped: -: found nothing in it; wanted a story's text"


def test_closed_standard_input_holds_nothing(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)

    assert ask("read", "story.txt").status == 0
    assert "found nothing in it" in ask("read", "-").only_line


BAD_URLS = {
    "http://127.0.0.1:9/": "found a private address behind 127.0.0.1; wanted a public one",
    "http://localhost:9/story": "found a private address behind localhost",
    "http://169.254.169.254/latest/meta-data": "found a private address",
    "http://[::1]/": "found a private address",
    "http://[::ffff:10.0.0.1]/": "found a private address",
    "http://0x7f000001/": "found ",
    "http://10.1.2.3/": "found a private address",
    "http://nobody.invalid/": "found no address for nobody.invalid",
    "https://": "found no host",
    "http://user:secret@127.0.0.1/": "found a user name or password in the address",
    "http://exa mple/": "found ",
    "ftp://example.org/story.txt": "found a ftp: address",
    "file:///etc/passwd": "found a file: address",
}


@pytest.mark.parametrize("url", BAD_URLS)
def test_an_address_that_must_not_or_cannot_be_fetched_is_refused(url: str, ask: Ask) -> None:
    told = ask("read", url)

    assert (told.status, told.out) == (2, "")
    assert BAD_URLS[url] in told.only_line
    assert "secret" not in told.err


BAD_LISTS = {
    "no file": (None, "found no such file; wanted a file"),
    "empty": (b"", "found an empty file"),
    "white space": (b"  \n", "found nothing but white space"),
    "a story": (STORY.encode(), "found text that begins 'MOSCOW, Sept 13"),
    "binary": (bytes(range(256)) * 9, "found a binary file"),
    "a web page": (b"<!DOCTYPE html><html><title>503 Service Unavailable</title></html>", "found a web page (503"),
    "XML cut short": (b'<CONSOLIDATED_LIST dateGenerated="2026-01-01"><INDIVIDUALS><INDI', "found XML that breaks off"),
    "XML that brings entities": (b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "<!DOCTYPE>"),
    "other XML": (b'<?xml version="1.0"?><prices/>', "found XML that begins with <prices>"),
    "JSON": (b'{"a": 1}\n', "found JSON"),
    "a csv of something else": (b"name,price\nBread,2\n", "found "),
    "a csv cut within a row": (b'1,"PARTY","individual","SDGT","-0- ","-0-', "found "),
    "half a gzip file": (gzip.compress(b"1,2,3\n" * 9_000)[:60], "gzip file that ends early"),
    "a gzip bomb": (gzip.compress(bytes(64 * 1024 * 1024)), "found "),
}  # fmt: skip


@pytest.mark.parametrize("what", BAD_LISTS)
def test_a_list_that_does_not_parse_stops_the_reading(what: str, ask: Ask) -> None:
    body, reason = BAD_LISTS[what]
    if body is not None:
        written("list.dat", body)

    for words in (("read", "story.txt", "--lists", "list.dat"), ("lists", "add", "list.dat")):
        told = ask(*words)

        assert (told.status, told.out) == (2, "")
        assert told.only_line.startswith("error: list.dat")
        assert reason in told.only_line
        assert "; wanted " in told.only_line
    assert not Path("home/lists").exists() or not any(Path("home/lists").rglob("current"))


def test_a_folder_without_lists_is_no_list(ask: Ask) -> None:
    Path("folder").mkdir()

    assert ask("read", "story.txt", "--lists", "folder").only_line.startswith("error: folder: found no files; wanted")


def test_a_story_swallowed_by_lists_is_explained(ask: Ask) -> None:
    rows = b'1,"PARTY","individual","SDGT","-0- ","-0- ","-0- ","-0- ","-0- ","-0- ","-0- ","-0- "\r\n\x1a'
    written("sdn.csv", rows)

    told = ask("read", "--lists", "sdn.csv", "story.txt")
    assert told.only_line.startswith("error: found no SOURCE; wanted ")
    assert "--lists took sdn.csv, story.txt; the sources go first" in told.only_line

    told = ask("read", "story.txt", "--lists", "sdn.csv", "story.txt")
    assert "error: story.txt: found text" in told.only_line
    assert "if it is a story, the sources go first" in told.only_line
    assert ask("read", "--lists", "sdn.csv", "--", "story.txt").status == 0


BAD_OPTIONS = {
    "--published soon": "--published='soon': wanted a day as YYYY-MM-DD",
    "--published 2023-02-30": "wanted a day as YYYY-MM-DD",
    "--as-of 13/09/2023": "wanted a day as YYYY-MM-DD",
    "--html .": "found a folder",
    "--html nowhere/page.html": "nowhere is none",
    "--html story.txt": "which it would overwrite",
    "--html - --json": "standard output is taken by --json or --ftm",
    "--json --ftm": "not allowed with",
    "--jsn": "unrecognized arguments: --jsn",
    "--no-starter": "found --no-starter and no other list; wanted one",
}


@pytest.mark.parametrize("options", BAD_OPTIONS)
def test_an_option_that_cannot_be_is_refused(options: str, ask: Ask) -> None:
    told = ask("read", "story.txt", *options.split())

    assert (told.status, told.out) == (2, "")
    assert told.only_line.startswith("error: ")
    assert BAD_OPTIONS[options] in told.only_line
    assert Path("story.txt").read_text(encoding="utf-8") == STORY


@pytest.mark.parametrize("option", ["--html", "--lists"])
def test_an_empty_path_is_refused(option: str, ask: Ask) -> None:
    assert ask("read", "story.txt", option, "").only_line.startswith(f"error: {option}='': wanted ")


def test_a_page_that_cannot_be_written_is_an_error(ask: Ask) -> None:
    if not Path("/dev/full").is_char_device():
        pytest.skip("no /dev/full here")

    told = ask("read", "story.txt", "--html", "/dev/full", "--json")

    assert (told.status, told.only_line) == (2, "error: output: No space left on device")


@pytest.mark.parametrize("words", ["", "story.txt", "lists", "lists drop", "demo nobody", "read", "--verbose"])
def test_a_command_that_is_none_is_told_what_there_is(words: str, ask: Ask) -> None:
    told = ask(*words.split())

    assert (told.status, told.out) == (2, "")
    assert told.only_line.startswith("error: ")
    assert "--help" in told.only_line


@pytest.mark.parametrize("words", [("read", "story.txt"), ("lists", "show")])
def test_a_home_that_is_no_folder_is_an_error(
    words: tuple[str, ...], ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    for home in ("", " ", "~nobody-of-this-name/x"):
        monkeypatch.setenv("NONGRATA_HOME", home)
        assert ask(*words).only_line.startswith(f"error: NONGRATA_HOME={home!r}: wanted ")
    monkeypatch.setenv("NONGRATA_HOME", "story.txt")
    told = ask(*words)
    assert told.only_line == (
        "error: story.txt/lists: found not a directory; wanted a home folder that can be read and written"
        " (NONGRATA_HOME)"
    )


def test_a_damaged_snapshot_is_an_error_that_says_what_to_do(ask: Ask) -> None:
    Path("home/lists/us_ofac_sdn").mkdir(parents=True)
    Path("home/lists/us_ofac_sdn/current").write_text("nonsense", encoding="utf-8")

    told = ask("read", "story.txt")

    assert told.status == 2
    assert "add the list again" in told.only_line


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_days_like_others(day: str, ask: Ask) -> None:
    Path("story.txt").write_text(
        STORY + "It ends next year, began two weeks ago and goes on tomorrow.", encoding="utf-8"
    )

    assert ask("read", "story.txt", "--published", day, "--as-of", day).status == 0


HOSTILE_TEXTS = {
    "one very long line": "Kim Jong Un, 39, met Putin on Friday. " * 200,
    "one very long word": "a" * 5_000,
    "nothing but brackets": "(" * 3_000,
    "nothing but quotes": '"said "' * 800,
    "words without spaces": "Kim Jong Un met Putin." * 100,
    "direction overrides": "Kim \u202eJong Un\u202c met \u2066Putin\u2069. \x1b[31mRed.\x07",
    "astral letters": "𝐊𝐢𝐦 𝐉𝐨𝐧𝐠 𝐔𝐧 met 🇷🇺 Putin 👨‍👩‍👧 on Friday.",
    "stacked accents": "K" + "\u0301" * 3_000 + "im met Putin.",
}


@pytest.mark.parametrize("what", HOSTILE_TEXTS)
@pytest.mark.parametrize("form", ["--json", "--ftm", "--html", "terminal"])
def test_a_hostile_text_is_read_like_any_other(what: str, form: str, ask: Ask) -> None:
    Path("story.txt").write_text(HOSTILE_TEXTS[what], encoding="utf-8")
    shape = {"--html": ("--html", "-"), "terminal": ()}.get(form, (form,))

    told = ask("read", "story.txt", *shape)

    assert "Traceback" not in told.err
    assert told.status == 0 or "found no story" in told.only_line
    assert form != "terminal" or not {"\x1b", "\x07", "\u202e"} & set(told.out)


def test_a_name_that_would_write_to_the_terminal_does_not(ask: Ask) -> None:
    told = ask("read", "x\x1b]0;owned\x07\u202e\n.txt", "--published", "2024-01-01")

    assert not {"\x1b", "\x07", "\u202e"} & set(told.only_line)


def test_a_text_that_cannot_be_read_is_an_error_of_ours() -> None:
    for text, found in (("", "nothing in it"), ("Kim \ud800 met Putin.", "half a character"), ("\0" * 9, "binary")):
        with pytest.raises(SourceError, match=found):
            read_text(text)
