"""Parties read from mappings, names and listings into one form."""

from __future__ import annotations

from datetime import date

import pytest

from nongrata.screening.entities.compare import compare_subjects
from nongrata.screening.entities.properties import Subject, subject_of
from nongrata.screening.entities.properties_listed import subject_of_party
from nongrata.screening.entities.properties_values import country_from, date_from
from nongrata.values import PartialDate
from tests.screening.listings import listed, only


def read(source: object) -> Subject:
    return subject_of(source, side="left")


def test_a_flat_mapping_and_followthemoneys_are_read_alike() -> None:
    flat = read({"schema": "Person", "name": "Kim Jong Un", "birthDate": "1984-01-08", "nationality": "North Korea"})
    nested = read(
        {
            "id": "Q56226",
            "schema": "Person",
            "caption": "Kim",
            "properties": {"name": ["Kim Jong Un"], "birthDate": ["1984-01-08"], "nationality": ["kp"]},
        }
    )

    assert flat == nested
    assert flat.births == (PartialDate("1984-01-08"),)


def test_an_entity_with_to_dict_is_read() -> None:
    class Proxy:
        def to_dict(self) -> dict[str, object]:
            return {"schema": "Vessel", "properties": {"name": ["Snow"], "imoNumber": ["IMO9929429"]}}

    assert [number.value for number in read(Proxy()).numbers] == ["9929429"]


def test_the_parts_of_a_name_make_a_name_where_there_is_none() -> None:
    told = read({"firstName": "ABDUL AZIZ", "middleName": "Aziz", "lastName": "Nooristani"})

    assert [name.text for name in told.names] == ["ABDUL AZIZ Nooristani"]
    assert told.kinds == {"person"}


def test_what_only_such_a_thing_has_says_what_it_is() -> None:
    assert read({"name": "Snow", "imo": "9929429"}).kinds == {"vessel"}
    assert read({"name": "Snow", "dob": "1961"}).kinds == {"person"}
    assert "person" in read("Snow").kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Irkut a.k.a. Yakovlev", ["primary", "alias", "alias"]),
        ("Irkut (formerly Irkutsk Plant)", ["primary", "alias", "former"]),
        ("Al-Qa'ida/Islamic Army", ["primary", "weak", "weak"]),
        ("Maersk A/S", ["primary"]),
        ("aka Vova", ["primary"]),
    ],
)
def test_a_name_that_holds_several_is_all_of_them(text: str, kinds: list[str]) -> None:
    assert [name.kind for name in read({"schema": "Company", "name": text}).names] == kinds


def test_nested_addresses_and_spreadsheet_numbers_are_read() -> None:
    told = read(
        {
            "name": "Snow",
            "imoNumber": 9929429.0,
            "addressEntity": [{"schema": "Address", "properties": {"full": ["12 Main St, Valletta"]}}],
            "buildDate": date(2011, 5, 1),
        }
    )

    assert told.addresses == ("12 Main St, Valletta",)
    assert told.numbers[0].value == "9929429"
    assert told.built == (PartialDate("2011-05-01"),)
    assert told.skipped == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1952-10-07T00:00:00Z", "1952-10-07"),
        ("19521007", "1952-10-07"),
        ("7.10.1952", "1952-10-07"),
        ("07/10/1952", "1952-10-07"),
        ("Oct. 7, 1952", "1952-10-07"),
        ("1952-10-00", "1952-10"),
        ("circa 1952", "1952~"),
        ("1950 to 1952", "1950/1952"),
        ("31/02/1952", None),
        ("0000-00-00", None),
        ("soon", None),
        ("1952 to soon", None),
    ],
)
def test_days_are_read_as_they_are_written(text: str, day: str | None) -> None:
    found = date_from(text)

    assert (found.text if found else None) == day


@pytest.mark.parametrize(
    ("text", "code"),
    [("RU", "ru"), ("uk", "gb"), ("Korea, North", "kp"), ("ua-cri", "ua"), ("suhh", "su"), ("Atlantis", None)],
)
def test_countries_are_read_by_code_and_name(text: str, code: str | None) -> None:
    assert country_from(text) == code


def test_more_names_than_anyone_bears_are_cut_and_told() -> None:
    told = read({"name": [f"Kim {number}" for number in range(1_000)]})

    assert len(told.names) == 200
    assert {skipped.item for skipped in told.skipped} == {"left.name"}


def test_a_listed_party_is_compared_as_its_mapping_would_be() -> None:
    party = only(
        listed("Vessel", "SNOW STORM 1", "<ICE", countries=("pa",), numbers=[("imo", "9929429"), ("kpp", "x")])
    )
    ours = subject_of_party(party)

    found = compare_subjects(read({"schema": "Vessel", "name": "Ice", "imoNumber": "IMO9929429"}), ours)

    assert ours.flags == {"pa"}
    assert (found.verdict, found.names) == ("match", ("Ice", "ICE"))
    assert "former name" in found.reasons[0].says
