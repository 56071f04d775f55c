"""Tables as people really send them: every row comes back, as a party or with the reason why it is none."""

from __future__ import annotations

import gzip
import io
import json
import os
import threading
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongrata.rows import BadRow, Layout, Row, read_rows
from nongrata.values import MissingExtra, SettingError, SourceError

AS_IS = Layout()


def rows_in(data: str | bytes, layout: Layout = AS_IS, *, notes: list[str] | None = None) -> list[Row | BadRow]:
    """Give the rows of a table that comes by standard input."""
    body = data.encode() if isinstance(data, str) else data
    told = [] if notes is None else notes
    return list(read_rows("-", layout, stdin=io.BytesIO(body), say=told.append))


def rows_of(path: Path, layout: Layout = AS_IS, *, notes: list[str] | None = None) -> list[Row | BadRow]:
    """Give the rows of a table in a file."""
    told = [] if notes is None else notes
    return list(read_rows(str(path), layout, stdin=io.BytesIO(), say=told.append))


def parties(rows: Iterable[Row | BadRow]) -> list[Row]:
    """Give the rows that can be screened."""
    return [row for row in rows if isinstance(row, Row)]


def reasons(rows: Iterable[Row | BadRow]) -> dict[int, str]:
    """Give why the others cannot, by their numbers."""
    return {row.number: row.reason for row in rows if isinstance(row, BadRow)}


@pytest.mark.parametrize(
    ("heads", "delimiter"),
    [
        ("Customer No;Full Name;Date of Birth;Nationality", ";"),
        ("Kundennummer;Name;Geburtsdatum (TT.MM.JJJJ);Staatsangehörigkeit", ";"),
        ("id,caption,birthDate,nationality", ","),
        ("Identifiant\tNom complet\tDate de naissance\tNationalité", "\t"),
        ("№|ФИО|Дата рождения|Гражданство", "|"),
        ("编号,姓名,出生日期,国籍", ","),
        ("番号,氏名,生年月日,国籍", ","),
        ("الرقم;الاسم الكامل;تاريخ الميلاد;الجنسية", ";"),
        ("N° cliente;Nome completo;Data di nascita;Cittadinanza", ";"),
    ],
)
def test_columns_are_known_by_their_heads_in_many_languages(heads: str, delimiter: str) -> None:
    cells = ("17", "Ivan Orlov", "07.10.1952", "RU")

    (row,) = parties(rows_in(f"{heads}\n{delimiter.join(cells)}\n"))

    assert (row.number, row.id, row.names) == (2, "17", ("Ivan Orlov",))
    assert row.properties == {"birthDate": ("1952-10-07",), "nationality": ("ru",)}


def test_parts_of_a_name_make_one_and_the_bearer_a_person() -> None:
    (row,) = parties(rows_in("First name,Middle name,Last name\nIvan,Petrovich,Orlov\n"))
    assert (row.names, row.schema) == (("Ivan Petrovich Orlov",), "Person")

    (german,) = parties(rows_in("Name;Vorname\nOrlov;Ivan\n"))
    assert german.names == ("Ivan Orlov",)

    (both,) = parties(rows_in("Name,First name,Last name\nIvan Orlov,Ivan,Orlov\n"))
    assert both.names == ("Ivan Orlov",)


def test_a_row_that_does_not_say_what_it_is_is_known_by_what_only_such_a_thing_has() -> None:
    table = "name,sex,dob,imo,country\nIvan,m,1960,,\nSea Lark,,,9999993,\nBaltic Yard,,1960,,\nNorth Dock,,,,RU\n"

    # A table may give the founding date of a company under "date of birth": that tells ships apart only.
    assert [row.schema for row in parties(rows_in(table))] == ["Person", "Vessel", "LegalEntity", None]


def test_a_name_over_several_columns_is_one_in_the_order_of_their_numbers() -> None:
    (listed,) = parties(rows_in("Name 6,Name 1,Name 2,DOB\nOrlov,Ivan,Petrovich,1960\n"))
    assert listed.names == ("Ivan Petrovich Orlov",)

    (long,) = parties(rows_in("Name,Name 2,Country\nBaltic Shipping and Repair,Yard of Riga Ltd,LV\n"))
    assert long.names == ("Baltic Shipping and Repair Yard of Riga Ltd", "Baltic Shipping and Repair")


@pytest.mark.parametrize("text", ["<?xml version='1.0'?>\n<a/>\n", "  <html><p>Ivan Orlov</p></html>\n"])
def test_xml_and_html_are_no_lists_of_names(text: str) -> None:
    with pytest.raises(SourceError, match="XML or HTML"):
        rows_in(text)


