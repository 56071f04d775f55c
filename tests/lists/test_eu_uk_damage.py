"""Damaged files of the European Union and the United Kingdom: a good list or one line of refusal, in seconds."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nongrata.lists import ListFile, lines_of
from nongrata.lists.publishers.eu.from_csv import read_eu_csv
from nongrata.lists.publishers.eu.from_xml import read_eu
from nongrata.lists.publishers.uk.from_xml import read_uk
from nongrata.lists.publishers.uk.ofsi import read_ofsi
from nongrata.lists.publishers.uk.sheet import read_uk_sheet
from nongrata.lists.sound import flaw_of
from nongrata.values import ListError

Reader = Callable[[Path], ListFile]

SLOW_FIXTURES = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=120, deadline=5_000)

EU_XML = (
    '<?xml version="1.0" encoding="UTF-8"?><export xmlns="x" generationDate="2026-05-01T00:00:00">'
    + "".join(
        f'<sanctionEntity euReferenceNumber="EU.{number}" logicalId="{number}" unitedNationId="QDi.{number}">'
        f'<subjectType code="person"/><nameAlias wholeName="Иван {number}" strong="true" gender="M"/>'
        '<birthdate birthdate="1961-10-07" circa="true"/><birthdate yearRangeFrom="1960" yearRangeTo="1965"/>'
        '<address city="Tver" countryIso2Code="RU"><contactInfo key="PHONE" value="1"/></address>'
        '<identification number="7708619320" identificationTypeCode="fiscalcode"/><remark>INN: 7708619320</remark>'
        "</sanctionEntity>"
        for number in range(1, 5)
    )
    + "</export>"
).encode()
UK_XML = (
    "<Designations><DateGenerated>20/08/2026</DateGenerated>"
    + "".join(
        f"<Designation><UniqueID>RUS900{number}</UniqueID><Names><Name><Name6>PETROV É{number}</Name6></Name></Names>"
        "<IndividualEntityShip>Individual</IndividualEntityShip><DateDesignated>29/06/2022</DateDesignated>"
        "<IndividualDetails><Individual><DOBs><DOB>dd/05/1961</DOB></DOBs></Individual></IndividualDetails>"
        "</Designation>"
        for number in range(1, 5)
    )
    + "</Designations>"
).encode()
EU_CSV = (
    "\ufefffileGenerationDate;Entity_LogicalId;Entity_SubjectType;NameAlias_WholeName;BirthDate_Year;Address_City\r\n"
    + "".join(f'01/05/2026;{number};P;"Иван; {number}";1961;Tver\r\n' for number in range(1, 9))
).encode()
OFSI_CSV = (
    "Last Updated,10/04/2025\r\nName 6,Name 1,DOB,Other Information,Group Type,Alias Type,Group ID\r\n"
    + "".join(
        f'PETROV,"Ivan, É",00/05/1961,(UK Sanctions List Ref):RUS900{number}. (Gender):Male,'
        f"Individual,AKA,99{number}\r\n"
        for number in range(1, 9)
    )
).encode()
UK_CSV = (
    "Report Date: 01-Oct-2026\r\nUnique ID,Name 6,Name 1,Regime Name,Designation Type,D.O.B\r\n"
    + "".join(f'RUS900{number},PETROV,"Ivan, É",Russia,Individual,dd/mm/1961\r\n' for number in range(1, 9))
).encode()
FILES: tuple[tuple[Reader, bytes], ...] = (
    (read_eu, EU_XML),
    (read_uk, UK_XML),
    (read_eu_csv, EU_CSV),
    (read_ofsi, OFSI_CSV),
    (read_uk_sheet, UK_CSV),
)


@st.composite
def damages(draw: st.DrawFn) -> tuple[str, float, bytes]:
    """A kind of damage, where in the file it is, and the bytes that it brings."""
    kind = draw(st.sampled_from(["cut", "flip", "insert", "drop", "repeat", "swap"]))
    return kind, draw(st.floats(0, 1)), draw(st.binary(min_size=1, max_size=40))


def damaged(data: bytes, damage: tuple[str, float, bytes]) -> bytes:
    kind, where, junk = damage
    at = int(where * len(data))
    done = {
        "cut": data[:at],
        "flip": data[:at] + bytes(byte ^ junk[0] for byte in data[at : at + 1]) + data[at + 1 :],
        "insert": data[:at] + junk * 50 + data[at:],
        "drop": data[:at] + data[at + len(junk) :],
        "repeat": data[:at] + data[at : at + 300] * 20 + data[at:],
        "swap": data[at:] + data[:at],
    }
    return done[kind]


def read_or_refuse(reader: Reader, path: Path) -> ListFile | None:
    try:
        file = reader(path)
    except ListError as error:
        assert "\n" not in str(error)
        assert len(str(error)) < 1_000
        return None
    assert file.version.entities == len(file.listings) > 0
    assert [flaw for listing in file.listings if (flaw := flaw_of(listing))] == []
    assert all(listing.caption.strip() for listing in file.listings)
    "".join(lines_of(file)).encode()
    return file


@pytest.mark.parametrize(("reader", "data"), FILES)
def test_the_undamaged_files_are_read_whole(tmp_path: Path, reader: Reader, data: bytes) -> None:
    (tmp_path / "list").write_bytes(data)
    file = read_or_refuse(reader, tmp_path / "list")

    assert file is not None
    assert file.skipped == ()


@SLOW_FIXTURES
@given(st.sampled_from(FILES), damages())
def test_a_damaged_file(tmp_path: Path, file: tuple[Reader, bytes], damage: tuple[str, float, bytes]) -> None:
    reader, whole = file
    for data in (damaged(whole, damage), damaged(gzip.compress(whole), damage)):
        (tmp_path / "list").write_bytes(data)
        read_or_refuse(reader, tmp_path / "list")


@pytest.mark.parametrize(("reader", "data"), FILES)
@pytest.mark.parametrize("encoding", ["utf-16", "cp1251", "shift_jis", "utf-32"])
def test_a_file_in_another_encoding(tmp_path: Path, reader: Reader, data: bytes, encoding: str) -> None:
    (tmp_path / "list").write_bytes(data.decode().encode(encoding, errors="replace"))
    read_or_refuse(reader, tmp_path / "list")


@pytest.mark.parametrize(("reader", "data"), FILES)
def test_huge_fields_and_bombs_are_bounded(tmp_path: Path, reader: Reader, data: bytes) -> None:
    started = time.process_time()
    bomb = gzip.compress(data[: len(data) // 2] + b"A" * 40_000_000 + data[len(data) // 2 :])
    for bad in (
        data.replace(b"PETROV", b"P" * 90_000).replace("Иван".encode(), b"I" * 90_000),
        bomb,
        b"PK\x03\x04" + data,
    ):
        (tmp_path / "list").write_bytes(bad)
        read_or_refuse(reader, tmp_path / "list")
    assert time.process_time() - started < 20


@pytest.mark.parametrize("reader", [reader for reader, _ in FILES])
@pytest.mark.parametrize("page", ["<!DOCTYPE html><title>503</title>", "<html><body>Not found</body></html>", "{}"])
def test_an_error_page_is_refused(tmp_path: Path, reader: Reader, page: str) -> None:
    (tmp_path / "list").write_text(page)

    assert read_or_refuse(reader, tmp_path / "list") is None
