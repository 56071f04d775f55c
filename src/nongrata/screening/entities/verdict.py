"""From names and findings to a score, a verdict and a rank."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import prod

from nongrata.names.telling import telling
from nongrata.screening.entities.evidence_finding import Finding
from nongrata.screening.entities.evidence_numbers import DECIDES, DECIDES_ALONE
from nongrata.screening.entities.names import Named
from nongrata.screening.entities.properties_words import Kind
from nongrata.screening.record import Verdict

THRESHOLD = 0.70  # from this score on, two are taken for one
CONTRADICTED = 0.69  # the most where what contradicts is not outweighed by what agrees
SHOWN = 0.60  # from this one on, a person may want to look
FLOOR, CEILING = 0.50, 0.90  # of the names' score: below, nothing lifts it; above, everything does
AGREED = 0.20  # the weight of agreement that a common name needs, more than a country
SURE_BODY = 0.85  # what the names of companies alone must reach
FIRM = 0.25  # the weight of one agreement that few share: a birth date, a street, an office, a number
DOUBT, DOUBTED = 0.15, 0.6  # beside a contradiction of that weight, that much more has to agree
COMMON = 1.4  # what contradicts weighs so much more where many bear the name and nothing else agrees
TELLING, RARE = 1.3, 1.8  # what the words that two persons' names share must tell together, and rare ones do
SYLLABLE, OF_SYLLABLE = 4, 0.4  # letters of a syllable of Korea or China that many share, and what it tells at most
_MAY_CHANGE = frozenset(("other_country",))  # who bears a rare name may have moved
RELATED, UNRELATED = 0.3, 0.8  # names less alike than that take a share of what a passport or tax number proves
RANK_FOR, RANK_AGAINST, RANK_DECIDED = 5.0, 8.0, 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Concluded:
    """What names and findings come to."""

    score: float
    verdict: Verdict
    rank: float
    doubt: str | None = None  # why a score that is high enough is no match


def conclude(named: Named | None, findings: Sequence[Finding], kinds: frozenset[Kind]) -> Concluded:
    """Give score, verdict and rank. Agreement never lowers the score, and a contradiction never raises it."""
    alike, rank = (named.score, named.rank) if named is not None else (0.0, 0.0)
    proof = max((each.weight for each in findings if each.rule == "same_number"), default=0.0)
    agreed = sum(each.weight for each in findings if each.effect == "for" and each.rule != "same_number")
    is_telling = _tells(named, kinds)
    share = 1.0 if is_telling or "person" not in kinds or agreed + proof >= AGREED else COMMON
    doubts = [min(1.0, each.weight * share) for each in findings if each.effect == "against"]
    left = prod(1.0 - doubt for doubt in doubts)
    is_unrelated = named is not None and alike < RELATED and proof < DECIDES_ALONE
    if is_unrelated:
        proof *= UNRELATED if proof >= DECIDES else 0.0
    score = _lifted(alike, agreed, is_firm=any(each.effect == "for" and each.weight >= FIRM for each in findings))
    score += (1.0 - score) * proof
    needed = AGREED + (DOUBTED if 1.0 - left >= DOUBT else 0.0)
    is_enough = not is_unrelated and ((is_telling and needed == AGREED) or proof >= DECIDES or agreed + proof >= needed)
    verdict = _verdict(score * left, findings, is_enough=is_enough)
    is_possible = verdict == "possible" and named is not None
    is_doubted = is_possible and score * left >= THRESHOLD
    is_against = needed > AGREED
    is_one_of_many = (
        not _tells(named, kinds, RARE)
        or not {each.rule for each in findings if each.effect == "against"} <= _MAY_CHANGE
    )
    most = CONTRADICTED if is_possible and is_against and is_one_of_many else 1.0
    return Concluded(
        score=round(min(most, score * left), 4),
        verdict=verdict,
        doubt=_doubt(kinds, is_unrelated=is_unrelated, is_against=is_against) if is_doubted else None,
        rank=round(rank + RANK_FOR * agreed - RANK_AGAINST * (1.0 - left) + RANK_DECIDED * proof, 4),
    )


def _lifted(alike: float, agreed: float, *, is_firm: bool) -> float:
    """Close by agreement what the names leave open; names that are not alike stay so.

    A country, a town or the like, which thousands share, makes no match of names that are none by themselves.
    """
    room = min(1.0, max(0.0, (alike - FLOOR) / (CEILING - FLOOR)))
    lifted = alike + (1.0 - alike) * min(1.0, agreed) * room
    return lifted if is_firm or alike >= THRESHOLD else max(alike, min(lifted, CONTRADICTED))


def _verdict(score: float, findings: Iterable[Finding], *, is_enough: bool) -> Verdict:
    if any(each.decides and each.effect == "against" for each in findings):
        return "rejected" if score < THRESHOLD else "possible"
    if score >= THRESHOLD:
        return "match" if is_enough else "possible"
    return "possible" if score >= SHOWN else "rejected"


def _doubt(kinds: frozenset[Kind], *, is_unrelated: bool, is_against: bool) -> str:
    """Say what a match would need."""
    if is_unrelated:
        return "one number under two names that are not alike: a person should look"
    if is_against:
        return "what agrees is not enough beside what contradicts"
    if kinds == {"vessel"}:
        return "ships share names: a number, a flag or an owner would tell"
    wanted = "a birth date or a number" if "person" in kinds else "an address or a number"
    return f"names that many may bear: {wanted} would tell"


def _tells(named: Named | None, kinds: frozenset[Kind], least: float = TELLING) -> bool:
    """Say whether the names alone tell who is meant: not a common name, a ship’s, or a weak alias."""
    if named is None or named.is_aliases_only or "weak" in (named.left.kind, named.right.kind):
        return False
    if "person" not in kinds:
        return named.score >= SURE_BODY and "body" in kinds
    words = [min(_weight(pair.query), _weight(pair.listed)) * pair.score for pair in named.words]
    return len(words) >= 2 and sum(words) >= least


def _weight(words: str) -> float:
    return max(
        (min(telling(word), 1.0 if len(word) > SYLLABLE else OF_SYLLABLE) for word in words.split()), default=0.0
    )
