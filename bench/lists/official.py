"""The official lists: how many entries, how fast they load and join, how fast their index opens, what changed.

python -m bench.lists.official [SHARED]                      all that follows, as a table
python -m bench.lists.official [SHARED] --joins 200 --seed 7 joins drawn by chance, with what both lists say, to be read
python -m bench.lists.official [SHARED] --damaged 300        files damaged by chance, on a shelf that has the sound ones
python -m bench.lists.official [SHARED] --kills 100          a sync killed at random moments

It fails where a join that was read as wrong is made again or a right one is lost (joins.json), where a damaged
file crashes it, takes over ten seconds or costs a good list entries, and where a store does not open whole.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from bench.lists.damage import Damaged, damaged_files
from bench.lists.joins import Read, compared, drawn, to_read
from bench.lists.kills import Killed, kills
from bench.memory import peak_mib
from bench.sections import Section
from nongrata.desk import open_desk
from nongrata.lists import ListFile, read_lists
from nongrata.lists.diff import diff_lists
from nongrata.settings import Settings
from nongrata.store import ListShelf
from nongrata.store.lists.joins import JoinShelf

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


DAMAGED, KILLS, SEED = 300, 100, 7
_LONGEST = 10.0  # seconds that a damaged file may take


def section(shared: Path) -> Section:
    """Measure all of it for the page."""
    lists = shared / "data" / "lists"
    (rows, faults), (more, others) = measured(lists), hardened(lists)
    failed = [("failed", "; ".join((*faults, *others)))] if faults or others else []
    table = (*rows, *more, *failed)
    page = ["| official lists | measured |", "|---|---|", *(f"| {name} | {told} |" for name, told in table)]
    return Section(digest=f"the lists' files `{digest_of(lists)[:16]}`", page=page)


def digest_of(lists: Path) -> str:
    """Give the SHA-256 of all the lists' files, one after the other."""
    told = hashlib.sha256()
    for name in FILES:
        told.update((lists / name).read_bytes())
    return told.hexdigest()


def measured(lists: Path) -> tuple[list[tuple[str, str]], list[str]]:
    """Load all lists into a home of their own, open them, and compare versions; give the rows, and what failed."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        wall, cpu = time.perf_counter(), time.process_time()
        entries = 0
        for file in load_all(lists, home):
            entries += len(file.listings)
            rows.append((file.version.title, f"{len(file.listings):,} entries, version {file.version.version}"))
        open_desk(Settings(home=home))
        peak = peak_mib()
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
        joins = JoinShelf(home).joins(ListShelf(home).current())
    read = compared(joins)
    rows += [("joins between lists", f"{len(joins):,}"), ("precision of joins", read.in_words())]
    rows += changes(lists)
    return rows, faults_of_joins(read)


def load_all(lists: Path, home: Path) -> Iterator[ListFile]:
    """Put all lists on a shelf, and give each."""
    for name in FILES:
        (file,) = read_lists([lists / name])
        ListShelf(home).add(file, [lists / name], now=datetime.now(UTC))
        yield file


def changes(lists: Path) -> Iterator[tuple[str, str]]:
    """Give a row for each pair of versions."""
    for old, new in SERIES:
        (before,), (after,) = read_lists([lists / old]), read_lists([lists / new])
        change = diff_lists(before, after)
        told = f"+{len(change.added)} −{len(change.removed)}, {len(change.changed)} changed"
        yield f"{before.version.list_id} {before.version.version} to {after.version.version}", told


def hardened(
    lists: Path, *, damaged: int = DAMAGED, killed: int = KILLS, seed: int = SEED
) -> tuple[list[tuple[str, str]], list[str]]:
    """Damage so many files and kill so many syncs; give the rows, and what failed."""
    rows, faults = [], []
    if damaged:
        files = damaged_files(lists, damaged, seed=seed)
        rows.append(("damaged files", files.in_words()))
        faults += faults_of_damage(files)
    if killed:
        store = kills(lists, killed, seed=seed)
        rows.append(("syncs killed", store.in_words()))
        faults += faults_of_kills(store)
    return rows, faults


def faults_of_joins(read: Read) -> list[str]:
    """Say which joins are no longer as they were read."""
    return [f"read as wrong, and made again: {each}" for each in read.wrong] + [
        f"read as right, and lost: {each}" for each in read.lost
    ]


def faults_of_damage(files: Damaged) -> list[str]:
    """Say what a damaged file did that none may."""
    slow = [f"a damaged file took {files.longest:.1f} s"] if files.longest > _LONGEST else []
    return [*files.crashes, *files.lost, *slow]


def faults_of_kills(store: Killed) -> list[str]:
    """Say how a store was found."""
    return [] if store.whole == store.kills else store.faults


def print_joins(lists: Path, count: int, seed: int) -> None:
    """Print joins drawn by chance, to be read."""
    with tempfile.TemporaryDirectory() as folder:
        files = tuple(load_all(lists, Path(folder)))
        joins = JoinShelf(Path(folder)).joins(files, with_reasons=True)
        print("\n".join(to_read(drawn(joins, count, seed=seed), files)))


def main() -> int:
    """Print what was asked for, and what failed."""
    parser = argparse.ArgumentParser(prog="bench.lists.official", formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.description = __doc__
    parser.add_argument("shared", nargs="?", default=os.environ.get("NONGRATA_SHARED", "../shared"))
    parser.add_argument("--joins", type=int, metavar="COUNT", help="print joins to be read")
    parser.add_argument("--damaged", type=int, metavar="COUNT", help="damage so many files")
    parser.add_argument("--kills", type=int, metavar="COUNT", help="kill so many syncs")
    parser.add_argument("--seed", type=int, default=SEED, help=f"which ones by chance (default {SEED})")
    args = parser.parse_args()
    lists = Path(args.shared) / "data" / "lists"
    if args.joins is not None:
        print_joins(lists, args.joins, args.seed)
        return 0
    if args.damaged is None and args.kills is None:
        rows, faults = measured(lists)
        more, others = hardened(lists, seed=args.seed)
    else:
        rows, faults = [], []
        more, others = hardened(lists, damaged=args.damaged or 0, killed=args.kills or 0, seed=args.seed)
    print("\n".join(f"| {name} | {told} |" for name, told in (*rows, *more)))
    print("\n".join((*faults, *others)) or "nothing failed")
    return 1 if faults or others else 0


if __name__ == "__main__":
    raise SystemExit(main())
