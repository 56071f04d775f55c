"""OFAC's csv files, entry by entry."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from nongrata.lists import Address, Identifier, ListedName, ListFile, Listing, read_lists
from nongrata.values import ListError, PartialDate


def entry(file: ListFile, entity_id: str) -> Listing:
    (found,) = [listing for listing in file.listings if listing.designations[0].entity_id == entity_id]
    return found


@pytest.fixture
def sdn(ofac_folder: Path) -> ListFile:
    (file,) = read_lists([ofac_folder / "sdn.csv"], dated="2024-05-03")
    return file


def test_a_persons_remarks_are_read_into_fields(sdn: ListFile) -> None:
    petrov = entry(sdn, "101")

    assert petrov.schema == "Person"
    assert petrov.birth_dates == (PartialDate("1961-10-07"), PartialDate("1962~"))
    assert petrov.birth_places == ("Tver, Russia",)
    assert petrov.countries == ("ru", "cy")
    assert petrov.genders == ("male",)
    assert petrov.positions == ("Director, Volga Yards",)
    assert petrov.identifiers == (
        Identifier(kind="passport", value="4509123456", country="ru"),
        Identifier(kind="inn", value="770300358016", country="ru"),
        Identifier(kind="wallet", value="1Bqwertyuiop"),
    )
    assert petrov.designations[0].reason is None, "its position is told once"


def test_names_keep_the_listed_text_and_their_kind(sdn: ListFile) -> None:
    assert entry(sdn, "101").names == (
        ListedName(text="PETROV, Ivan Sergeevich", kind="primary"),
        ListedName(text="PETROV, Vanja", kind="alias"),
        ListedName(text="THE SHIPWRIGHT", kind="weak"),
        ListedName(text="VANYA", kind="weak"),
    )
    assert entry(sdn, "102").names[1:] == (
        ListedName(text="GORKY YARDS", kind="former"),
        ListedName(text="VOLGA SHIPBUILDING", kind="alias"),
    )


def test_a_companys_numbers_are_told_apart(sdn: ListFile) -> None:
    yards = entry(sdn, "102")

    assert yards.schema == "Company"
    assert {found.kind: found.value for found in yards.identifiers} == {
        "website": "www.volga-yards.example",
        "swift": "VOLGRUMM",
        "lei": "253400WSS48YWMBUA688",
        "inn": "7708619320",
        "ogrn": "1067759884598",
    }
    assert yards.countries == ("ru",)
    assert yards.addresses == (
        Address(text="1 Beregovaya ul., Nizhny Novgorod 603000, Russia", city="Nizhny Novgorod", country="ru"),
    )
    designation = yards.designations[0]
    assert designation.programs == ("UKRAINE-EO13662", "RUSSIA-EO14024")
    assert designation.authority == "OFAC"
    assert designation.source_url == "https://sanctionssearch.ofac.treas.gov/Details.aspx?id=102"
    assert designation.reason == "Organization Established Date 1992"
    assert designation.listed_on is None, "the csv does not tell it"


def test_a_vessel_has_its_flag_its_numbers_and_its_owner(sdn: ListFile) -> None:
    heron = entry(sdn, "103")

    assert heron.schema == "Vessel"
    assert heron.countries == ("ga",)
    assert [(found.kind, found.value) for found in heron.identifiers] == [
        ("callsign", "5LHW6"),
        ("imo", "9172038"),
        ("mmsi", "677048400"),
    ]
    assert ListedName(text="WHITE HERON", kind="former") in heron.names
    assert [(link.kind, link.to_name, link.to_id) for link in heron.links] == [
        ("owner", "Heron Shipping Inc", ("us_ofac_sdn", "105")),
        ("linked", "HERON SHIPPING INC", ("us_ofac_sdn", "105")),
    ]
    assert heron.links[1].source == "Linked To: HERON SHIPPING INC"
    assert "Vessel Type Crude Oil Tanker" in str(heron.designations[0].reason)


def test_an_aircraft_has_its_tail_and_serial_numbers(sdn: ListFile) -> None:
    plane = entry(sdn, "104")

    assert plane.schema == "Airplane"
    assert [(found.kind, found.value) for found in plane.identifiers] == [
        ("tail_number", "RA-00001"),
        ("msn", "1003401017"),
    ]


def test_who_bears_no_legal_form_is_a_legal_entity(sdn: ListFile) -> None:
    assert entry(sdn, "106").schema == "LegalEntity"
    assert entry(sdn, "105").countries == ("kp",), "from its address"


def test_remarks_that_no_rule_reads_stay_in_their_own_words(sdn: ListFile) -> None:
    assert entry(sdn, "106").designations[0].reason == "DOB some day; Gender Other"
    assert entry(sdn, "106").birth_dates == ()


def test_the_version_says_which_bytes_were_read(sdn: ListFile, ofac_folder: Path) -> None:
    together = b"".join((ofac_folder / name).read_bytes() for name in ("sdn.csv", "alt.csv", "add.csv"))

    assert sdn.version.list_id == "us_ofac_sdn"
    assert sdn.version.version == "2024-05-03"
    assert sdn.version.entities == 6
    assert sdn.version.sha256 == hashlib.sha256(together).hexdigest()
    assert sdn.skipped == ()


def test_remarks_cut_at_a_thousand_characters_go_on_in_the_comments(write: Callable[..., Path]) -> None:
    remarks = ("Website www.one.example; " * 60)[:990] + "; DOB 01 Ja"[:10]
    row = f'7,"LONG, Remarks","individual","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"{remarks}"\r\n\x1a'
    path = write("sdn.csv", row)
    assert len(remarks) == 1_000

    (alone,) = read_lists([path])
    write("sdn_comments.csv", '7,"an 1961; POB Tver."\r\n\x1a')
    (whole,) = read_lists([path])

    assert alone.listings[0].birth_dates == ()
    assert any("end at 1000 characters" in skip.reason for skip in alone.skipped)
    assert whole.listings[0].birth_places == ("Tver",)


def test_a_comment_that_continues_nothing_does_not_make_up_a_number(write: Callable[..., Path]) -> None:
    path = write("sdn.csv", '7,"SHORT","individual","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 1961."\r\n\x1a')
    write("sdn_comments.csv", '7,"MSI 677048400; Gender Male."\r\n\x1a')

    (file,) = read_lists([path])

    assert file.listings[0].birth_dates == (PartialDate("1961"),)
    assert file.listings[0].genders == ("male",)
    assert file.listings[0].identifiers == ()


def rows(count: int) -> str:
    empty = ",".join(["-0- "] * 8)
    return "".join(f'{number},"COMPANY {number}",-0- ,"SDGT",{empty}\r\n' for number in range(1, count + 1))


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ('x,"NAME",-0- ,"SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ', "'x' where an entry's number should be"),
        ('9999,-0- ,-0- ,"SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ', "nothing in column 2"),
        ('9999,"NAME",-0- ', "3 columns instead of 12"),
        ('5,"NAME",-0- ,"SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ', "entry 5 a second time"),
        ('9999,"NA"ME",-0- ,"SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ', "no csv"),
    ],
)
def test_a_single_bad_row_is_skipped_with_its_reason(write: Callable[..., Path], bad: str, reason: str) -> None:
    path = write("sdn.csv", f"{rows(100)}{bad}\r\n{rows(101).splitlines()[-1]}\r\n\x1a")

    (file,) = read_lists([path])

    assert file.version.entities == 101
    assert [skip.item for skip in file.skipped if reason in skip.reason] == [f"{path}:101"]


def test_too_many_bad_rows_refuse_the_file(write: Callable[..., Path]) -> None:
    path = write("sdn.csv", rows(97) + "1,2,3\r\n" * 3 + "\x1a")

    with pytest.raises(ListError, match=r"sdn\.csv:98: found 3 columns instead of 12 \(3 of 100 rows"):
        read_lists([path])


def test_a_line_beyond_measure_refuses_the_file_for_nobody_knows_what_it_swallowed(write: Callable[..., Path]) -> None:
    path = write("sdn.csv", rows(100).replace('"COMPANY 8"', f'"{"A" * 200_000}"') + "\x1a")

    with pytest.raises(ListError, match=r"sdn\.csv:8: found a line of 200,\d+ characters"):
        read_lists([path])


@pytest.mark.parametrize("end", ['"SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0', '"SDGT",-0- ,-0- ,-0- ,-0- ,"DOB', ""])
def test_a_file_that_was_cut_short_is_refused(write: Callable[..., Path], end: str) -> None:
    path = write("sdn.csv", f'{rows(50)}51,"LAST",-0- ,{end}')

    with pytest.raises(ListError, match="a last row cut short"):
        read_lists([path])


def test_a_whole_file_without_its_end_mark_is_read(write: Callable[..., Path]) -> None:
    (file,) = read_lists([write("sdn.csv", rows(50))])

    assert file.version.entities == 50


def test_a_row_of_bytes_that_are_no_text_is_skipped(write: Callable[..., Path]) -> None:
    good = rows(100).replace("COMPANY 7,", "COMPANÍA 7,").replace('"COMPANY 8"', '"COMPAÑÍA 8"').encode()
    path = write("sdn.csv", good.replace(b"COMPANY 50", b"COMPANY \xff50") + b"\x1a")

    (file,) = read_lists([path])

    assert file.version.entities == 99
    assert any(skip.reason == "bytes that are no text" for skip in file.skipped)


def test_a_stretch_of_zero_bytes_refuses_the_file(write: Callable[..., Path]) -> None:
    data = rows(1_000).encode()
    path = write("sdn.csv", data[:20_000] + bytes(50) + data[20_050:] + b"\x1a")

    with pytest.raises(ListError, match="bytes that are zero"):
        read_lists([path])


def test_an_old_file_in_windows_1252_is_read(write: Callable[..., Path]) -> None:
    path = write("sdn.csv", rows(3).replace("COMPANY 2", "COMPAÑÍA 2").encode("cp1252") + b"\x1a")

    (file,) = read_lists([path])

    assert file.listings[1].caption == "COMPAÑÍA 2"


def test_the_consolidated_list_is_told_apart_from_the_sdn_list(write: Callable[..., Path]) -> None:
    text = (
        rows(3)
        .replace("SDGT", "CMIC-EO13959")
        .replace("-0- \r\n", '"Listing Date (CMIC) 03 Jun 2021; Equity Ticker 600100 CN."\r\n', 1)
    )

    (named,) = read_lists([write("a/cons_prim.csv", text)])
    (unnamed,) = read_lists([write("b/list.csv", text)])

    assert named.version.list_id == unnamed.version.list_id == "us_ofac_cons"
    assert named.listings[0].designations[0].listed_on == PartialDate("2021-06-03")


def test_companions_of_another_day_are_told(ofac_folder: Path) -> None:
    (ofac_folder / "alt.csv").write_bytes(b'999,1,"aka","NOBODY",-0- \r\n101,2,"aka","SOMEBODY",-0- \r\n\x1a')

    (file,) = read_lists([ofac_folder / "sdn.csv"])

    assert "1 of 2 rows are about entries that sdn.csv lacks: are both of the same day?" in file.skipped[0].reason
