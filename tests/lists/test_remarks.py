"""OFAC's remarks, part by part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongrata.lists import Identifier
from nongrata.lists.publishers.ofac.remarks import IDENTIFIERS, read_remarks


@pytest.mark.parametrize(
    ("says", "means"),
    [
        ("DOB 1961", "1961"),
        ("DOB May 1961", "1961-05"),
        ("DOB 1951 to 1953", "1951/1953"),
        ("DOB circa 1979-1982", "1979/1982"),
        ("DOB 01 Jan 1961 to 31 Dec 1962", "1961-01-01/1962-12-31"),
        ("alt. DOB circa 1956", "1956~"),
    ],
)
def test_birth_dates_are_as_exact_as_they_are_told(says: str, means: str) -> None:
    assert [date.text for date in read_remarks(f"{says}.").birth_dates] == [means]


@pytest.mark.parametrize(
    ("says", "kind", "value", "country"),
    [
        ("Passport A0007589 (Nicaragua) issued 28 Feb 2007 expires 27 Feb 2012", "passport", "A0007589", "ni"),
        ("alt. National ID No. 3240563K033PB5 (Belarus)", "national_id", "3240563K033PB5", "by"),
        ("Tax ID No. 857196583 (Netherlands)", "tax_number", "857196583", "nl"),
        ("Registration ID 1077847590040 (Russia)", "ogrn", "1077847590040", "ru"),
        ("Government Gazette Number 06506278 (Russia)", "okpo", "06506278", "ru"),
        ("Company Number 3934472 (New York) (United States)", "company_number", "3934472", "us"),
        ("Matricula Mercantil No 21-567083-02 (Medellin)", "registration_number", "21-567083-02", None),
        ("Unified Social Credit Code (USCC) 91370303MA3RC3YM7X (China)", "uscc", "91370303MA3RC3YM7X", "cn"),
        ("Company Number IMO 5990268", "imo", "5990268", None),
        ("Vessel Registration Identification 7741108 (Iran)", "imo", "7741108", "ir"),
        ("Vessel Registration Identification PY-12 (Iran)", "registration_number", "PY-12", "ir"),
        ("Digital Currency Address - ETH 0xc2a3", "wallet", "0xc2a3", None),
        ("RUC # 657-564-1462 (Panama)", "tax_number", "657-564-1462", "pa"),
    ],
)
def test_numbers_get_their_kind_and_country(says: str, kind: str, value: str, country: str | None) -> None:
    assert read_remarks(f"{says}.").identifiers == [Identifier(kind=kind, value=value, country=country)]


def test_a_quote_inside_a_quoted_name_stays() -> None:
    (name,) = read_remarks("a.k.a. 'ABU MUS'AB'.").names

    assert name.text == "ABU MUS'AB"


def test_the_last_part_of_cut_remarks_is_not_read() -> None:
    remarks = read_remarks("Gender Male; Digital Currency Address - XBT 1Gq", is_cut=True)

    assert remarks.genders == ["male"]
    assert remarks.identifiers == []
    assert remarks.rest == ["Digital Currency Address - XBT 1Gq …"]


@given(
    st.lists(
        st.one_of(st.text(max_size=30), st.sampled_from([*IDENTIFIERS, "DOB", "Linked To:", "a.k.a."])), max_size=8
    )
)
def test_whatever_the_remarks_say_nothing_breaks_and_nothing_vanishes(parts: list[str]) -> None:
    remarks = read_remarks("; ".join(parts))

    found = len(remarks.names) + len(remarks.birth_dates) + len(remarks.birth_places) + len(remarks.countries)
    found += len(remarks.genders) + len(remarks.identifiers) + len(remarks.links) + len(remarks.rest)
    assert found >= 1
