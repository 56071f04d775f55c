"""Our judgements in nomenklatura's resolver, as PyPI has it, and its file with us."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.command import run
from tests.outputs.api.test_enricher import python_with_nomenklatura

pytestmark = pytest.mark.ftm
LOAD = Path(__file__).with_name("load_resolver.py")
JUDGED = (
    ("Ivan Petrov", "us_ofac_sdn:35096", "--not-same"),
    ("Vladimir Putin", "us_ofac_sdn:35096", "--same"),
    ("V. Putin", "us_ofac_sdn:35096", "--unsure"),
)


def test_nomenklatura_takes_our_judgements_and_we_take_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NONGRATA_HOME", str(tmp_path / "ours"))
    for party, entry, verdict in JUDGED:
        assert run(capsys, "judge", "say", party, entry, verdict, "--by", "mk", "--country", "ru").status == 0
    run(capsys, "judge", "back", "3", "--by", "mk", "--because", "asked his lawyer")
    ours, theirs = tmp_path / "ours.ijson", tmp_path / "theirs.ijson"
    run(capsys, "judge", "export", ours)

    told = subprocess.run(
        [python_with_nomenklatura(), str(LOAD), str(ours), str(theirs)], capture_output=True, text=True, timeout=120
    )
    assert told.returncode == 0, told.stderr
    assert told.stdout.split() == ["negative", "positive", "no_judgement", "no_judgement"]

    monkeypatch.setenv("NONGRATA_HOME", str(tmp_path / "new"))
    taken = run(capsys, "judge", "import", theirs, "--by", "anna")
    assert taken.status == 0, taken.err
    shown = run(capsys, "judge", "show").out
    assert "not same, by mk" in shown
    assert ": same, by mk" in shown
