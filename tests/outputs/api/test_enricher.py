"""nomenklatura's enricher for yente, as PyPI has it, finds and expands listed parties at our server unchanged."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import missing
from tests.outputs.api.server import Server

pytestmark = pytest.mark.ftm
ASK = Path(__file__).with_name("ask_enricher.py")


def test_the_enricher_finds_and_expands_a_listed_party(server: Server, tmp_path: Path) -> None:
    python = python_with_nomenklatura()
    told = subprocess.run(
        [python, str(ASK), f"{server.url}/", str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=120,
        stdin=subprocess.DEVNULL,
    )

    assert told.returncode == 0, told.stderr
    matched, *expanded = told.stdout.splitlines()
    assert matched.startswith("Person ")
    assert "Vladimir" in matched
    assert "Sanction" in {line.split()[0] for line in expanded}


def python_with_nomenklatura() -> str:
    """Give a Python that has nomenklatura: this one, or the one that NONGRATA_PEERS names."""
    peers = os.environ.get("NONGRATA_PEERS")
    for python in (sys.executable, *([str(Path(peers) / "bin" / "python")] if peers else [])):
        found = subprocess.run([python, "-c", "import nomenklatura.enrich.yente"], capture_output=True)
        if found.returncode == 0:
            return python
    missing("ftm", "nomenklatura is not installed: it needs PyICU, which is compiled")
    raise AssertionError  # pragma: no cover - missing() never returns
