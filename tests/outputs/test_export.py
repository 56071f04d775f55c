"""`nongrata export`: what was kept, as other tools read it."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from nongrata.settings import Settings
from nongrata.store.opened import open_store
from nongrata.store.record import DossierId
from tests.command import run
from tests.store.made import Named, dossier_of

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
TEXT = '=HYPERLINK("x")\nVladimir Putin met Anna & <Orlova>.'


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DossierId:
    """The id of the one dossier in a store."""
    monkeypatch.setenv("NONGRATA_HOME", str(tmp_path / "home"))
    store = open_store(Settings(home=tmp_path / "home"))
    putin = Named(name="Vladimir Putin", listed=("us_ofac_sdn:35096",))
    found = store.dossiers.put(dossier_of(TEXT, putin, Named(name="Anna & <Orlova>"), events=1), at=NOW)
    store.close()
    return found.dossier


def test_json_lines_are_the_dossiers_as_they_were_answered(kept: DossierId, capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = run(capsys, "export").out.splitlines()

    assert json.loads(line)["text"] == TEXT
    assert run(capsys, "export", "--until", "2026-02-28").out == ""
    assert run(capsys, "export", kept).out == line + "\n"


def test_followthemoney_and_plover_come_from_what_was_kept(kept: DossierId, capsys: pytest.CaptureFixture[str]) -> None:
    entities = [json.loads(line) for line in run(capsys, "export", "--format", "ftm").out.splitlines()]
    events = [json.loads(line) for line in run(capsys, "export", "--format", "plover").out.splitlines()]

    assert {"Article", "Person", "Sanction"} <= {entity["schema"] for entity in entities}
    assert [event["event"] for event in events] == ["CONSULT"]


def test_the_tables_hold_no_formulas(kept: DossierId, capsys: pytest.CaptureFixture[str]) -> None:
    parties = list(csv.DictReader(io.StringIO(run(capsys, "export", "--format", "csv").out)))
    events = list(csv.DictReader(io.StringIO(run(capsys, "export", "--format", "events-csv").out)))

    assert [(row["name"], row["entity_id"], row["verdict"]) for row in parties] == [
        ("Vladimir Putin", "35096", "match"),
        ("Anna & <Orlova>", "", ""),
    ]
    assert {row["title"] for row in (*parties, *events)} == {"'" + '=HYPERLINK("x")'}
    assert [(row["actors"], row["recipients"]) for row in events] == [("Vladimir Putin", "Anna & <Orlova>")]


@pytest.mark.parametrize(("form", "node"), [("graphml", "node"), ("gexf", "node")])
def test_the_graphs_are_xml_and_each_party_is_one_node(
    kept: DossierId, form: str, node: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = run(capsys, "export", "--format", form, "--out", tmp_path / "graph")
    root = etree.fromstring((tmp_path / "graph").read_bytes())

    assert told.only_line == f"1 dossier written to {tmp_path / 'graph'}"
    ids = root.xpath(f"//*[local-name()='{node}']/@id")
    assert len(ids) == len(set(ids)) == 4, "two parties, a story, an entry"
    ends = {*root.xpath("//*[local-name()='edge']/@source"), *root.xpath("//*[local-name()='edge']/@target")}
    assert ends == set(ids)


def test_one_dossier_is_printed(
    kept: DossierId, chromium: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = run(capsys, "export", kept, "--format", "pdf", "--out", tmp_path / "dossier.pdf")

    assert told.status == 0
    assert (tmp_path / "dossier.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["nobody"], "found no such dossier"),
        (["--format", "pdf"], "the id of one dossier, and --out FILE"),
        (["--since", "yesterday"], "a day as YYYY-MM-DD"),
    ],
)
def test_what_cannot_be_exported_is_one_line(
    kept: DossierId, words: list[str], wanted: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert wanted in run(capsys, "export", *words).only_line
