"""The UK Sanctions List's XML, entry by entry."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from nongrata.lists import Address, Identifier, Link, ListedName, ListFile
from nongrata.lists.publishers.uk.from_xml import read_uk
from nongrata.values import ListError, PartialDate

Write = Callable[..., Path]

UK = """\
<?xml version="1.0" encoding="utf-8"?>
<Designations xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <DateGenerated>20/08/2026</DateGenerated>
  <Designation>
    <LastUpdated>04/08/2026</LastUpdated><DateDesignated>29/06/2022</DateDesignated>
    <UniqueID>RUS9001</UniqueID><OFSIGroupID>99001</OFSIGroupID><UNReferenceNumber>QDi.43</UNReferenceNumber>
    <Names>
      <Name><Name1>Ivan</Name1><Name2>Sergeevich</Name2><Name6>PETROV</Name6><NameType>Primary Name</NameType></Name>
      <Name><Name1>Iwan</Name1><Name6>PETROFF</Name6><NameType>Primary name variation</NameType></Name>
      <Name><Name6>Vanya</Name6><NameType>ALias</NameType><AliasStrength>Low quality a.k.a</AliasStrength></Name>
      <Name><NameType>Alias</NameType></Name>
    </Names>
    <NonLatinNames><NonLatinName><NameNonLatinScript>Иван ПЕТРОВ</NameNonLatinScript>
      <NonLatinScriptLanguage>Russian</NonLatinScriptLanguage></NonLatinName>
      <NonLatinName><NameNonLatinScript>Ваня</NameNonLatinScript></NonLatinName></NonLatinNames>
    <Titles><Title>Colonel</Title></Titles>
    <RegimeName>The Russia (Sanctions) (EU Exit) Regulations 2019</RegimeName>
    <IndividualEntityShip>Individual</IndividualEntityShip><DesignationSource>UK</DesignationSource>
    <SanctionsImposed>Asset freeze|Travel Ban</SanctionsImposed>
    <OtherInformation>Also a painter.</OtherInformation>
    <UKStatementofReasons>
      Runs a yard.</UKStatementofReasons>
    <Addresses><Address><AddressLine1>1 Quay</AddressLine1><AddressLine5>Tver</AddressLine5>
      <AddressLine6>Tver Region</AddressLine6><AddressPostalCode>170000</AddressPostalCode>
      <AddressCountry>Russia</AddressCountry></Address></Addresses>
    <PhoneNumbers><PhoneNumber>+7 4822 000000</PhoneNumber></PhoneNumbers>
    <IndividualDetails><Individual>
      <DOBs><DOB>dd/mm/1961</DOB><DOB>07/10/1961</DOB><DOB>00/05/1961</DOB><DOB>15/08/19yy</DOB></DOBs>
      <BirthDetails><Location><TownOfBirth>Tver</TownOfBirth><CountryOfBirth>Russia</CountryOfBirth></Location>
      </BirthDetails>
      <Nationalities><Nationality>Russia</Nationality><Nationality>Cyprus</Nationality></Nationalities>
      <Genders><Gender>Male</Gender></Genders>
      <Positions><Position>(1) Director, Volga Yards (2) Deputy</Position></Positions>
      <PassportDetails><Passport><PassportNumber>D0009871</PassportNumber>
        <PassportAdditionalInformation>Cyprus passport</PassportAdditionalInformation></Passport></PassportDetails>
      <NationalIdentifierDetails><NationalIdentifier>
        <NationalIdentifierNumber>500103405838</NationalIdentifierNumber>
        <NationalIdentifierAdditionalInformation>Russian INN</NationalIdentifierAdditionalInformation>
      </NationalIdentifier></NationalIdentifierDetails>
    </Individual></IndividualDetails>
  </Designation>
  <Designation>
    <UniqueID>RUS9002</UniqueID>
    <Names><Name><Name6>VOLGA YARDS</Name6><NameType>Primary name</NameType></Name></Names>
    <IndividualEntityShip>Entity</IndividualEntityShip>
    <EntityDetails><Entity>
      <BusinessRegistrationNumbers><BusinessRegistrationNumber>OGRN: 1027802490540
