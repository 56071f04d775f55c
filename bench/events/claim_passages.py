"""Score claims in passages of ours: python -m bench.events.claim_passages HOME [--misses] [--lot LOT]

HOME is a home with all official lists; verdicts are labelled as these bear them out on the passage's day.
"""

from __future__ import annotations

import argparse
import sys

from bench.events.wires import read_passages
from bench.events.wires_score import Tally, score_claims
from nongrata.desk import Desk, open_desk
from nongrata.dossiers import Dossier
from nongrata.settings import Settings


def main() -> int:
    """Print the measures, and with --misses what came out wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--lot", default="")
    asked = parser.parse_args()
    tally = score_passages(open_desk(Settings.from_env({"NONGRATA_HOME": asked.home})), lot=asked.lot)
    for name in sorted(tally.of):
        print(f"{name:45} {tally.hits[name] / tally.of[name]:.3f} ({tally.hits[name]}/{tally.of[name]})")
    print("\n".join(tally.misses if asked.misses else []))
    return 0


def score_passages(desk: Desk, *, lot: str = "") -> Tally:
    """Read each passage of the lot, or of all lots, and hold its claims against the labels."""
    tally = Tally()
    for each, passage in read_passages():
        dossier = desk.read_text(passage.text, published=passage.published)
        if lot in ("", each) and isinstance(dossier, Dossier):
            score_claims(passage, dossier.stories[0], tally)
    return tally


if __name__ == "__main__":
    sys.exit(main())
