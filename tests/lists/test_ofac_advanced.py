"""OFAC's advanced XML: what the file explains once, and each party put together from all its sections."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nongrata.lists import Address, Identifier, ListedName, ListFile
from nongrata.lists.publishers.ofac.advanced import read_ofac_advanced
from nongrata.lists.publishers.ofac.parts import span_of
from nongrata.values import ListError, PartialDate

Write = Callable[..., Path]


def day(tag: str, year: int, month: int, day: int) -> str:
    return f"<{tag}><Year>{year}</Year><Month>{month}</Month><Day>{day}</Day></{tag}>"


def period(first: tuple[int, int, int], last: tuple[int, int, int], *, about: str = "false") -> str:
    start = f'<Start Approximate="{about}">{day("From", *first)}{day("To", *first)}</Start>'
    return f"<DatePeriod>{start}<End>{day('From', *last)}{day('To', *last)}</End></DatePeriod>"


def feature(kind: int, inside: str) -> str:
    return (
        f'<Feature ID="1" FeatureTypeID="{kind}"><FeatureVersion ID="1"><Comment/>{inside}</FeatureVersion></Feature>'
    )


def name(status: int, *parts: tuple[int, str]) -> str:
    inside = "".join(
        f'<DocumentedNamePart><NamePartValue NamePartGroupID="{group}">{text}</NamePartValue></DocumentedNamePart>'
        for group, text in parts
    )
    return f'<DocumentedName ID="1" DocNameStatusID="{status}">{inside}</DocumentedName>'


def alias(kind: int, names: str, *, primary: str = "false", low: str = "false") -> str:
    return f'<Alias AliasTypeID="{kind}" Primary="{primary}" LowQuality="{low}">{names}</Alias>'


def groups(*types: int) -> str:
    inside = "".join(
        f'<MasterNamePartGroup><NamePartGroup ID="{nth}" NamePartTypeID="{kind}"/></MasterNamePartGroup>'
        for nth, kind in enumerate(types)
    )
    return f"<NamePartGroups>{inside}</NamePartGroups>"


def part(kind: int, text: str) -> str:
    value = f'<LocationPartValue Primary="true"><Comment/><Value>{text}</Value></LocationPartValue>'
    return f'<LocationPart LocPartTypeID="{kind}">{value}</LocationPart>'


def listed(profile: int, list_: int, program: str, *dates: str) -> str:
    events = (
        "".join(f'<EntryEvent LegalBasisID="1840"><Comment/><Date>{when}</Date></EntryEvent>' for when in dates)
        .replace("<Date><Date>", "<Date>")
        .replace("</Date></Date>", "</Date>")
    )
    return (
        f'<SanctionsEntry ID="1" ProfileID="{profile}" ListID="{list_}">{events}'
        '<SanctionsMeasure SanctionsTypeID="1705"><DatePeriod/></SanctionsMeasure>'
        f'<SanctionsMeasure SanctionsTypeID="1"><Comment>{program}</Comment><DatePeriod/></SanctionsMeasure>'
        "</SanctionsEntry>"
    )


ADVANCED = f"""\
<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<Sanctions xmlns="http://www.un.org/sanctions/1.0" Version="3">
  {day("DateOfIssue", 2024, 2, 23)}
  <ReferenceValueSets>
    <AliasTypeValues><AliasType ID="1400">A.K.A.</AliasType><AliasType ID="1401">F.K.A.</AliasType>
      <AliasType ID="1403">Name</AliasType></AliasTypeValues>
    <AreaCodeValues><AreaCode ID="7" CountryID="7" Description="Region: Gaza" AreaCodeTypeID="1"/></AreaCodeValues>
    <CountryValues><Country ID="1" ISO2="RU">Russia</Country><Country ID="2" ISO2="CY">Cyprus</Country></CountryValues>
    <DetailReferenceValues><DetailReference ID="91526">Male</DetailReference>
      <DetailReference ID="702">Bulk Carrier</DetailReference></DetailReferenceValues>
    <DocNameStatusValues><DocNameStatus ID="1">Primary Latin</DocNameStatus>
      <DocNameStatus ID="2">Others</DocNameStatus></DocNameStatusValues>
    <FeatureTypeValues>
      <FeatureType ID="2">VESSEL TYPE</FeatureType><FeatureType ID="3">Vessel Flag</FeatureType>
      <FeatureType ID="4">Vessel Owner</FeatureType><FeatureType ID="8">Birthdate</FeatureType>
      <FeatureType ID="9">Place of Birth</FeatureType><FeatureType ID="10">Nationality Country</FeatureType>
      <FeatureType ID="25">Location</FeatureType><FeatureType ID="26">Title</FeatureType>
      <FeatureType ID="224">Gender</FeatureType><FeatureType ID="344">Digital Currency Address - XBT</FeatureType>
      <FeatureType ID="646">Organization Established Date</FeatureType>
    </FeatureTypeValues>
    <IDRegDocTypeValues><IDRegDocType ID="1571">Passport</IDRegDocType>
      <IDRegDocType ID="1626">Vessel Registration Identification</IDRegDocType></IDRegDocTypeValues>
    <LegalBasisValues><LegalBasis ID="1840" LegalBasisShortRef="EO">Executive Order 14024 (Russia)</LegalBasis>
    </LegalBasisValues>
    <ListValues><List ID="1550">SDN List</List><List ID="91512">Consolidated List</List></ListValues>
    <LocPartTypeValues><LocPartType ID="1451">ADDRESS1</LocPartType><LocPartType ID="1454">CITY</LocPartType>
      <LocPartType ID="1456">POSTAL CODE</LocPartType></LocPartTypeValues>
    <NamePartTypeValues><NamePartType ID="1520">Last Name</NamePartType>
      <NamePartType ID="1521">First Name</NamePartType>
      <NamePartType ID="91708">Patronymic</NamePartType><NamePartType ID="1525">Entity Name</NamePartType>
      <NamePartType ID="1526">Vessel Name</NamePartType><NamePartType ID="1528">Nickname</NamePartType>
    </NamePartTypeValues>
    <PartySubTypeValues><PartySubType ID="1" PartyTypeID="4">Vessel</PartySubType>
      <PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType>
      <PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>
    <PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="2">Entity</PartyType>
      <PartyType ID="4">Transport</PartyType></PartyTypeValues>
    <RelationTypeValues><RelationType ID="15003">Owned or Controlled By</RelationType>
      <RelationType ID="15004">Family member of</RelationType></RelationTypeValues>
    <SanctionsTypeValues><SanctionsType ID="1705">Block</SanctionsType><SanctionsType ID="1">Program</SanctionsType>
    </SanctionsTypeValues>
  </ReferenceValueSets>
  <Locations>
    <Location ID="50"><LocationCountry CountryID="1"/>{part(1451, "1 Beregovaya ul.")}{part(1454, "Tver")}
      {part(1456, "170000")}</Location>
    <Location ID="51"><LocationCountry CountryID="2"/></Location>
    <Location ID="52"><LocationAreaCode AreaCodeID="7"/></Location>
    <Location ID="53"/>
  </Locations>
  <IDRegDocuments>
    <IDRegDocument ID="1" IDRegDocTypeID="1571" IdentityID="900" IssuedBy-CountryID="1">
      <IDRegistrationNo>A 12</IDRegistrationNo></IDRegDocument>
    <IDRegDocument ID="2" IDRegDocTypeID="1571" IdentityID="900"><IDRegistrationNo/></IDRegDocument>
    <IDRegDocument ID="3" IDRegDocTypeID="1626" IdentityID="903"><IDRegistrationNo>IMO 9172038</IDRegistrationNo>
    </IDRegDocument>
  </IDRegDocuments>
  <DistinctParties>
    <DistinctParty FixedRef="101"><Comment>Born in exile</Comment><Profile ID="101" PartySubTypeID="4">
      <Identity ID="900" Primary="true" False="false">
        {alias(1401, name(2, (0, "Petroff")))}
        {
    alias(
        1403,
        name(2, (0, "Петров"), (1, "Иван")) + name(1, (2, "Sergeevich"), (1, "Ivan"), (0, "Petrov")),
        primary="true",
    )
}
        {alias(1400, name(2, (3, "The Shipwright")), low="true")}
        {groups(1520, 1521, 91708, 1528)}
      </Identity>
      {feature(8, period((1961, 10, 7), (1961, 10, 7)))}
      {feature(8, period((1962, 1, 1), (1962, 12, 31), about="true"))}
      {feature(8, period((1963, 5, 1), (1964, 2, 29)))}
      {feature(8, "<DatePeriod/>")}
      {feature(9, '<VersionDetail DetailTypeID="1432">Tver, Russia</VersionDetail>')}
      {feature(10, '<VersionDetail DetailTypeID="1433"/><VersionLocation LocationID="50"/>')}
      {feature(25, '<VersionLocation LocationID="50"/>')}{feature(25, '<VersionLocation LocationID="52"/>')}
      {feature(25, '<VersionLocation LocationID="404"/>')}
      {feature(26, '<VersionDetail DetailTypeID="1432">Director; Deputy</VersionDetail>')}
      {feature(224, '<VersionDetail DetailTypeID="1431" DetailReferenceID="91526"/>')}
      {feature(344, '<VersionDetail DetailTypeID="1432">1Bqwertyuiop</VersionDetail>')}
    </Profile></DistinctParty>
    <DistinctParty FixedRef="102"><Comment/><Profile ID="102" PartySubTypeID="3">
      <Identity ID="902" Primary="true">{alias(1403, name(1, (0, "Grey Heron Co.")), primary="true")}{groups(1525)}
      </Identity>{feature(646, period((1999, 1, 1), (1999, 12, 31)))}</Profile></DistinctParty>
    <DistinctParty FixedRef="103"><Comment/><Profile ID="103" PartySubTypeID="1">
      <Identity ID="903" Primary="true">{alias(1403, name(1, (0, "Grey Heron")), primary="true")}{groups(1526)}
      </Identity>{feature(3, "<VersionDetail>Gabon</VersionDetail>")}{
    feature(4, "<VersionDetail>Grey Heron Co.</VersionDetail>")
}
      {feature(2, '<VersionDetail DetailReferenceID="702"/>')}</Profile></DistinctParty>
  </DistinctParties>
  <ProfileRelationships>
    <ProfileRelationship ID="1" From-ProfileID="101" To-ProfileID="102" RelationTypeID="15003" Former="false"/>
    <ProfileRelationship ID="2" From-ProfileID="101" To-ProfileID="102" RelationTypeID="15003" Former="true"/>
    <ProfileRelationship ID="3" From-ProfileID="101" To-ProfileID="777" RelationTypeID="15004" Former="false"/>
  </ProfileRelationships>
  <SanctionsEntries>
    {listed(101, 1550, "RUSSIA-EO14024", day("Date", 2023, 5, 19), day("Date", 2022, 3, 24))}
    {listed(102, 91512, "UKRAINE-EO13662", day("Date", 2014, 7, 16))}
    {listed(103, 1550, "DPRK4", day("Date", 2018, 2, 23))}
    {listed(555, 1550, "DPRK4", day("Date", 2018, 2, 23))}
  </SanctionsEntries>
