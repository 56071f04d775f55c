"""Loads our judgements into nomenklatura's resolver; prints what it makes of each pair, and writes its own file."""

# mypy: ignore-errors
# Run by a Python that has nomenklatura, which need not be the one that checks types.

from __future__ import annotations

import json
import sys
from pathlib import Path

from nomenklatura.db import make_session
from nomenklatura.judgement import Judgement
from nomenklatura.resolver import Resolver


def main(ours: Path, theirs: Path) -> None:
    """Load, tell, decide one pair more, dump."""
    session = make_session(f"sqlite:///{theirs.with_suffix('.db')}")
    resolver = Resolver(session, create=True)
    resolver.load(ours)
    resolver.load_into_memory()
    for line in ours.read_text("utf-8").splitlines():
        target, source, *_rest = json.loads(line)
        sys.stdout.write(f"{resolver.get_judgement(target, source).value}\n")
    resolver.decide("us_ofac_sdn:35096", "eu_fsf:EU.7510.16", Judgement.POSITIVE, user="nomenklatura")
    resolver.dump(theirs)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
