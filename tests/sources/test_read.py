"""Files and standard input as captures, and what is said of those that cannot be used."""

from __future__ import annotations

import io
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nongrata.sources import LIMIT, Capture, read_source
from nongrata.values import Skipped

NOW = datetime(2024, 3, 12, 9, 0, tzinfo=UTC)


def read(uri: str | Path, *, stdin: bytes = b"") -> Capture | Skipped:
    return read_source(str(uri), now=NOW, stdin=io.BytesIO(stdin), fetch=None)


def reason_for(uri: str | Path, *, stdin: bytes = b"") -> str:
    skipped = read(uri, stdin=stdin)
    assert isinstance(skipped, Skipped)
    assert skipped.stage == "sources"
    assert "\n" not in skipped.reason
    assert skipped.reason.startswith("found ")
    assert "wanted" in skipped.reason
    return skipped.reason


def test_a_story_in_a_file_keeps_its_bytes(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_bytes("Müller met the envoy.\r\n".encode())

    capture = read(story)

    assert isinstance(capture, Capture)
    assert capture.body == "Müller met the envoy.\r\n".encode()
    assert (capture.media_type, capture.uri, capture.fetched_at) == ("text/plain", str(story), NOW)


def test_a_story_comes_in_by_standard_input() -> None:
    capture = read("-", stdin=b"The envoy left.")

    assert isinstance(capture, Capture)
    assert (capture.uri, capture.body) == ("-", b"The envoy left.")


@pytest.mark.parametrize(
    ("name", "body", "media_type"),
    [
        ("page.html", b"<p>Talks</p>", "text/html"),
        ("page.txt", b"\xef\xbb\xbf <!-- saved --> <!DOCTYPE html><html>", "text/html"),
        ("page", "<html><p>Talks".encode("utf-16"), "text/html"),
        ("notes.html", b"No tags at all.", "text/plain"),
        ("story", b"5 < 6, said the teacher.", "text/plain"),
        ("feed.txt", b"<?xml version='1.0'?><rss></rss>", "application/rss+xml"),
        ("rows.csv", b"a,b", "text/csv"),
    ],
)
def test_the_bytes_tell_a_page_from_a_text(tmp_path: Path, name: str, body: bytes, media_type: str) -> None:
    (tmp_path / name).write_bytes(body)

    capture = read(tmp_path / name)

    assert isinstance(capture, Capture)
    assert capture.media_type == media_type


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "nothing in it"),
        (b" \n\n", "nothing in it"),
        (b"PK\x03\x04....", "a zip archive"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (b"....ftypisom", "a film"),
        (b"text\x00with a NUL", "NULs"),
    ],
)
def test_what_holds_no_text_is_named(tmp_path: Path, body: bytes, said: str) -> None:
    (tmp_path / "thing").write_bytes(body)

    assert said in reason_for(tmp_path / "thing")


def test_a_file_of_200_mb_is_refused_by_its_size(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(200 * 1000 * 1000)

    assert "found 191 MiB" in reason_for(tmp_path / "big.txt")


def test_standard_input_is_read_only_up_to_the_limit() -> None:
    class Endless(io.RawIOBase):
        asked = 0

        def read(self, size: int = -1, /) -> bytes:
            self.asked = size
            return b"a" * size

    stdin = Endless()
    skipped = read_source("-", now=NOW, stdin=stdin, fetch=None)  # type: ignore[arg-type]

    assert isinstance(skipped, Skipped)
    assert "more than 50 MiB" in skipped.reason
    assert stdin.asked == LIMIT + 1


def test_what_is_no_file_is_said(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert "a folder" in reason_for(tmp_path)
    assert "pipe" in reason_for(tmp_path / "pipe")
    assert "device" in reason_for("/dev/null")
    assert "no such file" in reason_for(tmp_path / "none.txt")
    assert "no such file" in reason_for("")
    assert "name too long" in reason_for("a" * 5000)
    assert "null" in reason_for("a\x00b")


def test_a_name_that_is_no_text_can_still_be_shown() -> None:
    skipped = read("\udcff\n.txt")

    assert isinstance(skipped, Skipped)
    assert skipped.item == "\\udcff\\n.txt"


def test_addresses_are_given_to_the_fetcher_and_other_schemes_to_nobody() -> None:
    def fetch(url: str, /, *, now: datetime) -> Capture | Skipped:
        return Capture(uri=url, body=b"Talks.", media_type="text/plain", fetched_at=now)

    capture = read_source("https://example.org/a", now=NOW, stdin=io.BytesIO(), fetch=fetch)

    assert isinstance(capture, Capture)
    assert capture.uri == "https://example.org/a"
    assert "fetching is off" in reason_for("https://example.org/a")
    assert "a file: address" in reason_for("file:///etc/passwd").replace("a file address", "a file: address")
