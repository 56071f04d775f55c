"""Stakes as registers and people hand them out."""

from __future__ import annotations

import io
import json
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from nongrata.ownership import Stake, exposure
from nongrata.ownership.holder import Holder
from nongrata.ownership.registers.from_bods import stakes_in_bods
from nongrata.ownership.registers.from_csv import stakes_in_csv
from nongrata.ownership.registers.from_ftm import stakes_in_ftm
from nongrata.ownership.registers.from_gleif import stakes_in_gleif
from nongrata.ownership.registers.from_gleif_csv import stakes_in_gleif_csv
from nongrata.ownership.registers.from_psc import stakes_in_psc
from nongrata.values import ListError, Skipped

Row = Stake | Holder | Skipped
Reader = Callable[[Path], Iterator[Row]]
FIXTURES = "data/ownership/bods_samples/bods-v04-fixtures"


def told(stakes: list[Row]) -> list[tuple[str, str, str, str]]:
    return [(each.owner, each.owned, each.kind, str(each.share)) for each in stakes if isinstance(each, Stake)]


def reasons(stakes: list[Row]) -> list[str]:
    return [each.reason for each in stakes if isinstance(each, Skipped)]


def test_a_table_of_ones_own_is_read_and_its_bad_rows_are_named(tmp_path: Path) -> None:
    path = tmp_path / "stakes.csv"
    path.write_text("Owner,Company,Percentage,since\nVolkov,Mill,50%,2019\n,Mill,5,\nOrlova,Mill,a lot,\n", "utf-8")

    found = list(stakes_in_csv(path))

    assert told(found) == [("Volkov", "Mill", "shares", "50 %"), ("Orlova", "Mill", "shares", "an untold share")]
    assert reasons(found) == ["a stake without owner or owned: wanted a name or id for both"]
    assert (
        exposure([each for each in found if isinstance(each, Stake)], ["Volkov"], "us_ofac")["Mill"].verdict
        == "blocked"
    )


def test_a_query_of_wikidata_has_items_labels_and_proportions(tmp_path: Path) -> None:
    path = tmp_path / "query.csv"
    rows = ["company,companyLabel,owner,ownerLabel,proportion,start", "http://www.wikidata.org/entity/Q1,Mill,"]
    rows[1] += "http://www.wikidata.org/entity/Q2,Volkov Holding,0.515,2019-03-01T00:00:00Z"
    path.write_text("\n".join(rows), "utf-8")

    mill, holding, stake = sorted(stakes_in_csv(path), key=lambda row: (isinstance(row, Stake), str(row)))

    assert isinstance(stake, Stake)
    assert (stake.owner, stake.owned, str(stake.share), str(stake.since)) == ("Q2", "Q1", "51.5 %", "2019-03-01")
    assert {each.name for each in (mill, holding) if isinstance(each, Holder)} == {"Mill", "Volkov Holding"}


def test_a_table_with_semicolons_tells_who_is_a_person(tmp_path: Path) -> None:
    path = tmp_path / "stakes.csv"
    head, row = "owner;owner_type;owner_birth_date;owned;share", "Arseny Volkov;person;1961-05-02;Mill;60"
    path.write_text(f"{head}\n{row}\n", "utf-8")

    person = next(each for each in stakes_in_csv(path) if isinstance(each, Holder))

    assert (person.name, person.schema, person.birth_dates) == ("Arseny Volkov", "Person", ("1961-05-02",))


GLEIF_CSV = """Relationship.StartNode.NodeID,Relationship.EndNode.NodeID,Relationship.RelationshipType,\
Relationship.RelationshipStatus,Relationship.Period.1.periodType,Relationship.Period.1.startDate,\
Relationship.Quantifiers.1.quantifierUnits,Relationship.Quantifiers.1.quantifierAmount
MILL,VOLKOV,IS_DIRECTLY_CONSOLIDATED_BY,ACTIVE,RELATIONSHIP_PERIOD,2019-01-01T00:00:00Z,PERCENTAGE,75.00
MILL,TOP,IS_ULTIMATELY_CONSOLIDATED_BY,ACTIVE,,,,
OLD,VOLKOV,IS_DIRECTLY_CONSOLIDATED_BY,INACTIVE,,,,
"""


