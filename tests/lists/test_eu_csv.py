"""The European Union's csv, which tells the same as its XML."""

from __future__ import annotations

import csv
import gzip
import io
import itertools
import random
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from nongrata.lists import Address, EntityId, Identifier, ListedName
from nongrata.lists.publishers.eu.from_csv import is_eu_header, read_eu_csv
from nongrata.lists.publishers.eu.from_xml import read_eu
from nongrata.values import ListError, PartialDate

Write = Callable[..., Path]

_ACT = [
    "Type",
    "OrganisationType",
    "PublicationDate",
    "EntryIntoForceDate",
    "NumberTitle",
    "Programme",
    "PublicationUrl",
]
_PLACE = "ZipCode Region Place City CountryIso2Code CountryDescription"
_OF = {
    "Entity": (
        "LogicalId EU_ReferenceNumber UnitedNationId DesignationDate DesignationDetails Remark SubjectType "
        "SubjectType_ClassificationCode"
    ),
    "NameAlias": (
        "LastName FirstName MiddleName WholeName NameLanguage Gender Title Function LogicalId RegulationLanguage Remark"
    ),
    "Address": f"Street PoBox AsAtListingTime ContactInfo {_PLACE} LogicalId RegulationLanguage Remark",
    "BirthDate": f"BirthDate Day Month Year YearRangeFrom YearRangeTo Circa CalendarType {_PLACE} LogicalId Remark",
    "Identification": (
        "Number Diplomatic KnownExpired KnownFalse ReportedLost RevokedByIssuer IssuedBy IssuedDate ValidFrom ValidTo "
        "LatinNumber NameOnDocument TypeCode TypeDescription Region CountryIso2Code CountryDescription LogicalId Remark"
    ),
    "Citizenship": "Region CountryIso2Code CountryDescription LogicalId RegulationLanguage Remark",
}
HEADER = ["fileGenerationDate"] + [
    f"{part}_{name}"
    for part, names in _OF.items()
    for name in (*names.split(), *(f"Regulation_{each}" for each in _ACT))
]