def test_a_story_is_no_list_of_names() -> None:
    with pytest.raises(SourceError, match=r"prose.*nongrata read"):
        rows_in("The yard said that nobody had asked it before the ship was seized in port. " * 5 + "\n")


def test_what_cannot_be_a_name_is_told_row_by_row() -> None:
    names = [
        "",
        "12345",
        "Ivan\x07 Orlov",
        "=A1&B1",
        "#N/A",
        "????? ????",
        "n/a",
        "y" * 2_000,
        "x" * 10_000_000,
        "Anna",
    ]
    table = "id,name\n" + "".join(f"{place},{name}\n" for place, name in enumerate(names))
    rows = rows_in(table)

    assert [row.names for row in parties(rows)] == [("Anna",)]
    told = reasons(rows)
    assert list(told) == list(range(2, 11))
    assert "no name" in told[2]
    assert "a number instead of a name" in told[3]
    assert "U+0007" in told[4]
    assert "formula" in told[5]
    assert "#N/A" in told[6]
    assert "question marks" in told[7]
    assert "2,000 characters" in told[9]
    assert "more than 1,048,576 characters" in told[10]
    assert max(map(len, told.values())) < 200


def test_a_quote_that_never_closes_takes_no_other_row_with_it() -> None:
    rows = rows_in(
        'id,name\n1,"Ivan Orlov\n2,Anna Orlova\n3,"Petrov, Petr"\n' + "".join(f"{n},Olga\n" for n in range(4, 400))
    )

    assert [*reasons(rows)] == [2]
    assert len(parties(rows)) == 398
    assert parties(rows)[1].names == ("Petrov, Petr",)


def test_a_name_may_hold_quotes_and_line_ends() -> None:
    rows = rows_in('id,name\n1,"OOO ""Volga"""\n2,"Baltic\nYard"\n3,the "Volga" yard\n4,"Volga" yard\n')

    assert [row.name for row in parties(rows)] == ['OOO "Volga"', "Baltic Yard", 'the "Volga" yard', "Volga yard"]
    assert reasons(rows) == {}


def test_a_row_of_commas_is_told_and_a_blank_line_is_not() -> None:
    rows = rows_in("name,country\nIvan Orlov,RU\n,\n\nAnna Orlova,RU\n")

    assert reasons(rows) == {3: "found empty cells only; wanted a name"}


def test_what_stands_above_the_heads_and_heads_that_come_again_are_no_names() -> None:
    rows = rows_in("Customers of May,,\n,,\nNo,Name,Country\n1,Ivan Orlov,RU\nNo,Name,Country\n2,Anna Orlova,RU\n")

    assert reasons(rows) == {1: "stands above the heads of the columns", 5: "repeats the heads of the columns"}
    assert [(row.number, row.id) for row in parties(rows)] == [(4, "1"), (6, "2")]


def test_of_two_rows_of_heads_the_more_telling_one_counts() -> None:
    rows = rows_in("Client,,Birth,\nFirst name,Last name,Date of birth,Place of birth\nIvan,Orlov,1960,Riga\n")

    assert [*reasons(rows)] == [1]
    (row,) = parties(rows)
    assert row.names == ("Ivan Orlov",)
    assert row.properties == {"birthDate": ("1960",), "birthPlace": ("Riga",)}


def test_a_second_row_of_heads_with_a_word_that_is_not_known_is_no_party() -> None:
    rows = rows_in("Client name,Born,Nationality\nname,dob,natio\nIvan Orlov,1960,RU\nName Title Co,1970,RU\n")

    assert reasons(rows) == {2: "is a second row of heads"}
    assert [row.name for row in parties(rows)] == ["Ivan Orlov", "Name Title Co"]


def test_rows_of_other_lengths_are_screened_or_told() -> None:
    rows = rows_in("id,name,country\n1,Ivan Orlov\n2,Anna Orlova,RU,,\n3,Petrov, Petr,RU\n")

    assert [(row.id, row.names) for row in parties(rows)] == [("1", ("Ivan Orlov",)), ("2", ("Anna Orlova",))]
    assert "4 cells under 3 heads" in reasons(rows)[4]


def test_two_columns_of_one_head_are_both_read() -> None:
    (row,) = parties(rows_in("name,name,country,country\nIvan Orlov,Vanya Orlov,RU,LV\n"))

    assert row.names == ("Ivan Orlov", "Vanya Orlov")
    assert row.properties == {"country": ("ru", "lv")}


