"""Weapons and platforms on re3d's defence texts: python -m bench.reading.re3d SHARED [--misses]

re3d marks what is a weapon or a military platform, common nouns ("tanks", "strikes") and names ("HMS Ocean") alike. One
is found where a piece of our equipment or arms has a character in common with it. A document without such marks counts
too.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from nongrata.mentions.arms import find_arms
from nongrata.mentions.equipment import find_equipment
from nongrata.values import Span

FOLDER = "data/gold/re3d"
KINDS = ("Weapon", "MilitaryPlatform")


def documents(shared: Path) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Give each text with the spans of its weapons and platforms."""
    for folder in sorted((shared / FOLDER).iterdir()):
        marks: defaultdict[str, list[Span]] = defaultdict(list)
        for line in (folder / "entities.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            if row["type"] in KINDS:
                marks[row["documentId"]].append(Span(row["begin"], row["end"]))
        for line in (folder / "documents.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            yield row["text"], tuple(sorted(marks[row["_id"]]))


def tally_of(shared: Path, say: Callable[[str], None]) -> Counter[str]:
    """Count what was found, missed and made up; each of ours counts once."""
    tally: Counter[str] = Counter()
    for text, marks in documents(shared):
        whole = Span(0, len(text))
        named = [item.span for item in find_equipment(text, whole)]
        nouns = (item.span for item in find_arms(text, whole))
        left = sorted((*named, *(noun for noun in nouns if not any(noun.overlaps(name) for name in named))))
        for mark in marks:
            hit = next((span for span in left if span.overlaps(mark)), None)
            tally["found" if hit else "missed"] += 1
            if hit is None:
                say(f"missed  {mark.of(text)!r} in {text[max(0, mark.start - 40) : mark.end + 30]!r}")
            else:
                left.remove(hit)
        tally["made up"] += len(left)
        for span in left:
            say(f"made up {span.of(text)!r} in {text[max(0, span.start - 40) : span.end + 30]!r}")
    return tally


def f1(tally: Counter[str]) -> float:
    """Give the F1.

    >>> f1(Counter({"found": 3, "missed": 1, "made up": 1}))
    0.75
    """
    return 2 * tally["found"] / max(1, 2 * tally["found"] + tally["missed"] + tally["made up"])


def digest_of(shared: Path) -> str:
    """Give the SHA-256 of the labels."""
    files = sorted((shared / FOLDER).glob("*/entities.jsonl"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def main() -> int:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--misses", action="store_true", help="print each that was missed or made up")
    options = parser.parse_args()
    tally = tally_of(options.shared, print if options.misses else lambda _: None)
    print(f"F1 {f1(tally):.3f}", dict(tally))
    return 0


if __name__ == "__main__":
    sys.exit(main())
