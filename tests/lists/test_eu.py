"""The European Union's XML, entry by entry."""

from __future__ import annotations

import gzip
import random
import re
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest

from nongrata.lists import Address, Identifier, Link, ListedName, ListFile
from nongrata.lists.publishers.eu.from_xml import read_eu
from nongrata.values import ListError, PartialDate

Write = Callable[..., Path]

EU = """\
<?xml version="1.0" encoding="UTF-8"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-05-01T00:00:00.000+02:00" globalFileId="1">
  <sanctionEntity designationDate="2022-03-15" designationDetails="" unitedNationId="QDi.43"
      euReferenceNumber="EU.901.1" logicalId="901">
    <remark>Date of listing: 1.2.2022</remark>
    <remark>Associated entities: Volga Yards; Heron Lines.</remark>
    <regulation regulationType="amendment" organisationType="council" publicationDate="2022-03-16"
        entryIntoForceDate="2022-03-16" numberTitle="2022/999 (OJ L99)" programme="UKR" logicalId="1">
      <publicationUrl>https://eur-lex.europa.eu/act</publicationUrl>
    </regulation>
    <subjectType code="person" classificationCode="P"/>
    <nameAlias wholeName="Иван ПЕТРОВ" nameLanguage="RU" gender="M" strong="true" logicalId="10">
      <regulationSummary regulationType="amendment" publicationDate="2024-01-02" numberTitle="2024/1 (OJ L1)"/>
    </nameAlias>
    <nameAlias firstName="Ivan" middleName="" lastName="PETROV" wholeName="" function="Director, Volga Yards"
        title="Dr" gender="M" strong="true" logicalId="12"/>
    <nameAlias wholeName="Iwan PIETROW" nameLanguage="PL" strong="true" logicalId="11"/>
    <nameAlias wholeName="Vanya" strong="false" logicalId="9"/>
    <nameAlias wholeName="Ivan Sidorov" strong="true" logicalId="13"><remark>formerly known as</remark></nameAlias>
    <citizenship countryIso2Code="RU" countryDescription="RUSSIAN FEDERATION"/>
    <citizenship countryIso2Code="00" countryDescription="UNKNOWN"/>
    <birthdate circa="false" calendarType="GREGORIAN" birthdate="1961-10-07" dayOfMonth="7" monthOfYear="10"
        year="1961" city="Tver" region="Tver Oblast" countryIso2Code="RU" countryDescription="RUSSIAN FEDERATION"/>
    <birthdate circa="true" calendarType="GREGORIAN" year="1962" countryIso2Code="00" countryDescription="UNKNOWN"/>
    <birthdate circa="false" year="1963" monthOfYear="5" countryIso2Code="00" countryDescription="UNKNOWN"/>
    <birthdate circa="false" yearRangeFrom="1960" yearRangeTo="1965" countryIso2Code="00"/>
    <birthdate circa="false" calendarType="ISLAMIC" year="1343" countryIso2Code="00"/>
    <address street="1 Quay" poBox="7" zipCode="170000" city="Tver" region="" place="" countryIso2Code="RU"
        countryDescription="RUSSIAN FEDERATION"><remark>until 2020</remark>
      <contactInfo key="PHONE[1]" value="+7 4822 000000"/><contactInfo key="EMAIL" value="a@yards.example"/>
    </address>
    <address countryIso2Code="00" countryDescription="UNKNOWN"/>
    <identification number="4509123456" identificationTypeCode="passport" countryIso2Code="RU"
        nameOnDocument="Ivan Pyetrov"/>
    <identification number="-" identificationTypeCode="id" countryIso2Code="RU"/>
  </sanctionEntity>
  <sanctionEntity designationDetails="Joint Stock Company" unitedNationId="" euReferenceNumber="EU.902.2"
      logicalId="902">
    <regulation organisationType="commission" publicationDate="2023-01-01" numberTitle="2023/1 (OJ L1)"
        programme="TAQA" logicalId="2"><publicationUrl/></regulation>
    <subjectType code="enterprise" classificationCode="E"/>
    <nameAlias wholeName="Volga Yards" function="A yard" strong="true" logicalId="20"/>
    <identification number="1067759884598" identificationTypeCode="regnumber" countryIso2Code="00"/>
    <identification number="7708619320" identificationTypeCode="fiscalcode" countryIso2Code="RU"/>
    <identification number="DCBK KPPY" identificationTypeCode="swiftbic" countryIso2Code="00"/>
    <remark>Registration number: 1027802490540
A subsidiary of another (INN 7804040302)</remark>
  </sanctionEntity>
</export>
"""


@pytest.fixture
def eu(write: Write) -> ListFile:
    return read_eu(write("eu.xml", EU))


