"""OFAC's enhanced XML, entry by entry."""

from __future__ import annotations

import gzip
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nongrata.lists import Address, Identifier, Link, ListedName, ListFile
from nongrata.lists.publishers.ofac.enhanced import read_ofac_enhanced
from nongrata.values import ListError, PartialDate

Write = Callable[..., Path]


def latin(text: str, *, also: str = "") -> str:
    other = f"<translation><isPrimary>false</isPrimary><formattedFullName>{also}</formattedFullName></translation>"
    return (
        f"<translations>{other if also else ''}<translation><isPrimary>true</isPrimary>"
        f"<formattedFullName>{text}</formattedFullName></translation></translations>"
    )


def feature(kind: str, value: str, days: str = "") -> str:
    return f'<feature id="1"><type featureTypeId="1">{kind}</type><value>{value}</value>{days}</feature>'


ENHANCED = f"""\
<?xml version="1.0" encoding="utf-8"?>
<sanctionsData xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ENHANCED_XML">
  <publicationInfo><dataAsOf>2024-08-28T00:00:00</dataAsOf></publicationInfo>
  <referenceValues><referenceValue refId="1400"><type>ALIAS TYPE</type><value>A.K.A.</value></referenceValue>
  </referenceValues>
  <entities>
    <entity id="101">
      <generalInfo><identityId>9</identityId><entityType refId="600">Individual</entityType>
        <remarks>Telephone: 5551; Fax: 5552. (Linked To: NOBODY KNOWN)</remarks><title>Director; Deputy</title>
        </generalInfo>
      <sanctionsLists>
        <sanctionsList refId="1550" id="2" datePublished="2022-03-24">SDN List</sanctionsList>
        <sanctionsList refId="1550" id="3" datePublished="2023-05-19">SDN List</sanctionsList>
        <sanctionsList datePublished="2014-07-16">Sectoral Sanctions Identifications List</sanctionsList>
      </sanctionsLists>
      <sanctionsPrograms><sanctionsProgram refId="5" id="6">RUSSIA-EO14024</sanctionsProgram></sanctionsPrograms>
      <sanctionsTypes><sanctionsType refId="1705" id="7">Block</sanctionsType></sanctionsTypes>
      <legalAuthorities><legalAuthority refId="8">Executive Order 14024 (Russia)</legalAuthority></legalAuthorities>
      <names>
        <name id="2"><isPrimary>false</isPrimary><aliasType refId="1401">F.K.A.</aliasType>
          <isLowQuality>false</isLowQuality>{latin("PETROFF, Ivan")}</name>
        <name id="1"><isPrimary>true</isPrimary><isLowQuality>false</isLowQuality>
          {latin("PETROV, Ivan", also="ПЕТРОВ, Иван")}</name>
        <name id="3"><isPrimary>false</isPrimary><aliasType refId="1400">A.K.A.</aliasType>
          <isLowQuality>true</isLowQuality>{latin("SHIPWRIGHT", also="Корабел")}</name>
      </names>
      <addresses>
        <address id="1"><country refId="1">Russia</country><translations><translation id="1"><addressParts>
          <addressPart id="1"><type refId="1451">ADDRESS1</type><value>1 Beregovaya ul.</value></addressPart>
          <addressPart id="2"><type refId="1454">CITY</type><value>Tver</value></addressPart>
          <addressPart id="3"><type refId="1456">POSTAL CODE</type><value>170000</value></addressPart>
        </addressParts></translation></translations></address>
        <address id="2" />
      </addresses>
      <features>
        {feature("Birthdate", "circa 1961")}
        {
    feature(
        "Birthdate",
        "in the sixties",
        "<valueDate><fromDateBegin>1961-01-01</fromDateBegin><fromDateEnd>1961-01-01</fromDateEnd>"
        "<toDateBegin>1963-12-31</toDateBegin><toDateEnd>1963-12-31</toDateEnd></valueDate>",
    )
}
        {feature("Birthdate", "unknown")}
        {feature("Place of Birth", "Tver, Russia")}{feature("Gender", "Male")}
        {feature("Nationality Country", "Russia")}{feature("Citizenship Country", "Cyprus")}
        {feature("Digital Currency Address - XBT", "1Bqwertyuiop")}
        {feature("Additional Sanctions Information -", "Subject to Secondary Sanctions")}
      </features>
      <identityDocuments>
        <identityDocument id="1"><type refId="1">Passport</type><documentNumber>A 12</documentNumber>
          <isValid>true</isValid><issuingCountry refId="1">Russia</issuingCountry></identityDocument>
        <identityDocument id="2"><type refId="1">National ID No.</type><documentNumber/></identityDocument>
      </identityDocuments>
      <relationships>
        <relationship id="1"><type refId="15003">Owned or Controlled By</type>
          <relatedEntity entityId="102" /></relationship>
        <relationship id="2"><type refId="15002">Acting for or on behalf of</type>
          <relatedEntity entityId="999">SOMEBODY ELSE</relatedEntity></relationship>
      </relationships>
    </entity>
    <entity id="102">
      <generalInfo><entityType refId="601">Entity</entityType></generalInfo>
      <sanctionsLists><sanctionsList datePublished="2021-06-03">Non-SDN CMIC List</sanctionsList></sanctionsLists>
      <names><name id="4"><isPrimary>true</isPrimary>{latin("GREY HERON CO.")}</name></names>
    </entity>
    <entity id="103">
      <generalInfo><entityType refId="91120">Vessel</entityType></generalInfo>
      <names><name id="5"><isPrimary>true</isPrimary>{latin("GREY HERON")}</name></names>
      <features>{feature("Vessel Flag", "Gabon")}{feature("VESSEL TYPE", "Tug")}
        {feature("Vessel Owner", "GREY HERON CO.")}{feature("Other Vessel Call Sign", "5LHW6")}</features>
      <identityDocuments><identityDocument><type>Vessel Registration Identification</type>
        <documentNumber>IMO 9172038</documentNumber></identityDocument></identityDocuments>
    </entity>
  </entities>
</sanctionsData>
"""