KPP: 770701001</BusinessRegistrationNumber></BusinessRegistrationNumbers>
      <TypeOfEntities><TypeOfEntity>Public Joint Stock Company</TypeOfEntity></TypeOfEntities>
      <ParentCompanies><ParentCompany>Heron Lines (49%)</ParentCompany></ParentCompanies>
      <Subsidiaries><Subsidiary>Small Yards LLC; Dock Co. Ltd</Subsidiary></Subsidiaries>
    </Entity></EntityDetails>
  </Designation>
  <Designation>
    <UniqueID>RUS9003</UniqueID>
    <Names><Name><Name6>GREY HERON</Name6><NameType>Primary name</NameType></Name></Names>
    <IndividualEntityShip>Ship</IndividualEntityShip>
    <ShipDetails><Ship>
      <IMONumbers><IMONumber>IMO9562233</IMONumber></IMONumbers>
      <CurrentOwnerOperators><CurrentOwnerOperator>Volga Yards</CurrentOwnerOperator></CurrentOwnerOperators>
      <PreviousOwnerOperators><PreviousOwnerOperator>Unknown</PreviousOwnerOperator></PreviousOwnerOperators>
      <CurrentBelievedFlagOfShips><CurrentBelievedFlagOfShip>Comoros</CurrentBelievedFlagOfShip>
      </CurrentBelievedFlagOfShips>
      <PreviousFlags><PreviousFlag>India</PreviousFlag></PreviousFlags>
      <TypeOfShipDetails><TypeOfShip>Bulk Carrier</TypeOfShip></TypeOfShipDetails>
      <YearsBuilt><YearBuilt>2011</YearBuilt></YearsBuilt>
    </Ship></ShipDetails>
  </Designation>