@pytest.mark.parametrize(
    ("text", "stakes", "skipped"),
    [
        (GLEIF_CSV, 2, ["a relationship that is INACTIVE, since when is untold"]),
        (
            "LEI,Exception.Category,Exception.Reason.1\nMILL,DIRECT_ACCOUNTING_CONSOLIDATION_PARENT,NATURAL_PERSONS\n",
            0,
            ["declares no parent (DIRECT_ACCOUNTING_CONSOLIDATION_PARENT): NATURAL_PERSONS"],
        ),
        ("LEI,Entity.LegalName,Entity.LegalAddress.Country\nMILL,Mill GmbH,DE\n", 0, []),
    ],
)
def test_gleif_s_csv_says_what_its_xml_says(tmp_path: Path, text: str, stakes: int, skipped: list[str]) -> None:
    path = tmp_path / "golden-copy.csv"
    path.write_text(text, "utf-8")

    found = list(stakes_in_gleif_csv(path))

    assert (len(told(found)), reasons(found)) == (stakes, skipped)
    if stakes:
        assert told(found)[0] == ("VOLKOV", "MILL", "parent", "75 %")


def test_the_names_behind_the_leis_come_from_level_one(tmp_path: Path) -> None:
    path = tmp_path / "lei2.csv"
    path.write_text("LEI,Entity.LegalName,Entity.LegalAddress.Country\n5299MILL,Mill GmbH,DE\n", "utf-8")

    (holder,) = stakes_in_gleif_csv(path)

    assert isinstance(holder, Holder)
    assert (holder.id, holder.name, holder.countries, holder.numbers) == (
        "5299MILL",
        "Mill GmbH",
        ("de",),
        (("leiCode", "5299MILL"),),
    )


def test_bods_statements_describe_their_parties_in_both_shapes(tmp_path: Path) -> None:
    path = tmp_path / "bods.json"
    names = {"names": [{"fullName": "Jane Smith"}], "birthDate": "1975-06-20", "nationalities": [{"code": "GB"}]}
    newer = {"recordType": "person", "recordId": "rec-1", "recordDetails": names}
    older = {"statementType": "entityStatement", "statementID": "st-1", "name": "Mill", "identifiers": [{"id": "7"}]}
    path.write_text(json.dumps([newer, older]), "utf-8")

    person, company = stakes_in_bods(path)

    assert isinstance(person, Holder)
    assert isinstance(company, Holder)
    assert (person.id, person.names, person.schema, person.birth_dates, person.countries) == (
        "rec-1",
        ("Jane Smith",),
        "Person",
        ("1975-06-20",),
        ("gb",),
    )
    assert (company.id, company.name, company.numbers) == ("st-1", "Mill", (("registrationNumber", "7"),))


