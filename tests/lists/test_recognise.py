"""Any paths as lists: formats told by content, companions found."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from nongrata.lists import find_sources, lines_of, read_lists
from nongrata.values import ListError, SettingError


def test_companions_beside_the_list_are_found(ofac_folder: Path) -> None:
    (source,) = find_sources([ofac_folder / "sdn.csv"])

    assert [path.name for path in source.paths] == ["sdn.csv", "alt.csv", "add.csv"]


def test_a_folder_is_searched(ofac_folder: Path, un_file: Path) -> None:
    inner = ofac_folder / "un"
    inner.mkdir()
    shutil.move(un_file, inner / "list.xml")
    (ofac_folder / "README.txt").write_text("Where these came from")
    (ofac_folder / ".hidden.csv").write_text("x")

    ofac, un = read_lists([ofac_folder])

    assert (ofac.version.list_id, un.version.list_id) == ("us_ofac_sdn", "un_sc")
    assert [Path(skip.item).name for skip in ofac.skipped] == ["README.txt"]


def test_formats_are_told_by_content_under_any_name(ofac_folder: Path, tmp_path: Path) -> None:
    odd = tmp_path / "odd"
    odd.mkdir()
    for name, new in (("sdn.csv", "one.dat"), ("alt.csv", "two.dat"), ("add.csv", "three.dat")):
        shutil.copy(ofac_folder / name, odd / new)

    (file,) = read_lists([odd / "two.dat", odd / "one.dat", odd / "three.dat"])

    assert file.version.list_id == "us_ofac_sdn"
    assert len(file.listings[1].names) == 3
    assert file.listings[1].addresses


def test_gzipped_and_dated_files_find_their_like(ofac_folder: Path, tmp_path: Path) -> None:
    packed = tmp_path / "packed"
    packed.mkdir()
    for day in ("2024-05-02", "2024-05-03"):
        for name in ("sdn", "alt", "add"):
            data = gzip.compress((ofac_folder / f"{name}.csv").read_bytes())
            (packed / f"{name}_{day}.RECONSTRUCTED.csv.gz").write_bytes(data)

    (source,) = find_sources([packed / "sdn_2024-05-03.RECONSTRUCTED.csv.gz"])

    assert {path.name[4:14] for path in source.paths} == {"2024-05-03"}
    assert len(find_sources([packed])) == 2


def test_of_several_versions_in_a_folder_the_newest_is_used_and_said(ofac_folder: Path, tmp_path: Path) -> None:
    series = tmp_path / "series"
    series.mkdir()
    for day in ("2024-05-02", "2026-08", "2024-05-03"):
        shutil.copy(ofac_folder / "sdn.csv", series / f"sdn_{day}.csv")

    (newest,) = read_lists([series])
    (then,) = read_lists([series], as_of=date(2024, 12, 31))
    (oldest,) = read_lists([series], as_of=date(2020, 1, 1))

    assert (newest.version.version, then.version.version, oldest.version.version) == (
        "2026-08",
        "2024-05-03",
        "2024-05-02",
    )
    assert "another version of us_ofac_sdn (2024-05-02): version 2026-08 is used" in [
        skip.reason for skip in newest.skipped
    ]


def test_a_day_in_the_name_of_the_folder_counts(ofac_folder: Path, tmp_path: Path) -> None:
    folder = tmp_path / "ofac_2026-08"
    folder.mkdir()
    shutil.copy(ofac_folder / "sdn.csv", folder)

    (file,) = read_lists([folder / "sdn.csv"])

    assert file.version.version == "2026-08"


def test_a_companion_of_another_day_beside_the_list_is_not_taken(ofac_folder: Path) -> None:
    (ofac_folder / "sdn.csv").rename(ofac_folder / "sdn_2024-05-03.csv")
    (ofac_folder / "alt.csv").rename(ofac_folder / "alt_2021-01-01.csv")

    (file,) = read_lists([ofac_folder / "sdn_2024-05-03.csv"])

    assert file.skipped[0].reason == "no alt.csv was given or lies beside it: its aliases are missing"


def test_a_companion_that_is_given_wins(ofac_folder: Path, write: Callable[..., Path]) -> None:
    other = write("elsewhere/alt_2021-01-01.csv", '101,9,"aka","GIVEN NAME",-0- \r\n\x1a')

    (file,) = read_lists([ofac_folder / "sdn.csv", other])

    assert [name.text for name in file.listings[0].names if name.kind == "alias"] == ["GIVEN NAME"]


def test_a_companion_alone_is_refused(ofac_folder: Path) -> None:
    with pytest.raises(ListError, match=r"without its sdn\.csv"):
        read_lists([ofac_folder / "alt.csv"])


def test_a_damaged_companion_is_not_passed_over(ofac_folder: Path) -> None:
    (ofac_folder / "alt.csv").write_text("<html><title>503</title></html>")

    with pytest.raises(ListError, match=r"alt\.csv:1: found"):
        read_lists([ofac_folder / "sdn.csv"])


def test_an_export_of_ours_is_a_list(un_file: Path, write: Callable[..., Path]) -> None:
    (un,) = read_lists([un_file])

    assert read_lists([write("un.jsonl.gz", gzip.compress("".join(lines_of(un)).encode()))]) == (un,)


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "an empty file"),
        (b" \r\n ", "nothing but white space"),
        (b"PK\x03\x04" + bytes(40), "a damaged spreadsheet"),
        (b"%PDF-1.7", "a PDF"),
        (bytes(range(256)) * 4, "a binary file"),
        (gzip.compress(gzip.compress(b"x" * 99)), "gzip inside gzip"),
        (b"<!DOCTYPE html>\n<html><head><title>Access\nDenied</title>", "a web page (Access Denied)"),
        (b"<?xml version='1.0'?><html><body>", "a web page"),
        (b"<?xml version='1.0'?><!-- <CONSOLIDATED_LIST> --><priceList/>", "XML that begins with <priceList>"),
        (b"<!-- ", "XML without an element"),
        (b'{"error": "rate limit"}', "JSON that is no list known here"),
        (b"[" * 60_000, "JSON that is no list known here"),
        (b"Name,Country\nIvan,Russia\n", "text that begins 'Name,Country Ivan,Russia'"),
        ("Name;Land\nIvan;Russland\n".encode("utf-16"), "text that begins"),
        (b"a," * 400_000, "text that begins"),
    ],
)  # fmt: skip
def test_what_is_no_list_is_refused_with_what_was_found(write: Callable[..., Path], content: bytes, found: str) -> None:
    path = write("sdn.csv", content)

    with pytest.raises(ListError) as caught:
        read_lists([path])

    assert caught.value.found.startswith(found)
    assert "\n" not in str(caught.value)


def test_a_folder_without_a_list_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing here")

    with pytest.raises(ListError, match=r"notes\.txt: found text that begins"):
        read_lists([tmp_path])


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ListError, match="no files"):
        read_lists([tmp_path])


def test_links_that_run_in_circles_end(ofac_folder: Path) -> None:
    (ofac_folder / "loop").symlink_to(ofac_folder)

    assert len(read_lists([ofac_folder])) == 1


@pytest.mark.parametrize("dated", ["yesterday", "2024", "2024-13-01", ""])
def test_a_day_that_is_none_is_refused(ofac_folder: Path, dated: str) -> None:
    with pytest.raises(SettingError, match="YYYY-MM-DD"):
        read_lists([ofac_folder / "sdn.csv"], dated=dated)


def test_no_paths_are_no_lists() -> None:
    assert read_lists([]) == ()


def test_a_csv_of_ones_own_is_told_by_the_toml_beside_it(write: Callable[..., Path], tmp_path: Path) -> None:
    toml = write("mine/watch.toml", 'list = "watch"\n[columns]\nname = "Who"\n')
    path = write("mine/watch.csv", "Who,Where\nAnna Orlova,Riga\n")

    (source,) = find_sources([tmp_path / "mine"])
    (file,) = read_lists([path])

    assert source.paths == (path, toml)
    assert source.notes == ()
    assert (file.version.list_id, file.listings[0].caption) == ("watch", "Anna Orlova")
    assert find_sources([path, toml]) == (source,)


def test_a_toml_alone_is_no_list(write: Callable[..., Path]) -> None:
    with pytest.raises(ListError, match="text that begins"):
        find_sources([write("watch.toml", 'list = "watch"\n')])
