"""OFAC's sdn.xml and consolidated.xml, entry by entry."""

from __future__ import annotations

import gzip
import random
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nongrata.lists import Address, Identifier, Link, ListedName, ListFile
from nongrata.lists.publishers.ofac.from_xml import read_ofac_xml
from nongrata.values import ListError

Write = Callable[..., Path]

SDN = """\
<?xml version="1.0" standalone="yes"?>
<sdnList xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML">
  <publshInformation><Publish_Date>03/28/2025</Publish_Date><Record_Count>4</Record_Count></publshInformation>
  <sdnEntry>
    <uid>101</uid><firstName>Ivan Sergeevich</firstName><lastName>PETROV</lastName>
    <title>Director, Volga Yards; Deputy</title><sdnType>Individual</sdnType>
    <remarks>Born in exile. (Linked To: VOLGA YARDS LLC; Linked To: NOBODY KNOWN)</remarks>
    <programList><program>RUSSIA-EO14024</program><program>SDGT</program></programList>
    <idList>
      <id><uid>1</uid><idType>Passport</idType><idNumber>4509123456</idNumber><idCountry>Russia</idCountry>
        <issueDate>01 Feb 2010</issueDate></id>
      <id><uid>2</uid><idType>Gender</idType><idNumber>Male</idNumber></id>
      <id><uid>3</uid><idType>Digital Currency Address - XBT</idType><idNumber>1Bqwertyuiop</idNumber></id>
      <id><uid>4</uid><idType>Tax ID No.</idType><idNumber>770300358016</idNumber><idCountry>Russia</idCountry></id>
      <id><uid>5</uid><idType>Tax ID No.</idType></id>
      <id><uid>6</uid><idType>Secondary sanctions risk:</idType><idNumber>31 CFR 589.201</idNumber></id>
    </idList>
    <akaList>
      <aka><uid>1</uid><type>a.k.a.</type><category>strong</category><lastName>PETROV</lastName>
        <firstName>Vanja</firstName></aka>
      <aka><uid>2</uid><type>a.k.a.</type><category>weak</category><lastName>THE SHIPWRIGHT</lastName></aka>
      <aka><uid>3</uid><type>f.k.a.</type><category>strong</category><lastName>PETROFF</lastName></aka>
    </akaList>
    <addressList>
      <address><address1>1 Beregovaya ul.</address1><address2>Office 5</address2><city>Nizhny Novgorod</city>
        <stateOrProvince>Volga</stateOrProvince><postalCode>603000</postalCode><country>Russia</country></address>
      <address><uid>2</uid></address>
    </addressList>
    <nationalityList><nationality><uid>1</uid><country>Russia</country></nationality></nationalityList>
    <citizenshipList><citizenship><uid>1</uid><country>Cyprus</country></citizenship></citizenshipList>
    <dateOfBirthList>
      <dateOfBirthItem><uid>1</uid><dateOfBirth>07 Oct 1961</dateOfBirth><mainEntry>true</mainEntry></dateOfBirthItem>
      <dateOfBirthItem><uid>2</uid><dateOfBirth>circa 1962</dateOfBirth><mainEntry>false</mainEntry></dateOfBirthItem>
      <dateOfBirthItem><uid>3</uid><dateOfBirth>1960 to 1963</dateOfBirth></dateOfBirthItem>
    </dateOfBirthList>
    <placeOfBirthList>
      <placeOfBirthItem><uid>1</uid><placeOfBirth>Tver, Russia</placeOfBirth></placeOfBirthItem>
    </placeOfBirthList>
  </sdnEntry>
  <sdnEntry>
    <uid>102</uid><lastName>VOLGA YARDS LLC</lastName><sdnType>Entity</sdnType>
    <programList><program>UKRAINE-EO13662</program></programList>
  </sdnEntry>
  <sdnEntry>
    <uid>103</uid><lastName>GREY HERON</lastName><sdnType>Vessel</sdnType>
    <programList><program>DPRK4</program></programList>
    <idList><id><idType>Vessel Registration Identification</idType><idNumber>IMO 9172038</idNumber></id></idList>
    <vesselInfo><callSign>5LHW6</callSign><vesselType>Crude Oil Tanker</vesselType><vesselFlag>Gabon</vesselFlag>
      <vesselOwner>Volga Yards LLC</vesselOwner><tonnage>159681</tonnage></vesselInfo>
  </sdnEntry>
  <sdnEntry>
    <uid>104</uid><lastName>RA-00001</lastName><sdnType>Aircraft</sdnType>
    <programList><program>RUSSIA-EO14024</program></programList>
  </sdnEntry>
</sdnList>
"""


