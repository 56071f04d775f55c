"""Quality and speed on the labelled stories, screening beside its peers: python -m bench [--accept] [--all]

Writes bench/RESULTS.md; raises the floors of bench/floors.json where a measure got better. A measure below its floor
fails; --accept lowers the floor to it, and the diff shows so. --all measures the search over all lists anew too, with
ten times the lists: a quarter of an hour; without it, that part stays as it was measured last.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from bench.floors import falls, raised
from bench.lists import as_markdown as lists_as_markdown
from bench.quality import LISTS, LONG_SETS, SETS, Score, add_lists, score
from bench.screening import measure as measure_screening
from bench.speed import cold_start

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
RESULTS = HERE / "RESULTS.md"
PLOT = HERE / "calibration.svg"
SEARCH = "\n## Search over all lists"


def main() -> int:
    """Measure, write what was measured, and say what fell."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--accept", action="store_true", help="lower the floors to what was measured")
    parser.add_argument("--all", action="store_true", help="measure the search over all lists anew too")
    args = parser.parse_args()
    shared = Path(os.environ.get("NONGRATA_SHARED", HERE.parent.parent / "shared"))
    if not (shared / "score_stories.py").is_file():
        print(f"{shared} has no labelled stories: set NONGRATA_SHARED to the folder that has score_stories.py")
        return 2
    scores, speeds = measure(shared)
    page = as_markdown(scores, speeds, now=datetime.now(UTC))
    page += "\n" + "\n".join(lists_as_markdown(shared / "data" / "lists")) + "\n"
    screened = measure_screening(shared)
    page += "\n".join(["", "## Screening", "", *screened.page, "", f"![reliability]({PLOT.name})", ""])
    scores.append(Score(name=screened.name, digest=screened.digest, measures=screened.measures))
    page += search_section(shared, anew=args.all)
    RESULTS.write_text(page, encoding="utf-8")
    PLOT.write_text(screened.plot, encoding="utf-8")
    fallen = hold(scores, accept=args.accept)
    print(f"{RESULTS.relative_to(HERE.parent)} written; " + ("nothing fell" if not fallen else "fell:"))
    print("\n".join(fallen))
    return 1 if fallen else 0


def search_section(shared: Path, *, anew: bool) -> str:
    """Give the part on the search over all lists: measured in a process of its own, else as it stands in the page."""
    if not anew:
        _before, head, kept = (RESULTS.read_text(encoding="utf-8") if RESULTS.is_file() else "").partition(SEARCH)
        return head + kept
    told = subprocess.run([sys.executable, "-m", "bench.search", shared], check=True, stdout=subprocess.PIPE, text=True)
    return f"{SEARCH}\n\nMeasured on {datetime.now(UTC):%-d %B %Y}.\n\n{told.stdout}"


def measure(shared: Path) -> tuple[list[Score], dict[str, dict[str, float]]]:
    """Score each set with each choice of lists, and time the seed story."""
    scores, speeds = [], {}
    for lists, files in LISTS.items():
        with tempfile.TemporaryDirectory() as home:
            add_lists(shared, files, Path(home))
            speeds[lists] = cold_start(shared / "seed" / "story.txt", Path(home))
            for name, labels in (SETS | LONG_SETS if files else SETS).items():
                scores.append(score(shared, Path(home), labels=labels, name=f"{name}, {lists}"))
                print(f"{scores[-1].name}: {len(scores[-1].measures)} measures", file=sys.stderr)
    return scores, speeds


def hold(scores: list[Score], *, accept: bool) -> list[str]:
    """Compare with the floors and raise them; a set whose labels changed starts anew."""
    pinned = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}
    fallen = []
    for each in scores:
        known = pinned.get(each.name, {})
        floors = known["measures"] if known.get("set") == each.digest and not accept else {}
        fallen += [f"{each.name}: {line}" for line in falls(each.measures, floors)]
        pinned[each.name] = {"set": each.digest, "measures": {**floors, **raised(each.measures, floors)}}
    FLOORS.write_text(json.dumps(pinned, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return fallen


def as_markdown(scores: list[Score], speeds: dict[str, dict[str, float]], *, now: datetime) -> str:
    """Give the page: one row per measure, one column per set and lists."""
    names = [each.name for each in scores]
    rows = sorted({measure for each in scores for measure in each.measures})
    lines = [
        "# Results",
        "",
        f"Written by `make bench` on {now:%-d %B %Y}; README.md beside it says what is measured.",
        "",
        "Labels, by the SHA-256 of their files: " + "; ".join(dict.fromkeys(_set_words(each) for each in scores)) + ".",
        "",
        "| one story, cold start | seconds | of CPU | peak MiB |",
        "|---|---|---|---|",
        *(f"| {lists} | {told['seconds']} | {told['cpu']} | {told['MiB']:.0f} |" for lists, told in speeds.items()),
        "",
        "| measure | " + " | ".join(names) + " |",
        "|---" * (len(names) + 1) + "|",
    ]
    for row in rows:
        cells = [f"{each.measures[row]:.2f}" if row in each.measures else "" for each in scores]
        lines.append(f"| {row} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def _set_words(score: Score) -> str:
    return f"{score.name.partition(',')[0]} `{score.digest[:16]}`"


if __name__ == "__main__":
    raise SystemExit(main())
