"""The command as tests run it: in this process where they can, in one of its own where they must."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from nongrata.outputs.cli import main

STORY = (
    "MOSCOW, Sept 13 (Reuters) - North Korean leader Kim Jong Un (김정은), 39, met Russian President Vladimir Putin"
    " on Wednesday.\n\nKim said — “yes”. He left on Thursday.\n"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def only_line(self) -> str:
        """The one line on standard error; fails where there are more or none."""
        lines = self.err.splitlines()
        assert len(lines) == 1, f"wanted one line, found {lines}"
        assert "Traceback" not in self.err
        return lines[0]


def run(capsys: pytest.CaptureFixture[str], *words: str | Path) -> Told:
    """Run the command in this process."""
    capsys.readouterr()
    status = main([str(word) for word in words])
    shown = capsys.readouterr()
    return Told(status=status, out=shown.out, err=shown.err)


def run_apart(*words: str | Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own, with nothing to read."""
    return subprocess.run(
        command(words), env={**os.environ, **env}, capture_output=True, stdin=subprocess.DEVNULL, timeout=120
    )


def command(words: Sequence[str | Path]) -> list[str]:
    """Give the words that start the command."""
    return [sys.executable, "-m", "nongrata", *map(str, words)]
