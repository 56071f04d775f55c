"""Run the shared scorer on labelled stories, through the command that users run."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

# What a labelled story is read with: the starter list alone, and real lists beside it.
LISTS: dict[str, tuple[str, ...]] = {
    "starter list": (),
    "with OFAC and UN": (
        "ofac_sdn_series/sdn_2024-05-03.csv.gz",
        "ofac_2025-01_add_alt/alt.csv.gz",
        "ofac_2025-01_add_alt/add.csv.gz",
        "un/un_consolidated_2026-08-01.xml.gz",
    ),
}
SETS: dict[str, str] = {"seed story": "seed/gold.json", "eight stories": "data/gold/stories"}
# Real articles with labelled parties only: four minutes, so for the bench and not for every test run.
LONG_SETS: dict[str, str] = {"73 articles": "data/gold/articles.jsonl"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How well one set was read with some lists."""

    name: str
    digest: str  # of the labels, so that a floor is only held against the set it was measured on
    measures: dict[str, float]


def score(shared: Path, home: Path, *, labels: str, name: str) -> Score:
    """Read each story of a labelled set with the lists of `home`, and score the dossiers."""
    gold = shared / labels
    reading = f"{_command()} read {{file}} --published {{date}} --json"
    told = _run([sys.executable, shared / "score_stories.py", gold, "--run", reading, "--json"], home)
    measures = {key: round(row[0], 4) for key, row in json.loads(told).items() if row[0] is not None}
    return Score(name=name, digest=_digest(gold), measures=measures)


def add_lists(shared: Path, names: Sequence[str], home: Path) -> None:
    """Load list files into a home of their own; with none, the starter list is what there is."""
    if names:
        _run([_command(), "lists", "add", *(shared / "data" / "lists" / name for name in names)], home)


def _command() -> Path:
    return Path(sys.executable).with_name("nongrata")


def _run(command: Sequence[str | Path], home: Path) -> str:
    env = {**os.environ, "NONGRATA_HOME": str(home)}
    return subprocess.run(
        command, env=env, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True
    ).stdout


def _digest(gold: Path) -> str:
    files = [gold] if gold.is_file() else sorted(gold.glob("*.json"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