def test_a_person_is_read_into_fields(eu: ListFile) -> None:
    person = eu.listings[0]

    assert person.schema == "Person"
    assert person.countries == ("ru",)
    assert person.genders == ("male",)
    assert person.positions == ("Director, Volga Yards", "Dr")
    assert person.birth_places == ("Tver, Tver Oblast, RUSSIAN FEDERATION",)
    assert person.addresses == (
        Address(text="P.O. Box 7, 1 Quay, 170000, Tver, RUSSIAN FEDERATION (until 2020)", city="Tver", country="ru"),
    )
    assert person.identifiers == (
        Identifier(kind="passport", value="4509123456", country="ru"),
        Identifier(kind="phone", value="+7 4822 000000"),
        Identifier(kind="email", value="a@yards.example"),
        Identifier(kind="un_reference", value="QDi.043"),
    )


def test_the_oldest_latin_name_in_english_is_the_primary_one(eu: ListFile) -> None:
    assert eu.listings[0].names == (
        ListedName(text="Ivan PETROV", kind="primary"),
        ListedName(text="Иван ПЕТРОВ", kind="alias", language="ru"),
        ListedName(text="Iwan PIETROW", kind="alias", language="pl"),
        ListedName(text="Vanya", kind="weak"),
        ListedName(text="Ivan Sidorov", kind="former"),
        ListedName(text="Ivan Pyetrov", kind="alias"),
    )


def test_birth_dates_are_days_months_about_years_and_ranges_and_no_islamic_years(eu: ListFile) -> None:
    assert [date.text for date in eu.listings[0].birth_dates] == ["1961-10-07", "1962~", "1963-05", "1960/1965"]


def test_the_designation_says_when_by_which_act_and_when_it_was_amended(eu: ListFile) -> None:
    (designation,) = eu.listings[0].designations

    assert (designation.list_id, designation.entity_id, designation.caption) == ("eu_fsf", "EU.901.1", "Ivan PETROV")
    assert designation.programs == ("UKR",)
    assert designation.authority == "Council of the European Union"
    assert designation.listed_on == PartialDate("2022-03-15")
    assert designation.amended_on == (PartialDate("2022-03-16"), PartialDate("2024-01-02"))
    assert designation.source_url == "https://eur-lex.europa.eu/act"
    assert (designation.legal_act, designation.legal_act_url) == ("2022/999 (OJ L99)", "https://eur-lex.europa.eu/act")
    assert designation.reason is not None
    assert "Legal act: 2022/999 (OJ L99)" in designation.reason


@pytest.mark.parametrize(
    ("details", "day"),
    [
        ("Date of listing: 23.1.2012.", "2012-01-23"),
        ("(26.7.2010, suspended since 16.1.2016)", "2010-07-26"),
        ("UN designation 09/06/2010 (no longer valid). Previous EU designation 24/06/2008", "2008-06-24"),
        ("Date of UN designation: 9.6.2010 (EU: 24.4.2007)", "2007-04-24"),
        ("Date of UN designation: 23.12.2006", None),
        ("Date of listing: 99.1.2012", None),
    ],
)
def test_the_day_of_listing_may_stand_in_the_details(write: Write, details: str, day: str | None) -> None:
    text = EU.replace('designationDetails="Joint Stock Company"', f'designationDetails="{details}"')

    listed = read_eu(write("eu.xml", text)).listings[1].designations[0].listed_on

    assert (listed.text if listed else None) == day


def test_associated_entities_are_links(eu: ListFile) -> None:
    words = "Associated entities: Volga Yards; Heron Lines."

    assert eu.listings[0].links == (
        Link(kind="linked", to_name="Volga Yards", source=words),
        Link(kind="linked", to_name="Heron Lines", source=words),
    )


def test_an_enterprise_has_a_form_and_typed_numbers_of_its_own_only(eu: ListFile) -> None:
    company = eu.listings[1]

    assert company.schema == "Company"
    assert company.positions == ()
    assert company.designations[0].authority == "European Commission"
    assert company.identifiers == (
        Identifier(kind="ogrn", value="1067759884598"),
        Identifier(kind="inn", value="7708619320", country="ru"),
        Identifier(kind="swift", value="DCBKKPPY"),
        Identifier(kind="ogrn", value="1027802490540"),
    )


def test_the_date_in_the_file_is_its_version(eu: ListFile, write: Write) -> None:
    assert (eu.version.list_id, eu.version.version, eu.version.entities) == ("eu_fsf", "2026-05-01", 2)
    undated = write("eu.xml", EU.replace("generationDate", "other"))
    assert read_eu(undated, version="2020-01-01").version.version == "2020-01-01"


def test_the_namespace_may_be_another_or_none(write: Write) -> None:
    assert read_eu(write("eu.xml", EU.replace(' xmlns="http://eu.europa.ec/fpi/fsd/export"', ""))).version.entities == 2


def test_an_entry_without_a_name_is_skipped(write: Write) -> None:
    file = read_eu(write("eu.xml", EU.replace('wholeName="Volga Yards"', 'wholeName=" "')))

    assert [skip.reason for skip in file.skipped] == ["entry EU.902.2 without a nameAlias"]


def test_an_entry_without_a_reference_number_goes_by_its_record(write: Write) -> None:
    file = read_eu(write("eu.xml", EU.replace('euReferenceNumber="EU.902.2"', "")))

    assert file.listings[1].designations[0].entity_id == "902"


