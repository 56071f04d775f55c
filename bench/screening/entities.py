"""Two entities held against one another, on labelled pairs: python -m bench.screening.entities SHARED [--misses]

F1 at a score of 0.70 on entity_checks.jsonl, how many of ranking.jsonl come in the right order, and how many of
model_cases.jsonl come out right; entity_checks also on halves drawn by the pair's digest, for what was looked at by
whoever wrote the rules is one half as much as the other.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from nongrata.screening.entities.compare import Comparison, compare

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """A labelled pair with our answer."""

    row: Row
    found: Comparison

    @property
    def is_right(self) -> bool:
        """Have the label and the score on the same side of the threshold."""
        return bool(bool(self.found) == self.row["expected"])

    @property
    def half(self) -> int:
        """0 or 1, by the digest of the pair."""
        return sha256(json.dumps([self.row["query_props"], self.row["candidate_props"]]).encode()).digest()[0] & 1


def main() -> int:
    """Print the figures, and with --misses each pair that came out wrong."""
    parser = argparse.ArgumentParser(prog="bench.screening.entities", description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    cases = args.shared / "data" / "cases"
    checks, models = _told(cases / "entity_checks.jsonl"), _told(cases / "model_cases.jsonl")
    for half in (None, 0, 1):
        part = [each for each in checks if half in (None, each.half)]
        name = "" if half is None else f", half {half}"
        print("entity_checks{}: F1 {:.3f}, precision {:.3f}, recall {:.3f} of {}".format(name, *f1(part), len(part)))
    ranked = list(_ranked(cases / "ranking.jsonl"))
    print(f"ranking: {sum(better > worse for _row, better, worse in ranked)}/{len(ranked)}")
    print(f"model_cases: {sum(each.is_right for each in models)}/{len(models)}")
    if args.misses:
        for each in (*checks, *models):
            if not each.is_right:
                print(_shown(each))
        for row, better, worse in ranked:
            if better <= worse:
                print(f"ranking {better} {worse} {row['better']} | {row['worse']} | {row['candidate_props']}")
    return 0


def f1(told: Sequence[Told]) -> tuple[float, float, float]:
    """Give F1, precision and recall of taking two for one."""
    both = sum(bool(each.found) and each.row["expected"] for each in told)
    said, true = sum(bool(each.found) for each in told), sum(each.row["expected"] for each in told)
    precision, recall = both / max(1, said), both / max(1, true)
    return 2 * precision * recall / max(1e-9, precision + recall), precision, recall


def _told(path: Path) -> list[Told]:
    return [Told(row, _compared(row, row["query_props"], row["candidate_props"])) for row in _rows(path)]


def _rows(path: Path) -> Iterator[Row]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def _compared(row: Row, left: Mapping[str, str], right: Mapping[str, str]) -> Comparison:
    # A row may ask for the names of one property only, as logic-v2 can be configured to.
    names_in = ["name"] if "nm_name_property" in (row.get("config") or "") else None
    if names_in and not set(right) & set(names_in):
        return Comparison(score=0.0, verdict="rejected", rank=0.0, probability=0.0, reasons=())
    return compare(left, right, schema=row["schema"], names_in=names_in)


def _ranked(path: Path) -> Iterator[tuple[Row, tuple[float, float], tuple[float, float]]]:
    for row in _rows(path):
        better, worse = (_compared(row, row[name], row["candidate_props"]) for name in ("better", "worse"))
        yield row, (better.score, better.rank), (worse.score, worse.rank)


def _shown(each: Told) -> str:
    row = each.row
    sides = " | ".join(", ".join(map(str, props.values())) for props in (row["query_props"], row["candidate_props"]))
    return f"{'+' if row['expected'] else '-'} {each.found.score:.3f} {row['schema']}: {sides}"


if __name__ == "__main__":
    raise SystemExit(main())