def test_a_plain_list_of_names_needs_no_heads() -> None:
    notes: list[str] = []
    rows = rows_in("Ivan Orlov\nAnna Orlova\n", notes=notes)

    assert [row.names for row in parties(rows)] == [("Ivan Orlov",), ("Anna Orlova",)]
    assert notes == ["found no heads of columns; each line is taken as a name"]


def test_a_text_file_has_a_name_on_each_line_whatever_commas_are_in_it(tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_text("ORLOV, Ivan\nORLOVA, Anna\n", encoding="utf-8")

    assert [row.name for row in parties(rows_of(path))] == ["ORLOV, Ivan", "ORLOVA, Anna"]


def test_without_a_column_of_names_nothing_is_guessed() -> None:
    with pytest.raises(SourceError, match=r"no column of names among 'Kd', 'Bez'; wanted .*--name-column"):
        rows_in("Kd,Bez\n1,Ivan Orlov\n")


def test_a_wrong_delimiter_is_an_error_and_no_answer() -> None:
    with pytest.raises(SourceError, match="no column of names among 'id,name,country'"):
        rows_in("id,name,country\n1,Ivan Orlov,RU\n", Layout(delimiter=";"))


def test_columns_are_told_by_head_number_or_letter() -> None:
    table = "Kd,Bez,Wann\n1,Ivan Orlov,1960\n"
    for layout in (
        Layout(columns={"name": ("Bez",), "birth_date": ("Wann",)}),
        Layout(columns={"name": ("2",), "birth_date": ("C",)}),
    ):
        (row,) = parties(rows_in(table, layout))
        assert (row.names, row.properties) == (("Ivan Orlov",), {"birthDate": ("1960",)})

    (bare,) = parties(rows_in("1,Ivan Orlov\n", Layout(columns={"name": ("B",)}, has_heads=False)))
    assert (bare.number, bare.names) == (1, ("Ivan Orlov",))
    with pytest.raises(SettingError, match="--name-column='Nom'"):
        rows_in(table, Layout(columns={"name": ("Nom",)}))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Name;Land\nJürgen Müller;RU\n", "cp1252"),
        ("ФИО;Страна\nПутин Владимир;RU\n", "cp1251"),
        ("姓名,国家\n习近平,RU\n", "gb18030"),
        ("氏名,国\n安倍晋三,RU\n", "cp932"),
        ("이름,국가\n김정은,RU\n", "cp949"),
        ("الاسم,البلد\nبشار الأسد,RU\n", "cp1256"),
        ("Name\tLand\nJürgen Müller\tRU\n", "utf-16"),
        ("Name\tLand\nJürgen Müller\tRU\n", "utf-8-sig"),
    ],
)
def test_tables_are_read_in_the_encoding_that_they_are_in(text: str, encoding: str) -> None:
    notes: list[str] = []
    (row,) = parties(rows_in(text.encode(encoding), notes=notes))

    assert row.name in text
    assert row.properties == {"country": ("ru",)}
    is_guess = not encoding.startswith("utf")
    assert any(f"read as {encoding}" in note and "--encoding" in note for note in notes) == is_guess


def test_a_byte_of_another_encoding_spoils_its_row_only() -> None:
    rows = rows_in(b"name,id\nAnna,1\n" + b"x" * 2**20 + b",2\nM\xfcller,3\nIvan,4\n")

    assert [row.name for row in parties(rows)] == ["Anna", "Ivan"]
    assert "not of the file's encoding" in reasons(rows)[4]


def test_dates_that_may_be_read_two_ways_are_read_both_ways() -> None:
    table = "name,dob\nIvan Orlov,01/02/1980\n"

    assert parties(rows_in(table))[0].properties["birthDate"] == ("1980-02-01", "1980-01-02")
    assert parties(rows_in(table, Layout(day_first=False)))[0].properties["birthDate"] == ("1980-01-02",)


def test_what_cannot_be_read_of_a_row_is_noted_and_the_row_screened() -> None:
    (row,) = parties(rows_in("name,dob,country\nIvan Orlov,soon,Narnia\n"))

    assert row.properties == {}
    assert row.notes == ("the birth date 'soon' could not be read", "the country 'Narnia' is none that we know")


