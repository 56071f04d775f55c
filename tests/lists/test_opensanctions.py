"""OpenSanctions' targets.simple.csv, row by row."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from nongrata.lists import Address, Identifier, ListedName
from nongrata.lists.ftm.opensanctions import is_opensanctions_header, read_opensanctions_csv
from nongrata.values import ListError, PartialDate

Write = Callable[..., Path]

HEADER = (
    '"id","schema","name","aliases","birth_date","countries","addresses","identifiers","sanctions","phones","emails",'
    '"dataset","first_seen","last_seen","last_change"\n'
)
ORLOVA = (
    '"Q1","Person","Anna Orlova","A. Orlova;""Orlova; Anna""","1961-10-07;1962","ge-ab;ru","1 Beregovaya ul., Tver",'
    '"A 12","RUSSIA - Runs the yards - 2022-03-24","5551","anna@orlova.example","US OFAC SDN List",'
    '"2022-03-24","2026-08-01T10:00:00","2026-07-01"\n'
)
VESSEL = '"NK-2","Vessel","SEA LARK","","","ga","","IMO9172038","","","","EU list","2024-01-01","2026-08-01",""\n'
WALLET = '"NK-3","CryptoWallet","1Bq","","","","","1Bq","","","","US OFAC SDN List","2024-01-01","",""\n'


def test_a_row_is_read_into_fields(write: Write) -> None:
    file = read_opensanctions_csv(write("targets.simple.csv", HEADER + ORLOVA + VESSEL + WALLET))
    person, vessel = file.listings

    assert person.names == (
        ListedName(text="Anna Orlova", kind="primary"),
        ListedName(text="A. Orlova"),
        ListedName(text="Orlova; Anna"),
    )
    assert person.birth_dates == (PartialDate("1961-10-07"), PartialDate("1962"))
    assert person.countries == ("ge", "ru")
    assert person.addresses == (Address(text="1 Beregovaya ul., Tver"),)
    assert person.identifiers == (
        Identifier(kind="document", value="A 12"),
        Identifier(kind="phone", value="5551"),
        Identifier(kind="email", value="anna@orlova.example"),
    )
    assert person.designations[0].reason == "RUSSIA - Runs the yards - 2022-03-24"
    assert person.designations[0].authority == "US OFAC SDN List"
    assert vessel.identifiers == (Identifier(kind="imo", value="9172038"),)
    assert (file.version.list_id, file.version.version) == ("opensanctions", "2026-08-01")
    assert [skip.reason for skip in file.skipped] == ["1 rows that are no party: securities, wallets, addresses"]


def test_it_is_told_by_its_header() -> None:
    assert is_opensanctions_header(HEADER.replace('"', "").strip().split(","))
    assert not is_opensanctions_header(["id", "name", "schema"])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('"id","name"\n"1","Anna"\n', "columns id, name; wanted id, schema, name"),
        (HEADER, "0 entries"),
        (HEADER + ORLOVA + VESSEL[:20], "cut short|no csv"),
        (HEADER + ORLOVA + "1,2\n3,4\n", "2 that cannot be used"),
    ],
)
def test_a_file_that_cannot_be_trusted_is_refused(write: Write, content: str, said: str) -> None:
    with pytest.raises(ListError, match=said):
        read_opensanctions_csv(write("targets.simple.csv", content))
