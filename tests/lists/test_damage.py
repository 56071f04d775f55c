"""Damaged files: a good list or a ListError of one line, and nothing else, in seconds."""

from __future__ import annotations

import gzip
import time
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nongrata.lists import ListFile, ListId, ListVersion, lines_of, read_lists
from nongrata.values import ListError

SLOW_FIXTURES = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=5_000)


@st.composite
def damages(draw: st.DrawFn) -> tuple[str, float, bytes]:
    """A kind of damage, where in the file it is, and the bytes that it brings."""
    kind = draw(st.sampled_from(["cut", "flip", "insert", "drop", "repeat"]))
    return kind, draw(st.floats(0, 1)), draw(st.binary(min_size=1, max_size=40))


def damaged(data: bytes, damage: tuple[str, float, bytes]) -> bytes:
    kind, where, junk = damage
    at = int(where * len(data))
    if kind == "cut":
        return data[:at]
    if kind == "flip":
        return data[:at] + bytes(byte ^ junk[0] for byte in data[at : at + 1]) + data[at + 1 :]
    if kind == "insert":
        return data[:at] + junk * 50 + data[at:]
    if kind == "drop":
        return data[:at] + data[at + len(junk) :]
    return data[:at] + data[at : at + 300] * 20 + data[at:]


def read_or_refuse(path: Path) -> tuple[ListFile, ...]:
    try:
        lists = read_lists([path])
    except ListError as error:
        assert "\n" not in str(error)
        assert len(str(error)) < 1_000
        return ()
    for file in lists:
        assert file.version.entities == len(file.listings) > 0
        assert all(listing.caption.strip() for listing in file.listings)
        "".join(lines_of(file)).encode()
    return lists


@SLOW_FIXTURES
@given(damages())
def test_a_damaged_ofac_file(tmp_path: Path, sdn_bytes: bytes, damage: tuple[str, float, bytes]) -> None:
    path = tmp_path / "sdn.csv"
    for data in (damaged(sdn_bytes, damage), damaged(gzip.compress(sdn_bytes), damage)):
        path.write_bytes(data)
        read_or_refuse(path)


@SLOW_FIXTURES
@given(damages(), st.sampled_from(["alt.csv", "add.csv", "sdn_comments.csv"]))
def test_a_damaged_companion(ofac_folder: Path, damage: tuple[str, float, bytes], name: str) -> None:
    path = ofac_folder / name
    before = path.read_bytes() if path.exists() else b'101,"Gender Male."\r\n\x1a'
    path.write_bytes(damaged(before, damage))
    try:
        read_or_refuse(ofac_folder / "sdn.csv")
    finally:
        path.write_bytes(before)


@SLOW_FIXTURES
@given(damages())
def test_a_damaged_un_file(tmp_path: Path, un_bytes: bytes, damage: tuple[str, float, bytes]) -> None:
    path = tmp_path / "consolidated.xml"
    path.write_bytes(damaged(un_bytes, damage))
    read_or_refuse(path)


@SLOW_FIXTURES
@given(damages())
def test_a_damaged_export(ofac_folder: Path, damage: tuple[str, float, bytes]) -> None:
    (file,) = read_lists([ofac_folder / "sdn.csv"])
    path = ofac_folder / "export.jsonl"
    path.write_bytes(damaged("".join(lines_of(file)).encode(), damage))
    read_or_refuse(path)


@SLOW_FIXTURES
@given(st.binary(max_size=2_000))
def test_any_bytes(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "list"
    path.write_bytes(data)
    read_or_refuse(path)


def test_hostile_files_are_refused_in_seconds(tmp_path: Path) -> None:
    empty = ",".join(["-0- "] * 8)
    row = f'1,"A",-0- ,"SDGT",{empty}\r\n'
    remarks = row.replace("1,", "2,", 1).replace("-0- \r", '"{}"\r')
    hostile = {
        "lines": b"\n" * 60_000_000,
        "rows": (row * 1_000_000).encode()[: 60 << 20],
        "field": row.replace('"A"', '"' + "A" * 10_000_000 + '"').encode() + b"\x1a",
        "asides": (row + remarks.format("Passport " + "(a)" * 30_000)).encode() + b"\x1a",
        "quotes": (row + remarks.format("'a.k.a. " * 10_000)).encode() + b"\x1a",
        "elements": b"<CONSOLIDATED_LIST>" + b"<a/>" * 4_000_000,
        "records": b"<CONSOLIDATED_LIST><INDIVIDUALS>" + b"<INDIVIDUAL/>" * 1_500_000,
        "text": b"<CONSOLIDATED_LIST><ENTITIES><ENTITY><FIRST_NAME>" + b"A;(" * 3_000_000,
        "comments": b"<!--" * 16_000 + b"<CONSOLIDATED_LIST>",
        "titles": b"<html>" + b"<title" * 10_000,
        "attributes": b"<CONSOLIDATED_LIST " + b"".join(b'a%d="" ' % n for n in range(200_000)) + b"/>",
        "nested json": "".join(lines_of_nothing()).encode() + b"[" * 10_000_000,
        "wide json": "".join(lines_of_nothing()).encode() + b"[" + b"[]," * 10_000_000 + b"[]]\n",
    }
    for name, data in hostile.items():
        path = tmp_path / "list"
        path.write_bytes(data)
        start = time.process_time()
        read_or_refuse(path)
        assert time.process_time() - start < 10, name


def lines_of_nothing() -> list[str]:
    """The first line of an export that announces one entry."""
    about = ListVersion(list_id=ListId("mine"), title="Mine", version="undated", sha256="0", entities=1)
    return list(lines_of(ListFile(version=about, listings=())))