@pytest.fixture
def sdn(write: Write) -> ListFile:
    return read_ofac_enhanced(write("sdn_enhanced.xml", ENHANCED))


def test_a_person_is_read_into_fields(sdn: ListFile) -> None:
    person = sdn.listings[0]

    assert person.names == (
        ListedName(text="PETROV, Ivan", kind="primary"),
        ListedName(text="ПЕТРОВ, Иван", kind="alias"),
        ListedName(text="PETROFF, Ivan", kind="former"),
        ListedName(text="SHIPWRIGHT", kind="weak"),
        ListedName(text="Корабел", kind="weak"),
    )
    assert person.birth_dates == (PartialDate("1961~"), PartialDate("1961/1963"))
    assert person.birth_places == ("Tver, Russia",)
    assert (person.countries, person.genders) == (("ru", "cy"), ("male",))
    assert person.positions == ("Director", "Deputy")
    assert person.identifiers == (
        Identifier(kind="wallet", value="1Bqwertyuiop"),
        Identifier(kind="passport", value="A 12", country="ru"),
        Identifier(kind="phone", value="5551"),
        Identifier(kind="fax", value="5552"),
    )
    assert person.addresses == (Address(text="1 Beregovaya ul., Tver 170000, Russia", city="Tver", country="ru"),)


def test_each_of_ofacs_two_lists_says_when_it_listed_the_party(sdn: ListFile) -> None:
    by_sdn, by_other = sdn.listings[0].designations

    assert (by_sdn.list_id, by_sdn.listed_on) == ("us_ofac_sdn", PartialDate("2022-03-24"))
    assert by_sdn.amended_on == (PartialDate("2023-05-19"),)
    assert (by_other.list_id, by_other.listed_on) == ("us_ofac_cons", PartialDate("2014-07-16"))
    assert by_sdn.programs == ("RUSSIA-EO14024",)
    assert (by_sdn.legal_act, by_sdn.legal_act_url) == ("Executive Order 14024 (Russia)", None)
    assert by_sdn.reason == (
        "Legal authority: Executive Order 14024 (Russia); Measure: Block; "
        "Additional Sanctions Information - Subject to Secondary Sanctions"
    )


def test_relations_keep_their_wording_and_their_end(sdn: ListFile) -> None:
    owner, other, named = sdn.listings[0].links

    assert (owner.kind, owner.to_id, owner.source) == (
        "owner",
        ("us_ofac_cons", "102"),
        "Owned or Controlled By: GREY HERON CO.",
    )
    assert (other.kind, other.to_id, other.source) == (
        "linked",
        ("us_ofac_sdn", "999"),
        "Acting for or on behalf of: SOMEBODY ELSE",
    )
    assert named == Link(kind="linked", to_name="NOBODY KNOWN", source="Linked To: NOBODY KNOWN")