def test_lines_of_json_are_entities_objects_or_names() -> None:
    entity = {
        "id": "a",
        "schema": "person",
        "properties": {"firstName": ["Ivan"], "lastName": ["Orlov"], "birthDate": ["1960"]},
    }
    address = {"id": "b", "schema": "Address", "properties": {"full": ["Riga"]}}
    lines = [entity, {"Full name": "Anna Orlova", "dob": 1961}, "Petr Petrov", address, 5, {"x": "y"}]
    rows = rows_in("\n".join(map(json.dumps, lines)) + "\n{no json\n")

    assert [(row.names, row.schema, row.properties.get("birthDate")) for row in parties(rows)] == [
        (("Ivan Orlov",), "Person", ("1960",)),
        (("Anna Orlova",), "LegalEntity", ("1961",)),
        (("Petr Petrov",), None, None),
    ]
    assert {number: reason.split(";")[0] for number, reason in reasons(rows).items()} == {
        4: "found an entity of schema Address, which is nobody to screen",
        5: "found a number",
        6: "found no name among 'x'",
        7: "found a line that is no JSON: {no json",
    }


def test_a_json_array_is_read_as_a_whole() -> None:
    for text in ('[{"name": "Ivan"}, {"name": ""}]', '[\n  {"name": "Ivan"},\n  {"name": ""}\n]'):
        rows = rows_in(text)
        assert ([row.name for row in parties(rows)], [*reasons(rows)]) == (["Ivan"], [2])


def workbook(path: Path, *sheets: tuple[str, list[list[object]]], merge: str = "") -> Path:
    """Write a workbook."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        if merge:
            sheet.merge_cells(merge)
    book.save(path)
    return path


def test_a_workbook_is_read_by_the_sheet_that_has_names(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "book.xlsx",
        ("About", [["Made in May"]]),
        (
            "Parties",
            [["Parties of May"], [], ["No", "Name", "DOB"], [1, "Ivan Orlov", "1960"], [], ["2", "=A1&B1", ""]],
        ),
        ("More", [["Name"], ["Anna"]]),
    )
    notes: list[str] = []
    rows = rows_of(path, notes=notes)

    assert [(row.number, row.id, row.name) for row in parties(rows)] == [(4, "1", "Ivan Orlov")]
    assert list(reasons(rows)) == [1, 6]
    assert "not read: 'About', 'More'" in notes[0]
    assert parties(rows_of(path, Layout(sheet="3")))[0].name == "Anna"
    with pytest.raises(SettingError, match="--sheet='Other': wanted one of About, Parties, More"):
        rows_of(path, Layout(sheet="Other"))


def test_merged_cells_leave_rows_without_a_name_and_they_are_told(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Name", "Country"], ["Ivan Orlov", "RU"], ["", "LV"], ["Anna Orlova", "RU"]]
    path = workbook(tmp_path / "book.xlsx", ("Parties", rows), merge="A2:A3")

    found = rows_of(path)
    assert [row.name for row in parties(found)] == ["Ivan Orlov", "Anna Orlova"]
    assert list(reasons(found)) == [3]


def test_a_workbook_comes_by_a_pipe_too(tmp_path: Path) -> None:
    data = workbook(tmp_path / "book.xlsx", ("Parties", [["Name"], ["Ivan Orlov"]])).read_bytes()

    assert [row.name for row in parties(rows_in(data))] == ["Ivan Orlov"]


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "bomb.xlsx", ("Parties", [["Name"], ["Ivan Orlov"]]))
    with warnings.catch_warnings(), zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/zeros.bin", bytes(64 << 20))

    with pytest.raises(SourceError, match=r"bomb\.xlsx: found .*unpacks to 64 MiB"):
        rows_of(path)


def test_a_gzipped_table_is_unpacked_as_it_is_read_and_one_cut_short_is_told() -> None:
    packed = gzip.compress(("name\n" + "Ivan Orlov\n" * 50_000).encode())

    assert len(rows_in(packed)) == 50_000
    with pytest.raises(SourceError, match="damaged or ends early"):
        rows_in(packed[:-100])


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "nothing in it"),
        (b" \n\n", "nothing in it"),
        (b"\xd0\xcf\x11\xe0" + bytes(99), "old or encrypted Office"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "no text"),
        (b"PK\x03\x04" + bytes(99), "damaged|no zip|spreadsheet"),
        (b'{"a": [', "no name|no JSON"),
    ],
)
def test_what_is_no_table_is_told_in_one_line(data: bytes, says: str) -> None:
    try:
        rows = rows_in(data)
    except SourceError as error:
        told = str(error)
    else:
        told = " ".join(reasons(rows).values())
        assert not parties(rows)
    assert "\n" not in told
    assert any(part in told for part in says.split("|")), told


def test_folders_and_devices_are_no_tables(tmp_path: Path) -> None:
    for path, says in (
        (tmp_path, "a folder"),
        (tmp_path / "none.csv", "no such file"),
        (Path("/dev/zero"), "no regular"),
    ):
        with pytest.raises(SourceError, match=says):
            rows_of(path)


def test_a_pipe_is_read_as_it_comes(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_text("name\nIvan Orlov\n", encoding="utf-8"))
    writer.start()
    try:
        assert [row.name for row in parties(rows_of(pipe))] == ["Ivan Orlov"]
    finally:
        writer.join()


class Endless(io.RawIOBase):
    """A table of five gigabytes, made as it is read."""

    line = b"1234567,Ivan Orlov,1960,RU,a customer of the second kind\n"

    def __init__(self) -> None:
        self.given, self._lines = 0, self.line * 1_000

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override] # io's own type is a private protocol
        piece = self._lines[: min(len(buffer) // len(self.line) * len(self.line), 5_000_000_000 - self.given)]
        self.given += len(piece)
        buffer[: len(piece)] = piece
        return len(piece)


def test_of_a_large_table_no_more_is_read_than_is_asked_for() -> None:
    table = Endless()
    layout = Layout(columns={"name": ("2",), "id": ("1",)}, has_heads=False)
    rows = read_rows("-", layout, stdin=io.BufferedReader(table, 1 << 20), say=lambda _words: None)

    for asked in (1, 40_000):
        assert len(parties(islice(rows, asked))) == asked
        assert table.given < asked * len(table.line) + (4 << 20)


def test_parquet_without_its_extra_says_what_to_install() -> None:
    try:
        rows_in(b"PAR1" + bytes(99) + b"PAR1")
    except MissingExtra as error:
        assert str(error).endswith('-m pip install "pyarrow>=22"')
    except SourceError as error:
        assert "damaged parquet" in str(error)


def test_parquet_is_read_by_its_columns(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow", reason="parquet comes with an extra of its own")
    parquet = pytest.importorskip("pyarrow.parquet")
    table = pyarrow.table({"Customer": ["Ivan Orlov", None, "Anna"], "DOB": ["1960", "", "1961"], "x": [1, 2, 3]})
    parquet.write_table(table, tmp_path / "t.parquet")

    rows = rows_of(tmp_path / "t.parquet")
    assert [(row.number, row.name, row.properties) for row in parties(rows)] == [
        (1, "Ivan Orlov", {"birthDate": ("1960",)}),
        (3, "Anna", {"birthDate": ("1961",)}),
    ]
    assert list(reasons(rows)) == [2]


def test_a_table_of_nuls_is_not_taken_for_one_of_wide_letters() -> None:
    rows = rows_in(b"name\nIvan Orlov\n" + b"\0\n" * 9)

    assert rows[0].name == "Ivan Orlov"


def lines() -> Iterator[st.SearchStrategy[str]]:
    """Give strategies of lines that are more or less a csv's."""
    yield st.text(max_size=40)
    yield st.text(alphabet='ab",; \t"é\x00', max_size=40)


