"""Quality on the labelled stories and articles, through the command that users run, and a cold start's time.

The seed story and eight stories have all labels; 73 real articles have parties and listings only. Thirty stories of
our own, by four hands that had not seen the program, are labelled as the eight are and read with all lists.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.quality import LISTS, LONG_SETS, SETS, Score, add_lists, score
from bench.reading.speed import cold_start
from bench.sections import Section
from bench.triage.first_look import bench_home

OWN = {
    "fourteen of our own, all lists": Path(__file__).parent / "sets" / "twins",
    "sixteen later ones, all lists": Path(__file__).parent / "sets" / "twins_later",
    "twelve more, all lists": Path(__file__).parent / "sets" / "twins_third",
}


def measure(shared: Path) -> Section:
    """Score each set with each choice of lists, and time the seed story."""
    scores, speeds = [], {}
    for lists, files in LISTS.items():
        with tempfile.TemporaryDirectory() as home:
            add_lists(shared, files, Path(home))
            speeds[lists] = cold_start(shared / "seed" / "story.txt", Path(home))
            for name, labels in (SETS | LONG_SETS if files else SETS).items():
                scores.append(score(shared, Path(home), labels=labels, name=f"{name}, {lists}"))
                print(f"{scores[-1].name}: {len(scores[-1].measures)} measures", file=sys.stderr)
    with bench_home(shared) as home:
        scores.extend(score(shared, home, labels=str(labels), name=name) for name, labels in OWN.items())
    return Section(
        digest="; ".join(dict.fromkeys(_set_words(each) for each in scores)),
        page=_lines(scores, speeds),
        scores=scores,
    )


def _lines(scores: Sequence[Score], speeds: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Give the tables: one row per measure, one column per set and lists."""
    rows = sorted({measure for each in scores for measure in each.measures})
    return [
        "| one story, cold start | seconds | of CPU | peak MiB |",
        "|---|---|---|---|",
        *(f"| {lists} | {told['seconds']} | {told['cpu']} | {told['MiB']:.0f} |" for lists, told in speeds.items()),
        "",
        "| measure | " + " | ".join(each.name for each in scores) + " |",
        "|---" * (len(scores) + 1) + "|",
        *(f"| {row} | " + " | ".join(_cell(each, row) for each in scores) + " |" for row in rows),
    ]


def _cell(score: Score, row: str) -> str:
    return f"{score.measures[row]:.2f}" if row in score.measures else ""


def _set_words(score: Score) -> str:
    return f"{score.name.partition(',')[0]} `{score.digest[:16]}`"