@pytest.fixture
def sdn(write: Write) -> ListFile:
    return read_ofac_xml(write("sdn.xml", SDN))


def test_a_person_is_read_into_fields(sdn: ListFile) -> None:
    person = sdn.listings[0]

    assert (person.schema, person.caption) == ("Person", "PETROV, Ivan Sergeevich")
    assert person.names[1:] == (
        ListedName(text="PETROV, Vanja", kind="alias"),
        ListedName(text="THE SHIPWRIGHT", kind="weak"),
        ListedName(text="PETROFF", kind="former"),
    )
    assert [date.text for date in person.birth_dates] == ["1961-10-07", "1962~", "1960/1963"]
    assert person.birth_places == ("Tver, Russia",)
    assert person.countries == ("ru", "cy")
    assert person.genders == ("male",)
    assert person.positions == ("Director, Volga Yards", "Deputy")
    assert person.identifiers == (
        Identifier(kind="passport", value="4509123456", country="ru"),
        Identifier(kind="wallet", value="1Bqwertyuiop"),
        Identifier(kind="inn", value="770300358016", country="ru"),
    )
    assert person.addresses == (
        Address(
            text="1 Beregovaya ul., Office 5, Nizhny Novgorod, Volga 603000, Russia",
            city="Nizhny Novgorod",
            country="ru",
        ),
    )


def test_links_in_brackets_find_the_entry_they_name(sdn: ListFile) -> None:
    assert sdn.listings[0].links == (
        Link(
            kind="linked",
            to_name="VOLGA YARDS LLC",
            to_id=("us_ofac_sdn", "102"),  # type: ignore[arg-type]
            source="Linked To: VOLGA YARDS LLC",
        ),
        Link(kind="linked", to_name="NOBODY KNOWN", source="Linked To: NOBODY KNOWN"),
    )


def test_the_designation_says_by_which_programmes_and_why(sdn: ListFile) -> None:
    (designation,) = sdn.listings[0].designations

    assert (designation.list_id, designation.entity_id) == ("us_ofac_sdn", "101")
    assert designation.programs == ("RUSSIA-EO14024", "SDGT")
    assert designation.listed_on is None
    assert designation.reason == "Secondary sanctions risk: 31 CFR 589.201; Born in exile"
    assert designation.source_url == "https://sanctionssearch.ofac.treas.gov/Details.aspx?id=101"


def test_a_vessel_has_its_numbers_its_flag_and_its_owner(sdn: ListFile) -> None:
    vessel = sdn.listings[2]

    assert vessel.schema == "Vessel"
    assert vessel.identifiers == (
        Identifier(kind="callsign", value="5LHW6"),
        Identifier(kind="imo", value="9172038"),
    )
    assert vessel.countries == ("ga",)
    assert [(link.kind, link.to_name, link.to_id) for link in vessel.links] == [
        ("owner", "Volga Yards LLC", ("us_ofac_sdn", "102"))
    ]
    assert vessel.designations[0].reason == "Vessel Type Crude Oil Tanker; Vessel Tonnage 159681"


def test_an_aircraft_is_named_by_its_tail_number(sdn: ListFile) -> None:
    assert sdn.listings[3].schema == "Airplane"
    assert sdn.listings[3].identifiers == (Identifier(kind="tail_number", value="RA-00001"),)


def test_the_date_in_the_file_is_its_version(sdn: ListFile, write: Write) -> None:
    undated = write("sdn.xml", SDN.replace("03/28/2025", "soon"))

    assert sdn.version.version == "2025-03-28"
    assert read_ofac_xml(undated).version.version == "undated"
    assert read_ofac_xml(undated, version="2020-01-01").version.version == "2020-01-01"


def test_the_name_of_the_file_or_the_programmes_tell_which_list_it_is(write: Write) -> None:
    assert read_ofac_xml(write("cons.xml", SDN)).version.list_id == "us_ofac_cons"
    assert read_ofac_xml(write("list.xml", SDN)).version.list_id == "us_ofac_sdn"
    others = SDN.replace("RUSSIA-EO14024", "NS-PLC").replace("DPRK4", "CMIC-EO13959")
    consolidated = read_ofac_xml(write("list.xml", others))
    assert {act.list_id for each in consolidated.listings for act in each.designations} == {"us_ofac_cons"}


