"""Spreadsheets as rows of text, and archives that are not what they seem."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nongrata.lists.sheets import MAX_ROWS, rows_of, sheets_of
from nongrata.values import ListError

NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)

Make = Callable[..., Path]


@pytest.fixture
def xlsx(tmp_path: Path) -> Make:
    """Write the sheets, each a list of rows, to a workbook."""

    def make(*sheets: list[list[object]]) -> Path:
        book = openpyxl.Workbook(write_only=True)
        for rows in sheets:
            sheet = book.create_sheet()
            for row in rows:
                sheet.append(row)
        book.save(tmp_path / "list.xlsx")
        return tmp_path / "list.xlsx"

    return make


@pytest.fixture
def ods(tmp_path: Path) -> Make:
    """Write the rows of one sheet, given as XML, to an OpenDocument spreadsheet."""

    def make(rows: str, *, before: str = "") -> Path:
        table = f'<table:table table:name="List">{rows}</table:table>'
        body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
        return pack(tmp_path / "list.ods", f"{before}<office:document {NAMESPACES}>{body}</office:document>")

    return make


def pack(path: Path, content: str | bytes, name: str = "content.xml") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return path


def cell(text: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


def test_cells_of_a_workbook_become_texts(xlsx: Make) -> None:
    path = xlsx(
        [
            ["Name", 7466, 1.5, True, None, date(1961, 5, 9), datetime.fromisoformat("2022-02-25T13:30")],
            [None, "Ростов "],
        ]
    )

    assert list(rows_of(path)) == [
        ["Name", "7466", "1.5", "TRUE", "", "1961-05-09", "2022-02-25T13:30:00"],
        ["", "Ростов "],
    ]


def test_an_empty_row_between_others_stays_and_those_at_the_end_go(xlsx: Make) -> None:
    assert list(rows_of(xlsx([["a", None], [None], ["b"], [None, None], [None]]))) == [["a"], [], ["b"]]


def test_each_sheet_is_given_with_its_title(xlsx: Make) -> None:
    path = xlsx([["first"]], [], [["third"]])

    assert [(title, list(rows)) for title, rows in sheets_of(path)] == [
        ("Sheet", [["first"]]),
        ("Sheet1", []),
        ("Sheet2", [["third"]]),
    ]
    assert list(rows_of(path, sheet=2)) == [["third"]]


def test_a_sheet_that_is_not_there_is_asked_for_in_vain(xlsx: Make) -> None:
    with pytest.raises(ListError, match="found no sheet 4"):
        list(rows_of(xlsx([["a"]]), sheet=3))


def test_a_carriage_return_that_excel_escaped_is_one(xlsx: Make) -> None:
    assert list(rows_of(xlsx([["a_x000D_\nb"]]))) == [["a\r\nb"]]


def test_cells_of_an_open_document_become_texts(ods: Make) -> None:
    day = cell("shown", 'office:value-type="date" office:date-value="2025-08-11T00:00:00"')
    number = cell("1,234", 'office:value-type="float" office:value="1234"')
    spaced = cell("RUS<text:s text:c='2'/>0251")
    path = ods(f"<table:table-row>{spaced}{day}{number}<table:table-cell/></table:table-row>")

    assert list(rows_of(path)) == [["RUS  0251", "2025-08-11", "1234"]]


def test_lines_and_links_of_an_open_document_are_kept_and_comments_are_not(ods: Make) -> None:
    inside = "a<text:line-break/>b <text:a>link</text:a><office:annotation><text:p>note</text:p></office:annotation>"

    path = ods(
        f"<table:table-row><table:table-cell><text:p>{inside}</text:p><text:p>c</text:p></table:table-cell></table:table-row>"
    )

    assert list(rows_of(path)) == [["a\nb link\nc"]]


def test_repeated_cells_and_rows_are_repeated_but_not_for_ever(ods: Make) -> None:
    twice = 'table:number-columns-repeated="2"'
    end = '<table:table-cell table:number-columns-repeated="16384"/>'
    path = ods(
        f'<table:table-row table:number-rows-repeated="2">{cell("a", twice)}{end}</table:table-row>'
        f'<table:table-row table:number-rows-repeated="1048576">{end}</table:table-row>'
    )

    assert list(rows_of(path)) == [["a", "a"], ["a", "a"]]


def test_an_open_document_that_grows_without_end_is_refused(ods: Make) -> None:
    wide = cell("a", 'table:number-columns-repeated="9999"')
    with pytest.raises(ListError, match="columns"):
        list(rows_of(ods(f"<table:table-row>{wide}</table:table-row>")))
    path = ods(f'<table:table-row table:number-rows-repeated="{MAX_ROWS + 1}">{cell("a")}</table:table-row>')
    with pytest.raises(ListError, match="200001 rows"):
        list(rows_of(path))


def test_a_cell_that_is_a_book_is_refused(ods: Make) -> None:
    with pytest.raises(ListError, match="200000 characters"):
        list(rows_of(ods(f"<table:table-row>{cell('long' * 50_000)}</table:table-row>")))


def test_an_entity_bomb_in_a_spreadsheet_is_refused(ods: Make) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'

    with pytest.raises(ListError, match="document type of its own"):
        list(rows_of(ods("<table:table-row/>", before=bomb)))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp037"])
def test_xml_in_a_spreadsheet_hides_behind_no_other_encoding(tmp_path: Path, encoding: str) -> None:
    content = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x []><x/>'.encode(encoding)

    with pytest.raises(ListError, match="not XML in UTF-8"):
        list(rows_of(pack(tmp_path / "list.ods", content)))


def test_a_zip_bomb_is_refused_unopened(tmp_path: Path) -> None:
    with pytest.raises(ListError, match="unpacks to 40 MiB"):
        list(rows_of(pack(tmp_path / "bomb.xlsx", b" " * (40 << 20), "xl/sharedStrings.xml")))


def test_sheets_that_are_more_than_any_list_are_refused_unread(tmp_path: Path) -> None:
    # Few enough repeats that the archive is no bomb by its ratio.
    noise = b"".join(b"<c r='%d'/>" % (number * 7919 % 1_000_003) for number in range(900_000))
    with zipfile.ZipFile(tmp_path / "much.xlsx", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(5):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", noise)

    with pytest.raises(ListError, match=r"sheet4\.xml', with which the tags are more"):
        list(rows_of(tmp_path / "much.xlsx"))


def test_an_archive_of_too_many_parts_or_of_two_parts_with_one_name_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "many.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(2_001):
            archive.writestr(str(number), "")
    with pytest.raises(ListError, match="2001 parts"):
        list(rows_of(path))
    with zipfile.ZipFile(path, "w") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("content.xml", "<a/>")
        archive.writestr("content.xml", "<b/>")
    with pytest.raises(ListError, match="parts with one name"):
        list(rows_of(path))


def test_an_encrypted_part_is_refused(ods: Make) -> None:
    path = ods("<table:table-row/>")
    packed = bytearray(path.read_bytes())
    packed[packed.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(packed)

    with pytest.raises(ListError, match="encrypted"):
        list(rows_of(path))


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "no zip archive"),
        (b"<html>503</html>", "no zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old or encrypted Office file"),
        (b"PK\x03\x04 and no more", "a damaged spreadsheet"),
    ],
)
def test_what_is_no_spreadsheet_is_refused(tmp_path: Path, data: bytes, found: str) -> None:
    (tmp_path / "list.xlsx").write_bytes(data)

    with pytest.raises(ListError, match=found):
        list(rows_of(tmp_path / "list.xlsx"))


def test_another_kind_of_archive_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ListError, match="a zip archive that is no spreadsheet"):
        list(rows_of(pack(tmp_path / "list.zip", "Dear reader", "readme.txt")))
    with pytest.raises(ListError, match="no such file"):
        list(rows_of(tmp_path / "none.xlsx"))


# Places are shares of the file: a workbook's length differs with the second it was written in.
PLACES = st.floats(0, 1, exclude_max=True)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(flips=st.lists(st.tuples(PLACES, st.integers(1, 255)), max_size=8), end=st.none() | PLACES)
def test_a_damaged_workbook_is_refused_or_read_but_never_a_crash(
    xlsx: Make, flips: list[tuple[float, int]], end: float | None
) -> None:
    path = xlsx([["Name", "Date"], ["KIM", date(1984, 1, 8)]])
    packed = bytearray(path.read_bytes())
    for place, bits in flips:
        packed[int(place * len(packed))] ^= bits
    path.write_bytes(packed if end is None else packed[: int(end * len(packed))])

    try:
        assert all(isinstance(cell, str) for row in rows_of(path) for cell in row)
    except ListError as error:
        assert "\n" not in str(error)
