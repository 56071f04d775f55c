"""The peers are asked in an environment of their own, and nothing of them is needed here."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bench.screening.peers import Peers, find_python


def test_without_their_environment_there_are_no_peers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NONGRATA_PEERS", str(tmp_path))
    assert find_python() is None


def test_a_ratio_of_names_is_asked_in_another_process() -> None:
    """rapidfuzz is in Nongrata's environment too, so that this much of the worker can be tried in it."""
    peers = Peers(Path(sys.executable))
    ratio = next(matcher for matcher in peers.matchers() if matcher.name == "token_sort_ratio")
    names = [{"schema": "Person", "properties": {"name": [name]}} for name in ("Putin, Vladimir", "Igor Sechin")]
    asked = {"schema": "Person", "properties": {"name": ["vladimir putin"]}}
    (row,) = ratio.against([asked], names)
    peers.close()
    assert row[0] == 1.0
    assert row[1] < 0.5


def test_a_process_that_ended_is_told_as_such() -> None:
    peers = Peers(Path(sys.executable))
    with pytest.raises(ChildProcessError, match="ended, status 1"):
        peers.ask(do="pairs", no_such_argument=1)
