"""Read labelled stories in this process, and score their dossiers by the shared scorer.

python -m bench.reading.read_rows SHARED HOME [FOLDER…] prints what came out wrong in the stories of our own.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from bench.reading.named import FOLDERS, as_row, read_stories
from nongrata import Desk, Dossier, Settings, as_json, open_desk

Row = Mapping[str, Any]  # as the scorer reads one: text, published, parties …


def score_rows(
    shared: Path, rows: Iterable[Row], desk: Desk, *, lists: frozenset[str] | None = None
) -> Mapping[str, float]:
    """Give the scorer's measures of what the desk makes of these stories; with `lists`, by matches of these alone."""
    told = json.loads(_scored(shared, rows, desk, "--json", lists))
    return {name: row[0] for name, row in told.items() if row[0] is not None}


def details_of(shared: Path, rows: Iterable[Row], desk: Desk) -> str:
    """Give what the scorer says of each miss, and its measures in lines."""
    return _scored(shared, rows, desk, "--details", None)


def _scored(shared: Path, rows: Iterable[Row], desk: Desk, option: str, lists: frozenset[str] | None) -> str:
    with tempfile.TemporaryDirectory() as folder:
        gold = Path(folder) / "gold.jsonl"
        with gold.open("w", encoding="utf-8") as lines:
            for row in rows:
                lines.write(json.dumps(dict(row)) + "\n")
                dossier = desk.read_text(row["text"], published=_day(row))
                if isinstance(dossier, Dossier):
                    told = json.dumps(_by_lists(as_json(dossier), lists))
                    (Path(folder) / f"{row['id']}.json").write_text(told, encoding="utf-8")
        command: list[str | Path] = [
            sys.executable,
            shared / "score_stories.py",
            gold,
            "--dossiers",
            folder,
            option,
        ]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def _by_lists(dossier: dict[str, Any], lists: frozenset[str] | None) -> dict[str, Any]:
    """Give the dossier with the matches of these lists alone."""
    for party in (party for story in dossier["stories"] for party in story["parties"]) if lists else ():
        party["matches"] = [match for match in party["matches"] if match["list"] in (lists or ())]
    return dossier


def _day(row: Row) -> date | None:
    with suppress(TypeError, ValueError):
        return date.fromisoformat(row["published"])
    return None


def main() -> int:
    """Print what the scorer says of the stories in each folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("home", type=Path, help="a home with the lists to screen against")
    parser.add_argument("folder", type=Path, nargs="*", default=[*FOLDERS.values()])
    asked = parser.parse_args()
    desk = open_desk(Settings(home=asked.home))
    for folder in asked.folder:
        print(folder.name, details_of(asked.shared, map(as_row, read_stories(folder)), desk), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