def test_a_vessel_has_its_numbers_its_flag_and_its_owner(sdn: ListFile) -> None:
    vessel = sdn.listings[2]

    assert (vessel.schema, vessel.countries) == ("Vessel", ("ga",))
    assert vessel.identifiers == (Identifier(kind="callsign", value="5LHW6"), Identifier(kind="imo", value="9172038"))
    assert [(link.kind, link.to_id) for link in vessel.links] == [("owner", ("us_ofac_cons", "102"))]
    assert vessel.designations[0].reason == "Vessel Type Tug"


def test_the_date_in_the_file_is_its_version(sdn: ListFile, write: Write) -> None:
    undated = write("list.xml", ENHANCED.replace("2024-08-28T", "Summer"))

    assert sdn.version.version == "2024-08-28"
    assert read_ofac_enhanced(undated, version="2020-01-01").version.version == "2020-01-01"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("sanctionsData", "html", "begins with <html>; wanted <sanctionsData>"),
        ("<entity id", "<entity nr", "3 that cannot be used, such as an entry without an id"),
        ("formattedFullName", "name", "3 that cannot be used, such as entry 101 without a name"),
        ("entities>", "parties><x>", "breaks off"),
        ("</sanctionsData>", "", "breaks off"),
        ('<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE x []>", "document type of its own"),
    ],
)
def test_a_file_that_cannot_be_trusted_is_refused(write: Write, old: str, new: str, said: str) -> None:
    with pytest.raises(ListError, match=said) as caught:
        read_ofac_enhanced(write("list.xml", ENHANCED.replace(old, new)))
    assert "\n" not in str(caught.value)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=5_000)
@given(st.floats(0, 1), st.binary(min_size=1, max_size=20), st.sampled_from(["", "99999999999", "-1", "x" * 20_000]))
def test_damage_gives_a_list_or_a_refusal(write: Write, where: float, junk: bytes, value: str) -> None:
    data = ENHANCED.encode()
    at = int(where * len(data))
    open_, close = ENHANCED.find(">", at) + 1, ENHANCED.find("<", ENHANCED.find(">", at) + 1)
    changed = ENHANCED[:open_] + value + ENHANCED[max(open_, close) :]  # another text in some element
    for damaged in (data[:at], data[:at] + junk + data[at + len(junk) :], data[: at // 2] + data[at:], changed):
        try:
            assert read_ofac_enhanced(write("list.xml", damaged)).listings
        except ListError as error:
            assert "\n" not in str(error)


@pytest.mark.shared
def test_a_real_export_field_by_field(shared: Path) -> None:
    path = shared / "data" / "lists" / "ofac_enhanced_xml" / "IRGC_enhanced_2024-08-28.xml.gz"
    root = ElementTree.fromstring(gzip.decompress(path.read_bytes()))
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    raw = {entity.get("id", ""): entity for entity in root.iter("entity")}
    file = read_ofac_enhanced(path)

    assert file.version.version == "2024-08-28"
    assert file.version.entities == len(file.listings) == len(raw) == 293
    kinds = {"Person": "Individual", "Airplane": "Aircraft", "Company": "Entity", "LegalEntity": "Entity"}
    assert Counter(kinds[each.schema] for each in file.listings) == Counter(
        each.text for each in root.iter("entityType")
    )
    for listing in random.Random(3).sample(file.listings, 200):
        act = listing.designations[0]
        entity = raw[act.entity_id]
        assert str(act.listed_on) == min(each.get("datePublished", "") for each in entity.iter("sanctionsList"))
        assert list(act.programs) == [each.text for each in entity.iter("sanctionsProgram")]
        assert len(listing.names) >= len({each.text for each in entity.iter("formattedFullName")}) - 1
        assert {link.to_id[1] for link in listing.links if link.to_id} == {
            each.get("entityId") for each in entity.iter("relatedEntity")
        }
        told = {each.findtext("type"): each.findtext("value") for each in entity.iter("feature")}
        assert bool(listing.birth_dates) == ("Birthdate" in told)
        assert listing.genders == ((told["Gender"] or "").lower(),) if "Gender" in told else not listing.genders
        said = {found.value for found in listing.identifiers}
        for document in entity.iter("identityDocument"):
            assert document.findtext("documentNumber") in said
        cities = {each.findtext("value") for each in entity.iter("addressPart") if each.findtext("type") == "CITY"}
        assert {address.city for address in listing.addresses} - {None} == cities