@given(st.lists(st.one_of(*lines()), max_size=12), st.sampled_from(["name,id", "name;id", "name"]))
def test_no_table_stops_the_reading_and_no_row_comes_twice(body: list[str], head: str) -> None:
    try:
        rows = rows_in((head + "\nIvan Orlov\n" + "\n".join(body)).encode("utf-8", "replace"))
    except SourceError as error:
        assert "no text" in str(error)  # more control characters than any table has
        return

    numbers = [row.number for row in rows]
    assert numbers == sorted(set(numbers))
    assert rows[0].name == "Ivan Orlov"
    assert all(row.names if isinstance(row, Row) else row.reason for row in rows)


@given(
    st.lists(st.text(alphabet=st.characters(codec="utf-8", categories=["L", "Zs"]), min_size=1), min_size=1, max_size=8)
)
def test_every_sound_name_that_goes_in_comes_out(names: list[str]) -> None:
    sound = [name for name in names if any(letter.isalpha() for letter in name) and len(name.strip()) > 5]
    rows = rows_in("id,name\n" + "".join(f'{place},"{name}"\n' for place, name in enumerate(sound)) + "99,Ivan Orlov\n")

    assert [row.name for row in parties(rows)] == [*(" ".join(name.split()) for name in sound), "Ivan Orlov"]
