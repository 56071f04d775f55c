"""Read labelled stories in this process, and score their dossiers by the shared scorer."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from nongrata import Desk, Dossier, as_json

Row = Mapping[str, Any]  # as the scorer reads one: text, published, parties …


def score_rows(shared: Path, rows: Iterable[Row], desk: Desk) -> Mapping[str, float]:
    """Give the scorer's measures of what the desk makes of these stories."""
    told = json.loads(_scored(shared, rows, desk, "--json"))
    return {name: row[0] for name, row in told.items() if row[0] is not None}


def details_of(shared: Path, rows: Iterable[Row], desk: Desk) -> str:
    """Give what the scorer says of each miss, and its measures in lines."""
    return _scored(shared, rows, desk, "--details")


def _scored(shared: Path, rows: Iterable[Row], desk: Desk, option: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        gold = Path(folder) / "gold.jsonl"
        with gold.open("w", encoding="utf-8") as lines:
            for row in rows:
                lines.write(json.dumps(dict(row)) + "\n")
                dossier = desk.read_text(row["text"], published=_day(row))
                if isinstance(dossier, Dossier):
                    (Path(folder) / f"{row['id']}.json").write_text(json.dumps(as_json(dossier)), encoding="utf-8")
        command: list[str | Path] = [
            sys.executable,
            shared / "score_stories.py",
            gold,
            "--dossiers",
            folder,
            option,
        ]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def _day(row: Row) -> date | None:
    with suppress(TypeError, ValueError):
        return date.fromisoformat(row["published"])
    return None
