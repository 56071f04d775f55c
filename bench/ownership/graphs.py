"""Random graphs of up to twelve parties, with circles: the fixpoint against an enumeration of all sets of parties.

The caught are, by definition, the least set that holds the listed and every party of which the set holds enough. It is
found here by looking at all sets (numpy does), which shares no line with the solver.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from nongrata.ownership import exposure
from nongrata.ownership.law.rule import Rule
from nongrata.ownership.law.rules import RULES, rule_of

GRAPHS, MOST, SEED = 10_000, 12, 20_240_703
REGIMES = tuple(name for name in RULES if name != "us_ssi_4")  # whose 33 percent catch without passing it on
_SHARES = (5, 10, 20, 25, 30, 33, 40, 49, 50, 51, 60, 75, 100)
Row = tuple[str, str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """How many graphs were compared, and in which the two disagree."""

    graphs: int
    with_circles: int
    wrong: tuple[int, ...]
    unblocked: tuple[int, ...]  # graphs in which one more stake of a blocked owner unblocked somebody


def compared(graphs: int = GRAPHS, seed: int = SEED) -> Compared:
    """Compare the solver with the enumeration on graphs made up from a seed."""
    dice, wrong, unblocked, circles = random.Random(seed), [], [], 0
    for number in range(graphs):
        regime = REGIMES[number % len(REGIMES)]
        rows, listed, parties = made_up(dice)
        circles += _has_circle(rows)
        ours = caught(rows, listed, regime)
        if ours != by_enumeration(rows, listed, parties, rule_of(regime)):
            wrong.append(number)
        owner = dice.choice(sorted(ours))
        more = (owner, dice.choice(parties), dice.choice(_SHARES))
        if not ours <= caught([*rows, more], listed, regime):
            unblocked.append(number)
    return Compared(graphs=graphs, with_circles=circles, wrong=tuple(wrong), unblocked=tuple(unblocked))


def made_up(dice: random.Random) -> tuple[list[Row], list[str], list[str]]:
    """Give stakes, the listed, and all parties."""
    parties = [f"p{number}" for number in range(dice.randint(2, MOST))]
    pairs = [(a, b) for a in parties for b in parties if a != b]
    chosen = dice.sample(pairs, min(len(pairs), dice.randint(1, 3 * len(parties))))
    rows = [(owner, owned, dice.choice(_SHARES)) for owner, owned in chosen]
    return rows, dice.sample(parties, dice.randint(1, min(3, len(parties)))), parties


def caught(rows: Iterable[Row], listed: list[str], regime: str) -> set[str]:
    """Give who is blocked by the solver."""
    answers = exposure(rows, listed, regime)
    return {party for party in answers if answers[party].verdict == "blocked"}


def by_enumeration(rows: Iterable[Row], listed: list[str], parties: list[str], rule: Rule) -> set[str]:
    """Give who is blocked by definition: of all the listed together where the law adds them, else of each."""
    number = {party: place for place, party in enumerate(parties)}
    shares = np.zeros((len(parties), len(parties)), dtype=np.int64)
    for owner, owned, share in rows:
        shares[number[owner], number[owned]] += share
    seeds = [[number[each] for each in listed]] if rule.added else [[number[each]] for each in listed]
    found = set(listed)
    for group in seeds:
        found |= {parties[place] for place in _least_closed(shares, group, rule)}
    return found


def _least_closed(shares: np.ndarray, seeds: list[int], rule: Rule) -> set[int]:
    """Give what is in every set that holds the seeds and all that it holds enough of."""
    count = len(shares)
    sets = (np.arange(1 << count)[:, None] >> np.arange(count)) & 1
    sets = sets[(sets[:, seeds] == 1).all(axis=1)]
    held = sets @ shares
    enough = held > 50 if rule.owns[0].more else held >= 50
    closed = sets[((sets == 1) | ~enough).all(axis=1)]
    return set(np.flatnonzero(closed.all(axis=0)).tolist())


def _has_circle(rows: Iterable[Row]) -> bool:
    below: dict[str, set[str]] = {}
    for owner, owned, _ in rows:
        below.setdefault(owner, set()).add(owned)
    left = dict(below)
    while leaves := [party for party, owned in left.items() if not owned & left.keys()]:
        for party in leaves:
            del left[party]
    return bool(left)