def test_two_entries_of_one_number_are_one_and_a_note(write: Write) -> None:
    file = read_eu(write("eu.xml", EU.replace("EU.902.2", "EU.901.1")))

    assert (file.version.entities, file.skipped[0].reason) == (1, "entry EU.901.1 a second time")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (EU[:-60], "breaks off"),
        (EU.replace("export", "exports"), "begins with <exports>"),
        ("<export><sanctionEntity/></export>", "0 entries"),
        ("<export>" + '<sanctionEntity logicalId=""/>' * 50 + "</export>", "50 that cannot be used"),
        ('<!DOCTYPE export [<!ENTITY a "aaaa">]>' + EU.partition("?>")[2].strip(), "document type of its own"),
        ("<export><sanctionEntity>" + "<remark/>" * 30_000 + "</sanctionEntity></export>", "20001 in one record"),
        (EU.encode("utf-16").decode("latin-1"), "damaged"),
        ("", "damaged"),
    ],
)
def test_what_is_no_whole_list_is_refused_in_one_line(write: Write, text: str, words: str) -> None:
    with pytest.raises(ListError, match=words) as caught:
        read_eu(write("eu.xml", text))
    assert "\n" not in str(caught.value)


def test_huge_fields_are_cut(write: Write) -> None:
    file = read_eu(write("eu.xml", EU.replace("Volga Yards", "V" * 500_000).replace("A yard", "y" * 2_000_000)))

    assert len(file.listings[1].caption) == 1_000
    assert len(file.listings[1].designations[0].reason or "") <= 2_000


# The official list beside the checkout.

NAME = "eu_fsf_xml_reconstructed/xmlFullSanctionsList_1_1_2026-05-01.RECONSTRUCTED.xml.gz"
SPACE = "{http://eu.europa.ec/fpi/fsd/export}"


@lru_cache(maxsize=1)
def official(path: Path) -> ListFile:
    started = time.process_time()
    file = read_eu(path)
    assert time.process_time() - started < 20
    return file


@lru_cache(maxsize=1)
def raw(path: Path) -> dict[str, ET.Element]:
    with gzip.open(path) as opened:
        return {entity.attrib["euReferenceNumber"]: entity for entity in ET.parse(opened).getroot()}


@pytest.mark.shared
def test_the_official_list_has_the_ids_that_stand_in_the_raw_file(shared: Path) -> None:
    path = shared / "data/lists" / NAME
    file = official(path)

    assert file.skipped == ()
    assert file.version.version == "2026-05-01"
    assert {listing.designations[0].entity_id for listing in file.listings} == set(raw(path))
    people = sum(listing.schema == "Person" for listing in file.listings)
    codes = [entity.find(f"{SPACE}subjectType") for entity in raw(path).values()]
    assert people == sum(code is not None and code.attrib["code"] == "person" for code in codes)


@pytest.mark.shared
def test_two_hundred_entries_come_back_field_by_field(shared: Path) -> None:
    path = shared / "data/lists" / NAME
    file, entities = official(path), raw(path)
    for listing in random.Random(7).sample(file.listings, 200):
        (act,) = listing.designations
        entity = entities[act.entity_id]

        def parts(tag: str, of: ET.Element = entity) -> list[ET.Element]:
            return of.findall(SPACE + tag)

        assert {name.text for name in listing.names} == {
            " ".join(p.attrib["wholeName"].split()) for p in parts("nameAlias")
        }
        assert set(act.programs) == {part.attrib["programme"] for part in parts("regulation")}
        (url,) = {part.findtext(f"{SPACE}publicationUrl") for part in parts("regulation")}
        assert act.source_url == url
        stated = {p.attrib["countryIso2Code"].lower() for p in (*parts("citizenship"), *parts("address"))} - {"00"}
        assert stated <= set(listing.countries)
        days = {part.attrib["birthdate"] for part in parts("birthdate") if "birthdate" in part.attrib}
        assert days <= {date.text.removesuffix("~") for date in listing.birth_dates}
        digits = {re.sub(r"\W", "", p.attrib["number"]) for p in parts("identification")} - {""}
        assert digits <= {re.sub(r"\W", "", found.value) for found in listing.identifiers}
        cities = {p.attrib["city"] for p in parts("address") if "city" in p.attrib}
        assert {" ".join(city.split()) for city in cities} <= {address.city for address in listing.addresses}
        functions = {" ".join(p.attrib["function"].split()) for p in parts("nameAlias") if "function" in p.attrib}
        assert listing.schema != "Person" or {text[:1000] for text in functions} <= set(listing.positions)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("entity", "caption", "numbers"),
    [
        ("EU.7812.41", "PJSC United Aircraft Corporation", {"ogrn": "1067759884598", "inn": "7708619320"}),
        ("EU.7510.16", "Vladimir Vladimirovich PUTIN", {}),
    ],
)
def test_well_known_entries(shared: Path, entity: str, caption: str, numbers: dict[str, str]) -> None:
    (listing,) = [
        each for each in official(shared / "data/lists" / NAME).listings if each.designations[0].entity_id == entity
    ]

    assert listing.caption == caption
    assert {found.kind: found.value for found in listing.identifiers} == numbers
