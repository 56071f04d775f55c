"""From names and findings to a score, a verdict and a rank."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import prod

from nongrata.screening.context import is_common_name
from nongrata.screening.entities_names import Named
from nongrata.screening.evidence_finding import Finding
from nongrata.screening.properties_words import Kind
from nongrata.screening.record import Verdict
from nongrata.values import tokens_of

THRESHOLD = 0.70  # from this score on, two are taken for one
SHOWN = 0.60  # from this one on, a person may want to look
FLOOR, CEILING = 0.50, 0.90  # of the names' score: below, nothing lifts it; above, everything does
AGREED = 0.20  # the weight of agreement that a common name needs, more than a country
SURE_BODY = 0.85  # what the names of companies alone must reach
RANK_FOR, RANK_AGAINST, RANK_DECIDED = 5.0, 8.0, 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Concluded:
    """What names and findings come to."""

    score: float
    verdict: Verdict
    rank: float


def conclude(named: Named | None, findings: Sequence[Finding], kinds: frozenset[Kind]) -> Concluded:
    """Give score, verdict and rank. Agreement never lowers the score, and a contradiction never raises it."""
    alike = named.score if named is not None else 0.0
    agreed = sum(each.weight for each in findings if each.effect == "for" and each.rule != "same_number")
    left = prod(1.0 - each.weight for each in findings if each.effect == "against")
    proof = max((each.weight for each in findings if each.rule == "same_number"), default=0.0)
    score = _lifted(alike, agreed)
    score = max(score, proof + (1.0 - proof) * score) if named is None or alike >= 0.3 or proof >= 0.9 else score
    score *= left
    rank = (named.rank if named is not None else 0.0) + RANK_FOR * agreed - RANK_AGAINST * (1.0 - left)
    rank += RANK_DECIDED * proof
    verdict = _verdict(score, findings, is_enough=proof > 0 or _is_enough(named, agreed, kinds))
    return Concluded(score=round(min(1.0, score), 4), verdict=verdict, rank=round(rank, 4))


def _lifted(alike: float, agreed: float) -> float:
    """Close by agreement what the names leave open; names that are not alike stay so."""
    room = min(1.0, max(0.0, (alike - FLOOR) / (CEILING - FLOOR)))
    return alike + (1.0 - alike) * min(1.0, agreed) * room


def _verdict(score: float, findings: Iterable[Finding], *, is_enough: bool) -> Verdict:
    if any(each.decides and each.effect == "against" for each in findings):
        return "rejected" if score < THRESHOLD else "possible"
    if score >= THRESHOLD:
        return "match" if is_enough else "possible"
    return "possible" if score >= SHOWN else "rejected"


def _is_enough(named: Named | None, agreed: float, kinds: frozenset[Kind]) -> bool:
    """Say whether the names, with what agrees beside them, are enough for a match."""
    if named is None or agreed >= AGREED:
        return named is not None
    telling = [token for token in tokens_of(named.left.text) if token in tokens_of(named.right.text)]
    if "person" in kinds:
        return len(telling) >= 2 and not is_common_name(telling)
    if "vessel" in kinds:
        return False  # dozens of ships sail under one name
    return named.score >= SURE_BODY
