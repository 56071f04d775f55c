"""`nongrata screen` as an analyst, a script and a terminal meet it."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.command import Told, run

Ask = Callable[..., Told]

pytestmark = pytest.mark.usefixtures("alone")
TABLE = """Customer No;Name;DOB;Nationality;Type
C-1;Vladimir Putin;7.10.1952;RU;person
C-2;Anna Orlova;1960;LV;person
C-3;;;;
C-4;12345;;;
C-5;김정은;;KP;person
"""


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Work in a folder of its own that holds a table, without lists of its own."""
    monkeypatch.setenv("NONGRATA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)
    Path("customers.csv").write_text(TABLE, encoding="utf-8")


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Ask:
    """Run a command in this process."""
    return lambda *words: run(capsys, *words)


def lines_of(text: str) -> list[dict[str, str]]:
    """Give the lines of a csv."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def objects_of(text: str) -> list[dict[str, Any]]:
    """Give the objects on lines."""
    return [json.loads(line) for line in text.splitlines()]


def test_a_name_is_shown_with_the_listed_party_and_its_listings(ask: Ask) -> None:
    told = ask("screen", "Vladimir Putin", "Anna Orlova")

    assert (told.status, told.err) == (0, "")
    assert told.out.index("PUTIN, Vladimir Vladimirovich") < told.out.index("US 35096")
    assert "born 7 October 1952" in told.out
    assert "· Anna Orlova  no match" in told.out
    assert "a sample" in told.out


def test_every_row_of_a_table_is_in_the_answers_once(ask: Ask) -> None:
    told = ask("screen", "customers.csv", "--format", "csv")
    lines = lines_of(told.out)

    assert told.status == 3
    assert [line["row"] for line in lines if line["verdict"] != "possible"][-1] != ""
    assert list(dict.fromkeys(line["row"] for line in lines)) == ["2", "3", "4", "5", "6"]
    first, *_ = lines
    assert (first["id"], first["name"], first["verdict"]) == ("C-1", "Vladimir Putin", first["verdict"])
    assert first["listed_as"] == "PUTIN, Vladimir Vladimirovich"
    assert dict(zip(first["lists"].split("; "), first["entity_ids"].split("; "), strict=True))["us_ofac_sdn"] == "35096"
    by_row = {line["row"]: line for line in lines}
    assert by_row["3"]["verdict"] == "no match"
    assert [by_row["4"][cell] for cell in ("verdict", "reasons", "exposure")] == ["skipped", "found no name", ""]
    assert by_row["5"]["reasons"].startswith("found a number instead of a name")
    assert by_row["6"]["listed_as"] == "KIM, Jong Un"
    assert "5 rows: " in told.err
    assert "left out" not in told.err


def test_reasons_are_given_where_they_are_asked_for(ask: Ask) -> None:
    (row,) = objects_of(ask("screen", "Vladimir Putin", "--format", "jsonl", "--explain").out)
    assert {bool(hit["reasons"]) for hit in row["hits"]} == {True}

    (bare,) = objects_of(ask("screen", "Vladimir Putin", "--format", "jsonl").out)
    assert {"reasons" in hit for hit in bare["hits"]} == {False}


def test_who_is_ruled_out_is_shown_where_that_is_asked_for(ask: Ask) -> None:
    def verdicts(*options: str) -> set[str]:
        words = ("screen", "Vladimir Putin", "--birth-date", "1981-03-04", "--country", "nz", "--format", "jsonl")
        (row,) = objects_of(ask(*words, *options).out)
        assert row["verdict"] == "no match"
        return {hit["verdict"] for hit in row["hits"]}

    assert verdicts() == set()
    assert verdicts("--rejected") == {"rejected"}


def test_json_says_what_it_was_made_with(ask: Ask) -> None:
    told = json.loads(ask("screen", "customers.csv", "--json", "--as-of", "2024-01-01").out)

    assert told["schema"] == "nongrata/screening/1"
    assert (told["made_by"]["as_of"], list(told["made_by"]["lists"])) == ("2024-01-01", ["starter"])
    assert [row["verdict"] == "skipped" for row in told["rows"]] == [False, False, True, True, False]
    assert json.loads(ask("screen", "Anna Orlova", "--json").out)["rows"][0]["hits"] == []


def test_as_of_asks_what_was_in_force_then(ask: Ask) -> None:
    def in_force(*options: str) -> bool | None:
        (row,) = objects_of(ask("screen", "Kim Jong Un", "--format", "jsonl", *options).out)
        (act,) = (act for act in row["hits"][0]["listings"] if act["list"] == "us_ofac_sdn")
        found: bool | None = act["in_force"]
        return found

    assert in_force() is True
    assert in_force("--as-of", "2010-01-01") is False


def test_only_the_lists_that_are_asked_for_are_shown(ask: Ask) -> None:
    (row,) = objects_of(ask("screen", "Vladimir Putin", "--format", "jsonl", "--list", "eu_fsf", "uk_fcdo").out)
    assert {act["list"] for hit in row["hits"] for act in hit["listings"]} == {"eu_fsf", "uk_fcdo"}

    assert "--list='eu': wanted one of " in ask("screen", "Putin", "--list", "eu").only_line


def test_what_is_told_of_a_name_goes_with_it(ask: Ask) -> None:
    (row,) = objects_of(ask("screen", "Vladimir Putin", "--id", "C-1", "--birth-date", "1952", "--format", "jsonl").out)
    assert (row["id"], row["notes"]) == ("C-1", [])

    assert "could not be read" in ask("screen", "Vladimir Putin", "--birth-date", "soon").only_line
    assert "--birth-date='1952': wanted names" in ask("screen", "customers.csv", "--birth-date", "1952").only_line


def test_a_company_with_a_date_under_date_of_birth_is_found_all_the_same(ask: Ask) -> None:
    Path("mixed.csv").write_text("name,dob\nSberbank,1991-06-20\nVladimir Putin,1952-10-07\n", encoding="utf-8")
    rows = objects_of(ask("screen", "mixed.csv", "--format", "jsonl").out)

    assert [row["verdict"] for row in rows] == ["match", "match"]


def test_a_formula_in_a_cell_stays_text(ask: Ask) -> None:
    Path("evil.csv").write_text('id,name\n=1+1,"+Ivan Orlov"\n@x,-Anna\n', encoding="utf-8")
    lines = lines_of(ask("screen", "evil.csv", "--format", "csv").out)

    assert [(line["id"], line["name"]) for line in lines] == [("'=1+1", "'+Ivan Orlov"), ("'@x", "'-Anna")]


def test_a_file_opens_in_a_spreadsheet_program_and_is_told_of(ask: Ask) -> None:
    told = ask("screen", "customers.csv", "--output", "hits.csv")
    data = Path("hits.csv").read_bytes()

    assert told.out == ""
    assert told.err.splitlines()[-1].endswith("Written to hits.csv")
    assert data.startswith("\ufeffrow,id,name,verdict".encode())
    assert lines_of(data.decode()) == lines_of(ask("screen", "customers.csv", "--format", "csv").out)
    assert sorted(path.name for path in Path().iterdir() if path.is_file()) == ["customers.csv", "hits.csv"]


def test_the_ending_of_the_file_says_what_to_write(ask: Ask) -> None:
    for ending, start in (("jsonl", '{"row": 2'), ("json", '{\n "schema"'), ("ftm.json", '{"id": "C-1"')):
        ask("screen", "customers.csv", "--output", f"hits.{ending}")
        assert Path(f"hits.{ending}").read_text(encoding="utf-8").startswith(start)


@pytest.mark.ftm
def test_followthemoney_takes_what_is_written(ask: Ask, ftm: str) -> None:
    told = ask("screen", "customers.csv", "--format", "ftm")

    checked = subprocess.run([ftm, "validate"], input=told.out, capture_output=True, text=True, check=True)
    assert len(checked.stdout.splitlines()) == len(told.out.splitlines())
    assert "skipped: row 4: found no name" in told.err


def test_entities_keep_their_ids_and_properties(ask: Ask) -> None:
    entity = {"id": "p1", "schema": "Person", "properties": {"name": ["Anna Orlova"], "notes": ["ours"]}}
    Path("in.ftm.json").write_text(json.dumps(entity) + "\n", encoding="utf-8")

    assert objects_of(ask("screen", "in.ftm.json", "--format", "ftm").out) == [entity]


def test_a_table_comes_by_a_pipe(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TABLE.encode())))

    assert len(objects_of(ask("screen", "-", "--format", "jsonl").out)) == 5


def test_rows_without_a_hit_are_counted_on_a_terminal(ask: Ask) -> None:
    Path("many.csv").write_text("name\n" + "Anna Orlova\n" * 40 + "Vladimir Putin\nAnna Orlova\n", encoding="utf-8")
    told = ask("screen", "many.csv")

    assert "· 40 names without a match (rows 2 to 41)" in told.out
    assert "row 42" in told.out
    assert "· Anna Orlova  row 43  no match" in told.out
    assert "42 rows: " in told.out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "found nothing to screen"),
        (("--list", "eu_fsf", "Vladimir Putin"), "eu_fsf, Vladimir Putin went to an option; names go first"),
        (("missing.csv",), "missing.csv: found no such file"),
        (("customers.csv", "Vladimir Putin"), "found customers.csv among 2 sources"),
        (("Putin", "--threshold", "2"), "--threshold='2': wanted a number from 0 to 1"),
        (("customers.csv", "--output", "hits.xlsx"), "--output='hits.xlsx': wanted a name that ends in .csv"),
        (("",), "found no words in it; wanted a name"),
        (("Putin", "--limit", "0"), "--limit='0': wanted a whole number from 1 to 1000"),
        (("Putin", "--schema", "Robot"), "--schema='Robot': wanted one of Person"),
        (("customers.csv", "--encoding", "klingon"), "--encoding='klingon': wanted an encoding"),
        (("customers.csv", "--encoding", "utf-16"), "found bytes of another encoding (UTF-16 stream does not"),
        (("customers.csv", "--encoding", "idna"), "found bytes of another encoding"),
        (("customers.csv", "--output", "pipe"), "--output='pipe': wanted the name of a file, and found a device"),
        (("Putin", "--country", "zz"), "the country 'zz' is none that we know; wanted such as"),
        (("customers.csv", "--delimiter", "ab"), "--delimiter='ab': wanted one character"),
        (("customers.csv", "--delimiter", ","), "wanted several columns with ',' between them"),
        (("customers.csv", "--name-column", "Nom"), "--name-column='Nom': wanted one of 'Customer No', 'Name'"),
        (("customers.csv", "--column", "shoe=Name"), "--column='shoe=Name': wanted KIND=HEAD"),
        (("customers.csv", "--output", "customers.csv"), "--output='customers.csv': wanted another file"),
        (("customers.csv", "--output", "no/where.csv"), "--output='no/where.csv': wanted a file in a folder"),
        (("customers.csv", "--output", "."), "--output='.': wanted the name of a file"),
        (("Putin", "--as-of", "soon"), "--as-of='soon': wanted a day"),
        (("",), ""),
    ],
)
def test_what_cannot_be_is_one_line_and_status_2(ask: Ask, words: tuple[str, ...], says: str) -> None:
    os.mkfifo("pipe")  # what is put in the place of a pipe or a device takes it away

    told = ask("screen", *words)

    assert told.status == 2
    assert len(told.err.splitlines()) <= 1
    assert says in told.err
    assert not list(Path().glob("*.part"))


def test_a_table_without_one_usable_row_is_status_2(ask: Ask) -> None:
    Path("bad.csv").write_text("name\n123\n456\n", encoding="utf-8")
    told = ask("screen", "bad.csv", "--format", "jsonl")

    assert told.status == 2
    assert [row["verdict"] for row in objects_of(told.out)] == ["skipped", "skipped"]


STAKES = "owner,owned,percent\nRosneft,Hafen Holding GmbH,60\nHafen Holding GmbH,Lotse AG,51\nRosneft,Kai KG,30\n"


def test_who_is_owned_by_a_listed_party_is_told_so_and_is_on_no_list(ask: Ask) -> None:
    Path("stakes.csv").write_text(STAKES, encoding="utf-8")
    names = ("Lotse AG", "Kai KG", "Quartz Bakery")

    table = ask("screen", *names, "--stakes", "stakes.csv")
    rows = lines_of(ask("screen", *names, "--stakes", "stakes.csv", "--format", "csv").out)
    entities = objects_of(ask("screen", "Lotse AG", "--stakes", "stakes.csv", "--format", "ftm").out)

    assert [(row["verdict"], row["exposure"]) for row in rows] == [
        ("no match", "owned"),
        ("no match", "linked"),
        ("no match", "none"),
    ]
    assert "US: blocked, 51 % in all: Rosneft › 60 % › Hafen Holding GmbH › 51 % › Lotse AG" in rows[0]["ownership"]
    assert "exposed through an owner" in table.out
    assert entities[0]["properties"]["topics"] == ["sanction.linked"]


def test_stakes_that_are_kept_answer_for_tables_too(ask: Ask) -> None:
    Path("stakes.csv").write_text(STAKES, encoding="utf-8")
    Path("names.csv").write_text("name\nLotse AG\nQuartz Bakery\n", encoding="utf-8")
    ask("own", "add", "stakes.csv")

    (owned, other) = objects_of(ask("screen", "names.csv", "--format", "jsonl").out)
    Path("half.jsonl").write_text(
        '{"name": "\\ud800 AG"}\n{"name": "Lotse AG", "registration_number": "\\ud800"}\n', "utf-8"
    )
    (half, whole) = objects_of(ask("screen", "half.jsonl", "--format", "jsonl").out)

    assert (owned["exposure"], other["exposure"]) == ("owned", "none")
    assert (half["verdict"], whole["exposure"]) == ("skipped", "owned")
    assert {each["result"] for each in owned["ownership"] if each["regime"] == "us"} == {"blocked"}
