"""Pairs, entities and own-script names of our own, in halves: python -m bench.unseen [--misses] [--list-halves]

The rows are facts of our own knowledge, written before any answer to them was seen (bench/unseen). Only the half that
is tuned with is ever shown; of the other one the figures alone are printed.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from nongrata.names.compare import DEFAULT_THRESHOLD, compare_texts
from nongrata.names.record import NameClass
from nongrata.screening.entities import compare

FOLDER = Path(__file__).parent / "unseen"
SCHEMAS = {"person": "Person", "body": "Company", "vessel": "Vessel"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A labelled row with our answer."""

    line: str
    group: str
    is_same: bool
    score: float
    probability: float

    @property
    def is_called(self) -> bool:
        """Be taken for one."""
        return self.score >= DEFAULT_THRESHOLD

    @property
    def is_held(self) -> bool:
        """Belong to the half that nobody looks at, by the digest of the row."""
        return bool(sha256(self.line.encode()).digest()[0] & 1)


def main() -> int:
    """Print the figures of both halves, and with --misses what went wrong in the half that may be seen."""
    parser = argparse.ArgumentParser(prog="bench.unseen", description=__doc__)
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    for name, read in SETS.items():
        told = list(read())
        for half, rows in halves(told).items():
            print(f"{name}, {half}: {shown(rows)}")
            if args.misses and half == "seen":
                for each in rows:
                    if each.is_called != each.is_same:
                        print(f"  {'missed' if each.is_same else 'alarm '} {each.score:.2f} {each.line}")
    return 0


def halves(told: Sequence[Told]) -> dict[str, list[Told]]:
    """Give the half that may be seen, and the one that is held back."""
    return {
        "seen": [each for each in told if not each.is_held],
        "held": [each for each in told if each.is_held],
    }


def shown(rows: Sequence[Told]) -> str:
    """Give precision, recall and F1, and recall or false alarms by kind."""
    right = sum(each.is_called and each.is_same for each in rows)
    called, true = sum(each.is_called for each in rows), sum(each.is_same for each in rows)
    precision, recall = right / max(1, called), right / max(1, true)
    f1 = 2 * right / max(1, called + true)
    groups: dict[str, list[Told]] = {}
    for each in rows:
        groups.setdefault(f"{each.group}{'+' if each.is_same else '-'}", []).append(each)
    parts = (f"{name} {sum(e.is_called for e in its)}/{len(its)}" for name, its in sorted(groups.items()))
    return f"{len(rows)} rows, F1 {f1:.3f}, precision {precision:.3f}, recall {recall:.3f}\n    {', '.join(parts)}"


def pairs() -> Iterator[Told]:
    """Give pairs of names."""
    for line in _lines("pairs.tsv"):
        kind, same, group, left, right = line.split("\t")
        found = compare({"name": left}, {"name": right}, schema=SCHEMAS[kind])
        group = kind if kind == "vessel" else f"{kind} {group}"
        yield Told(
            line=line, group=group, is_same=same == "1", score=found.score, probability=found.probability
        )


def entities() -> Iterator[Told]:
    """Give pairs of entities with what is known of them."""
    for line in _lines("entities.tsv"):
        schema, same, group, *sides = line.split("\t")
        left, right = (dict(part.split("=", 1) for part in side.split("; ")) for side in sides)
        found = compare(left, right, schema=schema)
        yield Told(line=line, group=group, is_same=same == "1", score=found.score, probability=found.probability)


def own_script() -> Iterator[Told]:
    """Give names in their own script beside their Latin form, and beside all other Latin ones of the file."""
    rows = [line.split("\t") for line in _lines("own_script.tsv")]
    for kind, script, native, latin in rows:
        for other_kind, other in dict.fromkeys((each[0], each[3]) for each in rows):
            if (kind, latin) == (other_kind, other) or kind == other_kind and not _share(latin, other):
                score = compare_texts(native, other, NAME_KINDS[kind]).score
                line = f"{kind}\t{script}\t{native}\t{other}"
                yield Told(line=line, group=script, is_same=latin == other, score=score, probability=score)


NAME_KINDS: dict[str, NameClass] = {"person": "person", "body": "body"}
SETS: dict[str, Callable[[], Iterator[Told]]] = {"pairs": pairs, "entities": entities, "own script": own_script}


def _share(left: str, right: str) -> bool:
    """Share a word: the Latin names of one party in two spellings, mostly."""
    return bool(set(left.lower().split()) & set(right.lower().split()))


def _lines(name: str) -> list[str]:
    return (FOLDER / name).read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    raise SystemExit(main())
