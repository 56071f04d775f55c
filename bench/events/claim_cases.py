"""Score the story's own claims about sanctions on sentences of ours: python -m bench.events.claim_cases [--misses]"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nongrata.events import Claim
from nongrata.events.claims.checked import find_claims
from nongrata.events.claims.regimes import WEST
from nongrata.events.claims.verdicts import Screened
from nongrata.events.who.staged import staged
from tests.parties.stories import Told, tell

CASES = Path(__file__).with_name("claim_cases.txt")
NAMES = {
    "Viktor Bout": "Person", "Denis Manturov": "Person", "Alfa Steel": "Company", "Northern Steel": "Company",
    "Volga Bank": "Company", "Pablo Star": "Vessel",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A sentence, and of whom it says what."""

    half: str
    text: str
    party: str
    regimes: frozenset[str]
    says: str  # listed, not listed, no claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A case with the claims that we found in it."""

    case: Case
    told: Told
    claims: tuple[Claim, ...]

    @property
    def found(self) -> bool:
        """Have the claim where there is one, and none where there is none."""
        return bool(self.claims) == (self.case.says != "no claim")

    @property
    def right(self) -> bool:
        """Have it of the right party, by the right regimes, saying the right thing."""
        if self.case.says == "no claim" or not self.claims:
            return self.found
        return any(self._says_it(claim) for claim in self.claims)

    def _says_it(self, claim: Claim) -> bool:
        names = {party.id: party.name for party in self.told.cast.parties}
        says = "listed" if claim.verdict == "not found" else "not listed"  # with complete lists that hold nobody
        regimes = self.case.regimes <= set(claim.regimes) and bool(claim.regimes) == bool(self.case.regimes)
        return (names[claim.party] if claim.party else None) == self.case.party and regimes and says == self.case.says


def main() -> int:
    """Print the measures by half, and with --misses what came out wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    outcomes = [outcome_of(case) for case in cases()]
    for half in ("tune", "held"):
        part = [each for each in outcomes if each.case.half == half]
        counts = Counter(found=sum(each.found for each in part), right=sum(each.right for each in part))
        print(f"{half}: {len(part)} sentences, found {counts['found']}, right in all {counts['right']}")
    for each in outcomes if asked.misses else []:
        if not each.right:
            ours = [(c.span.of(each.case.text), c.party, c.regimes, c.verdict) for c in each.claims]
            print(f"{each.case.half}: {each.case.text} {each.case.says} {sorted(each.case.regimes)}: {ours}")
    return 0


def cases() -> Iterator[Case]:
    """Give the cases of the file."""
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            half, text, party, regimes, says = (cell.strip() for cell in line.split("|"))
            named = frozenset(regime.strip() for regime in regimes.split(",") if regime != "-")
            yield Case(half=half, text=text, party=party, regimes=named, says=says)


def outcome_of(case: Case) -> Outcome:
    """Give what we make of a case, with lists of every regime that hold nobody."""
    told = tell(case.text, listed=NAMES)
    regimes = frozenset((*WEST, "un"))
    screened = Screened(matches={}, known=regimes, complete=regimes, current=regimes)
    claims = find_claims(staged(told.text, told.reading, told.cast), told.reading, told.cast, screened)
    return Outcome(case=case, told=told, claims=claims)


if __name__ == "__main__":
    sys.exit(main())
