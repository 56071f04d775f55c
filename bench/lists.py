"""The official lists: how many entries, how fast they load and join, how fast their index opens, what changed.

python -m bench.lists [SHARED]
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from nongrata.desk import open_desk
from nongrata.lists import read_lists
from nongrata.lists.diff import diff_lists
from nongrata.settings import Settings
from nongrata.store import ListShelf
from nongrata.store.joins import JoinShelf

FILES = (
    "ofac_2026-08/sdn.RECONSTRUCTED.csv.gz",
    "ofac_consolidated_2025-12/cons_prim.csv",
    "un/un_consolidated_2026-08-01.xml.gz",
    "eu_fsf_xml_reconstructed/xmlFullSanctionsList_1_1_2026-05-01.RECONSTRUCTED.xml.gz",
    "uk_reconstructed/UK-Sanctions-List_2026-08-22.RECONSTRUCTED.xml.gz",
    "ch_reconstructed/consolidated-list_2026-03.RECONSTRUCTED.xml.gz",
    "canada/sema-lmes_2025-05.xml.gz",
    "australia/dfat_2026-08.xlsx",
    "japan/mof_shisantouketsu_2026-03-05.xlsx",
    "us_csl_2022-04/consolidated.csv.gz",
)
SERIES = (
    ("ofac_sdn_series/sdn_2024-02-20.csv.gz", "ofac_sdn_series/sdn_2024-02-23.csv.gz"),
    ("ofac_sdn_series/sdn_2024-05-02.csv.gz", "ofac_sdn_series/sdn_2024-05-03.csv.gz"),
    ("un/un_consolidated_2026-02-27.xml.gz", "un/un_consolidated_2026-08-01.xml.gz"),
)


def as_markdown(lists: Path) -> list[str]:
    """Give the table, a line each."""
    return ["| official lists | measured |", "|---|---|", *(f"| {name} | {told} |" for name, told in measured(lists))]


def measured(lists: Path) -> list[tuple[str, str]]:
    """Load all lists into a home of their own, open them, and compare versions."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        wall, cpu = time.perf_counter(), time.process_time()
        shelf = ListShelf(home)
        entries = 0
        for name in FILES:
            (file,) = read_lists([lists / name])
            shelf.add(file, [lists / name], now=datetime.now(UTC))
            entries += len(file.listings)
            rows.append((file.version.title, f"{len(file.listings):,} entries, version {file.version.version}"))
        open_desk(Settings(home=home))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        rows.append(
            (
                "all read, kept, joined and indexed",
                f"{entries:,} entries, {time.process_time() - cpu:.0f} s CPU, {time.perf_counter() - wall:.0f} s wall, "
                f"{peak:.0f} MiB",
            )
        )
        wall = time.perf_counter()
        open_desk(Settings(home=home))
        rows.append(("opened again", f"{(time.perf_counter() - wall) * 1000:.0f} ms"))
        joins = JoinShelf(home).joins(shelf.current())
        rows.append(("joins between lists", f"{len(joins):,}"))
    for old, new in SERIES:
        (before,), (after,) = read_lists([lists / old]), read_lists([lists / new])
        change = diff_lists(before, after)
        told = f"+{len(change.added)} −{len(change.removed)}, {len(change.changed)} changed"
        rows.append((f"{before.version.list_id} {before.version.version} to {after.version.version}", told))
    return rows


def main() -> int:
    """Print the table."""
    told = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("NONGRATA_SHARED", "../shared")
    print("\n".join(as_markdown(Path(told) / "data" / "lists")))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
