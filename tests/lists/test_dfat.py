"""Australia's spreadsheet, party by party."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from nongrata.lists import Address, Identifier, ListedName, ListFile, Listing
from nongrata.lists.publishers.dfat import is_dfat_sheet, read_dfat
from nongrata.lists.publishers.dfat_fields import listed_in
from nongrata.values import ListError, PartialDate

HEADER = (
    "Reference", "Name of Individual or Entity", "Type", "Name Type", "Alias Strength", "Date of Birth",
    "Place of Birth", "Citizenship", "Address", "Additional Information", "Listing Information", "IMO Number",
    "Committees", "Control Date", "Instrument of Designation", "Targeted Financial Sanction", "Travel Ban",
)  # fmt: skip
ACT = "Autonomous Sanctions (Designated Persons and Entities – Testland) Amendment (No. 3) Instrument 2022"
PERSON = (
    "Individual", "", "9/05/1961, Approximately 1962", "a) Tver, Russia b) Minsk, Belarus", "Russia;Belarus",
    "12 Mira St, Moscow 119180 Russia (as at 2019)",
    "QDi.901. Title: Colonel Designation: Head of the Test Works DOB: 1961. Passport no.: Testland number. "
    "Passport number: 472410022. INN 7804040302. See QDe.004 at https://test.example/a",
    "Listed on 25 Jan. 2001 (amended on 3 Sep. 2003, 20 December 2005)", "", "1988 (Taliban)", "2026-04-14",
    "Charter Regulation 2013", "TRUE", "TRUE",
)  # fmt: skip
ROWS = (
    ("7a", "Vanya", PERSON[0], "Alias", "Weak", *PERSON[2:]),
    ("7", "Ivan TESTOV", PERSON[0], "Primary Name", *PERSON[1:]),
    ("7b", "Иван Тестов", PERSON[0], "Original Script", *PERSON[1:]),
    ("7c", "Ivan Prober (previously listed as. In Arabic: ايفان)", PERSON[0], "Alias", "Strong", *PERSON[2:]),
    ("8", "Test Works OJSC (TW)", "Entity", "Primary Name", "", "", "", "", "Iraq; Lebanon",
     "State registration number: 1027802490540; www.test.example", ACT, "", "Autonomous (Testland)", "2022-03-04", ACT,
     "TRUE", "FALSE"),
    ("9", "GREY PROBER", "Vessel", "Primary Name", "", "", "", "", "", "Previous names include WHITE PROBER and HERON",
     "Sanctioned Vessels Designation 2025", "1790183", "Autonomous (Vessels)", "2025-06-18", "", "FALSE", "FALSE"),
)  # fmt: skip

Sheet = Callable[..., Path]


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    def make(*rows: tuple[str, ...]) -> Path:
        book = openpyxl.Workbook(write_only=True)
        page = book.create_sheet()
        for row in rows:
            page.append(row)
        book.save(tmp_path / "dfat.xlsx")
        return tmp_path / "dfat.xlsx"

    return make


@pytest.fixture
def dfat(sheet: Sheet) -> ListFile:
    return read_dfat(sheet(HEADER, *ROWS))


def test_the_rows_of_an_australian_party_are_one_listing(dfat: ListFile) -> None:
    person = dfat.listings[0]

    assert [listing.designations[0].entity_id for listing in dfat.listings] == ["7", "8", "9"]
    assert person.names == (
        ListedName(text="Ivan TESTOV", kind="primary"),
        ListedName(text="Vanya", kind="weak"),
        ListedName(text="Иван Тестов"),
        ListedName(text="Ivan Prober", kind="former"),
        ListedName(text="ايفان", kind="former"),
    )


def test_an_australian_person_is_read_into_fields(dfat: ListFile) -> None:
    person = dfat.listings[0]

    assert person.schema == "Person"
    assert [date.text for date in person.birth_dates] == ["1961-05-09", "1962~"]
    assert person.birth_places == ("Tver, Russia", "Minsk, Belarus")
    assert person.countries == ("ru", "by")
    assert person.addresses == (Address(text="12 Mira St, Moscow 119180 Russia (as at 2019)", country="ru"),)
    assert person.positions == ("Colonel", "Head of the Test Works")
    assert {(found.kind, found.value) for found in person.identifiers} == {
        ("un_reference", "QDi.901"),
        ("passport", "472410022"),
        ("inn", "7804040302"),
        ("website", "https://test.example/a"),
    }


def test_an_australian_designation_says_when_and_by_what(dfat: ListFile) -> None:
    (designation,) = dfat.listings[0].designations

    assert designation.list_id == "au_dfat"
    assert designation.programs == ("1988 (Taliban)",)
    assert designation.legal_act == "Charter Regulation 2013"
    assert designation.listed_on == PartialDate("2001-01-25")
    assert [day.text for day in designation.amended_on] == ["2003-09-03", "2005-12-20", "2026-04-14"]
    assert (designation.reason or "").endswith("Measures: targeted financial sanction, travel ban.")


def test_an_instrument_of_the_control_dates_year_is_dated_by_it(dfat: ListFile) -> None:
    assert dfat.listings[1].designations[0].listed_on == PartialDate("2022-03-04")
    assert listed_in(ACT, control=PartialDate("2024-01-12")) == (None, [])


@pytest.mark.parametrize(
    ("act", "day"),
    [
        ("Listed by UN 1267 Committee on 24 Apr. 2002 (amended 10 Apr. 2003).", "2002-04-24"),
        ("Listed by 1533 Comittee on: 3 Mar. 2009", "2009-03-03"),
        (
            "Designated under the Autonomous Sanctions Regulations 2011 on 2 March 2012. Relisted on 1/01/2024",
            "2012-03-02",
        ),
        ("UN Reference Number: QDi.338\nListed on 23 Sep. 2014", "2014-09-23"),
        ("2020-10-08", "2020-10-08"),
        ("Instrument of first listing: Charter List 2001 (No. 2). Last listed on: 13/09/2025", None),
    ],
)
def test_the_day_of_listing_stands_in_prose(act: str, day: str | None) -> None:
    listed, _ = listed_in(act, control=None)

    assert (listed.text if listed else None) == day


def test_an_australian_company_and_vessel_bear_their_names_and_numbers(dfat: ListFile) -> None:
    company, vessel = dfat.listings[1:]

    assert (company.schema, vessel.schema) == ("Company", "Vessel")
    assert company.names[1:] == (ListedName(text="Test Works OJSC"), ListedName(text="TW", kind="weak"))
    assert company.countries == ("iq", "lb")
    assert company.identifiers[0] == Identifier(kind="ogrn", value="1027802490540")
    assert vessel.identifiers == (Identifier(kind="imo", value="1790183"),)
    assert [name.text for name in vessel.names if name.kind == "former"] == ["WHITE PROBER", "HERON"]


def test_the_newest_change_dates_the_australian_file(dfat: ListFile, sheet: Sheet) -> None:
    assert dfat.version.version == "2026-04-14"
    assert read_dfat(sheet(HEADER, *ROWS), version="2026-08-02").version.version == "2026-08-02"


def test_a_row_without_a_reference_is_skipped(sheet: Sheet) -> None:
    file = read_dfat(sheet(HEADER, *ROWS, ("see above", "No One", "Individual")))

    assert [(skip.item.rpartition(":")[2], skip.reason) for skip in file.skipped] == [
        ("8", "a row without a Reference")
    ]


def test_a_sheet_of_something_else_is_refused(sheet: Sheet) -> None:
    with pytest.raises(ListError, match="no row of column names"):
        read_dfat(sheet(("Name", "Price"), *(("Tea", "4"),) * 20))
    with pytest.raises(ListError, match="0 entries"):
        read_dfat(sheet(HEADER))
    assert not is_dfat_sheet([["Name", "Price"], []])


@pytest.mark.shared
def test_the_shared_australian_list_is_whole(shared: Path) -> None:
    path = shared / "data/lists/australia/dfat_2026-08.xlsx"
    file = read_dfat(path)
    book = openpyxl.load_workbook(path, read_only=True)
    sheet = book.worksheets[0]
    header, *table = ([str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True))
    book.close()
    raw = defaultdict(list)
    for cells in table:
        row = dict(zip(header, cells, strict=True))
        raw[row["Reference"].rstrip("abcdefghijklmnopqrstuvwxyz")].append(row)

    read = {str(listing.designations[0].entity_id): listing for listing in file.listings}
    assert len(table) == 11_068
    assert len(read) == 3_846
    assert set(read) == set(raw)
    assert file.skipped == ()
    for party in random.Random(3846).sample(sorted(raw), 200):
        assert_the_same(raw[party], read[party])


def assert_the_same(rows: list[dict[str, str]], listing: Listing) -> None:
    (designation,) = listing.designations
    first = next(row for row in rows if row["Name Type"] == "Primary Name")
    texts = {name.text for name in listing.names}
    assert listing.caption == " ".join(first["Name of Individual or Entity"].split()).rstrip(" ;")
    for row in rows:
        name = " ".join(row["Name of Individual or Entity"].split()).rstrip(" ;")
        assert name in texts or name.partition(" (")[0] in texts
        if row["Alias Strength"] == "Weak":
            assert any(found.kind == "weak" for found in listing.names if found.text in name)
    assert (listing.schema == "Person") == (first["Type"] == "Individual")
    assert (listing.schema == "Vessel") == (first["Type"] == "Vessel")
    assert designation.programs == (first["Committees"],)
    assert " ".join(first["Additional Information"].replace("_x000D_", " ").split())[:1_900] in (
        designation.reason or ""
    )
    assert first["Control Date"][:10] in {day.text for day in (*designation.amended_on, designation.listed_on) if day}
    if len(first["Date of Birth"]) == 19:  # a cell that is a date
        assert first["Date of Birth"][:10] in {date.text for date in listing.birth_dates}
    assert {first["IMO Number"]} - {""} <= {found.value for found in listing.identifiers if found.kind == "imo"}
    assert len(listing.countries) >= bool(first["Citizenship"])
    street = " ".join(first["Address"].split())
    assert all(address.text in street for address in listing.addresses[:1])
