"""The answer on one party: verdict, sum, every path that counts, and its arithmetic in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from nongrata.ownership.law.rule import Threshold
from nongrata.ownership.reckoning.graph import SHARES, VOTES
from nongrata.ownership.reckoning.paths import Path, counted_holdings, paths_to
from nongrata.ownership.reckoning.solve import Solved, Verdict
from nongrata.ownership.shares import in_words
from nongrata.ownership.stakes import Conflict, Kind

Sum = Fraction | tuple[Fraction, Fraction]
OWNS_NOTHING = "a tie that owns nothing by itself"
_SHOWN = 12  # terms of a sum in words


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one regime's law makes of one party. Shares in percent, exact."""

    party: str
    regime: str
    rule: str
    law: str
    verdict: Verdict
    listed: bool
    sum: Sum  # what the caught hold of it: one number, or the range it may be
    threshold: str  # "50 percent or more of the shares"
    flips_at: Fraction | None  # where a range decides: the sum at which the verdict turns
    says: str  # the arithmetic in one sentence
    paths: tuple[Path, ...]
    more_paths: bool  # there are more than are given
    notes: tuple[str, ...]
    conflicts: tuple[Conflict, ...]


def answer_of(solved: Solved, party: str, conflicts: Sequence[Conflict]) -> Answer:
    """Give the answer on one party; of a party that nobody mentions, "unknown"."""
    node = solved.graph.numbers.get(party)
    if node is None:
        return _unheard(solved, party)
    verdict = solved.verdict(node)
    threshold, total = _sum(solved, node, verdict)
    paths, more = paths_to(solved, node, verdict)
    return Answer(
        party=party,
        regime=solved.rule.regime,
        rule=solved.rule.name,
        law=solved.rule.law,
        verdict=verdict,
        listed=node in solved.listed,
        sum=total,
        threshold=str(threshold),
        flips_at=threshold.percent if verdict in ("depends", "unknown") else None,
        says=_says(solved, node, verdict, (threshold, total)),
        paths=paths,
        more_paths=more,
        notes=_notes(solved, node, verdict, total),
        conflicts=tuple(conflicts),
    )


def _unheard(solved: Solved, party: str) -> Answer:
    rule = solved.rule
    return Answer(
        party=party,
        regime=rule.regime,
        rule=rule.name,
        law=rule.law,
        verdict="unknown",
        listed=False,
        sum=(Fraction(0), Fraction(100)),
        threshold=str(rule.owns[0]),
        flips_at=rule.owns[0].percent,
        says=f"no stake in {party} or of it is known",
        paths=(),
        more_paths=False,
        notes=rule.notes,
        conflicts=(),
    )


def _sum(solved: Solved, node: int, verdict: Verdict) -> tuple[Threshold, Sum]:
    """Give the threshold that matters and the sum held against it: the one that is reached, else that of shares."""
    found = [(each, bounds_of(solved, node, verdict, each)) for each in _thresholds(solved)]
    for each, (low, high) in found:
        if _reaches(each, low if verdict in ("blocked", "control") else high):
            return each, low if low == high else (low, high)
    threshold, (low, high) = found[0]
    return threshold, low if low == high else (low, high)


def _thresholds(solved: Solved) -> tuple[Threshold, ...]:
    return (*solved.rule.owns, *solved.rule.covers, *solved.rule.controls)


def _reaches(threshold: Threshold, amount: Fraction) -> bool:
    return amount > threshold.percent if threshold.more else amount >= threshold.percent


def bounds_of(solved: Solved, node: int, verdict: Verdict, threshold: Threshold) -> tuple[Fraction, Fraction]:
    """Give the least and the most that the caught hold of the party."""
    by = solved.owned if verdict == "blocked" else solved.caught
    key = node * 2 + (VOTES if threshold.measure == "votes" else SHARES)
    low, high = by["low"].held.get(key, 0), by["high"].held.get(key, 0)
    return solved.graph.low(low), max(solved.graph.low(low), solved.graph.high(high))


def _says(solved: Solved, node: int, verdict: Verdict, sum_: tuple[Threshold, Sum]) -> str:
    if node in solved.listed:
        return "listed itself"
    terms = [
        f"{solved.graph.names[solved.graph.owners[at]]} {_share(solved, at)}"
        for at in counted_holdings(solved, node, verdict)[: _SHOWN + 1]
    ]
    added = " + ".join(terms[:_SHOWN]) + (" + …" if len(terms) > _SHOWN else "") or "nothing"
    threshold, total = sum_
    held = f"{added} = {_percent(total)}" if len(terms) > 1 else added
    return f"{held}; wanted {threshold}: {_in_words(verdict, threshold)}"


def _share(solved: Solved, at: int) -> str:
    low, high = solved.graph.low(solved.graph.lows[at]), solved.graph.high(solved.graph.highs[at])
    return _percent(low if low == high else (low, high)) if solved.graph.told[at] else "an untold share"


def _percent(total: Sum) -> str:
    if isinstance(total, tuple):
        return f"{in_words(total[0])} to {in_words(total[1])} %"
    return f"{in_words(total)} %"


def _in_words(verdict: Verdict, threshold: Threshold) -> str:
    if verdict == "control":
        return "controlled, not owned"
    if verdict in ("depends", "unknown"):
        turn = "above" if threshold.more else "at"
        return f"{'depends, and ' if verdict == 'depends' else 'a share is untold; '}turns {turn} {threshold.percent} %"
    return verdict


_TIES: dict[Kind, str] = {"linked": "linked to", "acting for": "acts for", "directorship": "has as a director"}


def _notes(solved: Solved, node: int, verdict: Verdict, total: Sum) -> tuple[str, ...]:
    rule, graph = solved.rule, solved.graph
    notes = list(rule.notes if verdict in ("blocked", "control", "depends") else ())
    held = any(solved.caught["high"].held.get(node * 2 + measure) for measure in (SHARES, VOTES))
    controllers = [graph.names[each] for each in graph.controllers.get(node, ()) if each in solved.caught["low"].rank]
    if verdict == "not blocked" and rule.caution and (held or controllers):
        notes.append(rule.caution)
    if controllers and not rule.control:
        notes.append(f"controlled by {', '.join(controllers[:8])}: control alone does not block under this rule")
    if rule.at_half and total == Fraction(50):
        notes.append(rule.at_half)
    notes += [
        f"{tie.owned} {_TIES.get(tie.kind, tie.kind)} {tie.owner}: {OWNS_NOTHING}"
        for tie in graph.ties.get(node, ())[:8]
    ]
    return tuple(notes)
