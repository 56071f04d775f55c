"""Whole runs, measured: python -m bench.corpus.whole --pages 20000 --long 100000

One worker against two, Spark against local workers, five kills, memory over a long run, and how costs grow. It says how
far it is; stopped, the same command goes on with the run that was under way. Its folder, some gigabytes, is removed at
the end. `python -m bench corpus` does the same over fewer pages. NONGRATA_BENCH_HOME names a home with all lists.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import monotonic

from bench.__main__ import hold, write
from bench.corpus.costs import cost_lines
from bench.corpus.growth import as_svg, curves
from bench.corpus.made import make_archives, pools_of, quiet_shapes
from bench.corpus.runs import Ran, Step, kills, run
from bench.lists.official import FILES
from bench.quality import Score, add_lists
from bench.sections import Section
from bench.triage.first_look import tools_of

PAGES, LONG = 2_000, 4_000
WORK = "nongrata-bench-corpus"  # in the folder of temporary files


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How many pages the runs that are compared have, and the long one."""

    pages: int
    long: int


def section(shared: Path) -> Section:
    """Measure all over few pages."""
    return measured(shared, Size(pages=PAGES, long=LONG), Path(tempfile.gettempdir()) / WORK)


def measured(shared: Path, size: Size, work: Path) -> Section:
    """Measure all, each run once; what an earlier call measured over as many pages is not measured again."""
    folder = work / f"{size.pages}-{size.long}"
    folder.mkdir(parents=True, exist_ok=True)
    home = _home(shared, folder)
    tools = tools_of(home)
    os.environ["NONGRATA_HOME"] = str(home)  # for the commands that are run
    step = Step(folder)
    pools = step("choosing texts", partial(pools_of, shared, tools))
    shapes = quiet_shapes(shared, tools)
    archives = make_archives(folder / "pages", pools, shapes, size.pages)
    runs = {
        name: step.ran(name, partial(run, archives, folder / "out", *options))
        for name, options in (
            ("one worker", ("--workers", "1")),
            ("two workers", ("--workers", "2")),
            ("Spark, local[2]", ("--engine", "spark", "--master", "local[2]")),
        )
    }
    two = runs["two workers"]
    runs["killed and resumed"] = step.ran("kills", partial(kills, archives, folder / "out", about=two.seconds))
    long = make_archives(folder / "long", pools, shapes, size.long)
    runs["long, two workers"] = step.ran("the long run", partial(run, long, folder / "out", "--workers", "2"))
    costs = step("where the time goes", partial(cost_lines, archives, tools))
    grown = curves(shared, tools)
    same = [each.rows == runs["one worker"].rows for name, each in runs.items() if not name.startswith("long")]
    shutil.rmtree(folder)
    lines = [*_lines(runs, size, same), "", "### Where the time goes", "", *costs, "", "### Growth", "", *grown.lines]
    score = Score(name="corpus", digest=str(size), measures={"runs with the same rows": sum(same) / len(same)})
    return Section(
        digest=f"{size.pages:,} and {size.long:,} made pages",
        page=[*lines, "", "![growth](corpus/growth.svg)"],
        scores=[score],
        beside={"corpus/growth.svg": as_svg(grown)},
    )


def _home(shared: Path, folder: Path) -> Path:
    """Give a home with all official lists; one that is made here stays until the end."""
    told = os.environ.get("NONGRATA_BENCH_HOME")
    home = Path(told or folder / "home")
    if told is None and not (home / "lists").exists():
        add_lists(shared, FILES, home)
    return home


def _lines(runs: dict[str, Ran], size: Size, same: Sequence[bool]) -> list[str]:
    one, two, spark, killed, long = runs.values()
    return [
        "Pages are open texts in the shapes of real ones ([shapes](corpus/shapes.py)) whose own menus and boxes let no",
        "page pass, 250 in an archive; 3 % are made of a text that names a listed party, one in ten is not English.",
        "Memory is of the command and its workers, pages that they share counted once.",
        "",
        "| run | pages | seconds | of CPU | pages a second | once warm | peak MiB | MiB after a fifth, at the end |",
        "|---|---|---|---|---|---|---|---|",
        *(each.as_row(name) for name, each in runs.items()),
        "",
        "| measure | bar | reached |",
        "|---|---|---|",
        f"| two workers against one, wall | 1.8 | {one.seconds / two.seconds:.2f} |",
        f"| … CPU of one against CPU of two | | {one.cpu / two.cpu:.2f} |",
        f"| Spark’s rate against two local workers’, once warm | .8 | {spark.warm / two.warm:.2f} |",
        f"| … start included | | {two.seconds / spark.seconds:.2f} |",
        f"| rows of two workers, of Spark, of {killed.kills} kills and a resume equal to one worker’s | all | "
        f"{sum(same) - 1} of {len(same) - 1} |",
        f"| memory at the end of {size.long:,} pages against after a fifth of them | 1 | {long.growth:.2f} |",
        f"| pages that pass the first look; dossiers with a listed party | | {one.passed:.3f}; {one.listed:.3f} |",
        f"| CPU a page, all in | | {1000 * one.cpu / size.pages:.1f} ms |",
        f"| bytes a dossier, all tables | | {one.dossier_bytes:,} |",
    ]


def main() -> int:
    """Measure, and write the section."""
    parser = argparse.ArgumentParser(prog="bench.corpus.whole", description=__doc__)
    parser.add_argument("--pages", type=int, default=PAGES, help="of each of the runs that are compared")
    parser.add_argument("--long", type=int, default=LONG, help="of the run whose memory is watched")
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / WORK, help="where all is kept")
    parser.add_argument("--only-print", action="store_true", help="leave RESULTS.md and the floors as they are")
    args = parser.parse_args()
    began = monotonic()
    found = measured(Path(os.environ["NONGRATA_SHARED"]), Size(pages=args.pages, long=args.long), args.work)
    print("\n".join(found.page))
    print(f"{(monotonic() - began) / 60:.0f} minutes", file=sys.stderr)
    if args.only_print:
        return 0
    write("corpus", found)
    return 1 if hold(found.scores, accept=False) else 0


if __name__ == "__main__":
    raise SystemExit(main())
