"""Switzerland's XML, target by target."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from nongrata.lists import Address, Identifier, Link, ListedName, ListFile, Listing
from nongrata.lists.publishers.seco import SECO, read_seco
from nongrata.lists.record import EntityId
from nongrata.values import ListError, PartialDate

LIST = """<?xml version="1.0" encoding="UTF-8"?>
<swiss-sanctions-list list-type="whole-list" date="2026-08-27">
  <sanctions-program ssid="20" version-date="2026-05-21">
    <program-key lang="eng">Testland</program-key>
    <program-name lang="ger">Verordnung</program-name>
    <program-name lang="eng">Ordinance of 1 June 2016 on measures against Testland</program-name>
    <sanctions-set ssid="4387" lang="eng">article 12</sanctions-set>
    <origin>EU</origin>
  </sanctions-program>
  <target ssid="101">
    <sanctions-set-id>4387</sanctions-set-id>
    <foreign-identifier>QDi.901</foreign-identifier>
    <individual sex="male">
      <identity ssid="103" main="false">
        <name name-type="primary-name" quality="good"><name-part order="1" name-part-type="whole-name"><value>Ali
          Prova</value></name-part></name>
        <nationality><country iso-code="IQ">Iraq</country></nationality>
      </identity>
      <identity ssid="102" main="true">
        <name name-type="primary-name" quality="good" lang="eng">
          <name-part order="2" name-part-type="given-name"><value>Ivan</value>
            <spelling-variant lang="rus" script="CYRL">Иван</spelling-variant></name-part>
          <name-part order="1" name-part-type="family-name"><value>Testov</value>
            <spelling-variant lang="rus" script="CYRL">Тестов</spelling-variant>
            <spelling-variant lang="rus" script="LATN">Testoff</spelling-variant></name-part>
          <name-part order="3" name-part-type="title"><value>Colonel</value></name-part>
        </name>
        <name name-type="alias" quality="low"><name-part order="1"><value>Vanya</value></name-part></name>
        <name name-type="formerly-known-as"><name-part order="1"><value>Ivan Prober</value>
          <spelling-variant script="ARAB">ايفان</spelling-variant></name-part></name>
        <day-month-year day="9" month="5" year="1961" calendar="Gregorian" quality="good"/>
        <day-month-year year="1962"/>
        <day-month-year year="1340" calendar="Hijri"/>
        <place-of-birth place-id="900"/>
        <nationality><country iso-code="RU">Russia</country></nationality>
        <address place-id="900"><c-o>Test Club</c-o><address-details>ul. Proby 4</address-details>
          <p-o-box>7</p-o-box><zip-code>220029</zip-code><remarks>until 2019</remarks></address>
        <address/>
        <identification-document document-type="diplomatic-passport"><number>75 123</number>
          <issuer code="RU">Russia</issuer></identification-document>
        <identification-document document-type="id-card"><number>A-1</number></identification-document>
      </identity>
      <justification ssid="104">Head of the Test Works.</justification>
      <other-information ssid="105">INN: 7804040302</other-information>
      <relation ssid="106" target-id="102" relation-type="related-to"/>
      <relation ssid="107" target-id="999" relation-type="related-to"/>
    </individual>
    <modification modification-type="amended" publication-date="2023-01-11" effective-date="2023-01-12">
      <added><identity>
        <name name-type="alias"><name-part><value>Not A Name</value></name-part></name></identity></added>
    </modification>
    <modification modification-type="listed" publication-date="2022-03-01" effective-date="2022-03-02"/>
  </target>
  <target ssid="102">
    <sanctions-set-id>4387</sanctions-set-id><sanctions-set-id>5000</sanctions-set-id>
    <entity>
      <identity main="true">
        <name name-type="primary-name"><name-part order="1"><value>Test Works OJSC</value></name-part></name>
        <day-month-year year="1993"/>
        <address><address-details>Mira 1</address-details><location>Minsk</location>
          <country iso-code="BY">Belarus</country></address>
      </identity>
      <other-information>Website: https://test.example/works. E-mail: info@test.example;
        Tel.: +375 17 200 00 01</other-information>
    </entity>
    <modification modification-type="de-listed" effective-date="2016-03-01"/>
    <modification modification-type="listed" effective-date="2012-01-01"/>
  </target>
  <target ssid="103" sanctions-set-id="4387">
    <object object-type="vessel">
      <identity main="true">
        <name name-type="primary-name"><name-part order="1"><value>Proba 2</value></name-part></name>
      </identity>
      <other-information>IMO Number: 1790183</other-information>
    </object>
    <modification modification-type="listed" effective-date="2017-01-01"/>
    <modification modification-type="de-listed" effective-date="2016-03-01"/>
  </target>
  <place ssid="900"><location>Minsk</location><area>Minsk Region</area><country iso-code="BY">Belarus</country></place>