def test_an_entry_that_cannot_be_used_is_skipped(write: Write) -> None:
    file = read_ofac_xml(write("sdn.xml", SDN.replace("<uid>104</uid>", "<uid>103</uid>")))

    assert [skip.reason for skip in file.skipped] == ["entry 103 a second time"]
    assert file.version.entities == 3


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("<sdnList", "<htmlList", "breaks off"),
        ("sdnList", "other", "XML that begins with <other>; wanted <sdnList>"),
        ("sdnEntry", "entry", "0 entries"),
        ("<uid>10", "<nr>10", "breaks off"),
        ("lastName>", "surname>", "4 that cannot be used, such as entry"),
        ('<?xml version="1.0" standalone="yes"?>', '<!DOCTYPE x [<!ENTITY a "b">]>', "document type of its own"),
        ("</sdnList>", "", "breaks off"),
    ],
)
def test_a_file_that_cannot_be_trusted_is_refused(write: Write, old: str, new: str, said: str) -> None:
    content = SDN.replace(old, new).replace("firstName>", "givenName>") if old == "lastName>" else SDN.replace(old, new)

    with pytest.raises(ListError, match=said) as caught:
        read_ofac_xml(write("sdn.xml", content))
    assert "\n" not in str(caught.value)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100, deadline=5_000)
@given(st.sampled_from(["cut", "flip", "repeat", "huge"]), st.floats(0, 1), st.integers(1, 255))
def test_damage_gives_a_list_or_a_refusal(write: Write, kind: str, where: float, junk: int) -> None:
    data = SDN.encode()
    at = int(where * len(data))
    damaged = {
        "cut": data[:at],
        "flip": data[:at] + bytes(byte ^ junk for byte in data[at : at + 1]) + data[at + 1 :],
        "repeat": data[:at] + data[at : at + 300] * 20 + data[at:],
        "huge": data[:at] + b"x" * 100_000 + data[at:],
    }[kind]
    try:
        file = read_ofac_xml(write("sdn.xml", damaged))
    except ListError as error:
        assert "\n" not in str(error)
    else:
        assert file.version.entities == len(file.listings) > 0


@pytest.mark.shared
@pytest.mark.parametrize("day", ["2024-05-06", "2025-03-28"])
def test_the_consolidated_list_field_by_field(shared: Path, day: str) -> None:
    path = shared / "data" / "lists" / "ofac_consolidated_xml" / f"consolidated_{day}.xml.gz"
    raw = {found["uid"]: entry for entry in _raw(path) if (found := _texts(entry))}

    start = time.process_time()
    file = read_ofac_xml(path)
    assert time.process_time() - start < 5
    assert file.version.version == day
    assert file.version.entities == len(raw) == len(file.listings)
    assert Counter("individual" if each.schema == "Person" else "entity" for each in file.listings) == Counter(
        _texts(entry)["sdnType"].lower() for entry in raw.values()
    )
    for listing in random.Random(day).sample(file.listings, 200):
        entry = raw[listing.designations[0].entity_id]
        texts = _texts(entry)
        assert listing.caption == ", ".join(filter(None, (texts["lastName"], texts.get("firstName", ""))))
        assert {name.text for name in listing.names} >= {
            ", ".join(filter(None, (_texts(aka).get("lastName", ""), _texts(aka).get("firstName", ""))))
            for aka in entry.iter("aka")
        }
        assert Counter(name.kind == "weak" for name in listing.names)[True] == len(
            {_texts(aka)["lastName"] for aka in entry.iter("aka") if _texts(aka)["category"] == "weak"}
        )
        assert list(listing.designations[0].programs) == [each.text for each in entry.iter("program")]
        assert len(listing.birth_dates) == len(list(entry.iter("dateOfBirthItem")))
        assert list(listing.birth_places) == [each.text for each in entry.iter("placeOfBirth")]
        cities = {text for each in entry.iter("address") if (text := _texts(each).get("city"))}
        assert {address.city for address in listing.addresses} - {None} == cities
        said = " ".join(
            (
                *(found.value for found in listing.identifiers),
                *(link.to_name for link in listing.links),
                *listing.genders,
                *listing.countries,
                listing.designations[0].reason or "",
            )
        ).lower()
        if "…" not in said:
            for each in entry.iter("id"):
                number = " ".join(_texts(each)["idNumber"].lower().split()).partition(" (")[0]
                assert number in said or _texts(each)["idType"] == "Nationality of Registration", (listing, number)


def _raw(path: Path) -> list[ElementTree.Element]:
    root = ElementTree.fromstring(gzip.decompress(path.read_bytes()))
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root.findall("sdnEntry")


def _texts(element: ElementTree.Element) -> dict[str, str]:
    return {child.tag: child.text.strip() for child in element if child.text and child.text.strip()}
