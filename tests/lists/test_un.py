"""The UN's XML, entry by entry."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from nongrata.lists import Address, Identifier, ListedName, ListFile, read_lists
from nongrata.values import ListError, PartialDate


@pytest.fixture
def un(un_file: Path) -> ListFile:
    (file,) = read_lists([un_file])
    return file


def test_a_person_is_read_into_fields(un: ListFile) -> None:
    person = un.listings[0]

    assert person.schema == "Person"
    assert person.caption == "AHMED BEN YOUSSEF AL-TESTI"
    assert person.countries == ("tn", "it")
    assert person.genders == ("male",)
    assert person.positions == ("Treasurer", "Haji")
    assert person.birth_places == ("Sfax, Tunisia", "Tunis, Tunisia")
    assert person.identifiers == (
        Identifier(kind="passport", value="K 123456", country="tn"),
        Identifier(kind="national_id", value="007"),
    )
    assert person.addresses == (Address(text="5 Via Prova, Milan, Italy (previous)", city="Milan", country="it"),)


def test_the_resolution_of_the_listing_is_its_act_and_not_that_of_a_review(un_file: Path) -> None:
    told = "Listed pursuant to paragraph 8(a) of resolution 1844 (2008). Reviewed pursuant to resolution 2368 (2017)."
    text = un_file.read_text()
    un_file.write_text(text.replace("Sentenced in 2005.", told))
    (file,) = read_lists([un_file])

    assert told in (file.listings[0].designations[0].reason or "")
    assert [act.legal_act for act in (file.listings[0].designations[0], file.listings[1].designations[0])] == [
        "paragraph 8(a) of resolution 1844 (2008)",
        None,
    ]


def test_the_designation_says_when_why_and_when_it_was_amended(un: ListFile) -> None:
    (designation,) = un.listings[0].designations

    assert (designation.list_id, designation.entity_id) == ("un_sc", "QDi.901")
    assert designation.programs == ("Al-Qaida",)
    assert designation.listed_on == PartialDate("2003-06-25")
    assert designation.amended_on == (PartialDate("2007-09-21"), PartialDate("2011-11-29"))
    assert designation.reason == "Gender: male. Sentenced in 2005."
    assert designation.authority == "United Nations Security Council"


def test_names_carry_their_quality(un: ListFile) -> None:
    assert un.listings[0].names[1:] == (
        ListedName(text="أحمد بن يوسف", kind="alias"),
        ListedName(text="Hamed Testi", kind="alias"),
        ListedName(text="Hamid Testi", kind="alias"),
        ListedName(text="Abu Test", kind="weak"),
        ListedName(text="Ahmad Youssef", kind="former"),
        ListedName(text="أحمد يوسف", kind="former"),
    )


def test_birth_dates_are_exact_about_between_or_in_the_note(un: ListFile) -> None:
    assert [date.text for date in un.listings[0].birth_dates] == [
        "1969-05-27",
        "1968~",
        "1965/1969",
        "1967-09",
        "1970-01-02",
    ]


def test_an_entity_with_two_names_and_an_acronym_bears_all_of_them(un: ListFile) -> None:
    company = un.listings[1]

    assert company.schema == "Company"
    assert company.names == (
        ListedName(text="EAST TEST SHIPPING COMPANY, LIMITED (ETS) ; TEST LINES", kind="primary"),
        ListedName(text="EAST TEST SHIPPING COMPANY, LIMITED", kind="alias"),
        ListedName(text="ETS", kind="weak"),
        ListedName(text="TEST LINES", kind="alias"),
        ListedName(text="East Test", kind="alias"),
        ListedName(text="West Test", kind="former"),
    )
    assert company.identifiers == (Identifier(kind="imo", value="1790183"),)
    assert company.countries == ("kp",)


def test_the_date_in_the_file_is_its_version(un: ListFile, un_file: Path) -> None:
    assert un.version.version == "2026-03-01"
    assert read_lists([un_file], dated="2020-01-01")[0].version.version == "2026-03-01"


def test_without_a_date_in_the_file_the_told_one_counts(write: Callable[..., Path], un_bytes: bytes) -> None:
    path = write("list.xml", un_bytes.replace(b"dateGenerated", b"other"))

    assert read_lists([path], dated="2020-01-01")[0].version.version == "2020-01-01"
    assert read_lists([path])[0].version.version == "undated"


def test_an_entry_without_its_number_is_skipped(write: Callable[..., Path], un_bytes: bytes) -> None:
    path = write("list.xml", un_bytes.replace(b"<REFERENCE_NUMBER>KPe.901</REFERENCE_NUMBER>", b""))

    (file,) = read_lists([path])

    assert file.version.entities == 1
    assert [skip.reason for skip in file.skipped] == ["an entry without a REFERENCE_NUMBER"]


def test_an_entity_bomb_is_refused(write: Callable[..., Path]) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    path = write("list.xml", f"{bomb}<CONSOLIDATED_LIST><INDIVIDUALS>&b;</INDIVIDUALS></CONSOLIDATED_LIST>")

    with pytest.raises(ListError, match="document type of its own"):
        read_lists([path])


def test_a_document_type_behind_a_long_comment_is_refused_too(write: Callable[..., Path], un_bytes: bytes) -> None:
    hidden = un_bytes.replace(b"<CONSOLIDATED_LIST", b"<!--x--><!DOCTYPE CONSOLIDATED_LIST [ ]><CONSOLIDATED_LIST", 1)

    with pytest.raises(ListError, match="document type of its own"):
        read_lists([write("list.xml", hidden.decode().encode("utf-16"))])


def test_xml_that_ends_early_is_refused_with_its_line(write: Callable[..., Path], un_bytes: bytes) -> None:
    with pytest.raises(ListError, match=r"list\.xml:\d+: found XML that breaks off"):
        read_lists([write("list.xml", un_bytes[:-60])])


def test_a_record_without_end_is_refused(write: Callable[..., Path]) -> None:
    path = write(
        "list.xml", "<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL>" + "<NOTE/>" * 30_000 + "</INDIVIDUAL></INDIVIDUALS>"
    )

    with pytest.raises(ListError, match="20001 in one record"):
        read_lists([path])


def test_elements_that_nest_without_end_are_refused(write: Callable[..., Path]) -> None:
    with pytest.raises(ListError, match="33 deep"):
        read_lists([write("list.xml", "<CONSOLIDATED_LIST>" + "<A>" * 200)])


def test_a_list_without_entries_is_refused(write: Callable[..., Path]) -> None:
    with pytest.raises(ListError, match="0 entries"):
        read_lists([write("list.xml", "<CONSOLIDATED_LIST><INDIVIDUALS/></CONSOLIDATED_LIST>")])