</Designations>
"""


@pytest.fixture
def uk(write: Write) -> ListFile:
    return read_uk(write("uk.xml", UK))


def test_a_person_is_read_into_fields(uk: ListFile) -> None:
    person = uk.listings[0]

    assert person.schema == "Person"
    assert person.names == (
        ListedName(text="Ivan Sergeevich PETROV", kind="primary"),
        ListedName(text="Iwan PETROFF", kind="alias"),
        ListedName(text="Vanya", kind="weak"),
        ListedName(text="Иван ПЕТРОВ", kind="alias", language="ru"),
        ListedName(text="Ваня", kind="alias"),
    )
    assert [date.text for date in person.birth_dates] == ["1961", "1961-10-07", "1961-05"]
    assert person.birth_places == ("Tver, Russia",)
    assert person.countries == ("ru", "cy")
    assert person.genders == ("male",)
    assert person.positions == ("Director, Volga Yards", "Deputy", "Colonel")
    assert person.addresses == (Address(text="1 Quay, Tver, Tver Region, 170000, Russia", city="Tver", country="ru"),)
    assert person.identifiers == (
        Identifier(kind="passport", value="D0009871", country="cy"),
        Identifier(kind="inn", value="500103405838", country="ru"),
        Identifier(kind="phone", value="+7 4822 000000"),
        Identifier(kind="un_reference", value="QDi.043"),
        Identifier(kind="ofsi_group", value="99001"),
    )


def test_the_designation_says_when_why_and_what_was_imposed(uk: ListFile) -> None:
    (act,) = uk.listings[0].designations

    assert (act.list_id, act.entity_id, act.caption) == ("uk_fcdo", "RUS9001", "Ivan Sergeevich PETROV")
    assert act.authority == "Foreign, Commonwealth & Development Office"
    assert act.programs == ("The Russia (Sanctions) (EU Exit) Regulations 2019",)
    assert act.legal_act == "The Russia (Sanctions) (EU Exit) Regulations 2019"
    assert (act.listed_on, act.amended_on) == (PartialDate("2022-06-29"), (PartialDate("2026-08-04"),))
    assert act.reason == ("Runs a yard. Also a painter.; Sanctions imposed: Asset freeze|Travel Ban; Designated by: UK")


def test_a_long_reason_leaves_room_for_the_measures(write: Write) -> None:
    file = read_uk(write("uk.xml", UK.replace("Runs a yard.", "Runs a yard. " * 900)))
    reason = file.listings[0].designations[0].reason or ""

    assert len(reason) <= 2_000
    assert reason.endswith(" …; Sanctions imposed: Asset freeze|Travel Ban; Designated by: UK")


def test_an_entity_has_typed_numbers_and_its_ties(uk: ListFile) -> None:
    entity = uk.listings[1]

    assert entity.schema == "Company"
    assert entity.identifiers == (
        Identifier(kind="ogrn", value="1027802490540"),
        Identifier(kind="kpp", value="770701001"),
    )
    assert entity.links == (
        Link(kind="owner", to_name="Heron Lines", share=Fraction(49, 100), source="Parent company: Heron Lines (49%)"),
        Link(kind="linked", to_name="Small Yards LLC", source="Subsidiary: Small Yards LLC"),
        Link(kind="linked", to_name="Dock Co. Ltd", source="Subsidiary: Dock Co. Ltd"),
    )


def test_a_ship_has_its_number_flag_and_owner_with_the_id_of_the_owners_entry(uk: ListFile) -> None:
    ship = uk.listings[2]

    assert ship.schema == "Vessel"
    assert ship.identifiers == (Identifier(kind="imo", value="9562233"),)
    assert ship.countries == ("km",)
    (link,) = ship.links
    assert (link.kind, link.to_name, link.to_id) == ("owner", "Volga Yards", ("uk_fcdo", "RUS9002"))
    assert ship.designations[0].reason == "Previous flag: India; Type of ship: Bulk Carrier; Year built: 2011"


def test_the_number_of_a_ship_may_stand_in_the_reasons_only(write: Write) -> None:
    text = UK.replace("<IMONumber>IMO9562233</IMONumber>", "").replace(
        "<ShipDetails>", "<UKStatementofReasons>IMO 9562233 (“HERON”) carries oil.</UKStatementofReasons><ShipDetails>"
    )

    assert Identifier(kind="imo", value="9562233") in read_uk(write("uk.xml", text)).listings[2].identifiers


def test_the_date_in_the_file_is_its_version(uk: ListFile, write: Write) -> None:
    assert (uk.version.version, uk.version.entities) == ("2026-08-20", 3)
    undated = write("uk.xml", UK.replace("<DateGenerated>20/08/2026</DateGenerated>", ""))
    assert read_uk(undated, version="2020-01-01").version.version == "2020-01-01"
    assert read_uk(undated).version.version == "undated"


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("<UniqueID>RUS9003</UniqueID>", "", "an entry without a Unique ID or Group ID"),
        ("RUS9003", "RUS9002", "entry RUS9002 a second time"),
        ("<Name6>GREY HERON</Name6>", "", "entry RUS9003 without a name"),
        (">Ship<", ">Aircraft<", "entry RUS9003 of the kind 'aircraft': neither individual, entity nor ship"),
    ],
)
def test_an_entry_that_cannot_be_used_is_skipped(write: Write, old: str, new: str, reason: str) -> None:
    file = read_uk(write("uk.xml", UK.replace(old, new)))

    assert (file.version.entities, [skip.reason for skip in file.skipped]) == (2, [reason])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (UK[:-60], "breaks off"),
        (UK.replace("Designations", "Others"), "begins with <Others>"),
        ("<Designations><Designation/></Designations>", "0 entries, and 1 that cannot be used"),
        ('<!DOCTYPE Designations [<!ENTITY a "a">]><Designations/>', "document type of its own"),
        ("<Designations><Designation>" + "<Names>" * 40, "33 deep"),
        ("<Designations><Designation>" + "<A/>" * 30_000 + "</Designation></Designations>", "20001 in one record"),
    ],
)
def test_what_is_no_whole_list_is_refused_in_one_line(write: Write, text: str, words: str) -> None:
    with pytest.raises(ListError, match=words) as caught:
        read_uk(write("uk.xml", text))
    assert "\n" not in str(caught.value)
