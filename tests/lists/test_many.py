"""Long lists lie in a file, and are the same lists."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from nongrata.lists import ListFile, lines_of
from nongrata.lists.delimited import csv_rows, long_csv_rows
from nongrata.lists.many import Many, gathered_listings, open_lines
from nongrata.values import ListError
from tests.screening.listings import list_of, listed

CLIENTS = list_of(
    *(listed("Person", name, ids=[("mine", str(i))]) for i, name in enumerate(("Ann Lee", "Бо Ли", "\udcff", "C")))
)


def kept(path: Path, file: ListFile) -> Path:
    path.write_bytes("".join(lines_of(file)).encode(errors="surrogatepass"))
    return path


def test_more_entries_than_memory_should_hold_go_to_a_file_and_come_back() -> None:
    few, many = gathered_listings(CLIENTS.listings, many=4), gathered_listings(iter(CLIENTS.listings), many=2)

    assert few == CLIENTS.listings
    assert isinstance(many, Many)
    assert (len(many), list(many)) == (4, list(CLIENTS.listings))
    assert many[-1] == CLIENTS.listings[-1]
    assert list(many[1:3]) == list(CLIENTS.listings[1:3])
    assert many == CLIENTS.listings
    assert many != CLIENTS.listings[:3]
    assert many != "four"
    with pytest.raises(IndexError):
        many[4]


def test_a_kept_list_is_opened_undecoded_when_it_is_long(tmp_path: Path) -> None:
    file = replace(CLIENTS, listings=CLIENTS.listings[:2], version=replace(CLIENTS.version, entities=2))
    found = open_lines(kept(tmp_path / "list", file), many=1)

    assert open_lines(tmp_path / "list", many=2) is None
    assert found == file
    assert isinstance(found.listings, Many)


def test_a_line_too_few_or_of_another_version_is_no_list(tmp_path: Path) -> None:
    path = kept(tmp_path / "list", replace(CLIENTS, version=replace(CLIENTS.version, entities=4)))
    lines = path.read_bytes().splitlines(keepends=True)
    for wrong in (lines[:-1], [*lines[:-1], b"7\n"]):
        path.write_bytes(b"".join(wrong))
        with pytest.raises(ListError):
            open_lines(path, many=1)


@pytest.mark.parametrize("text", ['a,b\n1,"x\ny"\n\n2,\u00fc\r\n3,z', "\ufeffa,b\n1,2\n", "a\n", ""])
def test_a_table_is_read_alike_as_a_whole_and_line_by_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "t.csv").write_text(text, "utf-8", newline="")

    assert list(long_csv_rows(tmp_path / "t.csv", long=0)) == list(csv_rows(tmp_path / "t.csv"))


@pytest.mark.parametrize("text", ["a,b\n1,2\n3", "a,b\n1,\x00\n", 'a,b\n"1', "a" * 200_000])
def test_a_table_that_is_none_is_refused_in_both_ways(tmp_path: Path, text: str) -> None:
    (tmp_path / "t.csv").write_text(text, "utf-8")
    for rows in (csv_rows(tmp_path / "t.csv"), long_csv_rows(tmp_path / "t.csv", long=0)):
        with pytest.raises(ListError):
            list(rows)