</Sanctions>
"""


@pytest.fixture
def sdn(write: Write) -> ListFile:
    return read_ofac_advanced(write("sdn_advanced.xml", ADVANCED))


def test_names_are_put_together_as_ofacs_other_files_write_them(sdn: ListFile) -> None:
    assert sdn.listings[0].schema == "Person"
    assert sdn.listings[0].names == (
        ListedName(text="PETROV, Ivan Sergeevich", kind="primary"),
        ListedName(text="PETROFF", kind="former"),
        ListedName(text="ПЕТРОВ, Иван", kind="alias"),
        ListedName(text="THE SHIPWRIGHT", kind="weak"),
    )
    assert [listing.caption for listing in sdn.listings[1:]] == ["GREY HERON CO.", "GREY HERON"]


def test_birth_dates_are_days_years_about_years_and_ranges(sdn: ListFile) -> None:
    assert [str(found) for found in sdn.listings[0].birth_dates] == ["1961-10-07", "1962~", "1963-05/1964-02"]


def test_features_documents_and_places_find_their_party(sdn: ListFile) -> None:
    person = sdn.listings[0]

    assert person.birth_places == ("Tver, Russia",)
    assert person.countries == ("ru", "ps")
    assert person.genders == ("male",)
    assert person.positions == ("Director", "Deputy")
    assert person.identifiers == (
        Identifier(kind="wallet", value="1Bqwertyuiop"),
        Identifier(kind="passport", value="A 12", country="ru"),
    )
    assert person.addresses == (
        Address(text="1 Beregovaya ul., Tver 170000, Russia", city="Tver", country="ru"),
        Address(text="Region: Gaza", country="ps"),
    )


def test_the_designation_says_when_and_by_which_law(sdn: ListFile) -> None:
    (act,) = sdn.listings[0].designations

    assert (act.list_id, act.entity_id, act.programs) == ("us_ofac_sdn", "101", ("RUSSIA-EO14024",))
    assert (act.listed_on, act.amended_on) == (PartialDate("2022-03-24"), (PartialDate("2023-05-19"),))
    assert act.reason == "Legal authority: Executive Order 14024 (Russia); Measure: Block; Born in exile"
    assert act.legal_act == "Executive Order 14024 (Russia)"
    assert sdn.listings[1].designations[0].list_id == "us_ofac_cons"
    assert "Organization Established Date 1999" in (sdn.listings[1].designations[0].reason or "")


def test_relations_name_their_other_end(sdn: ListFile) -> None:
    assert [(link.kind, link.to_id, link.source) for link in sdn.listings[0].links] == [
        ("owner", ("us_ofac_cons", "102"), "Owned or Controlled By: GREY HERON CO."),
        ("linked", ("us_ofac_cons", "102"), "Owned or Controlled By: GREY HERON CO. (formerly)"),
        ("linked", ("us_ofac_sdn", "777"), "Family member of: OFAC 777"),
    ]


def test_a_vessel_has_its_number_its_flag_and_its_owner(sdn: ListFile) -> None:
    vessel = sdn.listings[2]

    assert (vessel.schema, vessel.countries) == ("Vessel", ("ga",))
    assert vessel.identifiers == (Identifier(kind="imo", value="9172038"),)
    assert [(link.kind, link.to_id) for link in vessel.links] == [("owner", ("us_ofac_cons", "102"))]
    assert (vessel.designations[0].reason or "").endswith("Vessel Type Bulk Carrier")


def test_what_is_about_parties_that_the_file_lacks_is_told(sdn: ListFile) -> None:
    assert [skip.reason for skip in sdn.skipped] == [
        "1 <SanctionsEntry> without their party: the file is a part of a list"
    ]


@pytest.mark.parametrize("month", ["13", "0", "999999999999", "May", "-1"])
def test_a_day_that_is_none_is_left_out(write: Write, month: str) -> None:
    changed = ADVANCED.replace(
        "<Date><Year>2023</Year><Month>5</Month>", f"<Date><Year>2023</Year><Month>{month}</Month>"
    )

    act = read_ofac_advanced(write("list.xml", changed)).listings[0].designations[0]

    assert changed != ADVANCED
    assert act.amended_on == ((PartialDate("2023-01-19"),) if month == "0" else ())


def test_the_date_of_issue_is_the_version(sdn: ListFile, write: Write) -> None:
    undated = write("list.xml", ADVANCED.replace("<Year>2024</Year>", "<Year>0</Year>"))

    assert sdn.version.version == "2024-02-23"
    assert read_ofac_advanced(undated, version="2020-01-01").version.version == "2020-01-01"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("<Sanctions xmlns", "<html><Sanctions xmlns", "breaks off"),
        ('<Sanctions xmlns="http://www.un.org/sanctions/1.0"', "<Sanctions", None),
        ("Sanctions>", "Sanction>", "breaks off"),
        ("FixedRef", "Ref", "3 that cannot be used, such as an entry without an id"),
        ("NamePartValue", "Value", "3 that cannot be used, such as entry 101 without a name"),
        ("Profile ID", "Person ID", "breaks off"),
        ("SanctionsEntry", "Entry", "no <SanctionsEntry>"),
        ("</Sanctions>", "", "breaks off"),
        ('<?xml version="1.0" encoding="utf-8" standalone="yes"?>', "<!DOCTYPE x []>", "document type of its own"),
    ],
)
def test_a_file_that_cannot_be_trusted_is_refused(write: Write, old: str, new: str, said: str | None) -> None:
    path = write("list.xml", ADVANCED.replace(old, new))
    if said is None:  # the namespace has changed before
        assert read_ofac_advanced(path).version.entities == 3
        return
    with pytest.raises(ListError, match=said) as caught:
        read_ofac_advanced(path)
    assert "\n" not in str(caught.value)


@given(st.dates(date(1800, 1, 1), date(2100, 1, 1)), st.dates(date(1800, 1, 1), date(2100, 1, 1)), st.booleans())
def test_a_span_holds_all_its_days(one: date, other: date, is_about: bool) -> None:  # noqa: FBT001
    span = span_of(one, other, is_about=is_about)

    assert span.earliest <= min(one, other)
    assert span.latest >= max(one, other)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=5_000)
@given(st.floats(0, 1), st.binary(min_size=1, max_size=20), st.sampled_from(["", "99999999999", "-1", "x" * 20_000]))
def test_damage_gives_a_list_or_a_refusal(write: Write, where: float, junk: bytes, value: str) -> None:
    data = ADVANCED.encode()
    at = int(where * len(data))
    open_, close = ADVANCED.find(">", at) + 1, ADVANCED.find("<", ADVANCED.find(">", at) + 1)
    changed = ADVANCED[:open_] + value + ADVANCED[max(open_, close) :]  # another text in some element
    for damaged in (data[:at], data[:at] + junk + data[at + len(junk) :], data[: at // 2] + data[at:], changed):
        try:
            assert read_ofac_advanced(write("list.xml", damaged)).listings
        except ListError as error:
            assert "\n" not in str(error)


@pytest.mark.shared
def test_the_real_parties(shared: Path) -> None:
    path = shared / "data" / "lists" / "ofac_advanced_xml" / "sdn_advanced_subset_2024-02-23.xml"
    root = ElementTree.fromstring(path.read_bytes())
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    raw = {party.get("FixedRef"): party for party in root.iter("DistinctParty")}
    file = read_ofac_advanced(path)

    assert file.version.version == "2024-02-23"
    assert file.version.entities == len(file.listings) == len(raw)
    for listing in file.listings:
        party = raw[listing.designations[0].entity_id]
        parts = {(each.text or "").lower() for each in party.iter("NamePartValue")}
        said = " ".join(name.text for name in listing.names).lower()
        assert all(part in said for part in parts)
        assert len(listing.names) <= len(list(party.iter("DocumentedName")))
        born = [each for each in party.iter("Feature") if each.get("FeatureTypeID") == "8"]
        assert len(listing.birth_dates) == len(born)