def table(*rows: dict[str, str]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, HEADER, delimiter=";", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return "\ufeff" + out.getvalue()


PERSON = {
    "fileGenerationDate": "28/10/2025",
    "Entity_LogicalId": "901",
    "Entity_EU_ReferenceNumber": "EU.901.1",
    "Entity_DesignationDate": "2022-03-15",
    "Entity_SubjectType": "P",
    "Entity_SubjectType_ClassificationCode": "person",
    "Entity_Regulation_Programme": "UKR",
    "Entity_Regulation_PublicationDate": "16/03/2022",
    "Entity_Regulation_PublicationUrl": "https://eur-lex.europa.eu/act",
    "Entity_Regulation_NumberTitle": "2022/999 (OJ L99)",
    "Entity_Regulation_OrganisationType": "council",
}
ROWS = (
    PERSON | {"NameAlias_WholeName": "Иван ПЕТРОВ; младший", "NameAlias_LogicalId": "10", "NameAlias_Gender": "M"},
    PERSON | {"NameAlias_WholeName": "Ivan PETROV", "NameAlias_LogicalId": "11", "NameAlias_Function": "Director"},
    PERSON | {"NameAlias_WholeName": "Ivan PETROV", "NameAlias_LogicalId": "11", "NameAlias_Function": "Director"},
    PERSON | {"BirthDate_BirthDate": "07/10/1961", "BirthDate_City": "Tver", "BirthDate_CountryIso2Code": "RU"},
    PERSON
    | {
        "Address_City": "Tver",
        "Address_CountryIso2Code": "RU",
        "Address_CountryDescription": "RUSSIAN FEDERATION",
        "Address_ContactInfo": "PHONE[1]=+7 4822 000000; WEB[1]=yards.example",
        "Identification_Number": "4509123456",
        "Identification_TypeCode": "passport",
        "Identification_CountryIso2Code": "RU",
        "Citizenship_CountryIso2Code": "RU",
    },
    {
        **PERSON,
        "Entity_LogicalId": "902",
        "Entity_EU_ReferenceNumber": "EU.902.2",
        "Entity_SubjectType": "E",
        "Entity_SubjectType_ClassificationCode": "enterprise",
        "NameAlias_WholeName": "Volga Yards JSC",
    },
)


def test_the_rows_of_an_entity_are_one_entry(write: Write) -> None:
    file = read_eu_csv(write("eu.csv", table(*ROWS)))
    person, company = file.listings
    (act,) = person.designations

    assert (file.version.list_id, file.version.version, file.skipped) == ("eu_fsf", "2025-10-28", ())
    assert person.names == (
        ListedName(text="Ivan PETROV", kind="primary"),
        ListedName(text="Иван ПЕТРОВ; младший", kind="alias"),
    )
    assert (act.entity_id, act.programs, act.source_url) == ("EU.901.1", ("UKR",), "https://eur-lex.europa.eu/act")
    assert (act.listed_on, act.amended_on) == (PartialDate("2022-03-15"), (PartialDate("2022-03-16"),))
    assert person.positions == ("Director",)
    assert person.birth_dates == (PartialDate("1961-10-07"),)
    assert person.addresses == (Address(text="Tver, RUSSIAN FEDERATION", city="Tver", country="ru"),)
    assert person.identifiers == (
        Identifier(kind="passport", value="4509123456", country="ru"),
        Identifier(kind="phone", value="+7 4822 000000"),
        Identifier(kind="website", value="yards.example"),
    )
    assert (person.schema, person.countries, company.schema) == ("Person", ("ru",), "Company")


def test_the_header_is_known_and_those_of_others_are_not() -> None:
    assert is_eu_header(HEADER)
    assert not is_eu_header(["Name 6", "Group ID"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (table(*ROWS)[:-120], "a last row cut short"),
        (table(*ROWS)[:-400], "unexpected end"),
        (table(*ROWS).replace('"Иван', '"""Иван').replace('младший"', "младший"), "no csv"),
        (table(), "0 entries"),
        ("a;b;c\r\n1;2;3\r\n", "no row that names the columns"),
        (table(*ROWS).replace(";901;", ";x;"), "rows that cannot be used"),
        (table(*ROWS).replace("Volga", "\x00"), "bytes that are zero"),
        (table(PERSON | {"NameAlias_WholeName": "x" * 200_000}), "no csv"),
    ],
)
def test_what_is_no_whole_list_is_refused_in_one_line(write: Write, text: str, words: str) -> None:
    with pytest.raises(ListError, match=words) as caught:
        read_eu_csv(write("eu.csv", text))
    assert "\n" not in str(caught.value)


def test_a_cell_beyond_what_lists_have_is_refused_though_another_library_lifted_the_csv_modules_bound(
    write: Write,
) -> None:
    before = csv.field_size_limit(10_000_000)
    try:
        with pytest.raises(ListError, match="a cell of 200,000 characters"):
            read_eu_csv(write("eu.csv", table(PERSON | {"NameAlias_WholeName": "x" * 200_000})))
    finally:
        csv.field_size_limit(before)


def test_a_row_without_its_number_is_skipped(write: Write) -> None:
    rows = [
        PERSON | {"Entity_LogicalId": str(number), "Entity_EU_ReferenceNumber": f"EU.{number}"} for number in range(99)
    ]
    named = [row | {"NameAlias_WholeName": "Volga"} for row in rows]
    file = read_eu_csv(write("eu.csv", table(*named, named[0] | {"Entity_LogicalId": "?"})))

    assert (file.version.entities, len(file.skipped)) == (99, 1)
    assert "'?' where its Entity_LogicalId should be" in file.skipped[0].reason


# The official XML beside the checkout, written as csv: both readers must tell the same of it.

NAME = "eu_fsf_xml_reconstructed/xmlFullSanctionsList_1_1_2026-05-01.RECONSTRUCTED.xml.gz"
SPACE = "{http://eu.europa.ec/fpi/fsd/export}"
_CALLED = {"dayOfMonth": "Day", "monthOfYear": "Month", "birthdate": "BirthDate", "identificationTypeCode": "TypeCode"}
_TAGS = {"nameAlias": "NameAlias", "address": "Address", "birthdate": "BirthDate"} | {
    "identification": "Identification",
    "citizenship": "Citizenship",
}


def as_rows(entity: ET.Element) -> Iterator[dict[str, str]]:
    (act,), (subject,) = entity.findall(f"{SPACE}regulation"), entity.findall(f"{SPACE}subjectType")
    start = {
        "fileGenerationDate": "01/05/2026",
        "Entity_LogicalId": entity.attrib["logicalId"],
        "Entity_EU_ReferenceNumber": entity.attrib["euReferenceNumber"],
        "Entity_UnitedNationId": entity.attrib["unitedNationId"],
        "Entity_DesignationDetails": entity.attrib["designationDetails"],
        "Entity_SubjectType_ClassificationCode": subject.attrib["code"],
        "Entity_Regulation_PublicationUrl": act.findtext(f"{SPACE}publicationUrl") or "",
    }
    for key in ("organisationType", "publicationDate", "numberTitle", "programme"):
        start[f"Entity_Regulation_{key[0].upper()}{key[1:]}"] = act.attrib[key]
    for tag, prefix in _TAGS.items():
        for part in entity.findall(SPACE + tag):
            row = dict(start)
            for key, value in part.attrib.items():
                if key not in ("strong", "identificationTypeDescription"):
                    row[f"{prefix}_{_CALLED.get(key, key[0].upper() + key[1:])}"] = value
            (day,) = {each.attrib["publicationDate"] for each in part}
            yield row | {f"{prefix}_Regulation_PublicationDate": day}
    for remark in entity.findall(f"{SPACE}remark"):
        yield start | {"Entity_Remark": remark.text or ""}


@pytest.mark.shared
def test_the_csv_of_two_hundred_official_entries_tells_what_their_xml_tells(shared: Path, write: Write) -> None:
    path = shared / "data/lists" / NAME
    with gzip.open(path) as opened:
        entities = random.Random(11).sample(list(ET.parse(opened).getroot()), 200)
    rows = itertools.chain.from_iterable(map(as_rows, entities))
    columns = set(HEADER)
    text = table(*({key: value for key, value in row.items() if key in columns} for row in rows))

    from_csv = {each.designations[0].entity_id: each for each in read_eu_csv(write("eu.csv", text)).listings}
    from_xml = {each.designations[0].entity_id: each for each in read_eu(path).listings}

    for entity in (EntityId(each.attrib["euReferenceNumber"]) for each in entities):
        wanted, found = from_xml[entity], from_csv[entity]
        assert found == replace(wanted, names=found.names)
        assert {name.text for name in found.names} == {name.text for name in wanted.names}