def test_a_table_without_owners_says_what_it_wants(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("name,age\nAnna,3\n", "utf-8")

    with pytest.raises(ListError, match=r"names\.csv:1: found no columns owner and owned; wanted a csv with a header"):
        list(stakes_in_csv(path))


def test_ownership_of_follow_the_money_is_read(tmp_path: Path) -> None:
    path = tmp_path / "entities.ftm.json"
    entities = [
        {"id": "1", "schema": "Ownership", "properties": {"owner": ["V"], "asset": ["M"], "percentage": ["51.5"]}},
        {"id": "2", "schema": "UnknownLink", "properties": {"subject": ["M"], "object": ["W"]}},
        {"id": "3", "schema": "Person", "properties": {"name": ["V"]}},
        {"id": "4", "schema": "Ownership", "properties": {"owner": ["V"]}},
    ]
    path.write_text("".join(json.dumps(each) + "\n" for each in entities), "utf-8")

    found = list(stakes_in_ftm(path))

    assert told(found) == [("V", "M", "shares", "51.5 %"), ("W", "M", "linked", "an untold share")]
    assert reasons(found) == ["Ownership without owner or asset"]


def test_the_bands_of_the_british_register_are_its_laws(tmp_path: Path) -> None:
    person = {
        "kind": "individual-person-with-significant-control",
        "links": {"self": "/company/1/persons-with-significant-control/individual/a"},
        "natures_of_control": [
            "ownership-of-shares-50-to-75-percent",
            "voting-rights-75-to-100-percent-as-trust",
            "right-to-appoint-and-remove-directors",
        ],
        "notified_on": "2016-04-06",
    }
    secret = {"kind": "super-secure-person-with-significant-control", "description": "super-secure"}
    path = tmp_path / "psc.txt"
    lines = [{"company_number": "1", "data": person}, {"company_number": "1", "data": secret}]
    path.write_text("\n".join(map(json.dumps, lines)), "utf-8")

    found = list(stakes_in_psc(path))

    company = next(each for each in found if isinstance(each, Holder))
    assert (company.id, company.numbers[1]) == ("GB-COH-00000001", ("registrationNumber", "00000001"))
    assert [row[2:] for row in told(found)] == [
        ("shares", "more than 50 to 75 %"),
        ("votes", "75 to 100 %"),
        ("control", "an untold share"),
    ]
    assert reasons(found) == ["no person who holds: super-secure"]


def test_an_indirect_interest_may_be_the_chain_told_again(tmp_path: Path) -> None:
    interest = {"type": "shareholding", "directOrIndirect": "indirect", "share": {"exact": 60}}
    details = {"subject": "mill", "interestedParty": "volkov", "interests": [interest]}
    path = tmp_path / "bods.json"
    path.write_text(json.dumps([{"recordType": "relationship", "recordDetails": details}]), "utf-8")

    found = [each for each in stakes_in_bods(path) if isinstance(each, Stake)]

    assert exposure(found, ["volkov"], "us_ofac")["mill"].verdict == "depends"


@pytest.mark.parametrize("reader", [stakes_in_bods, stakes_in_psc, stakes_in_ftm, stakes_in_csv, stakes_in_gleif])
@pytest.mark.parametrize(
    "content",
    [b"", b"[" * 100_000, b"\x00\xff\n", b'{"a": [1, {}]}\n[]\n3\n', b'[{"recordType": "relationship"}, 4]\n'],
)
def test_what_is_no_register_gives_reasons_never_a_traceback(tmp_path: Path, reader: Reader, content: bytes) -> None:
    path = tmp_path / "hostile"
    path.write_bytes(content)

    try:
        found = list(reader(path))
    except ListError as error:
        assert "wanted" in str(error)
    else:
        assert not told(found)


GLEIF = """<rr:RelationshipData xmlns:rr="http://www.gleif.org/data/schema/rr/2016"><rr:RelationshipRecords>
{}</rr:RelationshipRecords></rr:RelationshipData>"""
PARENT = """<rr:RelationshipRecord><rr:Relationship><rr:StartNode><rr:NodeID>MILL</rr:NodeID></rr:StartNode>
<rr:EndNode><rr:NodeID>VOLKOV</rr:NodeID></rr:EndNode><rr:RelationshipType>{}</rr:RelationshipType>
<rr:RelationshipStatus>{}</rr:RelationshipStatus></rr:Relationship></rr:RelationshipRecord>"""


def test_a_parent_by_consolidation_is_an_owner_of_an_untold_share(tmp_path: Path) -> None:
    path = tmp_path / "rr.xml"
    records = [("IS_DIRECTLY_CONSOLIDATED_BY", "ACTIVE"), ("IS_ULTIMATELY_CONSOLIDATED_BY", "ACTIVE")]
    lapsed = ("IS_DIRECTLY_CONSOLIDATED_BY", "INACTIVE")
    path.write_text(GLEIF.format("".join(PARENT.format(*each) for each in [*records, lapsed])), "utf-8")

    found = list(stakes_in_gleif(path))

    assert [row[2] for row in told(found)] == ["parent", "linked"]
    assert reasons(found) == ["a relationship that is INACTIVE, since when is untold"]
    answer = exposure([each for each in found if isinstance(each, Stake)], ["VOLKOV"], "us_ofac")["MILL"]
    assert answer.verdict == "unknown"


def test_an_entity_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "rr.xml"
    path.write_text(
        '<!DOCTYPE a [<!ENTITY b "bb">]><a><b><RelationshipRecord>&b;</RelationshipRecord></b></a>', "utf-8"
    )

    with pytest.raises(ListError, match="wanted"):
        list(stakes_in_gleif(path))


@pytest.mark.shared
@pytest.mark.parametrize("name", ["rr-data.xml", "repex-data.xml"])
def test_gleifs_own_records_are_stakes_or_reasons(shared: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    packed = (shared / "data/ownership/gleif_samples/bodspipelines_fixtures.tar.gz").read_bytes()
    with tarfile.open(fileobj=io.BytesIO(packed)) as files:
        member = next(each for each in files if each.name.endswith("/" + name))
        file = files.extractfile(member)
        assert file is not None
        path.write_bytes(file.read())

    found = list(stakes_in_gleif(path))

    assert len(found) >= 10
    assert all(isinstance(each, Stake) == name.startswith("rr") for each in found)


@pytest.mark.shared
def test_a_direct_owner_keeps_shares_and_votes_apart(shared: Path) -> None:
    found = list(stakes_in_bods(shared / FIXTURES / "core/01-direct-ownership.json"))

    assert [row[2:] for row in told(found)] == [("shares", "75 %"), ("votes", "75 %")]
    answers = exposure([each for each in found if isinstance(each, Stake)], ["rec-jane-smith-1975"], "uk")
    assert answers["rec-acme-holdings-ltd"].verdict == "blocked"


@pytest.mark.shared
def test_owners_of_each_other_are_both_kept_and_block_nobody(shared: Path) -> None:
    found = list(stakes_in_bods(shared / FIXTURES / "edge-cases/10-circular-ownership.json"))

    answers = exposure([each for each in found if isinstance(each, Stake)], [], "us_ofac")
    assert len(told(found)) == 2
    assert {answer.verdict for answer in answers.values()} == {"not blocked"}
    assert "circle" in answers.conflicts[0].says


@pytest.mark.shared
def test_an_owner_declared_unknown_keeps_the_reason_and_becomes_nobody(shared: Path) -> None:
    found = list(stakes_in_bods(shared / FIXTURES / "edge-cases/11-anonymous-person.json"))

    assert told(found) == []
    assert reasons(found) == ["the owner is declared unknown: subjectUnableToConfirmOrIdentifyBeneficialOwner"]


@pytest.mark.shared
def test_a_hundred_statements_give_a_hundred_stakes(shared: Path) -> None:
    found = list(stakes_in_bods(shared / "data/ownership/bods_samples/bods_0.4_sample_300_statements.json"))

    assert (len(told(found)), len(reasons(found))) == (100, 0)


@pytest.mark.shared
def test_the_lines_of_the_british_register_are_stakes_or_reasons(shared: Path, tmp_path: Path) -> None:
    path = tmp_path / "psc.txt"
    packed = (shared / "data/ownership/psc_samples/register-sources-psc_fixtures.tar.gz").read_bytes()
    with tarfile.open(fileobj=io.BytesIO(packed)) as files:
        texts = [json.load(file) for each in files if (file := files.extractfile(each)) and each.name.endswith(".json")]
    path.write_text("\n".join(map(json.dumps, texts)), "utf-8")

    found = list(stakes_in_psc(path))

    assert len(found) >= len(texts) - 1  # all but the line of totals
    assert ("shares", "more than 25 to 50 %") in {row[2:] for row in told(found)}
