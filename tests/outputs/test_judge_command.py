"""`nongrata judge` and `nongrata audit`, as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command import STORY, run


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NONGRATA_HOME", str(tmp_path / "home"))
    return tmp_path


def test_a_judgement_is_said_shown_and_taken_back(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    who = ("--by", "mk", "--because", "a namesake")
    said = run(capsys, "judge", "say", "Vladimir Putin", "us_ofac_sdn:35096", "--not-same", *who)
    assert said.out == (
        "1 “Vladimir Putin” – PUTIN, Vladimir Vladimirovich (us_ofac_sdn:35096): not same, by mk on "
        + said.out[-23:-13]
        + ": a namesake\n"
    )
    assert run(capsys, "judge", "show", "putin").out == said.out
    assert run(capsys, "judge", "show", "kim").out == "nothing was judged yet\n"

    assert run(capsys, "judge", "back", "1", *who).out.startswith("2 taken back: “Vladimir Putin”")
    rows = json.loads(run(capsys, "judge", "show", "--json").out)["rows"]
    assert [row["stands"] for row in rows] == [False, False]
    audit = json.loads(run(capsys, "audit", "show", "--json").out)["rows"]
    assert [line["did"] for line in audit] == ["took back a judgement", "judged"]


def test_a_kept_story_is_read_again_when_its_party_is_judged(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "story.txt").write_text(STORY, "utf-8")
    run(capsys, "read", home / "story.txt", "--published", "2023-09-15", "--keep")
    told = run(capsys, "read", home / "story.txt", "--published", "2023-09-15", "--keep", "--json")
    facts = {party["name"] for party in json.loads(told.out)["stories"][0]["parties"]}
    assert "Vladimir Putin" in facts

    csv = home / "many.csv"
    csv.write_text("party,entry,verdict,because\nVladimir Putin,us_ofac_sdn:35096,unsure,\n", "utf-8")
    assert run(capsys, "judge", "bulk", csv, "--by", "mk").out == "1 judged\n"


def test_judgements_leave_and_come_back(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "judge", "say", "Ivan Petrov", "us_ofac_sdn:35096", "--same", "--by", "mk", "--country", "RU")
    run(capsys, "judge", "export", home / "lines.jsonl")

    told = run(capsys, "judge", "import", home / "lines.jsonl", "--by", "mk")
    assert told.out == "0 judgements taken in; the others were there\n"
    assert run(capsys, "judge", "export").out == (home / "lines.jsonl").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["say", "Ivan Petrov", "us_ofac_sdn:none", "--same", "--by", "mk"], "found no such entry on the lists in use"),
        (["say", "Ivan Petrov", "us_ofac_sdn:35096", "--same", "--by", " "], "found nobody who judges"),
        (["say", "", "us_ofac_sdn:35096", "--same", "--by", "mk"], "found no name"),
        (["say", "x" * 5_000, "us_ofac_sdn:35096", "--same", "--by", "mk"], "a name of 5,000 characters"),
        (
            ["say", "Ivan Petrov", "us_ofac_sdn:35096", "--same", "--by", "mk", "--country", "Narnia"],
            "country='Narnia'",
        ),
        (
            ["say", "Ivan Petrov", "us_ofac_sdn:35096", "--same", "--by", "mk", "--birth-date", "1952x"],
            "birth date='1952x'",
        ),
        (["back", "7", "--by", "mk"], "found no judgement 7 that stands"),
        (["back", "9" * 5_000, "--by", "mk"], "wanted a whole number from 1 to"),
        (["import", "none.jsonl", "--by", "mk"], "none.jsonl"),
    ],
)
def test_what_cannot_be_done_is_one_line(words: list[str], wanted: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = run(capsys, "judge", *words)

    assert told.status == 2
    assert wanted in told.only_line


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("C D,us_ofac_sdn:35096,perhaps", "many.csv:3: found the verdict 'perhaps'"),
        (
            f"{'x' * 200_000},us_ofac_sdn:35096,same",
            "found",
        ),  # too long a field, or a name: libraries raise csv's limit
        ("\0,us_ofac_sdn:35096,same", "found a control character"),
        ("C D,us_ofac_sdn:none,same", "found no such entry"),
    ],
    ids=["verdict", "long", "NUL", "entry"],
)
def test_a_bulk_file_is_taken_whole_or_not_at_all(
    rows: str, says: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    csv = home / "many.csv"
    csv.write_text(f"party,entry,verdict\nA B,us_ofac_sdn:35096,same\n{rows}\n", "utf-8")

    assert says in run(capsys, "judge", "bulk", csv, "--by", "mk").only_line
    assert run(capsys, "judge", "show").out == "nothing was judged yet\n"


def test_the_audit_log_is_whole_and_its_last_digest_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "judge", "say", "Ivan Petrov", "us_ofac_sdn:35096", "--same", "--by", "mk")
    told = run(capsys, "audit", "verify")
    digest = told.out.split()[-1]

    assert told.out.startswith("whole: 1 lines;")
    assert run(capsys, "audit", "verify", "--last", digest).status == 0
    assert "wanted a whole number" in run(capsys, "audit", "show", "--limit", "9" * 30).only_line
    gone = run(capsys, "audit", "verify", "--last", "f" * 64)
    assert (gone.status, "no longer there" in gone.out) == (2, True)
