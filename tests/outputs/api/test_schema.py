"""What our OpenAPI allows, and much that it does not, gives no fault of the server: schemathesis, for half a minute."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import missing
from tests.outputs.api.locked import Locked


def test_schemathesis_finds_no_fault_of_the_server(locked: Locked) -> None:
    beside = str(Path(sys.executable).parent)
    command = shutil.which("st", path=beside) or shutil.which("st")
    if command is None:
        missing("schemathesis", "schemathesis is not installed")
    told = subprocess.run(
        [
            *(str(command), "run", f"{locked.server.url}/openapi.json"),
            *("--header", f"Authorization: Bearer {locked.admin}"),
            *("--checks", "not_a_server_error", "--exclude-path-regex", "tokens"),
            *("--phases", "examples,coverage,fuzzing", "--max-examples", "8", "--max-time", "30"),
        ],
        capture_output=True,
        text=True,
        timeout=240,
        stdin=subprocess.DEVNULL,
    )

    assert told.returncode == 0, told.stdout[-3_000:]
    assert "failed" not in told.stdout.rpartition("Test cases:")[2]
