"""How well two names are compared, by their names alone: python -m bench.screening.pairs SHARED [--show SET]

Prints F1 on name_pairs.jsonl (both halves of it, since one half was looked at while tuning), recall on the forms of
one name in many scripts, the evasion set by category, and the matcher's and Watchman's own cases.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nongrata.names.comparing.compare import DEFAULT_THRESHOLD, compare_ready, compare_texts
from nongrata.names.reading.parse import parse_name
from nongrata.names.ready import Ready, ready
from nongrata.names.record import NameClass

KINDS: dict[str, tuple[NameClass, ...]] = {
    "Person": ("person",),
    "Vessel": ("vessel",),
    "LegalEntity": ("person", "body"),
}
SEED = 4  # which half of the pairs is the one that was tuned on


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Two names and whether they are one party's."""

    query: str
    candidates: tuple[str, ...]  # all names of the other party
    kinds: tuple[NameClass, ...]  # what the parties may be
    is_same: bool
    source: str


def main() -> int:
    """Measure all, and print what went wrong in the set that --show names."""
    arguments = sys.argv[1:]
    shown = arguments.pop(arguments.index("--show") + 1) if "--show" in arguments else ""
    cases = Path(arguments[0]) / "data" / "cases"
    for name, rows in pair_sets(cases).items():
        print(f"{name}: {scored(rows, show=name == shown)}")
    for line in evasion(cases, show=shown == "evasion"):
        print(line)
    return 0


def pair_sets(cases: Path) -> dict[str, list[Case]]:
    """Give each set of pairs by its name."""
    pairs = list(_rows(cases / "name_pairs.jsonl"))
    halves = set(random.Random(SEED).sample(range(len(pairs)), len(pairs) // 2))
    return {
        "name_pairs": pairs,
        "name_pairs tuned": [row for i, row in enumerate(pairs) if i in halves],
        "name_pairs held": [row for i, row in enumerate(pairs) if i not in halves],
        "putin_names": list(_rows(cases / "putin_names.jsonl")),
        "watchman_compare": list(_rows(cases / "watchman_compare_name.jsonl")),
        "watchman_fp_tp": list(_rows(cases / "watchman_fp_tp.jsonl")),
        "model_cases": list(_rows(cases / "model_cases.jsonl")),
    }


def scored(rows: list[Case], *, show: bool = False) -> str:
    """Give precision, recall and F1 of calling a pair the same at the default threshold."""
    right = alarms = missed = 0
    started = time.perf_counter()
    for row in rows:
        score = max(compare_texts(row.query, each, kind).score for each in row.candidates for kind in row.kinds)
        is_called = score >= DEFAULT_THRESHOLD
        right += is_called and row.is_same
        alarms += is_called and not row.is_same
        missed += row.is_same and not is_called
        if show and is_called != row.is_same:
            wrong = "missed" if row.is_same else "alarm"
            print(f"  {wrong} {score:.2f} {row.query} | {row.candidates[0]} | {row.source}")
    spent = (time.perf_counter() - started) / max(1, len(rows))
    precision, recall = right / max(1, right + alarms), right / max(1, right + missed)
    f1 = 2 * right / max(1, 2 * right + alarms + missed)
    return (
        f"{len(rows)} pairs, F1 {f1:.3f}, precision {precision:.3f}, recall {recall:.3f}, {spent * 1e6:.0f} µs a pair"
    )


def evasion(cases: Path, *, show: bool = False) -> Iterator[str]:
    """Give recall by category, and the share of negatives that some entity reaches the threshold with."""
    listed = _listed(cases / "evasion_entities.jsonl")
    told: dict[tuple[str, str], list[int]] = {}
    with gzip.open(cases / "evasion_ofac250.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            hits = _hits(row["query"], listed)
            is_hit = bool(hits & set(row["expected_ids"])) if row["family"] != "negative" else bool(hits)
            told.setdefault((row["family"], row["category"]), []).append(is_hit)
            if show and is_hit == (row["family"] == "negative"):
                print(f"  {row['category']}: {row['query']} | {row['source_name']} | {sorted(hits)}")
    good = [hit for (family, _category), rows in told.items() if family != "negative" for hit in rows]
    bad = [hit for (family, _category), rows in told.items() if family == "negative" for hit in rows]
    yield f"evasion: recall {sum(good) / len(good):.3f}, false alarms {sum(bad) / len(bad):.3f}"
    for (family, category), rows in sorted(told.items()):
        yield f"  {family} {category}: {sum(rows) / len(rows):.3f} of {len(rows)}"


def _listed(path: Path) -> list[tuple[str, Ready]]:
    names = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for text in (row["name"], *row["alts"]):
            names += [(row["id"], ready(name)) for name in parse_name(text, "person")]
    return names


def _hits(query: str, listed: list[tuple[str, Ready]]) -> set[str]:
    readings = [ready(name) for name in parse_name(query, "person")]
    return {
        party
        for party, name in listed
        for reading in readings
        if compare_ready(reading, name, at_least=DEFAULT_THRESHOLD).score >= DEFAULT_THRESHOLD
    }


def _rows(path: Path) -> Iterator[Case]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        if not row["query"] or (set(row.get("query_props", ())) | set(row.get("candidate_props", ()))) - {"name"}:
            continue
        names = (row["candidate"], *row.get("alt_names", ()))
        yield Case(
            query=row["query"],
            candidates=names,
            kinds=KINDS.get(row["schema"], ("body",)),
            is_same=row["expected"],
            source=row.get("category") or row.get("group") or "",
        )


if __name__ == "__main__":
    raise SystemExit(main())
