"""The United Kingdom's csv and spreadsheets: OFSI's consolidated list and the UK Sanctions List."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import openpyxl
import pytest

from nongrata.lists import Address, Identifier, Link, ListedName, ListFile
from nongrata.lists.publishers.uk.ofsi import is_ofsi_header, is_ofsi_sheet, read_ofsi
from nongrata.lists.publishers.uk.sheet import is_uk_header, is_uk_sheet, read_uk_sheet
from nongrata.values import ListError, PartialDate

Write = Callable[..., Path]

OFSI = (
    *("Name 6", "Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Title", "Name Non-Latin Script"),
    *("Non-Latin Script Type", "Non-Latin Script Language", "DOB", "Town of Birth", "Country of Birth", "Nationality"),
    *("Passport Number", "Passport Details", "National Identification Number", "National Identification Details"),
    *("Position", "Address 1", "Address 2", "Address 3", "Address 4", "Address 5", "Address 6", "Post/Zip Code"),
    *("Country", "Other Information", "Group Type", "Alias Type", "Alias Quality", "Regime", "Listed On"),
    *("UK Sanctions List Date Designated", "Last Updated", "Group ID"),
)
PETROV = {
    "Name 6": "PETROV",
    "Name 1": "Ivan",
    "DOB": "00/05/1961",
    "Town of Birth": "(1) Tver (2) Omsk",
    "Country of Birth": "(1) Russia (2) Russia",
    "Nationality": "(1) Russia. (2) Cyprus",
    "Passport Number": "(1) K 123456 (2) -",
    "Passport Details": "(1) Cyprus number (2) -",
    "National Identification Number": "500103405838",
    "National Identification Details": "INN",
    "Position": "Director",
    "Address 6": "Tver",
    "Country": "Russia",
    "Other Information": "(UK Sanctions List Ref):RUS9001. (UN Ref):QDi.043. Paints. (UK Statement of Reasons):Runs a "
    "yard. (Gender):Male (Phone number):+7 1. +7 22",
    "Group Type": "Individual",
    "Alias Type": "Primary name",
    "Regime": "Russia",
    "Listed On": "30/06/2022",
    "UK Sanctions List Date Designated": "29/06/2022",
    "Last Updated": "04/08/2024",
    "Group ID": "99001",
}
ROWS = (
    PETROV | {"Name 6": "PETROFF", "Alias Type": "Primary name variation", "Name Non-Latin Script": "Иван ПЕТРОВ"},
    PETROV,
    PETROV | {"Name 6": "VANYA", "Name 1": "", "Alias Type": "AKA", "Alias Quality": "Low quality", "DOB": "1962"},
    PETROV | {"Name 6": "SIDOROV", "Alias Type": "FKA"},
    {
        "Name 6": "GREY HERON",
        "Other Information": "(UK Sanctions List Ref):RUS9003. Carries oil. (IMO number):9562233 (Current owners):"
        "Heron Lines (Flag of ship):Comoros (Previous flags):India (Type of ship):Oil tanker (Year built):1975",
        "Group Type": "Ship",
        "Alias Type": "Primary name",
        "Group ID": "99003",
    },
    {
        "Name 6": "HERON LINES",
        "Other Information": "(UK Statement of Reasons):Owns ships. (Type of entity):Limited Liability Company "
        "(Business Reg No):(1) Kazakhstan BIN - 170440031562 (2) TIN: 7804040302 (Parent company):Unknown",
        "Group Type": "Entity",
        "Alias Type": "Primary name",
        "Group ID": "99004",
    },
)


def text_of(header: Iterable[str], rows: Iterable[Mapping[str, str]], above: str) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(header))
    writer.writeheader()
    writer.writerows(rows)
    return above + out.getvalue()


def ofsi_text(rows: Iterable[Mapping[str, str]] = ROWS) -> str:
    return text_of(OFSI, rows, "Last Updated,10/04/2025\r\n")


@pytest.fixture
def ofsi(write: Write) -> ListFile:
    return read_ofsi(write("conlist.csv", ofsi_text()))


def test_the_rows_of_a_group_are_one_entry_under_the_lists_reference(ofsi: ListFile) -> None:
    person = ofsi.listings[0]
    (act,) = person.designations

    assert ofsi.version.version == "2025-04-10"
    assert [each.designations[0].entity_id for each in ofsi.listings] == ["RUS9001", "RUS9003", "OFSI-99004"]
    assert person.names == (
        ListedName(text="Ivan PETROV", kind="primary"),
        ListedName(text="Ivan PETROFF", kind="alias"),
        ListedName(text="VANYA", kind="weak"),
        ListedName(text="Ivan SIDOROV", kind="former"),
        ListedName(text="Иван ПЕТРОВ", kind="alias"),
    )
    assert [date.text for date in person.birth_dates] == ["1961-05", "1962"]
    assert person.birth_places == ("Tver, Russia", "Omsk, Russia")
    assert person.countries == ("ru", "cy")
    assert person.genders == ("male",)
    assert person.addresses == (Address(text="Tver, Russia", city="Tver", country="ru"),)
    assert (act.listed_on, act.amended_on) == (PartialDate("2022-06-29"), (PartialDate("2024-08-04"),))
    assert act.reason == "Runs a yard. Paints.; Listed by OFSI on: 30/06/2022"


def test_numbers_are_told_apart(ofsi: ListFile) -> None:
    assert ofsi.listings[0].identifiers == (
        Identifier(kind="passport", value="K 123456", country="cy"),
        Identifier(kind="inn", value="500103405838"),
        Identifier(kind="phone", value="+7 1"),
        Identifier(kind="phone", value="+7 22"),
        Identifier(kind="un_reference", value="QDi.043"),
        Identifier(kind="ofsi_group", value="99001"),
    )
    assert ofsi.listings[2].identifiers == (
        Identifier(kind="registration_number", value="170440031562"),
        Identifier(kind="inn", value="7804040302"),
        Identifier(kind="ofsi_group", value="99004"),
    )


def test_a_ship_has_what_its_other_information_tells(ofsi: ListFile) -> None:
    ship = ofsi.listings[1]

    assert (ship.schema, ship.countries, ofsi.listings[2].schema) == ("Vessel", ("km",), "Company")
    assert Identifier(kind="imo", value="9562233") in ship.identifiers
    assert ship.links == (
        Link(
            kind="owner",
            to_name="Heron Lines",
            to_id=(ofsi.version.list_id, ofsi.listings[2].designations[0].entity_id),
            source="Current owner/operator: Heron Lines",
        ),
    )
    assert ofsi.listings[2].links == ()
    assert (
        ship.designations[0].reason == "Carries oil.; Previous flags: India; Type of ship: Oil tanker; Year built: 1975"
    )


def test_the_xlsx_tells_what_the_csv_tells(ofsi: ListFile, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in csv.reader(io.StringIO(ofsi_text())):
        book.worksheets[0].append([int(cell) if cell.startswith("9900") else cell or None for cell in row])
    book.save(tmp_path / "conlist.xlsx")

    assert read_ofsi(tmp_path / "conlist.xlsx").listings == ofsi.listings


def test_the_headers_are_known_and_not_mistaken_for_one_another() -> None:
    assert is_ofsi_header(OFSI)
    assert is_ofsi_sheet([["Last Updated", "10/04/2025"], list(OFSI)])
    assert is_uk_header(UKSL)
    assert is_uk_sheet([["Report Date: 01-Oct-2026"], list(UKSL)])
    assert not is_uk_header(OFSI)
    assert not is_ofsi_header(UKSL)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (ofsi_text()[:-40], "a last row cut short"),
        (ofsi_text()[: ofsi_text().index("(Phone")], "a last row cut short"),
        (ofsi_text([]), "0 entries"),
        (ofsi_text([row | {"Group ID": "x"} for row in ROWS]), "6 of 6 rows"),
        (ofsi_text([row | {"Group Type": "Cat"} for row in ROWS]), "of the kind 'cat'"),
        ("a,b\r\n1,2\r\n", "no row that names the columns"),
        ("", "no row that names the columns"),
    ],
)
def test_what_is_no_whole_list_is_refused_in_one_line(write: Write, text: str, words: str) -> None:
    with pytest.raises(ListError, match=words) as caught:
        read_ofsi(write("conlist.csv", text))
    assert "\n" not in str(caught.value)


def test_one_row_without_its_group_is_skipped(write: Write) -> None:
    file = read_ofsi(write("conlist.csv", ofsi_text([*ROWS, ROWS[0] | {"Group ID": "none"}])))

    assert (file.version.entities, len(file.skipped)) == (3, 1)
    assert file.skipped[0].item.endswith("conlist.csv:9")


# The UK Sanctions List's own csv and ods.

UKSL = (
    *("Last Updated", "Unique ID", "OFSI Group ID", "UN Reference Number", "Name 6", "Name 1", "Name 2", "Name 3"),
    *("Name 4", "Name 5", "Name type", "Alias strength", "Title", "Name non-latin script", "Non-latin script type"),
    *("Non-latin script language", "Regime Name", "Designation Type", "Designation source", "Sanctions Imposed"),
    *("Other Information", "UK Statement of Reasons", "Address Line 1", "Address Line 2", "Address Line 3"),
    *("Address Line 4", "Address Line 5", "Address Line 6", "Address Postal Code", "Address Country", "Phone number"),
    *("Website", "Email address", "Date Designated", "D.O.B", "Nationality(/ies)", "National Identifier number"),
    *("National Identifier additional information", "Passport number", "Passport additional information", "Position"),
    *("Gender", "Town of birth", "Country of birth", "Type of entity", "Subsidiaries", "Parent company"),
    *("Business registration number (s)", "IMO number", "Current owner/operator (s)", "Previous owner/operator (s)"),
    *("Current believed flag of ship", "Previous flags", "Type of ship", "Tonnage of ship", "Length of ship"),
    *("Year Built", "Hull identification number (HIN)"),
)
PERSON = {
    "Last Updated": "04/08/2026",
    "Unique ID": "RUS9001",
    "OFSI Group ID": "99001",
    "UN Reference Number": "QDi.043",
    "Name 6": "PETROV",
    "Name 1": "Ivan",
    "Name type": "Primary Name",
    "Regime Name": "The Russia (Sanctions) (EU Exit) Regulations 2019",
    "Designation Type": "Individual",
    "Sanctions Imposed": "Asset freeze",
    "UK Statement of Reasons": "Runs a yard.",
    "Address Line 6": "Tver",
    "Address Country": "Russia",
    "Date Designated": "29/06/2022",
    "D.O.B": "dd/mm/1961",
    "Nationality(/ies)": "Russia",
    "Gender": "Male",
}


def test_the_full_csv_is_read_by_the_names_of_its_columns(write: Write) -> None:
    ship = {
        "Unique ID": "RUS9003",
        "Name 6": "GREY HERON",
        "Name type": "Primary Name",
        "Regime Name": "Russia",
        "Designation Type": "Ship",
        "IMO number": "IMO9562233",
        "Current owner/operator (s)": "Heron Lines",
        "Current believed flag of ship": "Comoros",
    }
    alias = PERSON | {"Name 6": "VANYA", "Name 1": "", "Name type": "Alias", "D.O.B": "07/10/1961"}
    file = read_uk_sheet(write("uk.csv", text_of(UKSL, (PERSON, alias, ship), "Report Date: 01-Oct-2026\r\n")))
    person, vessel = file.listings

    assert file.version.version == "2026-10-01"
    assert [name.text for name in person.names] == ["Ivan PETROV", "VANYA"]
    assert [date.text for date in person.birth_dates] == ["1961", "1961-10-07"]
    assert person.designations[0].reason == "Runs a yard.; Sanctions imposed: Asset freeze"
    assert person.countries == ("ru",)
    assert vessel.identifiers == (Identifier(kind="imo", value="9562233"),)
    assert (vessel.schema, vessel.countries, vessel.links[0].to_name) == ("Vessel", ("km",), "Heron Lines")


def test_the_search_pages_export_has_a_row_for_each_entry(write: Write) -> None:
    text = (
        "Unique ID,OFSI Group ID,Name,Regime Name,Type,Designation source,Date Designated,Sanctions Imposed\r\n"
        'RUS9001,99001,PETROV Ivan,Russia,Individual,UK,29-06-2022,"Asset freeze, Travel Ban"\r\n'
    )
    (person,) = read_uk_sheet(write("uk.csv", text), version="2025-08-11").listings

    assert (person.caption, person.schema) == ("PETROV Ivan", "Person")
    assert person.designations[0].listed_on == PartialDate("2022-06-29")


def test_a_csv_without_the_columns_is_refused(write: Write) -> None:
    with pytest.raises(ListError, match="no row that names the columns"):
        read_uk_sheet(write("uk.csv", "Unique ID\r\nRUS9001\r\n"))
