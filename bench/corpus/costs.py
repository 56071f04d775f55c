"""Where the processors' time of a run goes: unpacking, looking, reading, rows, tables; one process, each part apart."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from time import process_time

from nongrata.corpus.output import Output
from nongrata.corpus.pages import pages_of
from nongrata.corpus.record import Counts
from nongrata.corpus.shards import shards_of
from nongrata.corpus.tables import Row, rows_of
from nongrata.corpus.tools import Tools
from nongrata.dossiers import Dossier
from nongrata.sources import Capture
from nongrata.triage import look_at

ARCHIVES = 4  # of 250 pages; the first of them warms up
DAY = "2024-05-17"


def cost_lines(archives: Sequence[Path], tools: Tools) -> list[str]:
    """Give the table."""
    _measured(archives[:1], tools)
    took, counts = _measured(archives[1:ARCHIVES] or archives, tools)
    whole = sum(took.values())
    return [
        "| what | CPU | of the whole |",
        "|---|---|---|",
        *(
            f"| {what} | {1000 * seconds / counts[what]:.2f} ms a {_UNITS[what]} | {seconds / whole:.0%} |"
            for what, seconds in sorted(took.items(), key=lambda row: -row[1])
        ),
        f"| a page, all in | {1000 * whole / counts['unpacking']:.1f} ms | |",
    ]


_UNITS = {"unpacking": "page", "first look": "page", "full reading": "reading", "rows": "reading", "tables": "part"}


def _measured(archives: Sequence[Path], tools: Tools) -> tuple[dict[str, float], dict[str, int]]:
    """Do what a worker does, with a clock."""
    assert tools.sieve is not None
    took: defaultdict[str, float] = defaultdict(float)
    counts: defaultdict[str, int] = defaultdict(int)
    last = process_time()

    def count(what: str) -> None:
        nonlocal last
        now = process_time()
        took[what] += now - last
        counts[what] += 1
        last = now

    with tempfile.TemporaryDirectory() as out:
        for shard in shards_of(map(str, archives)):
            rows: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
            for page in pages_of(shard):
                count("unpacking")
                look = look_at(page.body, tools.sieve, charset=page.charset) if isinstance(page, Capture) else None
                count("first look")
                if look is None or not look.passes or not isinstance(page, Capture):
                    continue
                found = tools.desk.read_capture(page)
                count("full reading")
                for table, row in rows_of(found, look) if isinstance(found, Dossier) else ():
                    rows[table, DAY].append(row)
                count("rows")
            output = Output(out)
            (Path(out) / ".corpus" / "done").mkdir(parents=True, exist_ok=True)
            output.put(shard, rows, Counts())
            count("tables")
    return took, counts
