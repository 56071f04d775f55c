"""List files as bytes: unpacked, bounded, refused in one line."""

from __future__ import annotations

import gzip
import os
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongrata.lists import files
from nongrata.lists.files import chunks_of, decoded, digest_of, head_of, text_of
from nongrata.values import ListError


def test_a_gzipped_file_is_unpacked(write: Callable[..., Path]) -> None:
    assert text_of(write("a.csv.gz", gzip.compress(b"one\ntwo\n"))) == "one\ntwo\n"


def test_gzip_is_told_by_its_bytes_not_by_its_name(write: Callable[..., Path]) -> None:
    assert text_of(write("a.csv", gzip.compress(b"one"))) == "one"
    assert text_of(write("a.gz", b"one")) == "one"


def test_members_one_behind_the_other_and_padding_are_one_file(write: Callable[..., Path]) -> None:
    packed = gzip.compress(b"one") + gzip.compress(b"two") + b"\0" * 700_000

    assert text_of(write("a.gz", packed)) == "onetwo"


def test_the_digest_is_of_the_unpacked_bytes(write: Callable[..., Path]) -> None:
    plain, packed = write("a.csv", b"one" * 100_000), write("a.csv.gz", gzip.compress(b"one" * 100_000))

    assert digest_of([plain]) == digest_of([packed])
    assert digest_of([plain, packed]) == digest_of([write("two", b"one" * 200_000)])


@pytest.mark.parametrize("kept", [5, 15, 30, -8, -4, -1])
def test_a_gzip_file_that_ends_early_is_refused(write: Callable[..., Path], kept: int) -> None:
    path = write("a.gz", gzip.compress(os.urandom(100))[:kept])

    with pytest.raises(ListError, match="ends early"):
        text_of(path)


def test_a_damaged_gzip_file_is_refused(write: Callable[..., Path]) -> None:
    packed = bytearray(gzip.compress(b"one" * 1_000))
    packed[-6] ^= 0xFF

    with pytest.raises(ListError, match="damaged gzip"):
        text_of(write("a.gz", bytes(packed)))


def test_a_gzip_bomb_is_refused_at_once(write: Callable[..., Path]) -> None:
    packer = zlib.compressobj(9, wbits=31)
    bomb = b"".join(packer.compress(bytes(1 << 20)) for _ in range(200)) + packer.flush()
    start = time.monotonic()

    with pytest.raises(ListError, match="over 100 times its size"):
        text_of(write("a.gz", bomb))
    assert time.monotonic() - start < 5


def test_a_file_beyond_all_lists_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "sdn.csv"
    with path.open("wb") as sparse:
        sparse.truncate(files.MAX_BYTES + 1)

    assert len(head_of(path)) == files.HEAD_BYTES
    with pytest.raises(ListError, match="more than 256 MiB"):
        for _chunk in chunks_of(path):
            pass


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)

    with pytest.raises(ListError, match="no regular file"):
        head_of(path)


@pytest.mark.parametrize("name", ["missing.csv", "a\0b"])
def test_what_cannot_be_opened_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(ListError):
        head_of(tmp_path / name)


def test_the_byte_order_mark_says_the_encoding() -> None:
    assert decoded("Zürich".encode("utf-16"), "x") == "Zürich"
    assert decoded("Zürich".encode("utf-8-sig"), "x") == "Zürich"
    with pytest.raises(ListError, match="not UTF-16"):
        decoded(b"\xff\xfea", "x")


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        assert isinstance(decoded(data, "x"), str)
    except ListError as error:
        assert "\n" not in str(error)