</swiss-sanctions-list>"""

Write = Callable[..., Path]


@pytest.fixture
def seco(write: Write) -> ListFile:
    return read_seco(write("seco.xml", LIST))


def test_a_swiss_person_is_read_into_fields(seco: ListFile) -> None:
    person = seco.listings[0]

    assert person.schema == "Person"
    assert [date.text for date in person.birth_dates] == ["1961-05-09", "1962"]
    assert person.birth_places == ("Minsk, Minsk Region, Belarus",)
    assert person.countries == ("ru", "iq", "by")
    assert person.genders == ("male",)
    assert person.positions == ("Colonel",)
    assert person.identifiers == (
        Identifier(kind="passport", value="75 123", country="ru"),
        Identifier(kind="national_id", value="A-1"),
        Identifier(kind="un_reference", value="QDi.901"),
        Identifier(kind="inn", value="7804040302"),
    )
    text = "Test Club, ul. Proby 4, P.O. Box 7, 220029 Minsk, Minsk Region, Belarus (until 2019)"
    assert person.addresses == (Address(text=text, city="Minsk", country="by"),)


def test_swiss_names_come_in_the_order_of_their_parts_and_in_every_script(seco: ListFile) -> None:
    assert seco.listings[0].names == (
        ListedName(text="Testov Ivan", kind="primary", language="en"),
        ListedName(text="Тестов Иван", language="ru"),
        ListedName(text="Testoff Ivan", language="ru"),
        ListedName(text="Vanya", kind="weak"),
        ListedName(text="Ivan Prober", kind="former"),
        ListedName(text="ايفان", kind="former"),
        ListedName(text="Ali Prova"),
    )


def test_a_spelling_of_a_part_of_a_name_alone_is_weak(write: Write) -> None:
    spelled = LIST.replace('<spelling-variant lang="rus" script="CYRL">Иван</spelling-variant>', "")

    assert (
        ListedName(text="Тестов", kind="weak", language="ru") in read_seco(write("seco.xml", spelled)).listings[0].names
    )


def test_a_swiss_designation_says_by_which_ordinance_when_and_why(seco: ListFile) -> None:
    (designation,) = seco.listings[0].designations

    assert (designation.list_id, designation.entity_id) == ("ch_seco", "101")
    assert designation.programs == ("Ordinance of 1 June 2016 on measures against Testland",)
    assert designation.legal_act == "Ordinance of 1 June 2016 on measures against Testland, article 12"
    assert (designation.listed_on, designation.delisted_on) == (PartialDate("2022-03-02"), None)
    assert designation.amended_on == (PartialDate("2023-01-12"),)
    assert designation.reason == "Head of the Test Works. INN: 7804040302"


def test_a_target_taken_off_the_list_says_when(seco: ListFile) -> None:
    (designation,) = seco.listings[1].designations

    assert (designation.listed_on, designation.delisted_on) == (PartialDate("2012-01-01"), PartialDate("2016-03-01"))
    assert designation.programs[1] == "sanctions set 5000"


def test_a_target_put_on_the_list_again_is_listed(seco: ListFile) -> None:
    (designation,) = seco.listings[2].designations

    assert (designation.listed_on, designation.delisted_on) == (PartialDate("2017-01-01"), None)


def test_a_swiss_company_and_vessel_bear_their_numbers(seco: ListFile) -> None:
    company, vessel = seco.listings[1:]

    assert (company.schema, vessel.schema) == ("Company", "Vessel")
    assert company.birth_dates == ()
    assert company.addresses == (Address(text="Mira 1, Minsk, Belarus", city="Minsk", country="by"),)
    assert {(found.kind, found.value) for found in company.identifiers} == {
        ("website", "https://test.example/works"),
        ("email", "info@test.example"),
        ("phone", "+375 17 200 00 01"),
    }
    assert vessel.identifiers == (Identifier(kind="imo", value="1790183"),)


def test_a_relation_names_the_other_target(seco: ListFile) -> None:
    assert seco.listings[0].links == (
        Link(kind="linked", to_name="Test Works OJSC", to_id=(SECO, EntityId("102")), source="related-to"),
    )


def test_the_date_in_the_swiss_file_is_its_version(seco: ListFile, write: Write) -> None:
    assert seco.version.version == "2026-08-27"
    undated = write("seco.xml", LIST.replace('date="2026-08-27"', ""))
    assert read_seco(undated, version="2020-01-01").version.version == "2020-01-01"


def test_a_vessel_without_a_name_is_skipped_and_a_second_target_too(write: Write) -> None:
    more = '<target ssid="104"><object object-type="vessel"/></target><target ssid="101"><entity><identity><name>'
    more += "<name-part><value>Twice</value></name-part></name></identity></entity></target></swiss-sanctions-list>"

    file = read_seco(write("seco.xml", LIST.replace("</swiss-sanctions-list>", more)))

    assert file.version.entities == 3
    assert [skip.reason for skip in file.skipped] == ["target 104 without an identity", "entry 101 a second time"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (LIST[:-200], "breaks off"),
        ("<export/>", "begins with <export>"),
        ("<swiss-sanctions-list/>", "0 entries"),
        ('<!DOCTYPE x [<!ENTITY a "aa">]><swiss-sanctions-list>&a;</swiss-sanctions-list>', "document type"),
        (LIST.replace("<value>", "<text>").replace("</value>", "</text>"), "2 that cannot be used"),
    ],
)
def test_a_swiss_file_that_is_none_is_refused(write: Write, text: str, found: str) -> None:
    with pytest.raises(ListError, match=found):
        read_seco(write("seco.xml", text))


def test_a_name_of_many_spellings_is_bounded(write: Write) -> None:
    part = "<name-part order='1'><value>a</value>" + "".join(
        f"<spelling-variant>{letter}</spelling-variant>" for letter in "bcdefghi"
    )
    name = f"<name name-type='primary-name'>{(part + '</name-part>') * 40}</name>"
    target = f"<target ssid='1'><entity><identity>{name}</identity></entity></target>"

    (listing,) = read_seco(write("s.xml", f"<swiss-sanctions-list>{target}</swiss-sanctions-list>")).listings

    assert len(listing.names) == 33


@pytest.mark.shared
def test_the_shared_swiss_list_is_whole(shared: Path) -> None:
    (path,) = (shared / "data/lists/ch_reconstructed").glob("*.xml.gz")
    file = read_seco(path)
    with gzip.open(path) as raw:
        targets = {target.get("ssid", ""): target for target in etree.parse(raw).getroot().iterfind("target")}
    with gzip.open(shared / "data/lists/switzerland/seco_2026-03.jsonl.gz", "rt", encoding="utf-8") as lines:
        derived = {json.loads(line)["ssid"] for line in lines}

    read = {listing.designations[0].entity_id: listing for listing in file.listings}
    assert len(targets) == len(file.listings) + len(file.skipped) == 8254
    assert set(targets) == derived == {*read, *(skip.reason.split()[1] for skip in file.skipped)}
    assert all(targets[skip.reason.split()[1]].find("object") is not None for skip in file.skipped)
    for ssid in random.Random(8254).sample(sorted(read), 200):
        assert_the_same(targets[ssid], read[EntityId(ssid)])


def assert_the_same(target: etree._Element, listing: Listing) -> None:
    names = target.findall(".//name")
    assert {name.text for name in listing.names} == {whole(name) for name in names} - {""}
    assert listing.caption == whole(names[0])
    weak = {whole(name) for name in names if name.get("quality") == "low"}
    assert {name.text for name in listing.names if name.kind == "weak"} == weak
    assert (listing.schema == "Person") == (target.find("individual") is not None)
    reason = " ".join((target.findtext(".//justification") or "").split())
    assert (listing.designations[0].reason or "").startswith(reason[:1_900])
    births = target.findall("individual//day-month-year")
    assert [date.text.replace("-0", "-") for date in listing.birth_dates] == [
        "-".join(filter(None, map(birth.get, ("year", "month", "day")))) for birth in births
    ]
    for street in target.iterfind(".//address-details"):
        assert any(" ".join((street.text or "").split()) in address.text for address in listing.addresses)


def whole(name: etree._Element) -> str:
    parts = sorted(name.iterfind("name-part"), key=lambda part: int(part.get("order", "")))
    values = [part.findtext("value") or "" for part in parts if part.get("name-part-type") != "title"]
    return " ".join(" ".join(values).split())
